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
    { value: 'much-better', label: 'Much better' },
    { value: 'better', label: 'A bit better' },
    { value: 'same', label: 'About the same', shortLabel: 'Same', easyLabel: 'The same' },
    { value: 'worse', label: 'A bit worse' },
    { value: 'much-worse', label: 'Much worse' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
