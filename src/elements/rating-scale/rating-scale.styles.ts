import { css, type CSSResultGroup } from 'lit';

export const scaleStyles: CSSResultGroup = css`
  .options,
  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  fieldset {
    container-type: inline-size;
  }
  .option {
    display: flex;
    flex: 1 1 0;
    gap: 0.625em;
    align-items: center;
    min-block-size: var(--_target);
    min-inline-size: min-content;
    padding: 0.5em 0.75em;
    background: var(--_surface);
    border: var(--_width) solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option:has(:checked) {
    background: var(--_soft);
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .option :focus-visible {
    outline: none;
  }
  .reasons {
    gap: 0 1.25em;
    color: var(--_muted);
  }
  .anchors {
    display: flex;
    justify-content: space-between;
  }
  .numeric {
    gap: 0.25em;
  }
  .numeric .option,
  .faces .option,
  .line .option {
    flex-direction: column;
    gap: 0.25em;
    justify-content: center;
    padding-inline: 0.25em;
    min-inline-size: max(var(--_target), min-content);
    text-align: center;
  }
  .ladder {
    flex-direction: column;
    max-inline-size: 20em;
  }
  .ladder .option {
    flex: none;
    flex-direction: row;
    justify-content: flex-start;
    padding-inline: 0.75em;
  }
  .line {
    background: linear-gradient(var(--_border), var(--_border)) center 1.1em / calc(100% - 3em) 2px no-repeat;
  }
  .line .option {
    justify-content: flex-start;
    background: none;
    border-color: transparent;
  }
  .face {
    inline-size: 2.25em;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-width: 1.75;
  }
  @container (inline-size < 30em) {
    .numeric {
      display: grid;
      grid-template-columns: repeat(6, 1fr);
    }
    .options:not(.numeric) {
      flex-direction: column;
    }
    .options:not(.numeric) .option {
      flex: none;
      flex-direction: row;
      justify-content: flex-start;
      padding-inline: 0.75em;
    }
    .line {
      background: none;
    }
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
  @media print {
    .reasons label:not(:has(:checked)) {
      display: none;
    }
  }
`;
