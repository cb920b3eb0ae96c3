import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/base/read-records.js';
import { createRecord } from '../../src/model/record.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';

const now = new Date('2026-03-03T14:05:00Z');
const one = createRecord({ framework: talkingPointsCommunity, subject: { id: 'jean', name: 'Jean' }, now });
const two = createRecord({ framework: talkingPointsCommunity, subject: { id: 'jean', name: 'Jean' }, now });

describe('records that a host hands over', () => {
  it('are one or a list, as objects or as JSON text', () => {
    for (const [given, expected] of [
      [one, [one]],
      [JSON.stringify(one), [one]],
      [
        [one, two],
        [one, two],
      ],
      [JSON.stringify([two, one]), [two, one]],
      [undefined, []],
      [null, []],
      [[], []],
    ] as const)
      expect(readRecords(given, 'records')).toEqual({ records: expected, problems: [] });
  });

  it('are frozen copies, out of reach of the host', () => {
    const [copy] = readRecords(one, 'records').records;
    expect(copy).not.toBe(one);
    expect(Object.isFrozen(copy?.entries)).toBe(true);
  });

  it('are shown as far as they can be read, and the others said with their place', () => {
    const { records, problems } = readRecords([one, { ...two, schemaVersion: '2.0' }, 7], 'records');
    expect(records).toEqual([one]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['record-newer', '/1/schemaVersion'],
      ['record-invalid', '/2/schemaVersion'],
    ]);
  });

  it('say so when the text is no JSON, and quote none of it', () => {
    const { records, problems } = readRecords('[{"words": "Jean said', 'previous');
    expect(records).toEqual([]);
    expect(problems[0]?.code).toBe('json-malformed');
    expect(JSON.stringify(problems)).not.toContain('Jean');
  });
});
