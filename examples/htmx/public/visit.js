import htmx from '/assets/htmx.js';

/** @typedef {import('talking-points-elements').OutcomeRecord} OutcomeRecord */

/** What was told last, by its address: newer than what a server has written that was asked at the same moment. @type {Map<string, OutcomeRecord>} */
const told = new Map();

/** A morph keeps the element that is there: it is made ready once. @type {WeakSet<HTMLElement>} */
const ready = new WeakSet();

/** @param {OutcomeRecord} record */
async function store(record) {
  const response = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!response.ok) throw new Error(`The server said ${response.status}.`);
}

/** The server keeps the draft, and writes anew what it has kept: a swap beside the conversation. @param {string} drafts @param {OutcomeRecord} record */
function keep(drafts, record) {
  told.set(drafts, record);
  return htmx.ajax('PUT', drafts, { target: '#kept', values: { record: JSON.stringify(record) } });
}

/** htmx tells of each part that it has put into the page; the first one is the page itself. */
htmx.onLoad((part) => {
  const conversation = part.querySelector('tp-conversation');
  const drafts = conversation?.dataset['drafts'];
  if (!conversation || !drafts || ready.has(conversation)) return;
  ready.add(conversation);
  conversation.record = told.get(drafts) ?? JSON.parse(document.querySelector('#draft')?.textContent ?? 'null');
  // On the element itself: when it is taken out it still tells of the last words, and nothing around it would hear.
  conversation.addEventListener('tp-record-change', ({ detail }) => void keep(drafts, detail.record));
  conversation.addEventListener('tp-record-complete', (event) => {
    event.waitUntil(store(event.detail.record).then(() => keep(drafts, event.detail.record)));
  });
});

document.addEventListener('tp-answer-change', ({ detail }) => {
  const answered = document.querySelector('output#answered');
  if (answered) answered.textContent = detail.path.join(' › ');
});
