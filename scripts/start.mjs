// Behind `npm start`: makes ready, builds and packs the library as npm would, and runs the reference host with the packed files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup, stop } from './setup.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
process.chdir(root);
await setup().catch(stop);
const { runForwardingSignals } = await import('./lib/process.mjs');

const packed = resolve('.cache/packed');

/** @param {string} what @param {string} program @param {string[]} args */
function must(what, program, args) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) stop(`${what} did not succeed:\n${stderr}`);
}

if ((await runForwardingSignals(process.execPath, ['scripts/build.mjs', '--if-stale'])) !== 0)
  stop('Nothing was started.');

rmSync(packed, { recursive: true, force: true });
mkdirSync(packed, { recursive: true });
must('Packing the library (npm pack)', 'npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed]);
const [archive = ''] = readdirSync(packed);
must('Unpacking the library', 'tar', ['-xzf', join(packed, archive), '-C', packed]);

process.exitCode = await runForwardingSignals(process.execPath, ['examples/host/server.js', ...process.argv.slice(2)], {
  env: { ...process.env, TALKING_POINTS_PACKAGE: join(packed, 'package') },
});
