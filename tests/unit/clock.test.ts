import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf, isRealDate, localDateOf } from '../../src/model/clock.js';
import { instant, localDate } from '../../src/schema/primitives.js';

/** Node reads TZ each time it is set. */
const inZone = (zone: string): void => {
  vi.stubEnv('TZ', zone);
};
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('instantOf', () => {
  it.each([
    ['Europe/London', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00+00:00'],
    ['Europe/London', '2026-07-15T12:00:00Z', '2026-07-15T13:00:00+01:00'],
    ['America/St_Johns', '2026-01-15T12:00:00Z', '2026-01-15T08:30:00-03:30'],
    ['Asia/Kathmandu', '2026-01-15T23:00:00Z', '2026-01-16T04:45:00+05:45'],
    ['Pacific/Kiritimati', '2026-01-15T12:00:00Z', '2026-01-16T02:00:00+14:00'],
    ['America/Los_Angeles', '2026-01-01T07:59:59Z', '2025-12-31T23:59:59-08:00'],
    ['UTC', '2026-03-03T04:05:06.789Z', '2026-03-03T04:05:06+00:00'],
  ])('in %s at %s: %s', (zone, moment, expected) => {
    inZone(zone);
    expect(instantOf(new Date(moment))).toBe(expected);
  });

  it.each([
    ['before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29T00:59:59+00:00'],
    ['when they have gone forward', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00+01:00'],
    ['the first half past one as they go back', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00+01:00'],
    ['the second half past one', '2026-10-25T01:30:00Z', '2026-10-25T01:30:00+00:00'],
    ['just before midnight of that day', '2026-10-25T23:59:59Z', '2026-10-25T23:59:59+00:00'],
    [
      'just after midnight in summer, which is the day before in UTC',
      '2026-03-29T23:30:00Z',
      '2026-03-30T00:30:00+01:00',
    ],
  ])('in London %s', (_when, moment, expected) => {
    inZone('Europe/London');
    expect(instantOf(new Date(moment))).toBe(expected);
    expect(localDateOf(new Date(moment))).toBe(expected.slice(0, 10));
  });

  it('is the same moment, in the form that the schema asks for', () => {
    const moments = fc.date({
      min: new Date('1970-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    for (const zone of ['Europe/London', 'Asia/Kathmandu', 'America/St_Johns']) {
      inZone(zone);
      fc.assert(
        fc.property(moments, (moment) => {
          const text = instantOf(moment);
          expect(instant.safeParse(text).success).toBe(true);
          expect(localDate.safeParse(localDateOf(moment)).success).toBe(true);
          expect(new Date(text).getTime()).toBe(Math.floor(moment.getTime() / 1000) * 1000);
        }),
      );
    }
  });
});

describe('isRealDate', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '1926-12-31', '2026-03-29T01:30', '0999-06-30', '0004-02-29'])(
    '%s is',
    (date) => {
      expect(isRealDate(date)).toBe(true);
    },
  );

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
  ])('%s is not', (date) => {
    expect(isRealDate(date)).toBe(false);
  });
});
