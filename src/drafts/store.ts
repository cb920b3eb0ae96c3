import { DRAFT_VERSION, DraftError, GRACE, type DraftStore, type KeptDraft } from './draft.js';
import { announce } from './tabs.js';

type Soon<T> = T | Promise<T>;

/** What can be done with the drafts in one transaction. */
export interface Drafts {
  get(id: string): Soon<KeptDraft | undefined>;
  set(id: string, draft: KeptDraft): unknown;
  delete(id: string): unknown;
  /** The ids of a user's drafts. */
  ids(user: string): Soon<readonly string[]>;
  /** The ids of all. */
  keys(): Soon<Iterable<string>>;
}

/** Does something with the drafts that nothing else comes between. Written is all of it, or nothing. */
export type Transact = <T>(
  mode: 'readonly' | 'readwrite',
  work: (drafts: Drafts) => Soon<T>,
  again?: boolean,
) => Promise<T>;

/** What a sweep leaves of a draft: nothing, the same, or the draft with a mark. */
function swept(draft: KeptDraft, now: number): KeptDraft | undefined {
  const { v = 0, expiresAt = Infinity, overdueSince = Infinity } = draft;
  // What is damaged or unknown is not judged.
  if (v > DRAFT_VERSION || !(now >= expiresAt)) return draft;
  if (overdueSince > now) return { ...draft, overdueSince: now };
  return now - overdueSince < GRACE ? draft : undefined;
}

/** What every store does alike, wherever its drafts are. */
export function storeOf(transact: Transact): DraftStore {
  return {
    async save(draft, replaces) {
      // The caller may change it before its turn comes.
      const copy = structuredClone(draft);
      await transact('readwrite', async (drafts) => {
        const kept = await drafts.get(copy.id);
        if (kept?.writer !== replaces) throw new DraftError(kept ? 'taken' : 'gone');
        await drafts.set(copy.id, copy);
      });
    },
    async list(user) {
      const found: KeptDraft[] = [];
      // One by one: a draft that is damaged does not take the others with it, and is told by its id.
      for (const id of await transact('readonly', (drafts) => drafts.ids(user))) {
        const draft = await transact('readonly', (drafts) => drafts.get(id)).catch(() => ({ id }));
        // It may have been removed meanwhile.
        if (draft) found.push(structuredClone(draft));
      }
      return found;
    },
    async remove(id) {
      await transact('readwrite', (drafts) => drafts.delete(id));
    },
    async purge(user) {
      await transact('readwrite', async (drafts) => {
        for (const id of await drafts.ids(user)) await drafts.delete(id);
      });
      announce({ purged: user });
    },
    async sweep(now) {
      // One by one: what cannot be read is left, and lets nothing else stay longer than it may.
      for (const id of await transact('readwrite', (drafts) => drafts.keys()))
        await transact('readwrite', async (drafts) => {
          const draft = await drafts.get(id);
          const next = draft && swept(draft, now);
          if (!next) await drafts.delete(id);
          else if (next !== draft) await drafts.set(id, next);
        }).catch(() => undefined);
    },
  };
}
