import type { DraftDetail } from '../schema/events.js';
import type { OutcomeRecord } from '../schema/record.js';

const init = (source: DraftDetail['source'], record: OutcomeRecord): CustomEventInit<DraftDetail> => ({
  bubbles: true,
  composed: true,
  detail: Object.freeze({ v: 1, source, record }),
});

/** The page is being hidden or left, with words that the host has not stored. Fired synchronously: what has to be done now is done now. */
export class TpDraftSaveEvent extends CustomEvent<DraftDetail> {
  static readonly type = 'tp-draft-save';

  constructor(record: OutcomeRecord) {
    super('tp-draft-save', init('user', record));
  }
}

/** Somebody goes on with a draft: the conversation now shows its record. */
export class TpDraftRestoreEvent extends CustomEvent<DraftDetail> {
  static readonly type = 'tp-draft-restore';

  constructor(record: OutcomeRecord) {
    super('tp-draft-restore', init('restore', record));
  }
}

/** The events of drafts by name, for typed listeners. */
export interface TpDraftEventMap {
  'tp-draft-save': TpDraftSaveEvent;
  'tp-draft-restore': TpDraftRestoreEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is the only way to type addEventListener
  interface HTMLElementEventMap extends TpDraftEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- they reach the document
  interface DocumentEventMap extends TpDraftEventMap {}
}
