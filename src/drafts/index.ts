/** Drafts that survive a reload and a crash, where a host asks for them. Importing this stores nothing. */
export {
  DRAFT_VERSION,
  DraftError,
  type DraftFault,
  type DraftStore,
  type KeptDraft,
  type Sealed,
  type StoredDraft,
} from './draft.js';
export { draftStrings } from './drafts.strings.js';
export { TpDraftRestoreEvent, TpDraftSaveEvent, type TpDraftEventMap } from './events.js';
export type { DraftDetail } from '../schema/events.js';
export { indexedDbDrafts } from './indexeddb.js';
export { keepDrafts } from './keeper.js';
export { memoryDrafts } from './memory.js';
export type {
  ConversationDrafts,
  DraftController,
  DraftedConversation,
  DraftNotices,
  DraftOffer,
  DraftOptions,
  DraftWord,
  Held,
} from './types.js';
