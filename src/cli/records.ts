import type { OutcomeRecord } from '../schema/record.js';
import { recordsIn } from './check.js';
import { filesOf, nameOf } from './input.js';
import { tell, withProgress, type Io } from './io.js';
import { isMalformed } from './json.js';
import { lineOf, readPlaced, report } from './validate.js';

/**
 * The records in files; `null` when something is wrong with one of them, which has then been told. An export with a record less would look like
 * a whole one.
 */
export async function readRecords(io: Io, names: readonly string[]): Promise<readonly OutcomeRecord[] | null> {
  const read = await withProgress(io, 'Reading', await filesOf(names), nameOf, async (file) => {
    const one = await readPlaced(io, file);
    return { ...report(one, 'record'), records: isMalformed(one.json) ? [] : recordsIn(one.json.value) };
  });
  for (const { file, problems } of read) for (const problem of problems) tell(io, lineOf(file, problem));
  return read.every(({ valid }) => valid) ? read.flatMap(({ records }) => records) : null;
}
