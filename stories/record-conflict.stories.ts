import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import type { OutcomeRecord } from '../src/schema/record.js';
import { base, mine, theirs } from './support/conflict.js';
import { withEventLog } from './support/event-log.js';
import { hear, inside } from './support/play.js';

interface Args {
  theirs?: OutcomeRecord | undefined;
  mine?: OutcomeRecord | undefined;
  base?: OutcomeRecord | undefined;
  headingLevel?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Record conflict',
  component: 'tp-record-conflict',
  args: { theirs, mine, base },
  argTypes: {
    theirs: { control: 'object' },
    mine: { control: 'object' },
    base: { control: 'object' },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
  },
  parameters: { controls: { include: ['theirs', 'mine', 'base', 'headingLevel'] } },
  render: ({ theirs: left, mine: right, base: before, headingLevel }) =>
    html`<tp-record-conflict
      heading-level=${headingLevel ?? nothing}
      .theirs=${left}
      .mine=${right}
      .base=${before}
    ></tp-record-conflict>`,
};

export default meta;
type Story = StoryObj<Args>;

export const BothVersions: Story = { name: 'Both versions' };

/** Without what both began with, everything that differs is asked about. */
export const NothingKnown: Story = { name: 'Without what both began with', args: { base: undefined } };

/** One wrote the words, the other the day: there is nothing to choose. */
export const Fits: Story = { name: 'It fits together', args: { mine: { ...base, conversationAt: '2026-03-03' } } };

/** Settling before everything is chosen says what is missing, and leads there. */
export const Missing: Story = {
  name: 'Not everything is chosen',
  play: async ({ canvasElement }) => {
    const { element, root, shadow } = await inside(canvasElement, 'tp-record-conflict');
    shadow.getByRole('button', { name: 'Keep these and complete' }).click();
    await element.updateComplete;
    await expect(root.querySelectorAll('fieldset .error')).toHaveLength(3);
  },
};

/** One event, once everything is chosen. */
export const Settling: Story = {
  name: 'Settled',
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, root, shadow } = await inside(canvasElement, 'tp-record-conflict');
    const told = hear(element, 'tp-conflict-settle');
    for (const radio of root.querySelectorAll<HTMLInputElement>('.conflict > .group .mine input')) radio.click();
    await element.updateComplete;
    shadow.getByRole('button', { name: 'Keep these and complete' }).click();
    await expect(told[0]?.record.baseVersion).toBe('"2"');
  },
};

export const Empty: Story = { name: 'Nothing to settle', args: { theirs: undefined, mine: undefined } };

export const RightToLeft: Story = { name: 'Right to left', globals: { direction: 'rtl' } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const Narrow: Story = { name: '320 pixels wide', parameters: { stage: { narrow: true } } };

export const LargeText: Story = { name: 'Text at 200 %', parameters: { stage: { large: true } } };

export const Themed: Story = { parameters: { stage: { themeClass: 'strathmorn' } } };
