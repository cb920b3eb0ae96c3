// @ts-check
/** The page that records a conversation: what a host has to do with the events of `tp-conversation`. */
import '/vendor/talking-points-elements/cdn/talking-points-elements.js';
import '/vendor/talking-points-elements/cdn/talking-points-conflict.js';
import { indexedDbDrafts, keepDrafts } from '/vendor/talking-points-elements/cdn/talking-points-drafts.js';
import { EventLog, tell } from './event-log.js';
import { find, showStored, Unsaved } from './recording.js';
import { heldOf, recordsOf, showNotShown, store, withScaleOf } from './records.js';

/** @import { TpConversation } from 'talking-points-elements' */

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

const unsaved = new Unsaved(conversation);

conversation.subject = { id: personId, name: personName };
conversation.recordedBy = { id: workerId, name: workerName, role: workerRole };
// What is typed is kept on this device while it is typed, until Kinfolk has stored it.
conversation.drafts = keepDrafts(indexedDbDrafts(), {
  user: workerId,
  held: (record, completedAt) => heldOf(personId, record, completedAt),
});
// Last: with the framework the record begins, and it takes the person and the worker with it.
if (conversation.dataset['review'] === undefined) conversation.framework = framework;
else beginReview().catch(showNotShown);

/** Looks back at all that is in the file: what was corrected or a mistake is left out by the element. */
async function beginReview() {
  const records = await recordsOf(personId);
  conversation.previous = records;
  const [latest] = records
    .filter(({ status }) => status === 'completed')
    .toSorted((a, b) => (b.conversationAt ?? b.recordedAt).localeCompare(a.conversationAt ?? a.recordedAt));
  // On the scale of last time, so that then and now can be compared.
  conversation.scales = latest?.scales;
  conversation.framework = (latest && (await withScaleOf(latest, framework))) ?? framework;
}

conversation.addEventListener('tp-record-change', ({ detail }) => {
  log.add('tp-record-change', detail.patch.map(({ op, path }) => `${op} ${path}`).join(', '), detail);
});

// Words that come back from a draft are not in Kinfolk yet.
conversation.addEventListener('tp-draft-restore', ({ detail }) => {
  unsaved.set(true);
  log.add('tp-draft-restore', detail.record.id, detail);
});

conversation.addEventListener('tp-draft-save', ({ detail }) => log.add('tp-draft-save', detail.record.id, detail));

conversation.addEventListener('tp-record-complete', (event) => {
  log.add('tp-record-complete', event.detail.record.id, event.detail);
  const stored = store(personId, event.detail.record, (summary, detail) => log.add('host', summary, detail));
  event.waitUntil(
    stored.then(({ id, href }) => {
      unsaved.set(false);
      tell({ kind: 'stored', href, page: showStored(personId, id) });
    }),
  );
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
