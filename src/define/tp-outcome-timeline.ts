import { defineElement } from '../base/define-element.js';
import { TpOutcomeTimeline } from '../elements/outcome-timeline/outcome-timeline.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-outcome-timeline': TpOutcomeTimeline;
  }
}

defineElement('tp-outcome-timeline', TpOutcomeTimeline);
