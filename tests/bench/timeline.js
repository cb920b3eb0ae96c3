/**
 * What 40 conversations of 15 outcomes cost as small timelines with their table: time in scripts of the main thread, with the processor slowed down
 * four times. `node tests/bench/timeline.js` fails where scripts keep the page from answering for more than 50 ms without a break. Needs a build.
 */
import budgets from './budgets.json' with { type: 'json' };
import { bundlePages, requireBuild } from './lib/bundle.js';
import { median } from './lib/numbers.js';
import { scriptingOf } from './lib/scripting.js';

const LIMIT = budgets.timeline;
const ROUNDS = 7;

requireBuild();
const { withHost } = await import('./lib/host.js');
const bundles = await bundlePages(['timeline']);

await withHost(bundles, async ({ browser, address }) => {
  /** @type {import('./lib/scripting.js').Scripting[][]} */
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${address}/15/`);
    await page.evaluate((url) => import(url), '/timeline.js');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const steps = /** @type {const} */ (['inSight', 'all', 'one']);
    const measured = [];
    for (const step of steps)
      measured.push(
        await scriptingOf(browser, page, () =>
          page.evaluate(async ([url, step]) => {
            const { steps } = await import(url);
            await steps[step]();
            await bench.frames();
          }, /** @type {const} */ (['/timeline.js', step])),
        ),
      );
    rounds.push(measured);
    await context.close();
  }
  const [inSight, all, one] = /** @type {[string, string, string]} */ (
    [0, 1, 2].map((step) => {
      const middle = (/** @type {'total' | 'longest'} */ what) =>
        median(rounds.map((round) => round[step]?.[what] ?? NaN));
      return `${middle('total').toFixed(0)} ms, at most ${middle('longest').toFixed(0)} ms without a break`;
    })
  );
  const longest = median(rounds.map((round) => Math.max(...round.slice(0, 2).map((each) => each.longest))));
  console.log(
    `40 conversations of 15 outcomes, processor slowed down four times. In scripts until all that is in sight is drawn: ${inSight}. ` +
      `Then until the rest is: ${all}. One outcome out of them: ${one}. Wanted: at most ${LIMIT} ms without a break (${longest.toFixed(0)}).`,
  );
  if (!(longest <= LIMIT)) process.exitCode = 1;
});
