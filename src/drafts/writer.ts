import type { OutcomeRecord } from '../schema/record.js';
import { acknowledge } from './acknowledged.js';
import { DRAFT_VERSION, faultOf, HOUR, type DraftStore, type KeptDraft } from './draft.js';
import type { Tabs } from './tabs.js';
import type { DraftOptions } from './types.js';

/** What could not be kept is tried again (ms). */
const AGAIN = 1000;

const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join();

/** A draft that this page writes. */
interface Draft {
  /** The id of its record. */
  readonly of: string;
  /** Another one once somebody else has written the draft, or removed it. */
  id: string;
  /** What was noted last. */
  record?: OutcomeRecord | undefined;
  completedAt?: string | undefined;
  /** Who has written what is in the store. */
  replaces?: string | undefined;
  /** The `completedAt` of what is in the store. */
  handed?: string | undefined;
  /** What is noted from now on is another draft. */
  isLeft?: boolean | undefined;
}

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
  /** Goes on with a draft that is in the store. */
  adopt(record: OutcomeRecord, draft: KeptDraft): void;
  /**
   * Something else is on the screen: becomes the one who writes its draft, where there is one and nobody else does. A draft that holds
   * anything else than what is on the screen now is left as it is.
   *
   * @param isTaken - another page has the draft of the record before: it is offered when the host turns back to that
   */
  turn(record: OutcomeRecord | undefined, isTaken: boolean): void;
  /** Another page has the draft, or wants it: keeps what is left, and lets go. */
  lose(): Promise<void>;
  /**
   * Removes the draft of a record, whatever is still being written of it: what was handed over at `completedAt`, and not what was noted since; without
   * it, what is written here now.
   */
  remove(recordId: string, completedAt: string | undefined): Promise<void>;
  /** Forgets everything: it was purged. */
  forget(): Promise<void>;
}

/** With what is being typed, a conversation hands out a new object each time. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether everything is there that was kept. The host may have added something of its own, and has another version of it once it is stored. */
const holds = (record: OutcomeRecord, kept: OutcomeRecord = record): boolean =>
  (Object.keys(kept) as (keyof OutcomeRecord)[]).every(
    (key) => key === 'baseVersion' || isSame(kept[key], record[key]),
  );

/**
 * @param noteShown - what is on the screen is noted right before it is kept
 * @param kept - a draft was kept
 * @param taken - another page writes the draft now; what was written here and could not be kept there was kept as a draft of its own, or
 * (false) it could not be kept
 */
export function draftWriter(
  store: DraftStore,
  { user, hours = 72 }: DraftOptions,
  tabs: Tabs,
  now: () => number,
  noteShown: () => void,
  kept: (id: string) => void,
  taken: (isKept: boolean) => void,
  failed: (error: unknown) => void,
): DraftWriter {
  const writer = randomKey();
  const drafts = new Set<Draft>();
  const pending = new Set<Draft>();
  let current: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<boolean> | undefined;

  /** The host may bring another record at any moment: each has its own draft. */
  const mine = (recordId: string | undefined): Draft | undefined =>
    [...drafts].find(({ of, isLeft }) => of === recordId && !isLeft);
  const begin = (draft: Draft): Draft => {
    drafts.add(draft);
    // Of a record that is no longer on the screen, the draft is only finished.
    if (draft === mine(current)) tabs.hold(draft.id, true);
    return draft;
  };
  const leave = (recordId: string | undefined): void => {
    const draft = mine(recordId);
    if (draft) draft.isLeft = true;
  };
  const note = (record: OutcomeRecord, completedAt?: string): void => {
    pending.add(Object.assign(mine(record.id) ?? begin({ of: record.id, id: randomKey() }), { record, completedAt }));
  };
  const take = (isKept: boolean): void => {
    tabs.hold();
    tabs.tellChange();
    taken(isKept);
  };

  async function keepOne(draft: Draft): Promise<void> {
    const { id, record, completedAt, replaces } = draft;
    const savedAt = now();
    await store.save(
      { v: DRAFT_VERSION, id, user, writer, savedAt, expiresAt: savedAt + hours * HOUR, completedAt, record },
      replaces,
    );
    if (!drafts.has(draft)) return;
    // Others ask their host about what was handed to it, and not about each word.
    if (!replaces || draft.handed !== completedAt) tabs.tellChange();
    draft.replaces = writer;
    draft.handed = completedAt;
    kept(id);
  }

  async function keepAll(): Promise<boolean> {
    let wasTaken = false;
    for (let [draft] = pending; draft; [draft] = pending) {
      pending.delete(draft);
      try {
        await keepOne(draft);
      } catch (error) {
        // It was removed on purpose.
        if (!drafts.has(draft)) continue;
        const fault = faultOf(error);
        if (fault !== 'taken' && fault !== 'gone') {
          pending.add(draft);
          failed(error);
          later(AGAIN);
          break;
        }
        // Another page has written it, or the browser has removed it: what is here becomes a draft of its own.
        pending.add(begin(Object.assign(draft, { id: randomKey(), replaces: undefined })));
        wasTaken ||= fault === 'taken' && draft === mine(current);
      }
    }
    if (wasTaken) take(!pending.size);
    return !pending.size;
  }

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const keep = (): Promise<boolean> => {
    stop();
    noteShown();
    return (saving ??= keepAll().finally(() => {
      saving = undefined;
    }));
  };
  const later = (pause: number): void => {
    if (!pause) stop();
    timer ??= setTimeout(() => void keep(), pause);
  };

  return {
    idOf: (recordId) => mine(recordId)?.id,
    note,
    later,
    keep,
    turn(record, isTaken) {
      if (isTaken) leave(current);
      current = record?.id;
      // A record that is complete is the same draft, handed to the host.
      if (record?.status === 'draft' && !holds(record, mine(current)?.record)) leave(current);
      tabs.hold(mine(current)?.id);
    },
    lose: () => keep().then(take),
    adopt(record, { id, writer: replaces, completedAt }) {
      leave(record.id);
      current = record.id;
      begin({ of: record.id, id, replaces });
      note(record, completedAt);
    },
    async remove(recordId, completedAt) {
      const stored = [...drafts].filter(
        (draft) => draft.of === recordId && (completedAt ? draft.completedAt === completedAt : !draft.isLeft),
      );
      for (const draft of stored) {
        acknowledge(draft.id, writer);
        drafts.delete(draft);
        pending.delete(draft);
      }
      // What is being written now would bring it back.
      await saving;
      for (const { id } of stored) {
        await store.remove(id);
        acknowledge(id);
      }
      if (!mine(current)) tabs.hold();
      tabs.tellChange();
    },
    async forget() {
      pending.clear();
      tabs.hold();
      // What was on its way when everything was purged may come after it.
      const all = [...drafts];
      drafts.clear();
      await saving;
      for (const { id } of all) void store.remove(id).catch(() => undefined);
    },
  };
}
