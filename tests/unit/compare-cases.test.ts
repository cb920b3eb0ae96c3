import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/model/compare.js';
import type { RecordComparison, ViewComparison } from '../../src/model/compare-types.js';
import { parseRecord } from '../../src/schema/parse.js';
import { comparisonCases } from '../../stories/support/comparison-cases.js';

const inWords = ({ perspective, reason, change }: ViewComparison): string => {
  if (!change) return `${perspective}: ${reason}`;
  const reliable = change.reliable === null ? [] : [change.reliable ? 'reliable' : 'not reliable'];
  return [
    `${perspective}: ${change.direction} by ${String(change.steps)}`,
    ...(change.reading ? [change.reading] : []),
    ...reliable,
  ].join(', ');
};

const problemsOf = ({ problems }: RecordComparison): readonly string[] =>
  problems.map(({ code, side }) => (side ? `${code} ${side}` : code));

describe('then and now, case by case', () => {
  it('every case is a story', () => {
    const stories = readFileSync(new URL('../../stories/reading-a-comparison.stories.ts', import.meta.url), 'utf8');
    const named = [...stories.matchAll(/name: '([^']+)'/g)].map(([, name]) => name);
    expect(named).toEqual(comparisonCases.map(({ name }) => name));
  });

  it('every case has a name of its own, and holds records that can be stored', () => {
    expect(new Set(comparisonCases.map(({ name }) => name)).size).toBe(comparisonCases.length);
    for (const { name, previous, current } of comparisonCases)
      for (const record of [previous, current])
        expect([name, parseRecord(record)]).toEqual([name, { ok: true, value: record }]);
  });

  it.each(comparisonCases.map((one) => [one.name, one] as const))(
    '%s',
    (_name, { previous, current, expect: said }) => {
      const comparison = compareRecords(previous, current);
      const [outcome] = comparison.outcomes;
      expect({
        problems: problemsOf(comparison),
        status: outcome?.status,
        views: outcome?.views.map(inWords),
      }).toEqual(said);
    },
  );
});
