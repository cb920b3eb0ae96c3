// @ts-check
/** Watches the pages that record in other tabs, and shows what was stored last. */
import { listen, show, tell } from './event-log.js';

const list = document.querySelector('[data-event-log]');
const waiting = document.querySelector('#waiting');

/** @param {{ href: string, page: string }} stored */
async function showStored({ href, page }) {
  const response = await fetch(href);
  if (!response.ok) return;
  const link = document.createElement('a');
  link.href = page;
  link.textContent = 'See it as a conversation';
  document.querySelector('#latest')?.replaceChildren(link);
  document.querySelector('#latest-json')?.replaceChildren(JSON.stringify(await response.json(), null, 2));
}

listen((message) => {
  if (message.kind === 'entries' && list && message.entries.length > 0) {
    waiting?.remove();
    show(list, message.entries);
  }
  if (message.kind === 'stored') void showStored(message);
});
tell({ kind: 'hello' });
