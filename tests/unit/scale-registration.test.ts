import { describe, expect, it } from 'vitest';
import { findScale, registeredScales, registerScale } from '../../src/scales/registry.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { deeplyFrozen, refusal } from './shipped-data.js';
import { localScale as local, shippedScale as shipped } from './some-scales.js';

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
});
