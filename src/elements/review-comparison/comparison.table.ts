import { html, type TemplateResult } from 'lit';
import type { Layout } from './comparison.cards.js';
import { rowsOf } from './comparison.rows.js';
import { sayStatus } from './fragments/comparison.words.js';

/** The same as a table. Where it is wider than the page, it is moved sideways inside its own region, with the keyboard too. */
export function renderTable({ comparing, comparison, then, now }: Layout, caption: string): TemplateResult {
  const { say } = comparing;
  return html`<div class="scroll" part="scroll" role="region" aria-labelledby="caption" tabindex="0">
    <table part="table">
      <caption id="caption" class="heard">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${[say.t('comparison.what'), then, now, say.t('comparison.change')].map(
            (name) => html`<th scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      ${comparison.outcomes.map((outcome) => {
        const status = sayStatus(say, outcome.status);
        return html`<tbody data-key=${outcome.key} part="outcome">
          <tr class="head">
            <th scope="rowgroup" colspan="4">
              <span class="heading" part="heading" dir="auto">${outcome.label}</span>
              ${status && html`<span class="status" part="status">${status}</span>`}
            </th>
          </tr>
          ${rowsOf(comparing, outcome).map(
            (row) =>
              html`<tr>
                <th scope="row">${row.label}</th>
                <td>${row.then}</td>
                <td>${row.now}</td>
                <td>${row.said}</td>
              </tr>`,
          )}
        </tbody>`;
      })}
    </table>
  </div>`;
}
