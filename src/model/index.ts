/** Pure functions over records, and the registries. Knows no DOM: runs in Node, in workers and on a server. */
export { findFramework, registeredFrameworks, registerFramework } from '../frameworks/registry.js';
export { findScale, registeredScales, registerScale } from '../scales/registry.js';
export { DataError, type Problem } from '../schema/rules.js';
export { answered, noAnswer, sameAnswer, UNANSWERED, type Answer, type Answered } from './answer.js';
export { instantOf, isRealDate, localDateOf, type Clock } from './clock.js';
export { latestRecords } from './compare-latest.js';
export {
  TRAJECTORY_GAPS,
  type TrajectoryGap,
  type TrajectorySegment,
  type TrajectorySeries,
  type TrajectoryValue,
} from './compare-series.js';
export { summariseRecord } from './compare-time.js';
export * from './compare-types.js';
export { compareRecords } from './compare.js';
export { isRecordConflict, RecordConflictError, type RecordConflict } from './conflict.js';
export {
  diffFrameworks,
  FRAMEWORK_CHANGE_EFFECTS,
  FRAMEWORK_CHANGES,
  type FrameworkChange,
  type FrameworkChangeCode,
  type FrameworkChangeEffect,
  type FrameworkDiff,
  type FrameworkDiffOptions,
} from './diff-frameworks.js';
export { newId } from './ids.js';
export { loadRecord } from './load.js';
export * from './merge-types.js';
export { mergeRecords } from './merge.js';
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
export {
  reviewProgress,
  startReview,
  takeUp,
  type EntryFramework,
  type LeftBehind,
  type NewReview,
  type Previous,
  type ReviewAction,
  type ReviewEntry,
  type ReviewProgress,
} from './review.js';
export { shareRecord, type ShareOptions } from './share.js';
export {
  trajectory,
  TRAJECTORY_PROBLEMS,
  type OutcomeSelector,
  type Trajectory,
  type TrajectoryOptions,
  type TrajectoryPoint,
  type TrajectoryProblem,
} from './trajectory.js';
export { upcast } from './upcast.js';
