import type { RatingScale } from '../schema/scale.js';

/**
 * Somebody's own sense of change, in five steps. "Better" here is "a bit better", so it is not comparable with the three-step scale,
 * though they share codes.
 */
export const change5: RatingScale = {
  id: 'change-5',
  version: '1',
  name: 'Much better to much worse',
  language: 'en-GB',
  question: 'Compared with last time, how are things?',
  kind: 'ordinal',
  points: [
    { value: 'much-better', ordinal: 2, label: 'Much better' },
    { value: 'better', ordinal: 1, label: 'A bit better' },
    { value: 'same', ordinal: 0, label: 'About the same', shortLabel: 'Same', easyLabel: 'The same' },
    { value: 'worse', ordinal: -1, label: 'A bit worse' },
    { value: 'much-worse', ordinal: -2, label: 'Much worse' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
