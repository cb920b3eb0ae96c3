import { describe, it } from 'vitest';
import { draftStoreContract } from '../../src/drafts/contract.js';
import { memoryDrafts } from '../../src/drafts/memory.js';

describe('The memory draft store', () => {
  for (const one of draftStoreContract) it(one.name, () => one.check(memoryDrafts()));
});
