import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderSelect } from '../../base/select.fragment.js';
import type { Translate } from '../../base/tp-element.js';
import { formatList, formatLocalDate, languageName } from '../../i18n/format.js';
import { newId } from '../../model/ids.js';
import { MODES, ROLES, SUPPORTS, type Role } from '../../schema/codes.js';
import type { OutcomeRecord, Participant } from '../../schema/record.js';
import type { RecordKeeper } from './conversation.keeper.js';

export interface WhoView {
  readonly t: Translate;
  readonly record: OutcomeRecord;
  readonly keeper: RecordKeeper;
  readonly locale: string;
  readonly readonly: boolean;
  readonly open: boolean;
  readonly fold: (open: boolean) => void;
}

/** Who took part, when and how: folded to one line that says what is known, or what can be said. Drawn only when it is opened. */
export function renderWho(view: WhoView): TemplateResult | typeof nothing {
  const { t } = view;
  const line = inOneLine(view);
  if (view.readonly)
    return line
      ? html`<section class="step" part="who"><h3>${t('who.title')}</h3><p>${line}</p>${readback(view)}</section>`
      : nothing;
  return html`<details
    class="step"
    part="who"
    .open=${view.open}
    @toggle=${(event: Event) => {
      view.fold((event.target as HTMLDetailsElement).open);
    }}
  >
    <summary>
      <span role="heading" aria-level="3">${t('who.title')}</span> ${
        view.open
          ? nothing
          : html`<span class=${line ? 'line-of' : 'line-of nothing'}>${line || t('who.nothing')}</span>`
      }
    </summary>
    ${view.open ? fields(view) : nothing}
  </details>`;
}

function inOneLine({ t, record, locale }: WhoView): string {
  const { conversation: how, conversationAt } = record;
  const names = (how.participants ?? []).map(({ name, role }) => name || t(`role.${role}`));
  return [
    conversationAt && formatLocalDate(conversationAt, locale),
    how.mode && t(`mode.${how.mode}`),
    how.place,
    names.length > 0 && formatList(names, locale),
  ]
    .filter(Boolean)
    .join(' · ');
}

function readback({ t, record, locale }: WhoView): TemplateResult {
  const { support, supportNote, viewsFoundBy, language } = record.conversation;
  const row = (title: string, text: string | undefined): TemplateResult | typeof nothing =>
    text ? html`<p><span class="muted">${title}</span> ${text}</p>` : nothing;
  return html`${row(t('who.language'), language && spoken(t, language, locale))}${row(
    t('who.support'),
    support?.length
      ? formatList(
          support.map((one) => t(`support.${one}`)),
          locale,
        )
      : undefined,
  )}${row(t('who.support-note'), supportNote)}${row(t('who.views-found-by'), viewsFoundBy)}`;
}

/** The languages of most conversations in Scotland, signed ones too. A record may hold any other; it is kept. */
const LANGUAGES = ['en', 'sco', 'gd', 'bfi', 'pl', 'ur', 'pa', 'zh', 'ar', 'uk'];

/** The browser's own names of languages take it many milliseconds to load: only a language that is not offered needs them. */
const spoken = (t: Translate, tag: string, locale: string): string =>
  LANGUAGES.includes(tag) ? t(`language.${tag}`) : languageName(tag, locale);

const languages = (recorded: string | undefined): readonly string[] =>
  recorded === undefined || LANGUAGES.includes(recorded) ? LANGUAGES : [...LANGUAGES, recorded];

const stop = (event: Event): void => {
  event.stopPropagation();
};

