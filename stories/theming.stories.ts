import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { filled } from './support/people.js';

const card = () =>
  html`<tp-outcome
    outcome="seeing-people"
    framework="talking-points-community"
    person-name="Jean"
    .entry=${filled}
  ></tp-outcome>`;

const meta: Meta = { title: 'Theming', render: card };

export default meta;
type Story = StoryObj;

export const WithoutATheme: Story = { name: 'Without a theme' };

export const WithoutAThemeDark: Story = { name: 'Without a theme, dark', globals: { theme: 'dark' } };

export const Partnership: Story = {
  name: 'A partnership’s brand',
  parameters: { stage: { themeClass: 'strathmorn' } },
};

export const PartnershipDark: Story = {
  name: 'A partnership’s brand, dark',
  globals: { theme: 'dark' },
  parameters: { stage: { themeClass: 'strathmorn' } },
};

export const Paper: Story = { name: 'paper.css', parameters: { stage: { themeClass: 'tp-paper' } } };

export const HighContrast: Story = {
  name: 'high-contrast.css',
  parameters: { stage: { themeClass: 'tp-high-contrast' } },
};

export const HighContrastDark: Story = {
  name: 'high-contrast.css, dark',
  globals: { theme: 'dark' },
  parameters: { stage: { themeClass: 'tp-high-contrast' } },
};

/** Tighter, smaller, square: for a page that shows many. */
export const Compact: Story = {
  render: () => html`<div class="compact">${card()}</div>`,
};
