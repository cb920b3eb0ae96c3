import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderSelect } from '../../base/select.fragment.js';
import type { Translate } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import { newId } from '../../model/ids.js';
import { ACTION_STATUSES } from '../../schema/codes.js';
import type { Action } from '../../schema/record.js';
import { focusAdd, typeInto, type ListChange } from '../contributors/contributors.fragment.js';

export interface ActionsView {
  readonly t: Translate;
  readonly label: string;
  readonly items: readonly Action[];
  readonly locale: string;
  readonly personName?: string | undefined;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
  readonly error?: string | undefined;
  readonly change: ListChange<Action>;
  readonly leave: () => void;
}

const isOwn = ({ whoKind }: Action): boolean => whoKind === 'person';

/** Next steps: what, who, by when, how it stands. The person's own come first. */
export function renderActions(view: ActionsView): TemplateResult {
  const { t, items, change, label } = view;
  const name = view.personName ?? t('actions.the-person');
  const inOrder = [...items.filter(isOwn), ...items.filter((item) => !isOwn(item))];
  if (view.readonly)
    return html`<dl>
      <dt class="label" part="label">${label}</dt>
      ${inOrder.length === 0 ? html`<dd>${t('actions.empty')}</dd>` : inOrder.map((item) => html`<dd part="row">${inWords(view, item)}</dd>`)}
    </dl>`;
  const add = (event: Event, own: boolean): void => {
    const item: Action = { id: newId(), what: '', ...(own && { whoKind: 'person' as const }) };
    if (!change([...items, item], 'now')) return;
    const list = (event.currentTarget as Element).closest('fieldset');
    const index = own ? items.filter(isOwn).length : items.length;
    setTimeout(() => list?.querySelectorAll('.row')[index]?.querySelector('textarea')?.focus());
  };
  const addButton = (own: boolean, words: string): TemplateResult =>
    html`<button
      type="button"
      part="add-button"
      @click=${(event: Event) => {
        add(event, own);
      }}
    >
      <span aria-hidden="true">+ </span>${words}
    </button>`;
  return html`<fieldset part="question" ?disabled=${view.disabled} aria-describedby=${view.error ? 'actions-error' : nothing}>
    <legend part="label">${label}</legend>
    ${view.error ? html`<p id="actions-error" class="error" part="error">${view.error}</p>` : nothing}
    ${repeat(
      inOrder,
      ({ id }) => id,
      (item) => row(view, item, name),
    )}
    <div class="add" part="add">
      ${addButton(true, t('actions.add-own', { name }))}${addButton(false, t('actions.add-other'))}
    </div>
  </fieldset>`;
}

function row(view: ActionsView, item: Action, name: string): TemplateResult {
  const { t, items, change } = view;
  const set = (part: 'what' | 'who' | 'by' | 'status', value: string | undefined, when: 'now' | 'typing'): boolean => {
    const { [part]: _before, ...rest } = item;
    const next = { ...rest, ...(value === undefined ? undefined : { [part]: value }) } as Action;
    return change(
      items.map((one) => (one.id === item.id ? next : one)),
      when,
    );
  };
  const text = (part: 'what' | 'who', words: string): TemplateResult =>
    html`<label
      ><span>${words}</span
      ><textarea
        class="single"
        rows="1"
        autocomplete="off"
        dir="auto"
        .value=${item[part] ?? ''}
        ?disabled=${view.disabled}
        @input=${(event: Event) => {
          typeInto(event, item[part], (text) => set(part, text, 'typing'));
        }}
        @change=${view.leave}
        ></textarea></label>`;
  const own = isOwn(item);
  return html`<div class="row" part="row" role="group" aria-label=${item.what || t('actions.label')}>
    ${text('what', own ? t('actions.what', { name }) : t('actions.what-other'))}${own ? nothing : text('who', t('actions.who'))}
    <label
      ><span>${t('actions.by')}</span
      ><input
        type="date"
        .value=${item.by ?? ''}
        ?disabled=${view.disabled}
        @input=${stop}
        @change=${(event: Event) => {
          typeInto(event, item.by, (day) => set('by', day || undefined, 'now'));
        }}
    /></label>
    <label
      ><span>${t('actions.status')}</span
      >${renderSelect({
        value: item.status ?? '',
        disabled: view.disabled,
        options: ['', ...ACTION_STATUSES].map((status) => [status, t(`status.${status}`)] as const),
        choose: (status) => set('status', status || undefined, 'now'),
      })}</label
    >
    <button
      type="button"
      class="quiet"
      part="remove"
      aria-label=${`${t('actions.remove')}${item.what ? `: ${item.what}` : ''}`}
      @click=${(event: Event) => {
        focusAdd(event);
        change(
          items.filter(({ id }) => id !== item.id),
          'now',
        );
      }}
    >
      ✕
    </button>
  </div>`;
}

/** The element tells of the choice itself, after it was allowed. */
const stop = (event: Event): void => {
  event.stopPropagation();
};

function inWords({ t, locale, personName }: ActionsView, item: Action): string {
  const who = item.who || (isOwn(item) ? personName : undefined);
  const parts = [
    item.what,
    who,
    item.by && formatLocalDate(item.by, locale),
    item.status && t(`status.${item.status}`),
  ];
  return parts.filter(Boolean).join(' · ');
}
