import { DecoratorHelpers } from '@storybook/addon-themes';
import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Decorator } from '@storybook/web-components-vite';
import { preferredTheme } from './theme.js';

DecoratorHelpers.initializeThemeState(['light', 'dark'], preferredTheme());

/** How a story is put on the page: `parameters.stage`. */
export interface Stage {
  /** 320 CSS pixels wide, the width of a small phone or of a page at 400 % zoom. */
  readonly narrow?: boolean;
  /** Text at 200 %. */
  readonly large?: boolean;
  /** A theme's class name on the stage. */
  readonly themeClass?: string;
}

/** A page of its own around each story: light or dark, left to right or right to left. Beside others on a docs page too. */
export const withStage: Decorator = (story, context) => {
  const { narrow = false, large = false, themeClass } = (context.parameters['stage'] ?? {}) as Stage;
  const classes = {
    stage: true,
    'stage-alone': context.viewMode === 'story',
    'stage-narrow': narrow,
    'stage-large': large,
    ...(themeClass && { [themeClass]: true }),
  };
  return html`<div
    class=${classMap(classes)}
    data-theme=${DecoratorHelpers.pluckThemeFromContext(context) || preferredTheme()}
    lang="en-GB"
    dir=${context.globals['direction'] === 'rtl' ? 'rtl' : nothing}
  >
    ${story()}
  </div>`;
};
