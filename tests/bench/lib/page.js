// Runs in the page before anything is measured: the data, and the stopwatch from a real click to the event that tells of it.

/** @typedef {{ id: string, name: string, description: string, prompts: string[] }} Outcome */

let clickedAt = 0;
/** @type {number[]} */
const waits = [];

addEventListener('click', (event) => (clickedAt ||= event.timeStamp), { capture: true });

globalThis.bench = {
  ...JSON.parse(document.getElementById('data').textContent),
  waits,
  /** What the page calls when it hears of the answer. A click's time stamp is when the browser got it. */
  heard() {
    if (clickedAt > 0) waits.push(performance.now() - clickedAt);
    clickedAt = 0;
  },
  /** Two frames: everything is laid out and painted. */
  frames: () =>
    new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    }),
};
