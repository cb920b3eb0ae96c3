import type { Role } from './part.js';

type Control = Element & { readonly labels?: NodeListOf<HTMLLabelElement> | null };

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of an element, without what is drawn for the eye alone and without the controls inside a label. */
function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const element = node as Element;
  if (node.nodeType === 1) {
    if (element.getAttribute('aria-hidden') === 'true' || (element as HTMLElement).hidden) return '';
    if (['input', 'select', 'textarea', 'style', 'svg'].includes(element.localName)) return '';
  }
  return [...node.childNodes].map(wordsOf).join(node.nodeType === 1 && isBlock(element) ? ' ' : '');
}

const isBlock = (element: Element): boolean => !/^(a|b|bdi|em|i|span|strong)$/.test(element.localName);

function labelledBy(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids
    .map((id) => wordsOf(root.getElementById(id) ?? root.ownerDocument?.createTextNode('') ?? element))
    .join(' ');
}

/**
 * What an element is called, as far as native controls, fieldsets and `aria-label` say so. (The whole of the standard's computation is for any markup;
 * a test holds this to it for every control of every element here.)
 */
export function accessibleName(element: Element): string {
  const by = element.hasAttribute('aria-labelledby') ? oneLine(labelledBy(element)) : '';
  if (by) return by;
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  const { labels } = element as Control;
  if (labels && labels.length > 0) return oneLine([...labels].map(wordsOf).join(' '));
  if (element.localName === 'fieldset') {
    const legend = [...element.children].find(({ localName }) => localName === 'legend');
    return legend ? oneLine(wordsOf(legend)) : '';
  }
  return ['button', 'summary'].includes(element.localName) ? oneLine(wordsOf(element)) : '';
}

const inputs: Readonly<Record<string, Role>> = {
  button: 'button',
  checkbox: 'checkbox',
  date: 'date',
  radio: 'radio',
  submit: 'button',
  text: 'textbox',
};
const tags: Readonly<Record<string, Role>> = {
  button: 'button',
  fieldset: 'group',
  output: 'status',
  section: 'region',
  select: 'combobox',
  summary: 'disclosure',
  textarea: 'textbox',
};

/** What an element is; `undefined` for what nobody looks for. */
export function roleOf(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role) return role;
  return element.localName === 'input' ? inputs[(element as HTMLInputElement).type] : tags[element.localName];
}

/** Whether an element is called so. A status has no name: it is known by what it says, and a line that unfolds by how it begins. */
export function isCalled(element: Element, role: Role, name: string | RegExp | undefined): boolean {
  if (name === undefined) return true;
  const called = role === 'status' ? oneLine(wordsOf(element)) : accessibleName(element);
  if (typeof name !== 'string') return name.test(called);
  if (role === 'status') return called.includes(name);
  return role === 'disclosure' ? called.startsWith(name) : called === oneLine(name);
}
