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
  .title,
  .heading {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.3;
  }
  .title {
    font-size: 1.75em;
  }
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
  .whose,
  li + li,
  :host([layout='easy']) .idea p {
    margin-block-start: 0.5em;
  }
  .whose {
    color: var(--_muted);
  }
  .answer,
  .who {
    font-weight: 600;
  }
  .said,
  dl {
    margin-block-start: 1em;
  }
  .said {
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_border);
  }
  .struck :is(p:not(.notice, .said, .whose), .heading) {
    text-decoration: line-through;
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
  .body > .notice {
    margin-block-start: 2em;
  }
  .pictured .idea {
    display: flow-root;
  }
  .pictured {
    --_picture: 8em;
  }
  .pictured .picture {
    float: inline-start;
    inline-size: var(--_picture);
    padding-block-start: 1.25em;
  }
  .pictured .picture + div {
    margin-inline-start: calc(var(--_picture) + 1em);
  }
  ::slotted([slot^='picture-']) {
    max-inline-size: 100%;
    block-size: auto;
  }
  @media (max-width: 30em) {
    .pictured {
      --_picture: 4em;
    }
  }
  @media print {
    :host {
      max-inline-size: none;
      background: #fff;
      font-size: 12pt;
    }
    :host(:is([layout='large'], [layout='easy'])) {
      font-size: 18pt;
    }
    /* A table, because Chromium and Firefox repeat the head of a table on each sheet, and keep its place free. WebKit repeats nothing. */
    .sheet {
      display: table;
      inline-size: 100%;
      table-layout: fixed;
    }
    .running {
      display: table-header-group;
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
    .running,
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
