import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/model/compare.js';
import type {
  NotComparableReason,
  OutcomeComparison,
  RecordComparison,
  ViewComparison,
} from '../../src/model/compare-types.js';
import { orderOf } from '../../src/model/compare-scales.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { findScale } from '../../src/scales/registry.js';
import { parseRecord } from '../../src/schema/parse.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { kinRecord, someRecord } from './compare-arbitraries.js';

const minutes = 60_000;
const pairs = fc.tuple(someRecord, someRecord);
const kin = fc.tuple(kinRecord, kinRecord);

const viewsIn = ({ outcomes }: RecordComparison): readonly ViewComparison[] =>
  outcomes.flatMap(({ views, importance }) => [...views, ...importance]);

/** What a reason is called from the other side. */
const turned: Partial<Record<NotComparableReason, NotComparableReason>> = {
  'missing-baseline': 'not-asked-now',
  'not-asked-now': 'missing-baseline',
  'no-answer-then': 'no-answer-now',
  'no-answer-now': 'no-answer-then',
};
const directions = { better: 'worse', worse: 'better', higher: 'lower', lower: 'higher', same: 'same' } as const;

const isUnasked = ({ then, now }: ViewComparison): boolean =>
  [then, now].every((view) => (view?.rating.answer.kind ?? 'unanswered') === 'unanswered');

/** The views of an outcome in an order that does not depend on the side they are looked at from. */
const inOrder = (views: readonly ViewComparison[], turn: boolean): readonly string[] =>
  views
    .map((view) => {
      const [then, now] = turn ? [view.now, view.then] : [view.then, view.now];
      const reason = view.reason && turn && !isUnasked(view) ? (turned[view.reason] ?? view.reason) : view.reason;
      const direction = view.change && (turn ? directions[view.change.direction] : view.change.direction);
      return JSON.stringify([then?.rating, now?.rating, reason, direction, view.change?.steps, view.change?.reliable]);
    })
    .sort();

