/** One thing that a contract asks for, ready to be a test of any runner: `it(name, run)`. */
export interface Check {
  readonly name: string;
  /** Leaves the page as it was. Rejects with what is not kept. */
  readonly run: () => Promise<void>;
}

/** A check that was not kept. */
export interface Finding {
  readonly name: string;
  readonly message: string;
}

/** Runs checks one after the other, for whoever has no test runner at hand. An empty list: all are kept. */
export async function findingsOf(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, run } of checks)
    try {
      await run();
    } catch (error) {
      findings.push({ name, message: error instanceof Error ? error.message : String(error) });
    }
  return findings;
}

/** As text, the names of an object in one order. */
const written = (value: unknown): string =>
  value === undefined
    ? 'undefined'
    : JSON.stringify(value, (_name, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );

/** @throws Error with both, where two values are not the same data */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (written(actual) !== written(expected))
    throw new Error(`${what}: expected ${written(expected)}, and it is ${written(actual)}.`);
}

/** @throws Error where it does not hold */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`It does not hold that ${what}.`);
}

/** The types of what is heard from now on, in order. */
export interface Heard {
  readonly events: readonly Event[];
  readonly types: readonly string[];
  stop(): void;
}

export const EVENTS = [
  'input',
  'change',
  'tp-answer-change',
  'tp-before-answer-change',
  'tp-record-change',
  'tp-before-record-complete',
  'tp-record-complete',
  'tp-concern',
  'tp-error',
] as const;

/** What a change of an answer is told by, in this order. */
export const CHANGE = ['input', 'change', 'tp-answer-change'] as const;

export function hear(target: EventTarget, types: readonly string[]): Heard {
  const events: Event[] = [];
  const keep = (event: Event): void => void events.push(event);
  for (const type of types) target.addEventListener(type, keep);
  return {
    events,
    get types() {
      return events.map(({ type }) => type);
    },
    stop: () => {
      for (const type of types) target.removeEventListener(type, keep);
    },
  };
}