function fields(view: WhoView): TemplateResult {
  const { t, record, keeper } = view;
  const how = record.conversation;
  const leave = (): void => {
    keeper.flush();
  };
  const text = (path: readonly (string | number)[], words: string, value: string | undefined): TemplateResult =>
    html`<label
      ><span>${words}</span
      ><input
        autocomplete="off"
        dir="auto"
        .value=${live(value ?? '')}
        @input=${(event: Event) => {
          keeper.type(path, (event.target as HTMLInputElement).value || undefined);
        }}
        @change=${leave}
    /></label>`;
  return html`<div class="fields">
      <label
        ><span>${t('who.date')}</span
        ><input
          type="date"
          .value=${live(record.conversationAt?.slice(0, 10) ?? '')}
          @input=${stop}
          @change=${(event: Event) => {
            keeper.change([['conversationAt'], (event.target as HTMLInputElement).value || undefined]);
          }}
      /></label>
      <label
        ><span>${t('who.mode')}</span
        >${renderSelect({
          value: how.mode ?? '',
          options: [['', t('who.not-said')], ...MODES.map((mode) => [mode, t(`mode.${mode}`)] as const)],
          choose: (mode) => {
            keeper.change([['conversation', 'mode'], mode || undefined]);
            return true;
          },
        })}</label
      >
      <label
        ><span>${t('who.language')}</span
        >${renderSelect({
          value: how.language ?? '',
          options: [
            ['', t('who.not-said')],
            ...languages(how.language).map((tag) => [tag, spoken(t, tag, view.locale)] as const),
          ],
          choose: (tag) => {
            keeper.change([['conversation', 'language'], tag || undefined]);
            return true;
          },
        })}</label
      >
      ${text(['conversation', 'place'], t('who.place'), how.place)}
    </div>
    ${people(view)}
    <fieldset>
      <legend>${t('who.support')}</legend>
      <div class="choices">
        ${SUPPORTS.map(
          (support) =>
            html`<label class="reason"
              ><input
                type="checkbox"
                .checked=${live(how.support?.includes(support) ?? false)}
                @input=${stop}
                @change=${(event: Event) => {
                  const others = (how.support ?? []).filter((one) => one !== support);
                  const next = (event.target as HTMLInputElement).checked ? [...others, support] : others;
                  keeper.change([['conversation', 'support'], next.length > 0 ? next : undefined]);
                }}
              /><span>${t(`support.${support}`)}</span></label
            >`,
        )}
      </div>
      ${
        how.support?.length || how.supportNote
          ? html`<div class="fields">${text(['conversation', 'supportNote'], t('who.support-note'), how.supportNote)}</div>`
          : nothing
      }
    </fieldset>
    <div class="fields">${text(['conversation', 'viewsFoundBy'], t('who.views-found-by'), how.viewsFoundBy)}</div>`;
}

function people(view: WhoView): TemplateResult {
  const { t, record, keeper } = view;
  const participants = record.conversation.participants ?? [];
  const path = ['conversation', 'participants'] as const;
  const put = (next: readonly Participant[]): void => {
    keeper.change([path, next.length > 0 ? next : undefined]);
  };
  return html`<fieldset>
    <legend>${t('who.people')}</legend>
    ${repeat(
      participants,
      ({ id }) => id,
      (one, index) =>
        html`<div class="row">
          <label
            ><span>${t('who.role')}</span
            >${renderSelect({
              value: one.role,
              options: ROLES.map((role) => [role, t(`role.${role}`)] as const),
              choose: (role) => {
                keeper.change([[...path, index, 'role'], role]);
                return true;
              },
            })}</label
          >
          <label
            ><span>${t('who.person')}</span
            ><input
              autocomplete="off"
              dir="auto"
              .value=${live(one.name ?? '')}
              @input=${(event: Event) => {
                keeper.type([...path, index, 'name'], (event.target as HTMLInputElement).value || undefined);
              }}
              @change=${() => {
                keeper.flush();
              }}
          /></label>
          <button
            type="button"
            class="quiet"
            aria-label=${t('who.remove', { name: one.name || t('who.somebody') })}
            @click=${(event: Event) => {
              (event.currentTarget as Element).closest('fieldset')?.querySelector<HTMLElement>('.add button')?.focus();
              put(participants.filter(({ id }) => id !== one.id));
            }}
          >
            ✕
          </button>
        </div>`,
    )}
    ${adding(view, participants, put)}
  </fieldset>`;
}

/** A role to choose and a button to add it: choosing alone does nothing, so that the roles can be gone through with the arrow keys. */
function adding(
  { t }: WhoView,
  participants: readonly Participant[],
  put: (next: readonly Participant[]) => void,
): TemplateResult {
  const missing = (given: readonly Participant[]): Role =>
    ROLES.find((role) => given.every((one) => one.role !== role)) ?? 'other';
  const first = missing(participants);
  const add = (event: Event): void => {
    const list = (event.currentTarget as Element).closest('fieldset');
    const select = list?.querySelector<HTMLSelectElement>('.add select');
    if (!select) return;
    const next = [...participants, { id: newId(), role: select.value as Role }];
    put(next);
    select.value = missing(next);
    setTimeout(() => list?.querySelectorAll('.row')[participants.length]?.querySelector('input')?.focus());
  };
  return html`<div class="add somebody">
    <label
      ><span>${t('who.add')}</span
      ><select @input=${stop}>
        ${ROLES.map((role) => html`<option value=${role} ?selected=${role === first}>${t(`role.${role}`)}</option>`)}
      </select></label
    >
    <button type="button" class="bordered" @click=${add}>${t('who.add-button')}</button>
  </div>`;
}
