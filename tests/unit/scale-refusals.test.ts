import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findScale, registerScale } from '../../src/scales/registry.js';
import { registrationProblems } from '../../src/scales/rules.js';
import { parseScale } from '../../src/schema/parse.js';
import { DataError } from '../../src/schema/rules.js';
import { at, refusal } from './shipped-data.js';
import { localScale as local, shippedScale as shipped } from './some-scales.js';

describe('registerScale, given what is no rating scale,', () => {
  it('says what is wrong, where, and how to mend it', () => {
    const error = refusal(() =>
      registerScale(local({ id: 'bad', points: [{ value: 1 }, { value: 1, label: 'One' }] })),
    );
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DataError');
    expect(error.message).toBe(
      'This rating scale cannot be registered. ' +
        '"points/0/label" of the scale is missing, not usable, or there twice. (At /points/0/label.) ' +
        '"points/1/value" of the scale is missing, not usable, or there twice. (At /points/1/value.) ' +
        'A scale has id, version, name, and points, each with a label and a value of its own.',
    );
    expect(findScale('bad')).toBeUndefined();
  });

  it('says a way to mend several things once, behind the last of them', () => {
    const error = refusal(() => registerScale({ id: 'bad' }));
    expect(error.message).toBe(
      'This rating scale cannot be registered. ' +
        '"version" of the scale is missing, not usable, or there twice. (At /version.) ' +
        '"name" of the scale is missing, not usable, or there twice. (At /name.) ' +
        '"points" of the scale is missing, not usable, or there twice. (At /points.) ' +
        'A scale has id, version, name, and points, each with a label and a value of its own.',
    );
  });

  it('says that nothing was given', () => {
    expect(refusal(() => registerScale(undefined)).message).toBe(
      'This rating scale cannot be registered. Nothing was given. ' +
        'Pass the rating scale, and look whether it was imported by its right name.',
    );
  });

  it('counts what it does not spell out', () => {
    const error = refusal(() => registerScale({ points: [{}] }));
    expect(error.problems).toHaveLength(5);
    expect(error.message).toMatch(/And 2 more\.$/);
  });

  it.each([
    ['a kind that is not known', { kind: 'likert' }, '/kind', 'Use one of: ordinal, numeric, status, goal-attainment.'],
    ['no direction', { direction: undefined }, '/direction', 'Use one of: higher-better, lower-better, neither.'],
    ['an id with an @', { id: 'a@1' }, '/id', 'Use letters, digits, dots, colons and dashes.'],
    ['a version in words', { version: 'final' }, '/version', 'Write it as "1", "1.2" or "1.2.3".'],
    [
      'a value with a space',
      { points: [{ value: 'very good', label: 'V' }] },
      '/points/0/value',
      'Use a number or a code.',
    ],
    [
      'a licence without its notice',
      { licence: { holder: 'H', locked: true } },
      '/licence/notice',
      'Make it a short text.',
    ],
  ])('refuses %s', (_what, change, path, hint) => {
    const error = refusal(() => registerScale(local({ ...change })));
    expect(error.problems).toEqual([
      {
        code: 'scale-invalid',
        path,
        message: `"${String(path.split('/').at(-1))}" is missing, or is not what it has to be.`,
        hint,
      },
    ]);
  });

  it('refuses names that change prototypes', () => {
    const json = `{"id":"p","version":"1","name":"P","kind":"ordinal","direction":"neither",
      "points":[{"value":"a","label":"A","__proto__":{"polluted":true}}]}`;
    const error = refusal(() => registerScale(JSON.parse(json)));
    expect(error.problems[0]).toMatchObject({ code: 'hostile-key', path: '/points/0/__proto__' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['text', () => 'met-3'],
    ['a list', () => [shipped('met-3')]],
    ['a function', () => () => shipped('met-3')],
    [
      'a circle',
      () => {
        const circle: { self?: unknown } = local();
        circle.self = circle;
        return circle;
      },
    ],
    ['a BigInt', () => local({ version: 1n })],
    [
      'a getter that throws',
      () => ({
        get id(): string {
          throw new Error('host');
        },
      }),
    ],
    [
      'a revoked proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    [
      'very deep data',
      () => {
        let deep: unknown = 'end';
        for (let level = 0; level < 20_000; level++) deep = [deep];
        return local({ deep });
      },
    ],
    ['deep data', () => local({ deep: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown })],
  ])('refuses %s with a DataError', (_what, make) => {
    expect(refusal(() => registerScale(make())).problems.length).toBeGreaterThan(0);
  });

  it('throws nothing but DataError, and keeps only what is valid, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const fields = fc.record({ id: anything, version: anything, name: anything, points: fc.array(anything) });
    const nearly = fc
      .dictionary(fc.constantFrom(...Object.keys(local())), anything)
      .map((change) => local({ id: 'nearly', ...change }));
    fc.assert(
      fc.property(fc.oneof(anything, fields, nearly), (input) => {
        try {
          expect(parseScale(registerScale(input)).ok).toBe(true);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const { message, hint } of error.problems) expect(message && hint).toBeTruthy();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('registrationProblems', () => {
  const candidates: readonly unknown[] = [
    undefined,
    null,
    '',
    ' \n',
    'yes',
    'Some words',
    'person',
    'numeric',
    'neither',
    'en-GB',
    '1.2',
    '1.2.3.4',
    'x'.repeat(200),
    'a\u0000b',
    0,
    -2.5,
    true,
    [],
    [1],
    ['person'],
    {},
    { value: 0, label: 'Nought' },
    [{ value: 'a', label: 'A' }],
    [
      { value: 'a', label: 'A' },
      { value: 'a', label: 'B' },
    ],
    { first: 'a', last: 'b' },
    { holder: 'H', notice: 'N' },
  ];

  it('comes to the same verdict as parseScale, whatever one field holds', () => {
    let accepted = 0;
    let refused = 0;
    const visit = (value: unknown, path: readonly string[]): void => {
      for (const candidate of candidates) {
        const scale = at(local(), path, candidate);
        const verdict = parseScale(scale).ok;
        const seen = `${path.join('/')} = ${JSON.stringify(candidate)}`;
        expect(registrationProblems(scale).length === 0, seen).toBe(verdict);
        if (verdict) accepted++;
        else refused++;
      }
      if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value)) visit(part, [...path, key]);
    };
    visit(local(), []);
    // Both verdicts are well represented, so that agreeing means something.
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(300);
  });
});
