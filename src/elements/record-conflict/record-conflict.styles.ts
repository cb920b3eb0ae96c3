import { css, type CSSResultGroup } from 'lit';

export const conflictStyles: CSSResultGroup = css`
  :host {
    --_raised: var(--tp-color-raised, light-dark(#f5f8f7, #202c30));
    --_on-accent: var(--tp-color-on-accent, light-dark(#fff, #0b1a1c));
    /* Measured by its own width: in a grid it would else have none. */
    inline-size: 100%;
    max-inline-size: 60em;
    margin-inline: auto;
    container-type: inline-size;
  }
  .conflict {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .conflict > *,
  .group > *,
  .card > * {
    min-inline-size: 0;
  }
  .title,
  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .title {
    font-size: 1.5em;
  }
  .title:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
  }
  .group {
    display: grid;
    gap: calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: var(--_width) solid var(--_line);
  }
  .head,
  .all {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: baseline;
  }
  .head {
    justify-content: space-between;
  }
  .pair {
    display: grid;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  @container (inline-size >= 40em) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .card.both {
      grid-column: 1 / -1;
    }
  }
  .card {
    display: flex;
    gap: 0.75em;
    align-items: start;
    min-block-size: var(--_target);
    padding: 0.75em 1em;
    background: var(--_surface);
    border: var(--_width) solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    cursor: pointer;
  }
  .card:hover {
    border-color: var(--_accent);
  }
  .card:has(:checked) {
    background: var(--_soft);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .card :focus-visible {
    outline: none;
  }
  .card > input {
    margin-block-start: 0.125em;
  }
  .said {
    display: grid;
    flex: 1;
    gap: 0.25em;
  }
  .said > * {
    min-inline-size: 0;
  }
  .side {
    font-weight: 600;
  }
  .line {
    white-space: pre-wrap;
  }
  .words {
    font-family: var(--tp-words-font-family, inherit);
    font-size: 1.25em;
    line-height: 1.45;
  }
  summary {
    min-block-size: var(--_target);
    padding-block: 0.5em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  details > .group:first-of-type {
    border: 0;
    padding-block-start: 0;
  }
  .status {
    font-weight: 600;
  }
  .status:empty {
    display: none;
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
  @media (forced-colors: active) {
    .all button {
      padding-inline: 0.75em;
    }
    .card:has(:checked) {
      border-color: Highlight;
      outline: 2px solid Highlight;
    }
    .card:has(:focus-visible) {
      outline: 3px solid CanvasText;
      outline-offset: 4px;
    }
  }
  @media print {
    .conflict,
    .group {
      display: block;
    }
    .conflict > * + *,
    .group > * + * {
      margin-block-start: calc(var(--_space) * 2);
    }
    .choice {
      break-inside: avoid;
    }
    .title,
    .heading {
      break-after: avoid;
    }
    .title:focus {
      outline: none;
    }
    summary {
      color: inherit;
    }
    /* What was kept without asking is on the paper, whether or not somebody has opened it. */
    ::details-content {
      content-visibility: visible;
    }
  }
`;
