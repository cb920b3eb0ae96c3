import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import type { TpElement } from '../../src/base/tp-element.js';
import { elementContract } from '../../src/testing/index.js';
import { registerStrings } from '../../src/i18n/index.js';
import { watchConsole } from './support/console.js';
import { framework, fullRecord, ownStep } from './support/data.js';
import { drawn, hasButton, labelled, mount, shown, within } from './support/dom.js';
import { attributesIn, elements, type AnyField } from './support/fields.js';
import { click, press } from './support/keyboard.js';

watchConsole();

/** One message of each element that is in sight at once, and its key. */
const messages: Readonly<Record<string, readonly [key: string, english: string]>> = {
  'tp-rating-scale': ['reason.declined', 'I’d rather not say'],
  'tp-narrative': ['narrative.own-words', 'In the person’s own words'],
  'tp-contributors': ['kind.family', 'Family'],
  'tp-actions': ['actions.add-other', 'Something others will do'],
  'tp-prompt': ['prompt.ways-to-ask', 'Ways to ask'],
  'tp-outcome': ['outcome.strengths', 'What is already working'],
  'tp-conversation': ['who.title', 'Who and how'],
  'tp-record-conflict': ['conflict.waiting', 'There is nothing to settle.'],
  'tp-record-summary': ['summary.who', 'Who took part'],
  'tp-outcome-star': ['chart.empty', 'There is nothing to show yet.'],
  'tp-outcome-timeline': ['chart.empty', 'There is nothing to show yet.'],
  'tp-review-comparison': ['comparison.waiting', 'Two conversations are needed to compare.'],
};

for (const { tag, attributes } of elements) {
  const [key = '', english = ''] = messages[tag] ?? [];
  const make = (more = ''): Promise<TpElement> =>
    mount<TpElement>(`<${tag} ${attributes.replace('label="What matters to you?"', '')} ${more}></${tag}>`);

  describe(`<${tag}> under the contract of every element`, () => {
    const shows = attributes.replace('label="What matters to you?"', '');
    for (const { name, run } of elementContract({ tag, attributes: attributesIn(shows), message: [key, english] }))
      it(name, run);
  });

  describe(`The words of <${tag}>`, () => {
    it('are those of its language: the attribute, the nearest lang, a region’s, and English for what is missing', async () => {
      registerStrings(`x-${tag}`, {});
      registerStrings('gd', { [key]: `Gàidhlig ${tag}` });
      const element = await make('locale="gd-GB"');
      expect(shown(element)).to.include(`Gàidhlig ${tag}`);
      element.locale = 'cy';
      await element.updateComplete;
      expect(shown(element)).to.include(english);
      const page = await mount(
        `<div lang="gd"><${tag} ${attributes.replace('label="What matters to you?"', '')}></${tag}></div>`,
      );
      const inside = within<TpElement>(page, tag);
      await inside.updateComplete;
      expect(shown(inside)).to.include(`Gàidhlig ${tag}`);
    });

    it('change at once when words for its language arrive', async () => {
      const locale = `pl-${tag.replaceAll('-', '').slice(-8)}`;
      const element = await make(`locale="${locale}"`);
      expect(shown(element)).to.include(english);
      registerStrings(locale, { [key]: 'Nowe słowa' });
      await element.updateComplete;
      expect(shown(element)).to.include('Nowe słowa');
    });

    it('are found however the tag is written, from the longest that has them to the shortest', async () => {
      registerStrings('sr-Latn', { [key]: `Latinica ${tag}` });
      const page = await mount(
        `<div lang="SR-latn-RS"><${tag} ${attributes.replace('label="What matters to you?"', '')}></${tag}></div>`,
      );
      const inside = within<TpElement>(page, tag);
      await inside.updateComplete;
      expect(shown(inside)).to.include(`Latinica ${tag}`);
    });
  });
}

