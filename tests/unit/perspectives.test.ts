import { describe, expect, it } from 'vitest';
import { readPerspectives } from '../../src/model/perspectives.js';

describe('Whose views are asked', () => {
  it.each([
    ['person carer', ['person', 'carer']],
    ['carer,person', ['carer', 'person']],
    [' person,  practitioner\n', ['person', 'practitioner']],
    [
      ['advocate', 'person'],
      ['advocate', 'person'],
    ],
    ['person nobody', ['person']],
    ['', []],
    [undefined, []],
    [[], []],
    [null, []],
    [5, []],
    [{ person: true }, []],
  ] as const)('%j', (given, expected) => {
    expect(readPerspectives(given as Parameters<typeof readPerspectives>[0])).toEqual(expected);
  });
});
