import type { OutcomeRecord } from '../schema/record.js';
import type { Sealed } from './draft.js';

/** What a sealed record belongs to: moved to another draft or another user, it does not open. */
const bound = (id: string, user: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([id, user]));

/** Encrypts a record with the host's key. */
export async function seal(record: OutcomeRecord, key: CryptoKey, id: string, user: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(id, user) },
    key,
    new TextEncoder().encode(JSON.stringify(record)),
  );
  return { iv, data };
}

/** @throws when the key is another one, or a single bit was changed */
export async function unseal({ iv, data }: Sealed, key: CryptoKey, id: string, user: string): Promise<OutcomeRecord> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(id, user) }, key, data);
  return JSON.parse(new TextDecoder().decode(text)) as OutcomeRecord;
}
