import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { applyPatch } from '../src/model/patch.js';
import type { Entry } from '../src/schema/record.js';
import type { RatingScale } from '../src/schema/scale.js';
import { arabicScale, arabicStrings, licensedScale } from './support/data.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { begun, completed, declined, filled, inError, wordsAlone } from './support/people.js';
import { hear, inside } from './support/play.js';

interface Args {
  outcome?: string;
  framework?: string;
  scale?: string | RatingScale;
  perspectives?: string;
  personName?: string;
  readonly?: boolean;
  entry?: Entry;
}

const meta: Meta<Args> = {
  title: 'Elements/Outcome',
  component: 'tp-outcome',
  args: { outcome: 'seeing-people', framework: 'talking-points-community', personName: 'Jean' },
  argTypes: {
    personName: commonControls.personName,
    readonly: commonControls.readonly,
    outcome: { control: 'text' },
    framework: { control: 'text' },
    scale: { control: 'text' },
    perspectives: { control: 'text' },
    entry: { control: 'object' },
  },
  parameters: {
    controls: { include: ['outcome', 'framework', 'scale', 'perspectives', 'personName', 'readonly', 'entry'] },
  },
  render: ({ outcome, framework, scale, perspectives, personName, readonly, entry }) =>
    html`<tp-outcome
      outcome=${outcome ?? nothing}
      framework=${framework ?? nothing}
      perspectives=${perspectives ?? nothing}
      person-name=${personName ?? nothing}
      ?readonly=${readonly ?? false}
      .scale=${scale}
      ${ref((element) => {
        if (entry && element) Object.assign(element, { entry });
      })}
    ></tp-outcome>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const PartlyFilled: Story = { name: 'Partly filled', args: { entry: begun } };

export const Filled: Story = { args: { entry: filled } };

/** Words alone are a whole record: nothing under them has to be filled. */
export const WordsAlone: Story = {
  name: 'Words alone',
  args: {
    outcome: 'living-where-you-want',
    entry: wordsAlone,
  },
};

export const RatherNotSay: Story = {
  name: 'I’d rather not say',
  args: { outcome: 'listened-to', entry: declined },
};

/** From the first word to the rating, as a worker would. The log shows what the page hears. */
export const Recording: Story = {
  decorators: [withEventLog],
  play: async ({ canvasElement, step }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-outcome');
    const before = element.entry;
    const told = hear(element, 'tp-answer-change');
    await step('the words', async () => {
      await userEvent.type(shadow.getByLabelText('In Jean’s own words'), 'I miss the laughing.');
      await waitFor(() => expect(told).toHaveLength(1));
    });
    await step('the rating', async () => {
      await userEvent.click(shadow.getByLabelText('Some of the time'));
      await expect(told.at(-1)?.path).toEqual(['seeing-people', 'ratings', 'person']);
    });
    await step('the patches make the entry', async () => {
      const patched = told.reduce((entry, { patch }) => applyPatch(entry, patch ?? []), before);
      await expect(patched).toEqual(element.entry);
    });
  },
};

/** Each view stands beside the others; none takes another’s place. */
export const AnotherView: Story = {
  name: 'Another view',
  args: { entry: begun },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-outcome');
    await userEvent.click(shadow.getByText('Another view'));
    await userEvent.click(shadow.getByRole('button', { name: 'The unpaid carer’s view' }));
    const scales = await waitFor(() => {
      const all = shadow.getAllByLabelText('None of the time');
      if (all.length < 2) throw new Error('The second view is not there yet.');
      return all;
    });
    if (scales[1]) await userEvent.click(scales[1]);
    await expect(element.entry.ratings?.map(({ perspective }) => perspective)).toEqual(['carer']);
  },
};

/** A worry about somebody’s safety leaves the form: the page takes over, and nothing of it is kept in the record. */
export const Concern: Story = {
  name: 'A worry about somebody’s safety',
  decorators: [withEventLog],
  args: { entry: begun },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-outcome');
    const told = hear(element, 'tp-concern');
    await userEvent.click(shadow.getByText('More'));
    await userEvent.click(shadow.getByRole('button', { name: 'I am worried about somebody’s safety' }));
    await expect(told[0]?.outcome).toBe('seeing-people');
    await expect(element.entry).toEqual(begun);
  },
};

/** In a review: what was said last time, quiet, beside what is said now. */
export const ThenAndNow: Story = {
  name: 'Then and now',
  render: () =>
    html`<tp-outcome
      outcome="seeing-people"
      framework="talking-points-community"
      person-name="Jean"
      perspectives="person carer"
      .previous=${completed}
    ></tp-outcome>`,
};

export const ReadOnly: Story = { name: 'Read-only', args: { entry: filled, readonly: true } };

export const EnteredInError: Story = {
  name: 'Entered in error',
  args: { outcome: 'living-where-you-want', entry: inError, readonly: true },
};

/** A rating from another system that the scale does not have is kept and shown as it was recorded. */
export const OffTheScale: Story = {
  name: 'A value that is not on the scale',
  decorators: [withEventLog],
  args: {
    entry: {
      ...begun,
      ratings: (filled.ratings ?? []).slice(0, 1).map(({ label: _label, ...rating }) => ({
        ...rating,
        answer: { kind: 'answered', value: 'daily' },
      })),
    },
  },
};

export const UnknownScale: Story = {
  name: 'An unknown scale',
  decorators: [withEventLog],
  args: { scale: 'five-stars', entry: begun },
};

export const UnknownOutcome: Story = {
  name: 'An outcome that the framework does not have',
  decorators: [withEventLog],
  args: { outcome: 'flying' },
};

export const UnknownFramework: Story = {
  name: 'An unknown framework',
  decorators: [withEventLog],
  args: { framework: 'mine' },
};

/** What the person named themselves has no outcome of a framework behind it. */
export const InTheirOwnWords: Story = {
  name: 'Something else that matters',
  args: {
    outcome: undefined as unknown as string,
    entry: {
      id: 'e-dog',
      label: 'Keeping Bess, my dog',
      outcomes: [],
      narrative: [{ id: 'n-9', text: 'She gets me out of my bed.', saidBy: 'person' }],
    },
  },
};

export const Licensed: Story = { name: 'A licensed scale, with its notice', args: { scale: licensedScale } };

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () => html`<tp-outcome
    lang="ar"
    locale="ar"
    person-name="جين"
    perspectives="person carer"
    .outcome=${{ id: 'seeing-people', name: 'رؤية الناس', description: 'ترى عائلتك وأصدقاءك كما تريد' }}
    .scale=${arabicScale}
    .strings=${arabicStrings}
  ></tp-outcome>`,
};

export const Dark: Story = { globals: { theme: 'dark' }, args: { entry: filled } };

export const Narrow: Story = {
  name: '320 pixels wide',
  args: { entry: filled },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = {
  name: 'Text at 200 %',
  args: { entry: filled },
  parameters: { stage: { large: true } },
};

export const Themed: Story = { args: { entry: filled }, parameters: { stage: { themeClass: 'strathmorn' } } };
