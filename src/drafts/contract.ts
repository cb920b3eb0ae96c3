import type { OutcomeRecord } from '../schema/record.js';
import { DRAFT_VERSION, DraftError, GRACE, HOUR, type DraftFault, type DraftStore, type StoredDraft } from './draft.js';

/** One promise of a draft store. */
export interface DraftStoreCase {
  readonly name: string;
  /**
   * @param store - empty
   * @throws Error when the store does not keep the promise
   */
  check(store: DraftStore): Promise<void>;
}

const NOW = 1_750_000_000_000;

const draftOf = (change: Partial<StoredDraft> = {}, words = 'roses'): StoredDraft => ({
  v: DRAFT_VERSION,
  id: 'd-1',
  user: 'worker-1',
  writer: 'page-1',
  savedAt: NOW,
  expiresAt: NOW + HOUR,
  // Stores do not look into a record.
  record: { id: 'r-1', entries: [{ label: words }] } as unknown as OutcomeRecord,
  ...change,
});

const wordsOf = async (store: DraftStore, user = 'worker-1'): Promise<string> =>
  (await store.list(user))
    .map(({ id, record }) => `${id}: ${record?.entries[0]?.label ?? '?'}`)
    .sort()
    .join(', ');

/** As text, whatever the order of its properties. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Object && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

function expectSame(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [textOf(found), textOf(wanted)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

async function expectFault(work: Promise<void>, wanted: DraftFault): Promise<void> {
  const fault = await work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof DraftError ? error.fault : String(error)),
  );
  expectSame(fault, wanted, 'the fault of save()');
}

/**
 * What every `DraftStore` promises, for the tests of a host that writes its own:
 * `for (const one of draftStoreContract) it(one.name, () => one.check(anEmptyStore()))`.
 */
export const draftStoreContract: readonly DraftStoreCase[] = [
  {
    name: 'keeps a draft, and tells it as it was',
    async check(store: DraftStore): Promise<void> {
      const draft = draftOf({ completedAt: '2026-03-03T14:05:00+00:00' });
      await store.save(draft);
      expectSame(await store.list('worker-1'), [draft], 'the list');
    },
  },
  {
    name: 'keeps bytes of a sealed draft',
    async check(store: DraftStore): Promise<void> {
      const { record: _record, ...draft } = draftOf();
      await store.save({ ...draft, sealed: { iv: new Uint8Array([1, 2]), data: new Uint8Array([3, 255]).buffer } });
      const sealed = (await store.list('worker-1'))[0]?.sealed;
      expectSame([...(sealed?.iv ?? [])], [1, 2], 'iv');
      expectSame([...new Uint8Array(sealed?.data ?? new ArrayBuffer(0))], [3, 255], 'data');
    },
  },
  {
    name: 'puts a version in the place of the one before',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      await store.save(draftOf({}, 'tulips'), 'page-1');
      await store.save(draftOf({ writer: 'page-2' }, 'lilies'), 'page-1');
      expectSame(await wordsOf(store), 'd-1: lilies', 'what is kept');
    },
  },
  {
    name: 'does not overwrite what another page has written',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      await expectFault(store.save(draftOf({ writer: 'page-2' }, 'weeds')), 'taken');
      await expectFault(store.save(draftOf({ writer: 'page-2' }, 'weeds'), 'page-2'), 'taken');
      expectSame(await wordsOf(store), 'd-1: roses', 'what is kept');
    },
  },
  {
    name: 'does not bring back what was removed',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      await store.remove('d-1');
      await expectFault(store.save(draftOf({}, 'weeds'), 'page-1'), 'gone');
      expectSame(await store.list('worker-1'), [], 'the list');
    },
  },
  {
    name: 'takes saves in their order, also when nobody waits for them',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      const words = Array.from({ length: 20 }, (_, index) => String(index));
      await Promise.all(words.map((one) => store.save(draftOf({}, one), 'page-1')));
      expectSame(await wordsOf(store), 'd-1: 19', 'what is kept');
    },
  },
  {
    name: 'is not changed by what happens to a draft after it was handed over or told',
    async check(store: DraftStore): Promise<void> {
      const draft = draftOf();
      const saved = store.save(draft);
      Object.assign(draft, { user: 'somebody else' });
      await saved;
      for (const told of await store.list('worker-1')) Object.assign(told, { user: 'somebody else' });
      expectSame((await store.list('worker-1')).length, 1, 'drafts of worker-1');
    },
  },
  {
    name: 'tells each user their own drafts alone, and purges one user alone',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      await store.save(draftOf({ id: 'd-2' }, 'tulips'));
      await store.save(draftOf({ id: 'd-3', user: 'worker-2' }, 'lilies'));
      expectSame(await wordsOf(store), 'd-1: roses, d-2: tulips', 'of worker-1');
      expectSame(await wordsOf(store, 'worker-2'), 'd-3: lilies', 'of worker-2');
      await store.purge('worker-1');
      expectSame(await wordsOf(store), '', 'of worker-1 after the purge');
      expectSame(await wordsOf(store, 'worker-2'), 'd-3: lilies', 'of worker-2 after the purge of worker-1');
      await store.purge('nobody');
      await store.remove('d-0');
    },
  },
  {
    name: 'tells a draft that is removed at the same time as a whole, or not at all',
    async check(store: DraftStore): Promise<void> {
      const draft = draftOf();
      await store.save(draft);
      const [found] = await Promise.all([store.list('worker-1'), store.remove('d-1')]);
      if (found.length > 0) expectSame(found, [draft], 'the list');
    },
  },
  {
    name: 'keeps and tells a draft that it does not know the form of',
    async check(store: DraftStore): Promise<void> {
      const strange = {
        id: 'd-9',
        user: 'worker-1',
        v: 7,
        expiresAt: NOW,
        body: { words: 'from the future' },
      } as unknown as StoredDraft;
      await store.save(strange);
      await store.sweep(NOW + 1000 * HOUR);
      await store.sweep(NOW + 2000 * HOUR);
      expectSame(await store.list('worker-1'), [strange], 'the list');
    },
  },
  {
    name: 'removes what is past its time, a day after that was first noticed',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      await store.save(draftOf({ id: 'd-2', user: 'worker-2', expiresAt: NOW + 1000 * HOUR }));
      await store.sweep(NOW + HOUR - 1);
      expectSame((await store.list('worker-1'))[0]?.overdueSince, undefined, 'before its time');
      await store.sweep(NOW + HOUR);
      expectSame((await store.list('worker-1'))[0]?.overdueSince, NOW + HOUR, 'when it was noticed');
      await store.sweep(NOW + HOUR + GRACE - 1);
      expectSame((await store.list('worker-1')).length, 1, 'drafts within the day');
      await store.sweep(NOW + HOUR + GRACE);
      expectSame((await store.list('worker-1')).length, 0, 'drafts after the day');
      expectSame((await store.list('worker-2')).length, 1, 'drafts that still have time');
    },
  },
  {
    name: 'loses nothing to a clock that was wrong for a while',
    async check(store: DraftStore): Promise<void> {
      await store.save(draftOf());
      const wrong = NOW + 10_000 * HOUR;
      await store.sweep(wrong);
      await store.sweep(NOW);
      await store.sweep(NOW + HOUR);
      expectSame((await store.list('worker-1'))[0]?.overdueSince, NOW + HOUR, 'when it was noticed by the right clock');
      await store.save(draftOf({ expiresAt: wrong }), 'page-1');
      expectSame((await store.list('worker-1'))[0]?.overdueSince, undefined, 'once somebody went on with it');
    },
  },
];
