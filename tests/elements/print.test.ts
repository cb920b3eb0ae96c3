import { expect } from '@open-wc/testing';
import { watchConsole } from './support/console.js';
import { card, conversationWith, fullEntry, openWho, settled } from './support/cards.js';
import { fullRecord } from './support/data.js';
import { button, drawn, labelled, summary, until, within, words } from './support/dom.js';
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
});
