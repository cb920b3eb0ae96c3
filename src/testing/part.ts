/** What something on a page is to the person who uses it. Named as in ARIA, but for a day to fill in and a line that opens what is folded. */
export type Role =
  'button' | 'checkbox' | 'combobox' | 'date' | 'disclosure' | 'group' | 'radio' | 'region' | 'status' | 'textbox';

/**
 * A part of a page, found as a person finds it: by what it is and what it is called, through every shadow root, and never by a class, an id or a
 * place in the markup. It is looked for anew each time something is done with it, and waited for.
 *
 * This is all that the drivers need. `domDriver`, `userEventDriver` and `playwrightDriver` make one; another test tool needs these few
 * functions.
 */
export interface Part {
  /**
   * The first part of that role within this one.
   *
   * @param name - the accessible name, all of it; of a status the words that it holds, of a disclosure the words that it begins with
   */
  find(role: Role, name?: string | RegExp): Part;
  /** Whether it is there now, without waiting. */
  isThere(): Promise<boolean>;
  /** Waits until it is there. */
  waitFor(): Promise<void>;
  click(): Promise<void>;
  /** Types behind what is written there, and leaves the field. */
  type(text: string): Promise<void>;
  /** Fills in a whole value at once: a day as `2026-03-03`. */
  fill(value: string): Promise<void>;
  /** Chooses from a list, by what stands in the list. */
  select(option: string): Promise<void>;
  isChecked(): Promise<boolean>;
  /** Whether what a button folds is open; `null`: it folds nothing. */
  isExpanded(): Promise<boolean | null>;
}
