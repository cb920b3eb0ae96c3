import { isHostileKey, type Problem } from '../schema/rules.js';

/** A property as it was given, or why it could not be read. */
export type Read<T> = { readonly value: T; readonly problems?: undefined } | { readonly problems: readonly Problem[] };

/**
 * Reads a property that takes an object or, as an attribute, JSON text. Text that does not start like JSON comes back as it is: an id.
 */
export function readJson(given: unknown, what: string): Read<unknown> {
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return { value: given };
  try {
    const value: unknown = JSON.parse(given, (key, part: unknown) => {
      if (isHostileKey(key)) throw new Error(`: the name "${key}" is not allowed`);
      return part;
    });
    return { value };
  } catch (error) {
    // An engine's own message quotes the text around the fault, which may be somebody's words.
    const where = /: the name .*| at position .*|$/.exec((error as Error).message)?.[0] ?? '';
    return {
      problems: [
        {
          code: 'json-malformed',
          path: '',
          message: `The JSON in "${what}" cannot be read${where}.`,
          hint: 'Check its quotes and commas.',
        },
      ],
    };
  }
}