const sides = (outcomes: readonly OutcomeComparison[], turn: boolean): readonly unknown[] =>
  outcomes
    .map((outcome) => {
      const [then, now] = turn ? [outcome.now, outcome.then] : [outcome.then, outcome.now];
      return {
        key: outcome.key.replace(/ \d+$/, ''),
        match: outcome.matchedBy,
        then: JSON.stringify(then?.entry),
        now: JSON.stringify(now?.entry),
        views: inOrder(outcome.views, turn),
        importance: inOrder(outcome.importance, turn),
      };
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('compareRecords, for any two records', () => {
  it('the records are valid', { timeout: minutes }, () => {
    fc.assert(
      fc.property(kinRecord, (record) => {
        expect(parseRecord(record).ok).toBe(true);
      }),
    );
  });

  it('says something that is plain JSON, and leaves the records alone', { timeout: minutes }, () => {
    fc.assert(
      fc.property(pairs, ([previous, current]) => {
        const before = structuredClone([previous, current]);
        const comparison = compareRecords(previous, current, {
          framework: talkingPointsCommunity,
          findScale,
          now: new Date(0),
        });
        expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
        expect([previous, current]).toEqual(before);
        expect(Object.isFrozen(previous)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same each time, for frozen records too', { timeout: minutes }, () => {
    fc.assert(
      fc.property(kin, ([previous, current]) => {
        const once = JSON.stringify(compareRecords(previous, current));
        expect(JSON.stringify(compareRecords(structuredClone(previous), structuredClone(current)))).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('has each entry of both records exactly once', { timeout: minutes }, () => {
    fc.assert(
      fc.property(pairs, ([previous, current]) => {
        const { outcomes } = compareRecords(previous, current);
        const nows = outcomes.flatMap(({ now }) => now?.entry ?? []);
        expect(nows).toEqual(current.entries);
        const thens = outcomes.flatMap(({ then }) => then?.entry ?? []);
        expect(new Set(thens)).toEqual(new Set(previous.entries));
        expect(thens).toHaveLength(previous.entries.length);
        const left = outcomes
          .filter(({ now }) => now === null)
          .map(({ then }) => previous.entries.indexOf(then?.entry as never));
        expect(left).toEqual([...left].sort((a, b) => a - b));
        expect(new Set(outcomes.map(({ key }) => key)).size).toBe(outcomes.length);
      }),
      { numRuns: 600 },
    );
  });

  it(
    'finds the same pairs from the other side, comparable for the same reasons, and better is worse',
    { timeout: 2 * minutes },
    () => {
      fc.assert(
        fc.property(pairs, ([previous, current]) => {
          const there = compareRecords(previous, current, { framework: talkingPointsCommunity });
          const back = compareRecords(current, previous, { framework: talkingPointsCommunity });
          expect(sides(back.outcomes, true)).toEqual(sides(there.outcomes, false));
          expect(back.elapsed).toEqual(there.elapsed);
          expect([back.sameSubject, back.framework]).toEqual([there.sameSubject, there.framework]);
          const orders = { ok: 'reversed', reversed: 'ok', 'same-record': 'same-record', unknown: 'unknown' };
          expect(back.order).toBe(orders[there.order]);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it(
    'never says a change where scale, version, perspective or person differ, or an answer is missing or a mistake',
    { timeout: 2 * minutes },
    () => {
      let said = 0;
      fc.assert(
        fc.property(kin, ([previous, current]) => {
          const comparison = compareRecords(previous, current, { findScale });
          for (const { comparable, change, then, now, perspective } of viewsIn(comparison)) {
            expect(change !== null).toBe(comparable);
            if (!comparable) continue;
            said++;
            expect([then?.rating.perspective, now?.rating.perspective]).toEqual([perspective, perspective]);
            const refs = [then, now].map((view) => `${view?.rating.scale.id}@${view?.rating.scale.version}`);
            const says = [
              now?.scale?.comparableWith?.includes(refs[0] ?? ''),
              then?.scale?.comparableWith?.includes(refs[1] ?? ''),
            ];
            expect(refs[0] === refs[1] || says.includes(true)).toBe(true);
            expect([then?.rating.answer.kind, now?.rating.answer.kind]).toEqual(['answered', 'answered']);
            expect([then?.enteredInError, now?.enteredInError]).toEqual([false, false]);
            expect(comparison.sameSubject).not.toBe(false);
            expect(previous.id).not.toBe(current.id);
            const names = [then, now].map((view) => view?.participant?.name);
            expect(perspective === 'person' || names.includes(undefined) || names[0] === names[1]).toBe(true);
          }
        }),
        { numRuns: 3000 },
      );
      // Not because nothing is ever said.
      expect(said).toBeGreaterThan(300);
    },
  );

  it('says the direction by the ordinals, in whole steps', { timeout: minutes }, () => {
    fc.assert(
      fc.property(kin, (records) => {
        for (const { then, now, change } of viewsIn(compareRecords(...records))) {
          if (!change || !then?.scale || !now?.scale) continue;
          const [from, to] = [then, now].map(({ scale, rating: { answer } }) =>
            answer.kind === 'answered' && scale ? orderOf(scale)?.get(answer.value) : undefined,
          ) as [number, number];
          expect(Number.isInteger(change.steps)).toBe(true);
          expect(change.direction === 'same').toBe(from === to);
          expect(change.steps === 0).toBe(from === to);
          expect(['better', 'higher'].includes(change.direction) && then.scale.direction !== 'lower-better').toBe(
            to > from && then.scale.direction !== 'lower-better',
          );
          if (then.scale.direction === 'neither') expect(['same', 'higher', 'lower']).toContain(change.direction);
          if (change.reading !== null) expect(['better', 'same', 'worse']).toContain(change.direction);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds no percentage, average, total or badge under any name', { timeout: minutes }, () => {
    const names = new Set<string>();
    const collect = (value: unknown, records: readonly unknown[]): void => {
      if (typeof value !== 'object' || value === null || records.includes(value)) return;
      for (const [name, part] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        if (!['entry', 'rating', 'scale', 'point', 'words', 'personalOutcome'].includes(name)) collect(part, records);
      }
    };
    fc.assert(
      fc.property(kin, ([previous, current]) => {
        collect(compareRecords(previous, current), [previous, current]);
      }),
      { numRuns: 200 },
    );
    expect([...names].filter((name) => /percent|average|mean|total|score|sum|improved|progress/i.test(name))).toEqual(
      [],
    );
  });
});

describe('compareRecords, for a record with itself', () => {
  it('meets every entry with itself, and says no change', { timeout: minutes }, () => {
    fc.assert(
      fc.property(someRecord, (record: OutcomeRecord) => {
        const comparison = compareRecords(record, record);
        expect(comparison.order).toBe('same-record');
        expect(comparison.problems).toContainEqual({ code: 'same-record', side: null });
        for (const view of viewsIn(comparison)) expect(view.comparable).toBe(false);
        const places = new Set(record.entries.map(({ id }) => id));
        if (places.size === record.entries.length && record.entries.every(({ previous }) => !previous))
          for (const { then, now } of comparison.outcomes) expect(then?.entry).toBe(now?.entry);
      }),
      { numRuns: 500 },
    );
  });
});
