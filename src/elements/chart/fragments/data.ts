import type { Translate } from '../../../base/tp-element.js';
import { sayDay, type DayParts } from '../../../i18n/days.js';
import { isRealDate, localDateOf } from '../../../model/clock.js';
import { wordsKey } from '../../../model/compare-entries.js';
import { isInError } from '../../../model/compare-time.js';
import type { RatingView, RecordSummary } from '../../../model/compare-types.js';
import { isKept } from '../../../model/parts.js';
import {
  trajectories,
  type OutcomeSelector,
  type Trajectories,
  type Trajectory,
  type TrajectoryPoint,
} from '../../../model/trajectory.js';
import { findScale } from '../../../scales/registry.js';
import type { Perspective } from '../../../schema/codes.js';
import type { OutcomeFramework } from '../../../schema/framework.js';
import type { Entry, OutcomeRecord, Participant, Statement } from '../../../schema/record.js';
import type { Mark } from './shapes.js';

/** What a chart says in the words and the language of its element. */
export interface Say {
  readonly t: Translate;
  readonly date: (day: string, parts?: DayParts) => string;
  /** How the person likes to be called. */
  readonly person: string | undefined;
}

/** Words for a drawing. What is no day of the calendar is said as it is. */
export function sayIn(t: Translate, locale: string, person: string | undefined): Say {
  // A day is said at each of its marks, in the table and at the axis.
  const known = new Map<string, string>();
  const date: Say['date'] = (day, parts = 'long') => {
    const key = `${parts} ${day}`;
    const said = known.get(key) ?? (isRealDate(day) ? sayDay(day, parts, locale) : day);
    known.set(key, said);
    return said;
  };
  return { t, person, date };
}

/** Whose view it is, by name where the record has one. */
export function whoIs({ t, person }: Say, perspective: Perspective, name?: string | null): string {
  if (perspective === 'person')
    return person ? t('perspective.person-named', { name: person }) : t('perspective.person');
  const role = t(`perspective.${perspective}`);
  return name ? t('chart.who-named', { role, name }) : role;
}

export const nameOf = (participant: Participant | null): string | null => participant?.name?.trim() || null;

/** An answer in words, as it would be read out; with the mark of a mistake, and with the reason where there is none. */
export function answerOf({ t }: Say, { rating, label, enteredInError, point, scale }: RatingView): string {
  const { answer } = rating;
  const value = answer.kind === 'answered' ? String(answer.value) : '';
  const words =
    answer.kind === 'answered'
      ? // A goal in the person's own words is kept to the worker with its rating; where it stands on the scale is not.
        (rating.sharing?.length === 0
          ? point?.label
          : rating.levels?.find((level) => level.value === answer.value)?.text.trim() || label) || value
      : answer.kind === 'no-answer'
        ? t('chart.no-answer', { reason: t(`reason.${answer.reason}`) })
        : t('chart.not-asked');
  if (enteredInError) return t('chart.in-error', { answer: words });
  return value && !point && scale ? t('chart.unplaced', { answer: words }) : words;
}

/** The same with the name of its scale, where one of several was used. */
export const withScale = ({ t }: Say, { rating, scale }: RatingView, answer: string): string =>
  scale && rating.answer.kind === 'answered' ? t('chart.on-scale', { answer, scale: scale.name }) : answer;

/** What a mark says to somebody who cannot see it. */
export function markWords(say: Say, { point, view, note }: Mark, outcome?: string): string {
  const date = say.date(point.record.date);
  if (!view)
    return say.t('chart.decision-of', { date, answer: say.t(`decision.${point.decision?.value ?? 'continue'}`) });
  const who = whoIs(say, view.rating.perspective, nameOf(view.participant));
  const key = note ?? (outcome === undefined ? 'chart.answer' : 'chart.outcome-answer');
  return say.t(key, { date, who, answer: answerOf(say, view), outcome: outcome ?? '' });
}

/** What was said at a conversation. Words that are kept to the worker, and words entered in error, are in no chart. */
export const wordsOf = ({ words }: TrajectoryPoint): readonly Statement[] =>
  words.filter((one) => one.text.trim() && !one.enteredInError && !isKept(one, words));

/** The same as lines to read, each with whose words they are. */
export const spoken = (say: Say, point: TrajectoryPoint): readonly string[] =>
  wordsOf(point).map(({ text, saidBy }) =>
    say.t('chart.said', { text, who: saidBy ? whoIs(say, saidBy) : say.t('narrative.not-said') }),
  );

/** Why an answer was given, unless that is kept to the worker. */
export const reasonOf = ({ rating: { sharing, reason } }: RatingView): string =>
  sharing?.length === 0 ? '' : (reason?.trim() ?? '');

/** All that was said at a conversation, for a table: the words, and why the answers were given. */
export const saidAt = (
  say: Say,
  point: TrajectoryPoint,
  views: readonly RatingView[] = [...point.views, ...point.senseOfChange.map(({ view }) => view)],
): readonly string[] => [
  ...spoken(say, point),
  ...views.flatMap((view) => {
    const text = reasonOf(view);
    const who = whoIs(say, view.rating.perspective, nameOf(view.participant));
    return text && !view.enteredInError ? say.t('chart.why-of', { who, text }) : [];
  }),
];

