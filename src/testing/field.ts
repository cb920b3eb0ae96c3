import type { TpField } from '../base/tp-field.js';
import type { Check } from './check.js';

export type AnyField = TpField<unknown>;

/** A field under its contract: a class of your own that extends one of ours, say. It has to be registered. */
export interface FieldCase {
  readonly tag: string;
  /** Attributes that every one of them has: `{ scale: 'met-3', label: 'Is it met?' }`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Two values that differ; the first is best one that is easily taken for nothing, such as 0. */
  readonly values: readonly [unknown, unknown];
  /** The first value as it stands in the attribute `value`. */
  readonly attribute: string;
  /** What a form sends for a value. */
  sent(value: unknown): string;
  /** An answer that is not one of this field's. */
  readonly foreign: unknown;
  /** One change by the person at the page; with real keys and a real pointer, where your runner has them. */
  change(field: AnyField): Promise<void>;
  /** A click on any element; without it the event alone. */
  click?(element: HTMLElement): Promise<void>;
}

export interface Placed {
  readonly form: HTMLFormElement;
  readonly field: AnyField;
  /** What the form would send. */
  readonly data: () => readonly (readonly [string, unknown])[];
}

export function elementOf(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The parts of a field's own shadow root. */
export const parts = (field: AnyField, selector: string): readonly HTMLElement[] => [
  ...(field.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** A check on a field in a form of its own, with something after it for the keyboard to go to. It is taken out again, whatever happens. */
export const fieldCheck =
  (one: FieldCase, more: Readonly<Record<string, string>> = {}) =>
  (name: string, body: (placed: Placed) => Promise<void>): Check => ({
    name,
    run: async () => {
      const form = document.createElement('form');
      const field = elementOf(one.tag, { name: 'q', ...one.attributes, ...more }) as AnyField;
      const after = document.createElement('button');
      after.type = 'button';
      after.textContent = 'After';
      form.append(field, after);
      document.body.append(form);
      try {
        await field.updateComplete;
        await body({ form, field, data: () => [...new FormData(form)] });
      } finally {
        form.remove();
      }
    },
  });
