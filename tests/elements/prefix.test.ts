import { expect } from '@open-wc/testing';
import { defineAll, scopedRegistry } from '../../src/define-all.js';
import { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import { getRegistrationReport, type Registration } from '../../src/index.js';
import { elements } from './support/fields.js';
import { watchConsole } from './support/console.js';
import { drawn, labelled, mount, shown, within } from './support/dom.js';
import { listen, TP_EVENTS } from './support/events.js';
import { click, press, type } from './support/keyboard.js';
import { framework, fullRecord } from './support/data.js';

const said = watchConsole();
defineAll({ prefix: 'acme' });
defineAll({ prefix: 'other-team' });

const reportOf = (tag: string): Registration | undefined => getRegistrationReport().find((one) => one.tag === tag);

const cardsOf = (conversation: Element): readonly TpOutcome[] => [...conversation.children] as TpOutcome[];

async function settled(conversation: TpConversation): Promise<void> {
  await drawn(conversation);
  await drawn(...cardsOf(conversation));
}

async function prepare(conversation: TpConversation): Promise<TpConversation> {
  conversation.framework = framework();
  await settled(conversation);
  return conversation;
}

const converse = async (tag: string): Promise<TpConversation> =>
  prepare(await mount<TpConversation>(`<${tag}></${tag}>`));

/** Chooses what matters, says some words, rates, and completes. */
async function record(conversation: TpConversation): Promise<TpOutcome> {
  await click(labelled(conversation, 'Digging'));
  await settled(conversation);
  const [card] = cardsOf(conversation);
  if (!card) throw new Error('There is a card.');
  await click(within(card, '#narrative-0'));
  await type('roses');
  await press('Tab');
  await click(labelled(card, 'Some of the time'));
  await settled(conversation);
  const done = await conversation.complete();
  expect(done?.status).to.equal('completed');
  expect(done?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
  return card;
}

describe('Under another prefix', () => {
  for (const { tag, attributes } of elements) {
    const own = tag.replace('tp-', 'acme-');
    it(`<${own}> says the same as <${tag}>`, async () => {
      const page = await mount(`<div><${tag} ${attributes}></${tag}><${own} ${attributes}></${own}></div>`);
      const [ours, theirs] = [within(page, tag), within(page, own)];
      await drawn(ours, theirs);
      expect(shown(theirs)).to.equal(shown(ours));
      expect(customElements.get(own)?.prototype).to.be.instanceOf(customElements.get(tag));
    });
  }

  it('a conversation makes cards of its own prefix, and is recorded with them', async () => {
    const conversation = await converse('acme-conversation');
    const heard = listen(document, TP_EVENTS);
    const card = await record(conversation);
    expect(card.localName).to.equal('acme-outcome');
    // The names of the events are those that hosts know.
    expect(new Set(heard.types)).to.include.all.keys('tp-answer-change', 'tp-record-change', 'tp-record-complete');
  });

  it('a conversation shows one card at a time, and lays out those that are near', async () => {
    const conversation = await converse('acme-conversation');
    conversation.record = fullRecord();
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    const plain = await converse('tp-conversation');
    plain.record = fullRecord();
    await settled(plain);
    const style = (element: Element | null): string =>
      element ? getComputedStyle(element).getPropertyValue('content-visibility') : 'none';
    expect(style(card)).to.equal(style(plain.firstElementChild));
    conversation.presentation = 'one-at-a-time';
    await settled(conversation);
    expect(getComputedStyle(card).display).to.equal('none');
  });

  it('uses the cards that the host wrote inside', async () => {
    const conversation = await prepare(
      await mount<TpConversation>(
        '<acme-conversation><p>Before</p><acme-outcome outcome="digging"></acme-outcome></acme-conversation>',
      ),
    );
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    expect([...conversation.children].map(({ localName }) => localName)).to.deep.equal(['p', 'acme-outcome']);
    expect(
      within<TpOutcome>(conversation.parentElement ?? conversation, 'acme-outcome').entry.outcomes[0]?.id,
    ).to.equal('digging');
  });

  it('two conversations of two prefixes are recorded one after the other, and neither hears the other', async () => {
    const page = await mount(
      '<div><acme-conversation></acme-conversation><other-team-conversation></other-team-conversation></div>',
    );
    const [one, other] = [
      await prepare(within<TpConversation>(page, 'acme-conversation')),
      await prepare(within<TpConversation>(page, 'other-team-conversation')),
    ];
    const before = JSON.stringify(other.record);
    const heard = listen(other, TP_EVENTS);
    await record(one);
    expect(JSON.stringify(other.record)).to.equal(before);
    expect(heard.types).to.deep.equal([]);
    const after = JSON.stringify(one.record);
    await record(other);
    expect(JSON.stringify(one.record)).to.equal(after);
  });

  it('a class that a host made of the conversation, under a name of its own, finds cards', async () => {
    class OwnTalk extends TpConversation {}
    customElements.define('a-talk-of-our-own', OwnTalk);
    const conversation = await converse('a-talk-of-our-own');
    const card = await record(conversation);
    expect(card.localName).to.equal('tp-outcome');
  });

  it('another call does nothing, and a prefix that no tag can begin with is refused', () => {
    const before = customElements.get('acme-conversation');
    defineAll({ prefix: 'acme' });
    expect(customElements.get('acme-conversation')).to.equal(before);
    expect(() => {
      defineAll({ prefix: '1' });
    }).to.throw(DOMException);
  });
});

describe('The style sheets for the page, under another prefix', () => {
  async function styled(sheet: string): Promise<() => void> {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheet });
    const loaded = new Promise((done) => {
      link.addEventListener('load', done);
    });
    document.head.append(link);
    await loaded;
    return () => {
      link.remove();
    };
  }

  it('keep the place of an element that is still loading and has the class', async () => {
    const page = await mount(
      '<div><late-conversation class="tp-reserve"></late-conversation><late-conversation></late-conversation></div>',
    );
    const back = await styled('/src/theme/reserve.css');
    const [kept, other] = [...page.children];
    expect(kept?.getBoundingClientRect().height).to.be.above(100);
    expect(other?.getBoundingClientRect().height).to.be.below(50);
    back();
  });

  it('leave off the paper what is not the copy that has the class', async () => {
    const page = await mount(
      '<div><p>Menu</p><div><acme-record-summary class="tp-copy"></acme-record-summary></div></div>',
    );
    const back = await styled('/src/theme/print.css');
    const rules = [...document.styleSheets].flatMap((sheet) =>
      sheet.href?.endsWith('print.css') ? [...sheet.cssRules] : [],
    );
    const hidden = rules
      .flatMap((rule) => (rule instanceof CSSMediaRule ? [...rule.cssRules] : []))
      .find((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.style.display === 'none');
    if (!hidden) throw new Error('The style sheet leaves something off.');
    expect(within(page, 'p').matches(hidden.selectorText)).to.equal(true);
    expect(
      [page, within(page, 'div'), within(page, '.tp-copy')].map((one) => one.matches(hidden.selectorText)),
    ).to.deep.equal([false, false, false]);
    back();
  });
});

describe('In a registry of its own', () => {
  const registry = scopedRegistry();

  it('is there, where the browser has such registries', () => {
    const has = (() => {
      try {
        return new CustomElementRegistry() instanceof CustomElementRegistry;
      } catch {
        return false;
      }
    })();
    expect(registry !== undefined).to.equal(has);
  });

  it('the elements work in its shadow root, and otherwise in the page', async () => {
    defineAll({ prefix: 'scoped', registry });
    const host = await mount('<div></div>');
    const root = host.attachShadow({ mode: 'open', ...(registry && { customElementRegistry: registry }) });
    root.innerHTML = '<scoped-conversation></scoped-conversation>';
    const conversation = await prepare(within<TpConversation>(root, 'scoped-conversation'));
    const card = await record(conversation);
    expect(card.localName).to.equal('scoped-outcome');
    expect(customElements.get('scoped-outcome') === undefined).to.equal(registry !== undefined);
    expect(reportOf('scoped-outcome')).to.include({ holder: 'ours', conflict: false, scoped: registry !== undefined });
  });

  it('the same tags as the page has stand for the application’s own copy', async () => {
    // Without such registries the page's own elements do the work.
    defineAll({ registry });
    const host = await mount('<div></div>');
    const root = host.attachShadow({ mode: 'open', ...(registry && { customElementRegistry: registry }) });
    root.innerHTML = '<tp-conversation></tp-conversation>';
    const conversation = await prepare(within<TpConversation>(root, 'tp-conversation'));
    expect(conversation.constructor === customElements.get('tp-conversation')).to.equal(registry === undefined);
    await record(conversation);
  });
});

describe('getRegistrationReport', () => {
  it('says of each tag that this copy has it', () => {
    for (const { tag } of elements)
      for (const prefix of ['tp', 'acme', 'other-team'])
        expect(reportOf(tag.replace(/^tp/, prefix)), `${prefix} ${tag}`).to.deep.include({
          version: TpConversation.version,
          holder: 'ours',
          heldBy: TpConversation.version,
          conflict: false,
          scoped: false,
        });
  });

  it('says who else has a tag, and which version; the console says so once', () => {
    const copy = (version: string): CustomElementConstructor =>
      class extends HTMLElement {
        static readonly version = version;
        static readonly english = {};
      };
    customElements.define('taken-prompt', copy(TpConversation.version));
    customElements.define('taken-outcome', copy('0.0.9'));
    customElements.define('taken-conversation', copy('0.0.9'));
    customElements.define('taken-actions', class extends HTMLElement {});
    defineAll({ prefix: 'taken' });
    const { version } = TpConversation;
    expect(reportOf('taken-prompt')).to.include({ holder: 'another-copy', heldBy: version, conflict: false, version });
    expect(reportOf('taken-outcome')).to.include({
      holder: 'another-version',
      heldBy: '0.0.9',
      conflict: true,
      version,
    });
    expect(reportOf('taken-actions')).to.include({ holder: 'something-else', heldBy: undefined, conflict: true });
    expect(reportOf('taken-narrative')).to.include({ holder: 'ours', conflict: false });
    const lines = said.take();
    expect(lines.filter((line) => line.includes('0.0.9 was first'))).to.have.lengthOf(1);
    expect(lines).to.have.lengthOf(2);
  });
});
