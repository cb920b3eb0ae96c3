import type { OutcomeRecord } from '../schema/record.js';
import type { DraftStore, KeptDraft, Sealed, StoredDraft } from './draft.js';

/** What a sealed record belongs to: moved to another draft or another user, it does not open. */
const bound = (id: string, user: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([id, user]));

async function seal(record: OutcomeRecord, key: CryptoKey, id: string, user: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(id, user) },
    key,
    new TextEncoder().encode(JSON.stringify(record)),
  );
  return { iv, data };
}

/** A draft as it was given. What does not open (another key, or a single bit that was changed) stays sealed. */
async function unseal(draft: KeptDraft, key: CryptoKey, user: string): Promise<KeptDraft> {
  const { sealed, ...rest } = draft;
  if (!sealed) return draft;
  try {
    const { iv, data } = sealed;
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(draft.id, user) }, key, data);
    return { ...rest, record: JSON.parse(new TextDecoder().decode(text)) as OutcomeRecord };
  } catch {
    return draft;
  }
}

/**
 * Keeps drafts in another store, encrypted: `keepDrafts(encryptedDrafts(indexedDbDrafts(), key), { user })`. Needs https.
 *
 * @param key - an AES-GCM key of the host's, for `encrypt` and `decrypt`; it need not be extractable. It is used, and kept nowhere
 */
export function encryptedDrafts(store: DraftStore, key: CryptoKey): DraftStore {
  let last: Promise<void> = Promise.resolve();
  /** Encrypting takes its time: nothing that comes later, a purge above all, may overtake it. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const sealed = async ({ record, ...rest }: StoredDraft): Promise<StoredDraft> =>
    record ? { ...rest, sealed: await seal(record, key, rest.id, rest.user) } : rest;
  return {
    save: (draft, replaces) => {
      // The caller may change it before its turn comes.
      const copy = structuredClone(draft);
      return inTurn(async () => store.save(await sealed(copy), replaces));
    },
    list: async (user) => Promise.all((await store.list(user)).map((draft) => unseal(draft, key, user))),
    remove: (id) => inTurn(() => store.remove(id)),
    purge: (user) => inTurn(() => store.purge(user)),
    sweep: (now) => inTurn(() => store.sweep(now)),
  };
}
