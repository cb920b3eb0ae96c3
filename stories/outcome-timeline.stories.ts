import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { findScale } from '../src/scales/registry.js';
import type { OutcomeRecord } from '../src/schema/record.js';
import { withEventLog } from './support/event-log.js';
import { inside } from './support/play.js';
import { entryOf, rate, recordOf, reviews } from './support/reviews.js';

interface Args {
  records?: readonly OutcomeRecord[];
  outcome?: string;
  framework?: string;
  headingLevel?: number;
  noExport?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Outcome timeline',
  component: 'tp-outcome-timeline',
  args: { records: reviews, outcome: 'seeing-people' },
  argTypes: {
    records: { control: 'object' },
    outcome: { control: 'text' },
    framework: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    noExport: { control: 'boolean' },
  },
  parameters: { controls: { include: ['records', 'outcome', 'framework', 'headingLevel', 'noExport'] } },
  render: ({ records, outcome, framework, headingLevel, noExport }) =>
    html`<tp-outcome-timeline
      .records=${records}
      outcome=${outcome || nothing}
      framework=${framework ?? nothing}
      heading-level=${headingLevel ?? nothing}
      ?no-export=${noExport ?? false}
    ></tp-outcome-timeline>`,
};

export default meta;
type Story = StoryObj<Args>;

/** Two views, a gap, and a scale that changed in the middle. */
export const OneOutcome: Story = { name: 'One outcome' };

export const All: Story = { name: 'All outcomes, small', args: { outcome: '' } };

/** The words of a day stay until they are closed. */
export const Words: Story = {
  name: 'The words of a day',
  play: async ({ canvasElement }) => {
    const { element, root, shadow } = await inside(canvasElement, 'tp-outcome-timeline');
    root.querySelector<SVGElement>('.mark[tabindex="0"]')?.focus();
    await element.updateComplete;
    await expect(await shadow.findByText('Close')).toBeVisible();
  },
};

const scale = findScale('goal-attainment');
const goals = (
  [
    ['2025-01-10', -1, 'To get back to the bowling club'],
    ['2025-06-02', 0, 'To get back to the bowling club'],
    ['2026-02-14', 1, 'To sing in the choir'],
  ] as const
).flatMap(([day, value, text]) =>
  scale
    ? recordOf(
        day,
        [entryOf('seeing-people', day, [rate(day, 'person', scale, value)], { personalOutcome: { text } })],
        { scales: [scale] },
      )
    : [],
);

export const Goals: Story = { name: 'A goal that was worded anew', args: { records: goals } };

const frequency = findScale('frequency-4');
const many = Array.from({ length: 40 }, (_, index) => {
  const day = new Date(Date.UTC(2019, 0, 10 + index * 67)).toISOString().slice(0, 10);
  const value = frequency?.points[(index * 3) % 4]?.value ?? null;
  return recordOf(day, frequency ? [entryOf('seeing-people', day, [rate(day, 'person', frequency, value)])] : []);
});

export const Forty: Story = { name: 'Forty conversations', args: { records: many } };

export const InError: Story = {
  name: 'A record entered in error',
  args: {
    records: reviews.map((record, index) =>
      index === 2 ? { ...record, enteredInError: { reason: 'Another person’s', at: '2025-03-20T10:00:00Z' } } : record,
    ),
  },
};

export const Empty: Story = { name: 'Nothing to show yet', args: { records: [] } };

export const Unknown: Story = { name: 'An outcome that is nowhere', args: { outcome: 'no-such-outcome' } };

export const Unreadable: Story = {
  name: 'A record that cannot be read',
  decorators: [withEventLog],
  render: () => html`<tp-outcome-timeline records='[{"schemaVersion":"1.0"}]'></tp-outcome-timeline>`,
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
