// `npm run bench`: the pages in turn, in one run, as ratios to the native one; writes the table of docs/performance.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../scripts/browsers.mjs';
import { bundle, requireBuild } from './lib/bundle.js';
import { measure, median } from './lib/measure.js';
import { serve } from './lib/serve.js';

const PAGES = {
  native: 'Native HTML',
  'bare-lit': 'Bare Lit, native controls in a shadow root each',
  leaves: '`tp-prompt` + `tp-rating-scale` + `tp-narrative`',
  conversation: '`tp-conversation`, every outcome chosen',
};
const rounds = Number(process.env.ROUNDS ?? 9);
const warmUps = 2;
const counts = [15, 150, 1500];
const root = resolve(import.meta.dirname, '../..');
/** @type {{ leaves: number, conversation: number, growth: number }} */
const budgets = JSON.parse(readFileSync(resolve(import.meta.dirname, 'budgets.json'), 'utf8'));

requireBuild();
const bundles = new Map();
for (const name of Object.keys(PAGES)) bundles.set(name, await bundle(name));
const server = await serve(bundles);
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });

/** @param {number} count @param {number} times @param {number} skipped @returns {Promise<Map<string, import('./lib/measure.js').Run>>} medians */
async function inTurn(count, times, skipped) {
  const runs = new Map(Object.keys(PAGES).map((name) => [name, /** @type {import('./lib/measure.js').Run[]} */ ([])]));
  for (let round = 0; round < times + skipped; round++)
    for (const [name, list] of runs) {
      const run = await measure(browser, server.address, name, count);
      if (round >= skipped) list.push(run);
    }
  return new Map(
    [...runs].map(([name, list]) => {
      const of = (/** @type {keyof import('./lib/measure.js').Run} */ key) => median(list.map((run) => run[key]));
      return [name, { cpu: of('cpu'), heap: of('heap'), nodes: of('nodes'), click: of('click') }];
    }),
  );
}

console.log(`Each page ${rounds} times in turn, after ${warmUps} rounds that do not count. This takes some minutes.`);
const results = new Map([[15, await inTurn(15, rounds, warmUps)]]);
for (const count of counts.slice(1)) results.set(count, await inTurn(count, 3, 1));
await browser.close();
server.close();

const at = (/** @type {number} */ count, /** @type {string} */ name) => results.get(count).get(name);
const ratio = (/** @type {string} */ name) => at(15, name).cpu / at(15, 'native').cpu;
const perOutcome = (/** @type {string} */ name, /** @type {number} */ count) => at(count, name).cpu / count;
const growth = (/** @type {string} */ name) => perOutcome(name, 1500) / perOutcome(name, 15);

const rows = Object.entries(PAGES).map(([name, title]) => {
  const { cpu, heap, nodes, click } = at(15, name);
  const size = (bundles.get(name).gzip / 1000).toFixed(1);
  return `| ${title} | ${size} | ${ratio(name).toFixed(2)} (${cpu.toFixed(0)} ms) | ${heap.toFixed(2)} | ${nodes} | ${click.toFixed(1)} |`;
});
const growthRows = Object.entries(PAGES).map(
  ([name, title]) =>
    `| ${title} | ${counts.map((count) => perOutcome(name, count).toFixed(2)).join(' | ')} | ${growth(name).toFixed(2)} |`,
);
const table = `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench\`: ${rounds} rounds in turn, medians, headless Chromium.

| page, 15 outcomes | gzip kB | CPU to ready, × native | heap MB | DOM nodes | click → event ms |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

| CPU per outcome, ms | 15 | 150 | 1,500 | 1,500 against 15 |
| --- | --- | --- | --- | --- |
${growthRows.join('\n')}`;
console.log(`\n${table}\n`);

const file = resolve(root, 'docs/performance.md');
const text = readFileSync(file, 'utf8');
writeFileSync(
  file,
  text.replace(
    /(<!-- measured -->\n)[\s\S]*?(\n<!-- \/measured -->)/,
    (_, open, close) => `${open}\n${table}\n${close}`,
  ),
);
mkdirSync(resolve(root, 'node_modules/.cache'), { recursive: true });
writeFileSync(
  resolve(root, 'node_modules/.cache/bench.json'),
  JSON.stringify(Object.fromEntries([...results].map(([count, pages]) => [count, Object.fromEntries(pages)])), null, 2),
);

const checks = [
  ['the leaf elements against native', ratio('leaves'), budgets.leaves],
  ['the conversation against native', ratio('conversation'), budgets.conversation],
  ['the leaf elements, per outcome at 1,500 against 15', growth('leaves'), budgets.growth],
  ['the conversation, per outcome at 1,500 against 15', growth('conversation'), budgets.growth],
];
for (const [what, value, budget] of checks) {
  const over = value > budget;
  if (over) process.exitCode = 1;
  console.log(`${over ? 'Too slow' : 'Fine    '}  ${Number(value).toFixed(2)} of ${budget}  ${what}`);
}
