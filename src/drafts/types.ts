import type { TemplateResult } from 'lit';
import type { OutcomeRecord } from '../schema/record.js';

/** What Lit calls, as a `ReactiveController`. */
export interface DraftController {
  hostConnected(): void;
  hostDisconnected(): void;
  hostUpdate(): void;
  hostUpdated(): void;
}

/** What a conversation needs to be for its drafts to be kept. `tp-conversation` is. */
export interface DraftedConversation extends HTMLElement {
  get record(): OutcomeRecord | undefined;
  set record(record: unknown);
  readonly usedLocale: string;
  /** A message by its key, in the words that hold here; without any, in the English ones that are handed over. */
  readonly t: (
    key: string,
    values: Readonly<Record<string, string>>,
    english: Readonly<Record<string, string>>,
  ) => string;
  readonly updateComplete: Promise<unknown>;
  flush(): void;
  requestUpdate(): void;
  addController(controller: DraftController): void;
  removeController(controller: DraftController): void;
}

/** What `tp-conversation` calls. `keepDrafts()` makes one; it serves one conversation. */
export interface ConversationDrafts {
  /** Another tab has the draft, or a draft is only looked at: the record cannot be changed here. */
  readonly readonly: boolean;
  attach(conversation: DraftedConversation): void;
  detach(): void;
  /** The host has put a record onto the screen, or another version of the one that is there. */
  opened(): void;
  /** What there is to say about drafts, and to choose. */
  render(): TemplateResult;
  /** The host has stored this completed record: its promise has resolved. “Saved.” waits for this, which may take a few seconds at most. */
  stored(record: OutcomeRecord): Promise<void>;
  /** Keeps what is on the screen now. False: that was not possible, and it is said. */
  flush(): Promise<boolean>;
}

/** What a host holds of a draft's record: what the draft holds (`this`), or a version that the draft does not know of (`newer`). */
export type Held = 'this' | 'newer' | undefined;

export interface DraftOptions {
  /** An opaque key of whoever writes: no name and no e-mail address. Nobody is offered another's drafts. */
  readonly user: string;
  /** For how many hours a draft is kept after it was last written; by default 72. */
  readonly hours?: number | undefined;
  /** Where the time comes from; by default the device. */
  readonly clock?: (() => Date) | undefined;
  /**
   * Asked for each draft that is found. `this`: the host has stored what the draft holds, and the draft is removed. `newer`: the draft is
   * offered, and it is said that the record was stored again since. Anything else: the draft is offered.
   *
   * @param completedAt - the record's `completedAt`, where it was handed to the host and not changed since
   */
  readonly held?: ((record: OutcomeRecord, completedAt: string | undefined) => Promise<Held>) | undefined;
}
