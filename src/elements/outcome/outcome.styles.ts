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
  .menu[open] {
    flex-basis: 100%;
  }
  .intent {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    align-items: center;
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
  .section:first-child {
    border-block-start: var(--_width) solid var(--_line);
  }
  .section {
    border-block-end: var(--_width) solid var(--_line);
  }
  .section[open] {
    padding-block-end: calc(var(--_space) * 2);
  }
  .section > summary {
    inline-size: auto;
    color: var(--_text);
    font-weight: 600;
  }
  .section > fieldset > legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .section:last-child {
    border-block-end: 0;
  }
  .rating > .label {
    color: var(--_muted);
    font-weight: 400;
  }
  .part + .part {
    margin-block-start: var(--_space);
  }
  @media print {
    .card {
      padding: 0;
      border: 0;
      break-inside: avoid-page;
    }
    .rating {
      break-inside: avoid;
    }
    .more,
    .another {
      display: none;
    }
  }
`;
