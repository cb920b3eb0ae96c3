import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { actionStrings } from '../src/elements/actions/actions.strings.js';
import { commonControls } from './support/controls.js';
import { withEventLog } from './support/event-log.js';
import { actions } from './support/people.js';
import { hear, inside } from './support/play.js';

interface Args {
  label?: string;
  personName?: string;
  value?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
}

const FILLED = JSON.stringify(actions);

const meta: Meta<Args> = {
  title: 'Elements/Actions',
  component: 'tp-actions',
  args: { personName: 'Jean' },
  argTypes: {
    label: commonControls.label,
    value: commonControls.value,
    personName: commonControls.personName,
    required: commonControls.required,
    disabled: commonControls.disabled,
    readonly: commonControls.readonly,
  },
  parameters: { controls: { include: ['label', 'personName', 'value', 'required', 'disabled', 'readonly'] } },
  render: ({ label, personName, value, required, disabled, readonly }) =>
    html`<tp-actions
      name="next-steps"
      label=${label ?? nothing}
      person-name=${personName ?? nothing}
      value=${value ?? nothing}
      ?required=${required ?? false}
      ?disabled=${disabled ?? false}
      ?readonly=${readonly ?? false}
    ></tp-actions>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const Filled: Story = { args: { value: FILLED } };

export const Adding: Story = {
  name: 'Adding what Jean will do',
  decorators: [withEventLog],
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-actions');
    const told = hear(element, 'tp-answer-change');
    await userEvent.click(shadow.getByRole('button', { name: 'Something Jean will do' }));
    await userEvent.type(await shadow.findByLabelText('What will Jean do?'), 'Phone Eck');
    await waitFor(() => expect(told.at(-1)?.answer).toMatchObject({ value: [{ what: 'Phone Eck' }] }));
    await userEvent.selectOptions(shadow.getByLabelText('How is it going?'), 'planned');
    await expect(element.value?.[0]).toMatchObject({ what: 'Phone Eck', whoKind: 'person', status: 'planned' });
  },
};

export const TakingOut: Story = {
  name: 'Taking a step out',
  args: { value: FILLED },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-actions');
    await userEvent.click(shadow.getByRole('button', { name: /Phone Eck about a lift/ }));
    await expect(element.value).toHaveLength(1);
  },
};

export const Invalid: Story = {
  args: { required: true },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const { element, shadow } = await inside(canvasElement, 'tp-actions');
    await expect(element.checkValidity()).toBe(false);
    await expect(await shadow.findByText(actionStrings['field.required'])).toBeVisible();
  },
};

export const Unreadable: Story = {
  name: 'A list that cannot be read',
  decorators: [withEventLog],
  args: { value: '[{"id": "a-1", "who": "Jean"}]' },
};

export const ReadOnly: Story = { name: 'Read-only', args: { value: FILLED, readonly: true } };

export const ReadOnlyEmpty: Story = { name: 'Read-only, no steps yet', args: { readonly: true } };

export const Disabled: Story = { args: { value: FILLED, disabled: true } };

export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  args: { personName: 'جين', value: JSON.stringify([{ id: 'a-1', what: 'الاتصال بإيك', whoKind: 'person' }]) },
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
