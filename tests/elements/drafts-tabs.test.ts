import { expect } from '@open-wc/testing';
import { keepDrafts, type StoredDraft } from '../../src/drafts/index.js';
import { watchConsole } from './support/console.js';
import { cardsOf, settled } from './support/cards.js';
import { record } from './support/data.js';
import { button, hasButton, shown, until } from './support/dom.js';
import { crash, emptyStore, keptWords, notices, saidOf, tab, untilKept, wordsIn, write } from './support/drafts.js';

watchConsole();

/** In another window: nothing in this one loses the focus, or moves under the pointer. */
const press = (target: HTMLButtonElement): void => {
  target.click();
};

const boxes = (conversation: Element): number =>
  cardsOf(conversation).filter((card) => card.shadowRoot?.querySelector('textarea')).length;

describe('Drafts in two tabs', () => {
  it('are told of while another tab writes, and taken over with everything that was typed there', async () => {
    const store = emptyStore();
    const first = await tab(store);
    const second = await tab(store);
    await write(first, 'roses');
    await saidOf(second, 'You are writing in another tab');
    // Typed a moment before, and neither told nor kept yet.
    await write(first, ' and more');
    press(button(second, 'Continue here'));
    await until(() => wordsIn(second)[0] === 'roses and more', 'everything that was typed is here');
    await saidOf(first, 'You are writing in another tab.');
    await settled(first);
    expect([boxes(first), boxes(second)], 'one of them can be written in').to.deep.equal([0, 1]);
    await write(second, ' still');
    await untilKept(store, 'roses and more still');
    // And back.
    press(button(first, 'Continue here'));
    await until(() => wordsIn(first)[0] === 'roses and more still', 'the newest words are back in the first tab');
    await saidOf(second, 'You are writing in another tab.');
    await settled(first);
    expect([boxes(first), boxes(second)]).to.deep.equal([1, 0]);
    expect(await keptWords(store)).to.deep.equal(['roses and more still']);
  });

  it('are only looked at while the other tab goes on', async () => {
    const store = emptyStore();
    const first = await tab(store);
    const second = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    await saidOf(second, 'Look');
    press(button(second, 'Look'));
    await saidOf(second, 'Back');
    await settled(second);
    expect(cardsOf(second).map(shown).join()).to.include('roses');
    await write(first, ' go on');
    await untilKept(store, 'roses go on');
    press(button(second, 'Back'));
    await until(() => wordsIn(second).length === 0, 'the page is as it was');
  });

  it('are no longer offered once the other tab has stored them', async () => {
    const store = emptyStore();
    const first = await tab(store);
    const second = await tab(store);
    first.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(Promise.resolve());
    });
    await write(first, 'roses');
    await saidOf(second, 'You are writing in another tab');
    await first.complete();
    await untilKept(store);
    await until(() => notices(second) === '', 'nothing is offered any more');
  });

  it('are free again when the other tab has gone', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    await saidOf(await tab(store), 'Continue');
  });

  it('keep what a tab still had when another has taken the draft without asking, as a draft of its own', async () => {
    const store = emptyStore();
    let wait = Promise.resolve();
    const first = await tab({ ...store, save: (...given) => wait.then(() => store.save(...given)) });
    await write(first, 'roses');
    await untilKept(store, 'roses');
    // Another page that could not ask: it had no channel, or this one was asleep.
    const [draft] = (await store.list('worker-1')) as StoredDraft[];
    if (!draft) throw new Error('There is a draft.');
    await store.save({ ...draft, writer: 'another page' }, draft.writer);
    // Nothing more can be typed once that is noticed.
    let goOn = (): void => undefined;
    wait = new Promise((resolve) => (goOn = resolve));
    await write(first, ' and tulips');
    goOn();
    await saidOf(first, 'You are writing in another tab.');
    await untilKept(store, 'roses', 'roses and tulips');
  });

  it('go on under a new name when the browser has removed them', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    for (const { id } of await store.list('worker-1')) await store.remove(id);
    await write(first, ' and tulips');
    await untilKept(store, 'roses and tulips');
    expect(boxes(first)).to.equal(1);
  });

  it('are gone for good after a purge, in every tab', async () => {
    const store = emptyStore();
    const first = await tab(store);
    const colleague = await tab(store, { user: 'worker-2' });
    await write(first, 'roses');
    await untilKept(store, 'roses');
    // Told now, so that nothing moves under the pointer when the focus goes over.
    first.flush();
    await settled(first);
    await write(colleague, 'lilies');
    await store.purge('worker-1');
    await saidOf(first, 'Nothing more is kept');
    await write(first, ' again');
    await first.drafts?.flush();
    expect(await keptWords(store)).to.deep.equal([]);
    expect(wordsIn(first), 'the screen is not touched').to.deep.equal(['roses again']);
    await colleague.drafts?.flush();
    expect(await keptWords(store, 'worker-2')).to.deep.equal(['lilies']);
  });

  it('are offered no more after a purge, and nothing else is said in the place of it', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    await store.purge('worker-1');
    await saidOf(first, 'Nothing more is kept');
    // Somebody has signed in again, in another tab.
    const second = await tab(store);
    await write(second, 'lilies');
    await untilKept(store, 'lilies');
    await first.drafts?.flush();
    await settled(first);
    expect(notices(first)).to.match(/Nothing more is kept\.$/);
    first.record = record({ id: 'r-9', subject: { id: 'wullie-1' } });
    await settled(first);
    await first.drafts?.settled(record({ id: 'r-9' }));
    await settled(first);
    expect(notices(first)).to.match(/Nothing more is kept\.$/);
    expect(hasButton(first, 'Continue')).to.equal(false);
  });

  it('are gone for good also where the page was being left with words that were still being written', async () => {
    const store = emptyStore();
    let goOn = (): void => undefined;
    const wait = new Promise<void>((resolve) => (goOn = resolve));
    let isSaved = false;
    const conversation = await tab({
      ...store,
      save: async (...given) => {
        await wait;
        await store.save(...given);
        isSaved = true;
      },
    });
    await write(conversation, 'roses');
    conversation.remove();
    await store.purge('worker-1');
    goOn();
    await until(() => isSaved, 'what was on its way has come');
    await untilKept(store);
  });

  it('are found and taken over on plain http, where there are no locks', async () => {
    const own = Object.getOwnPropertyDescriptor(navigator, 'locks');
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      const store = emptyStore();
      const first = await tab(store);
      const second = await tab(store);
      await write(first, 'roses');
      await saidOf(second, 'Continue');
      await write(first, ' and more');
      press(button(second, 'Continue'));
      await until(() => wordsIn(second)[0] === 'roses and more', 'everything that was typed is here');
      await saidOf(first, 'You are writing in another tab.');
    } finally {
      if (own) Object.defineProperty(navigator, 'locks', own);
      else Reflect.deleteProperty(navigator, 'locks');
    }
  });
});

describe('Drafts of a page that is changed while it is used', () => {
  it('follow the conversation out of the page and back', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await write(conversation, 'roses');
    const { parentElement } = conversation;
    conversation.remove();
    parentElement?.append(conversation);
    await settled(conversation);
    await write(conversation, ' and tulips');
    await untilKept(store, 'roses and tulips');
  });

  it('end when the host takes them away', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await write(conversation, 'roses');
    conversation.drafts = undefined;
    await settled(conversation);
    await untilKept(store, 'roses');
    await write(conversation, ' and tulips');
    await settled(conversation);
    expect(notices(conversation)).to.equal('');
    expect(await keptWords(store)).to.deep.equal(['roses']);
    conversation.drafts = keepDrafts(store, { user: 'worker-1' });
    await saidOf(conversation, 'Continue');
    expect(hasButton(conversation, 'Complete')).to.equal(true);
  });
});
