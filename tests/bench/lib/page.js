// Runs in the page before anything is measured: the data, and the stopwatch from a real click to the event that tells of it.

/** @typedef {import('../globals.js').Bench} Bench */

{
  const frames = () =>
    new Promise((/** @type {(value?: undefined) => void} */ done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    });
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  let clickedAt = 0;
  // A click's time stamp is when the browser got it. The first one: a label sends its input a second click.
  addEventListener('click', (event) => (clickedAt ||= event.timeStamp), { capture: true });

  /** @type {(wait: number) => void} */
  let tell = () => undefined;
  /** @type {Promise<number>} */
  let told = Promise.resolve(0);

  /** @type {Bench} */
  const bench = {
    ...JSON.parse(document.getElementById('data')?.textContent ?? '{}'),
    heard() {
      const wait = performance.now() - clickedAt;
      if (clickedAt > 0) tell(wait);
      clickedAt = 0;
    },
    frames,
    async scrollThrough() {
      // What is laid out late makes the page longer or shorter, so its end is looked for each time.
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo({ top, behavior: 'instant' });
        await frame();
      }
      await frames();
    },
    async aim(option) {
      if (option === undefined) throw new Error('it has no answer to click');
      // Cards that are drawn on the way may still move it: a click beside it would be waited for in vain.
      for (let [before, now] = [NaN, 0]; before !== now;) {
        before = now;
        option.scrollIntoView({ block: 'center', behavior: 'instant' });
        await frames();
        now = option.getBoundingClientRect().top;
      }
      told = new Promise((done) => (tell = done));
      const { x, y, width, height } = option.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    async hit() {
      const wait = await told;
      await frames();
      return wait;
    },
  };
  globalThis.bench = bench;
}
