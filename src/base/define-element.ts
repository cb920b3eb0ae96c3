import { VERSION } from '../version.js';
import { report } from './report.js';

/**
 * Registers a tag unless it is taken. The first copy on a page wins; a copy of another version says so as `tp-error` on the document and
 * leaves everything working.
 */
export function defineElement(tag: string, constructor: CustomElementConstructor): void {
  // On a server there is nothing to register with; importing must still work.
  if (typeof document === 'undefined') return;
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, constructor);
  if (!taken || taken === constructor) return;
  const version = (taken as { version?: string }).version;
  if (version === VERSION) return;
  report(
    document,
    `<${tag}>`,
    {
      code: 'two-versions',
      path: '',
      message: `Version ${version ?? 'unknown'} has this tag; version ${VERSION} is not used.`,
      hint: 'Load one version for the whole page.',
    },
    'warning',
  );
}
