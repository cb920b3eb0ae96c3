import type { RatingScale } from '../schema/scale.js';

/** How much of the time an outcome is so: the scale of the Talking Points frameworks here. */
export const frequency4: RatingScale = {
  id: 'frequency-4',
  version: '1',
  name: 'All to none of the time',
  language: 'en-GB',
  question: 'How much of the time is this so?',
  kind: 'ordinal',
  points: [
    { value: 'all', ordinal: 3, label: 'All of the time', shortLabel: 'All', easyLabel: 'Always' },
    { value: 'most', ordinal: 2, label: 'Most of the time', shortLabel: 'Most', easyLabel: 'Mostly' },
    { value: 'some', ordinal: 1, label: 'Some of the time', shortLabel: 'Some', easyLabel: 'Sometimes' },
    { value: 'none', ordinal: 0, label: 'None of the time', shortLabel: 'None', easyLabel: 'Never' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
