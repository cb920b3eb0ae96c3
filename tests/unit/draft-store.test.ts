import { describe, expect, it } from 'vitest';
import { draftStoreContract } from '../../src/drafts/contract.js';
import { DraftError, type DraftFault } from '../../src/drafts/draft.js';
import { encryptedDrafts } from '../../src/drafts/encrypted.js';
import { memoryDrafts } from '../../src/drafts/memory.js';

describe('The memory draft store', () => {
  for (const one of draftStoreContract) it(one.name, () => one.check(memoryDrafts()));
});

describe('The store that encrypts', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  for (const one of draftStoreContract) it(one.name, () => one.check(encryptedDrafts(memoryDrafts(), key)));
});

describe('A fault of a store', () => {
  const faults: readonly DraftFault[] = ['taken', 'gone', 'full', 'missing', 'newer', 'lost', 'failed'];

  it('says where it comes from, what it is, and how to mend it', () => {
    for (const fault of faults)
      expect(new DraftError(fault).message).toMatch(new RegExp(`^Draft store, “${fault}”: .{9,}`));
  });
});
