import { PERSPECTIVES, type Perspective } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Participant } from '../schema/record.js';
import type { RatingScale } from '../schema/scale.js';
import type { Placed } from './compare-entries.js';
import { orderOf, sameRuler, scaleReason } from './compare-scales.js';
import type { RatingView } from './compare-types.js';
import { isAsked, otherWish, whoOf } from './compare-views.js';

/** Why there is no mark at a point. Never drawn as zero, and no line runs across it. */
export const TRAJECTORY_GAPS = [
  /** The outcome is not in this record. */
  'not-recorded',
  /** This view was not asked for. */
  'not-asked',
  /** This view was given on another scale. */
  'other-scale',
  'no-answer',
  'entered-in-error',
  'off-scale',
  'scale-unknown',
  'scale-unordered',
] as const;
export type TrajectoryGap = (typeof TRAJECTORY_GAPS)[number];

export interface TrajectoryValue {
  /** Which of `points`, from 0. */
  readonly point: number;
  readonly view: RatingView | null;
  /** The answer's place, in the ordinals of its scale; `null` exactly where there is a gap. */
  readonly ordinal: number | null;
  readonly gap: TrajectoryGap | null;
}

/** A stretch on one ruler. A line may run between two neighbours in it that are no gaps, and nowhere else. */
export interface TrajectorySegment {
  readonly scale: { readonly id: string; readonly version: string };
  readonly definition: RatingScale | null;
  readonly values: readonly TrajectoryValue[];
}

/** One perspective (and person, where records say who) on one scale, from the first time it was asked. */
export interface TrajectorySeries {
  readonly perspective: Perspective;
  readonly participant: Participant | null;
  readonly scaleId: string;
  readonly scaleName: string | null;
  readonly segments: readonly TrajectorySegment[];
}

/** A record, and its entry about the outcome, if it has one, with the views to follow in the order of `PERSPECTIVES`. */
export interface Point {
  readonly record: OutcomeRecord;
  readonly placed: Placed | null;
  readonly views: readonly RatingView[];
}

/** A series while it grows. */
interface Growing {
  readonly subject: string | undefined;
  readonly first: RatingView;
  last: RatingView;
  lastEntry: Entry;
  who: string;
  point: number;
  readonly segments: { readonly first: RatingView; readonly values: TrajectoryValue[] }[];
}

/** What a view is at a point: its ordinal, or the reason for the gap. */
function valueOf(point: number, view: RatingView): TrajectoryValue {
  const gap = (reason: TrajectoryGap): TrajectoryValue => ({ point, view, ordinal: null, gap: reason });
  const { answer } = view.rating;
  if (view.enteredInError) return gap('entered-in-error');
  if (answer.kind !== 'answered') return gap(answer.kind === 'no-answer' ? 'no-answer' : 'not-asked');
  if (!view.scale) return gap('scale-unknown');
  const order = orderOf(view.scale);
  const ordinal = order?.get(answer.value);
  if (ordinal !== undefined) return { point, view, ordinal, gap: null };
  return gap(order ? 'off-scale' : 'scale-unordered');
}

function gapAt(index: number, { placed }: Point, { first }: Growing, views: readonly RatingView[]): TrajectoryValue {
  const { perspective } = first.rating;
  const elsewhere = views.some((view) => view.rating.perspective === perspective && whoOf(view) === whoOf(first));
  return {
    point: index,
    view: null,
    ordinal: null,
    gap: !placed ? 'not-recorded' : elsewhere ? 'other-scale' : 'not-asked',
  };
}

/** A line for each perspective on each scale, broken where the ruler changes. */
export function seriesOf(points: readonly Point[]): readonly TrajectorySeries[] {
  const all: Growing[] = [];
  const known = new Set(points.flatMap(({ record }) => record.subject.id ?? []));
  // A record that does not say whose it is belongs to the one person whom the others are about, if it is one.
  const [only] = known.size === 1 ? known : [];
  points.forEach((point, index) => {
    const { placed } = point;
    const subject = point.record.subject.id ?? only;
    const views = point.views.filter((view) => isAsked(view) || view.enteredInError);
    for (const view of views) {
      const who = whoOf(view);
      const open = all.filter(
        (series) =>
          series.point < index &&
          series.subject === subject &&
          series.first.rating.perspective === view.rating.perspective &&
          (who === '' || series.who === '' || series.who === who),
      );
      const same = open.filter(({ last }) => last.rating.scale.id === view.rating.scale.id);
      const series =
        same.find((one) => one.who === who) ?? same[0] ?? open.find(({ last }) => scaleReason(last, view) === null);
      const { entry } = placed as Placed;
      const value = valueOf(index, view);
      if (!series) {
        const segments = [{ first: view, values: [value] }];
        all.push({
          subject,
          first: view,
          last: view,
          lastEntry: entry,
          who,
          point: index,
          segments,
        });
        continue;
      }
      // A mistake says nothing about which scale was used from then on.
      if (view.enteredInError || sameRuler(series.last, view, otherWish(series.lastEntry, entry)))
        series.segments.at(-1)?.values.push(value);
      else series.segments.push({ first: view, values: [value] });
      series.point = index;
      if (!view.enteredInError) Object.assign(series, { last: view, lastEntry: entry, who: who || series.who });
    }
    for (const series of all)
      if (series.point < index && series.subject === subject)
        series.segments.at(-1)?.values.push(gapAt(index, point, series, views));
  });
  const inOrder = all.sort(
    (a, b) => PERSPECTIVES.indexOf(a.first.rating.perspective) - PERSPECTIVES.indexOf(b.first.rating.perspective),
  );
  return inOrder.map(({ first, segments }) => ({
    perspective: first.rating.perspective,
    participant: first.participant,
    scaleId: first.rating.scale.id,
    scaleName: first.scale?.name ?? null,
    segments: segments.map(({ first: start, values }) => ({
      scale: { id: start.rating.scale.id, version: start.rating.scale.version },
      definition: start.scale,
      values,
    })),
  }));
}
