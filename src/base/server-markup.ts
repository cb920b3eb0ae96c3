/**
 * Takes out of markup that `@lit-labs/ssr` has drawn what would tick every box and unfold every part: it writes a property that is false as
 * `checked="false"`, and to HTML an attribute that is there is true.
 *
 * @param markup - what a server has drawn, whole or in pieces that do not end within a tag
 */
export const tidyMarkup = (markup: string): string =>
  // In text and in the value of an attribute, a quotation mark is written as an entity: this finds attributes alone.
  markup.replace(/ (?:checked|open|selected|disabled|hidden)="false"/g, '');
