import type { OutcomeRecord } from '../schema/record.js';
import { isRealDate } from './clock.js';
import type { Elapsed, RecordSummary } from './compare-types.js';

/** In milliseconds. */
const DAY = 24 * 60 * 60_000;

/** Days since 1970-01-01, in no time zone. Years below 100 are themselves, not 1900 and something. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

/** Milliseconds of an RFC 3339 instant. The day is read by hand: engines disagree about days that are in no calendar. */
export const instantNumber = (instant: string): number =>
  dayNumber(instant.slice(0, 10)) * DAY + Date.parse(`1970-01-01${instant.slice(10)}`);

/** When a conversation was: the day and time that were recorded for it, else when it was written down. */
export function whenOf({
  conversationAt,
  recordedAt,
}: OutcomeRecord): Pick<RecordSummary, 'date' | 'time' | 'dateFrom'> {
  const from = conversationAt ?? recordedAt;
  return {
    date: from.slice(0, 10),
    time: conversationAt?.slice(11) || null,
    dateFrom: conversationAt === undefined ? 'recorded' : 'conversation',
  };
}

/**
 * The day and time of a conversation as text that sorts. Where a time was not recorded, the time of writing down stands in on the same day, and
 * the end of the day on another.
 */
export function timeKey(record: OutcomeRecord): string {
  const { date, time } = whenOf(record);
  const written = record.recordedAt.slice(0, 10) === date ? record.recordedAt.slice(11, 16) : '24:00';
  return `${date}T${time ?? written}`;
}

/** The order of conversations: by day and time, then by the instant of writing down. 0: the dates do not tell. */
export function compareTimes(a: OutcomeRecord, b: OutcomeRecord): number {
  const [left, right] = [timeKey(a), timeKey(b)];
  return left === right ? instantNumber(a.recordedAt) - instantNumber(b.recordedAt) : left < right ? -1 : 1;
}

/** The time between two days, whichever comes first. */
export function elapsedBetween(one: string, other: string): Elapsed {
  const [from, to] = one <= other ? [one, other] : [other, one];
  if (!isRealDate(from) || !isRealDate(to)) return { from, to, days: null, months: null };
  const [years, months, days] = [from, to]
    .map((date) => date.split('-').map(Number))
    .reduce((start, end) => end.map((part, index) => part - (start[index] ?? 0))) as [number, number, number];
  return { from, to, days: dayNumber(to) - dayNumber(from), months: years * 12 + months - (days < 0 ? 1 : 0) };
}

/** A record, as far as a heading needs it. */
export const summariseRecord = (record: OutcomeRecord): RecordSummary => ({
  id: record.id,
  kind: record.kind,
  status: record.status,
  ...whenOf(record),
  framework: { id: record.framework.id, version: record.framework.version, name: record.framework.name },
  subject: { id: record.subject.id ?? null, name: record.subject.name ?? null },
  amends: record.amends?.recordId ?? null,
  enteredInError: isInError(record),
});

/** Whether a record as a whole is marked as a mistake. */
export const isInError = ({ status, enteredInError }: OutcomeRecord): boolean =>
  status === 'entered-in-error' || enteredInError !== undefined;
