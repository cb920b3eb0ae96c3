import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { svgText } from '../../src/elements/chart/fragments/paint.js';
import { step } from '../../src/elements/chart/fragments/explore.js';
import { ticksOf } from '../../src/elements/outcome-timeline/timeline.ticks.js';
import { widthOf, type Frame, type Line, type Picture } from '../../src/elements/chart/fragments/shapes.js';
import type { OutcomeFramework } from '../../src/schema/framework.js';
import { kinRecord, someRecord } from './compare-arbitraries.js';
import { corners, faults, starsOf, timelinesOf } from './chart-pictures.js';

const frame: fc.Arbitrary<Frame> = fc.record({
  width: fc.integer({ min: 1, max: 2000 }),
  em: fc.constantFrom(10, 16, 32),
  rtl: fc.boolean(),
});
const framework: OutcomeFramework = {
  id: 'f0',
  version: '1',
  name: 'Framework',
  outcomes: [0, 1, 2, 3, 4].map((n) => ({ id: `o${n}`, name: `Outcome number ${n}, with a name that is long` })),
};
const records = fc.array(someRecord, { maxLength: 6 });

/** The lines of a series, corner by corner. */
const linesOf = ({ shapes }: Picture, row: number): readonly (readonly [number, number])[][] =>
  shapes
    .filter((shape): shape is Line => 'd' in shape && shape.ink === `s${row}` && !shape.fill)
    .flatMap(({ d }) => d.split('M').filter((part) => part !== ''))
    .map((part) => [...corners(part)])
    // What is left is the sample in the legend, which has no mark.
    .filter((line) => line.length > 1);

const key = ([x, y]: readonly [number, number]): string => `${x} ${y}`;

