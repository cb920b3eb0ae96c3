// Drives Chromium: one page, one count of outcomes, everything once, in a context that has seen nothing before.

/**
 * @typedef {object} Run
 * @property {number} cpu milliseconds of the main thread from the import to two frames after the last control
 * @property {number} heap megabytes of JavaScript objects after a garbage collection, beyond those of the empty page
 * @property {number} nodes DOM nodes beyond those of the empty page
 * @property {number} click milliseconds from a real click to the event that tells of the answer; the median of some
 */

/** The outcomes whose third answer is clicked. */
const CLICKED = [0, 3, 6, 9, 12];

/** @param {readonly number[]} values */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} name the page's
 * @param {number} count
 * @returns {Promise<Run>}
 */
export async function measure(browser, address, name, count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const problems = /** @type {string[]} */ ([]);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    await page.goto(`${address}/${count}/`);
    const devtools = await context.newCDPSession(page);
    // The thread's own clock: time in which other programs had the processor does not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metrics = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return read(devtools);
    };
    await page.evaluate(() => bench.frames());
    const empty = await metrics();
    const before = await read(devtools);
    await page.evaluate((url) => import(url).then(() => bench.frames()), `/${name}.js`);
    const after = await read(devtools);
    const full = await metrics();
    /** @type {number[]} */
    const waits = [];
    for (const index of CLICKED) {
      const point = await page.evaluate(
        async ([url, at]) => {
          const { optionOf } = await import(url);
          const option = optionOf(at);
          option.scrollIntoView({ block: 'center' });
          await bench.frames();
          const { x, y, width, height } = option.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        },
        /** @type {const} */ ([`/${name}.js`, index]),
      );
      await page.mouse.click(point.x, point.y);
      await page.waitForFunction((wanted) => bench.waits.length === wanted, waits.length + 1, { timeout: 10_000 });
      waits.push(await page.evaluate(() => bench.waits.at(-1)));
    }
    if (problems.length > 0) throw new Error(`The page "${name}" says: ${problems[0]}`);
    return {
      cpu: 1000 * (after.TaskDuration - before.TaskDuration),
      heap: (full.JSHeapUsedSize - empty.JSHeapUsedSize) / 1e6,
      nodes: full.Nodes - empty.Nodes,
      click: median(waits),
    };
  } finally {
    await context.close();
  }
}

/** @param {import('playwright-core').CDPSession} devtools @returns {Promise<Record<string, number>>} */
async function read(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
