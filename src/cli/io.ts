import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. Handed in, so that a test can be on the other side. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/**
 * Text that may have come out of a file, for a terminal: a control character of the file's could move the cursor, or change what has been
 * written before.
 */
export const plain = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

export const say = ({ stdout }: Io, text: string): void => void stdout.write(`${plain(text)}\n`);
export const sayJson = ({ stdout }: Io, data: unknown): void => void stdout.write(`${JSON.stringify(data, null, 2)}\n`);
export const tell = ({ stderr }: Io, text: string): void => void stderr.write(`${plain(text)}\n`);

/**
 * Tells on a terminal how far long work has come, in one line that is taken away at the end. A file or a log gets nothing of it.
 *
 * @param verb - what is done: `Checking`
 */
export async function withProgress<T, R>(
  { stderr }: Io,
  verb: string,
  items: readonly T[],
  nameOf: (item: T) => string,
  work: (item: T) => R | Promise<R>,
): Promise<R[]> {
  const isShown = stderr.isTTY === true && items.length > 1;
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (isShown) stderr.write(`\r\u001b[K${verb} ${index + 1} of ${items.length}: ${plain(nameOf(item)).slice(-60)}`);
    results.push(await work(item));
  }
  if (isShown) stderr.write('\r\u001b[K');
  return results;
}
