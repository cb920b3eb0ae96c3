import { css, type CSSResultGroup } from 'lit';

export const outcomeStyles: CSSResultGroup = css`
  .card {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: clamp(1em, 4%, 2em);
    background: var(--_surface);
    border: var(--_width) solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
  }
  .card > * {
    min-inline-size: 0;
  }
  .in-error {
    text-decoration: line-through;
  }
  .in-error .error {
    text-decoration: none;
    display: inline-block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: start;
    justify-content: space-between;
  }
  .prompt {
    flex: 1 1 16em;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    color: var(--_muted);
  }
  .menu {
    flex-basis: 100%;
  }
  .intent {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    align-items: center;
    margin-block-start: var(--_space);
  }
  .intent legend {
    float: inline-start;
    font-weight: 400;
    line-height: var(--_target);
  }
  .ratings,
  .rating {
    display: grid;
    gap: var(--_space);
  }
  .ratings {
    gap: calc(var(--_space) * 3);
  }
  .rating > * {
    min-inline-size: 0;
  }
  .sections {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    padding-block-start: var(--_space);
    border-block-start: var(--_width) solid var(--_line);
  }
  .section {
    flex-basis: 100%;
    min-inline-size: 0;
    padding-block-end: calc(var(--_space) * 2);
  }
  .fold {
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding-inline: 0;
    color: inherit;
  }
  .fold:hover {
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .fold::before {
    content: '';
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    border-block-end: 2px solid;
    border-inline-end: 2px solid;
    rotate: -45deg;
  }
  .fold:dir(rtl)::before {
    rotate: 45deg;
  }
  .fold[aria-expanded='true']::before {
    rotate: 45deg;
  }
  .fold:dir(rtl)[aria-expanded='true']::before {
    rotate: -45deg;
  }
  /* A line of text with a sign, as in the other colours: a box without room would cut into the words. */
  @media (forced-colors: active) {
    .fold {
      border-color: Canvas;
    }
  }
  .sections > .fold {
    font-weight: 600;
  }
  .sections > [aria-expanded='true'] {
    flex-basis: 100%;
  }
  .section > fieldset > legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .rating > .label {
    color: var(--_muted);
    font-weight: 400;
  }
  .part + .part {
    margin-block-start: var(--_space);
  }
  @media print {
    /* Browsers cut blocks at the end of a page better than grids. */
    .card,
    .sections,
    .ratings,
    .rating {
      display: block;
    }
    .card {
      padding: 0;
      border: 0;
    }
    .card > .part + .part,
    .card > * + *,
    .ratings > * + * {
      margin-block-start: calc(var(--_space) * 3);
    }
    .rating,
    dl {
      break-inside: avoid;
    }
    .intent {
      break-before: avoid;
    }
    .heading,
    .label,
    legend,
    .fold {
      break-after: avoid;
    }
    /* A part that holds something keeps its heading, which on the screen is the button that folds it. */
    .sections > [aria-expanded='true'] {
      display: block;
    }
    .fold,
    .fold::before,
    .sections:not(:has(.section, .part)),
    .more,
    .prompt details,
    .intent label:not(:has(:checked)),
    .intent:not(:has(:checked)),
    .section:has(.add):not(:has(.row)),
    .fold:has(+ .section .add):not(:has(+ .section .row)) {
      display: none;
    }
  }
`;
