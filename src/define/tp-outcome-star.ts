import { defineElement } from '../base/define-element.js';
import { TpOutcomeStar } from '../elements/outcome-star/outcome-star.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-outcome-star': TpOutcomeStar;
  }
}

defineElement('tp-outcome-star', TpOutcomeStar);
