import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeComparison } from '../../model/compare-types.js';
import type { Layout } from './comparison.cards.js';
import { rowsOf } from './comparison.rows.js';
import { sayStatus } from './fragments/comparison.words.js';

/** The same as a table. Where it is wider than the page, it is moved sideways inside its own region, with the keyboard too. */
export function renderTable(layout: Layout, caption: string): TemplateResult {
  const { comparing, comparison, then, now } = layout;
  const { t } = comparing.say;
  return html`<div class="scroll" part="scroll" role="region" aria-labelledby="caption" tabindex="0">
    <table part="table">
      <caption id="caption" class="heard">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('comparison.what')}</th>
          <th scope="col">${t('comparison.then')} · ${then}</th>
          <th scope="col">${t('comparison.now')} · ${now}</th>
          <th scope="col">${t('comparison.change')}</th>
        </tr>
      </thead>
      ${comparison.outcomes.map((outcome) => group(layout, outcome))}
    </table>
  </div>`;
}

function group({ comparing }: Layout, outcome: OutcomeComparison): TemplateResult {
  const status = sayStatus(comparing.say, outcome.status);
  return html`<tbody data-key=${outcome.key} part="outcome">
    <tr class="head">
      <th scope="rowgroup" colspan="4">
        <span class="heading" part="heading" dir="auto">${outcome.label}</span>
        ${status === null ? nothing : html`<span class="status" part="status">${status}</span>`}
      </th>
    </tr>
    ${rowsOf(comparing, outcome).map(
      ({ label, then, now, said }) =>
        html`<tr>
          <th scope="row">${label}</th>
          <td>${then}</td>
          <td>${now}</td>
          <td>${said}</td>
        </tr>`,
    )}
  </tbody>`;
}
