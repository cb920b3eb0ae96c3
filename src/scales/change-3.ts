import type { RatingScale } from '../schema/scale.js';

/** Somebody's own sense of change. It is asked, never worked out from two ratings: the two often disagree. */
export const change3: RatingScale = {
  id: 'change-3',
  version: '1',
  name: 'Better, same, worse',
  language: 'en-GB',
  question: 'Compared with last time, how are things?',
  kind: 'ordinal',
  points: [
    { value: 'better', ordinal: 1, label: 'Better' },
    { value: 'same', ordinal: 0, label: 'About the same', shortLabel: 'Same', easyLabel: 'The same' },
    { value: 'worse', ordinal: -1, label: 'Worse' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
