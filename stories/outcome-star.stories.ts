import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { findScale } from '../src/scales/registry.js';
import type { OutcomeRecord } from '../src/schema/record.js';
import { withEventLog } from './support/event-log.js';
import { inside } from './support/play.js';
import { entryOf, rate, recordOf, reviews } from './support/reviews.js';

interface Args {
  records?: readonly OutcomeRecord[];
  framework?: string;
  perspective?: string;
  headingLevel?: number;
  noExport?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Outcome star',
  component: 'tp-outcome-star',
  args: { records: reviews.slice(-3) },
  argTypes: {
    records: { control: 'object' },
    framework: { control: 'text' },
    perspective: { control: 'text' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    noExport: { control: 'boolean' },
  },
  parameters: { controls: { include: ['records', 'framework', 'perspective', 'headingLevel', 'noExport'] } },
  render: ({ records, framework, perspective, headingLevel, noExport }) =>
    html`<tp-outcome-star
      .records=${records}
      framework=${framework ?? nothing}
      perspective=${perspective ?? nothing}
      heading-level=${headingLevel ?? nothing}
      ?no-export=${noExport ?? false}
    ></tp-outcome-star>`,
};

export default meta;
type Story = StoryObj<Args>;

export const ThreeConversations: Story = { name: 'Three conversations' };

export const One: Story = { name: 'One conversation', args: { records: reviews.slice(-1) } };

export const WithFramework: Story = {
  name: 'Every outcome of a framework',
  args: { framework: 'talking-points-community' },
};

/** The words of an answer, reached by keyboard. */
export const Words: Story = {
  name: 'The words of an answer',
  play: async ({ canvasElement }) => {
    const { element, root, shadow } = await inside(canvasElement, 'tp-outcome-star');
    root.querySelector<SVGElement>('.mark[tabindex="0"]')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await element.updateComplete;
    await expect(await shadow.findByText('Close')).toBeVisible();
  },
};

export const AnotherView: Story = {
  name: 'The carer’s view',
  args: { records: reviews.slice(0, 3), perspective: 'carer' },
};

const [most, seven] = [findScale('frequency-4'), findScale('numeric-0-10')];
const mixed =
  most && seven
    ? recordOf('2026-03-03', [
        entryOf('feeling-safe', '2026-03-03', [rate('2026-03-03', 'person', most, 'most')]),
        entryOf('listened-to', '2026-03-03', [rate('2026-03-03', 'person', most, 'all')]),
        entryOf('staying-well', '2026-03-03', [rate('2026-03-03', 'person', most, 'some')]),
        entryOf('seeing-people', '2026-03-03', [rate('2026-03-03', 'person', seven, 7)]),
      ])
    : undefined;

export const OtherScale: Story = { name: 'An answer on another scale', args: { records: mixed ? [mixed] : [] } };

export const TwoPeople: Story = {
  name: 'Records of two people',
  args: {
    records: [
      ...reviews.slice(-1),
      ...reviews.slice(-1).map((record) => ({ ...record, id: 'r-bob', subject: { id: 'bob', name: 'Bob' } })),
    ],
  },
};

export const Empty: Story = { name: 'Nothing to show yet', args: { records: [] } };

export const Unreadable: Story = {
  name: 'A record that cannot be read',
  decorators: [withEventLog],
  render: () => html`<tp-outcome-star records='[{"schemaVersion":"1.0"}]'></tp-outcome-star>`,
};

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
