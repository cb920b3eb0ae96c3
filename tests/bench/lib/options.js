// What `npm run bench -- …` understands.
import { parseArgs } from 'node:util';
import { COUNTS, PAGES } from './pages.js';
import { Problem } from './problem.js';

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} partial a full run alone writes docs/performance.md and fails when a budget is passed
 * @property {number} rounds
 * @property {number[]} counts of outcomes, the smallest first
 * @property {string[]} pages native HTML first
 */

export const ROUNDS = 9;

export const help = `npm run bench                          the full run: writes docs/performance.md, fails when a budget is passed
npm run bench -- --rounds 3            fewer rounds or more (${String(ROUNDS)} in a full run)
npm run bench -- --counts 15,150       how many outcomes the pages have (${COUNTS.join(',')} in a full run)
npm run bench -- --pages conversation  only these beside native HTML, of: ${Object.keys(PAGES).slice(1).join(', ')}

With any of the three, the run is a partial one: it prints the tables, writes nothing and never fails a budget.
All but the shortest pages take their turn in every third round only.`;

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const values = parsed(args);
  return {
    help: values.help ?? false,
    partial: [values.rounds, values.counts, values.pages].some((value) => value !== undefined),
    rounds: values.rounds === undefined ? ROUNDS : positive('rounds', values.rounds),
    counts:
      values.counts === undefined
        ? [...COUNTS]
        : [...new Set(values.counts.split(',').map((count) => positive('counts', count)))].sort((a, b) => a - b),
    pages: values.pages === undefined ? Object.keys(PAGES) : named(values.pages.split(',')),
  };
}

/** @param {string[]} args */
function parsed(args) {
  const option = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({
      args,
      options: { help: { type: 'boolean', short: 'h' }, rounds: option, counts: option, pages: option },
    }).values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** @param {string} option @param {string} text */
function positive(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Problem(`--${option}: "${text}" is no whole number above 0.`);
  return value;
}

/** @param {string[]} names */
function named(names) {
  const unknown = names.find((name) => !Object.hasOwn(PAGES, name));
  if (unknown !== undefined)
    throw new Problem(`--pages: there is no page "${unknown}", only ${Object.keys(PAGES).join(', ')}.`);
  return Object.keys(PAGES).filter((name) => name === 'native' || names.includes(name));
}
