import { safeLocale } from './strings.js';

/** How much of a day is said: "3 March 2026", "3 Mar 2026", "Mar 2026", "2026". */
export type DayParts = 'long' | 'day' | 'month' | 'year';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const options: Readonly<Record<DayParts, Intl.DateTimeFormatOptions>> = {
  long: { dateStyle: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A day of the calendar, `YYYY-MM-DD`, in words. British English is written here: for its first date a browser reads the lists of all its
 * languages, which takes as long as drawing a chart.
 */
export function sayDay(day: string, parts: DayParts, locale: string): string {
  const language = safeLocale(locale);
  if (language === 'en-GB') {
    const [year = 0, month = 1, date] = day.split('-').map(Number);
    const name = MONTHS[month - 1] ?? '';
    const short = name.slice(0, month === 9 ? 4 : 3);
    return parts === 'long'
      ? `${date} ${name} ${year}`
      : [parts === 'day' ? `${date} ` : '', parts === 'year' ? '' : `${short} `, year].join('');
  }
  const key = `${language} ${parts}`;
  // Making one costs more than a hundred uses.
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options[parts], timeZone: 'UTC' });
  formats.set(key, format);
  // Read and written as UTC, so that no time zone can move the day.
  return format.format(new Date(`${day}T00:00Z`));
}
