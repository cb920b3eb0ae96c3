import type { DraftStore, KeptDraft } from './draft.js';
import { storeOf, type Drafts } from './store.js';

/** A store that lasts as long as the page: for tests, and for hosts that keep nothing on a device. */
export function memoryDrafts(): DraftStore {
  const all = new Map<string, KeptDraft>();
  const drafts: Drafts = Object.assign(all, {
    ids: (user: string) => [...all.values()].filter((one) => one.user === user).map(({ id }) => id),
  });
  let last: Promise<unknown> = Promise.resolve();
  return storeOf((_, work) => {
    const done = last.then(() => work(drafts));
    last = done.catch(() => undefined);
    return done;
  });
}
