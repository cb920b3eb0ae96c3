// The pages in turn, round after round.
import { measure } from './measure.js';
import { rotated } from './numbers.js';

/** @typedef {import('./numbers.js').Round} Round */

/** The first round finds a browser that has just been started, and does not count. */
const WARM_UP = 1;

/**
 * @param {import('./measure.js').Host} host
 * @param {import('./options.js').Options} options
 * @param {(text: string) => void} say
 * @returns {Promise<Round[]>}
 */
export async function measureInTurn(host, { rounds, counts, pages }, say) {
  /** @type {Round[]} */
  const measured = [];
  for (let index = -WARM_UP; index < rounds; index++) {
    /** @type {Round} */
    const round = {};
    const inThisRound = counts.filter((count, place) => place === 0 || (index >= 0 && index % 3 === 0));
    for (const count of inThisRound) {
      round[count] = {};
      for (const page of rotated(pages, index + WARM_UP)) round[count][page] = await measure(host, page, count);
    }
    if (index < 0) continue;
    measured.push(round);
    say(`Round ${String(index + 1)} of ${String(rounds)}: ${inThisRound.join(', ')} outcomes`);
  }
  return measured;
}
