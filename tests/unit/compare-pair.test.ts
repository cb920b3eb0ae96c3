import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/model/compare.js';
import { pairUp } from '../../src/model/compare-pair.js';
import { orderOf } from '../../src/model/compare-scales.js';
import {
  compareTimes,
  dayNumber,
  elapsedBetween,
  instantNumber,
  summariseRecord,
} from '../../src/model/compare-time.js';
import { wordsKey } from '../../src/model/compare-entries.js';
import { at, entry, record, frequency } from './compare-samples.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';

describe('what is said about the pair', () => {
  it('summarises both, and says the time between them', () => {
    const { then, now, elapsed, framework, sameSubject, order, problems } = compareRecords(
      record('then', [entry('a')], { conversationAt: '2026-03-03T14:05' }),
      record('now', [entry('a')], { framework: { id: 'f', version: '2', name: 'F' } }),
    );
    expect(then).toEqual({
      id: 'then',
      kind: 'review',
      status: 'completed',
      date: '2026-03-03',
      time: '14:05',
      dateFrom: 'conversation',
      framework: { id: 'f', version: '1', name: 'F' },
      subject: { id: 'jean', name: 'Jean' },
      amends: null,
      enteredInError: false,
    });
    expect(now).toMatchObject({ date: '2026-09-02', time: null, framework: { version: '2' } });
    expect(elapsed).toEqual({ from: '2026-03-03', to: '2026-09-02', days: 183, months: 5 });
    expect({ framework, sameSubject, order }).toEqual({ framework: 'other-version', sameSubject: true, order: 'ok' });
    expect(problems).toEqual([{ code: 'other-framework-version', side: null }]);
  });

  it('notes what stands in the way, in one order', () => {
    const { conversationAt: _day, ...undated } = record('then', [], {
      subject: {},
      status: 'draft',
      recordedAt: '2026-02-30T10:00:00Z',
      framework: { id: 'g', version: '1', name: 'G' },
    });
    const wrong = record('now', [entry('a')], { status: 'entered-in-error' });
    expect(compareRecords(undated, wrong, { now: new Date('2026-04-01T12:00:00Z') }).problems).toEqual([
      { code: 'subject-unknown', side: 'then' },
      { code: 'order-unknown', side: null },
      { code: 'day-assumed', side: 'then' },
      { code: 'day-unreal', side: 'then' },
      { code: 'in-the-future', side: 'now' },
      { code: 'other-framework', side: null },
      { code: 'entered-in-error', side: 'now' },
      { code: 'draft', side: 'then' },
      { code: 'no-entries', side: 'then' },
    ]);
    expect(compareRecords(undated, wrong)).toMatchObject({ sameSubject: null, elapsed: { days: null, months: null } });
  });

  it('does not call today the future', () => {
    const now = record('now', [entry('a')], { conversationAt: '2026-04-01T23:00' });
    expect(compareRecords(record('then', [entry('a')]), now, { now: new Date(2026, 3, 1, 9) }).problems).toEqual([]);
  });
});

