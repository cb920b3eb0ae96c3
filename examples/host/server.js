#!/usr/bin/env node
// @ts-check
/** Starts Kinfolk, the example system: `node server.js --library <package> [--data <file>] [--reset] [--port <n>] [--host <address>]`. */
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const DEFAULT_PORT = 4173;
/** How many ports after a taken one are tried, before the system picks any. */
const NEXT_PORTS = 10;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Where a program keeps what it can make again, on the systems that have such a place. */
function cacheFolder() {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? tmpdir();
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        library: {
          type: 'string',
          default: process.env['TALKING_POINTS_PACKAGE'] ?? resolve(import.meta.dirname, '../../.cache/packed/package'),
        },
        data: { type: 'string', default: process.env['DATA'] || join(cacheFolder(), 'kinfolk-example', 'kinfolk.db') },
        port: { type: 'string', default: process.env['PORT'] || String(DEFAULT_PORT) },
        host: { type: 'string', default: '127.0.0.1' },
        reset: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      stop(`"${values.port}" is not a port. Use a number from 0 to 65535.`);
    return { ...values, port, library: resolve(values.library), data: resolve(values.data) };
  } catch (error) {
    return stop(
      `${error instanceof Error ? error.message : String(error)}\nThe options are --library, --data, --reset, --port and --host.`,
    );
  }
}

const options = readOptions();

if (!process.getBuiltinModule('node:sqlite'))
  stop(`Kinfolk needs Node 24 or later, for its database; this is ${process.version}. "npm start" brings its own.`);
const { createApp } = await import('./app.js');
const { seed } = await import('./seeds/index.js');
const { Store } = await import('./store.js');
const { createValidator, missingFiles } = await import('./validate.js');

const [missing] = missingFiles(options.library);
if (missing)
  stop(
    `Kinfolk serves the packed library, and it is not there: ${missing} is missing.\nRun "npm start" in the project's folder, which packs it.`,
  );

// Records are personal: what is made here is for this user only.
process.umask(0o077);

function openStore() {
  try {
    if (options.reset) Store.remove(options.data);
    return new Store(options.data);
  } catch (error) {
    return stop(
      `The records in ${options.data} could not be opened: ${error instanceof Error ? error.message : String(error)}\n` +
        'Choose another file with --data.',
    );
  }
}

const validate = createValidator(options.library);
const store = openStore();
seed(store, validate);
const app = createApp({ store, validate, libraryDir: options.library, loopbackOnly: LOOPBACK.has(options.host) });

let stopping = false;
/** Answers what has been asked, then ends. */
async function shutDown() {
  // Asked a second time: do not wait any longer. What was acknowledged is on disk.
  if (stopping) process.exit(1);
  stopping = true;
  await app.close();
  store.close();
  process.exit(0);
}
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, () => void shutDown());

/** @param {unknown} error */
const codeOf = (error) => /** @type {{ code?: string }} */ (error).code;

/** @returns {Promise<number>} the port */
async function listen() {
  const { host, port } = options;
  const wanted = [
    port,
    ...Array.from({ length: NEXT_PORTS }, (_, index) => port + 1 + index).filter((next) => next < 65536),
    0,
  ];
  for (const candidate of wanted) {
    try {
      await app.listen({ host, port: candidate });
      const address = app.server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      if (codeOf(error) === 'EACCES')
        stop(`This user may not use port ${candidate}. Choose another one with --port or PORT.`);
      if (codeOf(error) !== 'EADDRINUSE')
        stop(`Kinfolk cannot be reached at ${host}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return stop('No port is free.');
}

const port = await listen();
if (options.port !== 0 && port !== options.port) console.log(`Port ${options.port} is taken, so Kinfolk uses ${port}.`);
console.log(`Records are kept in ${options.data} (--reset starts anew)`);
if (!LOOPBACK.has(options.host))
  console.log('Everybody in the network can reach it, and there is no sign-in: use it with made-up people only.');
console.log(`Kinfolk is at http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/`);
console.log('Ctrl+C stops it.');
