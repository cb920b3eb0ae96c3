import { describe, expect, it } from 'vitest';
import { sayDay, type DayParts } from '../../src/i18n/days.js';

const every: Readonly<Record<DayParts, Intl.DateTimeFormatOptions>> = {
  long: { dateStyle: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

describe.each(Object.entries(every) as [DayParts, Intl.DateTimeFormatOptions][])(
  'a day in words, %s',
  (parts, options) => {
    it.each(['en-GB', 'en', 'pl', 'ar', 'de-AT'])('is what the platform says in %s', (locale) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1)
        for (const date of [1, 9, 28]) {
          const day = `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          expect(sayDay(day, parts, locale)).toBe(format.format(new Date(`${day}T12:00Z`)));
        }
    });

    it('speaks British English where the page’s tag is wrong', () => {
      expect(sayDay('2026-09-03', parts, 'not a locale')).toBe(sayDay('2026-09-03', parts, 'en-GB'));
    });
  },
);
