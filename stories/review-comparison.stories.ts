import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { ErrorDetail } from '../src/schema/events.js';
import type { OutcomeRecord } from '../src/schema/record.js';
import { arabicStrings } from './support/data.js';
import { withEventLog } from './support/event-log.js';
import { inside } from './support/play.js';
import { inMarch, inSeptember } from './support/reviewed.js';

interface Args {
  previous?: OutcomeRecord;
  current?: OutcomeRecord;
  view?: 'cards' | 'table';
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Review comparison',
  component: 'tp-review-comparison',
  args: { previous: inMarch, current: inSeptember, view: 'cards' },
  argTypes: {
    previous: { control: 'object' },
    current: { control: 'object' },
    view: { control: 'inline-radio', options: ['cards', 'table'] },
    headingLevel: { control: { type: 'number', min: 1, max: 5 } },
  },
  parameters: { controls: { include: ['view', 'headingLevel', 'previous', 'current'] } },
  render: ({ previous, current, view, headingLevel }) =>
    html`<tp-review-comparison
      view=${view ?? 'cards'}
      heading-level=${headingLevel ?? nothing}
      .previous=${previous}
      .current=${current}
    ></tp-review-comparison>`,
};

export default meta;
type Story = StoryObj<Args>;

/** March and September. */
export const Cards: Story = { name: 'As cards' };

export const Table: Story = { name: 'As a table', args: { view: 'table' } };

/** The reader chooses; the focus stays on the choice. */
export const Switching: Story = {
  name: 'From cards to a table',
  play: async ({ canvasElement }) => {
    const { element, shadow, root } = await inside(canvasElement, 'tp-review-comparison');
    await userEvent.click(shadow.getByLabelText('Table'));
    await element.updateComplete;
    await expect(shadow.getByRole('table', { name: /Then: 3 March 2026/ })).toBeVisible();
    await expect(root.activeElement).toBe(shadow.getByLabelText('Table'));
  },
};

const [people] = inSeptember.entries;
const tales = `We talked the whole afternoon. ${'Eck told the one about the bus and the brass band again, and I laughed as if it were new. '.repeat(40)}`;

/** A long text is folded on the screen. Nothing is cut: it is all read out, and all printed. */
export const LongWords: Story = {
  name: 'A long story',
  args: {
    current: {
      ...inSeptember,
      entries: people ? [{ ...people, narrative: [{ id: 'n-long', saidBy: 'person', text: tales }] }] : [],
    },
  },
  play: async ({ canvasElement }) => {
    const { element, shadow, root } = await inside(canvasElement, 'tp-review-comparison');
    await userEvent.click(shadow.getByRole('button', { name: 'Show all of these words' }));
    await element.updateComplete;
    await expect(root.activeElement).toBe(shadow.getByRole('button', { name: 'Show less' }));
  },
};

/** An entry that turned out to be somebody else's: struck through, with the reason, and never taken away. */
export const EnteredInError: Story = {
  name: 'Entered in error',
  args: {
    previous: {
      ...inMarch,
      entries: inMarch.entries.map((entry, index) =>
        index === 0
          ? {
              ...entry,
              enteredInError: { reason: 'This was said by Jean’s neighbour.', at: '2026-03-04T09:15:00+00:00' },
            }
          : entry,
      ),
    },
  },
};

export const Waiting: Story = {
  name: 'Nothing to compare yet',
  render: () => html`<tp-review-comparison></tp-review-comparison>`,
};

export const NoEntries: Story = {
  name: 'Records with nothing in them',
  args: { previous: { ...inMarch, entries: [] }, current: { ...inSeptember, entries: [] } },
};

export const FromTheFuture: Story = {
  name: 'A record from the future',
  args: { current: { ...inSeptember, conversationAt: '2126-09-01' } },
};

/** What cannot be read is said on the screen, and to the page as `tp-error`. */
export const Unreadable: Story = {
  name: 'A record that cannot be read',
  decorators: [withEventLog],
  render: () => html`<tp-review-comparison .current=${inSeptember}></tp-review-comparison>`,
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-review-comparison');
    const told: ErrorDetail[] = [];
    element.addEventListener('tp-error', (event) => {
      told.push(event.detail);
    });
    element.previous = '{"schemaVersion": "1.0", "id"';
    await element.updateComplete;
    await expect(shadow.getByText('The earlier conversation cannot be shown.')).toBeVisible();
    await expect(told.map(({ code }) => code)).toEqual(['json-malformed']);
  },
};

/** What this story shows in Arabic; the rest is English, as for a host that has not translated everything. */
const inArabic = {
  ...arabicStrings,
  'comparison.title-named': '{name}: آنذاك والآن',
  'comparison.pair': 'آنذاك: {then}. الآن: {now}.',
  'comparison.apart': 'المدة بينهما: {time}.',
  'comparison.about': 'نحو {time}',
  'comparison.show-as': 'العرض',
  'comparison.cards': 'بطاقات',
  'comparison.table': 'جدول',
  'comparison.then': 'آنذاك',
  'comparison.now': 'الآن',
  'comparison.both': 'آنذاك والآن',
  'comparison.to': 'إلى',
  'comparison.said': 'كلام {who}',
  'comparison.better-little': 'أفضل قليلاً',
  'comparison.same': 'كما كان',
  'comparison.as-hoped': 'كما كان مأمولاً',
  'comparison.kept': 'بقي كما كان مأمولاً',
};

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () =>
    html`<tp-review-comparison
      lang="ar"
      locale="ar"
      .strings=${inArabic}
      .previous=${inMarch}
      .current=${inSeptember}
    ></tp-review-comparison>`,
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const NarrowTable: Story = {
  name: 'A table, 320 pixels wide',
  args: { view: 'table' },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
