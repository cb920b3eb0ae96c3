import type { OutcomeCategory, OutcomeFramework } from '../schema/framework.js';

/** Where the names come from. The descriptions and the ways to ask were written for this library: the guide's own text is not in it. */
export const attribution: NonNullable<OutcomeFramework['attribution']> = {
  text: 'Outcomes of Talking Points: A Personal Outcomes Approach (Joint Improvement Team, Scotland; Cook and Miller, 2012)',
  source:
    'Names as listed in the review of Talking Points by Petch for IRISS, April 2012. Descriptions, easy names and ways to ask are our own.',
  link: 'https://personaloutcomes.network/',
};

export const qualityOfLife: OutcomeCategory = {
  id: 'quality-of-life',
  label: 'Quality of life',
  description: 'What you want to reach or keep in your life as a whole',
};

export const supportProcess: OutcomeCategory = {
  id: 'process',
  label: 'Process',
  description: 'How it is for you to look for, get and use support',
};

export const change: OutcomeCategory = {
  id: 'change',
  label: 'Change',
  description: 'What you want to be different',
};
