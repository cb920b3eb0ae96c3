// How long scripts kept the main thread, out of Chromium's own trace: in all, and in the longest piece without a break.

/** @typedef {{ total: number, longest: number }} Scripting in milliseconds of the thread's own clock */
/** @typedef {{ ph: string, name: string, pid: number, tid: number, ts: number, dur: number, tdur?: number }} TraceEvent */

const CATEGORIES = ['-*', 'toplevel', 'devtools.timeline'];
/** Scripts, what they are called by, and the collection of their garbage. */
const SCRIPT =
  /^(FunctionCall|EvaluateScript|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|TimerFire|FireAnimationFrame|FireIdleCallback|MinorGC|MajorGC|[vV]8\..*)$/;
/** What is no script even where a script asked for it. */
const DRAWING = /^(Layout|UpdateLayoutTree|PrePaint|Paint|Layerize|Commit)$/;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} work what is measured
 * @returns {Promise<Scripting>}
 */
export async function scriptingOf(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  /** @type {Map<string, TraceEvent[]>} */
  const threads = new Map();
  for (const event of traceEvents.filter(({ ph }) => ph === 'X')) {
    const thread = `${event.pid}.${event.tid}`;
    threads.set(thread, [...(threads.get(thread) ?? []), event]);
  }
  // Of all threads the page's own runs most scripts.
  const pieces = [...threads.values()].map(piecesOf);
  const totals = pieces.map((list) => list.reduce((sum, piece) => sum + piece, 0));
  const total = Math.max(...totals);
  return { total, longest: Math.max(...(pieces[totals.indexOf(total)] ?? [])) };
}

/** The time in scripts of each task of a thread. @param {TraceEvent[]} events */
function piecesOf(events) {
  /** @type {number[]} */
  const pieces = [];
  /** @type {TraceEvent[]} those that have begun and not ended */
  const open = [];
  for (const event of events.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length > 0 && ends(open.at(-1)) <= event.ts) open.pop();
    if (open.length === 0) pieces.push(0);
    const around = open.findLast(({ name }) => SCRIPT.test(name) || DRAWING.test(name));
    const isInScript = around !== undefined && SCRIPT.test(around.name);
    const time = (event.tdur ?? event.dur) / 1000;
    const last = pieces.length - 1;
    if (SCRIPT.test(event.name) && !isInScript) pieces[last] = (pieces[last] ?? 0) + time;
    if (DRAWING.test(event.name) && isInScript) pieces[last] = (pieces[last] ?? 0) - time;
    open.push(event);
  }
  return pieces;
}

/** @param {TraceEvent | undefined} event */
const ends = (event) => (event ? event.ts + event.dur : 0);
