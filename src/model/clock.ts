/** Where the time comes from: the device, or whatever a host or a test hands in. */
export type Clock = () => Date;

const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, '0');

/** A local day: `2026-03-03`. */
export const localDateOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** An instant with its local offset: `2026-03-03T14:05:09+00:00`. The offset is kept because "quarter past two" is what people remember. */
export function instantOf(date: Date): string {
  const offset = -date.getTimezoneOffset();
  return (
    `${localDateOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}` +
    `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
  );
}

/** Whether a `YYYY-MM-DD` that has the right form is a day that exists. */
export function isRealDate(localDate: string): boolean {
  const [year, month, day] = localDate.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
