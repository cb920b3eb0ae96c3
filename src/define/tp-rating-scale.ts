import { defineElement } from '../base/define-element.js';
import { TpRatingScale } from '../elements/rating-scale/rating-scale.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-rating-scale': TpRatingScale;
  }
}

defineElement('tp-rating-scale', TpRatingScale);
