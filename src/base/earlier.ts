import { codeProblems } from './codes.js';
import { readRecords } from './read-records.js';
import { conversations, latestRecords } from '../model/compare-latest.js';
import { isInError } from '../model/compare-time.js';
import { reviewProgress, type EntryFramework, type ReviewAction, type ReviewProgress } from '../model/review.js';
import { PREVIOUS_SHOWN, type PreviousShown } from '../schema/codes.js';
import type { Entry, OutcomeRecord } from '../schema/record.js';
import type { Problem } from '../schema/rules.js';

/** What the page asked for; what is no such word counts as the default, so that no record holds it. */
export const readShown = (given: string): PreviousShown => PREVIOUS_SHOWN.find((one) => one === given) ?? 'before';

/** What is wrong with what the page asked for, if anything. */
export const shownProblems = (given: unknown): readonly Problem[] =>
  codeProblems('show-previous', given, PREVIOUS_SHOWN, 'Until then earlier answers are in sight from the start.');

/** What was recorded last time about the thing that a card is about. */
export interface Then {
  readonly record: OutcomeRecord;
  readonly entry: Entry;
  readonly framework: EntryFramework;
}

/** The earlier records of a review, and how they stand to what is recorded now. */
export class Earlier {
  readonly records: readonly OutcomeRecord[];
  /** Whether earlier answers are in sight. */
  readonly shown: PreviousShown;
  #record: OutcomeRecord | undefined;
  #progress: ReviewProgress | undefined;
  #about = new Map<string, ReviewProgress['entries'][number]>();
  #places: ((recordId: string, entryId: string) => Omit<Then, 'framework'> | undefined) | undefined;

  constructor(records: readonly OutcomeRecord[], shown: PreviousShown) {
    this.records = records;
    this.shown = shown;
  }

  /** How far the review has come. Worked out once for each state of the record. */
  progress(record: OutcomeRecord): ReviewProgress {
    if (this.#progress && this.#record === record) return this.#progress;
    this.#record = record;
    const progress = reviewProgress(record, this.records);
    this.#about = new Map(progress.entries.map((one) => [one.entryId, one]));
    return (this.#progress = progress);
  }

  /** The entry in which a step is gone through: that which holds it, or, where it was taken out there, that which follows on. */
  holderOf(record: OutcomeRecord, { entryId, previous }: ReviewAction): Entry | undefined {
    const follows = this.progress(record).entries.find(
      (one) => one.previous?.entryId === previous.entryId && one.previous.recordId === previous.recordId,
    );
    return record.entries.find(({ id }) => id === (entryId ?? follows?.entryId));
  }

  /** What to look back at for an entry. */
  then(entry: Entry): Then | undefined {
    const about = this.#about.get(entry.id) ?? this.#alone(entry)?.entries[0];
    if (!about?.previous) return undefined;
    const { recordId, entryId } = about.previous;
    this.#places ??= placesOf(this.records);
    const place = this.#places(recordId, entryId);
    return place && { ...place, framework: about.framework };
  }

  /** A card that the host wrote, before its first change brings it into the record. */
  #alone(entry: Entry): ReviewProgress | undefined {
    const [latest] = this.records;
    if (!latest) return undefined;
    const { amends: _amends, previous: _previous, ...record } = this.#record ?? latest;
    return reviewProgress({ ...record, id: '', entries: [entry] }, this.records);
  }
}

/** Where an entry of then is: in the record that stands for its conversation, because it may have been corrected since; else in its own. */
function placesOf(
  records: readonly OutcomeRecord[],
): (recordId: string, entryId: string) => Omit<Then, 'framework'> | undefined {
  const conversationOf = conversations(records);
  const standing = new Map(latestRecords(records).map((record) => [conversationOf(record.id), record]));
  const own = new Map([...records].reverse().map((record) => [record.id, record]));
  const entries = new Map<OutcomeRecord, ReadonlyMap<string, Entry>>();
  const find = (record: OutcomeRecord | undefined, id: string): Omit<Then, 'framework'> | undefined => {
    if (!record) return undefined;
    const held = entries.get(record) ?? new Map([...record.entries].reverse().map((entry) => [entry.id, entry]));
    entries.set(record, held);
    const entry = held.get(id);
    return entry && { record, entry };
  };
  return (recordId, entryId) =>
    find(standing.get(conversationOf(recordId)), entryId) ?? find(own.get(recordId), entryId);
}

const notUsed = (id: string, code: string, why: string, hint: string): Problem => ({
  code,
  path: '',
  message: `The earlier record “${id}” ${why}.`,
  hint: `It is not looked back at. ${hint}`,
});

/** What is wrong with a record to look back at, if anything. */
function problemOf(record: OutcomeRecord, whose: string | undefined): Problem | undefined {
  const { id, status, subject } = record;
  if (whose !== undefined && (subject.id ?? whose) !== whose)
    return notUsed(id, 'previous-other-person', 'is about another person', 'Pass the records of one person.');
  if (isInError(record))
    return notUsed(id, 'previous-in-error', 'was entered in error', 'Pass the record that stands instead.');
  if (status === 'draft')
    return notUsed(id, 'previous-draft', 'is not completed yet', 'Complete it first, or leave it out.');
  return undefined;
}

/** Reads what the host hands over to look back at, and keeps what can be used for the record at hand. */
export class LookingBack {
  #records: readonly OutcomeRecord[] = [];
  #asked = '';
  #earlier: Earlier | undefined;
  #broken = false;
  #refused = false;

