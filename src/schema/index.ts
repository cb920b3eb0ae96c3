import {
  conflictSettleDetail,
  recordConflictDetail,
  answerChangeDetail,
  concernDetail,
  draftDetail,
  errorDetail,
  recordChangeDetail,
  recordCompleteDetail,
} from './events.js';
import { outcomeFramework } from './framework.js';
import { outcomeRecord } from './record.js';
import { ratingScale } from './scale.js';

/** Every schema that is published, by the name of its JSON Schema file. */
export const schemas = {
  'outcome-record': outcomeRecord,
  'outcome-framework': outcomeFramework,
  'rating-scale': ratingScale,
  'answer-change-detail': answerChangeDetail,
  'record-change-detail': recordChangeDetail,
  'record-complete-detail': recordCompleteDetail,
  'record-conflict-detail': recordConflictDetail,
  'conflict-settle-detail': conflictSettleDetail,
  'draft-detail': draftDetail,
  'concern-detail': concernDetail,
  'error-detail': errorDetail,
} as const;

export * from './answer.js';
export * from './codes.js';
export * from './events.js';
export * from './framework.js';
export * from './parse.js';
export * from './record.js';
export * from './rules.js';
export * from './scale.js';
export type { Plain } from './types.js';
