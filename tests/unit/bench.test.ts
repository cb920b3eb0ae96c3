import { describe, expect, it } from 'vitest';
import { checks, sentence } from '../bench/lib/checks.js';
import { growth, median, rotated, type Round, spread, timesNative } from '../bench/lib/numbers.js';
import { readOptions } from '../bench/lib/options.js';
import { tables } from '../bench/lib/tables.js';

const run = (cpu: number, click = 1): Round[number][string] => ({
  cpu,
  seen: 2 * cpu,
  memory: 1,
  nodes: 100,
  click,
  clickCpu: 3,
});
/** What is measured costs `start` milliseconds once, and `each` for every outcome. */
const page = (start: number, each: number): Record<number, Round[number][string]> =>
  Object.fromEntries([15, 150, 1500].map((count) => [count, run(start + each * count)]));

const round = (pages: Record<string, Record<number, Round[number][string]>>): Round =>
  Object.fromEntries(
    [15, 150, 1500].map((count) => [
      count,
      Object.fromEntries(Object.entries(pages).flatMap(([name, runs]) => (runs[count] ? [[name, runs[count]]] : []))),
    ]),
  );
const budgets = { leaves: 2.5, conversation: 4, growth: 1.5, click: 100 };

describe('the figures of the benchmark', () => {
  it('have the middle value as their median, or what lies between two', () => {
    expect(median([9, 1, 10])).toBe(9);
    expect(median([10, 9, 1, 2])).toBe(5.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow(RangeError);
  });

  it('take a ratio inside each round, not between medians', () => {
    // The machine was ten times as slow in the last round. Medians alone: 30 / 20 = 1.5.
    const rounds = [
      { 15: { native: run(10), leaves: run(20) } },
      { 15: { native: run(20), leaves: run(30) } },
      { 15: { native: run(100), leaves: run(300) } },
    ];
    expect(spread(rounds, timesNative(15, 'leaves', 'cpu'))).toEqual({ median: 2, low: 1.5, high: 3 });
  });

  it('leave out the rounds that did not measure a page, and are none when no round did', () => {
    const rounds = [{ 15: { native: run(10), leaves: run(20) } }, { 15: { native: run(10) } }];
    expect(spread(rounds, timesNative(15, 'leaves', 'cpu'))).toEqual({ median: 2, low: 2, high: 2 });
    expect(spread(rounds, timesNative(150, 'leaves', 'cpu'))).toBeUndefined();
  });

  it('do not let the cost of starting hide growth', () => {
    const flat = round({ leaves: page(1000, 2) });
    expect(growth([15, 150, 1500], 'leaves')(flat)).toBeCloseTo(1);
    // Each further outcome costs twice as much on the long page; per outcome of the whole page it would look cheaper.
    const steep = round({ leaves: { 15: run(1015), 150: run(1150), 1500: run(1150 + 2 * 1350) } });
    expect(growth([15, 150, 1500], 'leaves')(steep)).toBeCloseTo(2);
  });

  it('begin each round with another page', () => {
    expect([0, 1, 2, 3].map((by) => rotated(['a', 'b', 'c'], by).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });
});

describe('the budgets of the benchmark', () => {
  const native = page(0, 1);
  it('hold what is within them', () => {
    const rounds = [round({ native, leaves: page(0, 2.5), conversation: page(30, 2) })];
    const held = checks(rounds, budgets);
    expect(held).toHaveLength(6);
    expect(held.filter(({ over }) => over)).toEqual([]);
  });

  it('name what is above them', () => {
    const slow = { 15: run(41), 150: run(150), 1500: run(150 + 2 * 1350, 101) };
    const over = checks([round({ native, leaves: slow })], budgets).filter((check) => check.over);
    expect(over.map(({ budget }) => budget)).toEqual([2.5, 1.5, 100]);
    expect(over.map(sentence)[0]).toBe(
      'Too much  2.73 of 2.5  the leaf elements, CPU to ready as a multiple of native HTML',
    );
  });

  it('say nothing of what was not measured', () => {
    expect(checks([{ 15: { native: run(10), leaves: run(20) } }], budgets)).toHaveLength(1);
  });

  it('are passed by a figure that is no number', () => {
    expect(checks([{ 15: { native: run(0), leaves: run(0) } }], budgets)[0]?.over).toBe(true);
  });
});

describe('the tables of the benchmark', () => {
  const gzip = (): number => 12_345;

  it('show medians with the lowest and the highest', () => {
    const rounds = [2, 2.25, 3].map((times) => ({ 15: { native: run(10), leaves: run(10 * times) } }));
    const text = tables({ rounds, counts: [15], pages: ['native', 'leaves'], gzip });
    expect(text).toContain(
      '| `tp-prompt` + `tp-rating-scale` + `tp-narrative` | 2.25 (2.00–3.00) | 2.25 (2.00–3.00) |',
    );
    expect(text).toContain('| Native HTML | 12.3 | 10 | 20 | 1.00 | 100 |');
    expect(text).not.toContain('growth');
  });

  it('show what a further outcome costs', () => {
    const rounds = [round({ native: page(100, 0.5) })];
    const text = tables({ rounds, counts: [15, 150, 1500], pages: ['native'], gzip });
    expect(text).toContain('| Native HTML | 7.17 | 1.17 | 0.57 | 0.50 | 0.50 | 1.00 (1.00–1.00) |');
  });

  it('have a dash where nothing was measured', () => {
    const text = tables({ rounds: [], counts: [15], pages: ['native'], gzip });
    expect(text).toContain('| Native HTML | 12.3 | – | – | – | – |');
  });
});

describe('the options of the benchmark', () => {
  it('are those of a full run when none is given', () => {
    expect(readOptions([])).toEqual({
      help: false,
      partial: false,
      rounds: 9,
      counts: [15, 150, 1500],
      pages: ['native', 'bare-lit', 'leaves', 'conversation'],
    });
  });

  it('make a partial run, beside native HTML and from the shortest page to the longest', () => {
    const options = readOptions(['--rounds', '2', '--counts', '150,15,15', '--pages', 'conversation']);
    expect(options).toMatchObject({ partial: true, rounds: 2, counts: [15, 150], pages: ['native', 'conversation'] });
  });

  it.each([
    [['--rounds', '0'], '"0" is no whole number above 0'],
    [['--counts', '15,many'], '"many" is no whole number above 0'],
    [['--pages', 'leafs'], 'there is no page "leafs"'],
    [['--fast'], '--fast'],
  ])('say what is wrong with %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
