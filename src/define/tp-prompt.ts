import { defineElement } from '../base/define-element.js';
import { TpPrompt } from '../elements/prompt/prompt.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-prompt': TpPrompt;
  }
}

defineElement('tp-prompt', TpPrompt);
