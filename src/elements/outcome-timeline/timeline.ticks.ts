import type { DayParts } from '../../i18n/days.js';
import { dayNumber } from '../../model/compare-time.js';
import { widthOf } from '../chart/fragments/shapes.js';

export interface Tick {
  readonly x: number;
  /** Where its words are centred: at the ends of the axis they move in, so that nothing is cut off. */
  readonly at: number;
  readonly text: string;
}

/** What the ticks are set on. */
export interface Axis {
  /** The first day, `YYYY-MM-DD`, and how many days there are after it. */
  readonly from: string;
  readonly days: number;
  /** Where the first day is, and the last. */
  readonly start: number;
  readonly end: number;
  /** The words may not go beyond 0 and this. */
  readonly width: number;
  readonly size: number;
  readonly say: (day: string, unit: Exclude<DayParts, 'long'>) => string;
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 3000, 6000];
const DAYS_A_MONTH = 30.44;

const dayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** The first of months or of years, as many as have room for their words; where the time is too short for two, the first day and the last. */
export function ticksOf({ from, days, start, end, width, size, say }: Axis): readonly Tick[] {
  const place = (day: number): number => start + (days > 0 ? (day / days) * (end - start) : (end - start) / 2);
  const room = (unit: Exclude<DayParts, 'long'>): number => widthOf(say('2026-09-28', unit), size) + size;
  const aMonth = days > 0 ? (DAYS_A_MONTH / days) * (end - start) : 0;
  const every = MONTHS.find((months) => months * aMonth >= room(months < 12 ? 'month' : 'year'));
  const wanted: (readonly [day: number, text: string])[] = [];
  if (every !== undefined && aMonth > 0) {
    const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
    const first = year * 12 + month - 1 + (day > 1 ? 1 : 0);
    for (let at = Math.ceil(first / every) * every; at < 120_000; at += every) {
      const offset = dayNumber(dayOf(at)) - dayNumber(from);
      if (offset > days) break;
      wanted.push([offset, say(dayOf(at), every < 12 ? 'month' : 'year')]);
    }
  }
  if (wanted.length < 2) {
    const last = new Date((dayNumber(from) + days) * 86_400_000).toISOString().slice(-24, -14);
    wanted.splice(0, wanted.length, [0, say(from, 'day')]);
    if (days > 0) wanted.push([days, say(last, 'day')]);
  }
  const ticks: Tick[] = [];
  let taken = -Infinity;
  for (const [day, text] of wanted) {
    const half = widthOf(text, size) / 2;
    const x = place(day);
    const at = Math.max(half, Math.min(x, width - half));
    if (at - half < taken) continue;
    taken = at + half + size / 2;
    ticks.push({ x, at, text });
  }
  return ticks;
}
