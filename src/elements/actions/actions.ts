import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TpListField } from '../../base/tp-list-field.js';
import type { Action } from '../../schema/record.js';
import { grow } from '../narrative/narrative.fragment.js';
import { textStyles } from '../narrative/narrative.styles.js';
import { listStyles } from '../contributors/contributors.styles.js';
import { renderActions } from './actions.fragment.js';
import { actionStrings } from './actions.strings.js';

/**
 * Next steps: what, who, by when and how it stands. The person's own steps come first.
 *
 * @summary Agreed actions, for use in a form.
 * @tag tp-actions
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - The list is about to change; `preventDefault()` keeps it.
 * @fires {TpAnswerChangeEvent} tp-answer-change - The list has changed.
 * @fires {TpErrorEvent} tp-error - The list cannot be read.
 * @fires {Event} input - As of a native field.
 * @fires {Event} change - As of a native field.
 *
 * @csspart question - The fieldset.
 * @csspart label - The question.
 * @csspart row - One step.
 * @csspart remove - The button that takes one out.
 * @csspart add - The ways to add one.
 * @csspart add-button - One way to add.
 * @csspart error - What is wrong.
 *
 * @cssstate answered - The list holds something.
 * @cssstate unanswered - The list is empty.
 */
export class TpActions extends TpListField<Action> {
  static override readonly english = actionStrings;
  static override styles: CSSResultGroup = [baseStyles, textStyles, listStyles];
  static override properties: PropertyDeclarations = {
    ...TpListField.properties,
    personName: { attribute: 'person-name' },
  };

  /** How the person likes to be called. */
  declare personName: string | undefined;

  protected override isItem(item: object): item is Action {
    return typeof (item as { what?: unknown }).what === 'string';
  }

  protected override textsOf(item: Action): readonly (string | undefined)[] {
    return [item.what, item.who, item.note];
  }

  protected override updated(): void {
    super.updated();
    for (const box of this.renderRoot.querySelectorAll('textarea')) grow(box);
  }

  protected override render(): TemplateResult {
    return renderActions({
      t: this.t,
      label: this.label ?? this.t('actions.label'),
      items: this.value ?? [],
      locale: this.usedLocale,
      personName: this.personName,
      disabled: this.isDisabled,
      readonly: this.readonly,
      error: this.errorMessage,
      change: this.change,
      leave: this.leave,
    });
  }
}
