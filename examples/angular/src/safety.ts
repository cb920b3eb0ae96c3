import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { RatingScale, type RatingAnswer } from './rating-scale';

/** One question in a form of your own. */
@Component({
  selector: 'app-safety',
  imports: [RatingScale, ReactiveFormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form [formGroup]="form" (ngSubmit)="send(element)" #element>
      <tp-rating-scale
        name="safe"
        scale="frequency-4"
        label="How much of the time do you feel safe?"
        formControlName="safe"
      ></tp-rating-scale>
      <button>Send</button>
      <button type="button" (click)="asLastTime()">As last time</button>
      <p>Sent: <output aria-label="Sent">{{ sent() }}</output></p>
    </form>
  `,
})
export class Safety {
  protected readonly form = new FormGroup({ safe: new FormControl<RatingAnswer | null>(null) });
  protected readonly sent = signal('');

  protected send(form: HTMLFormElement): void {
    const fields = [...new FormData(form)];
    this.sent.set(fields.map(([name, value]) => `${name}=${value}`).join('&') || 'nothing');
  }

  protected asLastTime(): void {
    this.form.controls.safe.setValue({ kind: 'answered', value: 'most' });
  }
}
