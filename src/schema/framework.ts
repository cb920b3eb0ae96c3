import * as z from 'zod/mini';
import { DIRECTIONS, INTENTS } from './codes.js';
import { id, label, language, licence, link, text, version } from './primitives.js';
import type { Plain } from './types.js';

export const outcomeCategory = z.looseObject({
  id,
  label,
  description: z.optional(text),
});

/** One outcome of a framework: a name to talk around, never a field that has to be filled. */
export const frameworkOutcome = z.looseObject({
  id,
  name: label,
  category: z.optional(id),
  easyName: z.optional(label),
  description: z.optional(text),
  /** Ways to ask. Suggestions to hide, reorder or rephrase. */
  prompts: z.optional(z.array(label)),
  /** Whether the name was checked against the published source; absent in a partnership's own framework. */
  verified: z.optional(z.boolean()),
  verificationNote: z.optional(text),
  /** The scale for this outcome where it is not the framework's. */
  scale: z.optional(id),
  /** Which way is better for this outcome where the scale's own rule does not hold. */
  direction: z.optional(z.enum(DIRECTIONS)),
  intent: z.optional(z.enum(INTENTS)),
});

/** A set of outcomes to guide a conversation. `id` and `version` together are immutable once used. */
export const outcomeFramework = z.looseObject({
  id,
  version,
  name: label,
  language: z.optional(language),
  description: z.optional(text),
  attribution: z.optional(z.looseObject({ text: label, source: z.optional(text), link: z.optional(link) })),
  licence: z.optional(licence),
  /** The id of the scale that answers "How are things now?". */
  scale: z.optional(id),
  categories: z.optional(z.array(outcomeCategory)),
  outcomes: z.array(frameworkOutcome).check(z.minLength(1)),
});

export type OutcomeCategory = Plain<z.infer<typeof outcomeCategory>>;
export type FrameworkOutcome = Plain<z.infer<typeof frameworkOutcome>>;
export type OutcomeFramework = Plain<z.infer<typeof outcomeFramework>>;
