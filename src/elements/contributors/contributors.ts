import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TpListField } from '../../base/tp-list-field.js';
import { CONTRIBUTOR_KINDS, type ContributionStage } from '../../schema/codes.js';
import type { Contributor } from '../../schema/record.js';
import { renderContributors } from './contributors.fragment.js';
import { contributorStrings } from './contributors.strings.js';
import { grow } from '../narrative/narrative.fragment.js';
import { textStyles } from '../narrative/narrative.styles.js';
import { listStyles } from './contributors.styles.js';

/**
 * Who and what helps, or helped: the person first, then family, friends, community, services and equipment.
 *
 * @summary Contributors to an outcome, for use in a form.
 * @tag tp-contributors
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - The list is about to change; `preventDefault()` keeps it.
 * @fires {TpAnswerChangeEvent} tp-answer-change - The list has changed.
 * @fires {TpErrorEvent} tp-error - The list cannot be read.
 * @fires {Event} input - As of a native field.
 * @fires {Event} change - As of a native field.
 *
 * @csspart question - The fieldset.
 * @csspart label - The question.
 * @csspart row - One contributor.
 * @csspart remove - The button that takes one out.
 * @csspart add - The ways to add one.
 * @csspart add-button - One way to add.
 * @csspart error - What is wrong.
 *
 * @cssstate answered - The list holds something.
 * @cssstate unanswered - The list is empty.
 */
export class TpContributors extends TpListField<Contributor> {
  static override readonly english = contributorStrings;
  static override styles: CSSResultGroup = [baseStyles, textStyles, listStyles];
  static override properties: PropertyDeclarations = {
    ...TpListField.properties,
    stage: {},
    personName: { attribute: 'person-name' },
  };

  /** What new contributors are: `planned` to help, or have helped (`actual`). */
  declare stage: ContributionStage | undefined;
  /** How the person likes to be called. */
  declare personName: string | undefined;

  protected override isItem(item: object): item is Contributor {
    return (CONTRIBUTOR_KINDS as readonly unknown[]).includes((item as { kind?: unknown }).kind);
  }

  protected override textsOf(item: Contributor): readonly (string | undefined)[] {
    return [item.who, item.how];
  }

  protected override updated(): void {
    super.updated();
    for (const box of this.renderRoot.querySelectorAll('textarea')) grow(box);
  }

  protected override render(): TemplateResult {
    return renderContributors({
      t: this.t,
      label: this.label ?? this.t('contributors.label'),
      items: this.value ?? [],
      stage: this.stage,
      personName: this.personName,
      disabled: this.isDisabled,
      readonly: this.readonly,
      error: this.errorMessage,
      change: this.change,
      leave: this.leave,
    });
  }
}
