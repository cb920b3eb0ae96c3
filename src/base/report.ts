import type { Problem } from '../schema/rules.js';
import { TpErrorEvent } from './events.js';

const said = new Set<string>();

/**
 * Says what is wrong as `tp-error` on the target (a server has none), and once in the console. The message names what, where and how to mend it, and never
 * holds anybody's words.
 */
export function report(
  target: EventTarget | undefined,
  place: string,
  problem: Problem,
  severity: 'error' | 'warning' = 'error',
): void {
  const { code, message, hint, path } = problem;
  const where = `${place}${path ? ` ${path}` : ''}`;
  target?.dispatchEvent(new TpErrorEvent({ v: 1, code, severity, message, where, hint }));
  const line = `[talking-points-elements] ${where}: ${message} ${hint} (${code})`;
  if (said.has(line)) return;
  said.add(line);
  console[severity === 'error' ? 'error' : 'warn'](line);
}
