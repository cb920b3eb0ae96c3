// The HTML that the server writes: whole pages, and the parts of them that htmx swaps in.

/** @typedef {{ id: string, name: string, framework: string }} Person */
/** @typedef {import('talking-points-elements').OutcomeRecord} OutcomeRecord */

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** What the page has kept of a conversation. @param {OutcomeRecord | undefined} record */
export const kept = (record) => `
  <output aria-label="Kept here">${escape(record?.entries.map((entry) => entry.narrative?.[0]?.text).join() ?? '')}</output>,
  <output aria-label="Status">${record?.status ?? ''}</output>`;

/** A question in a form of its own. @param {string} sent @param {string} [value] */
export const safety = (sent, value) => `
  <form id="safety" hx-post="/safety" hx-target="#safety" hx-swap="outerHTML">
    <tp-rating-scale name="safe" scale="frequency-4" label="How much of the time do you feel safe?"
      ${value === undefined ? '' : `value="${escape(value)}"`}></tp-rating-scale>
    <button>Send</button>
    <button type="button" hx-get="/safety" hx-target="#safety" hx-swap="outerHTML">As last time</button>
    <p>Sent: <output aria-label="Sent">${escape(sent)}</output></p>
  </form>`;

/** What the server knows goes into attributes, and the draft into a script of data, which no browser runs. @param {Person} person @param {OutcomeRecord | undefined} record */
const conversation = ({ id, name, framework }, record) => `
  <tp-conversation framework="${framework}" subject="${escape(JSON.stringify({ id, name }))}"
    data-drafts="/people/${id}/draft"></tp-conversation>
  <script type="application/json" id="draft">${JSON.stringify(record ?? null).replaceAll('<', '\\u003c')}</script>`;

/**
 * A person, and the way to the others.
 * @param {readonly Person[]} people @param {Person} person @param {OutcomeRecord | undefined} record @param {boolean} open
 */
export const visit = (people, person, record, open) => `
  ${people
    .map(
      (one) => `<button type="button" hx-get="/people/${one.id}" hx-target="#visit"
        aria-pressed="${one === person}">${escape(one.name)}</button>`,
    )
    .join('')}
  <button type="button" hx-get="/people/${person.id}${open ? '?closed' : ''}" hx-target="#visit"
    aria-expanded="${open}">The conversation</button>
  <button type="button" hx-get="/people/${person.id}" hx-target="#visit" hx-swap="innerMorph">Refresh</button>
  <section>${open ? conversation(person, record) : ''}</section>
  <p>Kept here: <span id="kept">${kept(record)}</span></p>`;

/** @param {string} main */
export const page = (main) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="htmx-config" content='{"morphSkip": "tp-conversation"}'>
    <link rel="icon" href="data:,">
    <title>A visit, with htmx</title>
    <link rel="stylesheet" href="/assets/host.css">
    <script type="module" src="/assets/talking-points-elements.js"></script>
    <script type="module" src="/assets/visit.js"></script>
  </head>
  <body hx-sync="queue all">
    <main>
      <h1>A visit</h1>
      <div id="visit">${main}</div>
      <p>Answered last: <output id="answered" aria-label="Answered last"></output></p>
      ${safety('')}
    </main>
  </body>
</html>
`;
