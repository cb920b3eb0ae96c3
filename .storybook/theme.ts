import { create } from 'storybook/theming/create';

/** The catalogue around the stories: quiet, so that the elements are what is looked at. */
export const theme = create({
  base: 'light',
  brandTitle: 'Talking Points elements',
  brandTarget: '_self',
  fontBase: 'system-ui, sans-serif',
  colorPrimary: '#1f5f6b',
  colorSecondary: '#1f5f6b',
  appBg: '#f6f5f2',
  appContentBg: '#fff',
  appBorderColor: '#dedad2',
  appBorderRadius: 6,
  textColor: '#1d2327',
  textMutedColor: '#55606a',
  barBg: '#fff',
  barTextColor: '#45505a',
  barSelectedColor: '#1f5f6b',
  inputBorderRadius: 4,
});
