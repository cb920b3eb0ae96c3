import { expect } from '@open-wc/testing';
import { memoryDrafts, type StoredDraft } from '../../src/drafts/index.js';
import { watchConsole } from './support/console.js';
import { cardsOf, settled } from './support/cards.js';
import { fullRecord, record } from './support/data.js';
import { button, hasButton, labelled, shown, summary, until, within } from './support/dom.js';
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
import { expectGoodShape, listen } from './support/events.js';
import { click, focused, press } from './support/keyboard.js';

const said = watchConsole();

describe('Drafts of a conversation', () => {
  it('are kept while somebody types, without a pause and without leaving the field', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await write(conversation, 'roses');
    await untilKept(store, 'roses');
    const [draft] = (await store.list('worker-1')) as StoredDraft[];
    expect(draft?.record?.id).to.equal(conversation.record?.id);
    expect(draft?.id, 'the id of the draft says nothing about the record').to.not.include(conversation.record?.id);
    expect(notices(conversation)).to.equal('What you write is kept on this device until it is saved.');
  });

  it('hold an answer at once', async () => {
    const store = memoryDrafts();
    const conversation = await tab(store);
    labelled(conversation, 'Digging').focus();
    await press('Space');
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    const answered = new Promise((done) => conversation.addEventListener('tp-answer-change', done, { once: true }));
    labelled(card, 'Some of the time').focus();
    await press('Space');
    await answered;
    // A turn of the page, and not the quarter of a second that words wait.
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    const [draft] = await store.list('worker-1');
    const answer = draft?.record?.entries[0]?.ratings?.[0]?.answer;
    expect(answer).to.deep.equal({ kind: 'answered', value: 'some' });
  });

  it('are not made of a page on which nobody has recorded anything', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await click(within(conversation, '[part=who] summary'));
    await press('Tab');
    await press('Tab');
    await conversation.drafts?.flush();
    expect(await store.list('worker-1')).to.deep.equal([]);
    expect(notices(conversation)).to.equal('');
  });

  it('are offered after a crash, never filled in, and gone on with', async () => {
    const store = await leftBehind();
    const { record: kept } = await onlyDraft(store);
    const second = await tab(store);
    const heard = listen(document, ['tp-record-change', 'tp-draft-restore']);
    await saidOf(second, 'You have words kept from');
    expect(wordsIn(second)).to.deep.equal([]);
    await click(button(second, 'Continue'));
    await saidOf(second, 'These are your words from');
    await settled(second);
    expect(wordsIn(second)).to.deep.equal(['roses']);
    expect(second.record?.id).to.equal(kept?.id);
    await until(() => heard.types.length > 0, 'the host is told');
    expect(heard.types).to.deep.equal(['tp-draft-restore']);
    heard.events.forEach(expectGoodShape);
    await until(() => !hasButton(second, 'Continue'), 'nothing is offered any more');
    await until(() => focused()?.matches('[part=drafts] [role=status]'), 'the focus is on what was said');
    // It is the same draft from now on.
    await write(second, ' and tulips');
    await untilKept(store, 'roses and tulips');
  });

  it('are not overwritten by what somebody types before choosing', async () => {
    const store = await leftBehind();
    const second = await tab(store);
    await saidOf(second, 'Continue');
    await write(second, 'weeds');
    await untilKept(store, 'roses', 'weeds');
    await click(button(second, 'Continue'));
    await until(() => wordsIn(second)[0] === 'roses', 'the kept words are on the screen');
    // What was typed meanwhile stays, and is offered in its turn.
    await saidOf(second, 'Discard');
    expect(await keptWords(store)).to.deep.equal(['roses', 'weeds']);
  });

  it('are only looked at, and what was on the screen comes back', async () => {
    const store = await leftBehind();
    const second = await tab(store);
    await saidOf(second, 'Look');
    await write(second, 'weeds');
    await click(button(second, 'Look'));
    await saidOf(second, 'Back');
    await settled(second);
    expect(cardsOf(second).map(shown).join()).to.include('roses');
    expect(cardsOf(second).some((card) => card.shadowRoot?.querySelector('textarea'))).to.equal(false);
    await click(button(second, 'Back'));
    await until(() => wordsIn(second)[0] === 'weeds', 'the own words are back');
    await settled(second);
    await write(second, ' again');
    await untilKept(store, 'roses', 'weeds again');
  });

  it('stay kept when somebody starts afresh, and are offered the next time', async () => {
    const store = await leftBehind();
    const second = await tab(store);
    await saidOf(second, 'Not now');
    await click(button(second, 'Not now'));
    await saidOf(second, 'stay kept until');
    expect(hasButton(second, 'Continue')).to.equal(false);
    crash(second);
    await saidOf(await tab(store), 'Continue');
  });

  it('are deleted by somebody who is asked first', async () => {
    const store = await leftBehind();
    const second = await tab(store);
    await saidOf(second, 'Discard');
    // Folded: nobody deletes with one click.
    expect(within(second, '[part=drafts] details').hasAttribute('open')).to.equal(false);
    await click(summary(second, 'Discard'));
    const { bottom } = summary(second, 'Discard').getBoundingClientRect();
    const { top } = button(second, 'Yes, discard').getBoundingClientRect();
    // Room for the ring of the focus, and for a second press that was meant to fold it up again.
    expect(top - bottom).to.be.at.least(8);
    await click(button(second, 'Yes, discard'));
    await saidOf(second, 'Discarded.');
    expect(await keptWords(store)).to.deep.equal([]);
  });

  it('are about one person, and of one worker', async () => {
    const store = await leftBehind();
    const other = await tab(store, {}, record({ id: 'r-2', subject: { id: 'wullie-1' } }));
    const colleague = await tab(store, { user: 'worker-2' });
    for (const one of [other, colleague]) await one.drafts?.flush();
    const again = await tab(store);
    await saidOf(again, 'Continue');
    expect([notices(other), notices(colleague)]).to.deep.equal(['', '']);
  });

  it('are out of sight as soon as the host turns to the next person, whatever the store takes', async () => {
    const store = await leftBehind();
    let isSlow = false;
    const conversation = await tab({
      ...store,
      list: (user) => (isSlow ? new Promise(() => undefined) : store.list(user)),
    });
    await saidOf(conversation, 'Continue');
    isSlow = true;
    conversation.record = record({ id: 'r-3', subject: { id: 'wullie-1' } });
    await settled(conversation);
    expect(notices(conversation)).to.equal('');
  });

  for (const [name, isSlow] of [
    ['', false],
    [', while another is being kept', true],
  ] as const)
    it(`are not made of a record that is only being drawn${name}`, async () => {
      const store = emptyStore();
      let goOn = (): void => undefined;
      const wait = isSlow ? new Promise<void>((resolve) => (goOn = resolve)) : Promise.resolve();
      const conversation = await tab({ ...store, save: (...given) => wait.then(() => store.save(...given)) });
      await write(conversation, 'roses');
      const flushed = conversation.drafts?.flush();
      conversation.record = record({ id: 'r-next', subject: { id: 'wullie-1' } });
      // As when the box that is being taken away loses the focus.
      conversation.dispatchEvent(new Event('focusout'));
      goOn();
      await flushed;
      await settled(conversation);
      await conversation.drafts?.flush();
      expect(await keptWords(store)).to.deep.equal(['roses']);
    });

  it('are deleted once the host’s promise has resolved, not before, and never after a rejection', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(
        new Promise<void>((resolve, reject) => {
          answers.push({ resolve, reject });
        }),
      );
    });
    await write(conversation, 'roses');
    await click(button(conversation, 'Complete'));
    await until(() => answers.length === 1, 'the host is asked');
    await untilKept(store, 'roses');
    answers[0]?.reject(new Error('The server is away.'));
    await until(() => hasButton(conversation, 'Try again'), 'it was not saved');
    expect(said.take().join()).to.include('not-saved');
    await conversation.drafts?.flush();
    expect(await keptWords(store)).to.deep.equal(['roses']);
    await click(button(conversation, 'Try again'));
    await until(() => answers.length === 2, 'the host is asked again');
    expect(await keptWords(store)).to.deep.equal(['roses']);
    answers[1]?.resolve();
    await until(() => conversation.record?.status === 'completed', 'the record is complete');
    await untilKept(store);
    await conversation.drafts?.flush();
    expect(await keptWords(store)).to.deep.equal([]);
  });

  it('are deleted with a correction that is left, and not offered again', async () => {
    const store = emptyStore();
    const stored = fullRecord({ status: 'completed', completedAt: '2026-03-03T14:05:00+00:00' });
    const conversation = await tab(store, {}, stored);
    conversation.amendable = true;
    conversation.amend('Pressed by mistake');
    await settled(conversation);
    await write(conversation, ' All of them.');
    await untilKept(store, 'I miss the roses. All of them.');
    await click(button(conversation, 'Leave it as it was'));
    await until(() => hasButton(conversation, 'Throw it away'), 'the question');
    await click(button(conversation, 'Throw it away'));
    await untilKept(store);
    await until(() => conversation.record?.status === 'completed', 'the record as it was');
    await settled(conversation);
    expect(notices(conversation)).to.equal('');
    await conversation.drafts?.flush();
    expect(await store.list('worker-1')).to.deep.equal([]);
    expect(notices(await tab(store, {}, stored))).to.equal('');
  });

  it('stay kept where nobody says that the record is stored', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await write(conversation, 'roses');
    await conversation.complete();
    await conversation.drafts?.flush();
    expect(await keptWords(store)).to.deep.equal(['roses']);
  });

  it('are deleted also where the host turns to another record while it stores this one', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(
        Promise.resolve().then(() => {
          conversation.record = record({ id: 'r-next', subject: { id: 'wullie-1' } });
        }),
      );
    });
    await write(conversation, 'roses');
    await conversation.complete();
    await untilKept(store);
  });

  it('tell the host at once, with the whole record, when the page is left', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    const heard = listen(document, ['tp-draft-save']);
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(heard.types, 'nothing was typed').to.deep.equal([]);
    await write(conversation, 'roses');
    globalThis.dispatchEvent(new Event('pagehide'));
    // Without waiting for anything.
    const [detail] = heard.details<{ v: number; source: string; record: unknown }>('tp-draft-save');
    expect(detail).to.deep.equal({ v: 1, source: 'user', record: conversation.record });
    expect(wordsIn(conversation)).to.deep.equal(['roses']);
    heard.events.forEach(expectGoodShape);
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(heard.types, 'once for the same words').to.deep.equal(['tp-draft-save']);
  });

  it('go with what the host says it holds', async () => {
    const store = emptyStore();
    for (const words of ['roses', 'tulips', 'lilies']) await leftBehind(words, store, {}, record({ id: `r-${words}` }));
    const conversation = await tab(store, {
      held: (draft) =>
        draft.id === 'r-lilies'
          ? Promise.reject(new Error('The server is away.'))
          : Promise.resolve(draft.id === 'r-roses' ? 'this' : 'newer'),
    });
    await saidOf(conversation, 'Continue');
    await untilKept(store, 'lilies', 'tulips');
    expect(notices(conversation).split('The record was saved again after that').length).to.equal(2);
    expect(notices(conversation).split('Continue').length).to.equal(3);
  });

  it('of a record that the host has loaded anew say so when it has changed', async () => {
    const loaded = record({ id: 'r-7', baseVersion: '"1"' });
    const store = await leftBehind('roses', emptyStore(), {}, loaded);
    const second = await tab(store, {}, { ...loaded, baseVersion: '"2"' });
    await saidOf(second, 'The record was saved again after that');
    await click(button(second, 'Continue'));
    await until(() => wordsIn(second)[0] === 'roses', 'the kept words are on the screen');
    // So that the host can tell that somebody else was quicker.
    expect(second.record?.baseVersion).to.equal('"1"');
  });

  it('wait for nobody: what is typed right before the host takes the page away is kept', async () => {
    const store = emptyStore();
    const conversation = await tab(store);
    await write(conversation, 'roses');
    conversation.remove();
    await untilKept(store, 'roses');
  });
});
