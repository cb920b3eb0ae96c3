import { defineElement } from './base/define-element.js';
import { TpActions } from './elements/actions/actions.js';
import { TpContributors } from './elements/contributors/contributors.js';
import { TpConversation } from './elements/conversation/conversation.js';
import { TpNarrative } from './elements/narrative/narrative.js';
import { TpOutcomeStar } from './elements/outcome-star/outcome-star.js';
import { TpOutcomeTimeline } from './elements/outcome-timeline/outcome-timeline.js';
import { TpOutcome } from './elements/outcome/outcome.js';
import { TpPrompt } from './elements/prompt/prompt.js';
import { TpRatingScale } from './elements/rating-scale/rating-scale.js';
import { TpRecordConflict } from './elements/record-conflict/record-conflict.js';
import { TpRecordSummary } from './elements/record-summary/record-summary.js';
import { TpReviewComparison } from './elements/review-comparison/review-comparison.js';
import { findScale } from './scales/registry.js';

/** Every element, by its tag without the prefix. The outcome comes before the conversation, which makes outcomes. */
const classes = {
  actions: TpActions,
  contributors: TpContributors,
  narrative: TpNarrative,
  outcome: TpOutcome,
  conversation: TpConversation,
  'outcome-star': TpOutcomeStar,
  'outcome-timeline': TpOutcomeTimeline,
  prompt: TpPrompt,
  'rating-scale': TpRatingScale,
  'record-conflict': TpRecordConflict,
  'record-summary': TpRecordSummary,
  'review-comparison': TpReviewComparison,
};

/**
 * The elements under a prefix, for TypeScript:
 * `declare global { interface HTMLElementTagNameMap extends PrefixedTagNameMap<'acme'> {} }`.
 */
export type PrefixedTagNameMap<Prefix extends string> = {
  [Name in keyof typeof classes as `${Prefix}-${Name}`]: InstanceType<(typeof classes)[Name]>;
};

export interface DefineAllOptions {
  /** What tags begin with, in lower case and without the last hyphen: `acme` gives `acme-conversation`. By default `tp`. */
  readonly prefix?: string;
  /** Where to register; by default the page's `customElements`. */
  readonly registry?: CustomElementRegistry | undefined;
}

/**
 * Registers every element under a prefix, or in a registry of its own, so that several applications on one page bring their own copy of the
 * library. Each tag gets a class of its own, made from the one that is exported, which itself stays free to be registered. Names of events
 * stay the same. A tag that is taken stays with whoever has it: `getRegistrationReport()` says who that is. Calling it again does nothing.
 *
 * @throws DOMException `SyntaxError` when no tag can begin with the prefix
 */
export function defineAll({ prefix = 'tp', registry = customElements }: DefineAllOptions = {}): void {
  // So that elements find the shipped scales by their ids.
  findScale('met-3');
  for (const [name, element] of Object.entries(classes)) {
    const tag = `${prefix}-${name}`;
    if (registry.get(tag)?.prototype instanceof element) continue;
    defineElement(tag, class extends (element as CustomElementConstructor) {}, registry);
  }
}

/**
 * A registry for one application's shadow root, where the browser has scoped registries, and `undefined` where it has not. Hand the same to
 * `defineAll` and to `attachShadow({ customElementRegistry })`; together with a prefix, the elements are there in every browser.
 */
export function scopedRegistry(): CustomElementRegistry | undefined {
  try {
    return new CustomElementRegistry();
  } catch {
    // An older browser has the interface, and only the page's own registry.
    return undefined;
  }
}
