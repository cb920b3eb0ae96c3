import { html, nothing, type TemplateResult } from 'lit';
import { reasonOf, spoken, type Remark, type Say } from './data.js';
import type { Mark } from './shapes.js';

/** Each thing that there is to say about the records, once. */
export function renderRemarks({ t, date, person }: Say, remarks: readonly Remark[]): TemplateResult | typeof nothing {
  const sentences = new Set(
    remarks.map(({ code, date: day = '' }) =>
      t(`chart.problem.${code}`, { date: date(day), name: person ?? t('perspective.person'), count: 4 }),
    ),
  );
  return sentences.size > 0
    ? html`<div class="muted" part="problems">${[...sentences].map((sentence) => html`<p>${sentence}</p>`)}</div>`
    : nothing;
}

/**
 * What was said on the day of a mark, under its chart. It stays until it is closed, so that it can be read, copied and magnified. Only the words are
 * told of: the mark has the focus, and its name is heard with it.
 */
export function renderPanel(say: Say, mark: Mark | undefined, heading: string, close: () => void): TemplateResult {
  const { t } = say;
  return html`<div class=${mark ? 'panel' : nothing} part=${mark ? 'panel' : nothing}>
    ${mark && html`<div class="label">${heading}</div>`}
    <div aria-live="polite">${mark && linesOf(say, mark).map((line) => html`<p dir="auto">${line}</p>`)}</div>
    ${mark && html`<button type="button" class="quiet" part="close" @click=${close}>${t('chart.close')}</button>`}
  </div>`;
}

function linesOf(say: Say, { point, view }: Mark): readonly string[] {
  const words = [...spoken(say, point)];
  const reason = view && reasonOf(view);
  if (reason) words.push(say.t('chart.why', { text: reason }));
  return words.length > 0 ? words : [say.t('chart.no-words')];
}
