import { css, type CSSResultGroup } from 'lit';

export const promptStyles: CSSResultGroup = css`
  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    inline-size: fit-content;
    min-block-size: var(--_target);
    border-radius: var(--_radius);
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    rotate: -45deg;
    transition: rotate 150ms;
  }
  :host(:dir(rtl)) summary::before {
    rotate: 45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
  :host(:dir(rtl)) details[open] > summary::before {
    rotate: -45deg;
  }
  details > ul {
    padding-inline-start: 1.5em;
  }
  details > ul > li {
    padding-block: 0.25em;
  }
  @media (prefers-reduced-motion: reduce) {
    summary::before {
      transition: none;
    }
  }
  @media print {
    details:not([open]) {
      display: none;
    }
  }
`;
