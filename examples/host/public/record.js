// @ts-check
/** The page that records a conversation: what a host has to do with the events of `tp-conversation`. */
import '/vendor/talking-points-elements/cdn/talking-points-elements.js';
import { EventLog, tell } from './event-log.js';

/** @import { OutcomeRecord, TpConversation } from 'talking-points-elements' */

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function find(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}

const conversation = /** @type {TpConversation} */ (find('tp-conversation', HTMLElement));
const log = new EventLog(find('[data-event-log]', HTMLOListElement));
const {
  framework = '',
  personId = '',
  personName = '',
  workerId = '',
  workerName = '',
  workerRole = '',
} = conversation.dataset;

conversation.subject = { id: personId, name: personName };
conversation.recordedBy = { id: workerId, name: workerName, role: workerRole };
// Last: with the framework the record begins, and it takes the person and the worker with it.
conversation.framework = framework;

/** Whether there is something on the page that is not stored. */
let unsaved = false;
const title = document.title;

/** @param {boolean} now */
function setUnsaved(now) {
  unsaved = now;
  document.title = now ? `Not saved yet · ${title}` : title;
}

window.addEventListener('beforeunload', (event) => {
  // Words that were typed a moment ago are told now.
  conversation.flush();
  if (unsaved) event.preventDefault();
});

/**
 * Stores a record. Sending the same one again does no harm, so that "Try again" is always safe.
 *
 * @param {OutcomeRecord} record
 */
async function store(record) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/api/people/${encodeURIComponent(personId)}/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(record.baseVersion && { 'if-match': record.baseVersion }) },
      body: JSON.stringify(record),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    log.add('host', 'the record could not be sent');
    throw new Error('Kinfolk could not be reached.');
  }
  const answer = await response.json();
  log.add('host', `${response.status} ${response.ok ? 'stored' : answer.title}`, answer);
  if (!response.ok) throw new Error(answer.detail);
  return /** @type {{ id: string, href: string }} */ (answer);
}

/** @param {{ id: string, href: string }} stored */
function showStored({ id, href }) {
  setUnsaved(false);
  const page = `/people/${encodeURIComponent(personId)}/records/${encodeURIComponent(id)}`;
  find('#stored-link', HTMLAnchorElement).href = page;
  find('#stored', HTMLElement).hidden = false;
  tell({ kind: 'stored', href, page });
}

conversation.addEventListener('tp-record-change', ({ detail }) => {
  if (detail.source !== 'host') setUnsaved(true);
  log.add('tp-record-change', detail.patch.map(({ op, path }) => `${op} ${path}`).join(', '), detail);
});

conversation.addEventListener('tp-record-complete', (event) => {
  log.add('tp-record-complete', event.detail.record.id, event.detail);
  event.waitUntil(store(event.detail.record).then(showStored));
});

conversation.addEventListener('tp-concern', ({ detail }) => {
  log.add('tp-concern', detail.label ?? '', detail);
  find('#concern-about', HTMLElement).textContent = detail.label ? `You were talking about: ${detail.label}` : '';
  find('#concern', HTMLDialogElement).showModal();
});

for (const name of /** @type {const} */ (['tp-before-answer-change', 'tp-answer-change']))
  conversation.addEventListener(name, ({ detail }) =>
    log.add(name, `${detail.path.join(' › ')}: ${detail.previous.kind} → ${detail.answer.kind}`, detail),
  );

conversation.addEventListener('tp-before-record-complete', ({ detail }) =>
  log.add('tp-before-record-complete', '', detail),
);

conversation.addEventListener('tp-error', ({ detail }) =>
  log.add('tp-error', `${detail.code}: ${detail.message}`, detail),
);

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  log.add('securitypolicyviolation', `${effectiveDirective} blocked ${blockedURI}`),
);
