import { LitElement, type PropertyDeclarations } from 'lit';
import { answered, sameAnswer, UNANSWERED, type Answer } from '../model/answer.js';
import { deepFreeze } from '../model/freeze.js';
import { NO_ANSWER_REASONS, type Source } from '../schema/codes.js';
import type { AnswerChangeDetail } from '../schema/events.js';
import type { Problem } from '../schema/rules.js';
import { TpAnswerChangeEvent, TpBeforeAnswerChangeEvent } from './events.js';
import { statesOf } from './states.js';
import { TpElement } from './tp-element.js';

/** Why a field cannot be submitted as it is. */
export interface Invalidity {
  readonly flag: 'valueMissing' | 'customError';
  readonly message: string;
}

/**
 * A form field whose answer is a tagged union: a base for the leaf elements. Works in a plain `<form>`: value, validity, reset, restore,
 * disabled fieldset. Value and validity are set in the same turn as the answer, so that a submit right after it sees them.
 */
export abstract class TpField<V> extends TpElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    name: { reflect: true },
    label: {},
    description: {},
    defaultValue: { attribute: 'value' },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
    // Declared so that what a host sets before the upgrade is kept; the accessors below do the work.
    answer: { attribute: false, noAccessor: true },
    value: { attribute: false, noAccessor: true },
    errorShown: { state: true },
  };

  /** The name under which a form sends the answer. */
  declare name: string | undefined;
  /** The question, shown above the field and read out with it. */
  declare label: string | undefined;
  /** A sentence that helps to answer. */
  declare description: string | undefined;
  /** The answer that the field starts with and goes back to on reset, as the attribute `value`. */
  declare defaultValue: string | undefined;
  /** Whether the field has to be answered. "I'd rather not say" is an answer. */
  declare required: boolean;
  declare disabled: boolean;
  /** Shows the answer as text. */
  declare readonly: boolean;
  declare protected errorShown: boolean | undefined;

  protected readonly internals: ElementInternals | undefined = (
    this as { attachInternals?: () => ElementInternals }
  ).attachInternals?.();

  #answer: Answer<V> = UNANSWERED;
  #told: Answer<V> = UNANSWERED;
  #touched = false;
  #formDisabled = false;

  constructor() {
    super();
    this.required = false;
    this.disabled = false;
    this.readonly = false;
    this.addEventListener('invalid', () => {
      this.errorShown = true;
    });
  }

  /** The answer: `{kind: 'unanswered'}`, `{kind: 'answered', value}` or `{kind: 'no-answer', reason, note?}`. Setting it fires nothing. */
  get answer(): Answer<V> {
    return this.#answer;
  }

  set answer(answer: Answer<V> | null | undefined) {
    this.#touched = true;
    this.put(answer ?? UNANSWERED);
    this.#told = this.#answer;
  }

  /** The answer's value; `null` while there is none. Setting it fires nothing. */
  get value(): V | null {
    return this.#answer.kind === 'answered' ? this.#answer.value : null;
  }

  set value(value: V | null | undefined) {
    this.answer = value === null || value === undefined ? UNANSWERED : answered(value);
  }

  get form(): HTMLFormElement | null | undefined {
    return this.internals?.form;
  }

  get validity(): ValidityState | undefined {
    return this.internals?.validity;
  }

  get validationMessage(): string | undefined {
    return this.internals?.validationMessage;
  }

  get willValidate(): boolean | undefined {
    return this.internals?.willValidate;
  }

  /** Whether the field cannot be used: by its own `disabled`, or by a disabled fieldset around it. */
  get isDisabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  checkValidity(): boolean {
    return this.internals?.checkValidity() ?? true;
  }

  reportValidity(): boolean {
    return this.internals?.reportValidity() ?? true;
  }

  /** Takes the answer away, as the Clear button does. Fires as a choice of the user's does. */
  clear(): void {
    this.commit(UNANSWERED);
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#touched = false;
    this.errorShown = false;
    this.#putDefault();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    const answer = typeof state === 'string' ? this.#restored(state) : undefined;
    if (!answer || sameAnswer(answer, this.#answer)) return;
    this.#touched = true;
    this.put(answer);
    this.tell('restore');
  }

  override requestUpdate(...[name, old, options]: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(name, old, options);
    // The very first calls come from the constructor, before this class has its fields.
    if (typeof name !== 'string' || !(#answer in this)) return;
    if (name === 'defaultValue' && !this.#touched) this.#putDefault();
    else if (name === 'name' || (name === 'required' && (this.required || old))) this.#syncForm();
  }

  /** The value that the `value` attribute stands for. */
  protected abstract fromAttribute(attribute: string): V | undefined;

  /** What a form sends for a value. */
  protected abstract toFormValue(value: V): string;

  /** Whether something that was restored or set can be a value of this field. */
  protected abstract isValue(value: unknown): value is V;

  /** What is wrong with the answer beyond its being missing. */
  protected problemWith(_answer: Answer<V>): Problem | undefined {
    return undefined;
  }

  /** What the event says beside the answer. */
  protected extraDetail(): Partial<AnswerChangeDetail> {
    return {};
  }

  /** The control to point at when the field is invalid. */
  protected get anchor(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('input,textarea,button,select');
  }

  /** A choice by the person at the page: asks, sets, tells. False: vetoed, and everything is as it was. */
  protected commit(answer: Answer<V>): boolean {
    if (!this.propose(answer)) return false;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.tell('user');
    return true;
  }

  /** Asks whether the answer may change, and changes it. Telling is left to the caller: typed words are told after a pause. */
  protected propose(answer: Answer<V>): boolean {
    if (this.isDisabled || this.readonly || sameAnswer(answer, this.#answer)) return false;
    if (!this.ask(answer)) return false;
    this.#touched = true;
    this.put(answer);
    return true;
  }

  /** Whether the page allows the answer. */
  protected ask(answer: Answer<V>): boolean {
    return this.dispatchEvent(new TpBeforeAnswerChangeEvent(this.#detail('user', answer, this.#answer)));
  }

  /** Tells of the change since the last time, once; `again`: something that belongs to the answer (whose words they are) has changed. */
  protected tell(source: Source, again = false): void {
    const previous = this.#told;
    if (!again && sameAnswer(previous, this.#answer)) return;
    this.#told = this.#answer;
    this.dispatchEvent(new TpAnswerChangeEvent(this.#detail(source, this.#answer, previous)));
  }

  protected put(answer: Answer<V>): void {
    this.#answer = deepFreeze(answer);
    this.#syncForm();
    this.requestUpdate();
  }

  protected override updated(): void {
    // Only now is there a control for the browser to point its message at.
    this.#syncForm();
    const problem = this.problemWith(this.#answer);
    if (problem) this.reportAll([problem]);
  }

  /** The message that stands beside the field, once there is reason to show it. */
  protected get errorMessage(): string | undefined {
    const invalidity = this.#invalidity();
    return invalidity && (this.errorShown || invalidity.flag === 'customError') ? invalidity.message : undefined;
  }

  #detail(source: Source, answer: Answer<V>, previous: Answer<V>): AnswerChangeDetail {
    return { v: 1, source, path: [this.name ?? this.localName], answer, previous, ...this.extraDetail() };
  }

  #putDefault(): void {
    const value = this.defaultValue === undefined ? undefined : this.fromAttribute(this.defaultValue);
    this.put(value === undefined ? UNANSWERED : answered(value));
    this.#told = this.#answer;
  }

  #restored(state: string): Answer<V> | undefined {
    try {
      const found = JSON.parse(state) as Partial<Record<'kind' | 'value' | 'reason', unknown>> | null;
      const fits =
        found?.kind === 'answered'
          ? this.isValue(found.value)
          : found?.kind === 'no-answer' && (NO_ANSWER_REASONS as readonly unknown[]).includes(found.reason);
      if (fits) return found as Answer<V>;
    } catch {
      // A browser may hand back another page's state; then there is nothing to restore.
    }
    return undefined;
  }

  #invalidity(): Invalidity | undefined {
    const problem = this.problemWith(this.#answer);
    if (problem) return { flag: 'customError', message: `${problem.message} ${problem.hint}` };
    return this.required && this.#answer.kind === 'unanswered'
      ? { flag: 'valueMissing', message: this.t('field.required') }
      : undefined;
  }

  /** A form post tells "I'd rather not say" (`name.no-answer`) from an answer (`name`) and from nothing at all. */
  protected entries(name: string, answer: Answer<V>): FormData {
    const data = new FormData();
    if (answer.kind === 'answered') data.append(name, this.toFormValue(answer.value));
    if (answer.kind === 'no-answer') {
      data.append(`${name}.no-answer`, answer.reason);
      if (answer.note) data.append(`${name}.note`, answer.note);
    }
    return data;
  }

  #syncForm(): void {
    const { internals } = this;
    // A page's unit tests may run in a simulated DOM that has only part of ElementInternals.
    if (!internals?.setFormValue) return;
    const answer = this.#answer;
    if (answer.kind === 'unanswered') internals.setFormValue(null, null);
    else internals.setFormValue(this.name ? this.entries(this.name, answer) : null, JSON.stringify(answer));
    const states = statesOf(internals);
    states?.clear();
    states?.add(answer.kind);
    const invalidity = this.#invalidity();
    this.errorShown &&= invalidity !== undefined;
    internals.setValidity(
      invalidity ? { [invalidity.flag]: true } : {},
      invalidity?.message,
      (invalidity && this.hasUpdated && this.anchor) || undefined,
    );
  }
}
