import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { contributorStrings } from '../src/elements/contributors/contributors.strings.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { contributors } from './support/people.js';
import { hear, inside } from './support/play.js';

interface Args {
  label?: string;
  personName?: string;
  stage?: 'planned' | 'actual';
  value?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
}

const FILLED = JSON.stringify(contributors);

const meta: Meta<Args> = {
  title: 'Elements/Contributors',
  component: 'tp-contributors',
  args: { personName: 'Jean', stage: 'planned' },
  argTypes: {
    label: commonControls.label,
    value: commonControls.value,
    personName: commonControls.personName,
    required: commonControls.required,
    disabled: commonControls.disabled,
    readonly: commonControls.readonly,
    stage: { control: 'inline-radio', options: ['planned', 'actual'] },
  },
  parameters: {
    controls: { include: ['label', 'personName', 'stage', 'value', 'required', 'disabled', 'readonly'] },
  },
  render: ({ label, personName, stage, value, required, disabled, readonly }) =>
    html`<tp-contributors
      name="who-helps"
      label=${label ?? nothing}
      person-name=${personName ?? nothing}
      stage=${stage ?? nothing}
      value=${value ?? nothing}
      ?required=${required ?? false}
      ?disabled=${disabled ?? false}
      ?readonly=${readonly ?? false}
    ></tp-contributors>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const Filled: Story = { args: { value: FILLED } };

export const Adding: Story = {
  name: 'Adding a friend',
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-contributors');
    const told = hear(element, 'tp-answer-change');
    await userEvent.click(shadow.getByRole('button', { name: 'Friend or neighbour' }));
    await userEvent.type(await shadow.findByLabelText(/who or what/), 'Eck');
    await waitFor(() => expect(element.value?.[0]).toMatchObject({ kind: 'friend', who: 'Eck', stage: 'planned' }));
    // One for the row, one for the words after a pause.
    await waitFor(() => expect(told).toHaveLength(2));
  },
};

export const TakingOut: Story = {
  name: 'Taking somebody out',
  args: { value: FILLED },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-contributors');
    await userEvent.click(shadow.getByRole('button', { name: 'Remove The bowling club' }));
    await expect(element.value).toHaveLength(2);
  },
};

export const AtAReview: Story = {
  name: 'Who helped, at a review',
  args: {
    label: 'Who and what helped?',
    stage: 'actual',
    value: JSON.stringify(contributors.map((one) => ({ ...one, stage: 'actual' }))),
  },
};

export const Invalid: Story = {
  args: { required: true },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-contributors');
    await expect(element.checkValidity()).toBe(false);
    await expect(await shadow.findByText(contributorStrings['field.required'])).toBeVisible();
  },
};

export const Unreadable: Story = {
  name: 'A list that cannot be read',
  decorators: [withEventLog],
  args: { value: '[{"id": "c-1", "kind": "wizard"}]' },
};

export const ReadOnly: Story = { name: 'Read-only', args: { value: FILLED, readonly: true } };

export const ReadOnlyEmpty: Story = { name: 'Read-only, nobody yet', args: { readonly: true } };

export const Disabled: Story = { args: { value: FILLED, disabled: true } };

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  args: { value: JSON.stringify([{ id: 'c-1', kind: 'friend', who: 'إيك', how: 'عنده سيارة' }]) },
};

export const Dark: Story = { globals: { theme: 'dark' }, args: { value: FILLED } };

export const Narrow: Story = {
  name: '320 pixels wide',
  args: { value: FILLED },
  parameters: { stage: { narrow: true } },
};

export const LargeText: Story = {
  name: 'Text at 200 %',
  args: { value: FILLED },
  parameters: { stage: { large: true } },
};

export const Themed: Story = { args: { value: FILLED }, parameters: { stage: { themeClass: 'strathmorn' } } };