  /** Whether something was handed over of which nothing can be looked back at. */
  get isVain(): boolean {
    return !this.#earlier && (this.#broken || this.#refused);
  }

  /** Takes records, as objects or JSON text. */
  read(given: unknown): readonly Problem[] {
    const { records, problems } = readRecords(given, 'previous');
    this.#records = records;
    this.#asked = '';
    this.#earlier = undefined;
    this.#broken = problems.length > 0;
    return problems;
  }

  /** A record that was handed over, whether it is looked back at or not. */
  find(id: string | undefined): OutcomeRecord | undefined {
    return this.#records.find((record) => record.id === id);
  }

  /** What there is to look back at: the same object as long as it is the same. What cannot be used is said once. */
  earlier(
    shown: PreviousShown,
    whose: string | undefined,
    now: OutcomeRecord | undefined,
    report: (problems: readonly Problem[]) => void,
  ): Earlier | undefined {
    if (this.#records.length === 0) return undefined;
    const asked = JSON.stringify([shown, whose, now?.id, now?.amends, now?.previous?.recordIds]);
    if (asked === this.#asked) return this.#earlier;
    this.#asked = asked;
    // The conversation at hand is not looked back at, nor what it corrects.
    const conversationOf = conversations(now ? [...this.#records, now] : this.#records);
    const others = this.#records.filter(({ id }) => !now || conversationOf(id) !== conversationOf(now.id));
    const subject = whose ?? latestRecords(others).findLast((record) => record.subject.id !== undefined)?.subject.id;
    report(others.flatMap((record) => problemOf(record, subject) ?? []));
    const usable = others.filter((record) => !problemOf(record, subject));
    // A review that was begun goes on looking back at what it looked back at.
    const begun = new Set(now?.previous?.recordIds.map(conversationOf));
    const named = usable.filter(({ id }) => begun.has(conversationOf(id)));
    // What is completed looked back at what it says, or at nothing: what came later is not its past.
    const settled = now !== undefined && (now.status !== 'draft' || now.amends !== undefined);
    const records = named.length > 0 || settled ? named : usable;
    this.#refused = usable.length < others.length;
    return (this.#earlier = records.length > 0 ? new Earlier(records, shown) : undefined);
  }
}
