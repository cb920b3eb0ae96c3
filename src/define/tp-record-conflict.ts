import { defineElement } from '../base/define-element.js';
import { TpRecordConflict } from '../elements/record-conflict/record-conflict.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-record-conflict': TpRecordConflict;
  }
}

defineElement('tp-record-conflict', TpRecordConflict);
