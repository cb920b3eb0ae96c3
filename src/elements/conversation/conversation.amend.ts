import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { changesBetween } from './conversation.changes.js';

/** What asking for a correction remembers between two drawings. */
export interface AmendState {
  open: boolean;
  reason: string;
  /** The reason was asked for and not given. */
  missing: boolean;
}

export const nothingAsked = (): AmendState => ({ open: false, reason: '', missing: false });

export interface AmendView {
  readonly t: Translate;
  readonly state: AmendState;
  readonly redraw: () => void;
  readonly amend: (reason: string) => void;
}

/** A button that begins a correction. It asks why first: a correction without a reason helps nobody who reads it later. */
export function renderAmend({ t, state, redraw, amend }: AmendView): TemplateResult {
  const focus = (event: Event, selector: string): void => {
    const part = (event.currentTarget as Element).closest('[part=amend]');
    setTimeout(() => part?.querySelector<HTMLElement>(selector)?.focus());
  };
  const open = (event: Event, is: boolean): void => {
    Object.assign(state, { open: is, missing: false });
    redraw();
    focus(event, is ? 'textarea' : 'button');
  };
  const asking = (): TemplateResult => html`
    <p>${t('amend.help')}</p>
    <label for="amend-why" class="label">${t('amend.why')}</label>
    ${state.missing ? html`<p id="amend-missing" class="error">${t('amend.missing')}</p>` : nothing}
    <textarea
      id="amend-why"
      rows="2"
      required
      autocomplete="off"
      dir="auto"
      .value=${state.reason}
      aria-describedby=${state.missing ? 'amend-missing' : nothing}
      aria-invalid=${state.missing ? 'true' : nothing}
      @input=${(event: Event) => {
        event.stopPropagation();
        state.reason = (event.target as HTMLTextAreaElement).value;
      }}
    ></textarea>
    <button
      type="button"
      @click=${(event: Event) => {
        if (state.reason.trim()) {
          amend(state.reason.trim());
          return;
        }
        state.missing = true;
        redraw();
        focus(event, 'textarea');
      }}
    >
      ${t('amend.begin')}
    </button>
    <button
      type="button"
      @click=${(event: Event) => {
        open(event, false);
      }}
    >
      ${t('amend.cancel')}
    </button>
  `;
  return html`<div
    part="amend"
    class=${state.open ? 'question' : ''}
    role=${state.open ? 'group' : nothing}
    aria-label=${state.open ? t('amend.button') : nothing}
  >
    ${
      state.open
        ? asking()
        : html`<button
            type="button"
            class="bordered"
            @click=${(event: Event) => {
              open(event, true);
            }}
          >
            ${t('amend.button')}
          </button>`
    }
  </div>`;
}

export interface ChangesView {
  readonly t: Translate;
  readonly locale: string;
  readonly personName: string | undefined;
  /** The version that is corrected, where it is known. */
  readonly amended: OutcomeRecord | undefined;
  readonly record: OutcomeRecord;
  readonly findScale: (ref: string) => RatingScale | undefined;
}

/** What a correction changes, by whom, when and why: what stood there, and what stands there now. */
export function renderChanges(view: ChangesView): TemplateResult {
  const { t, locale, amended: before, record } = view;
  const { amends } = record;
  const why = html`<p class="muted">${t('conversation.amends', { reason: amends?.reason ?? '' })}</p>`;
  if (!before) return why;
  const who = amends?.by?.name;
  const when = amends && formatLocalDate(amends.at.slice(0, 16), locale);
  const changes = changesBetween(before, record, view);
  return html`<section class="step" part="changes" aria-labelledby="changes">
    <h3 id="changes" tabindex="-1">${t('amend.title')}</h3>
    <p class="muted">${[who, when].filter(Boolean).join(' · ')}</p>
    ${why}
    ${
      changes.length > 0
        ? html`<dl class="readback">
              ${changes.map(
                ({ where, before: was, now }) =>
                  html`<dt>${where}</dt>
                    <dd><span class="muted">${t('amend.before')}</span> ${was === undefined ? t('amend.nothing') : html`<del dir="auto">${was}</del>`}</dd>
                    <dd><span class="muted">${t('amend.now')}</span> ${now === undefined ? t('amend.nothing') : html`<ins dir="auto">${now}</ins>`}</dd>`,
              )}
            </dl>`
        : html`<p>${t('amend.no-change')}</p>`
    }
  </section>`;
}
