import { css, type CSSResultGroup } from 'lit';

export const conversationStyles: CSSResultGroup = css`
  :host {
    --_raised: var(--tp-color-raised, light-dark(#f5f8f7, #202c30));
    --_on-accent: var(--tp-color-on-accent, light-dark(#fff, #0b1a1c));
  }
  .flow {
    display: grid;
    gap: calc(var(--_space) * 4);
    max-inline-size: 52em;
    margin-inline: auto;
  }
  /* The cards are on the same grid: where an empty slot has a box of its own, Chromium tells screen readers nothing of what comes into it later. */
  .flow > *,
  ::slotted(:not([slot])) {
    min-inline-size: 0;
  }
  .in-error {
    text-decoration: line-through;
  }
  .in-error > .error {
    display: inline-block;
    text-decoration: none;
  }
  .agreed .choices {
    align-items: center;
  }
  .left {
    padding-inline-start: 1.25em;
  }
  /* Cards out of sight are laid out and painted when they come near; for search, keys and screen readers they are there all along. Only where the browser keeps the place of what is read when something above it changes its size. */
  @supports (overflow-anchor: auto) {
    :host([presentation='all']) ::slotted([data-tp-outcome]) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 30em;
      overflow-clip-margin: 2em;
    }
  }
  :host([presentation='one-at-a-time']) {
    font-size: calc(var(--tp-font-size, 1em) * 1.2);
  }
  :host([presentation='one-at-a-time']) ::slotted(:not([data-tp-current], [slot])) {
    display: none !important;
  }
  h3,
  summary [role='heading'] {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .step {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  details.step {
    gap: 0;
    padding: 0.75em 1em;
    background: var(--_raised);
    border: var(--_width) solid transparent;
    border-radius: calc(var(--_radius) * 2);
  }
  details.step:not([open]) {
    display: block;
  }
  details.step > summary {
    flex-wrap: wrap;
    inline-size: auto;
    color: inherit;
  }
  .line-of {
    color: var(--_muted);
  }
  details.step > :not(summary) {
    margin-block-end: calc(var(--_space) * 2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0 calc(var(--_space) * 2);
  }
  .fields > label {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 2;
    align-items: start;
    min-inline-size: 0;
  }
  .fields > label > span {
    align-self: end;
    padding-block-start: calc(var(--_space) * 1.5);
  }
  .fields label > span,
  .other label > span {
    display: block;
    font-weight: 600;
  }
  .somebody {
    flex-wrap: nowrap;
    align-items: end;
    max-inline-size: 24em;
  }
  .somebody > label {
    flex: 1;
    min-inline-size: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  .topics {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  .topic {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: max(var(--_target), 3.25em);
    padding: 0.5em 0.875em;
    background: var(--_surface);
    border: var(--_width) solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .topic:hover {
    border-color: var(--_accent);
  }
  .topic:has(:checked) {
    background: var(--_soft);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .topic:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .topic :focus-visible {
    outline: none;
  }
  .other {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: end;
  }
  .other > label {
    flex: 1 1 16em;
  }
  .other > .topics {
    flex-basis: 100%;
  }
  .topics:empty {
    position: absolute;
  }
  .bordered,
  .somebody button,
  .question button {
    border-color: var(--_border);
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding: 1em;
    background: var(--_raised);
    border-inline-start: 4px solid var(--_error);
  }
  .question > :not(button) {
    flex-basis: 100%;
  }
  /* What is said of drafts comes while somebody writes or aims at a button: its line is there from the start. */
  [part='drafts'] > p {
    min-block-size: 1.5em;
  }
  /* Nothing is offered: that takes no room, and is there for those who are told. */
  [part='drafts'] > div:not(:has(button)) {
    position: absolute;
  }
  [part='drafts'],
  [part='drafts'] > div,
  .draft {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .draft {
    border-color: var(--_accent);
  }
  .draft > div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: start;
  }
  /* Clear of the ring around what has just been pressed. */
  .draft details > button {
    margin-block-start: var(--_space);
  }
  .primary {
    justify-self: start;
    padding-inline: 1.5em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent), var(--_text) 20%);
  }
  .readback dt {
    margin-block-start: 1em;
    font-weight: 600;
  }
  .readback dd + dd {
    margin-block-start: 0.25em;
  }
  .status:empty {
    display: none;
  }
  .status {
    font-weight: 600;
  }
  [tabindex='-1']:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    scroll-margin-block: 1em;
  }
  .steps {
    display: flex;
    gap: 1em;
    align-items: center;
    justify-content: space-between;
  }
  .steps button {
    border-color: var(--_border);
  }
  .steps [aria-disabled='true'] {
    color: var(--_muted);
    border-color: var(--_line);
  }
  @media (forced-colors: active) {
    .topic:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
  @media print {
    :host([presentation='all']) ::slotted([data-tp-outcome]) {
      content-visibility: visible;
    }
    :host {
      --_raised: #fff;
    }
    /* Browsers cut blocks at the end of a page better than grids. */
    .flow,
    .step {
      display: block;
    }
    .flow > * + *,
    ::slotted(*) {
      margin-block-start: calc(var(--_space) * 4);
    }
    [part='drafts'],
    [part='topics'],
    [part='left-behind'],
    [part='amend'],
    .steps,
    .choices label:not(:has(:checked)),
    fieldset:has(.choices):not(.agreed, :has(:checked)),
    fieldset:has(.somebody):not(:has(.row)),
    details.step:has(.nothing),
    summary::before {
      display: none;
    }
    details.step {
      padding: 0;
      border: 0;
    }
    h3,
    summary,
    legend,
    dt {
      break-after: avoid;
    }
    dd {
      break-inside: avoid;
    }
  }
`;
