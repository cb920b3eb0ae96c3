import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { copyOf } from '../../src/model/freeze.js';
import { loadRecord } from '../../src/model/load.js';
import { createEntry, createRecord } from '../../src/model/record.js';
import { met3 } from '../../src/scales/met-3.js';
import { parseFramework, parseRecord, parseScale, type Parsed } from '../../src/schema/parse.js';
import { hygieneProblems, type Problem } from '../../src/schema/rules.js';
import { deeplyFrozen } from './shipped-data.js';

/** A page hands over live objects, which may hold what no file can: what cannot be stored as JSON is said, and nothing is thrown. */
const record = (): object => ({
  ...createRecord({ framework: talkingPointsCommunity, now: new Date('2026-03-03T14:05:00Z') }),
  entries: [{ ...createEntry('The garden') }],
});

const notJson = (path: string): Problem => ({
  code: 'not-json',
  path,
  message: 'It cannot be written as JSON.',
  hint: 'Pass plain data: objects, lists, text, numbers, true and false.',
});

const refused = (problems: readonly Problem[]): Parsed<unknown> => ({ ok: false, problems });

const hostError = (): never => {
  throw new Error('Moira told me');
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Each is made anew, and is no JSON wherever it stands. */
const live: readonly (readonly [what: string, make: () => unknown])[] = [
  ['a BigInt', () => 5n],
  ['a function', () => hostError],
  ['a symbol', () => Symbol('own')],
  ['a Map', () => new Map([['words', 'lost']])],
  ['a Set', () => new Set(['lost'])],
  ['a promise', () => Promise.resolve('lost')],
  ['a buffer', () => new ArrayBuffer(8)],
  ['a revoked proxy', revoked],
  ['a proxy that hides its names', () => new Proxy({}, { ownKeys: hostError })],
  ['an object whose toJSON throws', () => ({ toJSON: hostError })],
  ['an object whose toJSON is no JSON', () => ({ toJSON: () => 5n })],
];

const readers = [
  ['loadRecord', loadRecord, record],
  ['parseRecord', parseRecord, record],
  ['parseFramework', parseFramework, (): object => ({ ...talkingPointsCommunity })],
  ['parseScale', parseScale, (): object => ({ ...met3 })],
] as const;

describe.each(readers)('%s', (_name, read, make) => {
  it.each(live)('refuses %s in a field that it does not know, and says where', (_what, value) => {
    expect(read({ ...make(), own: { list: ['first', value()] } })).toEqual(refused([notJson('/own/list/1')]));
  });

  it('refuses a circle, at the place where it closes', () => {
    const circle: { own?: unknown } = make();
    circle.own = { back: [circle] };
    expect(read(circle)).toEqual(refused([notJson('/own/back/0')]));
  });

  it('refuses a getter that throws, without its words', () => {
    const spoilt = Object.defineProperty(make(), 'own', { enumerable: true, get: hostError });
    expect(read(spoilt)).toEqual(refused([notJson('/own')]));
  });

  it('refuses a getter that throws at any later time', () => {
    const until = (times: number): object => {
      let left = times;
      return new Proxy(make(), {
        get: (target, key) => ((left -= 1) < 0 ? hostError() : (Reflect.get(target, key) as unknown)),
      });
    };
    const outcomes = Array.from({ length: 80 }, (_, times) => read(until(times)));
    const found = outcomes.map((outcome) => (outcome.ok ? [] : [...new Set(outcome.problems.map(({ code }) => code))]));
    expect(found.filter((codes) => codes.length > 0).length).toBeGreaterThan(20);
    for (const codes of found) if (codes.length > 0) expect(codes).toEqual(['not-json']);
    expect(found.at(-1)).toEqual([]);
  });

  it('names every place', () => {
    const spoilt = { ...make(), one: 5n, two: hostError };
    expect(read(spoilt)).toEqual(refused([notJson('/one'), notJson('/two')]));
  });

  it('reads what JSON can write: nothing given, the same object twice, a day, a proxy, an object without a prototype', () => {
    const shared = { words: 'twice' };
    const bare = Object.assign(Object.create(null) as object, { shared });
    const given = new Proxy(
      { ...make(), own: [shared, shared, bare, new Proxy(shared, {}), new Date(0), {}, [], null], none: undefined },
      {},
    );
    expect(read(given)).toEqual({ ok: true, value: given });
  });

  it('throws nothing, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (own) => {
        const parsed = read({ ...make(), own });
        if (parsed.ok) expect(JSON.stringify(parsed.value)).toBeTypeOf('string');
        else expect(parsed.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('hygieneProblems', () => {
  it.each(live)('finds %s, alone', (_what, make) => {
    expect(hygieneProblems(make())).toEqual([notJson('')]);
  });

  it('goes on after what cannot be read', () => {
    const spoilt = { bad: revoked(), text: 'a\u0000b', deep: { worse: 5n } };
    expect(hygieneProblems(spoilt).map(({ code, path }) => [code, path])).toEqual([
      ['not-json', '/bad'],
      ['text-not-storable', '/text'],
      ['not-json', '/deep/worse'],
    ]);
  });

  it('looks at the form that an object writes itself in', () => {
    const own = { secret: 5n, toJSON: (key: string) => `written for ${key}\u0000` };
    expect(hygieneProblems({ own }).map(({ code, path }) => [code, path])).toEqual([['text-not-storable', '/own']]);
    expect(hygieneProblems({ toJSON: 'a name like any other' })).toEqual([]);
  });

  it('finds nothing in an object that stands in very many places', () => {
    let wide: object = { words: 'once' };
    for (let level = 0; level < 30; level++) wide = { left: wide, right: wide };
    expect(hygieneProblems(wide)).toEqual([]);
  });
});

describe('copyOf', () => {
  it('is frozen all the way, and out of reach of the original', () => {
    const given = { words: [{ text: 'mine' }], day: new Date(0), none: undefined };
    const copy = copyOf(given);
    (given.words[0] as { text: string }).text = 'changed';
    expect(copy).toEqual({ ok: true, value: { words: [{ text: 'mine' }], day: '1970-01-01T00:00:00.000Z' } });
    expect(copy.ok && deeplyFrozen(copy.value)).toBe(true);
  });

  it.each(live)('says that %s cannot be copied', (_what, make) => {
    expect(copyOf({ own: make() })).toEqual(refused([notJson('/own')]));
  });

  it('says that nothing at all cannot be copied', () => {
    expect(copyOf(undefined)).toEqual(refused([notJson('')]));
  });

  it('keeps text that cannot be stored: it is there to be mended', () => {
    expect(copyOf({ text: 'a\u0000b' })).toEqual({ ok: true, value: { text: 'a\u0000b' } });
  });
});
