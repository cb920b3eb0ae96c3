import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/base/define-element.js';
import type { TpElement } from '../../src/base/tp-element.js';
import type { ErrorDetail } from '../../src/schema/events.js';
import { watchConsole } from './support/console.js';
import { framework, fullRecord, record, scale } from './support/data.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { drawn, labelled, mount, shown, within, words } from './support/dom.js';
import { expectGoodShape, listen, type Heard } from './support/events.js';
import { escaped } from './support/fields.js';
import { click } from './support/keyboard.js';

const said = watchConsole();

/** What a page says of one mistake: once as an event, once in the console, with what, where and how to mend it. */
function expectSaid(heard: Heard, code: string, { where, message, hint }: { where: RegExp; message: RegExp; hint: RegExp }): void {
  const errors = heard.details<ErrorDetail>('tp-error').filter((detail) => detail.code === code);
  expect(errors, `tp-error ${code}`).to.have.lengthOf(1);
  const [error] = errors;
  expect(error?.where).to.match(where);
  expect(error?.message).to.match(message);
  expect(error?.hint).to.match(hint);
  for (const event of heard.events) expectGoodShape(event);
  const lines = said.take().filter((line) => line.includes(`(${code})`));
  expect(lines, `the console about ${code}`).to.have.lengthOf(1);
  expect(lines[0]).to.match(/^\[talking-points-elements\] </).and.match(message).and.match(hint);
}

/** An element with a mistake, drawn twice: nothing may be said again because of that. */
async function withMistake<T extends TpElement>(markup: string, set: Partial<T> = {}): Promise<{ element: T; heard: Heard }> {
  const heard = listen(document, ['tp-error']);
  const page = await mount<HTMLElement>('<div></div>');
  page.append(document.createRange().createContextualFragment(markup));
  const element = within<T>(page, '*');
  Object.assign(element, set);
  await drawn(element);
  element.requestUpdate();
  await drawn(element);
  return { element, heard };
}

type Rating = HTMLElementTagNameMap['tp-rating-scale'];
type Conversation = HTMLElementTagNameMap['tp-conversation'];
type Outcome = HTMLElementTagNameMap['tp-outcome'];

describe('A scale that cannot be used', () => {
  it('by an id that nobody registered', async () => {
    const { element, heard } = await withMistake<Rating>('<tp-rating-scale scale="no-such" label="Q"></tp-rating-scale>');
    expectSaid(heard, 'scale-unknown', { where: /^<tp-rating-scale> scale/, message: /There is no scale “no-such”/, hint: /registerScale\(\)/ });
    expect(shown(element)).to.equal('Q This question cannot be shown.');
  });

  it('by JSON that is not JSON', async () => {
    const { element, heard } = await withMistake<Rating>(`<tp-rating-scale scale='{"id": "x",}' value="3"></tp-rating-scale>`);
    expectSaid(heard, 'json-malformed', { where: /^<tp-rating-scale> scale/, message: /JSON in "scale" cannot be read/, hint: /quotes and commas/ });
    expect(element.value, 'the answer is kept').to.equal('3');
    expect(shown(element)).to.include('3');
    element.scale = 'numeric-0-10';
    await drawn(element);
    expect(shown(element)).to.not.include('cannot be shown');
    expect(element.value, 'read again on the scale that it was meant for').to.equal(3);
    expect(said.take()).to.deep.equal([]);
  });

  it('by points without words, with what is wrong in each', async () => {
    const broken = scale({ points: [{ value: 1 }, { value: 1, label: 'One' }] as never });
    const { heard } = await withMistake<Rating>('<tp-rating-scale></tp-rating-scale>', { scale: broken });
    const errors = heard.details<ErrorDetail>('tp-error');
    expect(errors.map(({ where }) => where.split(' ').at(-1))).to.deep.equal(['/points/0/label', '/points/1/value']);
    expect(said.take()).to.have.lengthOf(2);
  });

  it('by a name that would change how other code behaves', async () => {
    const { heard } = await withMistake<Rating>(
      `<tp-rating-scale scale='{"id": "x", "version": "1", "name": "X", "__proto__": {"polluted": true}, "points": [{"value": 1, "label": "One"}]}'></tp-rating-scale>`,
    );
    expectSaid(heard, 'json-malformed', { where: /^<tp-rating-scale> scale/, message: /the name "__proto__" is not allowed/, hint: /\S/ });
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });

  it('in a conversation: the rest goes on', async () => {
    const heard = listen(document, ['tp-error']);
    const { conversation } = await conversationWith();
    conversation.scales = [{ id: 'broken' }] as never;
    conversation.framework = framework({ scale: 'no-such-2' });
    conversation.record = record({ entries: [{ id: 'e', label: 'Digging', outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'digging', name: 'Digging' }] }] });
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    expect(heard.details<ErrorDetail>('tp-error').map(({ code }) => code)).to.include.members(['scale-invalid', 'scale-unknown']);
    said.take();
    await click(labelled(card, 'Most important now'));
    expect(conversation.record.entries[0]?.mostImportant).to.equal(true);
  });
});

