// What the page in native HTML and the one in bare Lit share: the look that an author would give this form by hand.

/** @type {readonly (readonly [value: string, label: string])[]} */
export const SCALE = [
  ['all', 'All of the time'],
  ['most', 'Most of the time'],
  ['some', 'Some of the time'],
  ['none', 'None of the time'],
];
export const QUESTION = 'How are things now?';
export const OWN_WORDS = 'In the person’s own words';
export const WAYS_TO_ASK = 'Ways to ask';

export const styles = `
  * { box-sizing: border-box; }
  section, bare-outcome { display: block; margin-block-end: 2em; }
  h3 { font-size: 1.25em; margin: 0; }
  p { margin: 0; color: #4d5d62; }
  summary { min-block-size: 44px; color: #0f5e66; cursor: pointer; }
  fieldset { margin: 0; padding: 0; border: 0; }
  legend, .label { display: block; padding: 0; font-weight: 600; }
  .options { display: flex; flex-wrap: wrap; gap: 0.5em; }
  .options label {
    display: flex; flex: 1 1 0; gap: 0.625em; align-items: center; min-block-size: 44px; padding: 0.5em 0.75em;
    border: 1px solid #6b7c80; border-radius: 0.375em; cursor: pointer;
  }
  .options label:has(:checked) { background: #e4f0f0; border-color: #0f5e66; }
  textarea { display: block; inline-size: 100%; padding: 0.5em 0.75em; font: inherit; field-sizing: content; min-block-size: 4.5em; }
`;