describe('when a conversation was', () => {
  const on = (conversationAt: string | undefined, recordedAt = at): OutcomeRecord => {
    const { conversationAt: _day, ...rest } = record('then', [], { recordedAt });
    return conversationAt === undefined ? rest : { ...rest, conversationAt };
  };

  it.each([
    ['by day', on('2026-03-02', '2026-09-09T10:00:00Z'), on('2026-03-03', '2026-03-03T10:00:00Z')],
    ['by time', on('2026-03-03T09:00'), on('2026-03-03T10:00')],
    ['by the time of writing on the same day', on('2026-03-03', '2026-03-03T09:00:00Z'), on('2026-03-03T10:00')],
    [
      'without a time, and written another day: at the end',
      on('2026-03-03T23:59'),
      on('2026-03-03', '2026-03-04T09:00:00Z'),
    ],
    [
      'by the instant of writing',
      on('2026-03-03', '2026-03-04T09:00:00+01:00'),
      on('2026-03-03', '2026-03-04T09:00:00Z'),
    ],
    ['without a day', on(undefined, '2026-03-01T09:00:00Z'), on('2026-03-02')],
  ])('%s', (_how, earlier, later) => {
    expect(compareTimes(earlier, later)).toBeLessThan(0);
    expect(compareTimes(later, earlier)).toBeGreaterThan(0);
    expect(compareTimes(later, later)).toBe(0);
  });

  it('says where the day comes from', () => {
    expect(summariseRecord(on(undefined))).toMatchObject({ date: '2026-03-03', time: null, dateFrom: 'recorded' });
  });

  it.each([
    ['1970-01-02', 1],
    ['2000-03-01', 11017],
    ['0050-01-01', -701265],
  ])('%s is day %i', (date, day) => {
    expect(dayNumber(date)).toBe(day);
  });

  it.each([
    '2026-03-03T14:05:09+00:00',
    '2026-03-03T14:05:09.125-02:30',
    '2026-03-03T14:05:09Z',
    '2026-12-31T23:59:59+14:00',
  ])('%s is the instant that the engine reads', (instant) => {
    expect(instantNumber(instant)).toBe(Date.parse(instant));
  });

  it.each([
    ['2026-03-03', '2026-03-03', 0, 0],
    ['2026-03-03', '2026-04-02', 30, 0],
    ['2026-03-03', '2026-04-03', 31, 1],
    ['2025-12-31', '2026-01-30', 30, 0],
    ['2024-03-03', '2026-03-03', 730, 24],
    ['2026-04-03', '2026-03-03', 31, 1],
  ])('from %s to %s: %i days, %i months', (one, other, days, months) => {
    const [from, to] = [one, other].sort();
    expect(elapsedBetween(one, other)).toEqual({ from, to, days, months });
  });
});

describe('the parts', () => {
  it('pairUp matches one to one, nearest to the beginning first', () => {
    const letters = (text: string): readonly string[] => Array.from(text);
    const pairs = (left: string[], right: string[]): unknown => pairUp(left, right, [['by', letters]]);
    expect(pairs(['a', 'a', 'b'], ['b', 'a'])).toEqual([
      [0, 1, 'by'],
      [2, 0, 'by'],
    ]);
    expect(pairs(['', 'a'], ['', 'b'])).toEqual([]);
    expect(pairs(['aa'], ['a', 'a'])).toEqual([[0, 0, 'by']]);
  });

  it('wordsKey hears the same words, in any script', () => {
    expect(wordsKey('  Having a CAT,\nagain! ')).toBe('having a cat again');
    expect(wordsKey('I’m fine')).toBe(wordsKey("I'm fine"));
    expect(wordsKey('فنجان شاي.')).toBe('فنجان شاي');
    expect(wordsKey('👵🏽')).toBe('👵🏽');
    expect(wordsKey(' ? ')).toBe('?');
    expect(wordsKey('Cat 1')).not.toBe(wordsKey('Cat 2'));
  });

  it('orderOf takes ordinals, else numbers, else places, else nothing', () => {
    const scale = (points: readonly object[], kind: RatingScale['kind'] = 'ordinal'): RatingScale => ({
      ...frequency,
      kind,
      points: points as RatingScale['points'],
    });
    const label = 'x';
    const order = (points: readonly object[], kind?: RatingScale['kind']): unknown => {
      const found = orderOf(scale(points, kind));
      return found && [...found];
    };
    expect(
      order([
        { value: 'a', ordinal: 5, label },
        { value: 'b', ordinal: 0, label },
      ]),
    ).toEqual([
      ['a', 5],
      ['b', 0],
    ]);
    expect(
      order(
        [
          { value: 3, label },
          { value: 1, label },
        ],
        'status',
      ),
    ).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(
      order([
        { value: 3, ordinal: 9, label },
        { value: 1, ordinal: 8, label },
      ]),
    ).toEqual([
      [3, 9],
      [1, 8],
    ]);
    expect(
      order([
        { value: 'a', label },
        { value: 'b', label },
      ]),
    ).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(
      order(
        [
          { value: 'a', label },
          { value: 'b', label },
        ],
        'status',
      ),
    ).toBeNull();
    expect(
      order([
        { value: 'a', ordinal: 1, label },
        { value: 'b', label },
      ]),
    ).toBeNull();
    expect(
      order([
        { value: 'a', label },
        { value: 'a', label },
      ]),
    ).toEqual([['a', 0]]);
  });
});
