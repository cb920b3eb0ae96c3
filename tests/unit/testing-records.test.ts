import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.js';
import { compareRecords, isEmptyEntry, shareRecord } from '../../src/model/index.js';
import { shanarri } from '../../src/frameworks/shanarri.js';
import { loadRecord } from '../../src/model/load.js';
import { aRecord, fixtures } from '../../src/testing/index.js';

const idsIn = (data: unknown): readonly string[] =>
  [...JSON.stringify(data).matchAll(/"id":"(019c0000[^"]+)"/g)].map(([, id = '']) => id);

describe.each(Object.entries(fixtures))('The fixture %s', (name, make) => {
  it('is a valid record, with nothing in it that nothing reads', () => {
    expect(check(make())).toEqual({ kind: 'record', problems: [], notes: [] });
  });

  it('is the same in every run, and the test’s own to change', () => {
    expect(make()).toEqual(make());
    (make().entries as unknown[]).length = 0;
    expect(make().entries.length).toBeGreaterThan(0);
  });

  it('uses no id twice', () => {
    const ids = idsIn(make());
    expect(new Set(ids).size, name).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1);
  });
});

describe('The fixtures', () => {
  it('are of the kinds that they are named after', () => {
    const { full, halfFilled, review, amended, enteredInError, sensitive } = fixtures;
    expect([full().status, halfFilled().status, enteredInError().status]).toEqual([
      'completed',
      'draft',
      'entered-in-error',
    ]);
    expect(halfFilled().entries.filter(isEmptyEntry)).toHaveLength(1);
    expect(halfFilled().conversationAt).toBeUndefined();
    expect(amended().amends?.recordId).toBe(full().id);
    expect(amended().entries.map(({ id }) => id)).toEqual(full().entries.map(({ id }) => id));
    expect(amended().entries).not.toEqual(full().entries);
    expect(review().previous?.recordIds).toEqual([full().id]);
    expect(JSON.stringify(shareRecord(sensitive(), 'family'))).not.toContain('pension');
    expect(JSON.stringify(shareRecord(sensitive(), 'agencies'))).toContain('knit');
  });

  it('of one person can be compared', () => {
    const { outcomes, problems } = compareRecords(fixtures.full(), fixtures.review());
    expect(problems).toEqual([]);
    const changes = outcomes.map(({ label, matchedBy, views }) => [label, matchedBy, views[0]?.change?.direction]);
    expect(changes).toEqual([
      ['Seeing people', 'link', 'better'],
      ['Feeling safe', 'link', 'worse'],
      ['My garden', null, undefined],
    ]);
  });
});

describe('A record in the making', () => {
  const begun = aRecord({ name: 'Agnes', number: 7 });

  it('is a valid draft from the beginning, and is not changed by what is made of it', () => {
    const first = begun.withOutcome('Seeing people');
    const other = begun.withOutcome('feeling-safe', { rating: 'all' });
    expect(begun.build().entries).toEqual([]);
    expect(first.build().entries.map(({ label }) => label)).toEqual(['Seeing people']);
    expect(other.build().entries.map(({ label }) => label)).toEqual(['Feeling safe']);
    expect(loadRecord(begun.build()).ok).toBe(true);
  });

  it('keeps the scale and the words of each answer, as of the day', () => {
    const { entries, scales } = begun
      .withOutcome('Seeing people', { rating: 'most', importance: 8, change: 'same' })
      .build();
    expect(scales.map(({ id }) => id)).toEqual(['frequency-4', 'importance-1-10', 'change-5']);
    expect(entries[0]?.ratings?.[0]).toMatchObject({
      answer: { kind: 'answered', value: 'most' },
      label: 'Most of the time',
    });
  });

  it('takes any framework', () => {
    const { framework, entries } = aRecord({ framework: shanarri }).withOutcome('Safe', { rating: 0 }).build();
    expect([framework.id, entries[0]?.ratings?.[0]?.scale.id]).toEqual(['shanarri', 'numeric-0-10']);
  });

  it('tells what there is instead of what is not there', () => {
    expect(() => begun.withOutcome('Seeing peple')).toThrow(/no outcome "Seeing peple"\. It has: .*Seeing people/);
    expect(() => begun.withOutcome('Seeing people', { rating: 'often' })).toThrow(
      /"often" is not on the scale frequency-4\. It has: all, most, some, none\./,
    );
  });
});
