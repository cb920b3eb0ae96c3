import { Directive, ElementRef, forwardRef, inject, Input } from '@angular/core';
import { NG_VALUE_ACCESSOR, type ControlValueAccessor } from '@angular/forms';
import type { OutcomeRecord, TpConversation } from 'talking-points-elements';

/** Makes `<tp-conversation>` a control of Angular's forms, whose value is the record, and gives its properties their types in templates. */
@Directive({
  selector: 'tp-conversation',
  host: {
    '(tp-record-change)': 'told($event.detail.record)',
    '(focusout)': 'touched()',
  },
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => Conversation), multi: true }],
})
export class Conversation implements ControlValueAccessor {
  readonly #element = inject<ElementRef<TpConversation>>(ElementRef).nativeElement;
  #writing = false;
  #change = (_record: OutcomeRecord) => {};
  protected touched = () => {};

  @Input({ required: true }) set framework(framework: TpConversation['framework']) {
    this.#element.framework = framework;
  }

  @Input({ required: true }) set subject(subject: TpConversation['subject']) {
    this.#element.subject = subject;
  }

  protected told(record: OutcomeRecord): void {
    // Last words about somebody else, told while another record is being put in, are not this control's.
    if (!this.#writing) this.#change(record);
  }

  writeValue(record: OutcomeRecord | null): void {
    this.#writing = true;
    this.#element.record = record ?? undefined;
    this.#writing = false;
  }

  registerOnChange(change: (record: OutcomeRecord) => void): void {
    this.#change = change;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.#element.readonly = disabled;
  }
}
