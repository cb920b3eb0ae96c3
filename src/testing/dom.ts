import { accessibleName, isCalled, roleOf } from './names.js';
import type { Part, Role } from './part.js';

/** How a hand and a keyboard reach an element. Real ones, where the test tool has them. */
export interface Hands {
  click(element: Element): Promise<unknown>;
  /** Types behind what is written there. */
  type(element: Element, text: string): Promise<unknown>;
  /** Chooses an option by its words. */
  select?(element: Element, option: string): Promise<unknown>;
}

export interface DomDriverOptions {
  /** For how long something is waited for, in milliseconds; by default 5000. */
  readonly patience?: number;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Event classes of the page that an element is in, which may be a frame. */
const pageOf = (element: Element): Window & typeof globalThis =>
  element.ownerDocument.defaultView as Window & typeof globalThis;

function tellChange(element: Element): void {
  const { Event } = pageOf(element);
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

function write(field: Field, value: string, data: string | null): void {
  const { InputEvent } = pageOf(field);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data, inputType: 'insertText' }));
}

function optionOf(list: Element, words: string): HTMLOptionElement {
  const { options } = list as HTMLSelectElement;
  const found = [...options].find(({ text }) => text.trim() === words);
  if (found) return found;
  const all = [...options].map(({ text }) => text.trim()).join(' | ');
  throw new Error(`The list “${accessibleName(list)}” has no “${words}”. It has: ${all}.`);
}

/** The events that a person causes, without the person. */
const events: Required<Hands> = {
  click: async (element) => {
    (element as HTMLElement).focus();
    (element as HTMLElement).click();
    return Promise.resolve();
  },
  type: async (element, text) => {
    const field = element as Field;
    const { KeyboardEvent } = pageOf(field);
    field.focus();
    for (const key of text) {
      const how = { key, bubbles: true, composed: true, cancelable: true };
      if (field.dispatchEvent(new KeyboardEvent('keydown', how))) write(field, field.value + key, key);
      field.dispatchEvent(new KeyboardEvent('keyup', how));
    }
    return Promise.resolve();
  },
  select: async (element, option) => {
    const list = element as HTMLSelectElement;
    const { value } = optionOf(list, option);
    list.focus();
    list.value = value;
    const { Event } = pageOf(list);
    list.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    tellChange(list);
    return Promise.resolve();
  },
};

/** Every element below a node, through open shadow roots, in the order of the markup. */
function* below(node: Element | Document | ShadowRoot): Generator<Element> {
  const inside = 'shadowRoot' in node && node.shadowRoot ? [...node.shadowRoot.children] : [];
  for (const child of [...inside, ...node.children]) {
    yield child;
    yield* below(child);
  }
}

/** Whether somebody can see it. Engines without the question are taken at their word that it is drawn. */
const isSeen = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });

class DomPart implements Part {
  readonly #within: () => Element | Document | null;
  readonly #what: string;
  readonly #others: () => readonly string[];
  readonly #hands: Hands;
  readonly #patience: number;

  constructor(
    within: () => Element | Document | null,
    what: string,
    others: () => readonly string[],
    hands: Hands,
    patience: number,
  ) {
    this.#within = within;
    this.#what = what;
    this.#others = others;
    this.#hands = hands;
    this.#patience = patience;
  }

  find(role: Role, name?: string | RegExp): Part {
    const seen = (): readonly Element[] => {
      const root = this.#within();
      return root ? [...below(root)].filter((one) => roleOf(one) === role && isSeen(one)) : [];
    };
    return new DomPart(
      () => seen().find((one) => isCalled(one, role, name)) ?? null,
      name === undefined ? role : `${role} “${String(name)}”`,
      () => seen().map(accessibleName),
      this.#hands,
      this.#patience,
    );
  }

  isThere(): Promise<boolean> {
    return Promise.resolve(this.#within() !== null);
  }

  async waitFor(): Promise<void> {
    await this.#element();
  }

  async click(): Promise<void> {
    await this.#hands.click(await this.#element());
  }

  async type(text: string): Promise<void> {
    const field = (await this.#element()) as Field;
    const before = field.value;
    const told: Event[] = [];
    const hear = (event: Event): void => void told.push(event);
    field.addEventListener('change', hear);
    await this.#hands.type(field, text);
    field.blur();
    field.removeEventListener('change', hear);
    // The browser tells it only where it has seen real keys.
    if (told.length === 0 && field.value !== before) tellChange(field);
  }

  async fill(value: string): Promise<void> {
    const field = (await this.#element()) as Field;
    field.focus();
    write(field, value, null);
    tellChange(field);
    field.blur();
  }

  async select(option: string): Promise<void> {
    const select = this.#hands.select?.bind(this.#hands) ?? events.select;
    await select(await this.#element(), option);
  }

  async isChecked(): Promise<boolean> {
    return ((await this.#element()) as HTMLInputElement).checked;
  }

  async isExpanded(): Promise<boolean | null> {
    const expanded = (await this.#element()).getAttribute('aria-expanded');
    return expanded === null ? null : expanded === 'true';
  }

  /** Looks until it is there: an element draws what it was given a moment later. */
  async #element(): Promise<Element> {
    const until = Date.now() + this.#patience;
    for (;;) {
      const found = this.#within();
      if (found && found.nodeType === 1) return found as Element;
      if (Date.now() > until)
        throw new Error(`There is no ${this.#what}. There are: ${this.#others().join(' | ') || 'none'}.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/**
 * A part of the page that the test itself runs in, or of a frame of it: Web Test Runner, Vitest in a browser, Karma, Storybook, Cypress (within
 * `.then()`), and jsdom as far as that draws custom elements.
 *
 * @param root - where to look: the document, or any element
 * @param hands - how to click and type. Without it the events of a click or a key are sent, which is no test of what covers what
 */
export const domDriver = (
  root: Element | Document,
  hands: Hands = events,
  { patience = 5000 }: DomDriverOptions = {},
): Part =>
  new DomPart(
    () => root,
    'the place to look in',
    () => [],
    hands,
    patience,
  );

/** As much of `@testing-library/user-event` as is used here: `userEvent`, or what `userEvent.setup()` gives. */
export interface UserEvent {
  click(element: Element): Promise<unknown>;
  type(element: Element, text: string): Promise<unknown>;
  selectOptions(element: Element, values: HTMLElement): Promise<unknown>;
}

/** A part of the page that the test runs in, with the hands of Testing Library's user-event. */
export const userEventDriver = (root: Element | Document, user: UserEvent, options: DomDriverOptions = {}): Part =>
  domDriver(
    root,
    {
      click: (element) => user.click(element),
      // Braces and brackets are names of keys there, unless they are doubled.
      type: (element, text) => user.type(element, text.replaceAll(/[{[]/g, '$&$&')),
      // By its words, user-event finds no option that a template has written.
      select: (element, option) => user.selectOptions(element, optionOf(element, option)),
    },
    options,
  );
