import { expect } from '@open-wc/testing';
import type { TpRecordConflict } from '../../src/elements/record-conflict/record-conflict.js';
import * as conflict from '../../stories/support/conflict.js';
import { watchConsole } from './support/console.js';
import { card, conversationWith, fullEntry, openWho, settled } from './support/cards.js';
import { fullRecord } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, summary, until, within, words } from './support/dom.js';
import { click } from './support/keyboard.js';
import { backToScreen, print, printed } from './support/paper.js';

watchConsole();

describe('On paper', () => {
  afterEach(backToScreen);

  it('a card that is being filled in: what is there, with its headings, and no ways to choose', async () => {
    const outcome = await card('person-name="Jean"', fullEntry());
    expect(printed(outcome)).to.include('keep as it is').and.include('Ways to ask');
    print(outcome);
    const text = printed(outcome);
    for (const shown of ['Digging', 'What would Jean like?', 'get there', 'What is already working', 'Next steps'])
      expect(text).to.include(shown);
    for (const hidden of ['Ways to ask', 'keep as it is', 'How much it matters', 'Another view', 'Something Jean will'])
      expect(text).to.not.include(hidden);
    expect(text).to.not.include('✕');
  });

  it('a card with nothing in it, even with its lists opened: no empty headings', async () => {
    const outcome = await card('person-name="Jean"');
    for (const part of ['Next steps', 'Who and what helps']) {
      await click(button(outcome, part));
      await drawn(outcome);
    }
    print(outcome);
    for (const hidden of ['Next steps', 'Who and what helps', 'What gets in the way', 'Is it something to'])
      expect(printed(outcome)).to.not.include(hidden);
    backToScreen();
    await click(button(outcome, 'Something Jean will do'));
    await drawn(outcome);
    print(outcome);
    expect(printed(outcome)).to.include('Next steps').and.include('What will Jean do?');
  });

  it('a card to read: everything that was recorded', async () => {
    const outcome = await card('readonly person-name="Jean" locale="en-GB"', fullEntry());
    const text = printed(outcome);
    print(outcome);
    expect(printed(outcome)).to.equal(text);
    expect(text).to.include('Morag (Family)').and.include('Ring the bowling club').and.include('too high');
  });

  it('“Who and how”: folded its line, opened what was chosen, and nothing when nothing is known', async () => {
    const { conversation } = await conversationWith();
    print(conversation);
    expect(printed(conversation)).to.not.include('Who and how').and.not.include('When, where');
    conversation.record = fullRecord();
    await settled(conversation);
    expect(words(within(summary(conversation, 'Who and how'), '.line-of'))).to.include('Face to face');
    expect(printed(conversation)).to.include('Who and how').and.include('At home');
    backToScreen();
    await openWho(conversation);
    expect(printed(conversation)).to.include('Hearing loop').and.include('Add somebody');
    print(conversation);
    expect(printed(conversation)).to.include('More time').and.include('Role');
    expect(printed(conversation)).to.not.include('Hearing loop').and.not.include('Add somebody');
    backToScreen();
    await click(labelled(conversation, 'More time'));
    await until(() => !conversation.record?.conversation.support, 'no support');
    print(conversation);
    expect(printed(conversation)).to.not.include('What helped to take part?');
  });

  it('two versions that are being settled: both, side by side, and nothing to press', async () => {
    const element = await mount<TpRecordConflict>('<tp-record-conflict></tp-record-conflict>');
    Object.assign(element, conflict);
    await drawn(element);
    element.focus();
    await drawn(element);
    await click(allWithin(element, '.mine input')[1] ?? element);
    await drawn(element);
    const kept = 'Ask about the lunch club';
    expect(printed(element)).to.include('Yours for all').and.not.include(kept);
    print(element);
    const text = printed(element);
    for (const there of ['Stored by Mairi Campbell', 'It is very quiet here.', 'the bus there and back.', 'Keep both'])
      expect(text).to.include(there);
    for (const hidden of ['Yours for all', 'Both where it can be', 'Keep these and complete'])
      expect(text).to.not.include(hidden);
    // What was kept without asking cannot be opened on paper. A browser that does not know how to show it prints how much there is.
    expect(text.includes(kept)).to.equal(CSS.supports('selector(::details-content)'));
    expect(text).to.include('Kept without asking: 2');
    // What is chosen is told from the rest by more than a shade, which is not printed.
    const [chosen, other] = ['.mine', '.theirs'].map((side) =>
      getComputedStyle(allWithin(element, side)[1] ?? element),
    );
    expect(chosen?.boxShadow).to.not.equal(other?.boxShadow);
    element.focus();
    await drawn(element);
    expect(getComputedStyle(within(element, '[part=title]')).outlineStyle).to.equal('none');
    expect(getComputedStyle(within(element, 'summary')).color).to.equal('rgb(0, 0, 0)');
  });
});