/** A sentence for the reader: its key, and what it names. */
export interface Remark {
  readonly code: string;
  readonly date?: string;
}

/** An outcome that can be followed. Following it costs something, so that is left until it is in sight. */
export interface Outcome {
  readonly label: string;
  /** Whether it is in any of the records. */
  readonly isRecorded: boolean;
  readonly trajectory: () => Trajectory;
}

export interface Followed {
  readonly person: string | undefined;
  readonly remarks: readonly Remark[];
  /** The conversations, in the order in which they were had. */
  readonly records: readonly RecordSummary[];
  readonly outcomes: readonly Outcome[];
}

const keyOf = (part: { framework: string; id: string }): string => `${part.framework}/${part.id}`;

/** The outcomes in a fixed order: the framework's, then what the records hold beside, as they first came up. */
function selectors(
  records: readonly OutcomeRecord[],
  framework: OutcomeFramework | undefined,
): readonly OutcomeSelector[] {
  const found = new Map<string, OutcomeSelector>();
  for (const { id } of framework?.outcomes ?? []) {
    const selector = { framework: framework?.id ?? '', id };
    found.set(keyOf(selector), selector);
  }
  for (const { entries } of records)
    for (const { outcomes, label } of entries) {
      for (const { framework: of, id } of outcomes) {
        const selector = { framework: of, id };
        if (!found.has(keyOf(selector))) found.set(keyOf(selector), selector);
      }
      if (outcomes.length === 0) found.set(` ${wordsKey(label)}`, { label });
    }
  return [...found.values()];
}

const subjectOf = (given: readonly OutcomeRecord[]): string | undefined =>
  given.find(({ subject }) => subject.id !== undefined)?.subject.id;

const known = new WeakMap<readonly OutcomeRecord[], { readonly today: string; readonly all: Trajectories }>();

/** What follows on from what, worked out once for a list of records; anew on another day, when others of them may lie in the future. */
export function traced(given: readonly OutcomeRecord[]): Trajectories {
  const now = new Date();
  const today = localDateOf(now);
  const found = known.get(given);
  if (found?.today === today) return found.all;
  const all = trajectories(given, { findScale, subjectId: subjectOf(given), now });
  known.set(given, { today, all });
  return all;
}

/**
 * Follows outcomes over one person's records. Where there are several people in the list, it is the first of them: nobody's answers stand
 * beside somebody else's.
 *
 * @param most - how many conversations may be shown, the latest of them
 * @param wanted - the outcomes to follow; without them all
 */
export function follow(
  given: readonly OutcomeRecord[],
  framework: OutcomeFramework | undefined,
  { most = Infinity, wanted }: { most?: number; wanted?: OutcomeSelector | undefined } = {},
): Followed {
  const subject = subjectOf(given);
  const own = given.filter((record) => (record.subject.id ?? subject) === subject);
  const all = traced(given);
  const latest = all.standing.filter((record) => !isInError(record));
  const records = latest.slice(-most);
  const covered = new Set<Entry>();
  // An amendment may be all there is of its conversation: what it replaces is handed over too, for the links that run through it.
  const left = new Set(latest.slice(0, latest.length - records.length));
  const {
    entriesOf,
    follow: trace,
    records: summaries,
    problems,
  } = left.size > 0 ? traced(own.filter((record) => !left.has(record))) : all;
  const outcomes: Outcome[] = [];
  for (const selector of wanted ? [wanted] : selectors(records, framework)) {
    const entries = entriesOf(selector);
    const isFramework = 'framework' in selector && selector.framework === framework?.id;
    // What was carried on from one framework to another is one outcome, under the first of its names.
    if (!wanted && !isFramework && entries.every((entry) => covered.has(entry))) continue;
    for (const entry of entries) covered.add(entry);
    const name = isFramework ? framework.outcomes.find(({ id }) => id === selector.id)?.name : undefined;
    let known: Trajectory | undefined;
    outcomes.push({
      label:
        entries.at(-1)?.label ?? name ?? ('label' in selector ? selector.label : 'id' in selector ? selector.id : ''),
      isRecorded: entries.length > 0,
      trajectory: () => (known ??= trace(selector)),
    });
  }
  const shown = outcomes.length > 0 ? summaries : [];
  const remarks: Remark[] = [];
  if (own.length < given.length) remarks.push({ code: 'different-subjects' });
  if (left.size > 0) remarks.push({ code: 'too-many' });
  for (const { code, recordId } of outcomes.length > 0 ? problems : [])
    if (code !== 'different-subjects' && code !== 'superseded')
      remarks.push({ code, date: shown.find(({ id }) => id === recordId)?.date ?? '' });
  return {
    person: records.findLast(({ subject: { name } }) => name?.trim())?.subject.name,
    remarks,
    records: shown,
    outcomes,
  };
}
