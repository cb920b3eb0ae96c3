import './tp-outcome.js';
import { defineElement } from '../base/define-element.js';
import { TpConversation } from '../elements/conversation/conversation.js';

declare global {
  interface HTMLElementTagNameMap {
    'tp-conversation': TpConversation;
  }
}

defineElement('tp-conversation', TpConversation);
