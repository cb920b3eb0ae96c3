import type { ReactiveControllerHost } from 'lit';
import { TpBeforeRecordCompleteEvent, TpRecordCompleteEvent, type NotStored } from '../../base/events.js';
import { report } from '../../base/report.js';
import { isRecordConflict, type RecordConflict } from '../../model/conflict.js';
import type { ConversationDrafts } from '../../drafts/types.js';
import { completeRecord } from '../../model/record.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { Problem } from '../../schema/rules.js';
import type { SaveState } from './conversation.finish.js';

const STATES = ['saving', 'saved', 'not-saved', 'conflict'] as const;

/** Takes up that somebody else was quicker, or says why it cannot. */
type Meet = (refused: RecordConflict, sent: OutcomeRecord) => Error | undefined;

type CompletingHost = HTMLElement & ReactiveControllerHost & { readonly drafts: ConversationDrafts | undefined };

/** Completing a record: asks, tells, waits for the host, and knows what to say about it. */
export class Completion {
  readonly #host: CompletingHost;
  readonly #states: CustomStateSet | undefined;
  readonly #meet: Meet;
  #state: SaveState = 'editing';
  /** Why the host could not store it, where it has said that for people. */
  why: string | undefined;
  /** The draft that was last completed, and what was sent for it. */
  #attempt: { readonly draft: OutcomeRecord; readonly record: OutcomeRecord } | undefined;

  constructor(host: CompletingHost, states: CustomStateSet | undefined, meet: Meet) {
    this.#host = host;
    this.#states = states;
    this.#meet = meet;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** What the host is storing at the moment. */
  get sending(): OutcomeRecord | undefined {
    return this.#state === 'saving' ? this.#attempt?.record : undefined;
  }

  /** Another record has come: nothing is to be said about the old one, unless it is that a correction was left. */
  reset(state: SaveState = 'editing'): void {
    this.#attempt = undefined;
    this.#say(state);
  }

  /** The completed record, once the host has stored it; otherwise why not, or `undefined` when a listener vetoed it. */
  async run(draft: OutcomeRecord, now: Date): Promise<OutcomeRecord | Problem | undefined> {
    // A second try sends the very same record, so that a host that did store the first one can tell; a changed draft is sent as changed.
    const attempt = this.#attempt?.draft === draft ? this.#attempt : { draft, record: completeRecord(draft, now) };
    const detail = { v: 1, source: 'user', record: attempt.record } as const;
    if (!this.#host.dispatchEvent(new TpBeforeRecordCompleteEvent(detail))) return undefined;
    this.#attempt = attempt;
    const event = new TpRecordCompleteEvent(detail);
    this.#host.dispatchEvent(event);
    const waiting = event.close();
    this.#say(waiting.length > 0 ? 'saving' : 'completed');
    // In the console alone: a host may store what complete() hands back.
    if (waiting.length === 0) report(undefined, `<${this.#host.localName}> tp-record-complete`, notTaken, 'warning');
    try {
      await Promise.all(waiting);
    } catch (error) {
      if (this.#attempt !== attempt) return undefined;
      const { forPeople } = (error ?? {}) as Partial<NotStored>;
      this.why = typeof forPeople === 'string' ? forPeople : undefined;
      const conflict = isRecordConflict(error);
      const why = conflict ? this.#meet(error, attempt.record) : error;
      // A listener may have settled it with a record of its own.
      if (this.#attempt === attempt) this.#say(conflict && !why ? 'conflict' : 'not-saved');
      return conflict && !why ? undefined : notSaved(why);
    }
    // First, so that who reads “Saved.” can switch the device off, and nothing is offered again.
    if (waiting.length > 0) await this.#host.drafts?.settled(attempt.record);
    // Another record may have come in the meantime: nothing is said about it, and it is not replaced.
    if (this.#attempt !== attempt) return undefined;
    if (waiting.length > 0) this.#say('saved');
    return attempt.record;
  }

  #say(state: SaveState): void {
    for (const one of STATES)
      if (one === state) this.#states?.add(one);
      else this.#states?.delete(one);
    this.#state = state;
    this.#host.requestUpdate();
  }
}

const notTaken: Problem = {
  code: 'not-taken',
  path: '',
  message: 'Nobody has taken the completed record over, so people read “Completed.” and not “Saved.”.',
  hint: 'Listen to tp-record-complete, and call event.waitUntil(promise) with the promise that it is stored.',
};

const notSaved = (error: unknown): Problem => ({
  code: 'not-saved',
  path: '',
  message: `The page could not store the record${error instanceof Error ? `: ${error.message.replace(/\.$/, '')}` : ''}.`,
  hint: 'Everything is still on the screen. Mend what stands in the way and try again.',
});
