import { readSafely, unsafeProblems, type Parsed } from '../schema/rules.js';

const whole = new WeakSet<object>();

/** Freezes plain data all the way down and hands it back. What went through here before is not gone through again. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !whole.has(value)) {
    whole.add(Object.freeze(value));
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** A frozen copy that later changes to the original cannot reach. Plain JSON data only. */
export const frozenCopy = <T>(value: T): T => deepFreeze(JSON.parse(JSON.stringify(value)) as T);

/**
 * A frozen copy of what a host hands over, or why it cannot be kept: a circle, a BigInt, a Map, a getter that throws. It reads proxies of
 * reactive frameworks too.
 */
export const copyOf = (input: unknown): Parsed<unknown> =>
  readSafely(() => {
    const problems = unsafeProblems(input);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: frozenCopy(input) };
  });
