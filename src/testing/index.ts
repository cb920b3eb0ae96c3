/** For hosts' own tests: drivers that fill in a conversation as a person would, made-up records, and the contracts that every field keeps. */
export { findingsOf, type Check, type Finding } from './check.js';
export {
  conversationDriver,
  type ConversationDriver,
  type ConversationDriverOptions,
  type OutcomeDriver,
  type ViewOptions,
} from './conversation.js';
export { domDriver, userEventDriver, type DomDriverOptions, type Hands, type UserEvent } from './dom.js';
export { elementContract, type ElementCase } from './element-contract.js';
export { eventContract } from './event-contract.js';
export type { AnyField, FieldCase } from './field.js';
export { fixtures } from './fixtures.js';
export { formContract } from './form-contract.js';
export type { Part, Role } from './part.js';
export { playwrightDriver, type PlaywrightLocator, type PlaywrightPage } from './playwright.js';
export { aRecord, type RecordBuilder, type RecordOptions, type Said, type TestAnswer } from './records.js';
