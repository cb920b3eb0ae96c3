import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/base/define-element.js';
import type { ErrorDetail } from '../../src/schema/events.js';
import { watchConsole } from './support/console.js';
import { framework, record, scale } from './support/data.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { drawn, labelled, shown } from './support/dom.js';
import { listen } from './support/events.js';
import { expectSaid, withMistake } from './support/mistakes.js';
import { escaped } from './support/fields.js';
import { click } from './support/keyboard.js';

const said = watchConsole();

type Rating = HTMLElementTagNameMap['tp-rating-scale'];

describe('A scale that cannot be used', () => {
  it('by an id that nobody registered', async () => {
    const { element, heard } = await withMistake<Rating>(
      '<tp-rating-scale scale="no-such" label="Q"></tp-rating-scale>',
    );
    expectSaid(said, heard, 'scale-unknown', {
      where: /^<tp-rating-scale> scale/,
      message: /There is no scale “no-such”/,
      hint: /registerScale\(\)/,
    });
    expect(shown(element)).to.equal('Q This question cannot be shown.');
  });

  it('by JSON that is not JSON', async () => {
    const { element, heard } = await withMistake<Rating>(
      `<tp-rating-scale scale='{"id": "x",}' value="3"></tp-rating-scale>`,
    );
    expectSaid(said, heard, 'json-malformed', {
      where: /^<tp-rating-scale> scale/,
      // Firefox and Safari do not say where.
      message: /The JSON in "scale" cannot be read( at position 11 \(line 1 column 12\))?\.( |$)/,
      hint: /quotes and commas/,
    });
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
    expectSaid(said, heard, 'json-malformed', {
      where: /^<tp-rating-scale> scale/,
      message: /cannot be read: the name "__proto__" is not allowed\.( |$)/,
      hint: /\S/,
    });
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });

  it('in a conversation: the rest goes on', async () => {
    const heard = listen(document, ['tp-error']);
    const { conversation } = await conversationWith();
    conversation.scales = [{ id: 'broken' }] as never;
    conversation.framework = framework({ scale: 'no-such-2' });
    conversation.record = record({
      entries: [
        {
          id: 'e',
          label: 'Digging',
          outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'digging', name: 'Digging' }],
        },
      ],
    });
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    expect(heard.details<ErrorDetail>('tp-error').map(({ code }) => code)).to.include.members([
      'scale-invalid',
      'scale-unknown',
    ]);
    said.take();
    await click(labelled(card, 'Most important now'));
    expect(conversation.record.entries[0]?.mostImportant).to.equal(true);
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
    ['tp-record-conflict', 'theirs'],
    ['tp-record-conflict', 'mine'],
    ['tp-record-conflict', 'base'],
    ['tp-record-summary', 'record'],
    ['tp-record-summary', 'previous'],
    ['tp-record-summary', 'framework'],
    ['tp-conversation', 'scales'],
    ['tp-outcome-star', 'records'],
    ['tp-outcome-star', 'framework'],
    ['tp-outcome-timeline', 'records'],
    ['tp-outcome-timeline', 'framework'],
    ['tp-review-comparison', 'previous'],
    ['tp-review-comparison', 'current'],
    ['tp-review-comparison', 'records'],
    ['tp-review-comparison', 'framework'],
    ['tp-review-comparison', 'scales'],
  ] as const)
    it(`<${tag} ${attribute}> with broken JSON`, async () => {
      const { heard } = await withMistake(`<${tag} ${attribute}='[{"a": 1,}'></${tag}>`);
      expectSaid(said, heard, 'json-malformed', {
        where: new RegExp(`^<${tag}>`),
        message: new RegExp(`JSON in "${attribute}" cannot be read`),
        hint: /quotes and commas/,
      });
    });

  for (const [tag, attribute, value, code] of [
    ['tp-prompt', 'prompts', '[1, 2]', 'prompt-invalid'],
    ['tp-prompt', 'outcome', '{"id": "x"}', 'prompt-invalid'],
    ['tp-contributors', 'value', '[{"id": "c", "kind": "robot"}]', 'list-invalid'],
    ['tp-actions', 'value', '{"id": "c"}', 'list-invalid'],
    ['tp-conversation', 'scales', '{"id": "x"}', 'scale-invalid'],
    ['tp-review-comparison', 'scales', '{"id": "x"}', 'scale-invalid'],
  ] as const)
    it(`<${tag} ${attribute}> with JSON of another kind`, async () => {
      const { heard } = await withMistake(`<${tag} ${attribute}="${escaped(value)}"></${tag}>`);
      expectSaid(said, heard, code, { where: new RegExp(`^<${tag}>`), message: /\S/, hint: /\S/ });
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
    expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({
      code: 'two-versions',
      severity: 'warning',
      where: 'customElements',
    });
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
