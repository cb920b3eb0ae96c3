import './scales.js';
import { defineElement } from '../base/define-element.js';
import { TpOutcome } from '../elements/outcome/outcome.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-outcome': TpOutcome;
  }
}

defineElement('tp-outcome', TpOutcome);
