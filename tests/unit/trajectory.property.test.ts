import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trajectory } from '../../src/model/trajectory.js';
import { someRecord } from './compare-arbitraries.js';

const minutes = 60_000;
const chosen = fc.oneof(
  fc.record({ framework: fc.constantFrom('f0', 'f1'), id: fc.constantFrom('o0', 'o1', 'o2') }),
  fc.record({ label: fc.constantFrom('A cat', '?', '') }),
  fc.record({ recordId: fc.constantFrom('record-0', 'record-1'), entryId: fc.constantFrom('e0', 'e1') }),
);

describe('trajectory, for any records', () => {
  it(
    'is plain JSON, leaves the records alone, and does not depend on their order or on copies',
    { timeout: 2 * minutes },
    () => {
      fc.assert(
        fc.property(
          fc.array(someRecord, { maxLength: 6 }),
          chosen,
          fc.infiniteStream(fc.nat()),
          (records, outcome, order) => {
            const before = structuredClone(records);
            const found = trajectory(records, outcome);
            expect(JSON.parse(JSON.stringify(found))).toEqual(found);
            expect(records).toEqual(before);
            const shuffled = records
              .map((one) => [one, order.next().value as number] as const)
              .sort(([, a], [, b]) => a - b)
              .map(([one]) => one);
            expect(trajectory(shuffled, outcome)).toEqual(found);
            const { problems: _problems, ...doubled } = trajectory([...shuffled, ...structuredClone(records)], outcome);
            const { problems: _same, ...once } = found;
            expect(doubled).toEqual(once);
          },
        ),
        { numRuns: 1000 },
      );
    },
  );

  it(
    'runs a line only inside one person, perspective and ruler, through answers alone',
    { timeout: 2 * minutes },
    () => {
      fc.assert(
        fc.property(fc.array(someRecord, { maxLength: 8 }), chosen, (records, outcome) => {
          const { points, series, importance } = trajectory(records, outcome);
          for (const { perspective, segments } of [...series, ...importance]) {
            const order = segments.flatMap(({ values }) => values.map(({ point }) => point));
            expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
            if (new Set(points.map(({ record: { subject } }) => subject.id)).size === 1)
              expect(order.at(-1)).toBe((order[0] as number) + order.length - 1);
            for (const { values, scale } of segments) {
              const marks = values.filter(({ gap }) => gap === null);
              const [first] = values;
              const subjects = new Set(marks.flatMap(({ point }) => points[point]?.record.subject.id ?? []));
              expect(subjects.size).toBeLessThanOrEqual(1);
              expect(first?.view?.rating.scale).toMatchObject(scale);
              for (const { ordinal, gap, view } of values) {
                expect(ordinal === null).toBe(gap !== null);
                if (gap !== null) continue;
                expect(view?.rating).toMatchObject({ perspective, answer: { kind: 'answered' } });
                expect(view?.enteredInError).toBe(false);
              }
            }
          }
        }),
        { numRuns: 1000 },
      );
    },
  );
});
