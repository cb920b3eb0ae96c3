import { expect } from '@open-wc/testing';
import { encryptedDrafts } from '../../src/drafts/encrypted.js';
import { keepDrafts, type DraftStore, type Held, type StoredDraft } from '../../src/drafts/index.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { settled } from './support/cards.js';
import { framework, record } from './support/data.js';
import { allWithin, button, hasButton, labelled, shown, until, within, words } from './support/dom.js';
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
import { click, focused, press, tabToNamed, type } from './support/keyboard.js';

const said = watchConsole();

/** Lets go of a promise when the test says so. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('A draft that nobody can read', () => {
  it('is left alone, also where it says to be of the very record on the screen', async () => {
    const mine = record({ id: 'r-9' });
    const store = await leftBehind('roses', emptyStore(), {}, mine);
    const { writer, ...rest } = await onlyDraft(store);
    const damaged = { ...rest, writer, record: record({ id: 'r-9', entries: [{ id: 5 }] as never }) };
    await store.save(damaged, writer);
    const conversation = await tab(store, {}, mine);
    await saidOf(conversation, 'Continue');
    await click(button(conversation, 'Continue'));
    await saidOf(conversation, 'Words kept here cannot be read. They stay as they are.');
    expect(said.take().join()).to.include('record-invalid');
    await write(conversation, 'weeds');
    await untilKept(store, 'weeds', undefined);
    expect((await store.list('worker-1')).find(({ id }) => id === damaged.id)).to.deep.equal(damaged);
    // Nor is it shown to be looked at.
    expect(conversation.drafts?.readonly).to.equal(false);
  });
});

describe('A record that the host sets again', () => {
  for (const [name, between] of [
    ['at once', undefined],
    ['after another one', record({ id: 'r-2', subject: { id: 'wullie-1' } })],
  ] as const)
    it(`older than its draft, ${name}, leaves the draft as it is and has it offered`, async () => {
      const store = emptyStore();
      const loaded = record({ id: 'r-7' });
      const conversation = await tab(store, {}, loaded);
      await write(conversation, 'roses');
      await untilKept(store, 'roses');
      if (between) {
        conversation.record = between;
        await settled(conversation);
      }
      conversation.record = structuredClone(loaded);
      await settled(conversation);
      expect(wordsIn(conversation)).to.deep.equal([]);
      await write(conversation, 'weeds');
      await untilKept(store, 'roses', 'weeds');
      await saidOf(conversation, 'You have words kept from');
      await click(button(conversation, 'Continue'));
      await until(() => wordsIn(conversation)[0] === 'roses', 'the kept words are on the screen');
    });

  it('as it was told, or with something of its own, goes on with the same draft', async () => {
    const store = emptyStore();
    const conversation = await tab(store, {}, record({ id: 'r-7' }));
    await write(conversation, 'roses');
    await untilKept(store, 'roses');
    conversation.record = { ...structuredClone(conversation.record), baseVersion: '"2"', reference: 'A 7' };
    await settled(conversation);
    await write(conversation, ' and tulips');
    await untilKept(store, 'roses and tulips');
    expect(hasButton(conversation, 'Continue')).to.equal(false);
  });

  it('while a draft is looked at ends the looking', async () => {
    const store = await leftBehind('roses', emptyStore(), {}, record({ id: 'r-7' }));
    const conversation = await tab(store, {}, record({ id: 'r-7' }));
    await saidOf(conversation, 'Look');
    await click(button(conversation, 'Look'));
    await saidOf(conversation, 'You are looking at');
    conversation.record = record({ id: 'r-7', baseVersion: '"2"' });
    await saidOf(conversation, 'The record was saved again after that');
    expect(conversation.drafts?.readonly).to.equal(false);
    expect(conversation.record.baseVersion).to.equal('"2"');
  });
});

describe('Drafts and what a page says', () => {
  it('begin no other record with each drawing where the framework is given as text', async () => {
    const conversation = await tab(emptyStore());
    conversation.framework = JSON.stringify(framework());
    await settled(conversation);
    const id = conversation.record?.id;
    conversation.requestUpdate();
    await settled(conversation);
    expect(conversation.record?.id).to.equal(id);
  });

  it('are about whoever the page names after one was looked at', async () => {
    const conversation = await tab(await leftBehind());
    await saidOf(conversation, 'Look');
    await click(button(conversation, 'Look'));
    await until(() => hasButton(conversation, 'Back'), 'the draft is shown');
    await click(button(conversation, 'Back'));
    await until(() => !hasButton(conversation, 'Back'), 'it is not shown any more');
    conversation.subject = { id: 'peter-1', name: 'Peter' };
    await settled(conversation);
    expect(conversation.record?.subject.id).to.equal('peter-1');
  });

  it('are about whoever the page names while one is looked at', async () => {
    for (const [subject, expected] of [
      [{ id: 'peter-1', name: 'Peter' }, 'peter-1'],
      [{ id: 'jean 2', name: 'Jean' }, undefined],
    ] as const) {
      const conversation = await tab(await leftBehind());
      await saidOf(conversation, 'Look');
      await click(button(conversation, 'Look'));
      await until(() => hasButton(conversation, 'Back'), 'the draft is shown');
      conversation.subject = subject;
      await settled(conversation);
      await click(button(conversation, 'Back'));
      await until(() => conversation.record?.subject.id === expected, 'the record of whoever is named, or none');
    }
    said.take();
  });

  it('are not offered with somebody of the same name whose key cannot be read', async () => {
    const conversation = await tab(await leftBehind());
    await saidOf(conversation, 'Continue');
    conversation.subject = { id: 'jean 2', name: 'Jean' };
    await settled(conversation);
    await conversation.drafts?.flush();
    expect([conversation.record, notices(conversation)]).to.deep.equal([undefined, '']);
    conversation.subject = { id: 'jean-1', name: 'Jean' };
    await saidOf(conversation, 'Continue');
    said.take();
  });

  it('leave what is being typed beside the record where it is while one of them is looked at', async () => {
    const conversation = await tab(await leftBehind());
    await saidOf(conversation, 'Look');
    const other = (): HTMLInputElement => labelled(conversation, 'Something else that matters');
    await click(other());
    await type('the ch');
    await click(button(conversation, 'Look'));
    await until(() => hasButton(conversation, 'Back'), 'the draft is shown');
    await click(button(conversation, 'Back'));
    await until(() => !hasButton(conversation, 'Back'), 'it is not shown any more');
    await settled(conversation);
    expect(other().value).to.equal('the ch');
    conversation.subject = { id: 'peter-1', name: 'Peter' };
    await settled(conversation);
    expect(other().value, 'beside another person').to.equal('');
  });

  it('are nobody’s without a user, and not everybody’s', async () => {
    const store = await leftBehind();
    expect(() => keepDrafts(store, { user: undefined as unknown as string })).to.throw(TypeError, 'No user');
    for (const work of ['list', 'purge'] as const)
      expect(await store[work](undefined as never).catch((error: unknown) => error)).to.be.instanceOf(Error);
    expect(await store.list('worker-1')).to.have.lengthOf(1);
  });
});

describe('What is said about drafts', () => {
  it('is told to somebody who cannot see it, by a region that was there before, and moves no focus', async () => {
    const store = await leftBehind();
    const conversation = await tab({ ...emptyStore(), list: () => new Promise(() => undefined) });
    await settled(conversation);
    const regions = allWithin(conversation, '[aria-live=polite],[role=status]');
    const box = within<HTMLInputElement>(conversation, '[part=topics] input');
    box.focus();
    conversation.drafts = keepDrafts(store, { user: 'worker-1' });
    await saidOf(conversation, 'You have words kept from');
    const holding = regions.filter((region) => words(region).includes('You have words kept from'));
    expect(holding, 'the region is the one from before').to.have.lengthOf(1);
    expect(holding[0]?.isConnected).to.equal(true);
    expect(focused()).to.equal(box);
  });

  it('keeps the focus when what was offered is gone', async () => {
    const store = await leftBehind();
    const conversation = await tab(store);
    await saidOf(conversation, 'Continue');
    button(conversation, 'Look').focus();
    const other = await tab(store);
    await saidOf(other, 'Continue');
    for (const { id } of await store.list('worker-1')) await store.remove(id);
    // Whatever another page has done is heard of in this way.
    new BroadcastChannel('talking-points-drafts').postMessage({ changed: true });
    await until(() => !hasButton(conversation, 'Continue'), 'nothing is offered any more');
    await settled(conversation);
    expect(focused()?.matches('[part=drafts] [role=status]')).to.equal(true);
  });

  it('does not leave the focus on another draft’s button', async () => {
    const store = await leftBehind('roses');
    await leftBehind('tulips', store, {}, record({ id: 'r-2', subject: { id: 'jean-1', name: 'Jean' } }));
    const conversation = await tab(store);
    await until(() => notices(conversation).split('Not now').length === 3, 'both are offered');
    button(conversation, 'Not now').focus();
    await press('Enter');
    await saidOf(conversation, 'stay kept until');
    expect(focused()?.matches('[part=drafts] [role=status]')).to.equal(true);
  });

  it('can be gone through with keys alone', async () => {
    const store = await leftBehind();
    const conversation = await tab(store);
    await saidOf(conversation, 'Continue');
    await tabToNamed('Look');
    await press('Enter');
    await saidOf(conversation, 'You are looking at your words from');
    expect(focused()?.matches('[part=drafts] [role=status]'), 'on what was said').to.equal(true);
    await tabToNamed('Back');
    await press('Space');
    await until(() => hasButton(conversation, 'Look'), 'it is offered again');
    expect(focused()?.matches('[part=drafts] [role=status]'), 'after Back').to.equal(true);
    await tabToNamed('Continue');
    await press('Enter');
    await saidOf(conversation, 'These are your words from');
    expect(focused()?.matches('[part=drafts] [role=status]'), 'after Continue').to.equal(true);
    expect(wordsIn(conversation)).to.deep.equal(['roses']);
  });

  it('is the host’s to replace, as any other words', async () => {
    const store = await leftBehind();
    const conversation = await tab(store);
    conversation.strings = { 'draft.go-on': 'Lean air' };
    await until(() => hasButton(conversation, 'Lean air'), 'the host’s word is there');
    expect(shown(conversation)).to.include('You have words kept from');
  });
});

describe('What the host says that it holds', () => {
  const stores = (): { store: DraftStore; asked: OutcomeRecord[]; held: (answer: Held) => Promise<Held> } => ({
    store: emptyStore(),
    asked: [],
    held: (answer) => Promise.resolve(answer),
  });

  it('about one person is not waited for with the next', async () => {
    const kept = await leftBehind();
    let answer: (held: Held) => void = () => undefined;
    let isAsked = false;
    // The words about the first person are still on their way to the store when the host turns to the next.
    const store: DraftStore = { ...kept, save: () => new Promise(() => undefined) };
    const conversation = await tab(store, {
      held: () => {
        isAsked = true;
        return new Promise((done) => (answer = done));
      },
    });
    await until(() => isAsked, 'the host is asked about what was left');
    await write(conversation, 'tulips');
    conversation.record = undefined;
    conversation.subject = { id: 'eck-2', name: 'Eck' };
    await settled(conversation);
    answer(undefined);
    // What is done with the answer asks the browser for its locks, once, before anything would be shown.
    for (let turn = 0; turn < 5; turn += 1) await navigator.locks.query();
    await settled(conversation);
    expect(notices(conversation)).to.not.include('You have words kept');
  });

  it('is asked again when the tab that wrote it lets go', async () => {
    const { store } = stores();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    const second = await tab(store, { held: () => Promise.resolve('this') });
    await second.drafts?.flush();
    expect(await keptWords(store), 'not while another tab writes it').to.deep.equal(['roses']);
    crash(first);
    await untilKept(store);
    expect(notices(second)).to.equal('');
  });

  it('is no reason to delete what somebody wrote while the host was asked', async () => {
    const store = await leftBehind();
    const { opened, open } = gate();
    const asked: (string | undefined)[] = [];
    const conversation = await tab(store, {
      held: async ({ entries }) => {
        const text = entries[0]?.narrative?.[0]?.text;
        asked.push(text);
        if (text !== 'roses') return undefined;
        await opened;
        return 'this';
      },
    });
    await until(() => asked.length === 1, 'the host is asked');
    const draft = await onlyDraft(store);
    const [entry] = draft.record?.entries ?? [];
    const newer = {
      ...draft,
      writer: 'another page',
      savedAt: draft.savedAt + 1,
      record: { ...draft.record, entries: [{ ...entry, narrative: [{ ...entry?.narrative?.[0], text: 'tulips' }] }] },
    } as StoredDraft;
    await store.save(newer, draft.writer);
    open();
    await saidOf(conversation, 'Continue');
    expect(asked).to.deep.equal(['roses', 'tulips']);
    expect(await keptWords(store)).to.deep.equal(['tulips']);
  });

  it('is looked at again when the tab that writes it goes on after it was stored', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await first.complete();
    await first.drafts?.flush();
    const second = await tab(store, {
      held: (_record, completedAt) => Promise.resolve(completedAt === undefined ? undefined : 'this'),
    });
    await second.drafts?.flush();
    expect(notices(second)).to.equal('');
    // Nobody said that it was stored, and the host lets it be written on.
    const draft = await onlyDraft(store);
    first.record = draft.record;
    await settled(first);
    await write(first, ' and tulips');
    await saidOf(second, 'You are writing in another tab.');
  });
});

describe('“Saved.”', () => {
  const completing = (store: DraftStore): Promise<Awaited<ReturnType<typeof tab>>> =>
    tab(store).then((conversation) => {
      conversation.addEventListener('tp-record-complete', (event) => {
        event.waitUntil(Promise.resolve());
      });
      return conversation;
    });

  it('does not wait for a store that never answers; what is left is said, and not offered again', async () => {
    const inner = emptyStore();
    const hanging = gate();
    const conversation = await completing({ ...inner, remove: (id) => hanging.opened.then(() => inner.remove(id)) });
    await write(conversation, 'roses');
    await untilKept(inner, 'roses');
    await conversation.complete();
    await saidOf(conversation, 'A copy is kept on this device until');
    await until(() => shown(conversation).includes('Saved.'), 'it is saved');
    crash(conversation);
    // At the next start, the store works again.
    const next = await tab(inner);
    await untilKept(inner);
    expect(notices(next)).to.equal('');
    expect(Object.keys(localStorage)).to.deep.equal([]);
    hanging.open();
  });

  it('says so no longer once the draft is deleted after all', async () => {
    const inner = emptyStore();
    const hanging = gate();
    const conversation = await completing({ ...inner, remove: (id) => hanging.opened.then(() => inner.remove(id)) });
    await write(conversation, 'roses');
    await conversation.complete();
    await saidOf(conversation, 'A copy is kept on this device until');
    hanging.open();
    await until(() => notices(conversation) === '', 'nothing is left to say');
    await untilKept(inner);
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('is said at once where the store refuses, and what another page made of the draft is not deleted', async () => {
    const inner = emptyStore();
    const conversation = await completing({ ...inner, remove: () => Promise.reject(new Error('The disk is away.')) });
    await write(conversation, 'roses');
    await conversation.complete();
    await saidOf(conversation, 'A copy is kept on this device until');
    const draft = await onlyDraft(inner);
    await inner.save({ ...draft, writer: 'another page', completedAt: undefined }, draft.writer);
    crash(conversation);
    const next = await tab(inner);
    await saidOf(next, 'Continue');
    localStorage.clear();
  });
});

describe('A store that encrypts', () => {
  it('is purged for good, also while words are just being encrypted', async () => {
    const inner = emptyStore();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const store = encryptedDrafts(inner, key);
    const draft = await onlyDraft(await leftBehind());
    const saving = store.save(draft);
    await store.purge('worker-1');
    await saving;
    expect(await inner.list('worker-1')).to.deep.equal([]);
  });
});
