/** @typedef {import('talking-points-elements').OutcomeRecord} OutcomeRecord */

/** An element that the page has. @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {string} [more] */
function the(tag, more = '') {
  /** @type {HTMLElementTagNameMap[Tag] | null} */
  const found = document.querySelector(tag + more);
  if (!found) throw new Error(`There is no ${tag}${more} in the page.`);
  return found;
}

const conversation = the('tp-conversation');
const toggle = the('button', '#toggle');

/** @type {Map<string | undefined, OutcomeRecord>} by person */
const records = new Map();
let person = 'p-204';

function show() {
  const record = records.get(person);
  the('output', '#kept').value = record?.entries.map((entry) => entry.narrative?.[0]?.text).join() ?? '';
  the('output', '#status').value = record?.status ?? '';
}

/** By the person in the record, not by the one on the screen: last words may come while somebody else is being opened. @param {OutcomeRecord} record */
function keep(record) {
  records.set(record.subject.id, record);
  show();
}

/** Stores a completed record on your server. What it throws is said to the practitioner as “Not saved”. @param {OutcomeRecord} record */
async function store(record) {
  const response = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!response.ok) throw new Error(`The server said ${response.status}.`);
  keep(record);
}

conversation.addEventListener('tp-answer-change', ({ detail }) => {
  the('output', '#answered').value = detail.path.join(' › ');
});
conversation.addEventListener('tp-record-change', ({ detail }) => keep(detail.record));
conversation.addEventListener('tp-record-complete', (event) => event.waitUntil(store(event.detail.record)));

const people = document.querySelectorAll('button[data-person]');
for (const button of people)
  button.addEventListener('click', () => {
    for (const one of people) one.ariaPressed = String(one === button);
    person = button.getAttribute('data-person') ?? '';
    conversation.framework = button.getAttribute('data-framework') ?? '';
    conversation.subject = { id: person, name: button.textContent };
    conversation.record = records.get(person);
    show();
  });

toggle.addEventListener('click', () => {
  if (conversation.isConnected) conversation.remove();
  else toggle.after(conversation);
  toggle.ariaExpanded = String(conversation.isConnected);
});

const form = the('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = [...new FormData(form)];
  the('output', '#sent').value = fields.map(([name, value]) => `${name}=${value}`).join('&') || 'nothing';
});
the('button', '#as-last-time').addEventListener('click', () => {
  the('tp-rating-scale').value = 'most';
});
