// Drives Chromium: one page, one count of outcomes, everything once, in a context that has seen nothing before.
import { median } from './numbers.js';
import { Problem } from './problem.js';

/**
 * @typedef {object} Run
 * @property {number} cpu milliseconds of the main thread from the import to two frames after the last control
 * @property {number} [seen] the same, and those of scrolling through the whole page once; not on a very long page
 * @property {number} memory megabytes in the heaps of JavaScript and the DOM after a garbage collection, beyond those of the empty page
 * @property {number} nodes DOM nodes beyond those of the empty page
 * @property {number} click milliseconds from a real click to the event that tells of the answer; the median of some
 * @property {number} clickCpu milliseconds of the main thread from before the click to two frames after the event; likewise
 */
/** @typedef {{ browser: import('playwright-core').Browser, address: string }} Host */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} DevTools */

/** How many outcomes are clicked, from the first to the last. */
const CLICKS = 5;
/** Native HTML too paints a whole page again for each screen: beyond this, scrolling takes minutes and says nothing new. */
const SCROLLED = 150;
const MINUTES = 3;

/** @param {Host} host @param {string} name the page's @param {number} count @returns {Promise<Run>} */
export async function measure({ browser, address }, name, count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const problems = /** @type {string[]} */ ([]);
  const late = setTimeout(() => {
    problems.push(`it did not answer for ${String(MINUTES)} minutes`);
    void context.close();
  }, MINUTES * 60_000);
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    await page.goto(`${address}/${String(count)}/`);
    const devtools = await context.newCDPSession(page);
    // The thread's own clock: time in which other programs had the processor does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const shown = await show(page, devtools, `/${name}.js`, count);
    const clicks = [];
    for (const outcome of spreadOver(count)) clicks.push(await click(page, devtools, `/${name}.js`, outcome));
    if (problems[0] !== undefined) throw new Error(problems[0]);
    return {
      ...shown,
      click: median(clicks.map(({ wait }) => wait)),
      clickCpu: median(clicks.map(({ cpu }) => cpu)),
    };
  } catch (error) {
    const [said = ''] = (problems[0] ?? (error instanceof Error ? error.message : String(error)))
      .replace(/^page\.\w+: (Error: )?/, '')
      .split('\n');
    throw new Problem(`The page "${name}" with ${String(count)} outcomes could not be measured: ${said}`);
  } finally {
    clearTimeout(late);
    await context.close();
  }
}

/** Some outcomes between the first and the last. @param {number} count */
export const spreadOver = (count) =>
  Array.from({ length: CLICKS }, (_, index) => Math.floor((count * (index + 0.5)) / CLICKS));

/** @param {Page} page @param {DevTools} devtools @param {string} url @param {number} count */
async function show(page, devtools, url, count) {
  await page.evaluate(() => bench.frames());
  const empty = await collected(devtools);
  const start = await cpu(devtools);
  await page.evaluate((url) => import(url).then(() => bench.frames()), url);
  const ready = await cpu(devtools);
  const scrolled = count <= SCROLLED;
  if (scrolled) await page.evaluate(() => bench.scrollThrough());
  const seen = await cpu(devtools);
  const full = await collected(devtools);
  return {
    cpu: ready - start,
    ...(scrolled ? { seen: seen - start } : {}),
    memory: full.megabytes - empty.megabytes,
    nodes: full.nodes - empty.nodes,
  };
}

/** Clicks the third answer of an outcome. @param {Page} page @param {DevTools} devtools @param {string} url @param {number} outcome */
async function click(page, devtools, url, outcome) {
  const { x, y } = await page.evaluate(async ([url, outcome]) => {
    const { optionOf } = await import(url);
    return bench.aim(optionOf(outcome));
  }, /** @type {const} */ ([url, outcome]));
  const start = await cpu(devtools);
  const hit = page.evaluate(() => bench.hit());
  await page.mouse.click(x, y);
  const wait = await hit;
  return { wait, cpu: (await cpu(devtools)) - start };
}

/** Milliseconds of the main thread until now. @param {DevTools} devtools */
const cpu = async (devtools) => 1000 * (await metric(devtools, 'TaskDuration'));

/**
 * What is left after a garbage collection. Native HTML has nearly all it needs in the heap of the DOM, so JavaScript's
 * alone would flatter it.
 * @param {DevTools} devtools
 */
async function collected(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  return {
    megabytes: (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6,
    nodes: await metric(devtools, 'Nodes'),
  };
}

/** @param {DevTools} devtools @param {string} name */
async function metric(devtools, name) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const found = metrics.find((each) => each.name === name);
  if (found === undefined) throw new Error(`this Chromium does not tell its ${name}`);
  return found.value;
}
