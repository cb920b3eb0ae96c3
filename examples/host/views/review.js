// @ts-check
/** Pages that look at records beside each other, and the copy to print. What is chosen stands in the address, so that it can be kept and sent. */
import { html } from './html.js';
import { layout } from './layout.js';
import { notShown, personTrail } from './pages.js';
import { pageOf } from './record.js';
import { titleOf } from './words.js';

/** @import { Html } from './html.js' */
/** @import { Person, StoredRecord } from '../store.js' */

/** The most conversations that fit on one star. */
export const MOST_ON_A_STAR = 4;

/** How a copy can look, and for whom it can be. */
export const LAYOUTS = { normal: 'Normal', large: 'Large print', easy: 'Easy read' };
export const AUDIENCES = {
  person: 'The person',
  family: 'The family',
  agencies: 'Other agencies',
};

const noScript = html`<noscript><p class="notice">This page needs JavaScript. Please turn it on for this page.</p></noscript>`;

/**
 * @param {object} field
 * @param {string} field.name
 * @param {string} field.label
 * @param {string | undefined} field.chosen
 * @param {readonly (readonly [value: string, label: string])[]} field.options
 */
const choice = ({ name, label, chosen, options }) => html`<p>
  <label for="${name}">${label}</label>
  <select id="${name}" name="${name}">
    ${options.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}
  </select>
</p>`;

/**
 * @param {Html | readonly Html[]} fields
 * @param {string} button
 */
const chooser = (fields, button) =>
  html`<form class="chooser screen-only" method="get">${fields}<p><button>${button}</button></p></form>`;

/** @param {StoredRecord} stored */
const named = (stored) => {
  const { record, amendedBy } = stored;
  const aside = record.enteredInError ? ' (entered in error)' : amendedBy ? ' (corrected later)' : '';
  return `${titleOf(record)}${aside}`;
};

/**
 * @param {Person} person
 * @param {readonly StoredRecord[]} records in time order
 * @param {{ then: StoredRecord | undefined, now: StoredRecord | undefined }} pair
 */
export function comparePage(person, records, { then, now }) {
  const options = records.map((stored) => /** @type {const} */ ([stored.id, named(stored)]));
  return layout({
    title: `Then and now, ${person.name}`,
    trail: personTrail(person),
    script: 'look-back.js',
    main: html`<h1>Then and now</h1>
      ${chooser(
        [
          choice({ name: 'then', label: 'Then', chosen: then?.id, options }),
          choice({ name: 'now', label: 'Now', chosen: now?.id, options }),
        ],
        'Compare these two',
      )}
      ${noScript} ${notShown}
      ${
        then && now
          ? html`<tp-review-comparison
              heading-level="2"
              data-person-id="${person.id}"
              data-then="${then.id}"
              data-now="${now.id}"
            ></tp-review-comparison>`
          : html`<p>Two conversations are needed to compare.</p>`
      }`,
  });
}

/**
 * @param {Person} person
 * @param {object} chosen
 * @param {readonly StoredRecord[]} chosen.records those that stand, in time order
 * @param {readonly (readonly [value: string, label: string])[]} chosen.outcomes what can be followed
 * @param {string | undefined} chosen.outcome
 * @param {readonly string[]} chosen.onStar
 * @param {boolean} chosen.tooMany
 */
export const overTimePage = (person, { records, outcomes, outcome, onStar, tooMany }) =>
  layout({
    title: `Over time, ${person.name}`,
    trail: personTrail(person),
    script: 'look-back.js',
    main: html`<h1>Over time</h1>
      ${chooser(
        [
          choice({
            name: 'outcome',
            label: 'What to follow',
            chosen: outcome ?? '',
            options: [['', 'Everything'], ...outcomes],
          }),
          html`<fieldset>
            <legend>On the star (up to four)</legend>
            ${records.map(
              ({ id, record }) =>
                html`<label><input type="checkbox" name="star" value="${id}"${onStar.includes(id) && html` checked`}> ${titleOf(record)}</label>`,
            )}
          </fieldset>`,
        ],
        'Show these',
      )}
      ${noScript} ${notShown}
      ${tooMany && html`<p class="notice">A star holds four conversations. The four newest of those that were chosen are shown.</p>`}
      <tp-outcome-timeline
        heading-level="2"
        data-person-id="${person.id}"
        ${outcome !== undefined && html`data-outcome="${outcome}"`}
      ></tp-outcome-timeline>
      <tp-outcome-star heading-level="2" data-person-id="${person.id}" data-records="${onStar.join(' ')}"></tp-outcome-star>`,
  });

/**
 * @param {Person} person
 * @param {StoredRecord} stored
 * @param {{ layout: string, audience: string }} chosen
 */
export const printPage = (person, stored, chosen) =>
  layout({
    title: `${titleOf(stored.record)}, ${person.name}`,
    trail: [...personTrail(person), { href: pageOf(stored), label: titleOf(stored.record) }],
    script: 'look-back.js',
    // The copy alone goes on paper, with its own name and date on each sheet.
    style: '/vendor/talking-points-elements/themes/print.css',
    main: html`<h1>Print a copy</h1>
      ${chooser(
        [
          choice({ name: 'layout', label: 'How it looks', chosen: chosen.layout, options: Object.entries(LAYOUTS) }),
          choice({
            name: 'audience',
            label: 'Who it is for',
            chosen: chosen.audience,
            options: Object.entries(AUDIENCES),
          }),
        ],
        'Show this copy',
      )}
      <p class="screen-only"><button type="button" data-print>Print</button></p>
      ${noScript} ${notShown}
      <div class="sheet">
        <tp-record-summary
          heading-level="2"
          layout="${chosen.layout}"
          audience="${chosen.audience}"
          data-person-id="${person.id}"
          data-record="${stored.id}"
        ></tp-record-summary>
      </div>`,
  });
