// A whole conversation in which every outcome was chosen and nothing was recorded yet.
import '../../../dist/define/tp-conversation.js';

const conversation = document.createElement('tp-conversation');
conversation.framework = bench.framework;
conversation.record = bench.record;
conversation.addEventListener('tp-answer-change', bench.heard);
document.body.append(conversation);
await conversation.updateComplete;
const outcomes = conversation.getElementsByTagName('tp-outcome');
await outcomes[outcomes.length - 1]?.updateComplete;

/** @param {number} index */
export const optionOf = (index) => outcomes[index]?.renderRoot.querySelectorAll('.option')[2];
