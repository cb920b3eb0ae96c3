import { promisifyRequest } from 'idb-keyval';
import { DraftError, mayReplace, swept, type DraftFault, type DraftStore, type KeptDraft } from './draft.js';
import { announce } from './tabs.js';

const FAULTS: Readonly<Record<string, DraftFault>> = {
  QuotaExceededError: 'full',
  SecurityError: 'missing',
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

  const forget = (): void => {
    opened = undefined;
  };
  const open = async (): Promise<IDBDatabase> => {
    // Where there is none (a private window of some browsers, a frame without an origin), even asking may throw.
    const factory = (globalThis as Partial<typeof globalThis>).indexedDB;
    if (!factory) throw new DraftError('missing');
    const request = factory.open(name, 1);
    request.onupgradeneeded = (event) => {
      lost = (event as Event & { dataLoss?: string }).dataLoss === 'total';
      request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('user', 'user');
    };
    const database = await promisifyRequest(request);
    database.onclose = forget;
    // A newer version of the library, in another tab, waits for this one.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    return database;
  };

  /** Works with the database; opens it anew where the device has closed it, as phones do when memory is short. */
  async function use<T>(work: (database: IDBDatabase) => Promise<T>, again = true): Promise<T> {
    try {
      return await work(await (opened ??= open()));
    } catch (error) {
      if (error instanceof DraftError) throw error;
      forget();
      const reason = (error as Error | null)?.name ?? '';
      if (again && reason === 'InvalidStateError') return use(work, false);
      throw new DraftError(FAULTS[reason] ?? 'failed', { cause: error });
    }
  }

  /** One transaction that is on the disk when this resolves: a request that has succeeded is not yet kept. */
  const write = (work: (drafts: IDBObjectStore) => Promise<unknown>): Promise<void> =>
    use(async (database) => {
      const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
      // The transaction says why it failed, and more exactly than a request in it.
      const end = promisifyRequest(transaction).then(
        () => undefined,
        (reason: unknown) => (reason as Error | null) ?? new DraftError('failed'),
      );
      try {
        await work(transaction.objectStore('drafts'));
      } catch (error) {
        if (!(error instanceof DraftError)) throw (await end) ?? (error as Error);
        // An error of our own leaves it open: what it has done so far is taken back.
        transaction.abort();
        throw error;
      }
      const reason = await end;
      if (reason) throw reason;
    });

  return {
    save: (draft, replaces) => {
      // The caller may change it before the database is open.
      const copy = structuredClone(draft);
      return write(async (drafts) => {
        mayReplace(await promisifyRequest(drafts.get(copy.id) as IDBRequest<KeptDraft | undefined>), replaces);
        await promisifyRequest(drafts.put(copy));
      });
    },
    list: (user) =>
      use(async (database) => {
        const drafts = (): IDBObjectStore => database.transaction('drafts').objectStore('drafts');
        const ids = (await promisifyRequest(drafts().index('user').getAllKeys(user))) as string[];
        if (lost) {
          lost = false;
          throw new DraftError('lost');
        }
        // One by one: a draft that is damaged does not take the others with it, and is told by its id.
        return Promise.all(
          ids.map((id) =>
            promisifyRequest(drafts().get(id) as IDBRequest<KeptDraft | undefined>)
              .catch(() => undefined)
              .then((draft) => draft ?? { id }),
          ),
        );
      }),
    remove: (id) => write((drafts) => promisifyRequest(drafts.delete(id))),
    purge: async (user) => {
      await write(async (drafts) => {
        for (const id of await promisifyRequest(drafts.index('user').getAllKeys(user))) drafts.delete(id);
      });
      announce({ purged: user });
    },
    sweep: (now) =>
      write(async (drafts) => {
        for (const draft of (await promisifyRequest(drafts.getAll())) as KeptDraft[]) {
          const next = swept(draft, now);
          if (!next) drafts.delete(draft.id);
          else if (next !== draft) drafts.put(next);
        }
      }),
  };
}
