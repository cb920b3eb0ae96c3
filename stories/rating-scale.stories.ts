import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { scaleStrings } from '../src/elements/rating-scale/rating-scale.strings.js';
import { arabicScale, arabicStrings, licensedScale } from './support/data.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { hear, inside } from './support/play.js';

interface Args {
  label?: string;
  description?: string;
  scale: string;
  value?: string;
  presentation?: 'options' | 'faces' | 'ladder' | 'line';
  noReasons?: boolean;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Rating scale',
  component: 'tp-rating-scale',
  args: {
    label: 'How much of the time do you see the folk you want to see?',
    scale: 'frequency-4',
  },
  argTypes: {
    label: commonControls.label,
    description: commonControls.description,
    value: commonControls.value,
    required: commonControls.required,
    disabled: commonControls.disabled,
    readonly: commonControls.readonly,
    noReasons: { control: 'boolean' },
    scale: {
      control: 'select',
      options: ['met-3', 'change-3', 'change-5', 'frequency-4', 'numeric-0-10', 'importance-1-10', 'goal-attainment'],
    },
    presentation: { control: 'inline-radio', options: ['options', 'faces', 'ladder', 'line'] },
  },
  parameters: {
    controls: {
      include: [
        'label',
        'description',
        'scale',
        'value',
        'presentation',
        'noReasons',
        'required',
        'disabled',
        'readonly',
      ],
    },
  },
  render: ({ label, description, scale, value, presentation, noReasons, required, disabled, readonly }) =>
    html`<tp-rating-scale
      name="seeing-people"
      label=${label ?? nothing}
      description=${description ?? nothing}
      scale=${scale}
      value=${value ?? nothing}
      presentation=${presentation ?? nothing}
      ?no-reasons=${noReasons ?? false}
      ?required=${required ?? false}
      ?disabled=${disabled ?? false}
      ?readonly=${readonly ?? false}
    ></tp-rating-scale>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Unanswered: Story = {};

export const Answered: Story = { args: { value: 'some' } };

export const Choosing: Story = {
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    const told = hear(element, 'tp-answer-change');
    await userEvent.click(shadow.getByLabelText('Some of the time'));
    await expect(element.value).toBe('some');
    await expect(told).toHaveLength(1);
    await expect(told[0]?.answer).toEqual({ kind: 'answered', value: 'some' });
  },
};

export const RatherNotSay: Story = {
  name: 'I’d rather not say',
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    await userEvent.click(shadow.getByLabelText('I’d rather not say'));
    await expect(element.answer).toEqual({ kind: 'no-answer', reason: 'declined' });
  },
};

export const MoreReasons: Story = {
  name: 'More reasons',
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    await userEvent.click(shadow.getByRole('button', { name: 'More reasons' }));
    await userEvent.click(await shadow.findByLabelText('Not able to answer this time'));
    await expect(element.answer).toEqual({ kind: 'no-answer', reason: 'unable' });
  },
};

export const Cleared: Story = {
  args: { value: 'most' },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    await userEvent.click(shadow.getByRole('button', { name: 'Clear the answer' }));
    await expect(element.answer).toEqual({ kind: 'unanswered' });
  },
};

export const WithDescription: Story = {
  name: 'With description',
  args: { description: 'Think of the last two weeks. There is no right answer.' },
};

export const Faces: Story = { args: { scale: 'met-3', presentation: 'faces', label: 'Is that as you want it?' } };

export const Ladder: Story = {
  args: { scale: 'numeric-0-10', presentation: 'ladder', label: 'Where are you on the ladder?' },
};

export const Line: Story = { args: { scale: 'numeric-0-10', label: 'How are things now?' } };

export const ZeroIsAnAnswer: Story = {
  name: 'Nought is an answer',
  args: { scale: 'numeric-0-10', value: '0', label: 'How are things now?' },
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-rating-scale');
    await expect(element.value).toBe(0);
  },
};

export const FiveSteps: Story = {
  name: 'Five steps',
  args: { scale: 'change-5', label: 'Compared with last time, how is this for you?' },
};

export const GoalAttainment: Story = {
  name: 'Goal attainment',
  args: { scale: 'goal-attainment', label: 'How far did you get with what you wanted?' },
};

export const ReadOnly: Story = { name: 'Read-only', args: { value: 'some', readonly: true } };

export const Disabled: Story = { args: { value: 'some', disabled: true } };

export const WithoutReasons: Story = { name: 'Without reasons', args: { noReasons: true } };

export const Invalid: Story = {
  args: { required: true },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    await expect(element.checkValidity()).toBe(false);
    await expect(await shadow.findByText(scaleStrings['field.required'])).toBeVisible();
  },
};

/** A form post tells an answer, "I’d rather not say" and nothing at all apart. */
export const InAForm: Story = {
  name: 'In a form',
  render: () => html`<form
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const posted = [...new FormData(form)].map(
        ([name, value]) => `${name} = ${typeof value === 'string' ? value : value.name}`,
      );
      const output = form.querySelector('output');
      if (output) output.textContent = posted.join(', ') || 'Nothing would be sent.';
    }}
  >
    <tp-rating-scale name="safe" scale="frequency-4" label="Do you feel safe?"></tp-rating-scale>
    <tp-rating-scale name="say" scale="met-3" label="Do you have a say?"></tp-rating-scale>
    <button>See what would be sent</button>
    <output></output>
  </form>`,
  play: async ({ canvasElement, canvas }) => {
    const first = await inside(canvasElement, 'tp-rating-scale', '[name=safe]');
    await userEvent.click(first.shadow.getByLabelText('Most of the time'));
    const second = await inside(canvasElement, 'tp-rating-scale', '[name=say]');
    await userEvent.click(second.shadow.getByLabelText('I’d rather not say'));
    await userEvent.click(canvas.getByRole('button', { name: 'See what would be sent' }));
    await waitFor(() => expect(canvas.getByText('safe = most, say.no-answer = declined')).toBeVisible());
  },
};

/** The page may say no before anything has changed. */
export const Vetoed: Story = {
  name: 'Kept by the page',
  render: () => html`<tp-rating-scale
      scale="frequency-4"
      value="most"
      label="Do you feel safe?"
      @tp-before-answer-change=${(event: Event) => {
        event.preventDefault();
      }}
    ></tp-rating-scale>
    <p class="note">This page keeps the answer as it is.</p>`,
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-rating-scale');
    await userEvent.click(shadow.getByLabelText('None of the time'));
    await expect(element.value).toBe('most');
    await expect(shadow.getByLabelText('Most of the time')).toBeChecked();
  },
};

export const OffTheScale: Story = {
  name: 'A value that is not on the scale',
  args: { value: 'daily' },
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-rating-scale');
    await expect(element.value).toBe('daily');
    await expect(element.checkValidity()).toBe(false);
  },
};

export const UnknownScale: Story = {
  name: 'Unknown scale',
  decorators: [withEventLog],
  args: { scale: 'five-stars', value: '4' },
};

export const BrokenScale: Story = {
  name: 'A scale that cannot be read',
  decorators: [withEventLog],
  args: { scale: '{"id": "mine", "points": [' },
};

export const Licensed: Story = {
  name: 'A licensed scale, with its notice',
  render: () => html`<tp-rating-scale .scale=${licensedScale}></tp-rating-scale>`,
  play: async ({ canvasElement }) => {
    const { shadow } = await inside(canvasElement, 'tp-rating-scale');
    await expect(shadow.getByText(/Used under licence 0000/)).toBeVisible();
  },
};

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () => html`<tp-rating-scale
    lang="ar"
    locale="ar"
    .scale=${arabicScale}
    .strings=${arabicStrings}
    .answer=${{ kind: 'answered', value: 'some' } as const}
  ></tp-rating-scale>`,
};

export const Dark: Story = { globals: { theme: 'dark' }, args: { value: 'some' } };

export const Narrow: Story = {
  name: '320 pixels wide',
  args: { value: 'some' },
  parameters: { stage: { narrow: true } },
};

export const NarrowNumbers: Story = {
  name: '0 to 10, 320 pixels wide',
  args: { scale: 'numeric-0-10', value: '7', label: 'How are things now?' },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = {
  name: 'Text at 200 %',
  args: { value: 'some' },
  parameters: { stage: { large: true } },
};

/** Every scale that is shipped, on one page. */
export const EveryScale: Story = {
  name: 'Every scale',
  render: () => html`<form>
    <tp-rating-scale scale="met-3" label="Is that as you want it?" value="partly"></tp-rating-scale>
    <tp-rating-scale scale="change-3" label="Compared with last time, how is this for you?"></tp-rating-scale>
    <tp-rating-scale
      scale="frequency-4"
      label="How much of the time do you see the folk you want to see?"
      value="some"
    ></tp-rating-scale>
    <tp-rating-scale
      scale="met-3"
      presentation="faces"
      label="And how does that feel?"
      value="met"
      no-reasons
    ></tp-rating-scale>
    <tp-rating-scale scale="numeric-0-10" label="How are things now?" value="6"></tp-rating-scale>
  </form>`,
};

/** A brand of its own by tokens and parts. */
export const Themed: Story = { args: { value: 'some' }, parameters: { stage: { themeClass: 'strathmorn' } } };
