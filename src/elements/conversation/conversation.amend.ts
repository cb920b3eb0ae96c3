import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Translate } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import type { ConversationDrafts } from '../../drafts/types.js';
import { changesBetween } from './conversation.changes.js';
import type { Completion } from './conversation.completion.js';
import { focusInSight, keepFocus } from './conversation.finish.js';
import type { RecordKeeper } from './conversation.keeper.js';

/** What asking for a correction remembers between two drawings. */
export interface AmendState {
  open: boolean;
  reason: string;
  /** The reason was asked for and not given. */
  missing: boolean;
  /** Whether to throw the correction away is being asked. */
  leaving: boolean;
  /** The correction as it was begun here: nothing has been written in it yet. */
  begun?: OutcomeRecord | undefined;
}

export const nothingAsked = (): AmendState => ({ open: false, reason: '', missing: false, leaving: false });

export interface AmendView {
  readonly t: Translate;
  readonly state: AmendState;
  readonly redraw: () => void;
  readonly amend: (reason: string) => void;
}

const button = (t: Translate, word: string, press: (event: Event) => unknown): TemplateResult =>
  html`<button type="button" class="bordered" @mousedown=${keepFocus} @click=${press}>${t(`amend.${word}`)}</button>`;

/** The button that was pressed may have gone: the focus goes to what is there now. */
const focusBeside = ({ currentTarget }: Event, selector: string): void => {
  const part = (currentTarget as Element).closest('[part]');
  setTimeout(() => part?.querySelector<HTMLElement>(selector)?.focus());
};

/** A button that begins a correction. It asks why first: a correction without a reason helps nobody who reads it later. */
export function renderAmend({ t, state, redraw, amend }: AmendView): TemplateResult {
  const open = (event: Event, is: boolean): void => {
    Object.assign(state, { open: is, missing: false });
    redraw();
    focusBeside(event, is ? 'textarea' : 'button');
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
      .value=${live(state.reason)}
      aria-describedby=${state.missing ? 'amend-missing' : nothing}
      aria-invalid=${state.missing ? 'true' : nothing}
      @input=${(event: Event) => {
        event.stopPropagation();
        state.reason = (event.target as HTMLTextAreaElement).value;
        if (!state.missing || !state.reason.trim()) return;
        state.missing = false;
        redraw();
      }}
    ></textarea>
    ${button(t, 'begin', (event) => {
      if (state.reason.trim()) {
        amend(state.reason.trim());
        return;
      }
      state.missing = true;
      redraw();
      focusBeside(event, 'textarea');
    })}
    ${button(t, 'cancel', (event) => {
      open(event, false);
    })}
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
        : button(t, 'button', (event) => {
            open(event, true);
          })
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
  readonly readonly: boolean;
  readonly amendState: AmendState;
  readonly redraw: () => void;
  readonly host: LitElement & { flush(): void };
  readonly keeper: RecordKeeper;
  readonly completion: Completion;
  readonly drafts: ConversationDrafts | undefined;
}

/** The way back for whoever began a correction by mistake. What was written in it is not thrown away unasked. */
function renderLeave(view: ChangesView): TemplateResult {
  const { t, amendState: state, amended, redraw, host, keeper } = view;
  const ask = (event: Event, is: boolean): void => {
    state.leaving = is;
    redraw();
    focusBeside(event, 'button:last-of-type');
  };
  const leave = async (): Promise<void> => {
    const { record } = keeper;
    if (!record || !amended) return;
    // What is thrown away is not offered again.
    await view.drafts?.settled(record);
    if (keeper.record !== record) return;
    view.completion.reset('left');
    keeper.become(amended);
    focusInSight(host, '[part=status]');
  };
  return state.leaving
    ? html`<div class="question" role="group" aria-labelledby="leave">
        <p id="leave">${t('amend.leave-help')}</p>
        ${button(t, 'leave-yes', leave)}
        ${button(t, 'leave-no', (event) => {
          ask(event, false);
        })}
      </div>`
    : button(t, 'leave', (event) => {
        // What was typed a moment ago counts too.
        host.flush();
        if (keeper.record === state.begun) void leave();
        else ask(event, true);
      });
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
    ${view.readonly ? nothing : renderLeave(view)}
  </section>`;
}
