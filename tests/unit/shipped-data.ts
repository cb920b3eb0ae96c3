import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../../src/schema/rules.js';

/** Whether a value and all its parts are frozen. */
export const deeplyFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(deeplyFrozen));

/** The DataError that a call ends with. Anything else fails the test. */
export function refusal(call: () => unknown): DataError {
  try {
    call();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** A copy with one part replaced, or taken out where the replacement is undefined. */
export function at(whole: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy = (Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as object) }) as Record<string, unknown>;
  const part = at(copy[key], rest, replacement);
  if (part === undefined && !Array.isArray(whole)) Reflect.deleteProperty(copy, key);
  else copy[key] = part;
  return copy;
}

/** Every file of the library's source, by its path. */
export const sources = (): readonly (readonly [path: string, text: string])[] => {
  const root = join(import.meta.dirname, '../../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
};
