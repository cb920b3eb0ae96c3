import { addShipped, findIn, register, registered, type Registry } from '../model/registry.js';
import type { RatingScale } from '../schema/scale.js';
import { change3 } from './change-3.js';
import { change5 } from './change-5.js';
import { frequency4 } from './frequency-4.js';
import { goalAttainment } from './goal-attainment.js';
import { importance1To10 } from './importance-1-10.js';
import { met3 } from './met-3.js';
import { numeric0To10 } from './numeric-0-10.js';
import { registrationProblems } from './rules.js';
import { scales } from './store.js';

/**
 * The scales that are shipped. Worded ones run from most to least, as they are read out, so their first point is the higher one; numbers
 * run upwards. None says that it is comparable with another, and none is averaged.
 */
const shipped = [met3, change3, change5, frequency4, numeric0To10, importance1To10, goalAttainment];

/** Filled at the first question and not while it is being imported: importing this has no side effect. */
function all(): Registry<RatingScale> {
  if (!scales.has(met3.id)) addShipped(scales, shipped);
  return scales;
}

/**
 * Registers a rating scale of a partnership or a licensed instrument for the whole page, and hands back the frozen copy that is kept.
 * Registering the same again is silent.
 *
 * @throws DataError with every problem, when the scale is not valid or its id and version are taken by a different scale
 */
export const registerScale = (input: unknown): RatingScale =>
  register(all(), 'rating scale', input, registrationProblems);

/**
 * A scale that is shipped or registered.
 *
 * @param ref - an id for its newest version (`met-3`), or an id and version (`met-3@1`)
 */
export const findScale = (ref: string): RatingScale | undefined => findIn(all(), ref);

/** Every version of every scale that is shipped or registered. */
export const registeredScales = (): readonly RatingScale[] => registered(all());
