import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SelectView {
  readonly id?: string;
  /** The value that is chosen; `''` for "not said". */
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly disabled?: boolean | undefined;
  /** `false`: vetoed. */
  readonly choose: (value: string) => boolean | undefined;
}

/** A native list to choose from. What the element shows is what was recorded, also after a veto and after the host has set it. */
export const renderSelect = ({ id, value, options, disabled, choose }: SelectView): TemplateResult =>
  html`<select
    id=${id ?? ''}
    ?disabled=${disabled}
    @input=${(event: Event) => {
      // The element tells of the choice itself, after it was allowed.
      event.stopPropagation();
    }}
    @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      if (choose(select.value) === false) select.value = value;
    }}
  >
    ${options.map(([key, label]) => html`<option value=${key} .selected=${live(key === value)}>${label}</option>`)}
  </select>`;
