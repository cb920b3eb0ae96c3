import { VERSION } from '../version.js';
import { report } from './report.js';
import { TpElement } from './tp-element.js';

/** The tags that this copy of the library wanted, and where. */
const asked: (readonly [tag: string, registry: CustomElementRegistry])[] = [];

/**
 * Registers a tag unless it is taken: the first on a page wins, and nothing throws. A copy of another version says so as `tp-error` on the
 * document, and in the console once for all its tags.
 */
export function defineElement(tag: string, constructor: CustomElementConstructor, registry = customElements): void {
  asked.push([tag, registry]);
  const taken = registry.get(tag);
  if (!taken) registry.define(tag, constructor);
  if (!taken || taken === constructor) return;
  const { version } = taken as { version?: string };
  if (version === VERSION) return;
  report(
    globalThis.document,
    'customElements',
    {
      code: 'two-versions',
      path: '',
      message: `Version ${version ?? 'unknown'} was first and has the tags; version ${VERSION} is not used for them.`,
      hint: 'Load one version.',
    },
    'warning',
  );
}

/** Who has a tag that this copy of the library wanted. */
export interface Registration {
  /** The tag, with its prefix: `tp-conversation`. */
  readonly tag: string;
  /** The version of the copy that reports: what this copy would have registered. */
  readonly version: string;
  /**
   * Whose class has the tag: `ours` (this copy), `another-copy` (of the same version), `another-version` of this library, or `something-else`
   * that is no element of this library.
   */
  readonly holder: 'ours' | 'another-copy' | 'another-version' | 'something-else';
  /** The version that has the tag; `undefined` for something else. */
  readonly heldBy: string | undefined;
  /** Whether the page gets another behaviour than this copy's: another version, or something else, has the tag. */
  readonly conflict: boolean;
  /** Whether the tag is one of a registry of its own, and not of the page's. */
  readonly scoped: boolean;
}

/** Every copy of the library since the first has these on its classes, so that copies know each other. */
const ofLibrary = (held: object): held is { readonly version: string } =>
  'english' in held && 'version' in held && typeof held.version === 'string';

const holderOf = (held: CustomElementConstructor): Registration['holder'] => {
  if (held.prototype instanceof TpElement) return 'ours';
  if (!ofLibrary(held)) return 'something-else';
  return held.version === VERSION ? 'another-copy' : 'another-version';
};

/**
 * Who has each tag that this copy of the library wanted, as it is now: to find out in a page, or in a support call, which version is at work.
 * Every copy on a page reports for itself. Without conflicts, every `holder` is `ours` or `another-copy`.
 */
export const getRegistrationReport = (): readonly Registration[] =>
  asked
    .filter(([tag, registry], index) => asked.findIndex((one) => one[0] === tag && one[1] === registry) === index)
    .flatMap(([tag, registry]) => {
      const held = registry.get(tag);
      if (!held) return [];
      const holder = holderOf(held);
      return {
        tag,
        version: VERSION,
        holder,
        heldBy: ofLibrary(held) ? held.version : undefined,
        conflict: holder === 'another-version' || holder === 'something-else',
        scoped: registry !== customElements,
      };
    });
