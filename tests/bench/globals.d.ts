import type { createRecord } from '../../dist/model/index.js';
import type { OutcomeFramework } from '../../dist/schema/index.js';

/** The outcomes that are shipped all have these. */
export type Outcome = OutcomeFramework['outcomes'][number] & { description: string; prompts: readonly string[] };

/** What the pages of the benchmark are given, and what the script that measures them asks of them. */
export interface Bench {
  readonly framework: string | OutcomeFramework;
  readonly outcomes: readonly Outcome[];
  readonly record: ReturnType<typeof createRecord>;
  /** What a page calls when it hears of an answer. */
  heard(): void;
  /** Two frames: everything is laid out and painted. */
  frames(): Promise<void>;
  /** Shows every part of the page once, a screen for each frame. */
  scrollThrough(): Promise<void>;
  /** Brings an answer into view, and says where to click. */
  aim(option: Element | undefined): Promise<{ x: number; y: number }>;
  /** Waits for the event that tells of the click, and two frames more; milliseconds from one to the other. */
  hit(): Promise<number>;
}

declare global {
  var bench: Bench;
}
