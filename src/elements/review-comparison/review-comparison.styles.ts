import { css, type CSSResultGroup } from 'lit';

export const comparisonStyles: CSSResultGroup = css`
  .comparison,
  .cards,
  .card,
  .view,
  .facts {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .comparison > *,
  .card > *,
  .view > * {
    min-inline-size: 0;
  }
  .comparison,
  .view {
    gap: var(--_space);
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
  .problems {
    padding-block: var(--_space);
    padding-inline: calc(var(--_space) * 2);
    border-inline-start: 3px solid var(--_accent);
    list-style: none;
  }
  .switch {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-inline: var(--_space);
    background: var(--_surface);
    border-block-end: var(--_width) solid var(--_line);
  }
  .switch legend {
    float: inline-start;
    padding-inline-end: 1em;
    line-height: max(var(--_target), 1.5em);
  }
  .switch .reason {
    display: inline-flex;
    padding-inline-end: 1em;
  }
  /* Where the screen is low, as at a zoom of 400 %, every line of it is for reading. */
  @media (max-height: 30em) {
    .switch {
      position: static;
    }
  }
  [data-key],
  button {
    scroll-margin-block-start: calc(var(--_target) + 1em);
  }
  .card {
    padding: clamp(1em, 4%, 2em);
    background: var(--_surface);
    border: var(--_width) solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: baseline;
    justify-content: space-between;
  }
  .status {
    color: var(--_muted);
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .pair > .now {
    grid-column: 2;
  }
  @container (inline-size < 30em) {
    .pair {
      display: block;
    }
    .pair > * + * {
      margin-block-start: calc(var(--_space) * 2);
    }
  }
  .side > .status {
    margin-block-end: var(--_space);
  }
  blockquote {
    margin: 0;
    font-size: 1.125em;
  }
  blockquote::before {
    content: open-quote;
  }
  blockquote::after {
    content: close-quote;
  }
  blockquote + .muted,
  .side .label {
    margin-block-start: calc(var(--_space) * 2);
  }
  .text {
    white-space: pre-wrap;
  }
  .folded {
    max-block-size: 12lh;
    overflow: hidden;
    mask-image: linear-gradient(#000 75%, transparent);
  }
  .view,
  .facts {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: var(--_width) solid var(--_line);
  }
  dd ul,
  td > ul {
    padding-inline-start: 1.25em;
  }
  .answers {
    font-size: 1.125em;
  }
  :host(:dir(rtl)) .arrow {
    display: inline-block;
    scale: -1 1;
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .scroll {
    overflow-x: auto;
    container-type: inline-size;
    background: var(--_surface);
  }
  table {
    inline-size: 100%;
    min-inline-size: 44em;
    border-collapse: collapse;
  }
  th,
  td {
    inline-size: 28%;
    padding: var(--_space);
    border-block-end: var(--_width) solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th[scope='row'],
  th:first-child {
    inline-size: 16%;
    font-weight: 600;
  }
  /* A column is as wide as its longest word. */
  th[scope='row'] {
    overflow-wrap: break-word;
  }
  /* Which line it is stays in sight while the table is moved sideways, unless the words are too large for that. */
  @container (inline-size >= 18em) {
    th[scope='row'] {
      position: sticky;
      inset-inline-start: 0;
      background: inherit;
    }
  }
  tr {
    background: var(--_surface);
  }
  th .status {
    margin-inline-start: 1em;
  }
  tbody .head {
    display: table-row;
  }
  tbody .head th {
    padding-block-start: calc(var(--_space) * 3);
    border-block-end: 2px solid var(--_border);
  }
  @media print {
    .switch {
      display: none;
    }
    .comparison,
    .cards,
    .card {
      display: block;
    }
    .card {
      container-type: normal;
      padding: 0;
      border: 0;
    }
    .comparison > * + *,
    .cards > * + *,
    .card > * + * {
      margin-block-start: calc(var(--_space) * 3);
    }
    .folded {
      max-block-size: none;
      overflow: visible;
      mask-image: none;
    }
    .view,
    .facts > *,
    tr {
      break-inside: avoid;
    }
    .title,
    .heading,
    .head,
    .status,
    .label {
      break-after: avoid;
    }
    .scroll {
      container-type: normal;
      overflow: visible;
    }
    table {
      min-inline-size: 0;
    }
    th[scope='row'] {
      position: static;
    }
  }
`;
