import type { OutcomeFramework } from '../../schema/framework.js';
import type { Problem } from '../../schema/rules.js';

export const unknownOutcome = (id: string, framework: OutcomeFramework): Problem => ({
  code: 'outcome-unknown',
  path: '/outcome',
  message: `The framework “${framework.name}” has no outcome “${id}”.`,
  hint: `Use one of: ${framework.outcomes.map((outcome) => outcome.id).join(', ')}.`,
});

export const unknownFramework = (id: string): Problem => ({
  code: 'framework-unknown',
  path: '/framework',
  message: `There is no framework “${id}”.`,
  hint: 'Register it with registerFramework(), or use the id of one that is shipped.',
});

export const unknownScale = (id: string): Problem => ({
  code: 'scale-unknown',
  path: '/scale',
  message: `There is no scale “${id}”.`,
  hint: 'Register it with registerScale(), pass it in the conversation’s scales, or use the id of one that is shipped.',
});
