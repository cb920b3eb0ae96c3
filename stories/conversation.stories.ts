import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { TpRecordCompleteEvent } from '../src/base/events.js';
import type { OutcomeFramework } from '../src/schema/framework.js';
import type { OutcomeRecord } from '../src/schema/record.js';
import { arabicScale, arabicStrings, licensedFramework, partnershipFramework } from './support/data.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { amended, completed, draft, MAIRI, recordInError, wordsAlone } from './support/people.js';
import { hear, inside } from './support/play.js';

interface Args {
  framework?: string | OutcomeFramework;
  perspectives?: string;
  presentation?: 'all' | 'one-at-a-time';
  readonly?: boolean;
  record?: OutcomeRecord;
  previous?: OutcomeRecord;
  showPrevious?: 'before' | 'after-answer' | 'never';
  amendable?: boolean;
  /** What the page does with a completed record. */
  store?: () => Promise<unknown>;
}

const meta: Meta<Args> = {
  title: 'Elements/Conversation',
  component: 'tp-conversation',
  args: { framework: 'talking-points-community' },
  argTypes: {
    readonly: commonControls.readonly,
    perspectives: { control: 'text' },
    framework: {
      control: 'select',
      options: ['talking-points-community', 'talking-points-carers', 'talking-points-care-home', 'shanarri'],
    },
    presentation: { control: 'inline-radio', options: ['all', 'one-at-a-time'] },
    store: { control: false },
    showPrevious: { control: 'inline-radio', options: ['before', 'after-answer', 'never'] },
    amendable: { control: 'boolean' },
  },
  parameters: { controls: { include: ['framework', 'perspectives', 'presentation', 'readonly'] } },
  render: ({ framework, perspectives, presentation, readonly, record, previous, showPrevious, amendable, store }) =>
    html`<tp-conversation
      subject='{"id":"p-204","name":"Jean"}'
      perspectives=${perspectives ?? nothing}
      presentation=${presentation ?? nothing}
      show-previous=${showPrevious ?? nothing}
      ?readonly=${readonly ?? false}
      ?amendable=${amendable ?? false}
      .previous=${previous}
      .framework=${framework}
      .recordedBy=${MAIRI}
      .record=${record ?? nothing}
      @tp-record-complete=${(event: TpRecordCompleteEvent) => {
        if (store) event.waitUntil(store());
      }}
    ></tp-conversation>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const PartlyFilled: Story = { name: 'Partly filled', args: { record: draft } };

/** What matters is chosen, in any order. What is not chosen is not missing. */
export const Choosing: Story = {
  name: 'Choosing what matters',
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    const told = hear(element, 'tp-record-change');
    await userEvent.click(shadow.getByLabelText('Seeing people'));
    await userEvent.type(shadow.getByLabelText('Something else that matters'), 'Keeping Bess, my dog{Enter}');
    await expect(told).toHaveLength(2);
    await expect(element.record?.entries.map(({ label }) => label)).toEqual(['Seeing people', 'Keeping Bess, my dog']);
  },
};

/** A record of words alone is complete. The page stores it, and people are told so in words. */
export const Saved: Story = {
  args: { record: { ...draft, entries: [wordsAlone] }, store: () => Promise.resolve() },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    void element.complete();
    await expect(await shadow.findByText('Saved.')).toBeVisible();
    await expect(element.record?.status).toBe('completed');
  },
};

export const Saving: Story = {
  args: { record: { ...draft, entries: [wordsAlone] }, store: () => new Promise(() => undefined) },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    void element.complete();
    await expect(await shadow.findByText('Saving…')).toBeVisible();
  },
};

/** The page could not store it: everything stays on the screen, and can be tried again. */
export const NotSaved: Story = {
  name: 'Not saved',
  decorators: [withEventLog],
  args: { record: { ...draft, entries: [wordsAlone] }, store: () => Promise.reject(new Error('no connection')) },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    void element.complete();
    await expect(await shadow.findByText(/Your words are kept here/)).toBeVisible();
    await expect(shadow.getByRole('button', { name: 'Try again' })).toBeEnabled();
    await expect(element.record?.status).toBe('draft');
  },
};

/** From nothing to a completed record; the log shows what the page hears, in its order. */
export const Recording: Story = {
  name: 'From the first choice to the end',
  decorators: [withEventLog],
  args: { perspectives: 'person carer', store: () => Promise.resolve() },
  play: async ({ canvasElement, step }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    await step('choose what matters', async () => {
      await userEvent.click(shadow.getByLabelText('Seeing people'));
    });
    const card = await waitFor(() => inside(canvasElement, 'tp-outcome'));
    await step('write the words', async () => {
      await userEvent.type(await card.shadow.findByLabelText('In Jean’s own words'), 'I miss the laughing.');
    });
    await step('rate it', async () => {
      await userEvent.click(await card.shadow.findByLabelText('Some of the time'));
    });
    await step('complete', async () => {
      await userEvent.click(shadow.getByRole('button', { name: 'Complete' }));
      await expect(await shadow.findByText('Saved.')).toBeVisible();
    });
    const entry = element.record?.entries[0];
    await expect(entry?.narrative?.[0]?.text).toBe('I miss the laughing.');
    await expect(entry?.ratings?.[0]?.answer).toEqual({ kind: 'answered', value: 'some' });
  },
};

/** Large, and with nothing else in sight: to share the screen. */
export const OneAtATime: Story = { name: 'One at a time', args: { presentation: 'one-at-a-time', record: draft } };

export const OneOutcomeAtATime: Story = {
  name: 'One at a time, at an outcome',
  args: { presentation: 'one-at-a-time', record: draft },
  play: async ({ canvasElement }) => {
    const { shadow } = await inside(canvasElement, 'tp-conversation');
    await userEvent.click(shadow.getByRole('button', { name: 'Next' }));
    await userEvent.click(shadow.getByRole('button', { name: 'Next' }));
    await expect(canvasElement.querySelector('tp-outcome')).toBeVisible();
  },
};

export const Completed: Story = { args: { record: completed } };

export const Amended: Story = { name: 'A correction', args: { record: amended } };

/** The page allows it: a completed record is amended with a reason, and what changes is said in words. */
export const Amending: Story = {
  decorators: [withEventLog],
  args: { record: completed, amendable: true },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    const told = hear(element, 'tp-record-change');
    await userEvent.click(shadow.getByRole('button', { name: 'Amend' }));
    await userEvent.type(await shadow.findByLabelText('Why is a correction needed?'), 'It was on the second of March.');
    await userEvent.click(shadow.getByRole('button', { name: 'Start the correction' }));
    await expect(await shadow.findByText('What this correction changes')).toBeVisible();
    await expect(element.amended).toEqual(completed);
    await expect(element.record?.amends?.recordId).toBe(completed.id);
    await expect(told).toHaveLength(1);
  },
};

/** Half a year later: what was agreed is gone through first, and each card has then beside now. */
export const Review: Story = { args: { previous: completed, perspectives: 'person carer' } };

export const WhatWasAgreed: Story = {
  name: 'What was agreed last time',
  decorators: [withEventLog],
  args: { previous: completed },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    const told = hear(element, 'tp-record-change');
    const [done] = await Promise.resolve(shadow.getAllByLabelText('Done'));
    if (done) await userEvent.click(done);
    await expect(told).toHaveLength(1);
    await expect(element.record?.entries[0]?.actions?.[0]?.status).toBe('done');
  },
};

/** The earlier answer comes into sight once the same view has been given now; the earlier words are there from the start. */
export const ReviewAfterAnswer: Story = {
  name: 'A review, earlier answers after the new ones',
  args: { previous: completed, showPrevious: 'after-answer' },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('tp-outcome')).not.toBeNull());
    const card = await inside(canvasElement, 'tp-outcome');
    await expect((await card.shadow.findByText('Now')).checkVisibility()).toBe(true);
    await expect(card.root.querySelectorAll('[part=withheld]')).toHaveLength(2);
  },
};

export const ReviewWithheld: Story = {
  name: 'A review without what was said before',
  args: { previous: completed, showPrevious: 'never' },
};

export const EnteredInError: Story = { name: 'Entered in error', args: { record: recordInError } };

/** A record that a newer version has made is refused, and left as it is. */
export const Newer: Story = {
  name: 'Newer than this version',
  decorators: [withEventLog],
  args: { record: { ...completed, schemaVersion: '2.0' } },
};

export const Waiting: Story = {
  name: 'Waiting for its framework',
  args: { framework: undefined as unknown as string },
};

export const UnknownFramework: Story = {
  name: 'An unknown framework',
  decorators: [withEventLog],
  args: { framework: 'mine' },
};

/** A record explains itself: where its framework cannot be had, it is shown in the words of its day. */
export const WithoutItsFramework: Story = {
  name: 'A record whose framework is not there',
  args: {
    framework: undefined as unknown as string,
    record: { ...completed, framework: { id: 'long-gone', version: '3', name: 'A framework of 2019' } },
  },
};

export const OwnFramework: Story = {
  name: 'A partnership’s own framework',
  args: { framework: partnershipFramework },
};

export const Licensed: Story = {
  name: 'A licensed framework, with its notice',
  args: { framework: licensedFramework },
};

export const Carers: Story = { name: 'For unpaid carers', args: { framework: 'talking-points-carers' } };

export const CareHome: Story = {
  name: 'For people living in care homes',
  args: { framework: 'talking-points-care-home' },
};

export const Children: Story = { name: 'For children: SHANARRI', args: { framework: 'shanarri' } };

/** The page may write the outcomes itself, leave some out, and put its own words between them. */
export const WrittenByThePage: Story = {
  name: 'Outcomes written by the page',
  render: () => html`<tp-conversation framework="talking-points-community" subject='{"name":"Jean"}'>
    <p>Before we start: Jean has a copy of everything that is written here.</p>
    <tp-outcome outcome="seeing-people"></tp-outcome>
    <p>Take a break here if you like.</p>
    <tp-outcome outcome="feeling-safe"></tp-outcome>
    <a slot="finish" href="#keep">Keep as draft and close</a>
  </tp-conversation>`,
};

/** Words that no database could store are shown before the end, with the way to them. */
export const SomethingToLookAt: Story = {
  name: 'Something to look at first',
  args: {
    record: {
      ...draft,
      entries: [{ ...wordsAlone, narrative: [{ id: 'n-2', text: 'I’m not flitting\u0007 now.' }] }],
    },
  },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-conversation');
    void element.complete();
    await expect(await shadow.findByText('Please look at this first')).toBeVisible();
  },
};

export const ReadOnly: Story = { name: 'Read-only', args: { record: draft, readonly: true } };

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () => html`<tp-conversation
    lang="ar"
    locale="ar"
    subject='{"name":"جين"}'
    perspectives="person carer"
    .scales=${[arabicScale]}
    .strings=${arabicStrings}
    .framework=${{
      id: 'sample-arabic',
      version: '1',
      name: 'عينة',
      language: 'ar',
      scale: 'sample-arabic',
      outcomes: [
        { id: 'people', name: 'رؤية الناس', description: 'ترى عائلتك وأصدقاءك كما تريد' },
        { id: 'safe', name: 'الشعور بالأمان' },
      ],
    }}
  ></tp-conversation>`,
};

export const Dark: Story = { globals: { theme: 'dark' }, args: { record: draft } };

export const Narrow: Story = {
  name: '320 pixels wide',
  args: { record: draft },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = {
  name: 'Text at 200 %',
  args: { record: draft },
  parameters: { stage: { large: true } },
};

export const Themed: Story = { args: { record: draft }, parameters: { stage: { themeClass: 'strathmorn' } } };
