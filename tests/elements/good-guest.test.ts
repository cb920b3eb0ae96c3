import { expect } from '@open-wc/testing';
import { watchConsole } from './support/console.js';
import { addSomebody, cardsOf, conversationWith, openWho, settled } from './support/cards.js';
import { labelled, mount, within } from './support/dom.js';
import { elements } from './support/fields.js';
import { click, press, type } from './support/keyboard.js';

watchConsole();

/** Takes something away from the page, and hands back what gives it again. */
function without(owner: object, name: string): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, value: undefined });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}

/** A short conversation, with a topic, words, a rating, a next step and the end. */
async function converse(): Promise<string> {
  const { conversation } = await conversationWith();
  await click(labelled(conversation, 'Digging'));
  await settled(conversation);
  const [card] = cardsOf(conversation);
  if (!card) throw new Error('There is a card.');
  await click(within(card, '#narrative-0'));
  await type('roses');
  await press('Tab');
  await click(labelled(card, 'Some of the time'));
  await settled(conversation);
  await openWho(conversation);
  await addSomebody(conversation, 'Unpaid carer');
  return JSON.stringify(await conversation.complete());
}

describe('On an old intranet, over plain http', () => {
  it('a conversation is recorded without randomUUID, subtle crypto, locks or storage', async () => {
    const back = [
      without(crypto, 'randomUUID'),
      without(crypto, 'subtle'),
      without(navigator, 'locks'),
      without(globalThis, 'indexedDB'),
      without(globalThis, 'localStorage'),
    ];
    try {
      const record = await converse();
      expect(record).to.include('roses').and.include('"status":"completed"');
      const ids = [...record.matchAll(/"id":"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+)"/g)].map(([, id]) => id);
      expect(ids.length).to.be.at.least(4);
      expect(new Set(ids)).to.have.lengthOf(ids.length);
    } finally {
      for (const give of back) give();
    }
  });
});

describe('A good guest', () => {
  it('leaves the page around it alone', async () => {
    const state = (): readonly unknown[] => [
      document.head.innerHTML,
      document.adoptedStyleSheets.length,
      document.styleSheets.length,
      [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
      [...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
      document.title,
    ];
    const before = state();
    const bodies = document.body.children.length;
    for (const { tag, attributes } of elements) await mount(`<${tag} ${attributes}></${tag}>`);
    expect(state()).to.deep.equal(before);
    // One wrapper for each element of this test, and nothing of ours beside them.
    expect(document.body.children.length).to.equal(bodies + elements.length);
  });

  it('keeps its looks among hostile styles of the page', async () => {
    const style = document.createElement('style');
    style.textContent =
      '* { display: inline; font-size: 3px; color: red } input { display: none } button { position: absolute }';
    document.head.append(style);
    try {
      const field = await mount<HTMLElementTagNameMap['tp-rating-scale']>(
        '<tp-rating-scale scale="frequency-4"></tp-rating-scale>',
      );
      for (const option of field.shadowRoot?.querySelectorAll<HTMLElement>('.option') ?? [])
        expect(option.offsetHeight).to.be.at.least(24);
      await click(labelled(field, 'Some of the time'));
      expect(field.value).to.equal('some');
    } finally {
      style.remove();
    }
  });
});
