import { mayReplace, swept, type DraftStore, type KeptDraft } from './draft.js';
import { announce } from './tabs.js';

/** A store that lasts as long as the page: for tests, and for hosts that keep nothing on a device. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, KeptDraft>();
  /** As a store on a device does it: later, with what is thrown as a rejection. */
  const soon = <T>(work: (all: readonly KeptDraft[]) => T): Promise<T> =>
    Promise.resolve().then(() => work([...drafts.values()]));
  return {
    save(draft, replaces) {
      const copy = structuredClone(draft);
      return soon(() => {
        mayReplace(drafts.get(copy.id), replaces);
        drafts.set(copy.id, copy);
      });
    },
    list: (user) => soon((all) => structuredClone(all.filter((draft) => draft.user === user))),
    remove: (id) => soon(() => void drafts.delete(id)),
    purge: (user) =>
      soon((all) => {
        for (const draft of all) if (draft.user === user) drafts.delete(draft.id);
        announce({ purged: user });
      }),
    sweep: (now) =>
      soon((all) => {
        for (const draft of all) {
          const next = swept(draft, now);
          if (next) drafts.set(draft.id, next);
          else drafts.delete(draft.id);
        }
      }),
  };
}
