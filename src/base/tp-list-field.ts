import { answered, UNANSWERED, type Answer } from '../model/answer.js';
import { unstorableAt, type Problem } from '../schema/rules.js';
import { TextCommit } from './text-commit.js';
import { readJson } from './json-property.js';
import { TpField } from './tp-field.js';

/** A form field whose value is a list of small objects: contributors, next steps. A form sends it as JSON. */
export abstract class TpListField<Item extends { readonly id: string }> extends TpField<readonly Item[]> {
  readonly #texts = new TextCommit(this);

  /** Whether an object of a list that was given is one of this field's. */
  protected abstract isItem(item: object): item is Item;

  /** The texts that somebody typed into an item. */
  protected abstract textsOf(item: Item): readonly (string | undefined)[];

  protected override fromAttribute(attribute: string): readonly Item[] | undefined {
    const read = readJson(attribute, 'value');
    const value = read.problems ? undefined : read.value;
    return this.isValue(value) && value.length > 0 ? value : undefined;
  }

  protected override toFormValue(value: readonly Item[]): string {
    return JSON.stringify(value);
  }

  protected override isValue(value: unknown): value is readonly Item[] {
    return (
      Array.isArray(value) &&
      value.every((item: unknown) => typeof item === 'object' && item !== null && 'id' in item && this.isItem(item))
    );
  }

  protected override problemWith(answer: Answer<readonly Item[]>): Problem | undefined {
    if (answer.kind !== 'answered') return undefined;
    const text = answer.value.flatMap((item) => this.textsOf(item)).find((one) => one && unstorableAt(one) >= 0);
    return text === undefined
      ? undefined
      : {
          code: 'text-not-storable',
          path: '/answer/value',
          message: `Character ${String(unstorableAt(text) + 1)} of a text in this list cannot be stored by most systems.`,
          hint: 'Take that character out, or type it again. Nothing you wrote is lost.',
        };
  }

  protected override updated(): void {
    super.updated();
    if (
      this.defaultValue === undefined ||
      this.fromAttribute(this.defaultValue) ||
      /^\s*(\[\s*\])?\s*$/.test(this.defaultValue)
    )
      return;
    const read = readJson(this.defaultValue, 'value');
    this.reportAll(
      read.problems ?? [
        {
          code: 'list-invalid',
          path: '/value',
          message: 'The list in "value" holds something that does not belong there.',
          hint: 'Compare it with the OutcomeRecord schema.',
        },
      ],
    );
  }

  protected readonly change = (items: readonly Item[], when: 'now' | 'typing'): boolean => {
    const answer = items.length > 0 ? answered(items) : UNANSWERED;
    if (when === 'now') return this.commit(answer);
    if (!this.propose(answer)) return false;
    this.#texts.later('list', () => {
      this.tell('user');
    });
    return true;
  };

  protected readonly leave = (): void => {
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.#texts.flush();
  };
}
