#!/usr/bin/env node
import { run } from './run.js';

// `… | head` closes the pipe: that is no mistake of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// Not process.exit(): what is still on its way into a pipe would be lost.
process.exitCode = await run(process, process.argv.slice(2));
