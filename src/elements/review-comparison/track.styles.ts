import { css, type CSSResultGroup } from 'lit';

/** The line with the points of a scale, and where it was and is. */
export const trackStyles: CSSResultGroup = css`
  .points {
    display: flex;
  }
  .track {
    max-inline-size: 44em;
    font-size: 0.875em;
    line-height: 1.3;
  }
  .point {
    flex: 1 1 0;
    min-inline-size: 0;
    display: grid;
    grid-template-rows: 1.4em 1.75em auto;
    justify-items: center;
    text-align: center;
    color: var(--_muted);
    position: relative;
    isolation: isolate;
  }
  .point::before {
    content: '';
    position: absolute;
    inset-block-start: 2.275em;
    inset-inline: 0;
    border-block-start: 1px solid var(--_border);
  }
  .point:first-child::before {
    inset-inline-start: 50%;
  }
  .point:last-child::before {
    inset-inline-end: 50%;
  }
  .mark {
    white-space: nowrap;
    font-weight: 600;
  }
  /* Drawn with borders, which are printed and kept in forced colours where backgrounds are not. */
  .dot {
    place-self: center;
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    border: 0.25em solid var(--_border);
    border-radius: 50%;
  }
  .then > .dot,
  .both > .dot {
    padding: 0.43em;
    background: var(--_surface);
    border: 2px solid var(--_text);
  }
  .now > .dot {
    border: 0.6em solid var(--_accent);
  }
  .both > .dot {
    padding: 0.25em;
  }
  .both > .dot::before {
    content: '';
    border: 0.4em solid var(--_accent);
    border-radius: 50%;
  }
  .then,
  .now,
  .both {
    color: var(--_text);
  }
  .anchors {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  .numbers .point:first-child > .mark {
    justify-self: start;
  }
  .numbers .point:last-child > .mark {
    justify-self: end;
  }
  /* Worded points stand below each other where there is no room beside each other. */
  @container (inline-size < 30em) {
    /* Two neighbours leave no room for both words on one line. */
    .numbers .now > .mark {
      grid-row: 4;
    }
    .worded > .points {
      display: grid;
    }
    .worded .point {
      grid-template: 2em / 1.75em auto 1fr;
      gap: 0 0.5em;
      align-items: center;
      justify-items: start;
      text-align: start;
    }
    .worded .dot {
      order: -1;
    }
    .worded .mark {
      order: 1;
    }
    .worded .point::before {
      inset-block: 0;
      inset-inline: 0.85em auto;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }
    .worded .point:first-child::before {
      inset-block-start: 50%;
    }
    .worded .point:last-child::before {
      inset-block-end: 50%;
    }
  }
  @media (forced-colors: active) {
    .now > .dot,
    .both > .dot::before {
      border-color: Highlight;
    }
  }
`;
