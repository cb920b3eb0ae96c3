import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import { settled } from './support/cards.js';
import { watchConsole } from './support/console.js';
import { allWithin, button, labelled, shown, within, words } from './support/dom.js';
import { listen, vetoAll } from './support/events.js';
import { click, focused, named, press, tabTo, tabToNamed, type } from './support/keyboard.js';
import { choice, group, lastTime, reviewOf } from './support/review.js';

watchConsole();

const agreed = (conversation: TpConversation): string => words(within(conversation, '[part=agreed]'));
const statuses = ({ record }: TpConversation): unknown =>
  record?.entries[0]?.actions?.map(({ id, status }) => [id, status ?? null]);

describe('What was agreed last time', () => {
  it('comes before what matters: each open step with its words, who, when and how it stood, and nothing chosen', async () => {
    const { conversation } = await reviewOf(lastTime());
    const text = agreed(conversation);
    expect(text)
      .to.include('Ring the garden club')
      .and.to.include('Digging · Jean · by 10 March 2026 · Last time: Planned');
    expect(text).to.include('Find a lift').and.to.include('Digging · Eck · Last time: Doing it');
    expect(text).to.not.include('Buy a fork');
    const parts = allWithin(conversation, '[part=agreed],[part=topics]').map((one) => one.getAttribute('part'));
    expect(parts).to.deep.equal(['agreed', 'topics']);
    expect(allWithin(conversation, '[part=agreed] :checked')).to.have.lengthOf(0);
    expect([...group(conversation, 'Find a lift').querySelectorAll('label')].map(words)).to.deep.equal([
      'Done',
      'Doing it',
      'Not yet',
      'No longer needed',
    ]);
  });

  it('is said once, as a change of the card’s steps, and can be cleared', async () => {
    const { conversation } = await reviewOf(lastTime());
    const heard = listen(document, ['tp-before-answer-change', 'tp-answer-change', 'tp-record-change', 'input']);
    await click(choice(conversation, 'Find a lift', 'Done'));
    await settled(conversation);
    expect([...heard.types].sort()).to.deep.equal(['tp-answer-change', 'tp-before-answer-change', 'tp-record-change']);
    expect(heard.details('tp-answer-change')[0]?.path).to.deep.equal(['digging', 'actions']);
    expect(statuses(conversation)).to.deep.equal([
      ['a-1', null],
      ['a-2', 'done'],
    ]);
    await click(choice(conversation, 'Find a lift', 'Clear'));
    await settled(conversation);
    expect(statuses(conversation)).to.deep.equal([
      ['a-1', null],
      ['a-2', null],
    ]);
    expect(focused()?.closest('fieldset')).to.equal(group(conversation, 'Find a lift'));
  });

  it('keeps words that are being typed on the card', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await type('roses');
    await click(choice(conversation, 'Find a lift', 'Not yet'));
    await settled(conversation);
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
    expect(statuses(conversation)).to.deep.equal([
      ['a-1', null],
      ['a-2', 'not-yet'],
    ]);
  });

  it('is as it was after a veto', async () => {
    const { conversation } = await reviewOf(lastTime());
    const before = conversation.record;
    vetoAll(conversation);
    await click(choice(conversation, 'Find a lift', 'Done'));
    await settled(conversation);
    expect(conversation.record).to.equal(before);
    expect(allWithin(conversation, '[part=agreed] :checked')).to.have.lengthOf(0);
  });

  it('brings a step back that was taken out on its card', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    await click(button(card, 'Remove this step: Find a lift'));
    await settled(conversation);
    await click(choice(conversation, 'Find a lift', 'No longer needed'));
    await settled(conversation);
    expect(statuses(conversation)).to.deep.equal([
      ['a-1', null],
      ['a-2', 'no-longer-needed'],
    ]);
  });

  it('says so where what it was for was taken out of the review', async () => {
    const { conversation } = await reviewOf(lastTime());
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    await click(button(conversation, 'Take it out'));
    await settled(conversation);
    expect(agreed(conversation)).to.include('Taken out of this review');
    expect(allWithin(conversation, '[part=agreed] input')).to.have.lengthOf(0);
    await click(button(conversation, 'Take it up again: Digging'));
    await settled(conversation);
    expect(allWithin(conversation, '[part=agreed] fieldset')).to.have.lengthOf(2);
  });

  it('is text when the record is complete', async () => {
    const { conversation } = await reviewOf(lastTime());
    await click(choice(conversation, 'Find a lift', 'Done'));
    await conversation.complete();
    await settled(conversation);
    expect(agreed(conversation)).to.include('Done').and.to.include('Not said');
    expect(allWithin(conversation, '[part=agreed] input, [part=agreed] button')).to.have.lengthOf(0);
  });

  it('is a step of its own when one thing is shown at a time', async () => {
    const { conversation } = await reviewOf(lastTime(), {}, 'presentation="one-at-a-time"');
    expect(shown(conversation)).to.include('Step 1 of 6');
    await click(button(conversation, 'Next'));
    await settled(conversation);
    expect(agreed(conversation)).to.include('Find a lift');
    expect(allWithin(conversation, '[part=topics]')).to.have.lengthOf(0);
  });

  it('can be gone through, decided and completed with the keyboard alone', async () => {
    const { conversation } = await reviewOf(lastTime());
    await tabTo((active) => active.closest('fieldset') === group(conversation, 'Ring the garden club'));
    await press('Space');
    await press('ArrowDown');
    await settled(conversation);
    expect(statuses(conversation)).to.deep.equal([
      ['a-1', 'doing'],
      ['a-2', null],
    ]);
    await tabTo((active) => active.id === 'narrative-0');
    await type('The bed is dug');
    await tabTo(
      (active) =>
        active.closest('fieldset')?.querySelector('legend')?.textContent.includes('Compared with last time') === true,
    );
    await press('Space');
    await tabTo((active) => named(active) === 'Continue');
    await press('Space');
    await tabToNamed('Complete');
    await press('Enter');
    await settled(conversation);
    const [entry] = conversation.record?.entries ?? [];
    expect(conversation.record?.status).to.equal('completed');
    expect(entry?.decision).to.deep.equal({ value: 'continue' });
    expect(entry?.change?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 'much-better' });
    expect(entry?.narrative?.[0]?.text).to.equal('The bed is dug');
  });
});
