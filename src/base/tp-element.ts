import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { message, type StringPack, type StringValues } from '../i18n/strings.js';
import { inPage } from '../model/in-page.js';
import type { Problem } from '../schema/rules.js';
import { VERSION } from '../version.js';
import { readJson } from './json-property.js';
import { report } from './report.js';

/**
 * Says a message in the words that hold for an element. Handed to template functions.
 *
 * @param english - where the element does not have the message itself
 */
export type Translate = (key: string, values?: StringValues, english?: StringPack) => string;

/**
 * What every element of the library shares: its words, its language, and how it says that something is wrong.
 */
export class TpElement extends LitElement {
  static readonly version = VERSION;
  /** The element's English. Keys are public: a host may replace any of them. */
  static readonly english: StringPack = {};
  static override properties: PropertyDeclarations = {
    locale: {},
    strings: {},
  };

  /** The language of the element's own words, as a BCP 47 tag; by default the nearest `lang`. */
  declare locale: string | undefined;
  /** Words of this element to replace, by key; as an attribute, JSON. */
  declare strings: StringPack | string | undefined;

  #instanceStrings: StringPack | undefined;
  #reported = new Set<string>();

  /** A message in the words that hold here. */
  readonly t: Translate = (key, values = {}, english = (this.constructor as typeof TpElement).english) =>
    message(key, values, this.usedLocale, this.#instanceStrings, english);

  /** The language in use. */
  get usedLocale(): string {
    // A server has no page around the element.
    const around = this as { closest?: (selector: string) => HTMLElement | null };
    return this.locale ?? (around.closest?.('[lang]')?.lang || 'en-GB');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    inPage.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    inPage.delete(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('strings'))
      this.#instanceStrings = this.readProperty('strings', this.strings) as StringPack | undefined;
  }

  /** A property that takes an object or JSON text. What cannot be read is reported and taken as not given. */
  protected readProperty(name: string, given: unknown): unknown {
    const read = readJson(given, name);
    if (!read.problems) return read.value;
    this.reportAll(read.problems, name);
    return undefined;
  }

  /** Says each problem once, however often the element is drawn with it. */
  protected reportAll(problems: readonly Problem[], place = '', severity: 'error' | 'warning' = 'error'): void {
    for (const problem of problems) {
      const key = `${place} ${problem.code} ${problem.path} ${problem.message}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      report(this, `<${this.localName}>${place ? ` ${place}` : ''}`, problem, severity);
    }
  }

  /** From here on the same problem counts as new: the data in question was given anew. */
  protected forgetReports(): void {
    this.#reported.clear();
  }
}
