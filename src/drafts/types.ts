import type { OutcomeRecord } from '../schema/record.js';
import type { draftStrings } from './drafts.strings.js';

/** What Lit calls, as a `ReactiveController`. */
export interface DraftController {
  hostConnected(): void;
  hostDisconnected(): void;
  hostUpdated(): void;
}

/** What a conversation needs to be for its drafts to be kept. `tp-conversation` is. */
export interface DraftedConversation extends HTMLElement {
  get record(): OutcomeRecord | undefined;
  set record(record: unknown);
  flush(): void;
  requestUpdate(): void;
  addController(controller: DraftController): void;
  removeController(controller: DraftController): void;
}

type Key<Name> = Name extends `draft.${infer Word}` ? Word : never;
/** What can be said, by its key without `draft.`. */
export type DraftWord = Key<keyof typeof draftStrings>;

/** A draft that is offered, or that nobody can read. */
export interface DraftOffer {
  readonly id: string;
  /** When it was written last, and until when it is kept, in ms since 1970. */
  readonly savedAt: number;
  readonly until: number;
  /** It is past its time. */
  readonly isOverdue: boolean;
  /** Why it cannot be read. */
  readonly why?: 'unknown' | 'locked' | 'broken' | undefined;
  /** Another page writes it now. */
  readonly isLive?: boolean | undefined;
  /** The host holds a version of the record that the draft does not know of. */
  readonly isOld?: boolean | undefined;
}

/** What there is to say about drafts, and to choose. */
export interface DraftNotices {
  /** Something to say, and about which draft. */
  readonly said: readonly [word: DraftWord, offer?: DraftOffer | undefined] | undefined;
  readonly offers: readonly DraftOffer[];
  /** The one that is looked at. */
  readonly looking: DraftOffer | undefined;
  /** Another page goes on with what was written here. */
  readonly isTaken: boolean;
  /** In ms since 1970. */
  readonly now: number;
  /** The words in English. */
  readonly words: Readonly<Record<string, string>>;
  readonly choose: {
    goOn(offer: DraftOffer): unknown;
    look(offer: DraftOffer): unknown;
    readonly back: () => unknown;
    setAside(offer: DraftOffer): unknown;
    remove(offer: DraftOffer): unknown;
    readonly takeBack: () => unknown;
  };
}

/** What `tp-conversation` calls. `keepDrafts()` makes one; it serves one conversation. */
export interface ConversationDrafts {
  /** Another tab has the draft, or a draft is only looked at: the record cannot be changed here. */
  readonly readonly: boolean;
  readonly notices: DraftNotices;
  attach(conversation: DraftedConversation): void;
  detach(): void;
  /** A record was put onto the screen, or another version of the one that is there. False: it cannot be read, and what was there stays. */
  opened(isRead: boolean): void;
  /**
   * The draft of this record has had its day. Completed: the host's promise has resolved. Not completed: somebody has thrown away what is on the
   * screen. “Saved.” waits for this, which may take a few seconds at most.
   */
  settled(record: OutcomeRecord): Promise<void>;
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
