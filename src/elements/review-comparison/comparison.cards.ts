import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeComparison, RecordComparison } from '../../model/compare-types.js';
import { rowsOf, type Comparing, type Content, type Row } from './comparison.rows.js';
import { renderTrack } from './comparison.track.js';
import { sayAnswer, sayStatus, type Saying } from './fragments/comparison.words.js';

export interface Layout {
  readonly comparing: Comparing;
  readonly comparison: RecordComparison;
  /** The days of the two, as they are called here. */
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

/** Where an outcome stands, where there is something to say. */
export const renderStatus = ({ say }: Comparing, { status }: OutcomeComparison): Content => {
  const said = sayStatus(say, status);
  return said === null ? nothing : html`<p class="status" part="status">${said}</p>`;
};

function card(layout: Layout, outcome: OutcomeComparison, id: string): TemplateResult {
  const { comparing } = layout;
  const rows = rowsOf(comparing, outcome);
  const of = (kind: Row['kind']): readonly Row[] => rows.filter((row) => row.kind === kind);
  const facts = of('fact');
  return html`<article class="card" part="outcome" data-key=${outcome.key} aria-labelledby=${id}>
    <div class="head">
      <div id=${id} class="heading" part="heading" role="heading" aria-level=${layout.level} dir="auto">${outcome.label}</div>
      ${renderStatus(comparing, outcome)}
    </div>
    <div class="sides">${side(layout, 'then', of('words'))}${side(layout, 'now', of('words'))}</div>
    ${of('view').map((row) => view(layout, row))}
    ${facts.length > 0 ? html`<dl class="facts">${facts.map((row) => fact(layout, row))}</dl>` : nothing}
  </article>`;
}

const side = (layout: Layout, when: 'then' | 'now', rows: readonly Row[]): TemplateResult =>
  html`<div class="side ${when}">
    <p class="when">${layout.comparing.say.t(`comparison.${when}`)} · ${layout[when]}</p>
    ${rows.map(({ label, [when]: content }, index) =>
      // What somebody said needs no label: it is said whose words they are.
      index === 0 || content === nothing ? content : html`<p class="label">${label}</p>${content}`,
    )}
  </div>`;

/** One view, then and now, in words; and the same as a line for the eye. */
function view({ comparing: { say } }: Layout, { label, then, now, said, view: compared, whys }: Row): TemplateResult {
  const [whyThen = nothing, whyNow = nothing] = whys ?? [];
  return html`<div class="view" part="view">
    <p class="label">${label}</p>
    ${
      compared?.comparable
        ? html`<p class="answers" part="answers">
              <bdi>${sayAnswer(say, compared.then)}</bdi> <span class="arrow" aria-hidden="true">→</span
              ><span class="heard">${say.t('comparison.to')}</span> <bdi>${sayAnswer(say, compared.now)}</bdi>
            </p>
            ${said}${renderTrack(say, compared)}${whyThen === nothing && whyNow === nothing ? nothing : html`<div class="pair">${named(say, 'then', whyThen)}${named(say, 'now', whyNow)}</div>`}`
        : html`<div class="pair">${named(say, 'then', then)}${named(say, 'now', now)}</div>
            ${said}`
    }
  </div>`;
}

const named = ({ t }: Saying, when: 'then' | 'now', content: Content): Content =>
  content === nothing
    ? nothing
    : html`<div class=${when}>
        <p class="muted">${t(`comparison.${when}`)}</p>
        ${content}
      </div>`;

/** What was so then in the first column, what is so now in the second; what there is only now needs no name. */
function fact({ comparing: { say } }: Layout, { label, then, now, said }: Row): TemplateResult {
  return html`<div>
    <dt class="label">${label}</dt>
    <dd>${then === nothing ? now : html`<div class="pair">${named(say, 'then', then)}${named(say, 'now', now)}</div>`}</dd>
    ${said === nothing ? nothing : html`<dd class="said">${said}</dd>`}
  </div>`;
}
