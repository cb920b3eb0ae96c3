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
