import { html, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';

/** What is shown at one time, beside the outcomes. */
export type Step = 'who' | 'agreed' | 'topics' | 'finish';

/** Where one is when one thing at a time is shown: who and how, what was agreed, what matters, each outcome, reading it back. */
export class Steps {
  /** The place in the list of steps. */
  at = 0;
  #outcomes = 0;
  #lead: readonly Step[] = [];
  #readonly = false;

  /** What there is to go through now. */
  update(outcomes: number, readonly: boolean, agreed: boolean): void {
    this.#outcomes = outcomes;
    this.#readonly = readonly;
    this.#lead = readonly ? ['who'] : agreed ? ['who', 'agreed', 'topics'] : ['who', 'topics'];
    this.at = Math.min(Math.max(this.at, 0), this.count - 1);
  }

  get count(): number {
    return this.#lead.length + this.#outcomes + (this.#readonly ? 0 : 1);
  }

  /** The outcome that is shown, as a place among the outcomes; −1: none. */
  get outcome(): number {
    const index = this.at - this.#lead.length;
    return index < this.#outcomes ? Math.max(index, -1) : -1;
  }

  set outcome(index: number) {
    this.at = index + this.#lead.length;
  }

  shows(step: Step): boolean {
    // What was agreed has no step of its own once nothing can be said about it any more.
    if (step === 'agreed' && this.#readonly) return this.at === 0;
    return step === 'finish' ? !this.#readonly && this.at === this.count - 1 : this.#lead[this.at] === step;
  }
}

export interface StepsView {
  readonly t: Translate;
  readonly step: number;
  readonly steps: number;
  readonly go: (step: number) => void;
}

/** Back and next, for one thing at a time. At an end the button stays, so that the focus has somewhere to be. */
export const renderSteps = ({ t, step, steps, go }: StepsView): TemplateResult =>
  html`<nav class="steps" part="steps">
    <button
      type="button"
      aria-disabled=${step === 0 ? 'true' : 'false'}
      @click=${() => {
        go(step - 1);
      }}
    >
      ${t('steps.back')}
    </button>
    <span class="muted" role="status">${t('steps.place', { step: step + 1, steps })}</span>
    <button
      type="button"
      aria-disabled=${step >= steps - 1 ? 'true' : 'false'}
      @click=${() => {
        go(step + 1);
      }}
    >
      ${t('steps.next')}
    </button>
  </nav>`;
