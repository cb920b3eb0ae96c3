import { describe, expect, it } from 'vitest';
import { findScale, registeredScales } from '../../src/scales/registry.js';
import { registrationProblems } from '../../src/scales/rules.js';
import { parseScale } from '../../src/schema/parse.js';
import { deeplyFrozen } from './shipped-data.js';
import { shippedScale as shipped } from './some-scales.js';

const shippedIds = [
  'met-3',
  'change-3',
  'change-5',
  'frequency-4',
  'numeric-0-10',
  'importance-1-10',
  'goal-attainment',
];

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
