import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findScale, registeredScales, registerScale } from '../../src/scales/registry.js';
import { registrationProblems } from '../../src/scales/rules.js';
import { parseScale } from '../../src/schema/parse.js';
import { DataError } from '../../src/schema/rules.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { at, deeplyFrozen, refusal } from './shipped-data.js';

const shipped = (id: string): RatingScale => {
  const scale = findScale(id);
  if (!scale) throw new Error(`${id} is not shipped`);
  return scale;
};
const shippedIds = [
  'met-3',
  'change-3',
  'change-5',
  'frequency-4',
  'numeric-0-10',
  'importance-1-10',
  'goal-attainment',
];

/** A partnership's scale with every field that there is. */
const local = (change: object = {}): object => ({
  id: 'local-3',
  version: '1',
  name: 'Local scale',
  language: 'en-GB',
  question: 'How is it?',
  kind: 'ordinal',
  points: [
    { value: 'yes', label: 'Yes', shortLabel: 'Y', easyLabel: 'Yes!', description: 'It is so' },
    { value: 2, label: 'No' },
  ],
  direction: 'neither',
  anchors: { first: 'Low', last: 'High' },
  presentation: 'ladder',
  aggregate: 'median',
  comparableWith: ['met-3@1'],
  perspectives: ['person', 'carer'],
  licence: { holder: 'A council', notice: 'Used by permission.', reference: 'R1', evidence: 'A letter', locked: true },
  ...change,
});

