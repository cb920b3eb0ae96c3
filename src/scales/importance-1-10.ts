import type { RatingScale } from '../schema/scale.js';

/** How much an outcome matters, kept apart from how things are. More important is neither better nor worse. */
export const importance1To10: RatingScale = {
  id: 'importance-1-10',
  version: '1',
  name: 'Importance, 1 to 10',
  language: 'en-GB',
  question: 'How much does this matter just now?',
  kind: 'numeric',
  points: /* @__PURE__ */ Array.from({ length: 10 }, (_, index) => ({ value: index + 1, label: `${index + 1}` })),
  direction: 'neither',
  anchors: { first: 'Hardly at all', last: 'More than anything' },
  presentation: 'line',
  aggregate: 'count',
};
