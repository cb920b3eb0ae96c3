import { expect } from '@open-wc/testing';

export interface Console {
  /** What was said since the test began, and is now taken as expected. */
  take(): readonly string[];
}

/** Every test in the file fails when something was said in the console, or an error went unhandled, that the test did not take. */
export function watchConsole(): Console {
  let lines: string[] = [];
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
        lines.push(parts.map(String).join(' '));
      };
    globalThis.addEventListener('error', onError);
    globalThis.addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => {
    Object.assign(console, original);
    globalThis.removeEventListener('error', onError);
    globalThis.removeEventListener('unhandledrejection', onRejection);
    expect(lines, 'what was said in the console').to.deep.equal([]);
  });
  return { take: () => lines.splice(0) };
}
