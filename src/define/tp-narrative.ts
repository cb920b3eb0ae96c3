import { defineElement } from '../base/define-element.js';
import { TpNarrative } from '../elements/narrative/narrative.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-narrative': TpNarrative;
  }
}

defineElement('tp-narrative', TpNarrative);
