// @ts-check
/** Shows a stored record, and takes a correction of it: a new record, with the version that it corrects in If-Match. */
import '/vendor/talking-points-elements/cdn/talking-points-elements.js';
import '/vendor/talking-points-elements/cdn/talking-points-conflict.js';
import { indexedDbDrafts, keepDrafts } from '/vendor/talking-points-elements/cdn/talking-points-drafts.js';
import { find, showStored, Unsaved } from './recording.js';
import { heldOf, recordsOf, showNotShown, store, withScaleOf } from './records.js';

/** @import { TpConversation } from 'talking-points-elements' */

const conversation = /** @type {TpConversation} */ (find('tp-conversation', HTMLElement));
const { record = '', personId = '', workerId = '', workerName = '', workerRole = '' } = conversation.dataset;
const unsaved = new Unsaved(conversation);

// A correction is kept on this device while it is written, as a new conversation is.
conversation.drafts = keepDrafts(indexedDbDrafts(), {
  user: workerId,
  held: (draft, completedAt) => heldOf(personId, draft, completedAt),
});

async function load() {
  const records = await recordsOf(personId);
  conversation.recordedBy = { id: workerId, name: workerName, role: workerRole };
  // For a review: what it looked back at. For a correction, also one that was interrupted: what it corrects.
  conversation.previous = records;
  const stored = records.find(({ id }) => id === record);
  if (stored) conversation.framework = await withScaleOf(stored);
  conversation.record = stored;
}

// Somebody goes on with what they had not sent, also where the record was corrected by somebody else since.
conversation.addEventListener('tp-draft-restore', () => {
  conversation.readonly = false;
  unsaved.set(true);
});

conversation.addEventListener('tp-record-complete', (event) => {
  event.waitUntil(
    store(personId, event.detail.record).then(({ id }) => {
      unsaved.set(false);
      // The stored one has a page of its own; a correction of it begins there, with its version.
      conversation.amendable = false;
      showStored(personId, id);
    }),
  );
});

load().catch(showNotShown);