describe('A framework that cannot be used', () => {
  it('by an id that nobody registered', async () => {
    const { element, heard } = await withMistake<Conversation>('<tp-conversation framework="no-such"></tp-conversation>');
    expectSaid(heard, 'framework-unknown', { where: /^<tp-conversation> framework/, message: /There is no framework “no-such”/, hint: /registerFramework\(\)/ });
    expect(shown(element)).to.equal('This conversation cannot be shown.');
    element.framework = 'shanarri';
    await drawn(element);
    expect(element.record?.framework.id).to.equal('shanarri');
  });

  it('on an outcome alone', async () => {
    const { heard } = await withMistake<Outcome>('<tp-outcome framework="no-such" outcome="x"></tp-outcome>');
    expectSaid(heard, 'framework-unknown', { where: /^<tp-outcome>/, message: /There is no framework “no-such”/, hint: /registerFramework\(\)/ });
  });

  for (const [name, given, path] of [
    ['without outcomes', { ...framework(), outcomes: [] }, '/outcomes'],
    ['with an outcome without a name', { ...framework(), outcomes: [{ id: 'x' }] }, '/outcomes/0/name'],
    ['with one id twice', framework({ outcomes: [{ id: 'x', name: 'X' }, { id: 'x', name: 'Y' }] }), '/outcomes/1'],
    ['with a category that is not there', framework({ outcomes: [{ id: 'x', name: 'X', category: 'nope' }] }), '/outcomes/0/category'],
    ['that is a number', 5, ''],
  ] as const)
    it(name, async () => {
      const { element, heard } = await withMistake<Conversation>('<tp-conversation></tp-conversation>', { framework: given as never });
      const [error] = heard.details<ErrorDetail>('tp-error');
      expect(heard.types).to.have.lengthOf(1);
      expect(error?.where).to.equal(`<tp-conversation> framework${path ? ` ${path}` : ''}`);
      expect(error?.hint).to.match(/\S/);
      expect(said.take()).to.have.lengthOf(1);
      expect(shown(element)).to.equal('This conversation cannot be shown.');
    });

  it('that comes while something is recorded: the record stays', async () => {
    const { conversation } = await conversationWith(fullRecord());
    conversation.framework = 'no-such-3';
    await settled(conversation);
    expect(said.take()).to.have.lengthOf(1);
    expect(conversation.record).to.deep.equal(fullRecord());
    expect(shown(conversation)).to.include('This conversation cannot be shown.').and.include('I miss the roses.');
  });

  it('by JSON in the attribute that is not JSON', async () => {
    const { heard } = await withMistake<Conversation>(`<tp-conversation framework='{"id": '></tp-conversation>`);
    expectSaid(heard, 'json-malformed', { where: /^<tp-conversation> framework/, message: /JSON in "framework" cannot be read/, hint: /quotes and commas/ });
  });
});

describe('An outcome that the framework does not have', () => {
  it('on a card: it says which there are', async () => {
    const { element, heard } = await withMistake<Outcome>('<tp-outcome framework="shanarri" outcome="no-such"></tp-outcome>');
    expectSaid(heard, 'outcome-unknown', { where: /^<tp-outcome>.*\/outcome/, message: /“SHANARRI.*” has no outcome “no-such”/, hint: /Use one of: safe, healthy/ });
    expect(shown(element)).to.include('This outcome cannot be shown.');
  });

  it('in a record: a rating for it is kept, shown and told', async () => {
    const heard = listen(document, ['tp-error']);
    const [filled] = fullRecord().entries;
    if (!filled) throw new Error('The full record has an entry.');
    const given = record({
      entries: [{ ...filled, label: 'Dancing', outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'dancing', name: 'Dancing' }] }],
    });
    const { conversation, cards } = await conversationWith(given);
    expectSaid(heard, 'outcome-not-in-framework', { where: /record \/entries\/0\/outcomes/, message: /“dancing”, which the framework “Garden framework” does not have/, hint: /kept and shown/ });
    expect(heard.details<ErrorDetail>('tp-error')[0]?.severity).to.equal('warning');
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    expect(words(within(card, '[part=heading]'))).to.equal('Dancing');
    expect(labelled(card, 'Some of the time').checked).to.equal(true);
    expect(conversation.record).to.deep.equal(given);
  });
});

