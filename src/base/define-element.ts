import { VERSION } from '../version.js';
import { report } from './report.js';

/** What `defineElement` found for a tag. */
export interface Registration {
  readonly tag: string;
  /** The version that the page uses for the tag. */
  readonly version: string;
  /** The other version that asked for the tag and did not get it. */
  readonly refused?: string;
}

const registrations = new Map<string, Registration>();

/** Which tags this copy of the library registered, or found taken by another version. */
export const getRegistrationReport = (): readonly Registration[] => [...registrations.values()];

/**
 * Registers a tag unless it is taken. The first copy on a page wins; a copy of another version says so as `tp-error` on the document and
 * leaves everything working.
 */
export function defineElement(tag: string, constructor: CustomElementConstructor): void {
  // On a server there is nothing to register with; importing must still work.
  if (typeof customElements === 'undefined') return;
  const taken = customElements.get(tag);
  if (!taken) {
    customElements.define(tag, constructor);
    registrations.set(tag, { tag, version: VERSION });
    return;
  }
  if (taken === constructor) return;
  const version = String((taken as { version?: unknown }).version ?? 'unknown');
  if (version === VERSION) return;
  registrations.set(tag, { tag, version, refused: VERSION });
  report(
    document,
    `<${tag}>`,
    {
      code: 'two-versions',
      path: '',
      message: `The tag is taken by version ${version}; version ${VERSION} was loaded after it and is not used for it.`,
      hint: 'Load one version for the whole page, so that every part of it comes from the same copy.',
    },
    'warning',
  );
}
