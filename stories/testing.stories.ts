import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { OutcomeRecord } from '../src/schema/record.js';
import { conversationDriver, domDriver, fixtures, userEventDriver } from '../src/testing/index.js';
import { withEventLog } from './support/event-log.js';
import { hear, inside } from './support/play.js';

interface Args {
  record?: OutcomeRecord;
}

const meta: Meta<Args> = {
  title: 'Testing',
  render: ({ record }) =>
    html`<tp-conversation
      framework="talking-points-community"
      subject='{"id":"p-204","name":"Jean"}'
      .record=${record}
    ></tp-conversation>`,
};

export default meta;
type Story = StoryObj<Args>;

/** The driver with the hands of Testing Library’s user-event, as a test of a host has them. */
export const FilledIn: Story = {
  name: 'Filled in by a driver',
  decorators: [withEventLog],
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-conversation');
    const told = hear(element, 'tp-record-complete');
    const talk = conversationDriver(userEventDriver(canvasElement, userEvent.setup()), { name: 'Jean' });
    await talk.at('Jean’s kitchen');
    await talk.addSomebody('unpaid-carer');
    await talk.choose('Seeing people');
    await talk.add('My garden');
    const people = talk.outcome('Seeing people');
    await people.write('I miss {the} [bowling].');
    await people.wants('To go on Tuesdays', 'achieve');
    await people.rate('Some of the time');
    await people.addHelp('family', 'Fiona', 'She drives');
    await people.addOwnStep('Ring the club');
    await talk.outcome('My garden').noAnswer('later');
    await talk.complete();
    await talk.says('finish.completed');
    await expect(told[0]?.record).toMatchObject({
      conversation: { place: 'Jean’s kitchen', participants: [{ role: 'unpaid-carer' }] },
      entries: [
        {
          label: 'Seeing people',
          narrative: [{ text: 'I miss {the} [bowling].' }],
          personalOutcome: { text: 'To go on Tuesdays', intent: 'achieve' },
          ratings: [{ answer: { kind: 'answered', value: 'some' } }],
          contributors: [{ kind: 'family', who: 'Fiona', how: 'She drives' }],
          actions: [{ what: 'Ring the club' }],
        },
        { label: 'My garden', ratings: [{ answer: { kind: 'no-answer', reason: 'later' } }] },
      ],
    });
  },
};

/** A made-up record of the package, as a test would begin with it. */
export const Fixture: Story = {
  name: 'A fixture: half filled in',
  args: { record: fixtures.halfFilled() },
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-conversation');
    await conversationDriver(domDriver(canvasElement), { name: 'Wullie' })
      .outcome('Having things to do')
      .rate('Most of the time');
    await expect(element.record?.entries[1]?.ratings?.[0]?.answer).toEqual({ kind: 'answered', value: 'most' });
  },
};
