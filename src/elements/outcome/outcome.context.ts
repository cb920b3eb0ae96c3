import { findScale } from '../../scales/registry.js';
import type { Perspective } from '../../schema/codes.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { Agent } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import type { Earlier } from '../../base/earlier.js';

/** What a conversation gives its outcomes. What the host set on the outcome itself goes before it. */
export interface OutcomeContext {
  readonly framework?: OutcomeFramework | undefined;
  readonly findScale: (ref: string) => RatingScale | undefined;
  readonly perspectives: readonly Perspective[];
  readonly personName?: string | undefined;
  readonly readonly: boolean;
  readonly recordedBy?: Agent | undefined;
  readonly now: () => Date;
  readonly recordId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** In a review: what there is to look back at. */
  readonly earlier?: Earlier | undefined;
}

/** An outcome that stands in no conversation. */
export const ALONE: OutcomeContext = {
  findScale,
  perspectives: ['person', 'carer', 'practitioner', 'proxy-own', 'proxy-for-person'],
  readonly: false,
  now: () => new Date(),
};
