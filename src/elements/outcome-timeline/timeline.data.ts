import { isRealDate } from '../../model/clock.js';
import { dayNumber } from '../../model/compare-time.js';
import type { RatingView, RecordSummary } from '../../model/compare-types.js';
import type { Trajectory, TrajectoryPoint } from '../../model/trajectory.js';
import type { RatingScale } from '../../schema/scale.js';
import { answerOf, nameOf, whoIs, type Outcome, type Say } from '../chart/fragments/data.js';
import { stepsOf, type Step } from '../chart/fragments/steps.js';

/** An answer at its time. `ordinal`: its place on the scale; `null`: it has none. */
export interface TimedAnswer {
  readonly column: number;
  readonly day: number;
  readonly ordinal: number | null;
  readonly point: TrajectoryPoint;
  readonly view: RatingView;
}

/** Neighbours that a line may join: on one scale, with nothing between them that was not asked or not answered. */
export interface Stretch {
  readonly row: number;
  readonly band: number;
  readonly answers: readonly TimedAnswer[];
}

export interface Band {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What stands under the axis: a decision, or what somebody said themselves about the change. */
export interface Aside {
  readonly column: number;
  readonly day: number;
  readonly point: TrajectoryPoint;
  readonly view: RatingView | null;
  readonly row: number;
  readonly text: string;
}

/** The time that the axis shows. */
export interface Span {
  readonly from: string;
  readonly days: number;
}

/** One outcome over time, before it is drawn. */
export interface Timeline {
  readonly title: string;
  readonly description: string;
  readonly trajectory: Trajectory;
  readonly span: Span;
  readonly rows: readonly string[];
  readonly bands: readonly Band[];
  readonly stretches: readonly Stretch[];
  /** Answers without a place: no answer, not on the scale, a mistake. */
  readonly unplaced: readonly (TimedAnswer & { readonly row: number })[];
  readonly sense: readonly Aside[];
  readonly decisions: readonly Aside[];
  readonly breaks: readonly { readonly day: number; readonly said: string }[];
  readonly tick: Say['date'];
  readonly labels: { readonly lane: string; readonly sense: string; readonly decision: string };
}

/** The time from the first conversation to the last, as far as their days are in the calendar. */
export function spanOf(records: readonly RecordSummary[]): Span | undefined {
  const days = records.map(({ date }) => date).filter(isRealDate);
  const from = days[0];
  return from === undefined ? undefined : { from, days: dayNumber(days.at(-1) ?? from) - dayNumber(from) };
}

/** One stretch of a trajectory with its scale and its answers, before it is split at gaps. */
interface Run {
  readonly row: number;
  readonly scale: { readonly id: string; readonly version: string };
  readonly definition: RatingScale | null;
  readonly placed: readonly TimedAnswer[];
}

/** Whose a view is, by the name that stands at the line. */
export const viewer = (say: Say, { rating, participant }: RatingView): string =>
  whoIs(say, rating.perspective, nameOf(participant));

export function timelineOf(say: Say, { label, trajectory: follow }: Outcome, span: Span): Timeline {
  const { t, date } = say;
  const trajectory = follow();
  const { points, series } = trajectory;
  const rows: string[] = [];
  const dayOf = ({ day }: TrajectoryPoint): number | undefined => day ?? undefined;

  const bands: (Band & { readonly ref: string })[] = [];
  const stretches: Stretch[] = [];
  const unplaced: (TimedAnswer & { row: number })[] = [];
  const runs: Run[] = [];
  for (const { perspective, participant, segments } of series) {
    const who = whoIs(say, perspective, nameOf(participant));
    const row = rows.includes(who) ? rows.indexOf(who) : rows.push(who) - 1;
    for (const { scale, definition, values } of segments) {
      const ref = `${scale.id}@${scale.version}`;
      let stretch: TimedAnswer[] = [];
      const placed: TimedAnswer[] = [];
      const close = (): void => {
        if (stretch.length > 0) {
          if (!bands.some((band) => band.ref === ref))
            bands.push({ ref, name: definition?.name ?? scale.id, steps: definition ? stepsOf(definition) : [] });
          stretches.push({ row, band: bands.findIndex((band) => band.ref === ref), answers: stretch });
        }
        stretch = [];
      };
      for (const { point: column, view, ordinal } of values) {
        const point = points[column];
        const day = point && dayOf(point);
        if (!point || day === undefined || !view || ordinal === null) {
          // Where nothing was asked there is nothing to join over; where there was no answer, even less.
          close();
          if (point && day !== undefined && view) unplaced.push({ row, column, day, ordinal: null, point, view });
          continue;
        }
        stretch.push({ column, day, ordinal, point, view });
        placed.push({ column, day, ordinal, point, view });
      }
      close();
      if (placed.length > 0) runs.push({ row, scale, definition, placed });
    }
  }

  const sense: Aside[] = [];
  const decisions: Aside[] = [];
  points.forEach((point, column) => {
    const day = dayOf(point);
    if (day === undefined) return;
    for (const { view } of point.senseOfChange)
      if (view.rating.answer.kind !== 'unanswered')
        sense.push({ column, day, point, view, row: rows.indexOf(viewer(say, view)), text: answerOf(say, view) });
    if (point.decision)
      decisions.push({ column, day, point, view: null, row: 3, text: t(`decision.${point.decision.value}`) });
  });

  const who = rows.join(', ');
  const shown = points.filter(({ entry }) => entry);
  const dates = [...new Set([shown[0], shown.at(-1)].map((point) => (point ? date(point.record.date) : '')))].join(
    ' – ',
  );
  return {
    title: label,
    description: t('timeline.description', { outcome: label, dates, count: shown.length, who }),
    trajectory,
    span,
    rows,
    bands,
    stretches,
    unplaced,
    sense,
    decisions,
    breaks: breaksOf(say, runs, rows),
    tick: date,
    labels: {
      lane: t(
        unplaced.every(({ view }) => view.rating.answer.kind === 'no-answer') ? 'timeline.no-answer' : 'timeline.lane',
      ),
      sense: t('chart.own-sense'),
      decision: t('chart.decision'),
    },
  };
}

/** Where one ruler ends and another begins, for each row; said once where it is the same for several. */
function breaksOf(say: Say, runs: readonly Run[], rows: readonly string[]): Timeline['breaks'] {
  const found = new Map<string, { day: number; who: string[]; key: string; values: Record<string, string> }>();
  rows.forEach((who, row) => {
    const own = runs.filter((run) => run.row === row).sort((a, b) => (a.placed[0]?.day ?? 0) - (b.placed[0]?.day ?? 0));
    own.forEach((run, index) => {
      const next = own[index + 1];
      const [last, first] = [run.placed.at(-1), next?.placed[0]];
      if (!next || !last || !first || first.day <= last.day) return;
      const why =
        run.scale.id !== next.scale.id ? 'scale' : run.scale.version !== next.scale.version ? 'version' : 'goal';
      const values = {
        from: say.date(last.point.record.date),
        to: say.date(first.point.record.date),
        before: run.definition?.name ?? run.scale.id,
        after: next.definition?.name ?? next.scale.id,
      };
      const key = JSON.stringify([why, values]);
      const held = found.get(key);
      if (held) held.who.push(who);
      else found.set(key, { day: (last.day + first.day) / 2, who: [who], key: why, values });
    });
  });
  return [...found.values()].map(({ day, who, key, values }) => ({
    day,
    said: say.t(`timeline.break.${key}`, { ...values, who: who.join(', ') }),
  }));
}
