import fc from 'fast-check';
import { registeredFrameworks } from '../../../src/frameworks/registry.js';
import { registeredScales } from '../../../src/scales/registry.js';
import { recordsOf } from '../../unit/interop-samples.js';

/** @import { OutcomeFramework } from '../../../src/schema/framework.js' */

export const frameworks = registeredFrameworks();
export const scales = registeredScales();

/** The same records each time. @param {OutcomeFramework} framework @param {number} count */
export const samples = (framework, count) =>
  fc
    .sample(recordsOf(framework), { seed: 20261123, numRuns: count })
    .map((record) => /** @type {typeof record} */ (JSON.parse(JSON.stringify(record))));
