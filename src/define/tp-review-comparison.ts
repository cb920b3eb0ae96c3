import { defineElement } from '../base/define-element.js';
import { TpReviewComparison } from '../elements/review-comparison/review-comparison.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-review-comparison': TpReviewComparison;
  }
}

defineElement('tp-review-comparison', TpReviewComparison);
