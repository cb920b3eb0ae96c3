import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { copyOf } from '../../src/model/freeze.js';
import { copyOfValid } from '../../src/schema/copy.js';
import { outcomeRecord } from '../../src/schema/record.js';
import { ratingScale } from '../../src/schema/scale.js';
import { withMutants } from './arbitraries.js';
import { deeplyFrozen } from './shipped-data.js';
import { createEntry, createRecord } from '../../src/model/record.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';

const stored = [
  ['a record', outcomeRecord],
  ['a scale', ratingScale],
] as const;

/** What the thorough way makes of data: a frozen copy as JSON has it, or nothing. */
function thorough(schema: z.core.$ZodType, value: unknown): unknown {
  const copy = copyOf(value);
  return copy.ok && (schema as z.ZodMiniType).safeParse(copy.value).success ? copy.value : undefined;
}

describe('What only looks like plain data', () => {
  const valid = createRecord({ framework: talkingPointsCommunity, now: new Date('2026-03-03T14:05:00Z') });

  it('is never handed back as the host’s own list', () => {
    const entries = [createEntry('Seeing people')];
    Object.defineProperty(entries, 'slice', { value: () => entries });
    const copied = copyOfValid(outcomeRecord, { ...valid, entries }) as typeof valid | undefined;
    expect(copied?.entries).toEqual([...entries]);
    expect(copied?.entries).not.toBe(entries);
    expect(Object.isFrozen(entries)).toBe(false);
  });

  it('brings nothing with it under a symbol', () => {
    expect(copyOfValid(outcomeRecord, { ...valid, [Symbol('live')]: { words: 'of the host' } })).toBe(undefined);
  });
});

describe.each(stored)('%s', (_name, schema) => {
  it('is copied at once exactly where it is valid, and the copy is what JSON would make of it', () => {
    let [copied, refused] = [0, 0];
    fc.assert(
      fc.property(withMutants(schema), ([valid, mutants]) => {
        for (const value of [valid, ...mutants]) {
          const [quick, slow] = [copyOfValid(schema, value), thorough(schema, value)];
          expect(quick).toStrictEqual(slow);
          if (quick === undefined) refused += 1;
          else copied += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(copied).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(80);
  });
});

describe('a record that is copied at once', () => {
  const record = (): Record<string, unknown> => ({
    ...createRecord({ framework: talkingPointsCommunity, now: new Date('2026-03-03T14:05:00Z') }),
    entries: [createEntry('The garden')],
  });
  const read = (own: unknown): unknown => copyOfValid(outcomeRecord, { ...record(), own });

  it('is out of reach of the host, all the way down', () => {
    const given = { ...record(), own: { list: [{ words: 'Tea' }] } };
    const copy = copyOfValid(outcomeRecord, given);
    expect(copy).toStrictEqual(given);
    expect(copy).not.toBe(given);
    expect(deeplyFrozen(copy)).toBe(true);
  });

  it.each([
    ['a day', new Date(0)],
    ['a Map', new Map()],
    ['something of a class', Object.create({ words: 'Tea' })],
    ['an object that writes itself', { toJSON: () => 'tea' }],
    ['a function', () => 5],
    ['no number', Number.NaN],
    ['a list with a gap', [undefined]],
    ['a list of another kind', new (class List extends Array {})()],
    ['what would change an object’s prototype', JSON.parse('{"__proto__": {}}') as unknown],
    ['a getter that throws', Object.defineProperty({}, 'x', { enumerable: true, get: () => expect.fail('no') })],
    ['what goes too deep', JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown],
  ])('leaves %s to the thorough way', (_what, own) => {
    expect(read(own)).toBeUndefined();
  });

  it('leaves a circle to the thorough way', () => {
    const circle: { back?: unknown } = {};
    circle.back = [circle];
    expect(read(circle)).toBeUndefined();
  });

  it('is read once: what a proxy says later is not kept', () => {
    let reads = 0;
    const given = record();
    const proxy = new Proxy(given, {
      get: (target, key) => {
        if (key === 'id') reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(copyOfValid(outcomeRecord, proxy)).toStrictEqual(given);
    expect(reads).toBe(1);
  });
});
