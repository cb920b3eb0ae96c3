import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { narrativeStrings } from '../src/elements/narrative/narrative.strings.js';
import { arabicStrings } from './support/data.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { hear, inside } from './support/play.js';

const WORDS = 'I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling.';

interface Args {
  label?: string;
  description?: string;
  personName?: string;
  value?: string;
  perspectives?: string;
  saidBy?: string;
  language?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Narrative',
  component: 'tp-narrative',
  args: { personName: 'Jean' },
  argTypes: {
    label: commonControls.label,
    description: commonControls.description,
    value: commonControls.value,
    personName: commonControls.personName,
    required: commonControls.required,
    disabled: commonControls.disabled,
    readonly: commonControls.readonly,
    perspectives: { control: 'text' },
    saidBy: { control: 'text' },
    language: { control: 'text' },
  },
  parameters: {
    controls: {
      include: [
        'label',
        'description',
        'personName',
        'value',
        'perspectives',
        'saidBy',
        'language',
        'required',
        'disabled',
        'readonly',
      ],
    },
  },
  render: (args) =>
    html`<tp-narrative
      name="words"
      label=${args.label ?? nothing}
      description=${args.description ?? nothing}
      person-name=${args.personName ?? nothing}
      value=${args.value ?? nothing}
      perspectives=${args.perspectives ?? nothing}
      said-by=${args.saidBy ?? nothing}
      language=${args.language ?? nothing}
      ?required=${args.required ?? false}
      ?disabled=${args.disabled ?? false}
      ?readonly=${args.readonly ?? false}
    ></tp-narrative>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const Written: Story = { args: { value: WORDS } };

export const Typing: Story = {
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-narrative');
    const told = hear(element, 'tp-answer-change');
    await userEvent.type(shadow.getByRole('textbox'), 'I miss the laughing.');
    await waitFor(() => expect(told).toHaveLength(1));
    await expect(told[0]?.answer).toEqual({ kind: 'answered', value: 'I miss the laughing.' });
  },
};

export const WhoseWords: Story = {
  name: 'Whose words',
  args: { value: WORDS, perspectives: 'person carer practitioner', saidBy: 'person' },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-narrative');
    await userEvent.selectOptions(shadow.getByLabelText('Whose words?'), 'carer');
    await expect(element.saidBy).toBe('carer');
  },
};

/** The field grows with the text and never scrolls inside. */
export const LongText: Story = {
  name: 'Long text',
  args: {
    value: [
      WORDS,
      'Eck has a car. He said he’d take me, but I don’t like to ask him twice. His own wife’s no well.',
      'It’s the steps at the club that bother me, the ones at the side door. If somebody was behind me I’d manage fine.',
      'Fiona says I should get the dial-a-bus. I’m not wanting a bus. I’m wanting a lift with folk I know.',
    ].join('\n\n'),
  },
};

export const WithDescription: Story = {
  name: 'With description',
  args: { description: 'Write it the way it was said. It can be one sentence.' },
};

export const InAnotherLanguage: Story = {
  name: 'In Gaelic',
  args: { value: 'Tha mi ag ionndrainn a’ ghàire.', language: 'gd', label: 'Ann am faclan Jean fhèin' },
};

export const Invalid: Story = {
  args: { required: true },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-narrative');
    await expect(element.checkValidity()).toBe(false);
    await expect(await shadow.findByText(narrativeStrings['field.required'])).toBeVisible();
  },
};

/** A character that databases cannot store (here a bell, U+0007) is kept and said. */
export const NotStorable: Story = {
  name: 'A character that cannot be stored',
  decorators: [withEventLog],
  render: () => html`<tp-narrative person-name="Jean" .value=${'I miss the\u0007 laughing.'}></tp-narrative>`,
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement, 'tp-narrative');
    await expect(element.value).toBe('I miss the\u0007 laughing.');
    await expect(element.checkValidity()).toBe(false);
  },
};

/** Markup that somebody types is words like any other. */
export const MarkupIsText: Story = {
  name: 'Markup is text',
  args: { value: '<b>bold</b> <img src=x onerror=alert(1)>', readonly: true },
  play: async ({ canvasElement }) => {
    const { root } = await inside(canvasElement, 'tp-narrative');
    await expect(root.querySelector('img, b')).toBeNull();
  },
};

export const ReadOnly: Story = { name: 'Read-only', args: { value: WORDS, readonly: true, saidBy: 'person' } };

export const ReadOnlyEmpty: Story = { name: 'Read-only, nothing written', args: { readonly: true } };

export const Disabled: Story = { args: { value: WORDS, disabled: true } };

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  render: () => html`<tp-narrative
    lang="ar"
    locale="ar"
    language="ar"
    person-name="جين"
    value="أشتاق إلى الضحك أكثر من اللعب."
    .strings=${arabicStrings}
  ></tp-narrative>`,
};

export const Dark: Story = { globals: { theme: 'dark' }, args: { value: WORDS } };

export const Narrow: Story = {
  name: '320 pixels wide',
  args: { value: WORDS, perspectives: 'person carer practitioner', saidBy: 'person' },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = {
  name: 'Text at 200 %',
  args: { value: WORDS },
  parameters: { stage: { large: true } },
};

export const Themed: Story = { args: { value: WORDS }, parameters: { stage: { themeClass: 'strathmorn' } } };