describe('the scales that are shipped', () => {
  it('are these seven, in this order, found without registering', () => {
    expect(
      registeredScales()
        .slice(0, 7)
        .map(({ id }) => id),
    ).toEqual(shippedIds);
  });

  it.each([
    ['met-3', ['met', 'partly', 'not'], ['Met', 'Partly met', 'Not met']],
    ['change-3', ['better', 'same', 'worse'], ['Better', 'About the same', 'Worse']],
    [
      'change-5',
      ['much-better', 'better', 'same', 'worse', 'much-worse'],
      ['Much better', 'A bit better', 'About the same', 'A bit worse', 'Much worse'],
    ],
    [
      'frequency-4',
      ['all', 'most', 'some', 'none'],
      ['All of the time', 'Most of the time', 'Some of the time', 'None of the time'],
    ],
    ['numeric-0-10', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    ['importance-1-10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    [
      'goal-attainment',
      [-2, -1, 0, 1, 2],
      [
        'Far short of what was hoped',
        'Short of what was hoped',
        'What was hoped',
        'More than was hoped',
        'Far more than was hoped',
      ],
    ],
  ])('%s has its values and labels in the order shown', (id, values, labels) => {
    expect(shipped(id).points.map(({ value }) => value)).toEqual(values);
    expect(shipped(id).points.map(({ label }) => label)).toEqual(labels);
  });

  it.each(shippedIds)('%s is valid, in plain JSON, says its direction and is only ever counted', (id) => {
    const scale = shipped(id);
    expect(parseScale(scale)).toEqual({ ok: true, value: scale });
    expect(registrationProblems(scale)).toEqual([]);
    expect(JSON.parse(JSON.stringify(scale))).toEqual(scale);
    expect(scale).toMatchObject({ id, version: '1', language: 'en-GB', aggregate: 'count' });
    expect(scale.question).toMatch(/\bhow\b.+\?$/i);
    expect(scale.comparableWith).toBeUndefined();
    expect(scale.licence).toBeUndefined();
    expect(new Set(scale.points.map(({ value }) => `${typeof value} ${value}`)).size).toBe(scale.points.length);
  });

  it('importance is neither better nor worse when there is more of it', () => {
    expect(shippedIds.filter((id) => shipped(id).direction !== 'higher-better')).toEqual(['importance-1-10']);
  });

  it('the numeric ones word their ends, and the worded ones do not', () => {
    const worded = shippedIds.filter((id) => shipped(id).anchors);
    expect(worded).toEqual(shippedIds.filter((id) => shipped(id).kind === 'numeric'));
    expect(worded).toEqual(['numeric-0-10', 'importance-1-10']);
  });

  it.each(shippedIds)('%s is frozen all the way down', (id) => {
    expect(deeplyFrozen(shipped(id))).toBe(true);
  });
});

describe('findScale', () => {
  it('takes an id, or an id and version', () => {
    expect(findScale('met-3@1')).toBe(shipped('met-3'));
    expect(findScale('met-3@2')).toBeUndefined();
    expect(findScale('met-3@')).toBeUndefined();
    expect(findScale('Met-3')).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'size', '', '@', '@1', 'undefined'])(
    'does not find %j',
    (ref) => {
      expect(findScale(ref)).toBeUndefined();
    },
  );

  it('finds nothing under what is not text', () => {
    for (const ref of [undefined, null, 0, {}, []]) expect(findScale(ref as string)).toBeUndefined();
  });
});

describe('registerScale', () => {
  it('keeps every field, those of a newer minor version too, and a locked licence as data', () => {
    const given = local({ id: 'keeps', hue: { of: ['a newer', 'version'] } });
    const kept = registerScale(given);
    expect(kept).toEqual(given);
    expect(kept.licence).toMatchObject({ notice: 'Used by permission.', locked: true });
    expect(findScale('keeps')).toBe(kept);
    expect(registeredScales()).toContain(kept);
  });

  it('keeps a frozen copy that the host cannot change later', () => {
    const points = [{ value: 0, label: 'Nought' }];
    const given = local({ id: 'copied', points });
    const kept = registerScale(given);
    points.push({ value: 1, label: 'One' });
    (points[0] as { label: string }).label = 'Changed';
    expect(findScale('copied')?.points).toEqual([{ value: 0, label: 'Nought' }]);
    expect(deeplyFrozen(kept)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
    expect(() => {
      (kept as { name: string }).name = 'Other';
    }).toThrow(TypeError);
  });

  it('reads a proxy, as reactive frameworks hand them out', () => {
    const kept = registerScale(new Proxy(local({ id: 'reactive' }), {}));
    expect(kept).toEqual(local({ id: 'reactive' }));
  });

  it('is silent when the same is registered again, in whatever order it is written', () => {
    const first = registerScale(local({ id: 'twice' }));
    const before = registeredScales().length;
    const reversed: object = Object.fromEntries(Object.entries(local({ id: 'twice' })).reverse());
    expect(registerScale(local({ id: 'twice' }))).toBe(first);
    expect(registerScale(reversed)).toBe(first);
    expect(registerScale(JSON.parse(JSON.stringify(shipped('met-3'))))).toBe(shipped('met-3'));
    expect(registeredScales().length).toBe(before);
  });

  it('refuses another definition under an id and version that are taken, and keeps the first', () => {
    const error = refusal(() => registerScale({ ...shipped('frequency-4'), question: 'How often?' }));
    expect(error.problems).toEqual([
      {
        code: 'already-registered',
        path: '/version',
        message: 'Version 1 of "frequency-4" is registered already, and is not the same.',
        hint: 'Give the changed one a new version: records point at the words of the old one.',
      },
    ]);
    expect(error.message).toMatch(/^This rating scale cannot be registered\. Version 1 of "frequency-4" is registered/);
    expect(findScale('frequency-4')?.question).toBe('How much of the time is this so?');
    const points = [...shipped('met-3').points].reverse();
    expect(refusal(() => registerScale({ ...shipped('met-3'), points })).problems[0]?.code).toBe('already-registered');
  });

  it('finds the newest version under the id, whatever the order of registration', () => {
    for (const version of ['1.9', '1.10', '1.2.3', '1']) registerScale(local({ id: 'newest', version }));
    expect(findScale('newest')?.version).toBe('1.10');
    for (const version of ['10', '9.9.9', '2']) registerScale(local({ id: 'newest', version }));
    expect(findScale('newest')?.version).toBe('10');
    for (const version of ['1', '1.2.3', '1.9', '1.10', '2', '9.9.9', '10'])
      expect(findScale(`newest@${version}`)?.version).toBe(version);
    expect(
      registeredScales()
        .filter(({ id }) => id === 'newest')
        .map(({ version }) => version),
    ).toEqual(['1.9', '1.10', '1.2.3', '1', '10', '9.9.9', '2']);
  });

  it('takes an id that a plain object would trip over', () => {
    const kept = registerScale(local({ id: 'constructor' }));
    expect(findScale('constructor')).toBe(kept);
    expect(findScale('constructor@1')).toBe(kept);
  });

  it('hands out a list of its own', () => {
    (registeredScales() as RatingScale[]).length = 0;
    expect(registeredScales().length).toBeGreaterThanOrEqual(7);
  });

  it('says what is wrong, where, and how to mend it', () => {
    const error = refusal(() =>
      registerScale(local({ id: 'bad', points: [{ value: 1 }, { value: 1, label: 'One' }] })),
    );
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DataError');
    expect(error.message).toBe(
      'This rating scale cannot be registered. ' +
        '"points/0/label" of the scale is missing, not usable, or there twice. (At /points/0/label.) ' +
        'A scale has id, version, name, and points, each with a label and a value of its own. ' +
        '"points/1/value" of the scale is missing, not usable, or there twice. (At /points/1/value.) ' +
        'A scale has id, version, name, and points, each with a label and a value of its own.',
    );
    expect(findScale('bad')).toBeUndefined();
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
