import { copyOf, deepFreeze } from '../model/freeze.js';
import { loadRecord } from '../model/load.js';
import { copyOfValid } from '../schema/copy.js';
import { outcomeRecord, type OutcomeRecord } from '../schema/record.js';
import type { Problem } from '../schema/rules.js';
import { readJson } from './json-property.js';

export interface ReadRecords {
  /** Frozen copies, in the order given. */
  readonly records: readonly OutcomeRecord[];
  readonly problems: readonly Problem[];
}

/** How long records are read before the page gets a chance to do something else (ms). */
const TURN = 8;

/** With more records than this, what takes long has a turn of its own. */
export const MANY = 8;

/** Stops before each record; `true`: there are many to come. */
function* reading(given: unknown, name: string): Generator<boolean, ReadRecords> {
  const read = readJson(given, name);
  if (read.problems) return { records: [], problems: read.problems };
  const { value } = read;
  let list: readonly unknown[];
  let several: boolean;
  try {
    several = Array.isArray(value);
    // The host's own list may change while it is read.
    list = several ? [...(value as readonly unknown[])] : value === undefined || value === null ? [] : [value];
  } catch {
    // It cannot even be looked at, as a proxy that was revoked.
    const copy = copyOf(value);
    return { records: [], problems: copy.ok ? [] : copy.problems };
  }
  const records: OutcomeRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, one] of list.entries()) {
    yield index === 0 && list.length > MANY;
    const sound = copyOfValid(outcomeRecord, one) as OutcomeRecord | undefined;
    if (sound) {
      records.push(sound);
      continue;
    }
    // Copied first: what was checked is what is kept, whatever the host's object does when it is read again.
    const copy = copyOf(one);
    const loaded = copy.ok ? loadRecord(copy.value) : copy;
    if (loaded.ok) records.push(deepFreeze(loaded.value));
    else
      problems.push(
        ...loaded.problems.map((problem) =>
          several ? { ...problem, path: `/${String(index)}${problem.path}` } : problem,
        ),
      );
  }
  return { records, problems };
}

/** The records that a host hands to an element: one or a list, as objects or as JSON text. What cannot be read is said; the others are shown. */
export function readRecords(given: unknown, name: string): ReadRecords {
  const steps = reading(given, name);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets the page do something else. */
export const nextTurn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** The same a few at a time: while a long list is read, the page goes on answering. */
export async function readRecordsInTurns(given: unknown, name: string): Promise<ReadRecords> {
  const steps = reading(given, name);
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!step.value && performance.now() - begun < TURN) continue;
    await nextTurn();
    begun = performance.now();
  }
}
