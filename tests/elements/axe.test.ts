import { expect } from '@open-wc/testing';
import * as conflict from '../../stories/support/conflict.js';
import { inMarch, inSeptember } from '../../stories/support/reviewed.js';
import { reviews } from '../../stories/support/reviews.js';
import { watchConsole } from './support/console.js';
import { addSomebody, card, cardsOf, conversationWith, fullEntry, openWho, settled } from './support/cards.js';
import { family, fullRecord, licensed, ownStep, otherStep, scale, service } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, until, within } from './support/dom.js';
import { elements, fields } from './support/fields.js';
import { click } from './support/keyboard.js';

const said = watchConsole();

type Settable = HTMLElement & Record<string, unknown>;

/** The values that fill an element. */
const filled: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'tp-rating-scale': { value: 7, description: 'Choose any.' },
  'tp-narrative': {
    value: 'I miss the roses.',
    description: 'Take your time.',
    perspectives: ['person', 'carer'],
    saidBy: 'person',
  },
  'tp-contributors': { value: [family, service] },
  'tp-actions': { value: [ownStep, otherStep] },
  'tp-prompt': { description: 'What it means' },
  'tp-outcome': { entry: fullEntry(), personName: 'Jean' },
  'tp-conversation': { record: fullRecord() },
  'tp-record-summary': { record: fullRecord(), previous: fullRecord({ id: 'r-0', conversationAt: '2025-09-01' }) },
  'tp-record-conflict': conflict,
  'tp-outcome-star': { records: reviews.slice(-3), framework: 'talking-points-community' },
  'tp-outcome-timeline': { records: reviews },
  'tp-review-comparison': { previous: inMarch, current: inSeptember },
};

const fieldTags = fields.map(({ tag }) => tag);

/** States by name: attributes, and values. A state that an element does not have is not drawn for it. */
const states: readonly {
  readonly name: string;
  readonly attributes?: string;
  readonly fill?: boolean;
  readonly tags?: readonly string[];
  readonly rtl?: boolean;
}[] = [
  { name: 'empty' },
  { name: 'filled', fill: true },
  { name: 'read-only', attributes: 'readonly', fill: true, tags: [...fieldTags, 'tp-outcome', 'tp-conversation'] },
  { name: 'disabled', attributes: 'disabled', fill: true, tags: fieldTags },
  { name: 'right to left', fill: true, rtl: true },
  { name: 'as a table', attributes: 'view="table"', fill: true, tags: ['tp-review-comparison'] },
  { name: 'one at a time', attributes: 'presentation="one-at-a-time"', fill: true, tags: ['tp-conversation'] },
  { name: 'easy read', attributes: 'layout="easy"', fill: true, tags: ['tp-record-summary'] },
  { name: 'for the family', attributes: 'audience="family" agreed="family"', fill: true, tags: ['tp-record-summary'] },
  {
    name: 'with two views',
    attributes: 'perspectives="carer person"',
    fill: true,
    tags: ['tp-outcome', 'tp-conversation'],
  },
];

for (const { tag, attributes } of elements)
  describe(`axe on <${tag}>`, () => {
    for (const state of states.filter(({ tags }) => tags?.includes(tag) ?? true))
      it(state.name, async () => {
        const page = await mount(
          `<div ${state.rtl ? 'dir="rtl"' : ''} lang="en-GB"><${tag} ${attributes} ${state.attributes ?? ''}></${tag}></div>`,
        );
        const element = within<Settable>(page, tag);
        if (state.fill) Object.assign(element, filled[tag]);
        await drawn(element);
        await drawn(...cardsOf(element));
        await expect(page).to.be.accessible();
      });

    if (fieldTags.includes(tag))
      it('required and not answered', async () => {
        const form = await mount<HTMLFormElement>(`<form><${tag} name="q" required ${attributes}></${tag}></form>`);
        form.reportValidity();
        const element = within(form, tag);
        await drawn(element);
        expect(allWithin(element, '[part=error]')).to.have.lengthOf(1);
        await expect(form).to.be.accessible();
      });
  });

