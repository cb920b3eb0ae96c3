import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const started = new Set<ChildProcess>();
const folders: string[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for one test file, gone when it has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kinfolk-test-'));
  folders.push(folder);
  return folder;
}

let packed: string | undefined;

/** The library as npm would install it: packed and unpacked once, or the package that TALKING_POINTS_PACKAGE names. */
export function packedLibrary(): string {
  const given = process.env['TALKING_POINTS_PACKAGE'];
  if (given) return given;
  if (packed !== undefined) return packed;
  if (!existsSync(join(root, 'dist/cdn/talking-points-elements.js')))
    throw new Error('The library is not built yet: run "npm run build" first, as "npm test" does.');
  const folder = join(root, '.cache/packed-for-tests');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { cwd: root, shell: process.platform === 'win32' };
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], options);
  const [archive = ''] = readdirSync(folder);
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder]);
  packed = join(folder, 'package');
  return packed;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Host {
  /** Where it is, without a slash at the end. */
  readonly url: string;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Sends a signal, and waits until the process is gone. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** Starts the host as a process of its own, without waiting for anything. */
export function spawnHost(args: readonly string[]): {
  output: () => string;
  ended: Promise<Ended>;
  kill: ChildProcess['kill'];
} {
  const child = spawn(process.execPath, [join(root, 'examples/host/server.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '', DATA: '' },
  });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code, signal) => {
      started.delete(child);
      done({ code, signal });
    });
  });
  return { output: () => output, ended, kill: (signal) => child.kill(signal) };
}

/** Starts the host and waits until it has said where it is. */
export async function startHost(data: string, ...args: string[]): Promise<Host> {
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const { output, ended, kill } = spawnHost(['--library', packedLibrary(), '--data', data, ...port, ...args]);
  const gone = ended.then(({ code }): never => {
    throw new Error(`The host ended with ${String(code)}:\n${output()}`);
  });
  const ready = async (): Promise<string> => {
    for (;;) {
      const url = /^Kinfolk is at (http:\S+)\/$/m.exec(output())?.[1];
      if (url !== undefined) return url;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const url = await Promise.race([ready(), gone]);
  // From here on an end is nobody's mistake: the tests end it.
  gone.catch(() => undefined);
  return {
    url,
    output,
    stop: (signal = 'SIGTERM') => {
      kill(signal);
      return ended;
    },
  };
}
