/** Pure functions over records, and the registries. Knows no DOM: runs in Node, in workers and on a server. */
export { findFramework, registeredFrameworks, registerFramework } from '../frameworks/registry.js';
export { findScale, registeredScales, registerScale } from '../scales/registry.js';
export { DataError, type Problem } from '../schema/rules.js';
export { answered, noAnswer, sameAnswer, UNANSWERED, type Answer, type Answered } from './answer.js';
export { instantOf, isRealDate, localDateOf, type Clock } from './clock.js';
export { newId } from './ids.js';
export { loadRecord } from './load.js';
export { applyPatch, edit, editAll, type Edited } from './patch.js';
export { readPerspectives } from './perspectives.js';
export {
  amendRecord,
  completeRecord,
  createEntry,
  createRecord,
  isEmptyEntry,
  markEnteredInError,
  outcomeReference,
  type Amendment,
  type NewRecord,
} from './record.js';
export { upcast } from './upcast.js';
