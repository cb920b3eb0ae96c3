import {
  cut,
  dashOf,
  inkOf,
  legend,
  marker,
  path,
  tenth,
  widthOf,
  wrap,
  type Frame,
  type Mark,
  type Picture,
  type Shape,
} from '../chart/fragments/shapes.js';
import { ticksOf } from './timeline.ticks.js';
import type { Aside, TimedAnswer, Timeline } from './timeline.data.js';

/** From this many em on, a line has its name at its end; below, the names stand above the drawing. */
const WIDE = 40;

/**
 * One outcome over time as shapes. A day is as wide as any other day. Answers on different scales have bands of their own, one under the
 * other, and no line runs from one to the next.
 */
export function timelinePicture(timeline: Timeline, frame: Frame): Picture {
  const { em, rtl } = frame;
  const { rows, bands, stretches, unplaced, sense, decisions, span, labels } = timeline;
  const width = Math.min(Math.max(frame.width, 14 * em), 64 * em);
  const small = 0.85 * em;
  const isWide = width >= WIDE * em;
  const words = ({ label, short }: { label: string; short: string }): string => (isWide ? label : short);
  const left = [
    ...bands.flatMap(({ steps }) => steps.map(words)),
    ...(unplaced.length > 0 ? [labels.lane] : []),
    ...(sense.length > 0 ? [labels.sense] : []),
    ...(decisions.length > 0 ? [labels.decision] : []),
  ];
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => widthOf(text, small)));
  const gutter = Math.min(longest(left), width * (isWide ? 0.26 : 0.3));
  const end = isWide ? Math.min(longest(rows), width * 0.2) + 1.5 * em : em;
  const [start, stop] = [gutter + 1.6 * em, width - end];
  const mirror = (x: number): number => tenth(rtl ? width - x : x);
  const xOf = (day: number): number =>
    start + (span.days > 0 ? (day / span.days) * (stop - start) : (stop - start) / 2);

  const shapes: Shape[] = [];
  const marks: Mark[] = [];
  const across = (y: number): Shape => ({
    d: path([mirror(start - 0.6 * em), y], [mirror(stop + 0.6 * em), y]),
    ink: 'line',
    width: 1,
  });
  const label = (text: string, y: number): void => {
    const lines = wrap(text, gutter, small, 2);
    lines.forEach((line, index) =>
      shapes.push({
        x: mirror(gutter + 0.4 * em),
        y: tenth(y + small * (0.35 + (index - (lines.length - 1) / 2) * 1.1)),
        text: line,
        size: tenth(small),
        ink: 'muted',
        anchor: 'end',
      }),
    );
  };
  // Of many conversations the marks are small, so that each is still one.
  const busiest = new Set(timeline.trajectory.points.map(({ record }) => record.date)).size;
  const size = Math.max(Math.min(0.38 * em, ((stop - start) / Math.max(busiest - 1, 1)) * 0.45), 0.14 * em);
  const mark = (
    row: number,
    look: number,
    y: number,
    isSolid: boolean,
    one: TimedAnswer | Aside,
    note?: string,
  ): void => {
    const x = mirror(xOf(one.day));
    marks.push({
      row,
      column: one.column,
      x,
      y: tenth(y),
      point: one.point,
      view: one.view,
      note,
      shape: { d: marker(look, x, y, size), ink: inkOf(look), fill: isSolid ? 'solid' : 'open' },
    });
  };

  let y = isWide ? 0 : legend(shapes, rows, { width, em: small, rtl }, 0);
  const top = y;
  const ends: { row: number; x: number; y: number }[] = [];
  bands.forEach(({ name, steps }, band) => {
    const own = stretches.filter((stretch) => stretch.band === band);
    const ordinals = [
      ...steps.map(({ ordinal }) => ordinal),
      ...own.flatMap(({ answers }) => answers.map(({ ordinal }) => ordinal ?? 0)),
    ];
    const [low, high] = [Math.min(...ordinals), Math.max(...ordinals)];
    const gap = steps.length > 7 ? 0.9 * em : 1.9 * em;
    const height = gap * Math.max(steps.length - 1, 1);
    if (bands.length > 1) {
      y += (band > 0 ? 2.2 : 1.3) * em;
      shapes.push({ x: mirror(0), y: tenth(y), text: cut(name, width, small), size: tenth(small), bold: true });
    }
    y += 1.2 * em;
    const bottom = y + height;
    const yOf = (ordinal: number): number =>
      bottom - (high > low ? ((ordinal - low) / (high - low)) * height : height / 2);
    steps.forEach((step, index) => {
      const isEnd = index === 0 || index === steps.length - 1;
      shapes.push(across(tenth(yOf(step.ordinal))));
      if (gap > em || isEnd) label(words(step), yOf(step.ordinal));
    });
    const inBand = [...new Set(own.map(({ row }) => row))];
    // Lines that lie on one another are moved apart by a little, each of them always by the same.
    const aside = (row: number): number =>
      (inBand.indexOf(row) - (inBand.length - 1) / 2) * Math.min(size * 1.1, gap * 0.2);
    for (const { row, answers } of own) {
      const at = ({ day, ordinal }: TimedAnswer): [number, number] => [
        mirror(xOf(day)),
        yOf(ordinal ?? 0) + aside(row),
      ];
      if (answers.length > 1)
        shapes.push({ d: path(...answers.map(at)), ink: inkOf(row), dash: dashOf(row), width: em / 8 });
      for (const answer of answers) mark(row, row, at(answer)[1], true, answer);
    }
    for (const row of inBand) {
      const last = own
        .filter((stretch) => stretch.row === row)
        .flatMap(({ answers }) => answers)
        .sort((a, b) => a.day - b.day)
        .at(-1);
      if (last) ends.push({ row, x: xOf(last.day), y: yOf(last.ordinal ?? 0) + aside(row) });
    }
    y = bottom;
  });
  if (unplaced.length > 0) {
    const before = unplaced.map(({ day }, index) => unplaced.slice(0, index).filter((one) => one.day === day).length);
    y += (bands.length > 0 ? 2 : 1) * em + Math.max(...before) * size * 2;
    label(labels.lane, y);
    unplaced.forEach((one, index) => mark(one.row, one.row, y - (before[index] ?? 0) * size * 2, false, one));
  }
  if (isWide) nameEnds();

  y += 1.2 * em;
  shapes.push({ d: path([mirror(start - 0.6 * em), y], [mirror(stop + 0.6 * em), y]), ink: 'muted', width: 1 });
  for (const { x, at, text } of ticksOf({ ...span, start, end: stop, width, size: small, say: timeline.tick }))
    shapes.push(
      { d: path([mirror(x), y], [mirror(x), y + 0.4 * em]), ink: 'muted', width: 1 },
      { x: mirror(at), y: tenth(y + 1.4 * em), text, size: tenth(small), ink: 'muted', anchor: 'middle' },
    );
  for (const { day } of timeline.breaks) {
    const x = mirror(xOf(day));
    shapes.push(
      { d: path([x, top + 0.6 * em], [x, y]), ink: 'muted', dash: '1 5', width: 1.5 },
      // Two strokes through the axis: from here on another ruler holds.
      { d: `${path([x - 5, y + 5], [x - 1, y - 5])}${path([x + 1, y + 5], [x + 5, y - 5])}`, ink: 'text', width: 1.5 },
    );
  }
  y += 1.8 * em;
  asides(sense, labels.sense, rows.length, 'chart.own-sense-of');
  asides(decisions, labels.decision, rows.length + 1);
  return {
    title: timeline.title,
    description: timeline.description,
    width: tenth(width),
    height: tenth(y + 0.4 * em),
    rtl,
    shapes,
    marks,
  };

  /** Names at the ends of the lines, one under the other where they would meet. */
  function nameEnds(): void {
    const lasts = new Map(ends.sort((a, b) => a.x - b.x).map((one) => [one.row, one]));
    let free = -Infinity;
    for (const { row, y: at } of [...lasts.values()].sort((a, b) => a.y - b.y)) {
      const lines = wrap(rows[row] ?? '', end - em, small, 4);
      let line = Math.max(at - ((lines.length - 1) / 2) * 1.1 * small, free);
      for (const text of lines) {
        shapes.push({
          x: mirror(stop + em),
          y: tenth(line + 0.3 * em),
          text,
          size: tenth(small),
          ink: inkOf(row),
          bold: true,
        });
        line += 1.1 * small;
      }
      free = line + 0.3 * em;
    }
  }

  /** A lane under the axis: marks, and their words where there is room for them. */
  function asides(list: readonly Aside[], name: string, row: number, note?: string): void {
    if (list.length === 0) return;
    y += em;
    label(name, y);
    // What several people said on one day stands one under the other, and is said for each.
    const days = [...new Set(list.map(({ day }) => day))].map((day) => list.filter((one) => one.day === day));
    const deep = (Math.max(...days.map(({ length }) => length)) - 1) * em;
    let taken = start - em;
    for (const of of days) {
      for (const [index, one] of of.entries()) mark(row, one.row, y + index * em, true, one, note);
      const text = [...new Set(of.map((one) => one.text))].join(' · ');
      const half = widthOf(text, small) / 2;
      const at = Math.max(start - em + half, Math.min(xOf(of[0]?.day ?? 0), width - half));
      if (at - half < taken || at + half > width) continue;
      taken = at + half + em / 2;
      shapes.push({ x: mirror(at), y: tenth(y + deep + 1.4 * em), text, size: tenth(small), anchor: 'middle' });
    }
    y += deep + 1.7 * em;
  }
}
