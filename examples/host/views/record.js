// @ts-check
/** Earlier conversations as they are read in the file: the words first, and who said them. */
import { html } from './html.js';
import { answerInWords, dateInWords, DECISIONS, STEPS, titleOf, whoSaid, whoseView } from './words.js';

/** @import { Entry, OutcomeRecord, Rating, Statement } from 'talking-points-elements/schema' */
/** @import { StoredRecord } from '../store.js' */

/** @param {{ personId: string, id: string }} record */
export const pageOf = ({ personId, id }) => `/people/${encodeURIComponent(personId)}/records/${encodeURIComponent(id)}`;

/**
 * @param {Statement} statement
 * @param {OutcomeRecord} record
 */
const quote = (statement, record) => {
  const who = whoSaid(statement, record);
  const own = statement.saidBy === 'person' && 'own';
  const mistaken = statement.enteredInError && 'mistaken';
  return html`<figure class="${['words', own, mistaken].filter(Boolean).join(' ')}">
    <blockquote dir="auto" lang="${statement.language ?? record.conversation.recordLanguage ?? 'en-GB'}">${statement.text}</blockquote>
    ${who && html`<figcaption>${who}</figcaption>`}
    ${statement.enteredInError && html`<figcaption>Entered in error: ${statement.enteredInError.reason}</figcaption>`}
  </figure>`;
};

/**
 * @param {string} heading
 * @param {readonly Rating[] | undefined} ratings
 * @param {OutcomeRecord} record
 */
const views = (heading, ratings, record) =>
  ratings?.length
    ? html`<p class="small-heading">${heading}</p>
        <ul class="views">
          ${ratings.map(
            (rating) => html`<li${rating.enteredInError && html` class="mistaken"`}>
              <b>${whoseView(rating, record)}:</b> <span class="answer">${answerInWords(rating, record)}</span>${rating.reason && html`, “<span dir="auto">${rating.reason}</span>”`}
              ${rating.enteredInError && html`<span class="quiet">Entered in error: ${rating.enteredInError.reason}</span>`}
            </li>`,
          )}
        </ul>`
    : undefined;

/**
 * @param {Entry} entry
 * @param {OutcomeRecord} record
 */
const entrySummary = (entry, record) => html`<section class="entry">
  <h4>${entry.label}</h4>
  ${entry.narrative?.map((statement) => quote(statement, record))}
  ${entry.personalOutcome?.text && html`<p><b>What ${record.subject.name ?? 'the person'} would like:</b> <span dir="auto">${entry.personalOutcome.text}</span></p>`}
  ${views('How things are now', entry.ratings, record)}
  ${views('Compared with last time', entry.change, record)}
  ${entry.disagreement && html`<p><b>Where people see it differently:</b> <span dir="auto">${entry.disagreement.text}</span></p>`}
  ${entry.decision && html`<p><b>What was decided:</b> ${DECISIONS[entry.decision.value]}${entry.decision.reason && html`: <span dir="auto">${entry.decision.reason}</span>`}</p>`}
  ${
    entry.actions?.length
      ? html`<p class="small-heading">Next steps</p>
          <ul>
            ${entry.actions.map(({ what, who, by, status }) => html`<li>${what}${who && `: ${who}`}${by && `, by ${dateInWords(by)}`}${status && ` (${STEPS[status]})`}</li>`)}
          </ul>`
      : undefined
  }
</section>`;

/** What a reader has to know before reading on: that it was a mistake, or that there is a correction. */
/** @param {StoredRecord} stored */
export const notices = ({ record, amendedBy, personId }) => html`
  ${record.enteredInError && html`<p class="notice">This record was entered in error: ${record.enteredInError.reason}</p>`}
  ${amendedBy && html`<p class="notice">This record was corrected later. <a href="${pageOf({ personId, id: amendedBy })}">See the correction</a></p>`}
  ${
    record.amends &&
    html`<p class="notice">
      This record corrects <a href="${pageOf({ personId, id: record.amends.recordId })}">an earlier version</a>: ${record.amends.reason}
    </p>`
  }
`;

/** @param {OutcomeRecord} record */
export const writtenBy = ({ recordedBy, recordedAt, framework }) => html`
  <p class="quiet">
    Written down on ${dateInWords(recordedAt.slice(0, 10))}${recordedBy?.name && ` by ${recordedBy.name}`}${recordedBy?.role && `, ${recordedBy.role.toLowerCase()}`}.
    ${framework.name}.
  </p>
`;

/** @param {StoredRecord} stored */
export const recordSummary = (stored) => html`<article class="sheet">
  <h3><a href="${pageOf(stored)}">${titleOf(stored.record)}</a></h3>
  ${writtenBy(stored.record)} ${notices(stored)}
  <p class="screen-only"><a href="${pageOf(stored)}/print">Print a copy<span class="unseen"> of ${titleOf(stored.record)}</span></a></p>
  ${stored.amendedBy || stored.record.enteredInError ? undefined : stored.record.entries.map((entry) => entrySummary(entry, stored.record))}
</article>`;
