import type { ThemeVars } from 'storybook/theming';
import { create } from 'storybook/theming/create';

/** The catalogue around the stories: quiet, so that the elements are what is looked at. No font and no picture comes from elsewhere. */
const common = {
  brandTitle: 'Talking Points Elements',
  brandTarget: '_self',
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  appBorderRadius: 8,
  inputBorderRadius: 6,
} as const;

export const lightTheme: ThemeVars = create({
  ...common,
  base: 'light',
  colorPrimary: '#0f5e66',
  colorSecondary: '#0f5e66',
  appBg: '#f5f8f7',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appHoverBg: '#e4f0f0',
  appBorderColor: '#d7dfde',
  textColor: '#1d2a2e',
  textInverseColor: '#ffffff',
  textMutedColor: '#4d5d62',
  barBg: '#ffffff',
  barTextColor: '#4d5d62',
  barHoverColor: '#0f5e66',
  barSelectedColor: '#0f5e66',
  buttonBg: '#f5f8f7',
  buttonBorder: '#d7dfde',
  inputBg: '#ffffff',
  inputBorder: '#6b7c80',
  inputTextColor: '#1d2a2e',
});

export const darkTheme: ThemeVars = create({
  ...common,
  base: 'dark',
  colorPrimary: '#7fd0d6',
  colorSecondary: '#2b7f88',
  appBg: '#10181a',
  appContentBg: '#172124',
  appPreviewBg: '#172124',
  appHoverBg: '#1f3d41',
  appBorderColor: '#3a494d',
  textColor: '#e7ecec',
  textInverseColor: '#10181a',
  textMutedColor: '#b1bfc1',
  barBg: '#172124',
  barTextColor: '#b1bfc1',
  barHoverColor: '#7fd0d6',
  barSelectedColor: '#7fd0d6',
  buttonBg: '#202c30',
  buttonBorder: '#3a494d',
  inputBg: '#10181a',
  inputBorder: '#8a9b9e',
  inputTextColor: '#e7ecec',
});

export const themeNamed = (name: unknown): ThemeVars => (name === 'dark' ? darkTheme : lightTheme);

/** What the visitor's own system asks for, until they choose in the toolbar. */
export const preferredTheme = (): 'light' | 'dark' =>
  globalThis.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
