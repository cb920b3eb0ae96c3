import type { OutcomeRecord } from '../schema/record.js';
import { joined } from './compare-pair.js';
import { compareTimes, instantNumber, isInError, timeKey } from './compare-time.js';

/**
 * Which records are one conversation: a record and all that amend it, however often.
 *
 * @returns for a record's id, the one name of its conversation
 */
export function conversations(records: readonly OutcomeRecord[]): (recordId: string) => string {
  const { join, top } = joined();
  for (const { id, amends } of records) if (amends) join(id, amends.recordId);
  return top;
}

/** How often a record has been amended on the way to this one. A circle, which only broken data holds, ends the count. */
function depthOf(record: OutcomeRecord, byId: ReadonlyMap<string, OutcomeRecord>): number {
  const seen = new Set<string>();
  for (let at: OutcomeRecord | undefined = record; at?.amends && !seen.has(at.id); at = byId.get(at.amends.recordId))
    seen.add(at.id);
  return seen.size;
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Of two copies under one id, the one that is further on: a mistake that was marked, then completed, then written later. */
function further(a: OutcomeRecord, b: OutcomeRecord): OutcomeRecord {
  const stage = (record: OutcomeRecord): number => (isInError(record) ? 2 : record.status === 'completed' ? 1 : 0);
  const order =
    stage(a) - stage(b) ||
    instantNumber(a.completedAt ?? a.recordedAt) - instantNumber(b.completedAt ?? b.recordedAt) ||
    // Nothing tells them apart but what they hold: any order will do, as long as it is always the same.
    (a === b ? 0 : byText(JSON.stringify(a), JSON.stringify(b)));
  return order < 0 ? b : a;
}

/** One record for each name: the better one of two. */
function oneOf(
  records: readonly OutcomeRecord[],
  nameOf: (record: OutcomeRecord) => string,
  better: (a: OutcomeRecord, b: OutcomeRecord) => OutcomeRecord,
): readonly OutcomeRecord[] {
  const held = new Map<string, OutcomeRecord>();
  for (const record of records) {
    const name = nameOf(record);
    const other = held.get(name);
    held.set(name, other ? better(other, record) : record);
  }
  return [...held.values()];
}

/** One copy for each id. */
export const oneOfEach = (records: readonly OutcomeRecord[]): readonly OutcomeRecord[] =>
  oneOf(records, ({ id }) => id, further);

/**
 * One record for each conversation, in the order in which the conversations were had: the amendment that stands, else the record itself.
 * A draft of an amendment does not stand while there is something completed, and a mistake only where all of the conversation is one.
 */
export function standingRecords(records: readonly OutcomeRecord[]): readonly OutcomeRecord[] {
  const each = oneOfEach(records);
  const byId = new Map(each.map((record) => [record.id, record]));
  const conversationOf = conversations(each);
  const rank = (record: OutcomeRecord): number => (isInError(record) ? 0 : record.status === 'completed' ? 2 : 1);
  const stands = (a: OutcomeRecord, b: OutcomeRecord): OutcomeRecord =>
    (rank(a) - rank(b) ||
      depthOf(a, byId) - depthOf(b, byId) ||
      instantNumber(a.recordedAt) - instantNumber(b.recordedAt) ||
      byText(a.id, b.id)) < 0
      ? b
      : a;
  return oneOf(each, ({ id }) => conversationOf(id), stands)
    .map((record) => ({ record, when: timeKey(record) }))
    .sort((a, b) => byText(a.when, b.when) || compareTimes(a.record, b.record) || byText(a.record.id, b.record.id))
    .map(({ record }) => record);
}

/**
 * The records to compare or to review: one for each conversation, in the order in which the conversations were had. What was amended gives way
 * to its amendment, and what was entered in error is left out. The order and the duplicates of the input make no difference.
 */
export const latestRecords = (records: readonly OutcomeRecord[]): readonly OutcomeRecord[] =>
  standingRecords(records).filter((record) => !isInError(record));
