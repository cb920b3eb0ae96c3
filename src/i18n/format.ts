import { isRealDate } from '../model/clock.js';
import { sayDay } from './days.js';
import { safeLocale } from './strings.js';

/** A local day (and time) in words: "3 March 2026, 14:05". What is not a day is shown as it is. */
export function formatLocalDate(value: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(value) || !isRealDate(value)) return value;
  if (!value.includes('T')) return sayDay(value, 'long', locale);
  // Read and written as UTC, so that no time zone can move the day.
  return new Intl.DateTimeFormat(safeLocale(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${value}:00Z`));
}

/** A time of these days, in ms since 1970: "Tuesday 3 March at 14:05". */
export const formatTime = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(safeLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(time);

/** "Jean, Eck and Morag" in the locale's own way. */
export const formatList = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(safeLocale(locale), { type: 'conjunction' }).format(items);

/** A language by its name: "Polish", "British Sign Language". */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(safeLocale(locale), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
