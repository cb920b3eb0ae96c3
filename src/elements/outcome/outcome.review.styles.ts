import { css, type CSSResultGroup } from 'lit';

/** Then beside now: then is quiet, to be read; now is the form. Side by side where a card is 45 em wide, its padding included. */
export const reviewStyles: CSSResultGroup = css`
  .looks-back {
    container-type: inline-size;
  }
  .sides,
  .now {
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  .sides > *,
  .now > * {
    min-inline-size: 0;
  }
  .side {
    font-weight: 650;
  }
  .then {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .then dt {
    margin-block-start: var(--_space);
    font-size: 0.875em;
  }
  .then .notice {
    margin-block-start: calc(var(--_space) * 2);
  }
  .helped > .fold {
    font-weight: 600;
  }
  .mistake .error {
    white-space: normal;
  }
  @container (inline-size >= 41em) {
    .sides {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      column-gap: calc(var(--_space) * 4);
    }
  }
  @media print {
    .sides,
    .now {
      display: block;
    }
    .now > * + *,
    .now {
      margin-block-start: calc(var(--_space) * 3);
    }
    .side,
    .then dt {
      break-after: avoid;
    }
    .then dd {
      break-inside: avoid;
    }
    [part='decision']:not(:has(:checked, dd)) {
      display: none;
    }
  }
`;
