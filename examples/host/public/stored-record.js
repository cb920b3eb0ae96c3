// @ts-check
/** Shows a stored record, read-only. */
import '/vendor/talking-points-elements/cdn/talking-points-elements.js';

/** @import { TpConversation } from 'talking-points-elements' */

const conversation = /** @type {TpConversation | null} */ (document.querySelector('tp-conversation'));

async function load() {
  const response = await fetch(conversation?.dataset['record'] ?? '');
  if (!response.ok) throw new Error(`The record could not be loaded (${response.status}).`);
  if (conversation) conversation.record = await response.json();
}

load().catch((/** @type {unknown} */ error) => {
  const notice = document.querySelector('#not-shown');
  if (!(notice instanceof HTMLElement)) return;
  notice.textContent = error instanceof Error ? error.message : String(error);
  notice.hidden = false;
});
