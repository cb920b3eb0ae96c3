import type { Entry, OutcomeRecord } from '../schema/record.js';
import { isRealDate, localDateOf } from './clock.js';
import { lineage, outcomeKey, placedEntries, placeOf, sideOf, wordsKey, type Placed } from './compare-entries.js';
import { oneOfEach, standingRecords } from './compare-latest.js';
import { seriesOf, type Point, type TrajectorySeries } from './compare-series.js';
import { dayNumber, isInError, summariseRecord, whenOf } from './compare-time.js';
import type { OutcomeSide, RatingView, RecordSummary, SenseOfChange } from './compare-types.js';
import { byPerspective, senseOfChange, viewsOf, type FindScale } from './compare-views.js';

/**
 * Which outcome to follow: one of a framework (whatever its version), something the person named in their own words, or an entry, with all that
 * follows on from it and is about the same.
 */
export type OutcomeSelector =
  | { readonly framework: string; readonly id: string }
  | { readonly label: string }
  | { readonly recordId: string; readonly entryId: string };

export interface TrajectoryOptions {
  /** Looks up `id@version` where a record does not hold a scale that it used. */
  readonly findScale?: FindScale | undefined;
  /** Only the records of this subject (the host's key), and those that do not say whose they are. */
  readonly subjectId?: string | undefined;
  /** To find records from the future. Without it none is called so. */
  readonly now?: Date | undefined;
}

/** What there is to say about the records, before anything is drawn. */
export const TRAJECTORY_PROBLEMS = [
  /** The records are about more than one person: no line runs from one to another. */
  'different-subjects',
  /** The outcome is in none of the records. */
  'not-recorded',
  /** An id is there more than once: the copy that is further on was taken. */
  'duplicate-record',
  /** Another record stands in its place: its amendment, or what it would amend once it is completed. */
  'superseded',
  'entered-in-error',
  'day-assumed',
  'day-unreal',
  'in-the-future',
] as const;
export interface TrajectoryProblem {
  readonly code: (typeof TRAJECTORY_PROBLEMS)[number];
  readonly recordId: string | null;
}

/** One conversation. An outcome that is there twice in a record has two points on one day; one that is not there has a point without entry. */
export interface TrajectoryPoint extends Omit<OutcomeSide, 'entry'> {
  readonly record: RecordSummary;
  /** Whole days since the first point; `null` for a day that is in no calendar. */
  readonly day: number | null;
  readonly entry: Entry | null;
  readonly views: readonly RatingView[];
  readonly senseOfChange: readonly SenseOfChange[];
}

export interface Trajectory {
  /** What it was called last. */
  readonly label: string;
  readonly problems: readonly TrajectoryProblem[];
  /** In the order in which the conversations were had. */
  readonly points: readonly TrajectoryPoint[];
  /** How things are, in the order of `PERSPECTIVES` as they first appear. */
  readonly series: readonly TrajectorySeries[];
  /** How much it matters. */
  readonly importance: readonly TrajectorySeries[];
}

/** All entries that are about the outcome, in every record, by their place. */
function placesOf(records: readonly OutcomeRecord[], selector: OutcomeSelector): ReadonlySet<string> {
  const top = lineage(records);
  const all = records.flatMap(placedEntries);
  const topOf = ({ record, entry }: Placed): string => top(placeOf(record.id, entry.id));
  const start = 'entryId' in selector ? placeOf(selector.recordId, selector.entryId) : null;
  const from = all.find(({ record, entry }) => placeOf(record.id, entry.id) === start)?.entry;
  const outcomes = new Set('framework' in selector ? [outcomeKey(selector)] : from?.outcomes.map(outcomeKey));
  const label = 'label' in selector ? selector.label : from?.outcomes.length === 0 ? from.label : null;
  const isDirect = ({ entry }: Placed): boolean =>
    entry.outcomes.some((reference) => outcomes.has(outcomeKey(reference))) ||
    (label !== null && entry.outcomes.length === 0 && wordsKey(entry.label) === wordsKey(label));
  const tops = new Set(all.filter(isDirect).map(topOf));
  if (start !== null) tops.add(top(start));
  return new Set(
    all.filter((placed) => tops.has(topOf(placed))).map(({ record, entry }) => placeOf(record.id, entry.id)),
  );
}

function problemsOf(
  given: readonly OutcomeRecord[],
  standing: readonly OutcomeRecord[],
  points: readonly Point[],
  today: string | undefined,
): readonly TrajectoryProblem[] {
  const problems: TrajectoryProblem[] = [];
  const about = (code: TrajectoryProblem['code'], isSo: boolean, recordId: string | null = null): void => {
    if (isSo) problems.push({ code, recordId });
  };
  const subjects = new Set(standing.map(({ subject }) => subject.id).filter((id) => id !== undefined));
  about('different-subjects', subjects.size > 1);
  about(
    'not-recorded',
    points.every(({ placed }) => placed === null),
  );
  const ids = given.map(({ id }) => id);
  const stand = new Set(standing.map(({ id }) => id));
  for (const id of [...new Set(ids)].sort()) {
    about('duplicate-record', ids.indexOf(id) !== ids.lastIndexOf(id), id);
    about('superseded', !stand.has(id), id);
  }
  for (const record of standing) {
    const { date, dateFrom } = whenOf(record);
    about('entered-in-error', isInError(record), record.id);
    about('day-assumed', dateFrom === 'recorded', record.id);
    about('day-unreal', !isRealDate(date), record.id);
    about('in-the-future', today !== undefined && date > today, record.id);
  }
  return problems;
}

const nameOf = (selector: OutcomeSelector): string =>
  'label' in selector ? selector.label : 'framework' in selector ? selector.id : '';

/**
 * One outcome over any number of records: the words, wishes, decisions and views at each conversation in true time order, and for each
 * perspective and scale a line that is broken where it would lie. The order of the input makes no difference; an amendment stands in the
 * place of what it amends; what was entered in error is there, and marked. Copies under one id count once.
 */
export function trajectory(
  records: readonly OutcomeRecord[],
  outcome: OutcomeSelector,
  { findScale, subjectId, now }: TrajectoryOptions = {},
): Trajectory {
  const given = records.filter(({ subject }) => subjectId === undefined || (subject.id ?? subjectId) === subjectId);
  const standing = standingRecords(given);
  const places = placesOf(oneOfEach(given), outcome);
  const points = standing.flatMap((record): Point[] => {
    const held = placedEntries(record).filter(({ entry }) => places.has(placeOf(record.id, entry.id)));
    return held.length > 0 ? held.map((placed) => ({ record, placed })) : [{ record, placed: null }];
  });
  const days = points.map(({ record }) => whenOf(record).date);
  const first = days.find(isRealDate);
  return {
    label: points.findLast(({ placed }) => placed !== null)?.placed?.entry.label ?? nameOf(outcome),
    problems: problemsOf(given, standing, points, now && localDateOf(now)),
    points: points.map(({ record, placed }, index) => ({
      ...(placed
        ? sideOf(placed)
        : {
            entry: null,
            words: [],
            personalOutcome: null,
            mostImportant: false,
            disagreement: null,
            decision: null,
            enteredInError: isInError(record),
          }),
      record: summariseRecord(record),
      day:
        first !== undefined && isRealDate(days[index] ?? '') ? dayNumber(days[index] ?? '') - dayNumber(first) : null,
      views: byPerspective(viewsOf(placed, 'ratings', findScale)?.list ?? []),
      senseOfChange: senseOfChange(placed, findScale),
    })),
    series: seriesOf(points, 'ratings', findScale),
    importance: seriesOf(points, 'importance', findScale),
  };
}
