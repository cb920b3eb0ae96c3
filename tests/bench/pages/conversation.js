// A whole conversation in which every outcome was chosen and nothing was recorded yet.
import '../../../dist/define/tp-conversation.js';

const conversation = document.createElement('tp-conversation');
conversation.framework = bench.framework;
conversation.record = bench.record;
conversation.addEventListener('tp-answer-change', bench.heard);
document.body.append(conversation);
await conversation.updateComplete;
await conversation.lastElementChild.updateComplete;

/** @param {number} index */
export const optionOf = (index) => conversation.children[index].renderRoot.querySelectorAll('.option')[2];
