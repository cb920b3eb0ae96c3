import { expect } from '@open-wc/testing';
import { encryptedDrafts } from '../../src/drafts/encrypted.js';
import { DraftError, keepDrafts, type DraftFault, type DraftStore, type StoredDraft } from '../../src/drafts/index.js';
import { watchConsole } from './support/console.js';
import { record } from './support/data.js';
import { button, hasButton, until } from './support/dom.js';
import {
  crash,
  emptyStore,
  keptWords,
  leftBehind,
  notices,
  onlyDraft,
  saidOf,
  tab,
  untilKept,
  wordsIn,
  write,
} from './support/drafts.js';
import { click } from './support/keyboard.js';

const said = watchConsole();

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A store whose saves fail as long as `fault` says so. */
function failing(): { store: DraftStore; inner: DraftStore; fault: DraftFault | undefined } {
  const inner = emptyStore();
  const state = {
    inner,
    fault: undefined as DraftFault | undefined,
    store: {
      ...inner,
      save: (draft: StoredDraft, replaces?: string) =>
        state.fault ? Promise.reject(new DraftError(state.fault)) : inner.save(draft, replaces),
    },
  };
  return state;
}

async function kept(
  text: string,
  change: Partial<StoredDraft> = {},
): Promise<{ store: DraftStore; draft: StoredDraft }> {
  const store = await leftBehind(text);
  const draft = await onlyDraft(store);
  const changed = { ...draft, ...change };
  await store.save(changed, draft.writer);
  return { store, draft: changed };
}

describe('Drafts that are encrypted', () => {
  it('say nothing in the store, and are opened with the host’s key', async () => {
    const [store, key] = [emptyStore(), await newKey()];
    const first = await tab(encryptedDrafts(store, key));
    await write(first, 'roses');
    await first.drafts?.flush();
    await write(first, ' and tulips');
    await first.drafts?.flush();
    const [draft] = (await store.list('worker-1')) as StoredDraft[];
    expect(draft?.record).to.equal(undefined);
    expect(new TextDecoder().decode(draft?.sealed?.data)).to.not.include('roses');
    expect(draft?.sealed?.iv.length).to.equal(12);
    crash(first);
    const second = await tab(encryptedDrafts(store, key));
    await saidOf(second, 'Continue');
    await click(button(second, 'Continue'));
    await until(() => wordsIn(second)[0] === 'roses and tulips', 'the words are back');
    await until(() => notices(second).includes('These are your words'), 'it is said');
    // A fresh vector for each write, or the key would be lost.
    const [again] = (await store.list('worker-1')) as StoredDraft[];
    expect([...(again?.sealed?.iv ?? [])]).to.not.deep.equal([...(draft?.sealed?.iv ?? [])]);
  });

  it('stay kept, and are said, where the key is another one or there is none', async () => {
    const store = emptyStore();
    await leftBehind('roses', encryptedDrafts(store, await newKey()));
    for (const other of [encryptedDrafts(store, await newKey()), store]) {
      const second = await tab(other);
      await saidOf(second, 'Words kept here cannot be read with this key. They stay as they are.');
      expect(hasButton(second, 'Continue')).to.equal(false);
      expect(hasButton(second, 'Discard')).to.equal(false);
      crash(second);
    }
    expect(await store.list('worker-1')).to.have.lengthOf(1);
  });

  it('do not open when they were moved to another draft', async () => {
    const [store, key] = [emptyStore(), await newKey()];
    await leftBehind('roses', encryptedDrafts(store, key));
    const draft = await onlyDraft(store);
    await store.remove(draft.id);
    await store.save({ ...draft, id: 'somewhere-else' });
    await saidOf(await tab(encryptedDrafts(store, key)), 'Words kept here cannot be read with this key');
  });
});

