import { defineElement } from '../base/define-element.js';
import { TpActions } from '../elements/actions/actions.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-actions': TpActions;
  }
}

defineElement('tp-actions', TpActions);
