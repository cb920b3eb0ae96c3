import type { TpField } from '../../../src/base/tp-field.js';
import type { FieldCase as Contract } from '../../../src/testing/index.js';
import { family, fullRecord, otherStep, ownStep, service } from './data.js';
import { button, mount, within } from './dom.js';
import { click, press } from './keyboard.js';

export type AnyField = TpField<unknown>;

/** How the form contract and the event contract get at one kind of field. */
export interface FieldCase {
  readonly tag: string;
  /** Attributes that every one of them has. */
  readonly attributes: string;
  /** Values that differ, the first of them the one most easily taken for "nothing". */
  readonly values: readonly [unknown, unknown];
  /** The first value as the attribute `value`. */
  readonly attribute: string;
  /** What a form sends for a value. */
  readonly sent: (value: unknown) => string;
  /** State that a browser could hand back and that is not this field's. */
  readonly foreign: unknown;
  /** One change by the person at the page, with the real pointer or real keys. */
  readonly change: (field: AnyField) => Promise<void>;
  /** Whether each change is told at once (a choice) or after a pause (words). */
  readonly told: 'at-once' | 'after-a-pause';
}

export const fields: readonly FieldCase[] = [
  {
    tag: 'tp-rating-scale',
    attributes: 'scale="numeric-0-10" label="How safe do you feel?"',
    values: [0, 7],
    attribute: '0',
    sent: String,
    foreign: { x: 1 },
    change: (field) => click(within(field, '.option:nth-child(4) input')),
    told: 'at-once',
  },
  {
    tag: 'tp-narrative',
    attributes: 'label="What matters to you?"',
    values: ['0', 'The garden'],
    attribute: '0',
    sent: String,
    foreign: 5,
    change: async (field) => {
      await click(within(field, 'textarea'));
      await press('x');
    },
    told: 'after-a-pause',
  },
  {
    tag: 'tp-contributors',
    attributes: 'label="Who helps?"',
    values: [[family], [family, service]],
    attribute: JSON.stringify([family]),
    sent: JSON.stringify,
    foreign: [{ id: 'c-9', kind: 'robot' }],
    change: (field) => click(button(field, 'Friend or neighbour')),
    told: 'at-once',
  },
  {
    tag: 'tp-actions',
    attributes: 'label="Next steps"',
    values: [[ownStep], [ownStep, otherStep]],
    attribute: JSON.stringify([ownStep]),
    sent: JSON.stringify,
    foreign: [{ id: 'a-9' }],
    change: (field) => click(button(field, 'Something others will do')),
    told: 'at-once',
  },
];

/** Attributes by name, out of markup. */
export function attributesIn(markup: string): Readonly<Record<string, string>> {
  const template = document.createElement('template');
  template.innerHTML = `<i ${markup}></i>`;
  const attributes = [...(template.content.firstElementChild?.attributes ?? [])];
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
}

/** A field as the contracts that are published take it, with real clicks. */
export const underContract = (one: FieldCase): Contract => ({
  ...one,
  click,
  attributes: attributesIn(one.attributes),
});

/** Every element of the library, each with the attributes that make it draw something. */
export const elements: readonly { readonly tag: string; readonly attributes: string }[] = [
  ...fields.map(({ tag, attributes }) => ({ tag, attributes })),
  {
    tag: 'tp-prompt',
    attributes:
      'heading="Seeing people" description="You have the company you want" prompts=\'["Who matters to you?"]\'',
  },
  { tag: 'tp-outcome', attributes: 'framework="talking-points-community" outcome="seeing-people"' },
  { tag: 'tp-conversation', attributes: 'framework="talking-points-community"' },
  { tag: 'tp-record-conflict', attributes: '' },
  { tag: 'tp-record-summary', attributes: `record='${JSON.stringify(fullRecord())}'` },
  { tag: 'tp-outcome-star', attributes: '' },
  { tag: 'tp-outcome-timeline', attributes: '' },
  { tag: 'tp-review-comparison', attributes: 'heading-level="2"' },
];

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A field in a form of its own, with something after it: a Tab out of the page would take the keyboard away from it. */
export async function inForm(
  { tag, attributes }: FieldCase,
  more = '',
): Promise<{ form: HTMLFormElement; field: AnyField; data: () => [string, FormDataEntryValue][] }> {
  const form = await mount<HTMLFormElement>(
    `<form><${tag} name="q" ${attributes} ${more}></${tag}><button type="button">After</button></form>`,
  );
  const field = within<AnyField & HTMLElement>(form, tag);
  await field.updateComplete;
  return { form, field, data: () => [...new FormData(form)] };
}
