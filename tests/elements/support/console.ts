import { expect } from '@open-wc/testing';

export interface Console {
  /** What was said since the test began, and is now taken as expected. */
  take(): readonly string[];
  /** What was said in the whole file of records that nobody took over: most tests have no host that stores, and it is said once. */
  readonly untaken: readonly string[];
}

/** The file fails when a test of it said something in the console that it did not take, or left an error unhandled. */
export function watchConsole(): Console {
  let lines: string[] = [];
  const left: string[] = [];
  const untaken: string[] = [];
  const original = { error: console.error, warn: console.warn };
  const onError = (event: ErrorEvent): void => {
    lines.push(`uncaught: ${event.message}`);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    lines.push(`unhandled: ${String(event.reason)}`);
  };
  beforeEach(() => {
    lines = [];
    for (const name of ['error', 'warn'] as const)
      console[name] = (...parts: unknown[]) => {
        const line = parts.map(String).join(' ');
        (line.includes('(not-taken)') ? untaken : lines).push(line);
      };
    globalThis.addEventListener('error', onError);
    globalThis.addEventListener('unhandledrejection', onRejection);
  });
  afterEach(function (this: Mocha.Context) {
    Object.assign(console, original);
    globalThis.removeEventListener('error', onError);
    globalThis.removeEventListener('unhandledrejection', onRejection);
    left.push(...lines.map((line) => `${this.currentTest?.title ?? ''}: ${line}`));
  });
  // After all of them: a hook that fails earlier would keep the others from running.
  after(() => {
    expect(left.join('\n'), 'what was said in the console').to.equal('');
  });
  return { take: () => lines.splice(0), untaken };
}