describe('a star', () => {
  it('is made of finite numbers inside its box, whatever the records', () => {
    fc.assert(
      fc.property(records, frame, (list, frame) => {
        expect(faults(starsOf(list, { framework, frame }).picture)).toEqual([]);
        expect(faults(starsOf(list, { frame }).picture)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('has a mark only where somebody was asked, and a solid one only where they answered', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { maxLength: 6 }), (list) => {
        for (const { view, shape } of starsOf(list).picture.marks)
          expect(view?.rating.answer.kind).toBe(shape.fill === 'solid' ? 'answered' : 'no-answer');
      }),
      { numRuns: 300 },
    );
  });

  it('has lines only between answers on neighbouring axes', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { maxLength: 6 }), (list) => {
        const { star, picture } = starsOf(list);
        star.series.forEach((_, row) => {
          const own = picture.marks.filter((mark) => mark.row === row && mark.shape.fill === 'solid');
          const columns = new Map(own.map(({ x, y, column }) => [key([x, y]), column]));
          for (const [from, to] of linesOf(picture, row)) {
            if (!from || !to || !columns.has(key(from))) continue;
            const [one = -9, other = -9] = [columns.get(key(from)), columns.get(key(to))];
            expect((one + 1) % star.axes.length).toBe(other);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of the framework, whatever the order of the records', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { maxLength: 5 }), (list) => {
        const names = ({ axes, beside }: ReturnType<typeof starsOf>['star']): readonly string[] =>
          [...axes, ...beside].map(({ label }) => label);
        const one = starsOf(list, { framework }).star;
        const labels = one.axes.slice(0, 5).flatMap(({ label }) => /number (\d)/.exec(label)?.[1] ?? []);
        expect(labels).toEqual([...labels].sort());
        // Which of two people is shown is a matter of who comes first: the same one has to.
        if (new Set(list.map(({ subject }) => subject.id)).size > 1) return;
        expect(names(starsOf([...list].reverse(), { framework }).star)).toEqual(names(one));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a timeline', () => {
  it('is made of finite numbers inside its box, whatever the records', () => {
    fc.assert(
      fc.property(records, frame, (list, frame) => {
        for (const { picture } of timelinesOf(list, frame)) expect(faults(picture)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('joins only answers that stand next to each other in a stretch on one scale', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { maxLength: 8 }), (list) => {
        for (const { timeline, picture } of timelinesOf(list)) {
          for (const { answers } of timeline.stretches) {
            expect(new Set(answers.map(({ ordinal }) => ordinal === null))).toEqual(new Set([false]));
            answers.forEach(({ column }, index) => {
              // In a stretch no conversation is left out.
              if (index > 0) expect(column).toBe((answers[index - 1]?.column ?? 0) + 1);
            });
          }
          const solid = new Set(
            picture.marks.flatMap(({ shape, x, y }) => (shape.fill === 'solid' ? key([x, y]) : [])),
          );
          const ends = timeline.rows.flatMap((_, row) => linesOf(picture, row)).filter((line) => line.length > 2);
          for (const line of ends) for (const corner of line) expect(solid).toContain(key(corner));
        }
      }),
      { numRuns: 250 },
    );
  });

  it('gives a day the same width everywhere', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { minLength: 3, maxLength: 8 }), (list) => {
        for (const { timeline, picture } of timelinesOf(list)) {
          const { days } = timeline.span;
          const xs = new Map<number, number>();
          for (const { point, x } of picture.marks) xs.set(Date.parse(`${point.record.date}T00:00Z`) / 86_400_000, x);
          const [first, ...others] = [...xs].sort(([a], [b]) => a - b);
          const last = others.at(-1);
          if (!first || !last || days === 0) continue;
          const perDay = (last[1] - first[1]) / (last[0] - first[0]);
          for (const [day, x] of others) expect(Math.abs(first[1] + (day - first[0]) * perDay - x)).toBeLessThan(0.3);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the ticks of a time axis', () => {
  it('never meet, and stay inside', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0101-01-01'), max: new Date('9000-01-01'), noInvalidDate: true }),
        fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 3000 }), fc.nat({ max: 300_000 })),
        fc.integer({ min: 200, max: 1200 }),
        (date, days, width) => {
          const size = 14;
          const ticks = ticksOf({
            from: date.toISOString().slice(0, 10),
            days,
            start: 80,
            end: width - 20,
            width,
            size,
            say: (day, unit) => ({ day, month: day.slice(0, 7), year: day.slice(0, 4) })[unit],
          });
          expect(ticks.length).toBeGreaterThan(0);
          let right = 0;
          for (const { x, at, text } of ticks) {
            const half = widthOf(text, size) / 2;
            expect(at - half).toBeGreaterThanOrEqual(right - 0.001);
            right = at + half;
            expect(x).toBeGreaterThanOrEqual(80);
            expect(x).toBeLessThanOrEqual(width - 20 + 0.001);
          }
          expect(right).toBeLessThanOrEqual(width + 0.001);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('going through a chart by keyboard', () => {
  it('reaches every mark, and never leaves the chart', () => {
    fc.assert(
      fc.property(fc.array(kinRecord, { maxLength: 6 }), fc.boolean(), (list, rtl) => {
        const pictures = [starsOf(list).picture, ...timelinesOf(list).map(({ picture }) => picture)];
        for (const picture of pictures.map((one) => ({ ...one, rtl }))) {
          const reached = new Set<number>([0]);
          for (const at of reached)
            for (const pressed of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
              const next = step(picture, at, pressed);
              if (next !== undefined) reached.add(next);
            }
          if (picture.marks.length > 0) expect(reached.size).toBe(picture.marks.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a saved picture', () => {
  it('has nothing in it that runs or is fetched, and its words are text', () => {
    fc.assert(
      fc.property(records, (list) => {
        const hostile = list.map((record) => ({
          ...record,
          entries: record.entries.map((entry) => ({ ...entry, label: `<script>&"\u0000${entry.label}` })),
        }));
        const saved = svgText([starsOf(hostile).picture, ...timelinesOf(hostile).map(({ picture }) => picture)]);
        expect(saved).not.toMatch(/<script|NaN|Infinity|undefined|href|style=|url\(/);
        // eslint-disable-next-line no-control-regex -- what XML forbids
        expect(saved).not.toMatch(/\u0000/);
      }),
      { numRuns: 100 },
    );
  });
});
