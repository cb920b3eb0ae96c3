import type { RatingScale } from '../schema/scale.js';

/**
 * Goal attainment in five levels around what was hoped for. The method has the person describe each level of their own goal; these words
 * stand in where they have not. The numbers name levels: nothing is computed from them here.
 */
export const goalAttainment: RatingScale = {
  id: 'goal-attainment',
  version: '1',
  name: 'Goal attainment',
  language: 'en-GB',
  question: 'How close did things come to what was hoped for?',
  kind: 'goal-attainment',
  points: [
    { value: -2, label: 'Far short of what was hoped', shortLabel: '−2' },
    { value: -1, label: 'Short of what was hoped', shortLabel: '−1' },
    { value: 0, label: 'What was hoped', shortLabel: '0' },
    { value: 1, label: 'More than was hoped', shortLabel: '+1' },
    { value: 2, label: 'Far more than was hoped', shortLabel: '+2' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};
