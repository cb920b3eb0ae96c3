import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TextCommit } from '../../base/text-commit.js';
import { TpField } from '../../base/tp-field.js';
import { answered, UNANSWERED, type Answer } from '../../model/answer.js';
import type { Problem } from '../../schema/rules.js';
import { readPerspectives } from '../../model/perspectives.js';
import type { Audience, Perspective } from '../../schema/codes.js';
import type { AnswerChangeDetail } from '../../schema/events.js';
import { grow, renderStatement, textProblem, wordsLabel } from './narrative.fragment.js';
import { narrativeStrings } from './narrative.strings.js';
import { textStyles } from './narrative.styles.js';

/**
 * Somebody's own words: a field that grows with the text, keeps every character, and is told after a pause in typing and on leaving it.
 *
 * @summary Own words, for use in a form.
 * @tag tp-narrative
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - The words are about to change; `preventDefault()` keeps them.
 * @fires {TpAnswerChangeEvent} tp-answer-change - The words have changed: after a pause in typing, and on leaving the field.
 * @fires {TpErrorEvent} tp-error - The words hold a character that cannot be stored.
 * @fires {Event} input - At each key, as of a native field.
 * @fires {Event} change - On leaving the field, as of a native field.
 *
 * @csspart label - The question.
 * @csspart control - The text box.
 * @csspart answer - The words as text, when read-only.
 * @csspart error - What is wrong.
 *
 * @cssstate answered - There are words.
 * @cssstate unanswered - There are none.
 */
export class TpNarrative extends TpField<string> {
  static override readonly english = narrativeStrings;
  static override styles: CSSResultGroup = [baseStyles, textStyles];
  static override properties: PropertyDeclarations = {
    ...TpField.properties,
    personName: { attribute: 'person-name' },
    language: {},
    perspectives: {},
    saidBy: { attribute: 'said-by' },
    sharing: { attribute: false },
  };

  /** How the person likes to be called: "In Jean's own words". */
  declare personName: string | undefined;
  /** The language of the words, as a BCP 47 tag, where it is not the page's. */
  declare language: string | undefined;
  /** Whose words may be chosen, as a list or as codes with spaces between; without it neither that nor the sharing is asked. */
  declare perspectives: readonly Perspective[] | string | undefined;
  /** Whose words they are. */
  declare saidBy: Perspective | undefined;
  /** Who may see them beside the worker; an empty list: nobody. */
  declare sharing: readonly Audience[] | undefined;

  readonly #texts = new TextCommit(this);

  /** Tells of typed words at once instead of after the pause. */
  flush(): void {
    this.#texts.flush();
  }

  protected override fromAttribute(attribute: string): string | undefined {
    return attribute === '' ? undefined : attribute;
  }

  protected override toFormValue(value: string): string {
    return value;
  }

  /** A form post says beside the words whose they are (`name.said-by`) and who may see them (`name.sharing`). */
  protected override entries(name: string, answer: Answer<string>): FormData {
    const data = super.entries(name, answer);
    if (this.saidBy) data.append(`${name}.said-by`, this.saidBy);
    if (this.sharing) data.append(`${name}.sharing`, this.sharing.join(' '));
    return data;
  }

  protected override isValue(value: unknown): value is string {
    return typeof value === 'string';
  }

  protected override problemWith(answer: Answer<string>): Problem | undefined {
    return answer.kind === 'answered' ? textProblem(this.t, '/answer/value', answer.value) : undefined;
  }

  protected override extraDetail(): Partial<AnswerChangeDetail> {
    const { saidBy, sharing } = this;
    return { ...(saidBy && { perspective: saidBy }), ...(sharing && { sharing }) };
  }

  protected override updated(): void {
    super.updated();
    if (!this.readonly && this.anchor) grow(this.anchor);
  }

  protected override render(): TemplateResult {
    return renderStatement({
      t: this.t,
      id: 'words',
      label: this.label ?? wordsLabel(this.t, this.saidBy, this.personName),
      description: this.description,
      text: this.value ?? '',
      language: this.language,
      size: 'words',
      required: this.required,
      disabled: this.isDisabled,
      readonly: this.readonly,
      error: this.errorMessage,
      saidBy: this.saidBy,
      sharing: this.sharing,
      perspectives: readPerspectives(this.perspectives),
      personName: this.personName,
      attribute: (about) => this.#attribute(about),
      type: (text) => {
        if (!this.propose(text === '' ? UNANSWERED : answered(text))) return false;
        this.#texts.later('words', () => {
          this.tell('user');
        });
        return true;
      },
      leave: () => {
        this.dispatchEvent(new Event('change', { bubbles: true }));
        this.#texts.flush();
      },
    });
  }

  /** Whose words they are, or who may see them, has been chosen. */
  #attribute(about: { saidBy?: Perspective | undefined; sharing?: readonly Audience[] | undefined }): boolean {
    const before = { saidBy: this.saidBy, sharing: this.sharing };
    this.#texts.flush();
    Object.assign(this, about);
    if (!this.ask(this.answer)) {
      Object.assign(this, before);
      return false;
    }
    this.put(this.answer);
    this.tell('user', true);
    return true;
  }
}
