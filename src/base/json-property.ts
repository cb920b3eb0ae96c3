import { hostileKey, isHostileKey, type Problem } from '../schema/rules.js';

/** Longer attributes than this are refused unread (characters). */
export const MAX_ATTRIBUTE = 2_000_000;

/** A property as it was given, or why it could not be read. */
export type Read<T> = { readonly value: T; readonly problems?: undefined } | { readonly problems: readonly Problem[] };

/**
 * Reads a property that takes an object or, as an attribute, JSON text. Text that does not start like JSON comes back as it is: an id.
 */
export function readJson(given: unknown, what: string): Read<unknown> {
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return { value: given };
  if (given.length > MAX_ATTRIBUTE)
    return {
      problems: [
        {
          code: 'json-too-long',
          path: '',
          message: `The JSON in "${what}" is longer than ${String(MAX_ATTRIBUTE)} characters.`,
          hint: 'Set it as a property instead of an attribute.',
        },
      ],
    };
  try {
    let hostile: string | undefined;
    const value: unknown = JSON.parse(given, (key, part: unknown) => {
      if (isHostileKey(key)) hostile = key;
      return part;
    });
    return hostile === undefined ? { value } : { problems: [hostileKey(hostile, '')] };
  } catch (error) {
    return {
      problems: [
        {
          code: 'json-malformed',
          path: '',
          message: `The JSON in "${what}" cannot be read: ${(error as Error).message}.`,
          hint: 'Check its quotes and commas, or set it as a property.',
        },
      ],
    };
  }
}
