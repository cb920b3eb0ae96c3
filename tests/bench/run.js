// `npm run bench`: the pages in turn, as multiples of native HTML; a full run writes the tables of docs/performance.md.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundlePages, requireBuild } from './lib/bundle.js';
import { checks, sentence } from './lib/checks.js';
import { help, readOptions } from './lib/options.js';
import { Problem } from './lib/problem.js';
import { machine, writeReport } from './lib/report.js';
import { measureInTurn } from './lib/rounds.js';
import { tables } from './lib/tables.js';

/** @param {import('./lib/options.js').Options} options */
async function run(options) {
  requireBuild();
  // It reads the build, so only now.
  const { withHost } = await import('./lib/host.js');
  const { rounds: times, counts, pages, partial } = options;
  const bundles = await bundlePages(pages);
  const { rounds, chromium } = await withHost(bundles, async (host) => ({
    rounds: await measureInTurn(host, options, console.log),
    chromium: host.browser.version(),
  }));

  const gzip = (/** @type {string} */ page) => bundles.get(page)?.gzip ?? 0;
  const day = new Date().toISOString().slice(0, 10);
  const text = `Measured on ${day} in ${String(times)} ${times === 1 ? 'round' : 'rounds'} on: ${machine(chromium)}.

${tables({ rounds, counts, pages, gzip })}`;
  console.log(`\n${text}\n`);

  const held = checks(rounds, JSON.parse(readFileSync(resolve(import.meta.dirname, 'budgets.json'), 'utf8')));
  for (const check of held) console.log(sentence(check));
  if (partial) {
    console.log('\nThis was a partial run: nothing was written, and no budget counts.');
    return;
  }
  await writeReport(text);
  if (held.some(({ over }) => over)) process.exitCode = 1;
  // What looks back is measured apart, each with a limit of its own.
  for (const file of ['compare.js', 'star.js', 'timeline.js'])
    if (spawnSync(process.execPath, [resolve(import.meta.dirname, file)], { stdio: 'inherit' }).status !== 0)
      process.exitCode = 1;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await run(options);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode ??= 1;
}
