import { CONTRIBUTOR_KINDS, type Direction } from '../schema/codes.js';
import type { OutcomeFramework } from '../schema/framework.js';
import type { Action, Contributor, Entry, OutcomeRecord, OutcomeReference } from '../schema/record.js';
import { isRealDate, localDateOf } from './clock.js';
import {
  isDiscussed,
  lineage,
  matchEntries,
  placedEntries,
  placeOf,
  sideOf,
  stepsIn,
  type Placed,
} from './compare-entries.js';
import { conversations } from './compare-latest.js';
import { sideBySide } from './compare-pair.js';
import { compareTimes, elapsedBetween, summariseRecord } from './compare-time.js';
import type {
  ActionComparison,
  CompareOptions,
  ComparisonProblem,
  ComparisonProblemCode,
  MatchedBy,
  OutcomeComparison,
  OutcomeStatus,
  RecordComparison,
  RecordSummary,
} from './compare-types.js';
import { compareViews, senseOfChange, viewsOf, type Circumstances } from './compare-views.js';

/** The two records, and what is the case for all that is in them. */
interface Pair extends Pick<RecordComparison, 'then' | 'now' | 'sameSubject' | 'order' | 'framework'> {
  readonly previous: OutcomeRecord;
  readonly current: OutcomeRecord;
  readonly sameConversation: boolean;
  readonly conversationOf: (recordId: string) => string;
}

function pairOf(previous: OutcomeRecord, current: OutcomeRecord, records: readonly OutcomeRecord[]): Pair {
  const conversationOf = conversations(records);
  const [then, now] = [summariseRecord(previous), summariseRecord(current)];
  const times = compareTimes(previous, current);
  const order =
    times === 0 || !isRealDate(then.date) || !isRealDate(now.date) ? 'unknown' : times < 0 ? 'ok' : 'reversed';
  return {
    previous,
    current,
    then,
    now,
    conversationOf,
    sameConversation: conversationOf(then.id) === conversationOf(now.id),
    sameSubject: then.subject.id === null || now.subject.id === null ? null : then.subject.id === now.subject.id,
    order: then.id === now.id ? 'same-record' : order,
    framework:
      then.framework.id !== now.framework.id
        ? 'other-framework'
        : then.framework.version === now.framework.version
          ? 'same'
          : 'other-version',
  };
}

/** What there is to say about the pair, in the order of `COMPARISON_PROBLEMS`. */
function problemsOf(pair: Pair, today: string | undefined): readonly ComparisonProblem[] {
  const { previous, current, then, now, order, framework } = pair;
  const each = (isSo: (summary: RecordSummary, record: OutcomeRecord) => boolean): readonly [boolean, boolean] => [
    isSo(then, previous),
    isSo(now, current),
  ];
  const found: Record<ComparisonProblemCode, boolean | readonly [then: boolean, now: boolean]> = {
    'different-subjects': pair.sameSubject === false,
    'subject-unknown': each(({ subject }) => subject.id === null),
    'same-record': order === 'same-record',
    amendment: pair.sameConversation && order !== 'same-record',
    reversed: order === 'reversed',
    'order-unknown': order === 'unknown',
    'day-assumed': each(({ dateFrom }) => dateFrom === 'recorded'),
    'day-unreal': each(({ date }) => !isRealDate(date)),
    'in-the-future': each(({ date }) => today !== undefined && date > today),
    'other-framework': framework === 'other-framework',
    'other-framework-version': framework === 'other-version',
    'entered-in-error': each(({ enteredInError }) => enteredInError),
    draft: each(({ status }) => status === 'draft'),
    'no-entries': each((_, { entries }) => entries.length === 0),
  };
  return Object.entries(found).flatMap(([name, isSo]): ComparisonProblem[] => {
    const code = name as ComparisonProblemCode;
    if (typeof isSo === 'boolean') return isSo ? [{ code, side: null }] : [];
    return (['then', 'now'] as const).filter((_, index) => isSo[index]).map((side) => ({ code, side }));
  });
}

/**
 * An entry that was marked as a mistake stays in sight, but is no record of anything having been talked about.
 *
 * @param isAbout - whether anything was recorded in an entry
 */
function statusOf(then: Placed | null, now: Placed | null, isAbout: (placed: Placed) => boolean): OutcomeStatus {
  const ended = (placed: Placed | null): boolean =>
    !placed?.entry.enteredInError && placed?.entry.decision?.value === 'no-longer-matters';
  if (then && ended(now)) return 'no-longer-matters';
  if (!now || now.entry.enteredInError || (then && !isAbout(now)))
    return ended(then) ? 'no-longer-matters' : 'not-this-time';
  return then && !then.entry.enteredInError && isAbout(then) ? 'compared' : 'first-time';
}

/** Which way is better for an outcome: the framework's word where it has one. Outcomes that pull both ways leave neither. */
function directionRule(
  references: readonly OutcomeReference[],
  framework: OutcomeFramework | undefined,
): Circumstances['directionOf'] {
  const own = references.map((reference) =>
    reference.framework === framework?.id
      ? framework.outcomes.find(({ id }) => id === reference.id)?.direction
      : undefined,
  );
  return (scale) => {
    const [first = scale, ...rest] = new Set<Direction>(own.map((direction) => direction ?? scale));
    return rest.length === 0 ? first : 'neither';
  };
}

const actionsOf = ({ entries }: OutcomeRecord): readonly Action[] => entries.flatMap(({ actions = [] }) => actions);

