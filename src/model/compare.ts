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
  const { previous, current, then, now } = pair;
  const problems: ComparisonProblem[] = [];
  const about = (code: ComparisonProblemCode, isSo: boolean): void => {
    if (isSo) problems.push({ code, side: null });
  };
  const each = (
    code: ComparisonProblemCode,
    isSo: (summary: RecordSummary, record: OutcomeRecord) => boolean,
  ): void => {
    if (isSo(then, previous)) problems.push({ code, side: 'then' });
    if (isSo(now, current)) problems.push({ code, side: 'now' });
  };
  about('different-subjects', pair.sameSubject === false);
  each('subject-unknown', ({ subject }) => subject.id === null);
  about('same-record', pair.order === 'same-record');
  about('amendment', pair.sameConversation && pair.order !== 'same-record');
  about('reversed', pair.order === 'reversed');
  about('order-unknown', pair.order === 'unknown');
  each('day-assumed', ({ dateFrom }) => dateFrom === 'recorded');
  each('day-unreal', ({ date }) => !isRealDate(date));
  each('in-the-future', ({ date }) => today !== undefined && date > today);
  about('other-framework', pair.framework === 'other-framework');
  about('other-framework-version', pair.framework === 'other-version');
  each('entered-in-error', ({ enteredInError }) => enteredInError);
  each('draft', ({ status }) => status === 'draft');
  each('no-entries', (_, { entries }) => entries.length === 0);
  return problems;
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

function compareActions(
  then: Entry | undefined,
  now: Entry | undefined,
  agreed: ReadonlyMap<string, Action>,
  current: ReadonlyMap<string, Action>,
): readonly ActionComparison[] {
  const thens = then?.actions ?? [];
  const nows = now?.actions ?? [];
  const compared = (was: Action | null, is: Action | null): ActionComparison => ({
    id: ((is ?? was) as Action).id,
    then: was,
    now: is,
    goneThrough: is?.status !== undefined,
  });
  return [
    // A step may have been moved to another outcome since.
    ...thens.map((was) => compared(was, nows.find(({ id }) => id === was.id) ?? current.get(was.id) ?? null)),
    ...nows.filter(({ id }) => !agreed.has(id)).map((is) => compared(null, is)),
  ];
}

const actionsById = ({ entries }: OutcomeRecord): ReadonlyMap<string, Action> =>
  new Map(entries.flatMap(({ actions }) => (actions ?? []).map((action) => [action.id, action] as const)));

const helpedBy = (entry: Entry | undefined): readonly Contributor[] =>
  (entry?.contributors ?? [])
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
  const thens = placedEntries(previous);
  const nows = placedEntries(current);
  const matches = matchEntries(thens, nows, lineage(all));
  const agreed = actionsById(previous);
  const steps = actionsById(current);
  const keys = new Map<string, number>();
  const known = new Set(all.map(({ id }) => id));
  const stepsBefore = ({ id }: OutcomeRecord): ReadonlySet<string> =>
    stepsIn(all.filter((other) => other.id !== id && other.id !== current.id));
  const agreedBefore = new Map([previous, current].map((record) => [record, stepsBefore(record)]));
  const isAbout = ({ record, entry }: Placed): boolean =>
    isDiscussed(
      entry,
      entry.previous && !known.has(entry.previous.recordId) ? null : (agreedBefore.get(record) ?? null),
    );

  const compare = (then: Placed | null, is: Placed | null, by: MatchedBy | null): OutcomeComparison => {
    const { entry } = (is ?? then) as Placed;
    const places = [then, is].flatMap((placed) => (placed ? [placeOf(placed.record.id, placed.entry.id)] : []));
    const key = places.sort().join(' ');
    const uses = (keys.get(key) ?? 0) + 1;
    keys.set(key, uses);
    const intent = then?.entry.personalOutcome?.intent ?? is?.entry.personalOutcome?.intent ?? null;
    const about = {
      sameSubject: pair.sameSubject,
      sameConversation: pair.sameConversation,
      directionOf: directionRule([...(then?.entry.outcomes ?? []), ...(is?.entry.outcomes ?? [])], framework),
      intent,
    };
    const views = (part: 'ratings' | 'importance'): OutcomeComparison['views'] =>
      compareViews(viewsOf(then, part, findScale), viewsOf(is, part, findScale), {
        ...about,
        // However it is asked, mattering more is neither better nor worse.
        ...(part === 'importance' && { directionOf: () => 'neither', intent: null }),
      });
    return {
      key: uses > 1 ? `${key} ${String(uses)}` : key,
      status: statusOf(then, is, isAbout),
      matchedBy: by,
      label: entry.label,
      outcomes: entry.outcomes,
      then: then && sideOf(then),
      now: is && sideOf(is),
      intent,
      views: views('ratings'),
      importance: views('importance'),
      senseOfChange: senseOfChange(is, findScale),
      senseOfChangeIsAboutThisPair: isAboutThisPair(is, pair),
      helped: helpedBy(is?.entry),
      decision: is?.entry.decision?.value ?? null,
      actions: compareActions(then?.entry, is?.entry, agreed, steps),
    };
  };

  const matchOf = new Map(matches.map(([left, right, by]) => [right, [left, by] as const]));
  const met = new Set(matches.map(([left]) => left));
  return {
    then: pair.then,
    now: pair.now,
    sameSubject: pair.sameSubject,
    order: pair.order,
    elapsed: elapsedBetween(pair.then.date, pair.now.date),
    framework: pair.framework,
    problems: problemsOf(pair, now && localDateOf(now)),
    outcomes: [
      ...nows.map((placed, index) => {
        const [left, by] = matchOf.get(index) ?? [-1, null];
        return compare(thens[left] ?? null, placed, pair.sameConversation && by === 'link' ? 'entry' : by);
      }),
      ...thens.filter((_, index) => !met.has(index)).map((placed) => compare(placed, null, null)),
    ],
  };
}
