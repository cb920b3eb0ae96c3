import { parseRecord } from '../schema/parse.js';
import type { OutcomeRecord } from '../schema/record.js';
import { readSafely, type Parsed, type Problem } from '../schema/rules.js';
import { upcast } from './upcast.js';

const refuse = (code: string, path: string, message: string, hint: string): Parsed<OutcomeRecord> => {
  const problem: Problem = { code, path, message, hint };
  return { ok: false, problems: [problem] };
};

function read(input: unknown): Parsed<OutcomeRecord> {
  let data = input;
  if (typeof data === 'string') {
    try {
      data = JSON.parse(data) as unknown;
    } catch {
      // Without the browser's message, which quotes the text: it may be somebody's words.
      return refuse(
        'json-malformed',
        '',
        'The record is not JSON that can be read.',
        'Load the record as it was stored.',
      );
    }
  }
  const found =
    typeof data === 'object' && data !== null ? (data as { schemaVersion?: unknown }).schemaVersion : undefined;
  if (typeof found !== 'string' || !/^\d+\.\d+$/.test(found))
    return refuse(
      'record-invalid',
      '/schemaVersion',
      '"schemaVersion" is missing, so it cannot be told how to read the record.',
      'Load a record that this library has made, or add "schemaVersion".',
    );
  if (Number.parseInt(found, 10) > 1)
    return refuse(
      'record-newer',
      '/schemaVersion',
      `The record was made by a newer version (${found}) than this one can read (1). It was left as it is.`,
      'Update talking-points-elements, then open the record again.',
    );
  return parseRecord(upcast(data as Readonly<Record<string, unknown>>));
}

/**
 * Reads a record of this or an older version. A record of a newer major version is refused and left untouched; unknown fields of a newer
 * minor version go through unchanged. Nothing is thrown, whatever it is given.
 *
 * @param input - the record as an object, or as JSON text
 */
export const loadRecord = (input: unknown): Parsed<OutcomeRecord> => readSafely(() => read(input));
