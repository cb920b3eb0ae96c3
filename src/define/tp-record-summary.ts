import { defineElement } from '../base/define-element.js';
import { TpRecordSummary } from '../elements/record-summary/record-summary.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-record-summary': TpRecordSummary;
  }
}

defineElement('tp-record-summary', TpRecordSummary);
