import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TpElement } from '../../base/tp-element.js';
import type { FrameworkOutcome } from '../../schema/framework.js';
import { renderPrompt } from './prompt.fragment.js';
import { promptStrings } from './prompt.strings.js';
import { promptStyles } from './prompt.styles.js';

/**
 * One outcome's prompt: its name, what it means in plain words, and ways to ask. Nothing in it has to be filled in.
 *
 * @summary The words that open the talk about one outcome.
 * @tag tp-prompt
 *
 * @slot picture - A picture or symbol for the outcome.
 * @slot - Audio, a BSL video, or anything else that helps to understand.
 *
 * @fires {TpErrorEvent} tp-error - The outcome cannot be read.
 *
 * @csspart heading - The outcome's name.
 * @csspart description - What it means.
 * @csspart prompts - The ways to ask.
 */
export class TpPrompt extends TpElement {
  static override readonly english = promptStrings;
  static override styles: CSSResultGroup = [baseStyles, promptStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    outcome: {},
    heading: {},
    description: {},
    prompts: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    easy: { type: Boolean },
  };

  /** The outcome: an object of a framework, or its JSON. `heading`, `description` and `prompts` go before it. */
  declare outcome: FrameworkOutcome | string | undefined;
  /** The outcome's name. */
  declare heading: string | undefined;
  /** What the outcome means. */
  declare description: string | undefined;
  /** Ways to ask; as an attribute, a JSON list. */
  declare prompts: readonly string[] | string | undefined;
  /** The level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** Shows the easy-read name where the outcome has one. */
  declare easy: boolean;

  #outcome: Partial<FrameworkOutcome> | undefined;
  #prompts: readonly string[] | undefined;

  constructor() {
    super();
    this.headingLevel = 3;
    this.easy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('outcome')) this.#outcome = this.#read('outcome', this.outcome, isObject);
    if (changed.has('prompts')) this.#prompts = this.#read('prompts', this.prompts, isTexts);
  }

  protected override render(): TemplateResult {
    const outcome = this.#outcome;
    return html`<slot name="picture"></slot>${renderPrompt({
      t: this.t,
      name: this.heading ?? (this.easy ? outcome?.easyName : undefined) ?? outcome?.name ?? '',
      description: this.description ?? outcome?.description,
      prompts: this.#prompts ?? outcome?.prompts,
      level: this.headingLevel,
    })}<slot></slot>${nothing}`;
  }

  #read<T>(name: string, given: unknown, is: (value: unknown) => value is T): T | undefined {
    const value = this.readProperty(name, given);
    if (value === undefined || is(value)) return value;
    this.reportAll([
      {
        code: 'prompt-invalid',
        path: `/${name}`,
        message: `"${name}" is not what a prompt can show.`,
        hint: name === 'prompts' ? 'Pass a list of texts.' : 'Pass an outcome of a framework: {"id": …, "name": …}.',
      },
    ]);
    return undefined;
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((prompt) => typeof prompt === 'string');

const isObject = (value: unknown): value is FrameworkOutcome =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { name?: unknown }).name === 'string' &&
  isTexts((value as { prompts?: unknown }).prompts ?? []);
