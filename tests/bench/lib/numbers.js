// Medians and ratios. A ratio is taken inside one round, in which the machine was as busy for one page as for the other.

/** @typedef {import('./measure.js').Run} Run */
/** @typedef {Record<number, Record<string, Run>>} Round what one round measured: by count of outcomes, then by page */
/** @typedef {{ median: number, low: number, high: number }} Spread */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.');
  return (low + high) / 2;
}

/**
 * A figure of each round that has it: its median, the lowest and the highest.
 * @param {readonly Round[]} rounds
 * @param {(round: Round) => number | undefined} figure
 * @returns {Spread | undefined} undefined when no round has it
 */
export function spread(rounds, figure) {
  const values = rounds.map(figure).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) };
}

/** @param {number} count @param {string} page @param {keyof Run} cost @returns {(round: Round) => number | undefined} */
export const costOf = (count, page, cost) => (round) => round[count]?.[page]?.[cost];

/** @param {number} count @param {string} page @param {keyof Run} cost @returns {(round: Round) => number | undefined} */
export const timesNative = (count, page, cost) => (round) => {
  const own = costOf(count, page, cost)(round);
  const native = costOf(count, 'native', cost)(round);
  return own === undefined || native === undefined ? undefined : own / native;
};

/**
 * CPU of each outcome that a page has more than a shorter one. What a page costs once, however long, is not in it.
 * @param {number} few
 * @param {number} many
 * @param {string} page
 * @returns {(round: Round) => number | undefined}
 */
export const eachFurther = (few, many, page) => (round) => {
  const [shorter, longer] = [costOf(few, page, 'cpu')(round), costOf(many, page, 'cpu')(round)];
  return shorter === undefined || longer === undefined ? undefined : (longer - shorter) / (many - few);
};

/**
 * How much more a further outcome costs on a long page than on a short one.
 * @param {readonly [number, number, number]} counts
 * @param {string} page
 * @returns {(round: Round) => number | undefined}
 */
export const growth =
  ([few, more, many], page) =>
  (round) => {
    const first = eachFurther(few, more, page)(round);
    const last = eachFurther(more, many, page)(round);
    return first === undefined || last === undefined ? undefined : last / first;
  };

/** The same, but beginning one further on in each round, so that no page always comes after the same one. @template T @param {readonly T[]} list @param {number} by @returns {T[]} */
export const rotated = (list, by) => list.map((_, index) => /** @type {T} */ (list[(index + by) % list.length]));
