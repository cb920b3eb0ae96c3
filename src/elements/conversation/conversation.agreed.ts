import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import type { ReviewAction } from '../../model/review.js';
import type { ActionStatus } from '../../schema/codes.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { Earlier } from '../../base/earlier.js';
import { undoChoice } from '../rating-scale/rating-scale.fragment.js';

export interface AgreedView {
  readonly t: Translate;
  readonly locale: string;
  readonly record: OutcomeRecord;
  readonly earlier: Earlier;
  readonly personName: string | undefined;
  readonly readonly: boolean;
  /** Says how a step stands. `false`: vetoed, or nothing new. */
  readonly say: (step: ReviewAction, status: ActionStatus | undefined) => boolean;
}

/** How a step can stand once time has passed. Planned is how it stood before. */
const STANDS: readonly ActionStatus[] = ['done', 'doing', 'not-yet', 'no-longer-needed'];

/** What was agreed last time, gone through before anything else: nothing is chosen beforehand, and a step may be passed over. */
export function renderAgreed(view: AgreedView): TemplateResult | typeof nothing {
  const { t } = view;
  const { actions } = view.earlier.progress(view.record);
  if (actions.length === 0) return nothing;
  return html`<section class="step" part="agreed" aria-labelledby="agreed">
    <h3 id="agreed">${t('agreed.title')}</h3>
    ${view.readonly ? nothing : html`<p class="muted">${t('agreed.help')}</p>`} ${actions.map((step) => one(view, step))}
  </section>`;
}

function one(view: AgreedView, step: ReviewAction): TemplateResult {
  const { t } = view;
  const { then, now, id } = step;
  const status = now?.status;
  const holder = view.earlier.holderOf(view.record, step);
  const legend = html`<span dir="auto">${then.what}</span>`;
  const about = html`<p class="muted">${inWords(view, step)}</p>`;
  if (view.readonly || !holder)
    return html`<div>
      <p class="label">${legend}</p>
      ${about}
      <p>${status ? t(`status.${status}`) : t(holder ? 'status.' : 'agreed.taken-out')}</p>
    </div>`;
  const offered = status && !STANDS.includes(status) ? [status, ...STANDS] : STANDS;
  return html`<fieldset class="agreed">
    <legend>${legend}</legend>
    ${about}
    <div class="choices">
      ${offered.map(
        (stand) =>
          html`<label class="reason"
            ><input
              type="radio"
              name=${`agreed-${id}`}
              .checked=${status === stand}
              ?checked=${status === stand}
              @input=${(event: Event) => {
                event.stopPropagation();
                if (!view.say(step, stand)) undoChoice(event.target as Element);
              }}
            /><span>${t(`status.${stand}`)}</span></label
          >`,
      )}
      ${
        status
          ? html`<button
              type="button"
              class="quiet"
              @click=${(event: Event) => {
                // The button goes away with the answer: the focus goes where something stays.
                (event.target as Element).closest('fieldset')?.querySelector('input')?.focus();
                view.say(step, undefined);
              }}
            >
              ${t('outcome.clear-intent')}
            </button>`
          : nothing
      }
    </div>
  </fieldset>`;
}

/** Who was to do it, by when, what for, and how it stood. */
function inWords(view: AgreedView, step: ReviewAction): string {
  const { t, locale, personName } = view;
  const { who, whoKind, by, status } = step.then;
  return [
    view.earlier.holderOf(view.record, step)?.label,
    who || (whoKind === 'person' && (personName ?? t('kind.person'))),
    by && t('agreed.by', { date: formatLocalDate(by, locale) }),
    status && t('agreed.then', { status: t(`status.${status}`) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
