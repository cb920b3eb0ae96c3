import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { ErrorDetail } from '../src/schema/events.js';
import type { OutcomeRecord } from '../src/schema/record.js';
import { withEventLog } from './support/event-log.js';
import { amended, completed, draft, recordInError } from './support/people.js';
import { inside } from './support/play.js';
import { inMarch, inSeptember } from './support/reviewed.js';

interface Args {
  record?: OutcomeRecord;
  previous?: OutcomeRecord;
  layout?: 'normal' | 'large' | 'easy';
  audience?: 'person' | 'family' | 'agencies';
  agreed?: string;
  headingLevel?: number;
  within?: TemplateResult;
}

/** What a host brings: its letterhead, and who to talk to. */
const hosts = html`<p slot="letterhead"><b>Strathmorn Partnership</b></p>
  <p slot="contact">Mairi Campbell, social worker. Ring 01632 960001 in the mornings.</p>`;

/** Line drawings of our own. */
const drawing = (id: string, label: string, lines: TemplateResult): TemplateResult =>
  html`<svg
    slot="picture-${id}"
    viewBox="0 0 96 88"
    width="112"
    fill="none"
    stroke="currentColor"
    stroke-width="4"
    stroke-linecap="round"
    role="img"
    aria-label=${label}
  >
    ${lines}
  </svg>`;

const pictures = html`${drawing(
  'seeing-people',
  'Two people on a bench',
  svg`<path d="M12 66h72M20 66v14M76 66v14M14 52h68" /><circle cx="34" cy="24" r="9" /><circle cx="62" cy="24" r="9" /><path d="M22 52c0-10 5-15 12-15s12 5 12 15M50 52c0-10 5-15 12-15s12 5 12 15" />`,
)}${drawing('living-where-you-want', 'A house', svg`<path d="M14 44 48 14l34 30M22 38v40h52V38M40 78V56h16v22" />`)}`;

const meta: Meta<Args> = {
  title: 'Elements/Record summary',
  component: 'tp-record-summary',
  args: { record: completed, layout: 'normal', audience: 'person', within: hosts },
  argTypes: {
    record: { control: 'object' },
    previous: { control: 'object' },
    layout: { control: 'inline-radio', options: ['normal', 'large', 'easy'] },
    audience: { control: 'inline-radio', options: ['person', 'family', 'agencies'] },
    agreed: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  },
  parameters: { controls: { include: ['record', 'previous', 'layout', 'audience', 'agreed', 'headingLevel'] } },
  render: ({ record, previous, layout, audience, agreed, headingLevel, within }) =>
    html`<tp-record-summary
      layout=${layout ?? 'normal'}
      audience=${audience ?? 'person'}
      agreed=${agreed ?? nothing}
      heading-level=${headingLevel ?? nothing}
      .record=${record}
      .previous=${previous}
      >${within ?? nothing}</tp-record-summary
    >`,
};

export default meta;
type Story = StoryObj<Args>;

export const Normal: Story = { name: 'The person’s copy' };

export const Large: Story = { name: 'Large print', args: { layout: 'large' } };

/** One idea a line; the words and pictures of the framework come from the partnership. */
export const Easy: Story = { name: 'Easy read', args: { layout: 'easy', within: html`${hosts}${pictures}` } };

/** At a review: what was said then stands with what is said now. */
export const Review: Story = { name: 'At a review', args: { record: inSeptember, previous: inMarch } };

const [people, home] = completed.entries;
const someShared: OutcomeRecord = {
  ...completed,
  entries: [
    ...(people
      ? [
          {
            ...people,
            narrative: [
              ...(people.narrative ?? []),
              { id: 'n-w', text: 'Mairi’s note to herself.', saidBy: 'practitioner' as const, sharing: [] },
            ],
            actions: people.actions?.map((action) => ({ ...action, sharing: ['person', 'family'] as const })) ?? [],
          },
        ]
      : []),
    ...(home ? [home] : []),
  ],
};

/** What is the worker’s alone is not there, and nothing says that it was. */
export const Private: Story = {
  name: 'With something that is the worker’s alone',
  args: { record: someShared },
  play: async ({ canvasElement }) => {
    const { root } = await inside(canvasElement, 'tp-record-summary');
    await expect(root.textContent).not.toContain('Mairi’s note');
  },
};

/** Only what was shared with them by name. */
export const Family: Story = { name: 'The family’s copy', args: { record: someShared, audience: 'family' } };

/** The host knows what was agreed for the whole record. */
export const Agreed: Story = {
  name: 'The family’s copy, with the whole record agreed',
  args: { record: someShared, audience: 'family', agreed: 'person family' },
};

export const NothingShared: Story = {
  name: 'Nothing shared with agencies',
  args: { record: someShared, audience: 'agencies' },
};

export const Draft: Story = { args: { record: draft } };

export const Corrected: Story = { args: { record: { ...amended, status: 'completed' } } };

export const InError: Story = { name: 'Entered in error', args: { record: recordInError } };

/** What cannot be read is said in a plain sentence, and as `tp-error`. */
export const Unreadable: Story = {
  name: 'Something that cannot be read',
  decorators: [withEventLog],
  render: () => html`<tp-record-summary record='{"schemaVersion": "2.0"}'></tp-record-summary>`,
};

export const Errors: Story = {
  decorators: [withEventLog],
  render: () => html`<tp-record-summary .record=${completed}></tp-record-summary>`,
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-record-summary');
    const told: ErrorDetail[] = [];
    element.addEventListener('tp-error', (event) => {
      told.push(event.detail);
    });
    element.previous = { ...inMarch, subject: { id: 'somebody-else' } };
    await element.updateComplete;
    await expect(told[0]?.code).toBe('different-subjects');
  },
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
