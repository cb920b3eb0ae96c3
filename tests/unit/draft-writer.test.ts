import { describe, expect, it } from 'vitest';
import { DraftError, type DraftStore } from '../../src/drafts/draft.js';
import { encryptedDrafts } from '../../src/drafts/encrypted.js';
import { find } from '../../src/drafts/finder.js';
import { memoryDrafts } from '../../src/drafts/memory.js';
import { tabsOf } from '../../src/drafts/tabs.js';
import type { DraftOptions } from '../../src/drafts/types.js';
import { draftWriter, type DraftWriter } from '../../src/drafts/writer.js';
import type { OutcomeRecord } from '../../src/schema/record.js';

const user = 'worker-1';
const SENT = '2026-03-03T14:05:00+00:00';
const nothing = (): void => undefined;

const recordOf = (words: string, change: Partial<OutcomeRecord> = {}): OutcomeRecord =>
  ({
    schemaVersion: '1.0',
    id: 'r-1',
    status: 'draft',
    kind: 'assessment',
    framework: { id: 'f-1', version: '1', name: 'F' },
    subject: { id: 'jean-1' },
    recordedAt: SENT,
    entries: [{ label: words }],
    ...change,
  }) as unknown as OutcomeRecord;

const page = (store: DraftStore, options: Partial<DraftOptions> = {}): DraftWriter =>
  draftWriter(
    store,
    { user, ...options },
    tabsOf(nothing, nothing),
    () => Date.now(),
    nothing,
    nothing,
    nothing,
    nothing,
  );

const kept = async (store: DraftStore): Promise<readonly (string | undefined)[]> =>
  (await store.list(user)).map(({ record }) => record?.entries[0]?.label);

/** A store whose next save waits until it is let go on, or fails. */
function slow(): { store: DraftStore; inner: DraftStore; begun: Promise<void>; goOn: (error?: Error) => void } {
  const inner = memoryDrafts();
  let goOn: (error?: Error) => void = nothing;
  let begin = nothing;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const wait = new Promise<void>((resolve, reject) => {
    goOn = (error) => {
      if (error) reject(error);
      else resolve();
    };
  });
  let isFirst = true;
  const store: DraftStore = {
    ...inner,
    async save(draft, replaces) {
      if (isFirst) {
        isFirst = false;
        begin();
        await wait;
      }
      await inner.save(draft, replaces);
    },
  };
  return { store, inner, begun, goOn };
}

describe('A purge, while words are being written', () => {
  it('is not undone by the save that was on its way', async () => {
    const { store, inner, begun, goOn } = slow();
    const writer = page(store);
    writer.note(recordOf('roses'));
    const saving = writer.keep();
    await begun;
    await store.purge(user);
    void writer.forget();
    goOn();
    await saving;
    expect(await kept(inner)).toEqual([]);
  });

  it('is not undone by a save that failed', async () => {
    const { store, inner, begun, goOn } = slow();
    const writer = page(store);
    writer.note(recordOf('roses'));
    const saving = writer.keep();
    await begun;
    await store.purge(user);
    void writer.forget();
    goOn(new DraftError('gone'));
    await saving;
    await writer.keep();
    expect(await kept(inner)).toEqual([]);
  });

  it('is not undone by words that are just being encrypted', async () => {
    const inner = memoryDrafts();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const store = encryptedDrafts(inner, key);
    const writer = page(store);
    writer.note(recordOf('roses'));
    const saving = writer.keep();
    await store.purge(user);
    expect(await inner.list(user)).toEqual([]);
    await Promise.all([saving, writer.forget()]);
    expect(await inner.list(user)).toEqual([]);
  });

  it('is not undone by a new draft that was kept before the page heard of it', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.note(recordOf('roses'));
    await writer.keep();
    await store.purge(user);
    writer.note(recordOf('roses and tulips'));
    await writer.keep();
    void writer.forget();
    await Promise.resolve().then(nothing);
    await expect.poll(() => kept(store)).toEqual([]);
  });
});

describe('What the host has stored', () => {
  it('is removed for good, also where a save that was on its way fails', async () => {
    const { store, inner, begun, goOn } = slow();
    const writer = page(store);
    writer.note(recordOf('roses'), SENT);
    const saving = writer.keep();
    await begun;
    const removed = writer.remove('r-1', SENT);
    goOn(new DraftError('failed'));
    await Promise.all([saving, removed]);
    await writer.keep();
    expect(await kept(inner)).toEqual([]);
  });

  it('does not take words with it that are newer', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.note(recordOf('roses'), SENT);
    await writer.keep();
    writer.note(recordOf('roses and tulips'));
    await writer.remove('r-1', SENT);
    await writer.keep();
    expect(await kept(store)).toEqual(['roses and tulips']);
  });

  it('does not take words with it that came while an earlier save was on its way', async () => {
    const { store, inner, begun, goOn } = slow();
    const writer = page(store);
    writer.note(recordOf('roses'), SENT);
    const saving = writer.keep();
    await begun;
    const removed = writer.remove('r-1', SENT);
    writer.note(recordOf('roses and tulips'));
    goOn();
    await Promise.all([saving, removed]);
    await writer.keep();
    expect(await kept(inner)).toEqual(['roses and tulips']);
  });
});

describe('What somebody throws away', () => {
  const throwAway = (writer: DraftWriter): Promise<void> => writer.remove('r-1', undefined);

  it('is gone, also where it was handed to the host, which refused it', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.note(recordOf('roses'), SENT);
    await writer.keep();
    await throwAway(writer);
    expect(await kept(store)).toEqual([]);
  });

  it('takes nothing with it that was left before, though it is about the same record', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.turn(recordOf(''), false);
    writer.note(recordOf('roses'));
    await writer.keep();
    writer.turn(recordOf('the host’s own'), false);
    writer.note(recordOf('tulips'));
    await writer.keep();
    await throwAway(writer);
    expect(await kept(store)).toEqual(['roses']);
  });
});

describe('Finding drafts', () => {
  const tabs = tabsOf(nothing, nothing);
  const shown = recordOf('', { id: 'r-2', entries: [] });
  const offered = async (store: DraftStore, now: OutcomeRecord, options: Partial<DraftOptions> = {}): Promise<number> =>
    (await find(store, { user, ...options }, tabs, now, () => false)).length;

  it('goes by the name where the host gives no id of the person', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.note(recordOf('roses', { subject: { name: 'Jean' } }));
    await writer.keep();
    expect(await offered(store, { ...shown, subject: { name: 'Wullie' } })).toBe(0);
    expect(await offered(store, { ...shown, subject: { name: 'Jean' } })).toBe(1);
  });

  it('removes nothing that another page writes now', async () => {
    const store = memoryDrafts();
    const writer = page(store);
    writer.note(recordOf('roses'));
    await writer.keep();
    const live = { ...tabs, isHeld: () => Promise.resolve(true) };
    const held = (): Promise<'this'> => Promise.resolve('this');
    expect(await find(store, { user, held }, live, shown, () => false)).toEqual([]);
    expect(await kept(store)).toEqual(['roses']);
  });
});
