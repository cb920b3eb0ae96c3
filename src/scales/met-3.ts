import type { RatingScale } from '../schema/scale.js';

/** Whether an outcome is met: three words that are counted, then explained by the narratives. There is no midpoint to average. */
export const met3: RatingScale = {
  id: 'met-3',
  version: '1',
  name: 'Met, partly met, not met',
  language: 'en-GB',
  question: 'How far has this been met?',
  kind: 'status',
  points: [
    { value: 'met', ordinal: 2, label: 'Met', easyLabel: 'Yes' },
    { value: 'partly', ordinal: 1, label: 'Partly met', shortLabel: 'Partly', easyLabel: 'In part' },
    { value: 'not', ordinal: 0, label: 'Not met', easyLabel: 'No' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
