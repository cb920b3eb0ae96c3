import { draftStoreContract } from '../../src/drafts/contract.js';
import { DraftError, type DraftStore } from '../../src/drafts/draft.js';
import { expect } from '@open-wc/testing';
import { indexedDbDrafts } from '../../src/drafts/indexeddb.js';
import { memoryDrafts } from '../../src/drafts/memory.js';
import { watchConsole } from './support/console.js';

watchConsole();

let databases = 0;
const emptyDatabase = (): DraftStore =>
  indexedDbDrafts(`drafts-contract-${String((databases += 1))}-${String(Math.random())}`);

for (const [kind, make] of [
  ['The memory draft store', memoryDrafts],
  ['The IndexedDB draft store', emptyDatabase],
] as const)
  describe(kind, () => {
    for (const one of draftStoreContract) it(one.name, () => one.check(make()));
  });

const faultOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof DraftError ? error.fault : String(error)),
  );

describe('The IndexedDB draft store, where something is wrong', () => {
  it('says that the browser keeps nothing, and does not fail while it is made', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    try {
      expect(await faultOf(emptyDatabase().list('worker-1'))).to.equal('missing');
    } finally {
      if (own) Object.defineProperty(globalThis, 'indexedDB', own);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });

  it('leaves a database of a newer version alone', async () => {
    const name = `drafts-newer-${String(Math.random())}`;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 2);
      request.onerror = () => reject(new Error('The newer database did not open.'));
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect(await faultOf(indexedDbDrafts(name).list('worker-1'))).to.equal('newer');
  });

  it('does not keep a newer version of itself waiting, and says so afterwards', async () => {
    const name = `drafts-upgrade-${String(Math.random())}`;
    const store = indexedDbDrafts(name);
    await store.list('worker-1');
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 2);
      request.onerror = () => reject(new Error('The newer version did not open.'));
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect(await faultOf(store.list('worker-1'))).to.equal('newer');
  });

  it('opens its database again when the browser has closed it', async () => {
    const name = `drafts-closed-${String(Math.random())}`;
    const store = indexedDbDrafts(name);
    await store.list('worker-1');
    // As phones do when memory is short: the connection is there, and no transaction can be begun on it.
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the database
    const { transaction } = IDBDatabase.prototype;
    let refusals = 1;
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>): IDBTransaction {
      if (refusals-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
      return transaction.apply(this, given);
    };
    try {
      expect(await store.list('worker-1')).to.deep.equal([]);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });

  it('removes what is past its time also beside a draft that cannot be read', async () => {
    const store = emptyDatabase();
    const draft = { v: 1, user: 'worker-1', writer: 'w', savedAt: 0, expiresAt: 0, overdueSince: 1 };
    for (const id of ['a', 'b', 'c']) await store.save({ ...draft, id });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the store
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (id: IDBValidKey): IDBRequest {
      if (id === 'b') throw new DOMException('It cannot be read.', 'DataError');
      return get.call(this, id);
    };
    try {
      await store.sweep(2 * 24 * 3_600_000);
    } finally {
      IDBObjectStore.prototype.get = get;
    }
    expect((await store.list('worker-1')).map(({ id }) => id)).to.deep.equal(['b']);
  });
});
