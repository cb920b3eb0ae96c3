import { expect } from '@open-wc/testing';
import { settled } from './support/cards.js';
import { watchConsole } from './support/console.js';
import { fullRecord } from './support/data.js';
import { button, labelled, mount, shown, until, within } from './support/dom.js';
import { click } from './support/keyboard.js';
import { choice, lastTime, reviewOf } from './support/review.js';
import { hasTree, tree } from './support/tree.js';

watchConsole();

/** The lines of the tree from one that begins with `from` to before the one that begins with `to`. */
const between = (lines: string, from: string, to: string): string => {
  const all = lines.split('\n');
  const start = all.findIndex((line) => line.trim().startsWith(from));
  const end = all.findIndex((line, index) => index > start && line.trim().startsWith(to));
  return all
    .slice(start, end)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
};

describe('A review, as a screen reader is told of it', () => {
  it('what was agreed, then and now, and what is asked', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), {}, 'perspectives="person"');
    const page = await mount('<section aria-label="The page under test"></section>');
    page.append(conversation);
    await settled(conversation);
    if (!hasTree) {
      for (const text of ['What we agreed last time', 'Find a lift']) expect(shown(conversation)).to.include(text);
      for (const card of cards) expect(shown(card)).to.include('Then · 3 March 2026');
      return;
    }
    const heard = await tree('The page under test');
    expect(between(heard, 'heading "What we agreed last time"', 'region "What matters"')).to.equal(
      `heading "What we agreed last time" level=3
paragraph "How did each of these go? Say what you can, and pass over the rest."
group "Ring the garden club"
  paragraph "Digging · Jean · by 10 March 2026 · Last time: Planned"
  radio "Done"
  radio "Doing it"
  radio "Not yet"
  radio "No longer needed"
group "Find a lift"
  paragraph "Digging · Eck · Last time: Doing it"
  radio "Done"
  radio "Doing it"
  radio "Not yet"
  radio "No longer needed"`,
    );
    expect(between(heard, 'group "Then · 3 March 2026"', 'button "What is already working"')).to.equal(
      `group "Then · 3 March 2026"
  heading "Then · 3 March 2026" level=4
  DescriptionList
    term "In Jean’s own words"
    definition "I miss the roses."
    term "What was wanted"
    definition "A small bed by the door · get there"
    term "Jean’s view"
    definition "Some of the time"
    definition "Only in summer"
    term "The unpaid carer’s view"
    definition "None of the time"
  paragraph "Written down by Mairi"
group "Now"
  heading "Now" level=4
  textbox "In Jean’s own words"
  textbox "What would Jean like?"
  group "How much of the time is this so? Jean’s view"
    radio "All of the time"
    radio "Most of the time"
    radio "Some of the time"
    radio "None of the time"
    radio "I’d rather not say"
    button "More reasons"
group "Compared with last time, how is this for you? Jean’s view"
  radio "Much better"
  radio "A bit better"
  radio "About the same"
  radio "A bit worse"
  radio "Much worse"
  radio "I’d rather not say"
  button "More reasons"
button "What helped?" expanded
group "Agreed last time. Did they help?"
  text Agreed last time. Did they help?
  button "Morag"
  button "Home care"
group "What helped?"
  group "Add"
    button "Jean"
    button "Family"
    button "Friend or neighbour"
    button "Community"
    button "Service"
    button "Equipment"
    button "Something else"
group "What did we decide?"
  radio "Continue"
  radio "Change something"
  radio "Achieved"
  radio "Keep going"
  radio "No longer matters"
  radio "Pause for now"`,
    );
  });

  for (const show of ['before', 'after-answer', 'never'] as const)
    it(`has nothing that axe finds, with earlier answers ${show}`, async () => {
      const { conversation, cards } = await reviewOf(lastTime(), { showPrevious: show });
      const [card] = cards;
      if (!card) throw new Error('There is a card.');
      await click(choice(conversation, 'Find a lift', 'Done'));
      await click(choice(card, 'What did we decide?', 'No longer matters'));
      await click(labelled(conversation, 'Sitting in the sun'));
      await settled(conversation);
      await expect(conversation).to.be.accessible();
      for (const one of conversation.querySelectorAll('tp-outcome')) await expect(one).to.be.accessible();
    });

  it('has nothing that axe finds right to left, at 320 px, nor when it is complete', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const page = conversation.parentElement;
    if (!page) throw new Error('The conversation is in the page.');
    page.dir = 'rtl';
    page.style.inlineSize = '320px';
    await settled(conversation);
    expect(page.scrollWidth).to.be.at.most(320);
    for (const one of [conversation, ...cards]) await expect(one).to.be.accessible();
    await conversation.complete();
    await settled(conversation);
    for (const one of [conversation, ...cards]) await expect(one).to.be.accessible();
  });

  it('has nothing that axe finds while a correction is made', async () => {
    const page = await mount('<div><tp-conversation amendable></tp-conversation></div>');
    const conversation = within<HTMLElementTagNameMap['tp-conversation']>(page, 'tp-conversation');
    conversation.record = fullRecord({ status: 'completed', framework: { id: 'gone', version: '1', name: 'Garden' } });
    await settled(conversation);
    await click(button(conversation, 'Amend'));
    await until(() => conversation.shadowRoot?.querySelector('#amend-why'), 'the question');
    await click(button(conversation, 'Start the correction'));
    await settled(conversation);
    await expect(conversation).to.be.accessible();
    conversation.amend('The day was wrong');
    await settled(conversation);
    await expect(conversation).to.be.accessible();
  });
});
