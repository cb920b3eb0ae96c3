import type { ArgTypes } from '@storybook/web-components-vite';

const option = (control: 'text' | 'boolean', description: string): ArgTypes[string] => ({
  control,
  description,
  table: { category: 'attributes', type: { summary: control === 'text' ? 'string' : 'boolean' } },
});

/**
 * Controls for what most elements have. Named here, because the manifest has an attribute and a part of the same name, and a text that may be
 * missing would be offered as an object.
 */
export const commonControls = {
  label: option('text', 'The question'),
  description: option('text', 'A sentence that helps to answer'),
  value: option('text', 'What the field starts with'),
  personName: option('text', 'How the person likes to be called'),
  required: option('boolean', 'Whether it has to be answered'),
  disabled: option('boolean', 'Whether it can be used'),
  readonly: option('boolean', 'Shows the answer as text'),
} satisfies ArgTypes;
