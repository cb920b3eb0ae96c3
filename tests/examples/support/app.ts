import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { archive, packed, root } from '../../package/support/packed.js';

const run = promisify(execFile);
const folders: string[] = [];
const servers: Server[] = [];
const programs: ChildProcess[] = [];

afterAll(async () => {
  for (const program of programs.splice(0)) program.kill();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The environment of somebody who has this Node and nothing of ours: no program of ours, and no mode of the test runner. */
const environment = (): NodeJS.ProcessEnv => {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !resolve(folder).startsWith(root + sep));
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|VITE|TEST|npm_(package|lifecycle))/.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: [dirname(process.execPath), ...path].join(delimiter) };
};

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const options = { cwd, env: environment(), shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
  const said = await run('npm', args, options).then(
    () => undefined,
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return `${stdout}\n${stderr}`;
    },
  );
  if (said !== undefined) throw new Error(`npm ${args.join(' ')} did not succeed in ${cwd}:\n${said}`);
}

/**
 * Puts an example and the packed file into a folder where nothing of ours is around, installs what its lock file says, and builds it.
 * Returns the folder of the app.
 */
export async function build(name: string): Promise<string> {
  packed();
  const home = mkdtempSync(join(tmpdir(), 'talking-points-example-'));
  folders.push(home);
  const app = join(home, name);
  const made = new Set(['node_modules', 'dist', '.angular', '.svelte-kit']);
  cpSync(join(root, 'examples', name), app, {
    recursive: true,
    filter: (source) => !made.has(source.split(sep).at(-1) ?? ''),
  });
  cpSync(archive(), join(home, 'talking-points-elements.tgz'));
  await npm(app, 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  await npm(app, 'run', 'build');
  return app;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** The policy that the README promises to work under. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/** Serves what an app has built under the strict policy, to this computer alone, and returns the address. */
export async function serveBuilt(app: string): Promise<string> {
  const folder = join(app, 'dist');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname === '/' ? '/index.html' : pathname;
    try {
      const body = file === '/favicon.ico' ? '' : readFileSync(join(folder, file));
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts the app's own server on a free port, and returns the address that it prints. */
export async function startServer(app: string): Promise<string> {
  const env = { ...environment(), PORT: '0' };
  const program = spawn(process.execPath, ['server.js'], { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'] });
  programs.push(program);
  for await (const line of createInterface(program.stdout)) return line;
  throw new Error(`The server of ${app} has ended before it was there.`);
}
