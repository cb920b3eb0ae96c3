/**
 * What a star of 15 axes and four series costs, against the same drawing and table written by hand as markup: processor time of the main thread
 * from the import to two frames later, in turn and in a new page each time. `node tests/bench/star.js` fails above 3 ×. Needs a build.
 */
import budgets from './budgets.json' with { type: 'json' };
import { bundlePages, requireBuild } from './lib/bundle.js';
import { median } from './lib/numbers.js';

const LIMIT = budgets.star;
const ROUNDS = 7;

requireBuild();
const { withHost } = await import('./lib/host.js');
const bundles = await bundlePages(['star']);

/** @param {string} markup @param {string} styles */
const byHand = (markup, styles) => `
const host = document.createElement('div');
const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(styles)});
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [sheet];
root.innerHTML = ${JSON.stringify(markup)};
document.body.append(host);
export {};`;

await withHost(bundles, async ({ browser, address }) => {
  /** @param {string} name */
  const open = async (name) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${address}/15/`);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const cpu = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find((each) => each.name === 'TaskDuration')?.value ?? Number.NaN);
    };
    await page.evaluate(() => bench.frames());
    const start = await cpu();
    await page.evaluate((url) => import(url).then(() => bench.frames()), `/${name}.js`);
    const spent = (await cpu()) - start;
    return { page, spent, close: () => context.close() };
  };
  const { page, close } = await open('star');
  const drawn = await page.evaluate(async (url) => {
    const { markup, styles } = await import(url);
    return { markup: markup(), styles: styles() };
  }, '/star.js');
  await close();
  bundles.set('by-hand', { code: byHand(drawn.markup, drawn.styles), gzip: 0 });

  /** @type {[number, number][]} */
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const pair = [];
    for (const name of ['star', 'by-hand']) {
      const one = await open(name);
      pair.push(one.spent);
      await one.close();
    }
    runs.push(/** @type {[number, number]} */ (pair));
  }
  const ratio = median(runs.map(([star, hand]) => star / hand));
  const [star, hand] = /** @type {[number, number]} */ ([0, 1].map((at) => median(runs.map((run) => run[at] ?? 0))));
  console.log(
    `A star of 15 axes and four series: ${star.toFixed(0)} ms; the same by hand: ${hand.toFixed(0)} ms; ${ratio.toFixed(2)} × (at most ${LIMIT} ×).`,
  );
  if (!(ratio <= LIMIT)) process.exitCode = 1;
});
