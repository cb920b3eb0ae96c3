import { expect } from '@open-wc/testing';
import type { StoredDraft } from '../../src/drafts/index.js';
import { watchConsole } from './support/console.js';
import { cardsOf, settled } from './support/cards.js';
import { fullRecord, record } from './support/data.js';
import { button, hasButton, labelled, shown, summary, until, within } from './support/dom.js';
import { crash, emptyStore, keptWords, notices, saidOf, tab, untilKept, wordsIn, write } from './support/drafts.js';
import { listen } from './support/events.js';
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
    const store = emptyStore();
    const conversation = await tab(store);
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    await click(labelled(card, 'Some of the time'));
    let answer: unknown;
    for (let turn = 0; turn < 300 && !answer; turn += 1)
      answer = (await store.list('worker-1'))[0]?.record?.entries[0]?.ratings?.[0]?.answer;
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
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    const { id } = first.record ?? {};
    crash(first);

    const second = await tab(store);
    const heard = listen(document, ['tp-record-change', 'tp-draft-restore']);
    await saidOf(second, 'were kept here and not sent');
    expect(wordsIn(second)).to.deep.equal([]);
    await click(button(second, 'Go on with it'));
    await saidOf(second, 'These are the words from');
    await settled(second);
    expect(wordsIn(second)).to.deep.equal(['roses']);
    expect(second.record?.id).to.equal(id);
    await until(() => heard.types.length > 0, 'the host is told');
    expect(heard.types).to.deep.equal(['tp-draft-restore']);
    await until(() => !hasButton(second, 'Go on with it'), 'nothing is offered any more');
    await until(() => focused()?.matches('[part=drafts] [role=status]'), 'the focus is on what was said');
    // It is the same draft from now on.
    await write(second, ' and tulips');
    await untilKept(store, 'roses and tulips');
  });

  it('are not overwritten by what somebody types before choosing', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const second = await tab(store);
    await saidOf(second, 'Go on with it');
    await write(second, 'weeds');
    await untilKept(store, 'roses', 'weeds');
    await click(button(second, 'Go on with it'));
    await until(() => wordsIn(second)[0] === 'roses', 'the kept words are on the screen');
    // What was typed meanwhile stays, and is offered in its turn.
    await saidOf(second, 'Delete it');
    expect(await keptWords(store)).to.deep.equal(['roses', 'weeds']);
  });

  it('are only looked at, and what was on the screen comes back', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const second = await tab(store);
    await saidOf(second, 'Only look');
    await write(second, 'weeds');
    await click(button(second, 'Only look'));
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
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const second = await tab(store);
    await saidOf(second, 'Start afresh');
    await click(button(second, 'Start afresh'));
    await saidOf(second, 'stay kept until');
    expect(hasButton(second, 'Go on with it')).to.equal(false);
    crash(second);
    await saidOf(await tab(store), 'Go on with it');
  });

  it('are deleted by somebody who is asked first', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const second = await tab(store);
    await saidOf(second, 'Delete it');
    // Folded: nobody deletes with one click.
    expect(within(second, '[part=drafts] details').hasAttribute('open')).to.equal(false);
    await click(summary(second, 'Delete it'));
    await click(button(second, 'Yes, delete it for good'));
    await saidOf(second, 'Deleted.');
    expect(await keptWords(store)).to.deep.equal([]);
  });

  it('are about one person, and of one worker', async () => {
    const store = emptyStore();
    const first = await tab(store);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const other = await tab(store, {}, record({ id: 'r-2', subject: { id: 'wullie-1' } }));
    const colleague = await tab(store, { user: 'worker-2' });
    for (const one of [other, colleague]) await one.drafts?.flush();
    const again = await tab(store);
    await saidOf(again, 'Go on with it');
    expect([notices(other), notices(colleague)]).to.deep.equal(['', '']);
    // The same page turns to somebody else.
    again.record = record({ id: 'r-3', subject: { id: 'wullie-1' } });
    await until(() => !hasButton(again, 'Go on with it'), 'nothing of Jean is offered with Wullie');
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
    expect(Object.isFrozen(detail) && Object.isFrozen(detail?.record)).to.equal(true);
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(heard.types, 'once for the same words').to.deep.equal(['tp-draft-save']);
  });

  it('go with what the host says it holds', async () => {
    const store = emptyStore();
    for (const words of ['roses', 'tulips', 'lilies']) {
      const conversation = await tab(store, {}, record({ id: `r-${words}` }));
      await write(conversation, words);
      await conversation.drafts?.flush();
      crash(conversation);
    }
    const conversation = await tab(store, {
      held: (draft) =>
        draft.id === 'r-lilies'
          ? Promise.reject(new Error('The server is away.'))
          : Promise.resolve(draft.id === 'r-roses' ? 'this' : 'newer'),
    });
    await saidOf(conversation, 'Go on with it');
    await untilKept(store, 'lilies', 'tulips');
    expect(notices(conversation).split('The record was stored again after that').length).to.equal(2);
    expect(notices(conversation).split('Go on with it').length).to.equal(3);
  });

  it('of a record that the host has loaded anew say so when it has changed', async () => {
    const store = emptyStore();
    const loaded = record({ id: 'r-7', baseVersion: '"1"' });
    const first = await tab(store, {}, loaded);
    await write(first, 'roses');
    await untilKept(store, 'roses');
    crash(first);
    const second = await tab(store, {}, { ...loaded, baseVersion: '"2"' });
    await saidOf(second, 'The record was stored again after that');
    await click(button(second, 'Go on with it'));
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
