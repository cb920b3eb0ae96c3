import { promisifyRequest } from 'idb-keyval';
import { DraftError, type DraftFault, type DraftStore } from './draft.js';
import { storeOf, type Transact } from './store.js';

const FAULTS: Readonly<Record<string, DraftFault>> = {
  QuotaExceededError: 'full',
  SecurityError: 'missing',
  // Where there is none (a private window of some browsers, a frame without an origin).
  TypeError: 'missing',
  VersionError: 'newer',
};

/**
 * Keeps drafts on the device, in an IndexedDB database of its own. Opens it when it is first used.
 *
 * @param name - the database
 */
export function indexedDbDrafts(name = 'talking-points-drafts'): DraftStore {
  let opened: Promise<IDBDatabase> | undefined;
  /** Chromium says so, and no other: it throws away what is damaged, and begins anew. */
  let lost = false;

  const open = async (): Promise<IDBDatabase> => {
    const request = globalThis.indexedDB.open(name, 1);
    request.onupgradeneeded = (event) => {
      lost = (event as Event & { dataLoss?: string }).dataLoss === 'total';
      request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('user', 'user');
    };
    const database = await promisifyRequest(request);
    // A newer version of the library, in another tab, waits for this one.
    database.onclose = database.onversionchange = () => {
      database.close();
      opened = undefined;
    };
    return database;
  };

  const transact: Transact = async (mode, work, again = true) => {
    let transaction: IDBTransaction | undefined;
    try {
      const database = await (opened ??= open());
      if (lost && mode === 'readonly') {
        lost = false;
        throw new DraftError('lost');
      }
      transaction = database.transaction('drafts', mode, { durability: 'strict' });
      const drafts = transaction.objectStore('drafts');
      const done = await work({
        get: (id) => promisifyRequest(drafts.get(id)),
        set: (_, draft) => promisifyRequest(drafts.put(draft)),
        delete: (id) => promisifyRequest(drafts.delete(id)),
        // Nobody is not everybody: without a user this throws.
        ids: (user) =>
          promisifyRequest(drafts.index('user').getAllKeys(IDBKeyRange.only(user)) as IDBRequest<string[]>),
        keys: () => promisifyRequest(drafts.getAllKeys() as IDBRequest<string[]>),
      });
      // A request that has succeeded is not yet on the disk.
      await promisifyRequest(transaction);
      return done;
    } catch (error) {
      if (error instanceof DraftError) {
        // An error of our own leaves it open: what it has done so far is taken back.
        transaction?.abort();
        throw error;
      }
      opened = undefined;
      // The transaction says why it failed, and more exactly than a request in it.
      const cause = transaction?.error ?? (error as Error | null);
      const reason = cause?.name ?? '';
      // The device has closed the database, as phones do when memory is short.
      if (again && reason === 'InvalidStateError') return transact(mode, work, false);
      throw new DraftError(FAULTS[reason] ?? 'failed', { cause });
    }
  };
  return storeOf(transact);
}
