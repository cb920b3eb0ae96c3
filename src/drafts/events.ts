import type { OutcomeRecord } from '../schema/record.js';

/** What is told of a draft: the whole record, frozen. */
export interface DraftDetail {
  readonly v: 1;
  readonly source: 'user' | 'restore';
  readonly record: OutcomeRecord;
}

class DraftEvent extends CustomEvent<DraftDetail> {
  static readonly type: string;

  constructor(record: OutcomeRecord) {
    const { type } = new.target;
    const source = type.endsWith('restore') ? 'restore' : 'user';
    super(type, { bubbles: true, composed: true, detail: Object.freeze({ v: 1, source, record }) });
  }
}

/** The page is being hidden or left, with words that the host has not stored. Fired synchronously: what has to be done now is done now. */
export class TpDraftSaveEvent extends DraftEvent {
  static override readonly type = 'tp-draft-save';
}

/** Somebody goes on with a draft: the conversation now shows its record. */
export class TpDraftRestoreEvent extends DraftEvent {
  static override readonly type = 'tp-draft-restore';
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
