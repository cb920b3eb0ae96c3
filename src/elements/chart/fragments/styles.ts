import { css, type CSSResultGroup } from 'lit';

export const chartStyles: CSSResultGroup = css`
  :host {
    --_s0: var(--tp-color-series-1, light-dark(#0f5e66, #7fd0d6));
    --_s1: var(--tp-color-series-2, light-dark(#9a4a00, #f2b266));
    --_s2: var(--tp-color-series-3, light-dark(#5b2f91, #cdb2f2));
    --_s3: var(--tp-color-series-4, light-dark(#1d2a2e, #e7ecec));
    position: relative;
  }
  .measure {
    position: absolute;
    inline-size: 100%;
    block-size: 1em;
    visibility: hidden;
    pointer-events: none;
  }
  .heading {
    margin-block: 0.5em 0.25em;
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }
  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    margin-inline: auto;
    overflow: visible;
    font-size: 1em;
  }
  text {
    fill: currentcolor;
    stroke: var(--_surface);
    stroke-width: 3px;
    paint-order: stroke;
    stroke-linejoin: round;
  }
  .bold {
    font-weight: 650;
  }
  path {
    fill: none;
    stroke: currentcolor;
    stroke-linejoin: round;
  }
  .solid {
    fill: currentcolor;
  }
  path.open {
    fill: var(--_surface);
  }
  .text {
    color: var(--_text);
  }
  svg .muted {
    color: var(--_muted);
  }
  .line {
    color: var(--_border);
  }
  .s0,
  .s4 {
    color: var(--_s0);
  }
  .s1,
  .s5 {
    color: var(--_s1);
  }
  .s2,
  .s6 {
    color: var(--_s2);
  }
  .s3,
  .s7 {
    color: var(--_s3);
  }
  .mark {
    cursor: pointer;
    outline: none;
  }
  path.ring {
    display: none;
    fill: none;
    color: var(--_focus);
    stroke-width: 3;
    pointer-events: none;
  }
  path.ring.open,
  svg:focus-within path.ring {
    display: inline;
  }
  .panel {
    margin-block: 0.5em;
    padding: 0.75em 1em;
    background: var(--_soft);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .charts {
    display: grid;
    gap: 0.5em 2em;
  }
  .two {
    grid-template-columns: 1fr 1fr;
  }
  .charts svg {
    margin-inline: 0;
  }
  .scroll {
    container-type: inline-size;
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    margin-block: 0.75em;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 0.5em;
    color: var(--_muted);
    text-align: start;
  }
  /* Of a table that is wider than its place, the caption stays in sight. */
  caption span {
    display: inline-block;
    position: sticky;
    inset-inline-start: 0;
    max-inline-size: 100cqi;
  }
  th,
  td {
    padding-block: 0.375em;
    padding-inline: 0 0.75em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    white-space: pre-line;
    overflow-wrap: normal;
  }
  /* Each line in the direction of its own words. */
  table [dir] {
    unicode-bidi: plaintext;
  }
  th {
    font-weight: 600;
  }
  .group th {
    padding-block-start: 1em;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  select {
    min-block-size: var(--_target);
    max-inline-size: 100%;
    padding: 0.375em 0.5em;
    background: var(--_surface);
    border: var(--_width) solid var(--_border);
    border-radius: var(--_radius);
  }
  .export {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
  }
  .export button {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  ul {
    padding-inline-start: 1.25em;
  }
  @media (forced-colors: active) {
    :host {
      --_s0: CanvasText;
      --_s1: CanvasText;
      --_s2: CanvasText;
      --_s3: CanvasText;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_line: GrayText;
      --_surface: Canvas;
      --_focus: Highlight;
    }
    svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    :host {
      --_s0: #000;
      --_s1: #000;
      --_s2: #000;
      --_s3: #000;
    }
    .panel button,
    .choice {
      display: none;
    }
    .charts > *,
    svg,
    tr,
    .panel {
      break-inside: avoid;
    }
    .heading,
    .group {
      break-after: avoid;
    }
  }
`;
