import { css, type CSSResultGroup } from 'lit';

export const summaryStyles: CSSResultGroup = css`
  :host {
    max-inline-size: 44em;
  }
  :host([layout='large']) {
    font-size: 1.375em;
  }
  :host([layout='easy']) {
    font-size: 1.5em;
    line-height: 1.6;
  }
  .running,
  .again {
    display: none;
  }
  p,
  dd {
    white-space: pre-line;
  }
  blockquote {
    margin: 0;
  }
  .title {
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.25;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.3;
  }
  .entry,
  slot[name='contact'] {
    display: block;
  }
  .entry,
  .body > .heading,
  .body > .idea {
    margin-block-start: 2em;
    padding-block-start: 1.25em;
    border-block-start: var(--_width) solid var(--_line);
  }
  .label {
    margin-block-start: 1.25em;
  }
  .words {
    margin-block-start: 0.25em;
    font-family: var(--tp-words-font-family, inherit);
    font-size: 1.25em;
    line-height: 1.45;
  }
  .whose {
    margin-block-start: 0.5em;
    color: var(--_muted);
  }
  .answer,
  .who {
    font-weight: 600;
  }
  .said {
    margin-block-start: 1em;
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_border);
  }
  .struck :is(p:not(.notice, .said, .whose), .heading) {
    text-decoration: line-through;
  }
  dl {
    margin-block-start: 1em;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  dt {
    flex: 0 0 9em;
  }
  dd {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  li + li {
    margin-block-start: 0.5em;
  }
  .body > .notice {
    margin-block-start: 2em;
  }
  :host([layout='easy']) :is(.idea p, li + li) {
    margin-block-start: 0.5em;
  }
  .pictured .idea {
    display: flow-root;
  }
  .pictured .picture {
    float: inline-start;
    inline-size: 8em;
    padding-block-start: 1.25em;
  }
  .pictured .picture + div {
    margin-inline-start: 9.5em;
  }
  ::slotted([slot^='picture-']) {
    max-inline-size: 100%;
    block-size: auto;
  }
  @media (max-width: 30em) {
    .pictured .picture {
      inline-size: 4em;
    }
    .pictured .picture + div {
      margin-inline-start: 4.75em;
    }
  }
  @media print {
    :host {
      max-inline-size: none;
      background: #fff;
      font-size: 12pt;
    }
    :host([layout='large']),
    :host([layout='easy']) {
      font-size: 18pt;
    }
    /* A table, because each engine repeats the head of a table on each sheet, and keeps its place free. */
    .sheet {
      display: table;
      inline-size: 100%;
      table-layout: fixed;
    }
    .running {
      display: table-header-group;
      break-inside: avoid;
    }
    .running > p {
      margin-block-end: 1.5em;
      font-size: max(0.75em, 10pt);
    }
    .body {
      display: table-row-group;
    }
    p,
    blockquote {
      orphans: 3;
      widows: 3;
    }
    .together,
    .title,
    .heading,
    .label,
    .whose,
    dl > div {
      break-inside: avoid;
    }
    .title,
    .heading,
    .label,
    .whose {
      break-after: avoid;
      /* Firefox and WebKit do not know it: there a heading takes the place of the next lines along, and gives it back. */
      padding-block-end: 4em;
      margin-block-end: -4em;
    }
    /* WebKit repeats nothing on each sheet: there the name and the day stand over each outcome too. */
    @supports (-webkit-nbsp-mode: space) {
      .again {
        display: block;
      }
    }
  }
`;
