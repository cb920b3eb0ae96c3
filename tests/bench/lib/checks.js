// Holds what was measured against budgets.json.
import { costOf, growth, spread, timesNative } from './numbers.js';
import { COUNTS } from './pages.js';

/** @typedef {import('./numbers.js').Round} Round */
/** @typedef {{ leaves: number, conversation: number, growth: number, click: number }} Budgets milliseconds for a click, else multiples */
/** @typedef {{ what: string, value: number, budget: number, over: boolean }} Check */

/** What these rounds cannot tell is not in it. @param {readonly Round[]} rounds @param {Budgets} budgets @returns {Check[]} */
export function checks(rounds, budgets) {
  const [shipped, , many] = COUNTS;
  const ours = /** @type {const} */ ([
    ['leaves', 'the leaf elements'],
    ['conversation', 'the conversation'],
  ]);
  return ours
    .flatMap(([page, name]) => [
      {
        what: `${name}, CPU to ready as a multiple of native HTML`,
        value: spread(rounds, timesNative(shipped, page, 'cpu'))?.median,
        budget: budgets[page],
      },
      {
        what: `${name}, a further outcome on a long page against one on a short page`,
        value: spread(rounds, growth(COUNTS, page))?.median,
        budget: budgets.growth,
      },
      {
        what: `${name}, milliseconds from a click among ${String(many)} outcomes to its event`,
        value: spread(rounds, costOf(many, page, 'click'))?.median,
        budget: budgets.click,
      },
    ])
    .flatMap(({ what, value, budget }) =>
      value === undefined ? [] : [{ what, value, budget, over: !(value <= budget) }],
    );
}

/** @param {Check} check */
export const sentence = ({ what, value, budget, over }) =>
  `${over ? 'Too much' : 'Fine    '}  ${value.toFixed(2)} of ${String(budget)}  ${what}`;
