import type { Entry, OutcomeRecord } from '../schema/record.js';
import { isRealDate, localDateOf } from './clock.js';
import { lineage, outcomeKey, placedEntries, placeOf, sideOf, wordsKey, type Placed } from './compare-entries.js';
import { oneOfEach, standingRecords } from './compare-latest.js';
import { seriesOf, type TrajectorySeries } from './compare-series.js';
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

/** What there is to say about the records, whichever outcome is followed. */
function problemsOf(
  given: readonly OutcomeRecord[],
  standing: readonly OutcomeRecord[],
  today: string | undefined,
): readonly TrajectoryProblem[] {
  const problems: TrajectoryProblem[] = [];
  const about = (code: TrajectoryProblem['code'], isSo: boolean, recordId: string | null = null): void => {
    if (isSo) problems.push({ code, recordId });
  };
  const subjects = new Set(standing.map(({ subject }) => subject.id).filter((id) => id !== undefined));
  about('different-subjects', subjects.size > 1);
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

/** An entry of a record that stands, and the name of all the places that belong together with its own. */
interface Held {
  readonly placed: Placed;
  readonly top: string;
}

/** Some records, and the outcomes that can be followed through them. */
export interface Trajectories {
  /** One for each conversation, in the order in which they were had. */
  readonly standing: readonly OutcomeRecord[];
  /** The same, as far as a heading needs them. */
  readonly records: readonly RecordSummary[];
  readonly problems: readonly TrajectoryProblem[];
  /** The entries about an outcome, in the same order: far cheaper than following it. */
  readonly entriesOf: (outcome: OutcomeSelector) => readonly Entry[];
  readonly follow: (outcome: OutcomeSelector) => Trajectory;
}

/** `trajectory` for several outcomes of the same records: what they have in common is worked out once. */
export function trajectories(
  records: readonly OutcomeRecord[],
  { findScale, subjectId, now }: TrajectoryOptions = {},
): Trajectories {
  const given = records.filter(({ subject }) => subjectId === undefined || (subject.id ?? subjectId) === subjectId);
  const standing = standingRecords(given);
  const each = oneOfEach(given);
  const top = lineage(each);
  const hold = (placed: Placed): Held => ({ placed, top: top(placeOf(placed.record.id, placed.entry.id)) });
  const all = new Map(each.map((record) => [record, placedEntries(record).map(hold)]));
  const held = standing.map((record) => {
    const lists = new Map<string, Placed[]>();
    for (const { top: name, placed } of all.get(record) ?? []) {
      const list = lists.get(name);
      if (list) list.push(placed);
      else lists.set(name, [placed]);
    }
    return { record, summary: summariseRecord(record), lists };
  });
  const days = held.map(({ summary: { date } }) => (isRealDate(date) ? dayNumber(date) : null));
  const first = days.find((day) => day !== null);
  let known: readonly TrajectoryProblem[] | undefined;
  const problems = (): readonly TrajectoryProblem[] => (known ??= problemsOf(given, standing, now && localDateOf(now)));

  let index: Map<string, Set<string>> | undefined;
  /** What an outcome's entries are found by: the framework's key, or the words of what has none. */
  const indexed = (): ReadonlyMap<string, ReadonlySet<string>> => {
    if (index) return index;
    index = new Map();
    for (const list of all.values())
      for (const { placed, top: name } of list)
        for (const key of keysOf(placed.entry)) {
          const tops = index.get(key);
          if (tops) tops.add(name);
          else index.set(key, new Set([name]));
        }
    return index;
  };

  const topsOf = (outcome: OutcomeSelector): ReadonlySet<string> => {
    if (!('entryId' in outcome))
      return indexed().get('framework' in outcome ? outcomeKey(outcome) : labelKey(outcome.label)) ?? new Set();
    const { recordId, entryId } = outcome;
    const from = each.find(({ id }) => id === recordId)?.entries.find(({ id }) => id === entryId);
    const keys = from ? keysOf(from) : [];
    return new Set([...keys.flatMap((key) => [...(indexed().get(key) ?? [])]), top(placeOf(recordId, entryId))]);
  };
  /** The entries of each record that are about an outcome, in the order of the record. */
  const placedIn = (outcome: OutcomeSelector): readonly (readonly Placed[])[] => {
    const tops = topsOf(outcome);
    return held.map(({ record: { entries }, lists }) => {
      const found = [...tops].flatMap((name) => lists.get(name) ?? []);
      return tops.size > 1 ? found.sort((a, b) => entries.indexOf(a.entry) - entries.indexOf(b.entry)) : found;
    });
  };

  const follow = (outcome: OutcomeSelector): Trajectory => {
    const points = placedIn(outcome).flatMap((own, at) => {
      const { record, summary } = held[at] as (typeof held)[number];
      const day = days[at] ?? null;
      const about = { record, summary, day: first !== undefined && day !== null ? day - first : null };
      return (own.length > 0 ? own : [null]).map((placed) => ({
        ...about,
        placed,
        views: byPerspective(viewsOf(placed, 'ratings', findScale)?.list ?? []),
      }));
    });
    const isNowhere = points.every(({ placed }) => placed === null);
    const said = problems();
    const common = said.findIndex(({ code }) => code !== 'different-subjects');
    const at = common < 0 ? said.length : common;
    return {
      label: points.findLast(({ placed }) => placed !== null)?.placed?.entry.label ?? nameOf(outcome),
      problems: isNowhere ? [...said.slice(0, at), { code: 'not-recorded', recordId: null }, ...said.slice(at)] : said,
      points: points.map(({ record, placed, views, summary, day }) => ({
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
        record: summary,
        day,
        views,
        senseOfChange: senseOfChange(placed, findScale),
      })),
      series: seriesOf(points),
      // Most who follow an outcome never look at it.
      get importance() {
        return seriesOf(
          points.map(({ record, placed }) => ({
            record,
            placed,
            views: byPerspective(viewsOf(placed, 'importance', findScale)?.list ?? []),
          })),
        );
      },
    };
  };

  return {
    standing,
    records: held.map(({ summary }) => summary),
    get problems() {
      return problems();
    },
    entriesOf: (outcome) => placedIn(outcome).flatMap((list) => list.map(({ entry }) => entry)),
    follow,
  };
}

const labelKey = (label: string): string => ` ${wordsKey(label)}`;

const keysOf = ({ outcomes, label }: Entry): readonly string[] =>
  outcomes.length > 0 ? outcomes.map(outcomeKey) : [labelKey(label)];

/**
 * One outcome over any number of records: the words, wishes, decisions and views at each conversation in true time order, and for each
 * perspective and scale a line that is broken where it would lie. The order of the input makes no difference; an amendment stands in the
 * place of what it amends; what was entered in error is there, and marked. Copies under one id count once.
 */
export const trajectory = (
  records: readonly OutcomeRecord[],
  outcome: OutcomeSelector,
  options: TrajectoryOptions = {},
): Trajectory => trajectories(records, options).follow(outcome);
