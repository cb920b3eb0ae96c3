/** For hosts' own tests: drivers that fill in a conversation as a person would, made-up records, and the contracts that every field keeps. */
export {
  conversationDriver,
  type ConversationDriver,
  type ConversationDriverOptions,
  type OutcomeDriver,
  type ViewOptions,
} from './conversation.js';
export { domDriver, userEventDriver, type DomDriverOptions, type Hands, type UserEvent } from './dom.js';
export { fixtures } from './fixtures.js';
export type { Part, Role } from './part.js';
export { playwrightDriver, type PlaywrightLocator, type PlaywrightPage } from './playwright.js';
export { aRecord, type RecordBuilder, type RecordOptions, type Said, type TestAnswer } from './records.js';
