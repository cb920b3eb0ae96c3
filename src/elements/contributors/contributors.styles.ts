import { css, type CSSResultGroup } from 'lit';

/** Rows of small fields with a way to add and to remove: contributors and next steps. */
export const listStyles: CSSResultGroup = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: end;
    margin-block: var(--_space);
  }
  .row > label {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
  .row > label:first-of-type:not(:nth-last-of-type(-n + 2)) {
    flex-basis: 100%;
  }
  .row label > span {
    display: block;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .row .quiet {
    min-inline-size: var(--_target);
    text-align: center;
    text-decoration: none;
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
      break-inside: avoid;
    }
  }
`;
