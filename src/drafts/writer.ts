import type { OutcomeRecord } from '../schema/record.js';
import { DRAFT_VERSION, DraftError, HOUR, type DraftStore, type StoredDraft } from './draft.js';
import { seal } from './seal.js';
import type { Tabs } from './tabs.js';
import type { DraftOptions } from './types.js';

/** What could not be kept is tried again (ms). */
const AGAIN = 2000;

const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join();

/** Writes the drafts of one conversation, one after the other, and never over what another page has written. */
export interface DraftWriter {
  /** The draft of a record, once there is something to keep. */
  idOf(recordId: string | undefined): string | undefined;
  /** Notes what is to be kept; with `completedAt`, once it was handed to the host. */
  note(record: OutcomeRecord, completedAt?: string): void;
  /** Keeps what is noted, after a pause (ms). One that is waited for already is not made longer. */
  later(pause: number): void;
  /** Keeps what is noted now. False: that was not possible, and it was told. */
  keep(): Promise<boolean>;
  /** Goes on with a draft that is in the store; without one, what is written for a record is a new draft from now on. */
  adopt(recordId: string, id?: string, replaces?: string): void;
  /**
   * Another record is on the screen: becomes the one who writes its draft, where there is one and nobody else does.
   *
   * @param isTaken - another page has the draft of the record before: it is offered when the host turns back to that
   */
  turn(recordId: string | undefined, isTaken: boolean): void;
  /** Another page has the draft, or wants it: keeps what is left, and lets go. */
  lose(): Promise<void>;
  /** Removes the draft of a record, whatever is still being written of it; not when something was noted since `completedAt`. */
  remove(recordId: string, completedAt: string | undefined): Promise<void>;
  /** Forgets everything, and keeps nothing more: it was purged. */
  forget(): Promise<void>;
}

/**
 * @param note - what is on the screen is noted right before it is kept
 * @param kept - a draft was kept
 * @param taken - another page writes the draft now; what was written here and could not be kept there was kept as a draft of its own, or
 * (false) it could not be kept
 */
export function draftWriter(
  store: DraftStore,
  { user, key, hours = 72 }: DraftOptions,
  tabs: Tabs,
  now: () => number,
  note: () => void,
  kept: (id: string) => void,
  taken: (isKept: boolean) => void,
  failed: (error: unknown) => void,
): DraftWriter {
  const writer = randomKey();
  /** By the record's id: the host may bring another record at any moment. */
  const drafts = new Map<string | undefined, { readonly id: string; replaces?: string | undefined }>();
  const pending = new Map<string, readonly [record: OutcomeRecord, completedAt: string | undefined]>();
  /** The `completedAt` that was noted last. */
  const latest = new Map<string, string | undefined>();
  let current: string | undefined;
  let isForgotten = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let saving: Promise<boolean> | undefined;

  const isDone = (): boolean => !pending.size;
  const take = (isKept: boolean): void => {
    tabs.release();
    taken(isKept);
  };
  const lose = (): Promise<void> => keep().then(take);
  const hold = (recordId: string | undefined, force = false): void => {
    current = recordId;
    const mine = drafts.get(recordId);
    if (mine) tabs.hold(mine.id, force);
    else tabs.release();
  };

  async function keepOne(record: OutcomeRecord, completedAt: string | undefined): Promise<void> {
    let mine = drafts.get(record.id);
    if (!mine) {
      drafts.set(record.id, (mine = { id: randomKey() }));
      // Of a record that is no longer on the screen, the draft is only finished.
      if (record.id === current) hold(current, true);
    }
    const { id, replaces } = mine;
    const savedAt = now();
    const draft: StoredDraft = {
      v: DRAFT_VERSION,
      id,
      user,
      writer,
      savedAt,
      expiresAt: savedAt + hours * HOUR,
      completedAt,
      ...(key ? { sealed: await seal(record, key, id, user) } : { record }),
    };
    if (isForgotten) return;
    await store.save(draft, replaces);
    if (!drafts.has(record.id)) return;
    if (!replaces) tabs.tell({ changed: true });
    mine.replaces = writer;
    kept(id);
  }

  async function keepAll(): Promise<boolean> {
    let wasTaken = false;
    for (let [next] = pending; next; [next] = pending) {
      const [recordId, noted] = next;
      pending.delete(recordId);
      try {
        await keepOne(...noted);
      } catch (error) {
        if (isForgotten) break;
        // Something newer may have been noted by now.
        if (!pending.has(recordId)) pending.set(recordId, noted);
        const fault = error instanceof DraftError && error.fault;
        if (fault !== 'taken' && fault !== 'gone') {
          failed(error);
          later(AGAIN);
          break;
        }
        // Another page has written it, or the browser has removed it: what is here becomes a draft of its own.
        drafts.delete(recordId);
        wasTaken ||= fault === 'taken' && recordId === current;
      }
    }
    if (wasTaken) take(isDone());
    return isDone();
  }

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const keep = (): Promise<boolean> => {
    stop();
    note();
    return (saving ??= keepAll().finally(() => {
      saving = undefined;
    }));
  };
  const later = (pause: number): void => {
    // Not the time of day, which somebody may change.
    const at = performance.now() + pause;
    if (timer && at >= due) return;
    stop();
    due = at;
    timer = setTimeout(() => void keep(), pause);
  };

  return {
    idOf: (recordId) => drafts.get(recordId)?.id,
    note(record, completedAt) {
      if (isForgotten) return;
      latest.set(record.id, completedAt);
      pending.set(record.id, [record, completedAt]);
    },
    later,
    keep,
    turn(recordId, isTaken) {
      if (isTaken) drafts.delete(current);
      hold(recordId);
    },
    lose,
    adopt(recordId, id, replaces) {
      drafts.delete(recordId);
      if (id) drafts.set(recordId, { id, replaces });
      hold(recordId, true);
    },
    async remove(recordId, completedAt) {
      // What is being written now would bring it back, and what could not be written is noted again.
      await saving;
      if (latest.get(recordId) !== completedAt) return;
      pending.delete(recordId);
      const mine = drafts.get(recordId);
      if (!mine) return;
      await store.remove(mine.id);
      drafts.delete(recordId);
      if (recordId === current) tabs.release();
      tabs.tell({ changed: true });
    },
    async forget() {
      isForgotten = true;
      stop();
      pending.clear();
      tabs.release();
      // What was on its way when everything was purged may come after it.
      const mine = [...drafts.values()];
      drafts.clear();
      await saving;
      for (const { id } of mine) void store.remove(id).catch(() => undefined);
    },
  };
}