describe('axe in further states', () => {
  for (const presentation of ['options', 'faces', 'ladder', 'line'])
    it(`a scale as ${presentation}, with all reasons`, async () => {
      const field = await mount<HTMLElementTagNameMap['tp-rating-scale']>(
        `<tp-rating-scale scale="importance-1-10" label="How much?" presentation="${presentation}"></tp-rating-scale>`,
      );
      await click(button(field, 'More reasons'));
      await click(labelled(field, 'I’m not sure'));
      await drawn(field);
      await expect(field).to.be.accessible();
    });

  it('a licensed scale, an answer off the scale, and a scale that cannot be shown', async () => {
    const page = await mount(
      '<div><tp-rating-scale></tp-rating-scale><tp-rating-scale></tp-rating-scale><tp-rating-scale label="Q" scale="nope"></tp-rating-scale></div>',
    );
    const [one, two, three] = allWithin<HTMLElementTagNameMap['tp-rating-scale']>(page, 'tp-rating-scale');
    if (!one || !two || !three) throw new Error('There are three scales.');
    one.scale = licensed;
    two.scale = scale();
    two.value = 'maybe';
    await drawn(one, two, three);
    await expect(page).to.be.accessible();
    said.take();
  });

  it('words that cannot be stored', async () => {
    const field = await mount<HTMLElementTagNameMap['tp-narrative']>('<tp-narrative></tp-narrative>');
    field.value = 'a\u0000b';
    await drawn(field);
    await expect(field).to.be.accessible();
    said.take();
  });

  it('a card with every part open', async () => {
    const outcome = await card('', fullEntry());
    for (const summary of allWithin(outcome, 'summary')) await click(summary);
    await drawn(outcome);
    await expect(outcome).to.be.accessible();
  });

  it('a card that is marked as a mistake', async () => {
    const outcome = await card('readonly', {
      ...fullEntry(),
      enteredInError: { reason: 'Wrong person', at: '2026-03-03T10:00:00Z' },
    });
    await expect(outcome).to.be.accessible();
  });

  it('“Who and how”, opened with nothing in it and with everything', async () => {
    const { conversation } = await conversationWith();
    await openWho(conversation);
    await expect(conversation).to.be.accessible();
    conversation.record = fullRecord();
    await settled(conversation);
    await openWho(conversation);
    await addSomebody(conversation, 'Interpreter');
    await expect(conversation).to.be.accessible();
  });

  it('a timeline of one outcome with the words of a mark', async () => {
    const timeline = await mount<HTMLElementTagNameMap['tp-outcome-timeline']>(
      '<tp-outcome-timeline outcome="seeing-people"></tp-outcome-timeline>',
    );
    timeline.records = reviews;
    await drawn(timeline);
    within<SVGElement & HTMLElement>(timeline, '.mark').focus();
    await until(() => allWithin(timeline, '[part=panel]').length === 1, 'the words');
    await expect(timeline).to.be.accessible();
  });

  it('a conversation that asks before it takes words out', async () => {
    const { conversation } = await conversationWith(fullRecord());
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    await expect(conversation).to.be.accessible();
  });

  it('a conversation that is saving, was not saved, and is complete', async () => {
    const { conversation } = await conversationWith(fullRecord());
    let reject: (error: Error) => void = () => {};
    conversation.addEventListener(
      'tp-record-complete',
      (event) => {
        event.waitUntil(new Promise((_, refuse) => (reject = refuse)));
      },
      { once: true },
    );
    const first = conversation.complete();
    await settled(conversation);
    await expect(conversation).to.be.accessible();
    reject(new Error('Down'));
    await first;
    await settled(conversation);
    await expect(conversation).to.be.accessible();
    await conversation.complete();
    await settled(conversation);
    await expect(conversation).to.be.accessible();
    said.take();
  });

  it('a conversation step by step', async () => {
    const { conversation } = await conversationWith(fullRecord(), 'presentation="one-at-a-time"');
    for (let step = 0; step < 3; step += 1) {
      await click(button(conversation, 'Next'));
      await settled(conversation);
      await expect(conversation).to.be.accessible();
    }
  });

  it('a conversation that cannot be shown, and one that is too new', async () => {
    const broken = await mount<HTMLElementTagNameMap['tp-conversation']>(
      '<tp-conversation framework="nope"></tp-conversation>',
    );
    await expect(broken).to.be.accessible();
    const { conversation } = await conversationWith();
    (conversation as { record: unknown }).record = { schemaVersion: '2.0' };
    await settled(conversation);
    await until(() => said.take().length > 0, 'the message');
    await expect(conversation).to.be.accessible();
  });
});
