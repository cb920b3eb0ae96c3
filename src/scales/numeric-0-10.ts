import type { RatingScale } from '../schema/scale.js';

/** Nought to ten. The ends are worded so that they fit an outcome of which there can be too much. */
export const numeric0To10: RatingScale = {
  id: 'numeric-0-10',
  version: '1',
  name: '0 to 10',
  language: 'en-GB',
  question: 'How are things now?',
  kind: 'numeric',
  points: /* @__PURE__ */ Array.from({ length: 11 }, (_, value) => ({ value, label: `${value}` })),
  direction: 'higher-better',
  anchors: { first: 'Not good at all', last: 'As good as can be' },
  presentation: 'line',
  aggregate: 'count',
};
