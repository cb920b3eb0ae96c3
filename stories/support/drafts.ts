import { HOUR } from '../../src/drafts/draft.js';
import {
  DraftError,
  memoryDrafts,
  type DraftFault,
  type DraftStore,
  type StoredDraft,
} from '../../src/drafts/index.js';
import { draft, wordsAlone } from './people.js';

/** A Tuesday, at five past two. */
export const NOW = new Date(2026, 2, 3, 17, 40);
const THEN = new Date(2026, 2, 3, 14, 5).getTime();

export const keptDraft: StoredDraft = {
  v: 1,
  id: 'd-1',
  user: 'worker-1',
  writer: 'another page',
  savedAt: THEN,
  expiresAt: THEN + 72 * HOUR,
  record: { ...draft, entries: [wordsAlone] },
};

/** Another tab holds the lock of this one. */
export const writtenElsewhere: StoredDraft = { ...keptDraft, id: 'd-elsewhere' };

/** A store that drafts are in already. */
export async function storeWith(...drafts: readonly StoredDraft[]): Promise<DraftStore> {
  const store = memoryDrafts();
  for (const one of drafts) await store.save(one);
  return store;
}

/** A store in which nothing can be kept. */
export const failing = (fault: DraftFault): DraftStore => ({
  ...memoryDrafts(),
  save: () => Promise.reject(new DraftError(fault)),
});

/** A key as a host would bring it from its server. */
export const aKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
