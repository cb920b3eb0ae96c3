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

/** What was said on the day of a mark, under its chart. It stays until it is closed, so that it can be read, copied and magnified. */
export function renderPanel(say: Say, { point, view }: Mark, heading: string, close: () => void): TemplateResult {
  const { t } = say;
  const words = [...spoken(say, point)];
  const reason = view && reasonOf(view);
  if (reason) words.push(t('chart.why', { text: reason }));
  return html`<div class="panel" part="panel">
    <div class="label">${heading}</div>
    ${(words.length > 0 ? words : [t('chart.no-words')]).map((line) => html`<p dir="auto">${line}</p>`)}
    <button type="button" class="quiet" part="close" @click=${close}>${t('chart.close')}</button>
  </div>`;
}
