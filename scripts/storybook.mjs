// Behind `npm run storybook`: makes ready, describes the elements, and serves the catalogue while somebody works on it.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runForwardingSignals } from './lib/process.mjs';
import { setup, stop } from './setup.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));
await setup().catch(stop);

if ((await runForwardingSignals(process.execPath, ['scripts/build.mjs', '--manifest'])) !== 0)
  stop('The catalogue was not started.');

process.exitCode = await runForwardingSignals(
  join('node_modules', '.bin', 'storybook'),
  ['dev', '-p', '6006', '--no-open', '--disable-telemetry', ...process.argv.slice(2)],
  { shell: process.platform === 'win32' },
);
