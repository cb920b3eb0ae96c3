import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../theme/tokens.js';

/** What every element draws alike: the box, the type, buttons, text boxes, and their forced-colours, print and motion parts. */
export const baseStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      display: block;
      color: var(--_text);
      font-family: var(--tp-font-family, inherit);
      font-size: var(--tp-font-size, inherit);
      font-weight: 400;
      line-height: 1.5;
      letter-spacing: normal;
      text-align: start;
      text-transform: none;
      overflow-wrap: anywhere;
    }
    :host([hidden]) {
      display: none;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    .label,
    legend {
      font-weight: 600;
    }
    fieldset,
    legend,
    p,
    h3,
    dl,
    dd,
    ul {
      margin: 0;
      padding: 0;
    }
    fieldset {
      min-inline-size: 0;
      border: 0;
    }
    .muted,
    .notice {
      color: var(--_muted);
    }
    .notice {
      font-size: 0.875em;
    }
    .error {
      color: var(--_error);
      font-weight: 600;
    }
    input,
    select,
    textarea,
    button {
      font: inherit;
      color: inherit;
      letter-spacing: inherit;
    }
    [type='radio'],
    [type='checkbox'] {
      flex: none;
      inline-size: 1.25em;
      block-size: 1.25em;
      margin: 0;
      accent-color: var(--_accent);
    }
    .reason {
      display: flex;
      gap: 0.625em;
      align-items: center;
      min-block-size: var(--_target);
      padding-block: 0.375em;
      cursor: pointer;
    }
    button {
      min-block-size: var(--_target);
      padding: 0.375em 0.75em;
      background: none;
      border: var(--_width) solid transparent;
      border-radius: var(--_radius);
      color: var(--_accent);
      cursor: pointer;
      text-align: start;
    }
    button:hover {
      background: var(--_soft);
    }
    button.quiet {
      padding-inline: 0;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    :disabled {
      opacity: 0.6;
    }
    @media (forced-colors: active) {
      button {
        border-color: ButtonText;
      }
      :disabled {
        opacity: 1;
        color: GrayText;
      }
    }
    @media (prefers-contrast: more) {
      :host {
        --_muted: var(--_text);
        --_border: var(--_text);
      }
    }
    @media print {
      :host {
        --_text: #000;
        --_muted: #000;
        --_surface: #fff;
        --_soft: #fff;
        --_line: #767676;
        --_border: #000;
      }
      button {
        display: none;
      }
    }
  `,
];
