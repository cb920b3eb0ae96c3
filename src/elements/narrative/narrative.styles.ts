import { css, type CSSResultGroup } from 'lit';

export const textStyles: CSSResultGroup = css`
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5em 0.75em;
    background: var(--_surface);
    border: var(--_width) solid var(--_border);
    border-radius: var(--_radius);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  textarea {
    field-sizing: content;
    min-block-size: 2lh;
    resize: vertical;
    overflow: hidden;
  }
  .words {
    font-family: var(--tp-words-font-family, inherit);
    font-size: 1.25em;
  }
  textarea.words {
    min-block-size: 4.5em;
    border-color: var(--_border);
  }
  dd {
    white-space: pre-wrap;
  }
  dd.words {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
  }
  label.label {
    display: block;
    margin-block-end: 0.25em;
  }
  .single {
    min-block-size: var(--_target);
  }
  .about,
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--_muted);
  }
  .about {
    margin-block-start: var(--_space);
  }
  .about + .label,
  .about + .error {
    margin-block-start: calc(var(--_space) * 3);
  }
  .about select {
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: min(100%, 20em);
    color: var(--_text);
  }
  @media print {
    .about {
      display: none;
    }
    textarea,
    input:not([type='radio'], [type='checkbox']) {
      border-color: var(--_line);
      min-block-size: 0;
    }
    dd.words {
      border-color: #000;
    }
  }
`;
