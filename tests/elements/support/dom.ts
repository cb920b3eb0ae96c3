import { fixture, waitUntil } from '@open-wc/testing';
import '../../../src/define/all.js';
import './pause.js';

/** Puts markup into the page and hands back its first element, drawn. It is taken out after the test. */
export const mount = async <T extends Element = HTMLElement>(markup: string): Promise<T> => fixture<T>(markup);

const rootOf = (root: Element | ShadowRoot): Element | ShadowRoot =>
  root instanceof ShadowRoot ? root : (root.shadowRoot ?? root);

/** The first match inside an element, in its shadow root where it has one. */
export function within<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T {
  const found = rootOf(root).querySelector<T>(selector);
  if (!found)
    throw new Error(`There is no "${selector}" inside <${root instanceof Element ? root.localName : 'shadow root'}>.`);
  return found;
}

export const allWithin = <T extends Element = HTMLElement>(
  root: Element | ShadowRoot,
  selector: string,
): readonly T[] => [...rootOf(root).querySelectorAll<T>(selector)];

/** What a reader sees of an element: one line, without runs of blanks. */
export const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Everything that stands in an element's own shadow root, as one line; what one tag holds is a word of its own. */
export const shown = (element: Element): string => {
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has no shadow root.`);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.localName === 'style' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: string[] = [];
  while (texts.nextNode()) found.push(texts.currentNode.textContent ?? '');
  return found.join(' ').replace(/\s+/g, ' ').trim();
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The control with this visible label, as a person would look for it. */
export function labelled<T extends Control = HTMLInputElement>(root: Element | ShadowRoot, text: string): T {
  const labels = allWithin<HTMLLabelElement>(root, 'label');
  const label = labels.find((one) => [words(one), words(one.querySelector('span') ?? one)].includes(text));
  if (!label) throw new Error(`There is no label "${text}". There are: ${labels.map(words).join(' | ')}.`);
  const control = label.htmlFor
    ? rootOf(root).querySelector(`[id="${label.htmlFor}"]`)
    : label.querySelector('input,textarea,select');
  if (!control) throw new Error(`The label "${text}" belongs to nothing.`);
  return control as T;
}

const named = (element: Element): string => (element.getAttribute('aria-label') ?? words(element)).replace(/^\+ /, '');

/** The button with this name. */
export function button(root: Element | ShadowRoot, name: string): HTMLButtonElement {
  const buttons = allWithin<HTMLButtonElement>(root, 'button');
  const found = buttons.find((one) => named(one) === name);
  if (!found) throw new Error(`There is no button "${name}". There are: ${buttons.map(named).join(' | ')}.`);
  return found;
}

export const hasButton = (root: Element | ShadowRoot, name: string): boolean =>
  allWithin(root, 'button').some((one) => named(one) === name);

/** The line that opens a folded part. */
export function summary(root: Element | ShadowRoot, text: string): HTMLElement {
  const found = allWithin(root, 'summary').find((one) => words(one).startsWith(text));
  if (!found) throw new Error(`Nothing is folded away under "${text}".`);
  return found;
}

/** Waits for what has to become true; says what it waited for when it does not. */
export const until = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(condition, what, { interval: 10, timeout: 5000 });

/** Lets everything that listens to a removed or changed element be drawn. */
export const drawn = async (...elements: readonly Element[]): Promise<void> => {
  for (const element of elements) await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
};
