import type { Decision, PreviousShown } from '../schema/codes.js';
import type { OutcomeFramework } from '../schema/framework.js';
import type { Action, Agent, Entry, OutcomeRecord, OutcomeReference } from '../schema/record.js';
import {
  isDiscussed,
  isMistaken,
  lineage,
  matchEntries,
  placedEntries,
  stepsIn,
  type Placed,
} from './compare-entries.js';
import { latestRecords } from './compare-latest.js';
import { sideBySide } from './compare-pair.js';
import { deepFreeze, frozenCopy } from './freeze.js';
import { newId } from './ids.js';
import { createEntry, createRecord, outcomeReference } from './record.js';

export interface NewReview {
  /** The framework to review under: any version of the earlier one, or another. */
  readonly framework: OutcomeFramework;
  readonly now: Date;
  readonly recordedBy?: Agent | undefined;
  /** Whose record it is. Default: as the latest of the previous records says. */
  readonly subject?: OutcomeRecord['subject'] | undefined;
  /** Whether earlier answers are in sight. Default: `before`. */
  readonly shown?: PreviousShown | undefined;
}

/** One previous record, or several, in any order. */
export type Previous = OutcomeRecord | readonly OutcomeRecord[];

/** How an entry's outcomes stand to the framework of the record. `other-framework`: carried along under the one it was recorded with. */
export type EntryFramework = 'same' | 'other-version' | 'other-framework' | 'own-topic';

/** Something that mattered last time, and what became of it. */
interface Thread extends Placed {
  /** The last thing that was said about it: the entry to look back at. */
  readonly said: Placed;
}

const isClosed = ({ status }: Action): boolean => status === 'done' || status === 'no-longer-needed';

const recordsIn = (previous: Previous): readonly OutcomeRecord[] =>
  Array.isArray(previous) ? (previous as readonly OutcomeRecord[]) : [previous as OutcomeRecord];

/** The standing records of one person: the one whose review it is. */
function lookedBackAt(previous: Previous, subject?: OutcomeRecord['subject']): readonly OutcomeRecord[] {
  const records = latestRecords(recordsIn(previous));
  const whose = subject?.id ?? records.findLast((record) => record.subject.id !== undefined)?.subject.id;
  return records.filter((record) => whose === undefined || (record.subject.id ?? whose) === whose);
}

/** What mattered, each thing once, as it was last recorded; in the order of the latest record, then what only older ones hold. */
function threadsOf(records: readonly OutcomeRecord[], all: readonly OutcomeRecord[]): readonly Thread[] {
  const top = lineage(all);
  return records.reduceRight<readonly Thread[]>((threads, record, at) => {
    const older = placedEntries(record);
    const agreed = stepsIn(records.slice(0, at + 1));
    return sideBySide(older, threads, matchEntries(older, threads, top)).map(([match, thread]) => {
      if (!match || (thread && isMistaken(match))) return thread as Thread;
      // A slip that was marked says nothing about what mattered; an entry that was left blank, nothing about how it was.
      if (!thread || isMistaken(thread)) return { ...match, said: match };
      return isDiscussed(thread.said.entry, agreed) ? thread : { ...thread, said: match };
    });
  }, []);
}

const hasEnded = ({ entry }: Placed): boolean => entry.decision?.value === 'no-longer-matters';

/** The outcome as the framework names it today, where the framework still has it; else as it was recorded. */
function referenceToday(reference: OutcomeReference, framework: OutcomeFramework): OutcomeReference {
  const outcome =
    reference.framework === framework.id ? framework.outcomes.find(({ id }) => id === reference.id) : undefined;
  return outcome ? outcomeReference(framework, outcome) : reference;
}

/** The steps that were agreed and are still open, as the later record has them. */
const agreedIn = ({ record, entry, said }: Thread): readonly (readonly [step: Action, agreedIn: Placed])[] =>
  [{ record, entry }, ...(said.entry === entry ? [] : [said])]
    .flatMap((placed) => (placed.entry.actions ?? []).map((step) => [step, placed] as const))
    .filter(([{ id }], index, list) => list.findIndex(([step]) => step.id === id) === index)
    .filter(([step]) => !isClosed(step));

/** A step as it was agreed, without how it stood: nobody has said that yet. */
const toGoThrough = ({ status: _status, ...action }: Action): Action => action;

function carry(thread: Thread, framework: OutcomeFramework): Entry {
  const { entry, said } = thread;
  const outcomes = entry.outcomes.map((reference) => referenceToday(reference, framework));
  // A name that was the framework's follows the framework; somebody's own name for it stays.
  const named = entry.outcomes.findIndex(({ name }) => name === entry.label);
  const actions = agreedIn(thread).map(([step]) => toGoThrough(step));
  return {
    id: newId(),
    label: outcomes[named]?.name ?? entry.label,
    outcomes,
    ...(actions.length > 0 && { actions }),
    previous: { recordId: said.record.id, entryId: said.entry.id },
  };
}

/**
 * Something that was left behind, taken up again: what it was about and what it follows on from, and the steps that were agreed then and are not closed.
 *
 * @param previous - what the review was started from
 */
export function takeUp(previous: Previous, { recordId, entryId, label }: LeftBehind): Entry {
  const then = recordsIn(previous)
    .find(({ id }) => id === recordId)
    ?.entries.find(({ id }) => id === entryId);
  const actions = (then?.actions ?? []).filter((step) => !isClosed(step)).map(toGoThrough);
  return {
    ...createEntry(label, then?.outcomes),
    ...(actions.length > 0 && { actions: frozenCopy(actions) }),
    previous: { recordId, entryId },
  };
}