function compareActions(
  { actions: thens = [] }: Partial<Entry>,
  { actions: nows = [] }: Partial<Entry>,
  { previous, current }: Pair,
): readonly ActionComparison[] {
  const compared = (id: string, was: Action | null, is: Action | null): ActionComparison => ({
    id,
    then: was,
    now: is,
    goneThrough: is?.status !== undefined,
  });
  const agreed = actionsOf(previous);
  const known = actionsOf(current);
  return [
    ...thens.map((was) => {
      const isSame = ({ id }: Action): boolean => id === was.id;
      // A step may have been moved to another outcome since.
      return compared(was.id, was, nows.find(isSame) ?? known.findLast(isSame) ?? null);
    }),
    ...nows.filter(({ id }) => agreed.every((was) => was.id !== id)).map((is) => compared(is.id, null, is)),
  ];
}

const helpedBy = ({ contributors = [] }: Partial<Entry>): readonly Contributor[] =>
  contributors
    .filter(({ stage }) => stage === 'actual')
    .sort((a, b) => CONTRIBUTOR_KINDS.indexOf(a.kind) - CONTRIBUTOR_KINDS.indexOf(b.kind));

/** Whether the "last time" that people were asked about was the previous record of this pair. */
function isAboutThisPair(now: Placed | null, { previous, conversationOf }: Pair): boolean | null {
  if (!now) return null;
  const link = now.entry.previous?.recordId;
  const lookedBack = (link === undefined ? (now.record.previous?.recordIds ?? []) : [link]).map(conversationOf);
  if (!lookedBack.includes(conversationOf(previous.id))) return lookedBack.length > 0 ? false : null;
  return lookedBack.length === 1 ? true : null;
}

/**
 * Then and now: what was said, wanted, rated, felt, done and decided about each outcome in two records, and where a change may be said,
 * which. Works for any two valid records: of different people, in the wrong order, twice the same, empty, with scales that nobody registered; what
 * stands in the way is said in `problems` and in each view's `reason`.
 *
 * Looked at from the other side (`compareRecords(current, previous)`) the same pairs are comparable for the same reasons, and better is worse.
 *
 * Source: the review in outcomes-focused practice (words then and now, rating with who, scale, version and how long apart, own sense of change,
 * importance, what helped, intent, decision; never a bare difference), and the caveats of Meaningful and Measurable.
 */
export function compareRecords(
  previous: OutcomeRecord,
  current: OutcomeRecord,
  { framework, findScale, records = [], now }: CompareOptions = {},
): RecordComparison {
  const all = [...records, previous, current];
  const pair = pairOf(previous, current, all);
  const keys = new Map<string, number>();
  const known = new Set(all.map(({ id }) => id));
  const agreedBefore = new Map(
    [previous, current].map((record) => [
      record,
      stepsIn(all.filter(({ id }) => id !== record.id && id !== current.id)),
    ]),
  );
  const isAbout = ({ record, entry }: Placed): boolean =>
    isDiscussed(
      entry,
      entry.previous && !known.has(entry.previous.recordId) ? null : (agreedBefore.get(record) ?? null),
    );

  const compare = (then: Placed | null, is: Placed | null, by: MatchedBy | null): OutcomeComparison => {
    const [was = {}, nowIs = {}]: readonly Partial<Entry>[] = [then?.entry ?? {}, is?.entry ?? {}];
    const { label, outcomes } = ((is ?? then) as Placed).entry;
    const places = [then, is].flatMap((placed) => (placed ? [placeOf(placed.record.id, placed.entry.id)] : []));
    const key = places.sort().join(' ');
    const uses = (keys.get(key) ?? 0) + 1;
    keys.set(key, uses);
    const intent = was.personalOutcome?.intent ?? nowIs.personalOutcome?.intent ?? null;
    const views = (
      part: 'ratings' | 'importance',
      about: Pick<Circumstances, 'directionOf' | 'intent'>,
    ): OutcomeComparison['views'] =>
      compareViews(viewsOf(then, part, findScale), viewsOf(is, part, findScale), { ...pair, ...about });
    return {
      key: uses > 1 ? `${key} ${String(uses)}` : key,
      status: statusOf(then, is, isAbout),
      matchedBy: pair.sameConversation && by === 'link' ? 'entry' : by,
      label,
      outcomes,
      then: then && sideOf(then),
      now: is && sideOf(is),
      intent,
      views: views('ratings', {
        directionOf: directionRule([...(was.outcomes ?? []), ...(nowIs.outcomes ?? [])], framework),
        intent,
      }),
      // However it is asked, mattering more is neither better nor worse.
      importance: views('importance', { directionOf: () => 'neither', intent: null }),
      senseOfChange: senseOfChange(is, findScale),
      senseOfChangeIsAboutThisPair: isAboutThisPair(is, pair),
      helped: helpedBy(nowIs),
      decision: nowIs.decision?.value ?? null,
      actions: compareActions(was, nowIs, pair),
    };
  };

  const [thens, nows] = [placedEntries(previous), placedEntries(current)];
  return {
    then: pair.then,
    now: pair.now,
    sameSubject: pair.sameSubject,
    order: pair.order,
    elapsed: elapsedBetween(pair.then.date, pair.now.date),
    framework: pair.framework,
    problems: problemsOf(pair, now && localDateOf(now)),
    outcomes: sideBySide(thens, nows, matchEntries(thens, nows, lineage(all))).map((met) => compare(...met)),
  };
}
