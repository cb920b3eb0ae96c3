import { html, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';

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
