import type { Direction } from '../schema/codes.js';
import type { RatingScale, ScaleValue } from '../schema/scale.js';
import { wordsKey } from './compare-entries.js';
import type { NotComparableReason, RatingView } from './compare-types.js';

/** Two answers on one ruler. */
export interface Measured {
  /** Now less then, in the scale's ordinals. */
  readonly difference: number;
  /** Places between the two. */
  readonly steps: number;
  /** Whether the difference reaches what the scale's owner calls reliable; `null` where the scale defines nothing. */
  readonly reliable: boolean | null;
  /** The scale's own rule. */
  readonly direction: Direction;
}

/**
 * Where each point of a scale lies. The ordinals, where every point has one; else the numbers, where every value is one; else the place in the
 * list. `null` where there is no order: codes of a status, and scales that give only some points an ordinal.
 */
export function orderOf(scale: RatingScale): ReadonlyMap<ScaleValue, number> | null {
  // Looked at for every answer. What may still change is looked at anew.
  const known = Object.isFrozen(scale.points) ? orders.get(scale) : undefined;
  if (known !== undefined) return known;
  const order = readOrder(scale);
  orders.set(scale, order);
  return order;
}

const orders = new WeakMap<RatingScale, ReadonlyMap<ScaleValue, number> | null>();

function readOrder({ points, kind }: RatingScale): ReadonlyMap<ScaleValue, number> | null {
  const given = points.filter(({ ordinal }) => ordinal !== undefined).length;
  const numbers = points.every(({ value }) => typeof value === 'number');
  if (given !== points.length && (given > 0 || (kind === 'status' && !numbers))) return null;
  const order = new Map<ScaleValue, number>();
  points.forEach(({ ordinal, value }, index) => {
    if (!order.has(value)) order.set(value, ordinal ?? (numbers ? Number(value) : index));
  });
  return order;
}

/** What there has to be known of a view to say whether its scale is the same ruler as another's. */
export type OnScale = Pick<RatingView, 'scale'> & { readonly rating: Pick<RatingView['rating'], 'scale'> };

/** The scale of a view, as records name it. */
export const refOf = ({ rating }: OnScale): string => `${rating.scale.id}@${rating.scale.version}`;

/** Whether a scale says that the answers of another mean the same. */
const declares = (view: OnScale, ref: string): boolean => view.scale?.comparableWith?.includes(ref) ?? false;

/** Why answers on these two scales cannot be set against each other, whatever they are; `null`: they can. */
export function scaleReason(then: OnScale, now: OnScale): NotComparableReason | null {
  const [before, after] = [refOf(then), refOf(now)];
  if (before !== after && !declares(then, after) && !declares(now, before))
    return then.rating.scale.id === now.rating.scale.id ? 'scale-version' : 'scale';
  const known = [then.scale, now.scale].filter((scale) => scale !== null);
  // Across two scales both have to be known: one alone cannot say where the other's answers lie.
  if (known.length < (before === after ? 1 : 2)) return 'scale-unknown';
  const orders = known.map(orderOf);
  if (orders.includes(null)) return 'scale-unordered';
  const [one, other] = [...orders, ...orders] as [ReadonlyMap<ScaleValue, number>, ReadonlyMap<ScaleValue, number>];
  const agree = known.every(({ direction }) => direction === known[0]?.direction) && isOneOrder(one, other);
  return agree ? null : 'scales-disagree';
}

/** Whether what two scales both have lies at the same place in both. */
function isOneOrder(one: ReadonlyMap<ScaleValue, number>, other: ReadonlyMap<ScaleValue, number>): boolean {
  for (const [value, ordinal] of one) if ((other.get(value) ?? ordinal) !== ordinal) return false;
  return true;
}

/** The levels of a goal as the person worded them, as a key. */
const levelsKey = ({ rating }: RatingView): string =>
  JSON.stringify(
    (rating.levels ?? [])
      .filter(({ text }) => text.trim() !== '')
      .map(({ value, text }) => [String(value), wordsKey(text)])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );

/** Goal attainment says how close things came to one goal: with other levels, or another goal, it is another question. */
function goalReason(then: RatingView, now: RatingView, otherWish: boolean): NotComparableReason | null {
  const isGoal = [then, now].some(
    ({ rating, scale }) => scale?.kind === 'goal-attainment' || (rating.levels ?? []).length > 0,
  );
  if (!isGoal) return null;
  const levels = levelsKey(then);
  if (levels !== levelsKey(now)) return 'levels-differ';
  return levels === '[]' && otherWish ? 'goal-differs' : null;
}

/**
 * Whether a line may run from one view to the next: the same ruler, and the same goal. A scale that nobody holds, or that has no order, is still the
 * same scale from one time to the next.
 */
export function sameRuler(then: RatingView, now: RatingView, otherWish: boolean): boolean {
  const reason = scaleReason(then, now);
  const isOneScale = reason === null || (refOf(then) === refOf(now) && reason !== 'scales-disagree');
  return isOneScale && goalReason(then, now, otherWish) === null;
}

/**
 * How far two answers lie apart, or why that cannot be said.
 *
 * @param otherWish - what the person wants was worded otherwise then
 */
export function measure(then: RatingView, now: RatingView, otherWish: boolean): Measured | NotComparableReason {
  const reason = scaleReason(then, now);
  if (reason) return reason;
  const scales = [then.scale, now.scale].filter((scale) => scale !== null);
  const orders = scales.map((scale) => orderOf(scale) ?? new Map<ScaleValue, number>());
  // Each on its own scale; on the other's where only that one is known, which is the same.
  const [from, to] = [then, now].map(({ rating: { answer }, scale }) =>
    answer.kind === 'answered' ? (scale ? orderOf(scale) : orders[0])?.get(answer.value) : undefined,
  );
  if (from === undefined || to === undefined) return 'off-scale';
  const goal = goalReason(then, now, otherWish);
  if (goal) return goal;
  const difference = to - from;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const places = new Set(orders.flatMap((order) => [...order.values()]));
  const thresholds = scales.map(({ reliableChange }) => reliableChange?.atLeast ?? 0).filter((least) => least > 0);
  return {
    difference,
    steps: [...places].filter((place) => place > low && place <= high).length,
    reliable: thresholds.length > 0 ? Math.abs(difference) >= Math.max(...thresholds) : null,
    direction: (scales[0] as RatingScale).direction,
  };
}
