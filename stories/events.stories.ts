import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { TpRecordCompleteEvent } from '../src/base/events.js';
import { schemas } from '../src/schema/index.js';
import { withEventLog } from './support/event-log.js';
import { draft, wordsAlone } from './support/people.js';
import { hear, inside } from './support/play.js';
import { samples } from './support/samples.js';

const meta: Meta = { title: 'Events', decorators: [withEventLog] };

export default meta;
type Story = StoryObj;

/** Before, input, change, after: what one click tells, in its order. */
export const Choice: Story = {
  name: 'A choice',
  render: () =>
    html`<tp-rating-scale name="safe" scale="frequency-4" label="How much of the time do you feel safe?"></tp-rating-scale>`,
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    const order: string[] = [];
    for (const name of ['tp-before-answer-change', 'input', 'change', 'tp-answer-change'])
      element.addEventListener(name, () => {
        order.push(name);
      });
    await userEvent.click(shadow.getByLabelText('Most of the time'));
    await expect(order).toEqual(['tp-before-answer-change', 'input', 'change', 'tp-answer-change']);
    // The same answer again is no change.
    await userEvent.click(shadow.getByLabelText('Most of the time'));
    await expect(order).toHaveLength(4);
  },
};

/** `input` at each key; `tp-answer-change` once, after a pause. */
export const Typing: Story = {
  name: 'Typed words',
  render: () => html`<tp-narrative name="words" person-name="Jean"></tp-narrative>`,
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-narrative');
    const told = hear(element, 'tp-answer-change');
    await userEvent.type(shadow.getByLabelText('In Jean’s own words'), 'Tuesdays');
    await waitFor(() => expect(told).toHaveLength(1));
  },
};

/** Before, complete, and then the promise of the page decides what is said. */
export const Completing: Story = {
  render: () =>
    html`<tp-conversation
      framework="talking-points-community"
      .record=${{ ...draft, entries: [wordsAlone] }}
      @tp-record-complete=${(event: TpRecordCompleteEvent) => {
        event.waitUntil(Promise.resolve());
      }}
    ></tp-conversation>`,
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    const before = hear(element, 'tp-before-record-complete');
    const complete = hear(element, 'tp-record-complete');
    await userEvent.click(shadow.getByRole('button', { name: 'Complete' }));
    await expect(await shadow.findByText('Saved.')).toBeVisible();
    await expect(before).toHaveLength(1);
    await expect(complete[0]?.record.status).toBe('completed');
  },
};

/** What a page sets, it is not told of. */
export const SetByThePage: Story = {
  name: 'Set by the page: nothing',
  render: () => html`<tp-rating-scale scale="met-3" label="Do you have a say?"></tp-rating-scale>`,
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-rating-scale');
    const told = hear(element, 'tp-answer-change');
    element.value = 'met';
    await element.updateComplete;
    await expect(told).toHaveLength(0);
  },
};

/** Every sample that the Events page shows keeps to the schema that is published for it. */
export const Samples: Story = {
  name: 'The samples keep to their schemas',
  tags: ['!dev'],
  render: () => html`<p>${samples.length} samples</p>`,
  play: async () => {
    for (const { event, schema } of samples) {
      const { success, error } = schemas[schema].safeParse(event.detail);
      await expect(success, `${event.type}: ${error?.message ?? ''}`).toBe(true);
    }
  },
};
