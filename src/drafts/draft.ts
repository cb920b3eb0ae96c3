import type { OutcomeRecord } from '../schema/record.js';

/** The version of the format in which drafts are kept. A draft of a higher one is kept and said, and not opened. */
export const DRAFT_VERSION = 1;

/** A record that only the host's key opens (AES-GCM): see `encryptedDrafts()`. */
export interface Sealed {
  /** 12 bytes, new for each write. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** A draft as a store keeps it: structured-cloneable data. Exactly one of `record` and `sealed` is there. */
export interface StoredDraft {
  /** The version of this format. */
  readonly v: number;
  /** Random; says nothing about anybody. */
  readonly id: string;
  /** Whose draft it is: the host's opaque key of the worker. */
  readonly user: string;
  /** The page that wrote it, by a random key. */
  readonly writer: string;
  /** By the clock of the device, in ms since 1970. */
  readonly savedAt: number;
  /** In ms since 1970. */
  readonly expiresAt: number;
  /** When it was first found to be past its time, in ms since 1970. */
  readonly overdueSince?: number;
  /** The record's `completedAt`, as long as nothing was changed since it was handed to the host. */
  readonly completedAt?: string | undefined;
  readonly record?: OutcomeRecord | undefined;
  readonly sealed?: Sealed;
}

/** What is found in a store: of a draft that is damaged, or of a newer version, only the id is certain. */
export type KeptDraft = Partial<StoredDraft> & Pick<StoredDraft, 'id'>;

/**
 * Where drafts are kept. `memoryDrafts()` and `indexedDbDrafts()` are two; a host may write its own and hold it to `draftStoreContract`.
 * A store never looks into a draft's record, and deletes nothing that it cannot read.
 */
export interface DraftStore {
  /**
   * Keeps a draft in the place of an earlier version of it.
   *
   * @param replaces - the writer of the version that is replaced; `undefined` for a draft that is not there yet
   * @returns resolves once the draft would survive a crash
   * @throws DraftError `taken`: another page has written it meanwhile; `gone`: it was removed meanwhile; `full`, `missing` or `failed`: it
   * could not be kept, and the earlier version is still there
   */
  save(draft: StoredDraft, replaces?: string): Promise<void>;
  /** Everything that is kept for a user, also what cannot be read. */
  list(user: string): Promise<readonly KeptDraft[]>;
  /** Removes a draft. That it is not there is no error. */
  remove(id: string): Promise<void>;
  /** Removes everything of a user, for a device that is shared: when they sign out. */
  purge(user: string): Promise<void>;
  /**
   * Removes what is past its time, of every user. A clock that was changed may make everything look so: each draft is kept for
   * `GRACE` after it was first noticed (`overdueSince`).
   *
   * @param now - in ms since 1970
   */
  sweep(now: number): Promise<void>;
}

/**
 * Why something could not be kept or read. `taken` and `gone`: see `DraftStore.save`. `full`: no space. `missing`: this browser keeps
 * nothing here (a private window, a page without an origin). `newer`: a newer version of the library has changed the store. `lost`: the
 * browser itself has thrown away what was damaged. `failed`: anything else.
 */
export type DraftFault = 'taken' | 'gone' | 'full' | 'missing' | 'newer' | 'lost' | 'failed';

const MEND: Readonly<Record<DraftFault, string>> = {
  taken: 'Begin a new one',
  gone: 'Begin a new one',
  full: 'Purge what can go',
  missing: 'Use memoryDrafts()',
  newer: 'Load that one',
  lost: 'Begin a new one',
  failed: 'See its cause',
};

/** A fault of a store: the message says what is wrong and how to mend it, and never holds anybody's words. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly fault: DraftFault;

  constructor(fault: DraftFault, options?: ErrorOptions) {
    super(`Draft store, “${fault}”: ${MEND[fault]}.`, options);
    this.fault = fault;
  }
}

export const faultOf = (error: unknown): DraftFault => (error instanceof DraftError ? error.fault : 'failed');

export const HOUR = 3_600_000;

/** How long a draft is kept after it was first found to be past its time (ms). */
export const GRACE = 24 * HOUR;