describe('A record that cannot be read', () => {
  for (const [name, given, code] of [
    ['no JSON', '{"schemaVersion": ', 'json-malformed'],
    ['no version', {}, 'record-invalid'],
    ['a number', 5, 'record-invalid'],
    ['a list', [], 'record-invalid'],
    ['a status that is not known', { ...record(), status: 'finished' }, 'record-invalid'],
    ['no entries', { ...record(), entries: undefined }, 'record-invalid'],
    ['a name that changes prototypes', JSON.stringify(record()).replace('"entries"', '"__proto__": {"polluted": 1}, "entries"'), 'hostile-key'],
  ] as const)
    it(`${name}: it is told, and takes nobody’s place`, async () => {
      const { conversation, cards } = await conversationWith(fullRecord());
      const heard = listen(document, ['tp-error']);
      (conversation as { record: unknown }).record = given;
      await settled(conversation);
      expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code });
      for (const detail of heard.details<ErrorDetail>('tp-error')) {
        expect(detail.where).to.match(/^<tp-conversation> record/);
        expect(detail.message).to.match(/\.$/);
        expect(detail.hint).to.match(/\.$/);
      }
      expect(said.take().length).to.be.at.least(0);
      expect(conversation.record).to.deep.equal(fullRecord());
      expect(shown(conversation)).to.include('This conversation cannot be shown.');
      expect(cards[0]?.isConnected).to.equal(true);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      conversation.record = record();
      await settled(conversation);
      expect(shown(conversation)).to.not.include('This conversation cannot be shown.');
    });

  it('is told again when it is given again', async () => {
    const { conversation } = await conversationWith();
    const heard = listen(document, ['tp-error']);
    for (let time = 0; time < 2; time += 1) {
      (conversation as { record: unknown }).record = { schemaVersion: 'again' };
      await settled(conversation);
    }
    expect(heard.types).to.have.lengthOf(2);
    expect(said.take().length, 'the console says it once').to.be.at.most(1);
  });
});

describe('Attributes that cannot be read', () => {
  for (const [tag, attribute] of [
    ['tp-prompt', 'prompts'],
    ['tp-prompt', 'outcome'],
    ['tp-prompt', 'strings'],
    ['tp-contributors', 'value'],
    ['tp-actions', 'value'],
    ['tp-outcome', 'scale'],
    ['tp-outcome', 'framework'],
    ['tp-outcome', 'outcome'],
    ['tp-conversation', 'subject'],
    ['tp-conversation', 'scales'],
  ] as const)
    it(`<${tag} ${attribute}> with broken JSON`, async () => {
      const { heard } = await withMistake(`<${tag} ${attribute}='[{"a": 1,}'></${tag}>`);
      expectSaid(heard, 'json-malformed', { where: new RegExp(`^<${tag}>`), message: new RegExp(`JSON in "${attribute}" cannot be read`), hint: /quotes and commas/ });
    });

  for (const [tag, attribute, value, code] of [
    ['tp-prompt', 'prompts', '[1, 2]', 'prompt-invalid'],
    ['tp-prompt', 'outcome', '{"id": "x"}', 'prompt-invalid'],
    ['tp-contributors', 'value', '[{"id": "c", "kind": "robot"}]', 'list-invalid'],
    ['tp-actions', 'value', '{"id": "c"}', 'list-invalid'],
    ['tp-conversation', 'scales', '{"id": "x"}', 'scale-invalid'],
  ] as const)
    it(`<${tag} ${attribute}> with JSON of another kind`, async () => {
      const { heard } = await withMistake(`<${tag} ${attribute}="${escaped(value)}"></${tag}>`);
      expectSaid(heard, code, { where: new RegExp(`^<${tag}>`), message: /\S/, hint: /\S/ });
    });
});

describe('Two versions under one tag', () => {
  it('the first stays, and the second says so once, on the document and in the console', () => {
    class Foreign extends HTMLElement {
      static readonly version = '9.9.9';
    }
    customElements.define('tp-of-another-version', Foreign);
    const heard = listen(document, ['tp-error']);
    class Ours extends HTMLElement {}
    defineElement('tp-of-another-version', Ours);
    defineElement('tp-of-another-version', Ours);
    expect(customElements.get('tp-of-another-version')).to.equal(Foreign);
    expect(heard.events.every(({ target }) => target === document)).to.equal(true);
    expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code: 'two-versions', severity: 'warning', where: '<tp-of-another-version>' });
    expect(said.take().filter((line) => line.includes('9.9.9'))).to.have.lengthOf(1);
  });

  it('the same version twice is silent', () => {
    const heard = listen(document, ['tp-error']);
    const rating = customElements.get('tp-rating-scale');
    if (!rating) throw new Error('It is defined.');
    defineElement('tp-rating-scale', rating);
    defineElement('tp-rating-scale', class extends rating {});
    expect(heard.types).to.deep.equal([]);
  });
});
