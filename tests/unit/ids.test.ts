import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/model/ids.js';
import { id } from '../../src/schema/primitives.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const some = (count: number): readonly string[] => Array.from({ length: count }, newId);

describe('newId', () => {
  it('is a UUID of version 7, which the schema takes', () => {
    for (const made of some(100)) {
      expect(made).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(id.safeParse(made).success).toBe(true);
    }
  });

  it('sorts by when it was made, even within a millisecond, and is never the same', () => {
    const made = some(5000);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(5000);
  });

  it('holds the time at which it was made', () => {
    vi.useFakeTimers({ now: new Date('2040-01-01T00:00:00Z') });
    const time = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
    expect(Math.abs(time - Date.now())).toBeLessThan(10);
  });

  it('is made on a page without a secure context, which has no randomUUID', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(new Set(some(100)).size).toBe(100);
  });
});
