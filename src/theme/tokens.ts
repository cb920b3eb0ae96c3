import { css } from 'lit';

/**
 * The design tokens. A host sets `--tp-…` on any ancestor; without them the elements look right on a plain light or dark page
 * (`color-scheme`). Private `--_…` properties keep the fallbacks in one place.
 */
export const tokens = css`
  :host {
    --_text: var(--tp-color-text, light-dark(#1d2a2e, #e7ecec));
    --_muted: var(--tp-color-muted, light-dark(#4d5d62, #b1bfc1));
    --_surface: var(--tp-color-surface, light-dark(#fff, #172124));
    --_line: var(--tp-color-line, light-dark(#d7dfde, #3a494d));
    --_border: var(--tp-color-border, light-dark(#6b7c80, #8a9b9e));
    --_accent: var(--tp-color-accent, light-dark(#0f5e66, #7fd0d6));
    --_soft: var(--tp-color-accent-soft, light-dark(#e4f0f0, #1f3d41));
    --_focus: var(--tp-color-focus, var(--_accent));
    --_error: var(--tp-color-error, light-dark(#9a2a1f, #f5b1a6));
    --_space: var(--tp-space, 0.5em);
    --_radius: var(--tp-radius, 0.375em);
    --_width: var(--tp-border-width, 1px);
    --_target: var(--tp-target-size, 44px);
  }
`;
