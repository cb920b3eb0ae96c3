import { defineElement } from '../base/define-element.js';
import { TpContributors } from '../elements/contributors/contributors.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-contributors': TpContributors;
  }
}

defineElement('tp-contributors', TpContributors);
