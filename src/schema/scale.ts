import * as z from 'zod/mini';
import { AGGREGATES, DIRECTIONS, PERSPECTIVES, SCALE_KINDS, SCALE_PRESENTATIONS } from './codes.js';
import { id, label, licence, optionalLanguage, optionalText, text, version } from './primitives.js';
import type { Plain } from './types.js';

/** A point's value: a number on numeric scales, a code on worded ones. `0` is a value like any other. */
export const scaleValue = z.union([z.number(), z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))]);

export const scalePoint = z.looseObject({
  value: scaleValue,
  /** Where the point lies between the others, for comparing. Without it: the value of a numeric scale, else the place in the list. */
  ordinal: z.optional(z.number()),
  label,
  shortLabel: z.optional(label),
  easyLabel: z.optional(label),
  description: optionalText,
});

/**
 * A rating scale. `points` are in order from the first to the last shown; `id` and `version` together are immutable once used.
 * Source of the fields: the pitfalls in reading ratings (who rated, which version, which way is better).
 */
export const ratingScale = z.looseObject({
  id,
  version,
  name: label,
  language: optionalLanguage,
  /** The question that the scale answers when the page asks none. */
  question: optionalText,
  kind: z.enum(SCALE_KINDS),
  points: z.array(scalePoint).check(z.minLength(1)),
  /** Whether a higher `ordinal` is better. */
  direction: z.enum(DIRECTIONS),
  /** The words at the two ends, for numeric scales. */
  anchors: z.optional(z.looseObject({ first: label, last: label })),
  presentation: z.optional(z.enum(SCALE_PRESENTATIONS)),
  aggregate: z.optional(z.enum(AGGREGATES)),
  /** Other `id@version` whose answers mean the same. */
  comparableWith: z.optional(z.array(z.string())),
  /**
   * The smallest difference, in ordinals, that is more than chance by the evidence of the scale's owner, and where that is written. Without
   * it no difference is called reliable.
   */
  reliableChange: z.optional(z.looseObject({ atLeast: z.number(), source: text })),
  perspectives: z.optional(z.array(z.enum(PERSPECTIVES))),
  licence: z.optional(licence),
});

export type ScaleValue = Plain<z.infer<typeof scaleValue>>;
export type ScalePoint = Plain<z.infer<typeof scalePoint>>;
export type RatingScale = Plain<z.infer<typeof ratingScale>>;
export type Licence = Plain<z.infer<typeof licence>>;
