import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { struck } from '../../base/struck.fragment.js';
import type { Translate } from '../../base/tp-element.js';
import { isEmptyEntry } from '../../model/record.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';

/** Where the saving of a record stands. `completed`: told, but nobody said that it was stored. `left`: a correction was not kept. */
export type SaveState = 'editing' | 'saving' | 'saved' | 'completed' | 'not-saved' | 'conflict' | 'left';

/** Something to look at before the record can be completed, and how to get there. */
export interface Check {
  readonly message: string;
  readonly show: () => void;
}

export interface FinishView {
  readonly t: Translate;
  readonly record: OutcomeRecord;
  readonly findScale: (ref: string) => RatingScale | undefined;
  readonly personName: string | undefined;
  readonly state: SaveState;
  readonly checks: readonly Check[];
  readonly complete: () => void;
}

/** The record to read back together, and the end of the conversation. What happens with it is always said in words. */
export function renderFinish(view: FinishView): TemplateResult {
  const { t, record, state, checks } = view;
  return html`<section class="step" part="finish" aria-labelledby="finish">
    <h3 id="finish">${t('finish.title')}</h3>
    ${record.entries.length === 0 ? html`<p class="muted">${t('finish.nothing')}</p>` : readback(view)}
    ${
      checks.length > 0
        ? html`<div class="question" role="alert">
            <p class="error">${t('finish.check')}</p>
            <ul>
              ${checks.map(({ message, show }) => html`<li><button type="button" class="quiet" @click=${show}>${message}</button></li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${
      /^(editing|not-saved|conflict)$/.test(state)
        ? html`<button type="button" class="primary" part="complete" @mousedown=${keepFocus} @click=${view.complete}>
            ${t(state === 'editing' ? 'finish.complete' : 'finish.again')}
          </button>`
        : nothing
    }
    <slot name="finish"></slot>
  </section>`;
}

/** Leaving a text box grows the page under the pointer, and the click would miss the button: the focus stays until the click has come. */
export const keepFocus = (event: Event): void => {
  event.preventDefault();
};

/**
 * The button that was pressed has gone: gives the focus to what says what happened, or to what comes next, and keeps it in sight, since the
 * cards above it take their new height only with the next frame.
 */
export function focusInSight(host: Pick<LitElement, 'updateComplete' | 'renderRoot'>, place: string): void {
  void host.updateComplete.then(() => {
    const target = host.renderRoot.querySelector<HTMLElement>(place);
    target?.focus();
    requestAnimationFrame(() => target?.scrollIntoView({ block: 'nearest' }));
  });
}

/** The words that say where the saving stands. They stay in the page while it changes, so that they are read out. */
export const renderStatus = (t: Translate, state: SaveState, why: string | undefined): TemplateResult =>
  html`<p class=${state === 'not-saved' ? 'status error' : 'status'} part="status" role="status" tabindex="-1">
    ${state === 'editing' ? nothing : t(`finish.${state}`)}${state === 'not-saved' && why ? ` ${why}` : nothing}
  </p>`;

function readback({ t, record, findScale, personName }: FinishView): TemplateResult {
  const empty = record.entries.filter(isEmptyEntry);
  const said = record.entries.filter((entry) => !empty.includes(entry));
  const lines = (entry: Entry): TemplateResult => {
    const words = (entry.narrative ?? []).filter(({ text }) => text !== '');
    const ratings = [...(entry.ratings ?? []), ...(entry.change ?? [])].filter(
      ({ answer }) => answer.kind !== 'unanswered',
    );
    const { decision, personalOutcome } = entry;
    const actions = (entry.actions ?? []).filter(({ what }) => what);
    const elsewhere =
      [words, ratings, actions].every(({ length }) => length === 0) && !personalOutcome?.text && !decision;
    return html`<dt>${entry.label}${entry.mostImportant ? html` <span class="muted">(${t('finish.most-important')})</span>` : nothing}</dt>
      ${words.map((one) => html`<dd class="words" dir="auto">${struck(t, one.text, one)}</dd>`)}
      ${personalOutcome?.text ? html`<dd dir="auto">${personalOutcome.text}</dd>` : nothing}
      ${ratings.map((rating) => {
        const name = rating.perspective === 'person' ? personName : undefined;
        const view = name ? t('outcome.view.person-named', { name }) : t(`outcome.view.${rating.perspective}`);
        const scale = findScale(`${rating.scale.id}@${rating.scale.version}`);
        return html`<dd><span class="muted">${t('finish.view-of', { view })}</span> ${entry.change?.includes(rating) ? `${t('finish.compared')} ` : nothing}${struck(t, rating.label ?? answerInWords(t, scale, rating.answer), rating)}</dd>`;
      })}
      ${decision ? html`<dd><span class="muted">${t('finish.decided')}</span> ${t(`decision.${decision.value}`)}</dd>` : nothing}
      ${actions.map(({ what, who }) => html`<dd>→ ${what}${who ? ` (${who})` : ''}</dd>`)}
      ${elsewhere ? html`<dd class="muted">${t('finish.elsewhere')}</dd>` : nothing}`;
  };
  return html`${said.length > 0 ? html`<dl class="readback">${said.map(lines)}</dl>` : nothing}
  ${
    empty.length > 0
      ? // Not Intl.ListFormat: the browser takes 20 ms to load it, on every page that begins.
        html`<p class="muted">${t('finish.empty', { names: empty.map(({ label }) => label).join(', ') })}</p>`
      : nothing
  }`;
}