/**
 * A draft to review with. It holds what mattered last time, each entry naming the one it follows on from, and the steps that were agreed and are not
 * closed, under their ids and without a status: how they stand is what is gone through first. No answer and no word is copied: what was
 * said then is in the previous record, and is shown from there.
 *
 * With several previous records the latest word on each thing that mattered counts. What was amended, was entered in error, or belongs to another
 * person than the latest record is not looked back at, and what was decided no longer to matter is not carried along. Outcomes are matched to the
 * framework by id; those that it does not have keep their own reference, and `reviewProgress` says so.
 */
export function startReview(
  previous: Previous,
  { framework, now, recordedBy, subject, shown = 'before' }: NewReview,
): OutcomeRecord {
  const records = lookedBackAt(previous, subject);
  const record = createRecord({
    framework,
    kind: 'review',
    subject: subject ?? records.at(-1)?.subject,
    recordedBy,
    now,
  });
  const threads = threadsOf(records, recordsIn(previous));
  return deepFreeze({
    ...record,
    // Copied, so that freezing the review does not freeze what the host handed in.
    entries: frozenCopy(
      threads.filter((thread) => !isMistaken(thread) && !hasEnded(thread)).map((thread) => carry(thread, framework)),
    ),
    ...(records.length > 0 && { previous: { recordIds: records.map(({ id }) => id), shown } }),
  });
}

/** A step that was agreed last time, and whether it has been gone through. */
export interface ReviewAction {
  readonly id: string;
  /** The record and entry in which it was agreed. */
  readonly previous: { readonly recordId: string; readonly entryId: string };
  /** The entry of this record that holds it now; `null`: none does. */
  readonly entryId: string | null;
  readonly then: Action;
  readonly now: Action | null;
  /** Somebody has said in this record how it stands. */
  readonly goneThrough: boolean;
}

export interface ReviewEntry {
  readonly entryId: string;
  readonly previous: { readonly recordId: string; readonly entryId: string } | null;
  readonly origin: 'carried' | 'new';
  readonly framework: EntryFramework;
  /** Anything was recorded about it this time. */
  readonly discussed: boolean;
  readonly decision: Decision | null;
}

/** Something that mattered last time and is not in this record. */
export interface LeftBehind {
  readonly recordId: string;
  readonly entryId: string;
  readonly label: string;
  /** `taken-out`: it was carried along or could have been, and somebody took it out. */
  readonly why: 'no-longer-matters' | 'entered-in-error' | 'taken-out';
}

export interface ReviewProgress {
  readonly actions: readonly ReviewAction[];
  readonly entries: readonly ReviewEntry[];
  readonly leftBehind: readonly LeftBehind[];
}

function frameworkOf({ outcomes }: Entry, { framework }: OutcomeRecord): EntryFramework {
  if (outcomes.length === 0) return 'own-topic';
  if (outcomes.some((reference) => reference.framework !== framework.id)) return 'other-framework';
  return outcomes.some(({ frameworkVersion }) => frameworkVersion !== framework.version) ? 'other-version' : 'same';
}

/**
 * How far a review has come: which steps have been gone through, what has been talked about and decided, and what was left behind. It counts
 * nothing and asks for nothing: a review may be completed at any point.
 *
 * @param previous - what the review was started from
 */
export function reviewProgress(record: OutcomeRecord, previous: Previous): ReviewProgress {
  const records = lookedBackAt(previous, record.subject).filter(({ id }) => id !== record.id);
  const all = [...recordsIn(previous), record];
  const threads = threadsOf(records, all);
  const placed = placedEntries(record);
  const agreed = stepsIn(records);
  const pairs = sideBySide(threads, placed, matchEntries(threads, placed, lineage(all)));
  const met = new Set(pairs.map(([thread, held]) => held && thread));
  const holder = new Map(
    record.entries.flatMap((entry) => (entry.actions ?? []).map((action) => [action.id, { entry, action }] as const)),
  );
  return {
    actions: threads
      .filter((thread) => met.has(thread) || (!isMistaken(thread) && !hasEnded(thread)))
      .flatMap((thread) =>
        agreedIn(thread).map(([then, placed]) => {
          const held = holder.get(then.id);
          return {
            id: then.id,
            previous: { recordId: placed.record.id, entryId: placed.entry.id },
            entryId: held?.entry.id ?? null,
            then,
            now: held?.action ?? null,
            goneThrough: held?.action.status !== undefined,
          };
        }),
      ),
    entries: pairs.flatMap(([thread, held]): readonly ReviewEntry[] => {
      if (!held) return [];
      const { entry } = held;
      const from = thread && { recordId: thread.said.record.id, entryId: thread.said.entry.id };
      return [
        {
          entryId: entry.id,
          previous: entry.previous ? { ...entry.previous } : from,
          origin: entry.previous || thread ? 'carried' : 'new',
          framework: frameworkOf(entry, record),
          discussed: isDiscussed(entry, agreed),
          decision: entry.decision?.value ?? null,
        },
      ];
    }),
    leftBehind: threads
      .filter((thread) => !met.has(thread))
      .map(({ said, ...thread }) => ({
        recordId: said.record.id,
        entryId: said.entry.id,
        label: thread.entry.label,
        why: isMistaken(thread) ? 'entered-in-error' : hasEnded(thread) ? 'no-longer-matters' : 'taken-out',
      })),
  };
}
