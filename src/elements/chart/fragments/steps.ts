import { orderOf } from '../../../model/compare-scales.js';
import type { RatingScale } from '../../../schema/scale.js';

/** A place on a scale, in words. */
export interface Step {
  readonly ordinal: number;
  readonly label: string;
  readonly short: string;
}

/** The places of a scale from the lowest to the highest, each once; none where the scale has no order. */
export function stepsOf(scale: RatingScale): readonly Step[] {
  const order = orderOf(scale);
  const steps = new Map<number, Step>();
  for (const { value, label, shortLabel } of scale.points) {
    const ordinal = order?.get(value);
    if (ordinal !== undefined && !steps.has(ordinal))
      steps.set(ordinal, { ordinal, label, short: shortLabel ?? label });
  }
  return [...steps.values()].sort((a, b) => a.ordinal - b.ordinal);
}