describe('Drafts that cannot be read', () => {
  it('of a newer version stay kept, and that is said', async () => {
    const { store, draft } = await kept('roses', { v: 2 });
    await saidOf(await tab(store), 'Words kept here need a newer version of this page.');
    expect(await store.list('worker-1')).to.deep.equal([draft]);
  });

  it('with a record of a newer version too', async () => {
    const { store } = await kept('roses', { record: record({ schemaVersion: '2.0' }) });
    await saidOf(await tab(store), 'Words kept here need a newer version of this page.');
    expect(await store.list('worker-1')).to.have.lengthOf(1);
  });

  it('that hold garbage stay kept, beside one that can be read', async () => {
    const { store } = await kept('roses');
    for (const [index, garbage] of ['garbage', 7, null, [], {}, { subject: {} }].entries())
      await store.save({
        v: 1,
        id: `g-${index}`,
        user: 'worker-1',
        writer: 'x',
        record: garbage,
      } as unknown as StoredDraft);
    await store.save({ id: 'g-9', user: 'worker-1' } as StoredDraft);
    const conversation = await tab(store);
    await saidOf(conversation, 'Continue');
    expect(notices(conversation).split('Words kept here cannot be read').length).to.equal(8);
    await click(button(conversation, 'Continue'));
    await until(() => wordsIn(conversation)[0] === 'roses', 'the words are back');
    expect(await store.list('worker-1')).to.have.lengthOf(8);
  });

  it('by the conversation itself leave what is on the screen alone', async () => {
    const { store, draft } = await kept('roses', {
      record: record({ id: 'r-9', entries: [{ id: 5 }] as never }),
    });
    const conversation = await tab(store);
    await saidOf(conversation, 'Continue');
    await write(conversation, 'weeds');
    await click(button(conversation, 'Continue'));
    await saidOf(conversation, 'Words kept here cannot be read. They stay as they are.');
    expect(said.take().join()).to.include('record-invalid');
    expect(wordsIn(conversation)).to.deep.equal(['weeds']);
    expect((await store.list('worker-1')).find(({ id }) => id === draft.id)).to.deep.equal(draft);
  });

  it('any more while they are looked at give back what was on the screen before, to be written on', async () => {
    const { store, draft } = await kept('roses');
    const conversation = await tab(store);
    await write(conversation, 'weeds');
    await saidOf(conversation, 'Look');
    await click(button(conversation, 'Look'));
    await until(() => wordsIn(conversation)[0] === 'roses', 'the draft is shown');
    await store.save({ ...draft, record: record({ id: 'r-9', entries: [{ id: 5 }] as never }) }, draft.writer);
    await click(button(conversation, 'Continue'));
    await saidOf(conversation, 'Words kept here cannot be read. They stay as they are.');
    await write(conversation, ' and moss');
    expect(wordsIn(conversation)).to.deep.equal(['weeds and moss']);
  });
});

