import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { UseError } from './command.js';
import type { Io } from './io.js';

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? error);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You may not read it.',
  EPERM: 'You may not read it.',
  EISDIR: 'It is a folder.',
};

const cannotRead = (name: string, error: unknown): UseError =>
  new UseError(
    `${name} cannot be read. ${reasons[codeOf(error)] ?? `The system says ${codeOf(error)}.`}`,
    'Check the name and the folder you are in.',
  );

/** `-` stands for what is handed in on the standard input. */
export const isStdin = (name: string): boolean => name === '-';
export const nameOf = (name: string): string => (isStdin(name) ? '(standard input)' : name);

/**
 * Files as they were named, and all `.json` files within the folders that were named.
 *
 * @throws UseError when none is given, one is not there, or a folder has none
 */
export async function filesOf(names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) throw new UseError('No file is given.', 'Name a file, or - to read the standard input.');
  if (names.filter(isStdin).length > 1) throw new UseError('- is given twice.', 'The standard input can be read once.');
  const found = await Promise.all(
    names.map(async (name): Promise<readonly string[]> => {
      if (isStdin(name)) return [name];
      const is = await stat(name).catch((error: unknown) => {
        throw cannotRead(name, error);
      });
      if (!is.isDirectory()) return [name];
      const inside = await readdir(name, { recursive: true });
      const files = inside.filter((one) => one.toLowerCase().endsWith('.json')).sort();
      if (files.length === 0)
        throw new UseError(`The folder ${name} holds no .json file.`, 'Name the files themselves.');
      return files.map((one) => join(name, one));
    }),
  );
  return [...new Set(found.flat())];
}

/**
 * The bytes of a file or of the standard input.
 *
 * @throws UseError when it cannot be read
 */
export async function readBytes({ stdin }: Io, name: string): Promise<Uint8Array> {
  if (isStdin(name)) return buffer(stdin);
  return readFile(name).catch((error: unknown) => {
    throw cannotRead(name, error);
  });
}

/** UTF-8 as text, without its byte order mark; `null` where it is another encoding, as Windows PowerShell writes with `>`. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Writes what was made: to a file, or to the standard output. What is there already is only overwritten when that was asked for.
 *
 * @throws UseError when the file is there, or cannot be written
 */
export async function write(io: Io, text: string, file: string | undefined, force: boolean): Promise<void> {
  if (file === undefined || isStdin(file)) {
    io.stdout.write(text);
    return;
  }
  await writeFile(file, text, { flag: force ? 'w' : 'wx' }).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST')
      throw new UseError(
        `${file} is there already, and was left as it is.`,
        'Name another file, or add --force to overwrite it.',
      );
    throw new UseError(
      `${file} cannot be written. ${codeOf(error) === 'ENOENT' ? 'There is no such folder.' : `The system says ${codeOf(error)}.`}`,
      'Make the folder first, or name another file.',
    );
  });
}
