import * as z from 'zod/mini';
import { DIRECTIONS, INTENTS } from './codes.js';
import { id, label, licence, link, optionalId, optionalLanguage, optionalText, version } from './primitives.js';
import type { Plain } from './types.js';

export const outcomeCategory = z.looseObject({
  id,
  label,
  description: optionalText,
});

/** One outcome of a framework: a name to talk around, never a field that has to be filled. */
export const frameworkOutcome = z.looseObject({
  id,
  name: label,
  category: optionalId,
  easyName: z.optional(label),
  description: optionalText,
  /** Ways to ask. Suggestions to hide, reorder or rephrase. */
  prompts: z.optional(z.array(label)),
  /** Whether the name was checked against the published source; absent in a partnership's own framework. */
  verified: z.optional(z.boolean()),
  verificationNote: optionalText,
  /** The scale for this outcome where it is not the framework's. */
  scale: optionalId,
  /** Which way is better for this outcome where the scale's own rule does not hold. */
  direction: z.optional(z.enum(DIRECTIONS)),
  intent: z.optional(z.enum(INTENTS)),
});

/** A set of outcomes to guide a conversation. `id` and `version` together are immutable once used. */
export const outcomeFramework = z.looseObject({
  id,
  version,
  name: label,
  language: optionalLanguage,
  description: optionalText,
  attribution: z.optional(z.looseObject({ text: label, source: optionalText, link: z.optional(link) })),
  licence: z.optional(licence),
  /** The id of the scale that answers "How are things now?". */
  scale: optionalId,
  categories: z.optional(z.array(outcomeCategory)),
  outcomes: z.array(frameworkOutcome).check(z.minLength(1)),
});

export type OutcomeCategory = Plain<z.infer<typeof outcomeCategory>>;
export type FrameworkOutcome = Plain<z.infer<typeof frameworkOutcome>>;
export type OutcomeFramework = Plain<z.infer<typeof outcomeFramework>>;
