import { createRegistry, findIn, register, registered } from '../model/registry.js';
import type { OutcomeFramework } from '../schema/framework.js';
import { parseFramework } from '../schema/parse.js';
import type { Problem } from '../schema/rules.js';
import { shanarri } from './shanarri.js';
import { talkingPointsCareHome } from './talking-points-care-home.js';
import { talkingPointsCarers } from './talking-points-carers.js';
import { talkingPointsCommunity } from './talking-points-community.js';

const frameworks = /* @__PURE__ */ createRegistry<OutcomeFramework>([
  talkingPointsCommunity,
  talkingPointsCarers,
  talkingPointsCareHome,
  shanarri,
]);

const problemsOf = (input: unknown): readonly Problem[] => {
  const parsed = parseFramework(input);
  return parsed.ok ? [] : parsed.problems;
};

/**
 * Registers a partnership's own framework for the whole page, and hands back the frozen copy that is kept. Registering the same again is
 * silent.
 *
 * @throws DataError with every problem, when the framework is not valid or its id and version are taken by a different one
 */
export const registerFramework = (input: unknown): OutcomeFramework =>
  register(frameworks, 'framework', input, problemsOf);

/**
 * A framework that is shipped or registered.
 *
 * @param ref - an id for its newest version (`shanarri`), or an id and version (`shanarri@1`)
 */
export const findFramework = (ref: string): OutcomeFramework | undefined => findIn(frameworks, ref);

/** Every version of every framework that is shipped or registered. */
export const registeredFrameworks = (): readonly OutcomeFramework[] => registered(frameworks);
