import type { RecordKind } from '../schema/codes.js';
import { SCHEMA_VERSION } from '../schema/codes.js';
import type { FrameworkOutcome, OutcomeFramework } from '../schema/framework.js';
import type { Action, Agent, Entry, OutcomeRecord, OutcomeReference, Rating, Statement } from '../schema/record.js';
import { instantOf } from './clock.js';
import { deepFreeze } from './freeze.js';
import { newId } from './ids.js';

export interface NewRecord {
  readonly framework: OutcomeFramework;
  readonly kind?: RecordKind | undefined;
  /** Whose record it is: the host's key, and how the person likes to be called. */
  readonly subject?: OutcomeRecord['subject'] | undefined;
  readonly recordedBy?: Agent | undefined;
  readonly now: Date;
}

/** A record with nothing in it yet: no date, no entry, no answer is chosen for anybody. */
export function createRecord({
  framework,
  kind = 'assessment',
  subject = {},
  recordedBy,
  now,
}: NewRecord): OutcomeRecord {
  const { attribution, licence } = framework;
  return deepFreeze({
    schemaVersion: SCHEMA_VERSION,
    id: newId(),
    kind,
    status: 'draft',
    subject: { ...subject },
    recordedAt: instantOf(now),
    ...(recordedBy && { recordedBy: { ...recordedBy } }),
    conversation: {},
    framework: {
      id: framework.id,
      version: framework.version,
      name: framework.name,
      ...(attribution && { attribution: attribution.text }),
      ...(licence && { licenceNotice: licence.notice }),
    },
    scales: [],
    entries: [],
  });
}

/** How an outcome of a framework is referred to in a record: by id, and by the words that were on the screen that day. */
export function outcomeReference(framework: OutcomeFramework, outcome: FrameworkOutcome): OutcomeReference {
  const category = framework.categories?.find(({ id }) => id === outcome.category);
  return {
    framework: framework.id,
    frameworkVersion: framework.version,
    id: outcome.id,
    name: outcome.name,
    ...(category && { category: { id: category.id, label: category.label } }),
  };
}

/** An empty entry for an outcome of a framework, or for something that matters in the person's own words. */
export const createEntry = (label: string, outcomes: readonly OutcomeReference[] = []): Entry =>
  deepFreeze({ id: newId(), label, outcomes: [...outcomes] });

const isNothing = (part: unknown): boolean =>
  part === undefined ||
  part === false ||
  part === '' ||
  (Array.isArray(part) && part.length === 0) ||
  (typeof part === 'object' && part !== null && 'kind' in part && part.kind === 'unanswered');

/** Whether anything was recorded in an entry beside its being chosen, or carried over from last time. */
export const isEmptyEntry = ({
  id: _id,
  label: _label,
  outcomes: _outcomes,
  previous: _previous,
  ...rest
}: Entry): boolean => Object.values(rest).every(isNothing);

/** What is there before anybody has said anything: whose view it would be, on which scale, when the box was opened. */
const frame =
  /^(id|perspective|saidBy|participantId|scale|label|language|translationOf|whoKind|status|mode|previousShown|sharing|recordedAt|recordedBy)$/;

/** Whether a statement, a view or a step holds more than its frame. A field that is not known here counts as said. */
const isSaid = (part: Statement | Rating | Action): boolean =>
  Object.entries(part).some(([name, value]) => !frame.test(name) && !isNothing(value));

/** @internal An entry without what was begun and left blank: an empty box, a step with no words, a view that was cleared again. */
export function withoutBlanks(entry: Entry): Entry {
  const lists = {
    narrative: entry.narrative?.filter(isSaid),
    strengths: entry.strengths?.filter(isSaid),
    barriers: entry.barriers?.filter(isSaid),
    ratings: entry.ratings?.filter(isSaid),
    importance: entry.importance?.filter(isSaid),
    change: entry.change?.filter(isSaid),
    actions: entry.actions?.filter(isSaid),
  };
  const blank = Object.entries(lists).filter(
    ([name, list]) => list?.length !== entry[name as keyof typeof lists]?.length,
  );
  if (blank.length === 0) return entry;
  const changed = Object.fromEntries(blank);
  return Object.fromEntries(
    Object.entries({ ...entry, ...changed }).filter(
      ([name, part]) => !(name in changed) || (part as readonly unknown[]).length > 0,
    ),
  ) as unknown as Entry;
}

/**
 * The completed record, without what was begun and left blank. From here on it does not change: a correction is a new record that amends
 * it.
 */
export const completeRecord = (record: OutcomeRecord, now: Date): OutcomeRecord =>
  deepFreeze({
    ...record,
    entries: record.entries.map(withoutBlanks),
    status: 'completed',
    completedAt: instantOf(now),
  });

export interface Amendment {
  readonly reason: string;
  readonly now: Date;
  readonly by?: Agent | undefined;
  /** The host's version of the record that is amended (an ETag). */
  readonly baseVersion?: string | undefined;
}

/** A new draft that holds what the completed record holds and names it as the one it amends. */
export function amendRecord(record: OutcomeRecord, { reason, now, by, baseVersion }: Amendment): OutcomeRecord {
  const { completedAt: _completedAt, baseVersion: _baseVersion, ...kept } = record;
  const at = instantOf(now);
  return deepFreeze({
    ...kept,
    id: newId(),
    status: 'draft',
    recordedAt: at,
    ...(by && { recordedBy: { ...by } }),
    amends: { recordId: record.id, reason, at, ...(by && { by: { ...by } }) },
    ...(baseVersion !== undefined && { baseVersion }),
  });
}

/** The record marked as a mistake, with the reason. Nothing in it is removed. */
export const markEnteredInError = (record: OutcomeRecord, { reason, now, by }: Amendment): OutcomeRecord =>
  deepFreeze({
    ...record,
    status: 'entered-in-error',
    enteredInError: { reason, at: instantOf(now), ...(by && { by: { ...by } }) },
  });
