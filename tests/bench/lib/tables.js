// What was measured, as tables.
import { costOf, eachFurther, growth, spread, timesNative } from './numbers.js';
import { PAGES } from './pages.js';

/** @typedef {import('./numbers.js').Round} Round */
/** @typedef {import('./numbers.js').Spread} Spread */
/** @typedef {{ rounds: readonly Round[], counts: readonly number[], pages: readonly string[], gzip: (page: string) => number }} Measured */

/** @param {number} count */
const written = (count) => count.toLocaleString('en-GB');
/** @param {Spread | undefined} figure @param {number} digits */
const middle = (figure, digits) => figure?.median.toFixed(digits) ?? '–';
/** The median, and from where to where. @param {Spread | undefined} figure @param {number} [digits] */
const whole = (figure, digits = 2) =>
  figure === undefined
    ? '–'
    : `${figure.median.toFixed(digits)} (${figure.low.toFixed(digits)}–${figure.high.toFixed(digits)})`;

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @param {Measured} measured */
export function tables(measured) {
  const shortest = measured.counts[0] ?? 0;
  const parts = [
    ['As a multiple of native HTML', againstNative(measured, shortest)],
    ['What that is', plainFigures(measured, shortest)],
  ];
  if (measured.counts.length > 1) parts.push(['CPU to ready, milliseconds for each outcome', perOutcome(measured)]);
  parts.push(['A click among so many outcomes, milliseconds', clicks(measured)]);
  return parts.map(([title, text]) => `${title}:\n\n${text}`).join('\n\n');
}

/** @param {Measured} measured @param {number} count */
const againstNative = ({ rounds, pages }, count) =>
  table(
    [`${written(count)} outcomes`, 'CPU to ready', 'CPU, scrolled through', 'memory', 'click → event'],
    pages
      .filter((page) => page !== 'native')
      .map((page) => {
        const costs = /** @type {const} */ (['cpu', 'seen', 'memory', 'click']);
        return [title(page), ...costs.map((cost) => whole(spread(rounds, timesNative(count, page, cost))))];
      }),
  );

/** @param {Measured} measured @param {number} count */
const plainFigures = ({ rounds, pages, gzip }, count) =>
  table(
    [`${written(count)} outcomes`, 'gzip kB', 'CPU to ready, ms', 'scrolled through, ms', 'memory, MB', 'DOM nodes'],
    pages.map((page) => {
      const of = (/** @type {keyof import('./measure.js').Run} */ cost) => spread(rounds, costOf(count, page, cost));
      return [
        title(page),
        (gzip(page) / 1000).toFixed(1),
        middle(of('cpu'), 0),
        middle(of('seen'), 0),
        middle(of('memory'), 2),
        middle(of('nodes'), 0),
      ];
    }),
  );

/** @param {Measured} measured */
function perOutcome({ rounds, pages, counts }) {
  const [few, more, many] = counts;
  const three = few === undefined || more === undefined || many === undefined ? undefined : { few, more, many };
  const steps = counts.slice(1).map((count, index) => /** @type {const} */ ([counts[index] ?? 0, count]));
  const each = (/** @type {number} */ count, /** @type {string} */ page) =>
    spread(rounds, (round) => {
      const cpu = costOf(count, page, 'cpu')(round);
      return cpu === undefined ? undefined : cpu / count;
    });
  return table(
    [
      'page',
      ...counts.map((count) => `of ${written(count)}`),
      ...steps.map(([from, to]) => `each further, ${written(from)} → ${written(to)}`),
      ...(three ? ['growth'] : []),
    ],
    pages.map((page) => [
      title(page),
      ...counts.map((count) => middle(each(count, page), 2)),
      ...steps.map(([from, to]) => middle(spread(rounds, eachFurther(from, to, page)), 2)),
      ...(three ? [whole(spread(rounds, growth([three.few, three.more, three.many], page)))] : []),
    ]),
  );
}

/** @param {Measured} measured */
const clicks = ({ rounds, pages, counts }) =>
  table(
    [
      'page',
      ...counts.map((count) => `to the event, ${written(count)}`),
      ...counts.map((count) => `CPU until painted, ${written(count)}`),
    ],
    pages.map((page) => [
      title(page),
      ...counts.map((count) => middle(spread(rounds, costOf(count, page, 'click')), 1)),
      ...counts.map((count) => middle(spread(rounds, costOf(count, page, 'clickCpu')), 0)),
    ]),
  );

/** @param {string} page */
const title = (page) => PAGES[page] ?? page;
