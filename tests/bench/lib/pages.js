// The pages that are measured: the same form each time. Everything is held against the first.

/** The name of a file in pages/, and what the tables call it. @type {Readonly<Record<string, string>>} */
export const PAGES = {
  native: 'Native HTML',
  'bare-lit': 'Bare Lit, native controls in a shadow root each',
  leaves: '`tp-prompt` + `tp-rating-scale` + `tp-narrative`',
  conversation: '`tp-conversation`, every outcome chosen',
};

/** How many outcomes a full run measures: as many as are shipped, and ten and a hundred times that. */
export const COUNTS = /** @type {const} */ ([15, 150, 1500]);
