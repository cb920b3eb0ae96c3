import { html, type TemplateResult } from 'lit';
import type { OutcomeComparison, RecordComparison } from '../../model/compare-types.js';
import { renderWhy, rowsOf, type Comparing, type Row } from './comparison.rows.js';
import type { Content } from './comparison.text.js';
import { renderTrack } from './comparison.track.js';
import { sayAnswer, sayStatus } from './fragments/comparison.words.js';

export interface Layout {
  readonly comparing: Comparing;
  readonly comparison: RecordComparison;
  /** The two days, as they are called here: "Then · 3 March 2026". */
  readonly then: string;
  readonly now: string;
  /** The level of the outcomes' headings. */
  readonly level: number;
}

/** One card for each outcome: the words side by side, then each view with its track, then the rest. */
export const renderCards = (layout: Layout): TemplateResult =>
  html`<div class="cards">
    ${layout.comparison.outcomes.map((outcome, index) => card(layout, outcome, `o-${String(index)}`))}
  </div>`;

function card(layout: Layout, outcome: OutcomeComparison, id: string): TemplateResult {
  const { comparing } = layout;
  const rows = rowsOf(comparing, outcome);
  const facts = rows.filter(({ isWords, view }) => !isWords && !view);
  const status = sayStatus(comparing.say, outcome.status);
  return html`<article class="card" part="outcome" data-key=${outcome.key} aria-labelledby=${id}>
    <div class="head">
      <div id=${id} class="heading" part="heading" role="heading" aria-level=${layout.level} dir="auto">${outcome.label}</div>
      ${status && html`<p class="status" part="status">${status}</p>`}
    </div>
    <div class="pair">${(['then', 'now'] as const).map(
      (when) =>
        html`<div class="side">
          <p class="status">${layout[when]}</p>
          ${rows.map(({ isWords, label, [when]: content }, index) =>
            // What somebody said needs no label: it is said whose words they are.
            !isWords || !content ? null : index === 0 ? content : html`<p class="label">${label}</p>${content}`,
          )}
        </div>`,
    )}</div>
    ${rows.map((row) => row.view && view(comparing, row))}
    ${facts.length > 0 ? html`<dl class="facts">${facts.map((row) => fact(comparing, row))}</dl>` : null}
  </article>`;
}

/** One view, then and now, in words; and the same as a line for the eye. */
function view(comparing: Comparing, { label, then, now, said, view: compared }: Row): TemplateResult {
  const { say } = comparing;
  return html`<div class="view" part="view">
    <p class="label">${label}</p>
    ${
      compared?.comparable
        ? html`<p class="answers" part="answers">
              <bdi>${sayAnswer(say, compared.then)}</bdi> <span class="arrow" aria-hidden="true">→</span
              ><span class="heard">${say.t('comparison.to')}</span> <bdi>${sayAnswer(say, compared.now)}</bdi>
            </p>
            ${said}${renderTrack(say, compared)}${pair(comparing, renderWhy(comparing, compared.then), renderWhy(comparing, compared.now))}`
        : html`${pair(comparing, then, now)}${said}`
    }
  </div>`;
}

/** What was so then in the first column, what is so now in the second. */
const pair = ({ say: { t } }: Comparing, then: Content, now: Content): Content =>
  !then && !now
    ? null
    : html`<div class="pair">${Object.entries({ then, now }).map(([when, content]) =>
        !content
          ? null
          : html`<div class=${when}>
              <p class="muted">${t(`comparison.${when}`)}</p>
              ${content}
            </div>`,
      )}</div>`;

/** What there is only now needs no name. */
const fact = (comparing: Comparing, { label, then, now, said }: Row): TemplateResult =>
  html`<div>
    <dt class="label">${label}</dt>
    <dd>${!then ? now : pair(comparing, then, now)}</dd>
    ${said && html`<dd>${said}</dd>`}
  </div>`;
