import type { ScaleAnswer } from '../schema/answer.js';
import type { OutcomeRecord, Rating } from '../schema/record.js';
import type { RatingScale, ScalePoint, ScaleValue } from '../schema/scale.js';

/** The scale of a rating as the record keeps it: as shown on the day. */
export const scaleOf = (record: OutcomeRecord, { scale: { id, version } }: Rating): RatingScale | undefined =>
  record.scales.find((scale) => scale.id === id && scale.version === version);

export const pointOf = (scale: RatingScale | undefined, value: ScaleValue): ScalePoint | undefined =>
  scale?.points.find((point) => point.value === value);

/** Where a value lies between the others. A value that is off the scale lies nowhere. */
export function ordinalOf(scale: RatingScale | undefined, value: ScaleValue): number | undefined {
  const point = pointOf(scale, value);
  if (!scale || !point) return undefined;
  return point.ordinal ?? (typeof value === 'number' ? value : scale.points.indexOf(point));
}

/** The words of an answer: those that were shown on the day, else the scale's, else the value itself. */
export function answerLabel(scale: RatingScale | undefined, answer: ScaleAnswer, shown?: string): string {
  if (answer.kind !== 'answered') return '';
  return shown?.trim() ? shown : (pointOf(scale, answer.value)?.label ?? String(answer.value));
}