describe('The words of a conversation', () => {
  it('reach its outcomes, and leave them when the host takes them back', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = fullRecord();
    conversation.strings = { 'outcome.strengths': 'Going well' };
    await conversation.updateComplete;
    const outcome = within<TpOutcome>(document.body, 'tp-outcome');
    await drawn(outcome);
    expect(shown(outcome)).to.include('Going well');
    conversation.strings = undefined;
    await conversation.updateComplete;
    await drawn(outcome);
    expect(shown(outcome)).to.include('What is already working');
  });

  it('write dates in the language in use', async () => {
    const actions = await mount<HTMLElementTagNameMap['tp-actions']>('<tp-actions readonly locale="de"></tp-actions>');
    actions.value = [{ ...ownStep, by: '2026-03-03' }];
    await actions.updateComplete;
    expect(shown(actions)).to.include('3. März 2026');
  });
});

describe('Right to left', () => {
  const rtl = async <T extends Element>(markup: string, tag: string): Promise<T> => {
    const page = await mount(`<div dir="rtl">${markup}</div>`);
    const element = within<T & Element>(page, tag);
    await drawn(element);
    return element;
  };
  const left = (element: Element): number => element.getBoundingClientRect().left;

  it('puts the first answer of a scale at the right, and its radio right of its words', async () => {
    const field = await rtl<AnyField>('<tp-rating-scale scale="frequency-4"></tp-rating-scale>', 'tp-rating-scale');
    const [first, second] = ['.option:nth-child(1)', '.option:nth-child(2)'].map((selector) => within(field, selector));
    if (!first || !second) throw new Error('There are two answers.');
    expect(left(first)).to.be.greaterThan(left(second));
    expect(left(within(first, 'input'))).to.be.greaterThan(left(within(first, 'span')));
    expect(getComputedStyle(within(field, 'fieldset')).textAlign).to.be.oneOf(['start', 'right']);
  });

  for (const key of ['ArrowRight', 'ArrowLeft'])
    it(`moves by ${key} as the platform’s own radios do`, async () => {
      const page = await mount(
        `<div dir="rtl">${[0, 1, 2].map((value) => `<input type="radio" name="own" value="${value}">`).join('')}
         <tp-rating-scale no-reasons></tp-rating-scale></div>`,
      );
      const field = within<HTMLElementTagNameMap['tp-rating-scale']>(page, 'tp-rating-scale');
      field.scale = {
        id: 'three',
        version: '1',
        name: 'Three',
        kind: 'ordinal',
        direction: 'neither',
        points: [0, 1, 2].map((value) => ({ value, label: `Number ${value}` })),
      };
      await drawn(field);
      await click(within(page, '[value="1"]'));
      await press(key);
      const native = Number(within<HTMLInputElement>(page, ':checked').value);
      await click(within(field, '.option:nth-child(2) input'));
      await press(key);
      expect(field.value).to.equal(native);
    });

  it('writes words from the right where they are, and a record’s Latin words from the left', async () => {
    const field = await rtl<AnyField>('<tp-narrative></tp-narrative>', 'tp-narrative');
    const box = within<HTMLTextAreaElement>(field, 'textarea');
    field.value = 'أحب الحديقة';
    await drawn(field);
    expect(getComputedStyle(box).direction).to.equal('rtl');
    field.value = 'I like the garden';
    await drawn(field);
    expect(getComputedStyle(box).direction).to.equal('ltr');
  });

  it('lays nothing out beyond the edge of the page', async () => {
    const page = await mount('<div dir="rtl"><tp-conversation></tp-conversation></div>');
    const conversation = within<TpConversation>(page, 'tp-conversation');
    conversation.framework = framework();
    conversation.record = fullRecord();
    await conversation.updateComplete;
    const outcome = within<TpOutcome>(page, 'tp-outcome');
    await drawn(outcome);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    const heading = within(outcome, '[part=heading]').getBoundingClientRect();
    const more = within(outcome, '[part=more]').getBoundingClientRect();
    expect(heading.right).to.be.at.least(more.right);
    expect(labelled(outcome, 'All of the time').type).to.equal('radio');
    expect(hasButton(outcome, 'Clear the answer')).to.equal(true);
  });
});
