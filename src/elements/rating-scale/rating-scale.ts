import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { readJson } from '../../base/json-property.js';
import { TpField } from '../../base/tp-field.js';
import type { Answer } from '../../model/answer.js';
import { scales } from '../../scales/store.js';
import type { ScalePresentation } from '../../schema/codes.js';
import type { AnswerChangeDetail } from '../../schema/events.js';
import { scaleProblems, type Problem } from '../../schema/rules.js';
import type { RatingScale, ScaleValue } from '../../schema/scale.js';
import { answerInWords, offScale, renderScale } from './rating-scale.fragment.js';
import { scaleStrings } from './rating-scale.strings.js';
import { scaleStyles } from './rating-scale.styles.js';

let groups = 0;

/**
 * One question on a rating scale: large labelled radios, nothing chosen beforehand, and reasons for giving no answer.
 *
 * @summary A rating on any registered scale, for use in a form.
 * @tag tp-rating-scale
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - The answer is about to change; `preventDefault()` keeps it.
 * @fires {TpAnswerChangeEvent} tp-answer-change - The answer has changed.
 * @fires {TpErrorEvent} tp-error - The scale or the answer cannot be used as it is.
 * @fires {Event} input - As of a native field.
 * @fires {Event} change - As of a native field, after `input`.
 *
 * @csspart question - The fieldset.
 * @csspart label - The question.
 * @csspart options - The row of answers.
 * @csspart option - One answer.
 * @csspart reason - One reason for no answer.
 * @csspart more-reasons - The button that shows the other reasons.
 * @csspart clear - The button that takes the answer away.
 * @csspart answer - The answer as text, when read-only.
 * @csspart error - What is wrong.
 * @csspart notice - The notice of a licensed scale.
 *
 * @cssstate answered - There is an answer.
 * @cssstate no-answer - There is a reason for no answer.
 * @cssstate unanswered - There is neither.
 */
export class TpRatingScale extends TpField<ScaleValue> {
  static override readonly english = scaleStrings;
  static override styles: CSSResultGroup = [baseStyles, scaleStyles];
  static override properties: PropertyDeclarations = {
    ...TpField.properties,
    scale: {},
    presentation: { reflect: true },
    noReasons: { type: Boolean, attribute: 'no-reasons' },
    reasonsShown: { state: true },
  };

  /** The scale: the id of a registered one (`frequency-4`, or `frequency-4@1`), the scale itself, or its JSON. */
  declare scale: string | RatingScale | undefined;
  /** How the answers are drawn: `options`, `faces`, `ladder` or `line`. They are the same radios each time. */
  declare presentation: ScalePresentation | undefined;
  /** Leaves out "I'd rather not say" and the other reasons. */
  declare noReasons: boolean;
  declare protected reasonsShown: boolean | undefined;

  readonly #group = `tp-scale-${String((groups += 1))}`;
  #scale: RatingScale | undefined;
  #problems: readonly Problem[] = [];

  constructor() {
    super();
    this.noReasons = false;
  }

  override requestUpdate(...[name, old, options]: Parameters<TpField<ScaleValue>['requestUpdate']>): void {
    // The scale decides what the answer means and whether it is valid: it is read in the same turn as it is set.
    if (name === 'scale') this.#readScale();
    super.requestUpdate(name, old, options);
    // What the `value` attribute stands for depends on the scale.
    if (name === 'scale') super.requestUpdate('defaultValue');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // The page may register the scale after it has used its id.
    if (!this.#scale && this.scale) this.requestUpdate('scale');
    // Reported here and not when it is set: only an element in the page is heard.
    this.reportAll(this.#problems, 'scale');
  }

  protected override fromAttribute(attribute: string): ScaleValue {
    return this.#scale?.points.find(({ value }) => String(value) === attribute)?.value ?? attribute;
  }

  protected override toFormValue(value: ScaleValue): string {
    return String(value);
  }

  protected override isValue(value: unknown): value is ScaleValue {
    return typeof value === 'number' || typeof value === 'string';
  }

  protected override problemWith(answer: Answer<ScaleValue>): Problem | undefined {
    // Asked before this class has its fields, while the answer is still to come.
    return answer.kind === 'answered' && this.#scale ? offScale(this.#scale, answer, '/answer/value') : undefined;
  }

  protected override extraDetail(): Partial<AnswerChangeDetail> {
    return this.#scale ? { scale: { id: this.#scale.id, version: this.#scale.version } } : {};
  }

  protected override render(): TemplateResult {
    const scale = this.#scale;
    if (!scale)
      return html`<p class="label">${this.label}</p>
        ${this.scale === undefined ? nothing : html`<p class="error" part="error">${this.t('scale.broken')}</p>`}
        ${this.answer.kind === 'unanswered' ? nothing : html`<p part="answer">${answerInWords(this.t, undefined, this.answer)}</p>`}`;
    return renderScale({
      t: this.t,
      group: this.#group,
      legend: this.label ?? scale.question ?? scale.name,
      description: this.description,
      scale,
      answer: this.answer,
      presentation: this.presentation,
      required: this.required,
      disabled: this.isDisabled,
      readonly: this.readonly,
      error: this.errorMessage,
      reasons: this.noReasons ? false : this.reasonsShown ? 'all' : 'first',
      choose: (answer) => this.commit(answer),
      showReasons: () => {
        this.reasonsShown = true;
      },
    });
  }

  #readScale(): void {
    const read = readJson(this.scale, 'scale');
    const given = read.problems ? undefined : read.value;
    this.#scale = typeof given === 'string' ? scales.get(given) : undefined;
    this.#problems = read.problems ?? [];
    if (this.#scale || given === undefined) return;
    this.#problems =
      typeof given === 'string'
        ? [
            {
              code: 'scale-unknown',
              path: '',
              message: `There is no scale “${given}”.`,
              hint: 'Register it with registerScale(), or import define/scales for the shipped ones.',
            },
          ]
        : scaleProblems(given);
    if (this.#problems.length === 0) this.#scale = given as RatingScale;
  }
}
