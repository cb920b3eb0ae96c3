import type { Registry } from '../model/registry.js';
import type { RatingScale } from '../schema/scale.js';

/**
 * The scales that a page has. Kept apart from the shipped ones, so that a page with a single rating scale of its own does not load all of
 * them; `registry.ts` puts those in when it is first asked.
 */
export const scales: Registry<RatingScale> = new Map();
