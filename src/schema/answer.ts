import * as z from 'zod/mini';
import { NO_ANSWER_REASONS } from './codes.js';
import { optionalText } from './primitives.js';
import { scaleValue } from './scale.js';
import type { Plain } from './types.js';

export const unanswered = z.looseObject({ kind: z.literal('unanswered') });

export const noAnswer = z.looseObject({
  kind: z.literal('no-answer'),
  reason: z.enum(NO_ANSWER_REASONS),
  note: optionalText,
});

/** An answer on a scale: a tagged union, never a bare value, so that 0, "I'd rather not say" and "not asked yet" cannot be confused. */
export const scaleAnswer = z.discriminatedUnion('kind', [
  unanswered,
  z.looseObject({ kind: z.literal('answered'), value: scaleValue }),
  noAnswer,
]);

export type Unanswered = Plain<z.infer<typeof unanswered>>;
export type NoAnswer = Plain<z.infer<typeof noAnswer>>;
export type ScaleAnswer = Plain<z.infer<typeof scaleAnswer>>;