describe('Drafts that cannot be kept', () => {
  it('leave the earlier version there, say why, and are kept once there is space', async () => {
    const state = failing();
    const conversation = await tab(state.store);
    await write(conversation, 'roses');
    await untilKept(state.inner, 'roses');
    state.fault = 'full';
    await write(conversation, ' and tulips');
    await saidOf(conversation, 'This device is full. Your latest words are only on the screen');
    expect(await keptWords(state.inner)).to.deep.equal(['roses']);
    expect(wordsIn(conversation)).to.deep.equal(['roses and tulips']);
    state.fault = undefined;
    // Nobody has to type anything for that.
    await untilKept(state.inner, 'roses and tulips');
    await saidOf(conversation, 'What you write is kept on this device');
  });

  it('do not give way to a kept draft: what is on the screen stays', async () => {
    const state = failing();
    await leftBehind('roses', state.store);
    const second = await tab(state.store);
    await saidOf(second, 'Continue');
    state.fault = 'full';
    await write(second, 'weeds');
    await click(button(second, 'Continue'));
    await saidOf(second, 'This device is full');
    expect(wordsIn(second)).to.deep.equal(['weeds']);
  });

  for (const [fault, words] of [
    ['missing', 'This browser keeps nothing'],
    ['newer', 'A newer version of this page is in use'],
    ['failed', 'Your latest words are only on the screen'],
  ] as const)
    it(`say why where the store says “${fault}”`, async () => {
      const state = failing();
      const conversation = await tab(state.store);
      state.fault = fault;
      await write(conversation, 'roses');
      await saidOf(conversation, words);
      expect(wordsIn(conversation)).to.deep.equal(['roses']);
    });

  it('leave a conversation working where tabs may not speak to each other either', async () => {
    const own = globalThis.BroadcastChannel;
    globalThis.BroadcastChannel = function () {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    } as unknown as typeof BroadcastChannel;
    try {
      const store = emptyStore();
      await write(await tab(store), 'roses');
      await untilKept(store, 'roses');
      await store.purge('worker-1');
      expect(await store.list('worker-1')).to.deep.equal([]);
    } finally {
      globalThis.BroadcastChannel = own;
    }
  });

  it('say so from the start where the browser keeps nothing', async () => {
    const store = emptyStore();
    const conversation = await tab({ ...store, list: () => Promise.reject(new DraftError('missing')) });
    await saidOf(conversation, 'This browser keeps nothing');
    await tab({ ...store, list: () => Promise.reject(new DraftError('lost')) }).then((one) =>
      saidOf(one, 'This browser has lost what was kept.'),
    );
  });
});

describe('Drafts and the clock', () => {
  const HOUR = 3_600_000;
  const at = (time: number) => (): Date => new Date(time);
  const START = Date.UTC(2026, 2, 3, 14, 5);

  it('from a time that is still to come are offered, and that the clock was changed is said', async () => {
    const store = await leftBehind('roses', emptyStore(), { clock: at(START + 48 * HOUR) });
    const second = await tab(store, { clock: at(START) });
    await saidOf(second, 'The clock of this device was changed.');
    await click(button(second, 'Continue'));
    await until(() => wordsIn(second)[0] === 'roses', 'the words are back');
  });

  it('that are past their time are offered a last time, and then removed', async () => {
    const store = await leftBehind('roses', emptyStore(), { clock: at(START), hours: 72 });
    const before = await tab(store, { clock: at(START + 71 * HOUR) });
    await saidOf(before, 'Continue');
    expect(notices(before)).to.not.include('Your words stay kept until');
    crash(before);
    // The first page after that notices; the next one says it.
    await tab(store, { clock: at(START + 72 * HOUR) }).then(crash);
    const after = await tab(store, { clock: at(START + 73 * HOUR) });
    await saidOf(after, 'Your words stay kept until');
    expect(notices(after)).to.include('7 March');
    crash(after);
    await tab(store, { clock: at(START + 96 * HOUR) });
    await untilKept(store);
  });

  it('are not thrown away by a clock that is wrong for a while', async () => {
    const store = await leftBehind('roses', emptyStore(), { clock: at(START) });
    const wrong = await tab(store, { clock: at(START + 9000 * HOUR) });
    await saidOf(wrong, 'Continue');
    crash(wrong);
    const right = await tab(store, { clock: at(START + HOUR) });
    await saidOf(right, 'Continue');
    expect(await keptWords(store)).to.deep.equal(['roses']);
  });
});

it('A host’s own store is used as it is', async () => {
  const calls: string[] = [];
  const inner = emptyStore();
  const own: DraftStore = {
    save: (...given) => (calls.push('save'), inner.save(...given)),
    list: (...given) => (calls.push('list'), inner.list(...given)),
    remove: (...given) => (calls.push('remove'), inner.remove(...given)),
    purge: (...given) => inner.purge(...given),
    sweep: (...given) => (calls.push('sweep'), inner.sweep(...given)),
  };
  const conversation = await tab(own);
  conversation.drafts = keepDrafts(own, { user: 'worker-1' });
  await write(conversation, 'roses');
  await untilKept(inner, 'roses');
  expect([...new Set(calls)].sort()).to.deep.equal(['list', 'save', 'sweep']);
});
