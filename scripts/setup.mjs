// Makes the project ready to work in: installs what the lock file says, and goes on under the project's own Node.
// Uses nothing but Node's built-in modules, because it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runForwardingSignals } from './lib/process.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const modules = join(root, 'node_modules');

/** The Node that comes with the project (the `node` package), whatever the contributor's own is. */
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} file */
const packagesIn = (file) => {
  /** @type {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
  const packages = JSON.parse(readFileSync(file, 'utf8')).packages;
  return packages;
};

/** Why the packages of a folder have to be installed, or nothing when they are as its lock file says. @param {string} folder */
function whyInstall(folder) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(join(folder, 'node_modules'))) return 'This is the first run here';
  if (!existsSync(installedFile)) return 'An earlier installation did not finish';
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  const installed = packagesIn(installedFile);
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '' || optional || devOptional) continue; // optional ones depend on the platform
    if (installed[path]?.version !== version) return 'The lock file has changed';
  }
  return folder === root && !existsSync(ownNode) ? "The project's own Node is missing" : undefined;
}

/** Installs what the lock file of a folder lists, where it is not there. @param {string} folder seen from the project's own */
export async function install(folder = '.') {
  const cwd = resolve(root, folder);
  const why = whyInstall(cwd);
  if (why === undefined) return;
  const lock = join(folder, 'package-lock.json');
  const size =
    folder === '.'
      ? 'about 1 GB, which takes three or four minutes, or longer on a slow line'
      : 'which takes some minutes';
  console.log(`${why}: installing the packages that ${lock} lists (npm ci), ${size}.`);
  // Without our own .bin on the PATH: npm ci removes it while it works.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  const started = Date.now();
  // npm itself says nothing until it is done.
  const goesOn = setInterval(() => {
    console.log(`Still installing, after ${String(Math.round((Date.now() - started) / 1000))} s.`);
  }, 20_000);
  /** @type {number | string} */
  const ended = await runForwardingSignals('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path.join(delimiter) },
  }).catch((error) => String(error));
  clearInterval(goesOn);
  if (ended === 0) return;
  const reason = typeof ended === 'string' ? ` (${ended})` : '';
  throw new Error(`npm ci did not succeed${reason}. Its own message is above; nothing else was started.`);
}

/**
 * Installs if needed. Returns when this process already runs under the project's Node; otherwise runs the same
 * command again under it, and never returns.
 */
export async function setup() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20)
    throw new Error(`Node ${process.versions.node} is too old: install Node 20 or newer from nodejs.org.`);
  await install();
  if (process.version === ownVersion()) return;
  const path = [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  process.exit(await runForwardingSignals(ownNode, process.argv.slice(1), { env: { ...process.env, PATH: path } }));
}

const ownVersion = () => `v${String(JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version)}`;

/** Says an error in one line, as it is meant for people, and ends. @param {unknown} error @returns {never} */
export function stop(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup().catch(stop);
