import { TYPING_PAUSE } from '../../../src/base/text-commit.js';

/**
 * The pause after which typed words are told, in the hands of the test: it is over when the test says so, and never because a busy
 * machine was slow to press the next key.
 */
const waiting = new Map<number, () => void>();
const clock = {
  set: globalThis.setTimeout.bind(globalThis) as (run: () => void, delay?: number) => unknown,
  clear: globalThis.clearTimeout.bind(globalThis),
};
let held = true;
let count = 0;

Object.assign(globalThis, {
  setTimeout: (run: () => void, delay?: number): unknown => {
    if (!held || delay !== TYPING_PAUSE) return clock.set(run, delay);
    count -= 1;
    waiting.set(count, run);
    return count;
  },
  clearTimeout: (id: number | undefined): void => {
    if (id === undefined || !waiting.delete(id)) clock.clear(id);
  },
});

/** Nobody has typed for a while. */
export async function pauseOver(): Promise<void> {
  const due = [...waiting.values()];
  waiting.clear();
  for (const run of due) run();
  await Promise.resolve();
}

/** Lets the real clock decide, inside the body. */
export async function withClock(body: () => Promise<void>): Promise<void> {
  held = false;
  try {
    await body();
  } finally {
    held = true;
  }
}
