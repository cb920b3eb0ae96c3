import { deepFreeze } from '../model/freeze.js';
import type {
  AnswerChangeDetail,
  ConcernDetail,
  ConflictSettleDetail,
  ErrorDetail,
  RecordChangeDetail,
  RecordCompleteDetail,
  RecordConflictDetail,
} from '../schema/events.js';

/** Every event of the library crosses shadow roots and bubbles, and its detail is frozen plain data. */
class TpEvent<Detail> extends CustomEvent<Detail> {
  static readonly type: string;

  constructor(detail: Detail) {
    const { type } = new.target;
    super(type, {
      bubbles: true,
      composed: true,
      cancelable: type.startsWith('tp-before-'),
      detail: deepFreeze(detail),
    });
  }
}

/** An answer, some words or a list has changed. Fired once for each change that somebody makes. */
export class TpAnswerChangeEvent extends TpEvent<AnswerChangeDetail> {
  static override readonly type = 'tp-answer-change';
}

/** An answer is about to change. `preventDefault()` keeps everything as it was. */
export class TpBeforeAnswerChangeEvent extends TpEvent<AnswerChangeDetail> {
  static override readonly type = 'tp-before-answer-change';
}

/** The record has changed: the whole record, and the change as JSON Patch. */
export class TpRecordChangeEvent extends TpEvent<RecordChangeDetail> {
  static override readonly type = 'tp-record-change';
}

/** The record is about to be completed. `preventDefault()` keeps it a draft. */
export class TpBeforeRecordCompleteEvent extends TpEvent<RecordCompleteDetail> {
  static override readonly type = 'tp-before-record-complete';
}

/**
 * Why a record was not stored, in words that people may read: reject the promise given to `waitUntil` with any object that has them, such as
 * `Object.assign(new Error('503 from the gateway'), { forPeople: 'The records are closed until eight.' })`. Shown as plain text under “Not saved”.
 */
export interface NotStored {
  /** One plain sentence, in the language of the screen. An error's `message` is for developers: it is told as `tp-error`, and shown to nobody. */
  readonly forPeople: string;
}

/** `fetch` resolves to the server's answer, whatever the server has said. A frame's `Response` is another class. */
function refuse(answer: unknown): void {
  const response = answer as Partial<Response> | null | undefined;
  if (response?.ok === false && response.status) throw new Error(`HTTP ${String(response.status)}`);
}

/**
 * The record is complete. Hand the promise of storing it to `waitUntil`, so that people are told truthfully whether it was saved. Where nobody does,
 * people read “Completed.” and not “Saved.”, and the console says so once.
 */
export class TpRecordCompleteEvent extends TpEvent<RecordCompleteDetail> {
  static override readonly type = 'tp-record-complete';
  /** Until the event was handled. */
  #waiting: Promise<unknown>[] | undefined = [];

  /**
   * Keeps the element at "Saving…" until the promise settles: "Saved" when it resolves, "Not saved" and a way to try again when it rejects, or resolves
   * to a `Response` that is not `ok`. Why, is shown where the promise is rejected with a `NotStored`.
   *
   * @throws TypeError when it is given no promise, as by a `store()` that does not return its own: then the record counts as not stored; and when
   *   called after the event was handled, as the platform's `ExtendableEvent` does: nobody would be waiting any more
   */
  waitUntil(promise: Promise<unknown>): void {
    const waiting = this.#waiting;
    const isPromise = typeof (promise as Partial<Promise<unknown>> | undefined)?.then === 'function';
    const error = new TypeError('waitUntil() takes the promise of storing, before any await.');
    // Whoever hands over no promise has not said that it is stored.
    waiting?.push(isPromise ? promise.then(refuse) : Promise.reject(error));
    if (!waiting || !isPromise) throw error;
  }

  /** @internal What the host wants waited for; from now on `waitUntil` is too late. */
  close(): readonly Promise<unknown>[] {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    return waiting;
  }
}

/** The host holds another version of the record by now: somebody else was quicker, or an answer got lost. Nothing was overwritten; both are in the detail. */
export class TpRecordConflictEvent extends TpEvent<RecordConflictDetail> {
  static override readonly type = 'tp-record-conflict';
}

/** Two versions of a record were settled into one: the merged draft, and what is not in it. */
export class TpConflictSettleEvent extends TpEvent<ConflictSettleDetail> {
  static override readonly type = 'tp-conflict-settle';
}

/** The worker is worried about somebody's safety. The host's own process takes over; nothing is kept in the record. */
export class TpConcernEvent extends TpEvent<ConcernDetail> {
  static override readonly type = 'tp-concern';
}

/** Something is wrong: what, where, and how to mend it. */
export class TpErrorEvent extends TpEvent<ErrorDetail> {
  static override readonly type = 'tp-error';
}

/** The library's events by name, for typed listeners. */
export interface TpEventMap {
  'tp-answer-change': TpAnswerChangeEvent;
  'tp-before-answer-change': TpBeforeAnswerChangeEvent;
  'tp-record-change': TpRecordChangeEvent;
  'tp-before-record-complete': TpBeforeRecordCompleteEvent;
  'tp-record-complete': TpRecordCompleteEvent;
  'tp-record-conflict': TpRecordConflictEvent;
  'tp-conflict-settle': TpConflictSettleEvent;
  'tp-concern': TpConcernEvent;
  'tp-error': TpErrorEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is the only way to type addEventListener
  interface HTMLElementEventMap extends TpEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- errors and everything that bubbles reach the document
  interface DocumentEventMap extends TpEventMap {}
}
