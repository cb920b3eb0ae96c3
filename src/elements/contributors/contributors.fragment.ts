import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Translate } from '../../base/tp-element.js';
import { newId } from '../../model/ids.js';
import { grow } from '../narrative/narrative.fragment.js';
import { CONTRIBUTOR_KINDS, type ContributionStage, type ContributorKind } from '../../schema/codes.js';
import type { Contributor } from '../../schema/record.js';

/** How a list tells its change: at once (a row added or taken away), or after a pause (words typed into a row). */
export type ListChange<T> = (items: readonly T[], when: 'now' | 'typing') => boolean;

export interface ContributorsView {
  readonly t: Translate;
  readonly label: string;
  readonly items: readonly Contributor[];
  readonly stage?: ContributionStage | undefined;
  readonly personName?: string | undefined;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
  readonly error?: string | undefined;
  readonly change: ListChange<Contributor>;
  readonly leave: () => void;
}

/** Who and what helps, in the order of the approach: the person first, services after family and community. */
export function renderContributors(view: ContributorsView): TemplateResult {
  const { t, items, change, label, personName } = view;
  const kindName = (kind: ContributorKind): string => (kind === 'person' && personName) || t(`kind.${kind}`);
  const inOrder = [...items].sort((a, b) => CONTRIBUTOR_KINDS.indexOf(a.kind) - CONTRIBUTOR_KINDS.indexOf(b.kind));
  if (view.readonly)
    return html`<dl>
      <dt class="label" part="label">${label}</dt>
      ${
        items.length === 0
          ? html`<dd>${t('contributors.empty')}</dd>`
          : inOrder.map(
              ({ kind, who, how }) =>
                html`<dd part="row">${who || kindName(kind)}${who ? ` (${kindName(kind)})` : ''}${how ? `: ${how}` : ''}</dd>`,
            )
      }
    </dl>`;
  const set = (item: Contributor, part: 'who' | 'how', text: string): boolean =>
    change(
      items.map((one) => (one.id === item.id ? { ...one, [part]: text } : one)),
      'typing',
    );
  const input = (item: Contributor, part: 'who' | 'how', name: string): TemplateResult =>
    html`<label
      ><span>${name}</span
      ><textarea
        class="single"
        rows="1"
        autocomplete="off"
        dir="auto"
        .value=${item[part] ?? ''}
        ?disabled=${view.disabled}
        @input=${(event: Event) => {
          typeInto(event, item[part], (text) => set(item, part, text));
        }}
        @change=${view.leave}
        ></textarea></label>`;
  return html`<fieldset part="question" ?disabled=${view.disabled} aria-describedby=${view.error ? 'contributors-error' : nothing}>
    <legend part="label">${label}</legend>
    ${view.error ? html`<p id="contributors-error" class="error" part="error">${view.error}</p>` : nothing}
    ${repeat(
      inOrder,
      ({ id }) => id,
      (item) =>
        html`<div class="row" part="row" role="group" aria-label=${item.who || kindName(item.kind)}>
          ${input(item, 'who', t('contributors.who', { kind: kindName(item.kind) }))}${input(item, 'how', t('contributors.how'))}
          <button
            type="button"
            class="quiet"
            part="remove"
            aria-label=${t('contributors.remove', { kind: item.who || kindName(item.kind) })}
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
        </div>`,
    )}
    <div class="add" part="add" role="group" aria-label=${t('contributors.add')}>
      ${CONTRIBUTOR_KINDS.map(
        (kind) =>
          html`<button
            type="button"
            part="add-button"
            @click=${(event: Event) => {
              const id = newId();
              if (change([...items, { id, kind, ...(view.stage && { stage: view.stage }) }], 'now'))
                focusRow(event, inOrder, kind);
            }}
          >
            <span aria-hidden="true">+ </span>${kindName(kind)}
          </button>`,
      )}
    </div>
  </fieldset>`;
}

/** Hands typed text on; when it is vetoed, the box shows again what it showed before. */
export function typeInto(event: Event, before: string | undefined, type: (text: string) => boolean): void {
  const box = event.target as HTMLTextAreaElement;
  if (type(box.value)) {
    grow(box);
    return;
  }
  event.stopPropagation();
  box.value = before ?? '';
}

/** The removed row takes its button along: focus goes to the first way to add. */
export function focusAdd(event: Event): void {
  (event.currentTarget as Element).closest('fieldset')?.querySelector<HTMLElement>('.add button')?.focus();
}

/** After the list was drawn anew, the first box of the row that was added has the focus. */
function focusRow(event: Event, inOrder: readonly Contributor[], kind: ContributorKind): void {
  const list = (event.currentTarget as Element).closest('fieldset');
  const rank = CONTRIBUTOR_KINDS.indexOf(kind);
  const index = inOrder.filter((item) => CONTRIBUTOR_KINDS.indexOf(item.kind) <= rank).length;
  setTimeout(() => list?.querySelectorAll('.row')[index]?.querySelector('textarea')?.focus());
}
