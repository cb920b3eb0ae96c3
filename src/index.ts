/** The classes, the events and the types. Importing this registers nothing: `talking-points-elements/define` does. */
export {
  TpAnswerChangeEvent,
  TpBeforeAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpConflictSettleEvent,
  TpErrorEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
  TpRecordConflictEvent,
  type NotStored,
  type TpEventMap,
} from './base/events.js';
export { getRegistrationReport, type Registration } from './base/define-element.js';
export { TpActions } from './elements/actions/actions.js';
export { TpContributors } from './elements/contributors/contributors.js';
export { TpConversation } from './elements/conversation/conversation.js';
export { TpNarrative } from './elements/narrative/narrative.js';
export { TpOutcomeStar } from './elements/outcome-star/outcome-star.js';
export { TpOutcomeTimeline } from './elements/outcome-timeline/outcome-timeline.js';
export { TpOutcome } from './elements/outcome/outcome.js';
export { TpPrompt } from './elements/prompt/prompt.js';
export { TpRatingScale } from './elements/rating-scale/rating-scale.js';
export { TpRecordConflict } from './elements/record-conflict/record-conflict.js';
export { TpRecordSummary } from './elements/record-summary/record-summary.js';
export { TpReviewComparison } from './elements/review-comparison/review-comparison.js';
export { RecordConflictError, type RecordConflict } from './model/conflict.js';
export { registerStrings, type StringPack } from './i18n/index.js';
export type * from './schema/index.js';
export { VERSION } from './version.js';
