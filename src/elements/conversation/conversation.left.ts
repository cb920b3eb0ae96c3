import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { takeUp } from '../../model/review.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { Earlier } from '../../base/earlier.js';
import type { RecordKeeper } from './conversation.keeper.js';

export interface LeftView {
  readonly t: Translate;
  readonly record: OutcomeRecord;
  readonly keeper: RecordKeeper;
  readonly earlier: Earlier;
}

/** What mattered last time and is not in this record, with why: one line each, and a way to take it up again. */
export function renderLeft(view: LeftView): TemplateResult | typeof nothing {
  const { t, record, keeper, earlier } = view;
  const left = earlier.progress(record).leftBehind;
  if (left.length === 0) return nothing;
  return html`<section part="left-behind" aria-labelledby="left">
    <p class="label" id="left">${t('left.title')}</p>
    <ul class="left">
      ${left.map(
        (one) =>
          html`<li>
            <span class=${one.why === 'entered-in-error' ? 'in-error' : ''} dir="auto">${one.label}</span>
            <span class="muted">${t(`left.${one.why}`)}</span>
            <button
              type="button"
              class="quiet"
              aria-label=${t('left.take-up-named', { name: one.label })}
              @click=${(event: Event) => {
                // The line goes away: the focus goes back among the topics.
                (event.currentTarget as Element).closest('[part=topics]')?.querySelector('input')?.focus();
                keeper.change([['entries', record.entries.length], takeUp(earlier.records, one)]);
              }}
            >
              ${t('left.take-up')}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
