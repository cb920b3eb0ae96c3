// Packs the library as npm would, to where the apps in examples/ install it from. `--lock` renews their lock files too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup, stop } from './setup.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
process.chdir(root);
await setup().catch(stop);
const { globSync } = await import('node:fs'); // not there in Node 20
const { runForwardingSignals } = await import('./lib/process.mjs');

const archive = join('examples', 'talking-points-elements.tgz');

/** @param {string[]} args @param {string} cwd */
function npm(args, cwd) {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) stop(`npm ${args.join(' ')} did not succeed in ${cwd}:\n${stderr}`);
}

/**
 * Takes an entry about our own packed file out of a lock file, or its checksum: the file of this minute is not the one of the next build.
 * @param {string} file @param {(packages: Record<string, { integrity?: string } | undefined>, ours: string) => void} change
 */
function inLock(file, change) {
  if (!existsSync(file)) return;
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  change(lock.packages, 'node_modules/talking-points-elements');
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

if ((await runForwardingSignals(process.execPath, ['scripts/build.mjs', '--if-stale'])) !== 0)
  stop('Nothing was packed.');
const folder = mkdtempSync(join('examples', '.pack-'));
npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', resolve(folder)], root);
for (const file of globSync('*.tgz', { cwd: folder })) renameSync(join(folder, file), archive);
rmSync(folder, { recursive: true });
console.log(`Packed to ${archive}. In the folder of an example: npm ci, then npm run build.`);

if (process.argv.includes('--lock'))
  for (const manifest of globSync('examples/*/package.json')) {
    const lock = join(dirname(manifest), 'package-lock.json');
    // Otherwise npm would not look into the new file for what the library depends on now.
    inLock(lock, (packages, ours) => delete packages[ours]);
    npm(['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error'], dirname(manifest));
    inLock(lock, (packages, ours) => delete packages[ours]?.integrity);
    console.log(`Renewed ${lock}`);
  }
