import type { Entry, OutcomeRecord, OutcomeReference, Rating, Statement } from '../schema/record.js';
import { joined, pairUp, type KeysOf } from './compare-pair.js';
import { isInError } from './compare-time.js';
import type { MatchedBy, OutcomeSide } from './compare-types.js';

/** An entry's place: unlike any other, because no id holds a slash. */
export const placeOf = (recordId: string, entryId: string): string => `${recordId}/${entryId}`;

/** Words as a key: case, spaces and punctuation make no difference. Where nothing else is left ("?"), the words as they are. */
export const wordsKey = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]+/gu, ' ')
    .trim() || words.trim();

export const outcomeKey = ({ framework, id }: Pick<OutcomeReference, 'framework' | 'id'>): string =>
  `${framework}/${id}`;

/**
 * Which entries are about the same, by what people have said: an entry that follows on from another, and the same entry in a record and its
 * amendments, however many records lie in between.
 *
 * @returns for a place, the one name of all the places that belong together
 */
export function lineage(records: readonly OutcomeRecord[]): (place: string) => string {
  const { join, top } = joined();
  for (const { id, amends, entries } of records)
    for (const entry of entries) {
      const place = placeOf(id, entry.id);
      if (entry.previous) join(place, placeOf(entry.previous.recordId, entry.previous.entryId));
      if (amends) join(place, placeOf(amends.recordId, entry.id));
    }
  return top;
}

/** An entry with the record that holds it. */
export interface Placed {
  readonly record: OutcomeRecord;
  readonly entry: Entry;
}

export const placedEntries = (record: OutcomeRecord): readonly Placed[] =>
  record.entries.map((entry) => ({ record, entry }));

/** Whether an entry, or all of its record, is marked as a mistake. */
export const isMistaken = ({ record, entry }: Placed): boolean =>
  isInError(record) || entry.enteredInError !== undefined;

/**
 * The ways to match entries, the surest first: said to follow on; the same outcomes of a framework; one outcome in common; for what the person
 * named, the same words. What is not a mistake is matched before what is, so that a corrected entry meets its then.
 */
export function matchEntries(
  then: readonly Placed[],
  now: readonly Placed[],
  top: (place: string) => string,
): readonly (readonly [then: number, now: number, by: MatchedBy])[] {
  const ways: readonly (readonly [MatchedBy, KeysOf<Placed>])[] = [
    ['link', ({ record, entry }) => [top(placeOf(record.id, entry.id))]],
    ['outcome', ({ entry }) => (entry.outcomes.length > 1 ? [entry.outcomes.map(outcomeKey).sort().join(' ')] : [])],
    ['outcome', ({ entry }) => entry.outcomes.map(outcomeKey)],
    ['label', ({ entry }) => (entry.outcomes.length === 0 ? [wordsKey(entry.label)] : [])],
  ];
  return pairUp(then, now, ways, (placed) => !isMistaken(placed));
}

/** An entry as it is shown beside another. */
export function sideOf(placed: Placed): OutcomeSide {
  const { entry } = placed;
  const { narrative = [], personalOutcome = null, mostImportant = false, disagreement = null, decision = null } = entry;
  return {
    entry,
    words: narrative,
    personalOutcome,
    mostImportant,
    disagreement,
    decision,
    enteredInError: isMistaken(placed),
  };
}

/** Whether a rating holds more than whose it would be, on which scale. */
export const isSaidRating = ({ answer, reason, hopedFor, wouldHelp }: Rating): boolean =>
  answer.kind !== 'unanswered' ||
  (hopedFor !== undefined && hopedFor.kind !== 'unanswered') ||
  [reason, wouldHelp].some((words) => words?.trim());

const isSaidStatement = ({ text }: Statement): boolean => text.trim() !== '';

/** What an entry holds before anybody has said anything about it: its name, where it comes from, its mark. Steps are looked at apart. */
const frame = /^(id|label|outcomes|previous|actions|enteredInError)$/;

/** The ids of every step in some records. */
export const stepsIn = (records: readonly OutcomeRecord[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ entries }) => entries.flatMap(({ actions }) => (actions ?? []).map(({ id }) => id))));

/**
 * Whether anything was recorded in an entry beside its being there. A field that is not known here counts as said.
 *
 * @param agreed - the steps that were agreed before, which count once somebody has said how they stand; `null`: not known, so that any step may be
 * one
 */
export function isDiscussed(entry: Entry, agreed: ReadonlySet<string> | null): boolean {
  if (entry.actions?.some(({ id, status }) => status !== undefined || (agreed !== null && !agreed.has(id))))
    return true;
  return Object.entries(entry).some(([name, part]: [string, unknown]) => {
    if (frame.test(name)) return false;
    if (/^(narrative|strengths|barriers)$/.test(name)) return (part as readonly Statement[]).some(isSaidStatement);
    if (/^(ratings|importance|change)$/.test(name)) return (part as readonly Rating[]).some(isSaidRating);
    return typeof part === 'object' && part !== null ? Object.keys(part).length > 0 : Boolean(part);
  });
}
