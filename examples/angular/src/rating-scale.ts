import { Directive, ElementRef, forwardRef, inject, Input } from '@angular/core';
import { NG_VALUE_ACCESSOR, type ControlValueAccessor } from '@angular/forms';
import type { TpRatingScale } from 'talking-points-elements';

export type RatingAnswer = TpRatingScale['answer'];

/**
 * Makes `<tp-rating-scale>` a control of Angular's forms. Its value is the answer: “I’d rather not say” is one too. It is null while there is
 * none, so that `Validators.required` asks for one.
 */
@Directive({
  selector: 'tp-rating-scale',
  host: {
    '(tp-answer-change)': 'told()',
    '(focusout)': 'touched()',
  },
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => RatingScale), multi: true }],
})
export class RatingScale implements ControlValueAccessor {
  readonly #element = inject<ElementRef<TpRatingScale>>(ElementRef).nativeElement;
  #change = (_answer: RatingAnswer | null) => {};
  protected touched = () => {};

  @Input({ required: true }) set scale(scale: TpRatingScale['scale']) {
    this.#element.scale = scale;
  }

  @Input({ required: true }) set label(label: TpRatingScale['label']) {
    this.#element.label = label;
  }

  protected told(): void {
    const { answer } = this.#element;
    this.#change(answer.kind === 'unanswered' ? null : answer);
  }

  writeValue(answer: RatingAnswer | null): void {
    this.#element.answer = answer ?? { kind: 'unanswered' };
  }

  registerOnChange(change: (answer: RatingAnswer | null) => void): void {
    this.#change = change;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.#element.disabled = disabled;
  }
}
