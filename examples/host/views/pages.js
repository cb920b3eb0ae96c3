// @ts-check
import { hrefOf } from '../api.js';
import { html } from './html.js';
import { layout, WORKER } from './layout.js';
import { notices, pageOf, recordSummary, writtenBy } from './record.js';
import { dateInWords, stands, titleOf, whenOf } from './words.js';

/** @import { Person, StoredRecord } from '../store.js' */

/** The frameworks that this system offers, by the ids under which the library has them. */
export const FRAMEWORKS = [
  { id: 'talking-points-community', name: 'People using services' },
  { id: 'talking-points-carers', name: 'Unpaid carers' },
  { id: 'talking-points-care-home', name: 'People living in care homes' },
  { id: 'shanarri', name: 'Children and young people (SHANARRI)' },
];

export const PEOPLE = { href: '/', label: 'People' };

/** @param {Person} person */
export const personHref = ({ id }) => `/people/${encodeURIComponent(id)}`;

/** @param {Person} person */
export const personTrail = (person) => [PEOPLE, { href: personHref(person), label: person.name }];

/** @param {readonly { person: Person, records: readonly StoredRecord[] }[]} people */
export const peoplePage = (people) =>
  layout({
    title: 'People',
    main: html`<h1>People</h1>
      <ul class="people">
        ${people.map(({ person, records }) => {
          const latest = records
            .map(({ record }) => whenOf(record))
            .sort()
            .at(-1);
          return html`<li class="sheet">
            <h2><a href="${personHref(person)}">${person.name}</a></h2>
            <p>${person.about}</p>
            <p class="quiet">${latest ? `Last conversation: ${dateInWords(latest.slice(0, 10))}` : 'No conversation yet'}</p>
          </li>`;
        })}
      </ul>`,
  });

/**
 * @param {Person} person
 * @param {readonly StoredRecord[]} records newest first
 */
export const personPage = (person, records) =>
  layout({
    title: person.name,
    trail: [PEOPLE],
    main: html`<h1>${person.name}</h1>
      <p>${person.about}</p>
      <nav class="choices screen-only" aria-label="What you can do">
        <ul>
          <li><a class="button" href="${personHref(person)}/record">Record a conversation with ${person.calledName}</a></li>
          ${
            records.some(stands) &&
            html`<li><a href="${personHref(person)}/review">Review together</a></li>
              <li><a href="${personHref(person)}/then-and-now">Then and now</a></li>
              <li><a href="${personHref(person)}/over-time">Over time</a></li>`
          }
        </ul>
      </nav>
      <h2>Earlier conversations</h2>
      ${records.length === 0 ? html`<p>There are none yet.</p>` : records.map(recordSummary)}`,
  });

/**
 * @param {Person} person
 * @param {string} framework
 * @param {boolean} [review] whether it looks back at what was recorded before
 */
export const recordPage = (person, framework, review = false) => {
  const title = `${review ? 'Review together' : 'Record a conversation'} with ${person.calledName}`;
  return layout({
    title,
    trail: personTrail(person),
    script: 'record.js',
    main: html`<h1>${title}</h1>
      <nav class="choices" aria-label="Kind of conversation">
        <ul>
          ${FRAMEWORKS.map(({ id, name }) => html`<li><a href="?framework=${id}"${id === framework && html` aria-current="true"`}>${name}</a></li>`)}
        </ul>
      </nav>
      <noscript><p class="notice">Recording a conversation needs JavaScript. Please turn it on for this page.</p></noscript>
      <h2>The conversation</h2>
      ${notShown}
      <tp-conversation
        ${review && html`data-review show-previous="after-answer"`}
        data-framework="${framework}"
        data-person-id="${person.id}"
        data-person-name="${person.calledName}"
        data-worker-id="${WORKER.id}"
        data-worker-name="${WORKER.name}"
        data-worker-role="${WORKER.role}"
      ></tp-conversation>
      ${nowStored(person, `The conversation is in ${person.calledName}’s file`)}
      <dialog id="concern" aria-labelledby="concern-heading">
        <h2 id="concern-heading">You are worried about somebody’s safety</h2>
        <p id="concern-about"></p>
        <p>If somebody is in danger now, phone <b>999</b>.</p>
        <p>Otherwise phone the adult and child protection duty team before you leave: <b>0131 496 0100</b>, day and night.</p>
        <p>Write what you saw and heard in the concern form that the duty team sends you, not in this conversation. What you have typed here is kept.</p>
        <form method="dialog"><button>Go back to the conversation</button></form>
      </dialog>
      <details class="log screen-only">
        <summary>Event log of this page</summary>
        <p><a href="/events" target="_blank" rel="noopener">Watch it beside the stored JSON, in a second tab</a></p>
        <ol data-event-log></ol>
      </details>`,
  });
};

/** What is said when something could not be loaded. */
export const notShown = html`<p id="not-shown" class="notice" role="alert" hidden></p>`;

/**
 * What is shown once the host has a record.
 *
 * @param {Person} person
 * @param {string} heading
 */
