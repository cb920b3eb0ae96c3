import type { Problem } from '../schema/rules.js';

/**
 * What is wrong with a code that the page has set, if anything. What is not set, or no longer, is not wrong.
 *
 * @param name - the attribute
 * @param until - what holds until it is mended, as a sentence
 */
export const codeProblems = (
  name: string,
  given: unknown,
  codes: readonly unknown[],
  until: string,
): readonly Problem[] =>
  given === undefined || given === null || codes.includes(given)
    ? []
    : [
        {
          code: `${name}-unknown`,
          path: '',
          // Anything else may hold somebody's words, or cannot even be quoted.
          message: `${name} does not know ${typeof given === 'string' && /^[\w-]{1,40}$/.test(given) ? `“${given}”` : 'what it was given'}.`,
          hint: `Use one of: ${codes.join(', ')}. ${until}`,
        },
      ];
