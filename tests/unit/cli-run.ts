import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../../src/cli/run.js';

export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line with its streams in hand. `tty`: as if in a terminal. */
export async function cli(
  args: readonly string[],
  { stdin = '', tty = false }: { readonly stdin?: string | Uint8Array; readonly tty?: boolean } = {},
): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const io = {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty }),
    stdout,
    stderr: Object.assign(stderr, { isTTY: tty }),
  };
  const exit = await run(io, args);
  stdout.end();
  stderr.end();
  return { exit, out: await out, err: await err };
}

/** A folder of its own for some files, each given as text or as data. */
export function folderOf(files: Readonly<Record<string, unknown>>): (name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  for (const [name, content] of Object.entries(files)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content, null, 2));
  }
  return (name = '') => join(folder, name);
}