const nowStored = (person, heading) =>
  html`<section id="stored" class="sheet" hidden aria-labelledby="stored-heading">
    <h2 id="stored-heading">${heading}</h2>
    <p><a id="stored-link" class="button" href="${personHref(person)}">See the stored record</a></p>
    <p><a href="${personHref(person)}">Back to ${person.calledName}’s page</a></p>
  </section>`;

/**
 * @param {Person} person
 * @param {StoredRecord} stored
 */
export const storedRecordPage = (person, stored) =>
  layout({
    title: `${titleOf(stored.record)}, ${person.name}`,
    trail: personTrail(person),
    script: 'stored-record.js',
    main: html`<h1>${titleOf(stored.record)}</h1>
      ${writtenBy(stored.record)} ${notices(stored)}
      <noscript><p class="notice">Showing the conversation needs JavaScript. Below is what is stored.</p></noscript>
      <p class="screen-only"><a href="${pageOf(stored)}/print">Print a copy</a></p>
      <h2>What was said</h2>
      ${notShown}
      <tp-conversation
        ${stands(stored) ? html`amendable` : html`readonly`}
        data-record="${stored.id}"
        data-person-id="${person.id}"
        data-worker-id="${WORKER.id}"
        data-worker-name="${WORKER.name}"
        data-worker-role="${WORKER.role}"
      ></tp-conversation>
      ${nowStored(person, 'The correction is in the file, beside what it corrects')}
      ${storedJson(stored)}`,
  });

/**
 * @param {Person} person
 * @param {StoredRecord} stored
 */
export const jsonPage = (person, stored) =>
  layout({
    title: `JSON: ${titleOf(stored.record)}, ${person.name}`,
    trail: [...personTrail(person), { href: pageOf(stored), label: titleOf(stored.record) }],
    main: html`<h1>${titleOf(stored.record)}, as JSON</h1>
      <p><a href="${hrefOf(stored)}">As it was received, from the API</a></p>
      ${pre(stored)}`,
  });

export const FHIR_VERSIONS = ['R4', 'R5'];

/**
 * @param {Person} person
 * @param {StoredRecord} stored
 * @param {string} version one of `FHIR_VERSIONS`
 */
export const fhirPage = (person, stored, version) =>
  layout({
    title: `FHIR: ${titleOf(stored.record)}, ${person.name}`,
    trail: [...personTrail(person), { href: pageOf(stored), label: titleOf(stored.record) }],
    script: 'fhir.js',
    main: html`<h1>${titleOf(stored.record)}, as FHIR ${version}</h1>
      <p>What another system would be sent: a transaction, made in this page. Sent again, it updates and does not double.</p>
      <nav class="choices" aria-label="Version of FHIR">
        <ul>
          ${FHIR_VERSIONS.map((one) => html`<li><a href="?version=${one}"${one === version && html` aria-current="true"`}>FHIR ${one}</a></li>`)}
        </ul>
      </nav>
      <noscript><p class="notice">Making the Bundle needs JavaScript. Please turn it on for this page.</p></noscript>
      ${notShown}
      <p><a id="download" class="button" download="${stored.id}.fhir.json" hidden>Download the Bundle</a></p>
      <h2>Resources</h2>
      <div id="bundle" class="resources" data-record="${stored.id}" data-person-id="${person.id}" data-version="${version}"></div>`,
  });

/** @param {StoredRecord | undefined} latest */
export const eventsPage = (latest) =>
  layout({
    title: 'Event log',
    script: 'events.js',
    main: html`<h1>Event log</h1>
      <p>
        What the elements tell this system. Open a <a href="/">person</a>, record a conversation in another tab of
        this browser, and watch. Live events are shown, not stored.
      </p>
      <div class="beside">
        <section aria-labelledby="live-heading">
          <h2 id="live-heading">Live events</h2>
          <p id="waiting">Waiting for a page that records a conversation.</p>
          <ol data-event-log></ol>
        </section>
        <section aria-labelledby="latest-heading">
          <h2 id="latest-heading">Stored last</h2>
          <p id="latest">${latest ? html`<a href="${pageOf(latest)}">${titleOf(latest.record)}, ${latest.record.subject.name}</a>` : 'Nothing is stored yet.'}</p>
          <pre id="latest-json" tabindex="0" role="region" aria-label="The record that was stored last, as JSON">${latest && JSON.stringify(latest.record, null, 2)}</pre>
        </section>
      </div>`,
  });

/** @param {StoredRecord} stored */
const pre = ({ record }) =>
  html`<pre tabindex="0" role="region" aria-label="The record as JSON">${JSON.stringify(record, null, 2)}</pre>`;

/** @param {StoredRecord} stored */
const storedJson = (stored) => html`<section class="screen-only" aria-labelledby="json-heading">
  <h2 id="json-heading">What is stored</h2>
  <p><a href="${pageOf(stored)}/fhir">As FHIR</a> · <a href="${pageOf(stored)}/json">On a page of its own</a> · <a href="${hrefOf(stored)}">from the API</a></p>
  ${pre(stored)}
</section>`;
