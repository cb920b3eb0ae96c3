import { expect } from '@open-wc/testing';
import { conversationWith } from './support/cards.js';
import { entry, record } from './support/data.js';
import { allWithin, until, within, words } from './support/dom.js';
import { focused, press } from './support/keyboard.js';

const MANY = 30;
const LONG = 'I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling. '.repeat(12);

const outcomes = Array.from({ length: MANY }, (_, index) => ({
  id: `o-${String(index)}`,
  name: `Thing ${String(index)}`,
}));

const long = () =>
  record({
    entries: outcomes.map(({ id, name }) =>
      entry(id, name, {
        outcomes: [],
        narrative: [{ id: `s-${id}`, text: LONG, saidBy: 'person' }],
        personalOutcome: { text: LONG },
      }),
    ),
  });

describe('A conversation much longer than the screen', () => {
  it('never cuts words that were out of sight when they were drawn', async () => {
    const { cards } = await conversationWith(long());
    const last = cards.at(-1);
    if (!last) throw new Error('There is a last card.');
    last.scrollIntoView();
    const boxes = allWithin<HTMLTextAreaElement>(last, '#narrative-0, #wish');
    expect(boxes).to.have.lengthOf(2);
    for (const box of boxes)
      await until(
        () => box.clientHeight > 100 && box.scrollHeight <= box.clientHeight + 2,
        'a box as high as its words',
      );
  });

  it('can be gone through with the Tab key, cards out of sight included', async () => {
    const { conversation, cards } = await conversationWith(long());
    expect(conversation.getBoundingClientRect().height).to.be.greaterThan(innerHeight * 2);
    const [first] = cards;
    if (!first) throw new Error('There are cards.');
    within(first, 'textarea').focus();
    const seen = new Set<Element>();
    for (let step = 0; step < 60; step += 1) {
      await press('Tab');
      const root = focused()?.getRootNode();
      if (root instanceof ShadowRoot) seen.add(root.host);
    }
    expect(cards.slice(1, 4).every((card) => seen.has(card))).to.equal(true);
  });

  it('brings a card into sight when it is given the focus', async () => {
    const { cards } = await conversationWith(long());
    const card = cards.at(-1);
    card?.focus();
    await until(() => {
      const box = focused()?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.top < innerHeight && box.bottom > 0;
    }, 'the words of the last card in sight');
    expect(words(within(card ?? document.body, '[part=heading]'))).to.equal(`Thing ${String(MANY - 1)}`);
  });
});
