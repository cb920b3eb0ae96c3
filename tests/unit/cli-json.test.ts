import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMalformed, readJson, type Place, type PlacedJson, type PlacedProblem } from '../../src/cli/json.js';

const readable = (text: string): PlacedJson => {
  const json = readJson(text);
  if (isMalformed(json)) throw new Error(json.message);
  return json;
};
const wrong = (text: string): PlacedProblem => {
  const json = readJson(text);
  if (!isMalformed(json)) throw new Error('It was read.');
  return json;
};
const at = (line: number, column: number): Place => ({ line, column });

describe('Where something stands in JSON', () => {
  const json = readable('{\n  "a": [\n    1,\r\n    {"b/c": "é", "~": 2}\r  ],\n"d":3}');

  it.each([
    ['', at(1, 1)],
    ['/a', at(2, 8)],
    ['/a/0', at(3, 5)],
    ['/a/1', at(4, 5)],
    ['/a/1/b~1c', at(4, 13)],
    ['/a/1/~0', at(4, 23)],
    ['/d', at(6, 5)],
  ])('is the line and the column of %s, however its lines end', (path, place) => {
    expect(json.placeOf(path)).toEqual(place);
  });

  it('is the name, for what is wrong with a name', () => {
    expect(json.placeOf('/a', 'name')).toEqual(at(2, 3));
    expect(json.placeOf('/a/0', 'name')).toEqual(at(3, 5));
  });

  it('is what should hold it, for what is not there', () => {
    expect(json.placeOf('/a/1/name/first')).toEqual(at(4, 5));
    expect(json.placeOf('/a/7')).toEqual(at(2, 8));
    expect(json.placeOf('/d/x')).toEqual(at(6, 5));
  });

  it('is the last of two with one name, which is the one that is read; the first finding names both', () => {
    const twice = readable('{"a": 1,\n "a": 2}');
    expect(twice.value).toEqual({ a: 2 });
    expect(twice.placeOf('/a')).toEqual(at(2, 7));
    expect(twice.duplicates).toMatchObject([{ code: 'duplicate-name', path: '/a', line: 2, column: 2 }]);
    expect(readable('[{"a": 1}, {"a": 2}]').duplicates).toEqual([]);
  });
});

describe('What is not JSON', () => {
  it.each([
    ['{"a": 1,\n}', at(2, 1), /name is expected/],
    ['[1,\n 2,\n]', at(3, 1), /value is expected/],
    ['{"a" 1}', at(1, 6), /colon/],
    ['[1\n 2]', at(2, 2), /comma/],
    ['{"a": [1, 2}', at(1, 12), /comma .* or the end/],
    ['{"a": 1', at(1, 8), /brace/],
    ['{"a": 1}\n{"b": 2}', at(2, 1), /after the end/],
    ['{ // why\n}', at(1, 3), /no comments/],
    ['["one\ntwo"]', at(1, 2), /does not end on its line/],
    ['[1.]', at(1, 2), /number is not finished/],
    ['["C:\\Users"]', at(1, 2), /four hexadecimal|backslash/],
    ['["\t"]', at(1, 2), /escape/],
    ["{'a': 1}", at(1, 2), /no part of JSON|name is expected/],
    ['', at(1, 1), /value is expected/],
  ])('%j is told with its place', (text, place, message) => {
    const problem = wrong(text);
    expect(problem).toMatchObject({ code: 'json-malformed', ...place });
    expect(problem.message).toMatch(message);
    expect(problem.hint).not.toBe('');
  });

  it('is told without the words that stand there', () => {
    expect(JSON.stringify(wrong('{"text": "Jean is sad" "more": 1}'))).not.toContain('Jean');
  });

  it('is told, not thrown, when it goes too deep', () => {
    expect(wrong(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).message).toMatch(/too many levels/);
  });
});

describe('Any text', () => {
  it('is read exactly where JSON.parse reads it, as the same', () => {
    const nearlyJson = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\n', '\\', '//', '0', 'e', '\u0000', '\u00a0'))
      .map(([text, position, more]) => {
        const here = position % (text.length + 1);
        return text.slice(0, here) + more + text.slice(here + (position % 2));
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearlyJson, fc.string()), (text) => {
        let expected: unknown;
        let isJson = true;
        try {
          expected = JSON.parse(text);
        } catch {
          isJson = false;
        }
        const json = readJson(text);
        expect(isMalformed(json)).toBe(!isJson);
        if (!isMalformed(json)) expect(json.value).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
