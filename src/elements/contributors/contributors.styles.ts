import { css, type CSSResultGroup } from 'lit';

/** Rows of small fields with a way to add and to remove: contributors and next steps. */
export const listStyles: CSSResultGroup = css`
  fieldset {
    container-type: inline-size;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_target);
    column-gap: var(--_space);
    margin-block-end: calc(var(--_space) * 2);
  }
  /* Labels stand on one line, controls begin on one line, and the way to remove stands beside the first, at the end of the row. */
  .row > label {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 2;
    grid-column: 1 / -1;
    align-items: start;
    min-inline-size: 0;
  }
  .row > label:first-of-type {
    grid-column-end: -2;
  }
  .row > label > span {
    align-self: end;
    padding-block-start: var(--_space);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  /* Browsers draw a date higher than other boxes, and a list lower. */
  [type='date'],
  select {
    block-size: max(var(--_target), calc(2.5em + 2 * var(--_width)));
  }
  .row > .quiet {
    grid-area: 2 / -2;
    align-self: start;
    text-align: center;
    text-decoration: none;
  }
  @container (inline-size >= 30em) {
    .row {
      grid-template-columns: repeat(6, minmax(0, 1fr)) var(--_target);
    }
    .row > label:nth-of-type(n) {
      grid-column: span 3;
    }
    .row > label:first-of-type:nth-last-of-type(3) {
      grid-column: span 6;
    }
  }
  @container (inline-size >= 36em) {
    .row > label:first-of-type:nth-last-of-type(4) {
      grid-column: span 6;
    }
    .row > label:first-of-type:nth-last-of-type(4) ~ label {
      grid-column: span 2;
    }
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    margin-block-start: var(--_space);
  }
  .add button {
    border-color: var(--_line);
  }
  @media (forced-colors: active) {
    .add button {
      border-color: ButtonText;
    }
  }
  @media print {
    .row {
      margin-inline-end: calc(-1 * (var(--_target) + var(--_space)));
      break-inside: avoid;
    }
    .add {
      display: none;
    }
    select {
      appearance: none;
    }
    textarea {
      resize: none;
    }
  }
`;
