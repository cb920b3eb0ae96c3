import { render, type LitElement } from 'lit';
import { report } from './report.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The parts of an element that are its own: reading what it would draw, and updating. */
interface Drawing {
  readonly renderRoot: ParentNode & Node;
  render(): unknown;
  update(changed: ReadonlyMap<PropertyKey, unknown>): void;
}

const controlsIn = (root: ParentNode): readonly Control[] => [
  ...root.querySelectorAll<Control>('input,textarea,select'),
];
const foldsIn = (root: ParentNode): readonly HTMLDetailsElement[] => [...root.querySelectorAll('details')];
const isChoice = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

/** What somebody has typed or chosen in a control, before there was a script to hear it; `undefined` when it is as the server sent it. */
function touchOf(control: Control): (() => void) | undefined {
  const tell = (type: string): void => {
    control.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  };
  if (isChoice(control)) {
    const { checked, defaultChecked, type } = control;
    // Of a group of radios, the one that was chosen says it for the others.
    if (checked === defaultChecked || (type === 'radio' && !checked)) return undefined;
    return () => {
      control.checked = checked;
      tell('input');
      tell('change');
    };
  }
  const { value } = control;
  if ('options' in control) {
    const sent = [...control.options].findIndex((option) => option.defaultSelected);
    if (control.selectedIndex === Math.max(sent, 0)) return undefined;
    return () => {
      control.value = value;
      tell('input');
      tell('change');
    };
  }
  if (value === control.defaultValue) return undefined;
  const caret = [control.selectionStart as number | null, control.selectionEnd, control.selectionDirection] as const;
  return () => {
    const words = control.localName === 'textarea' ? control.value : '';
    if (words && words !== value) {
      // A server cannot send the words of a text box that is bound to them. Somebody has typed into what looked empty: both stay.
      control.value = `${words}\n${value}`;
    } else if (control.value !== value) {
      control.value = value;
      // A date has no caret.
      if (caret[0] !== null) control.setSelectionRange(...caret);
    }
    tell('input');
    // Whoever is still in the field goes on typing; otherwise it was left, and that has been missed too.
    if ((control.getRootNode() as ShadowRoot).activeElement !== control) tell('change');
  };
}

/**
 * Brings names, ids and other attributes to what this page's own copy draws: a server counts its elements on from page to page, and lit leaves
 * the attributes as they were sent.
 */
function mendAttributes(drawing: Drawing): void {
  const fresh = document.createElement('div');
  render(drawing.render(), fresh);
  const [sent, wanted] = [drawing.renderRoot, fresh].map((root) => [...root.querySelectorAll(':not(style)')]);
  if (sent?.length !== wanted?.length) return;
  for (const [index, element] of sent?.entries() ?? []) {
    const model = wanted?.[index];
    if (!model || model.localName !== element.localName) return;
    for (const { name, value } of model.attributes)
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/**
 * For an element whose shadow root came from a server: what was typed, chosen or unfolded in it before its script arrived stays, and is
 * told as if it happened now. When the element is given other data than the server had, it is drawn anew, and that is reported.
 *
 * @param element - one that is being constructed
 */
export function keepWhatWasTyped(element: LitElement): void {
  const root = element.shadowRoot;
  if (!root?.firstElementChild) return;
  const touched = controlsIn(root).map(touchOf);
  const open = foldsIn(root).map((fold) => fold.open);
  const drawing = element as unknown as Drawing;
  const update = drawing.update.bind(element);
  drawing.update = (changed) => {
    Reflect.deleteProperty(element, 'update');
    try {
      update(changed);
      mendAttributes(drawing);
    } catch {
      for (const node of [...root.childNodes]) if (!(node instanceof HTMLStyleElement)) node.remove();
      update(changed);
      report(
        element,
        `<${element.localName}>`,
        {
          code: 'hydration-mismatch',
          path: '',
          message: 'The server has drawn it with other data than this page has, so it was drawn anew.',
          hint: 'Set the same properties before the elements are registered. What was typed until now is lost.',
        },
        'warning',
      );
    }
  };
  void element.updateComplete.then(async () => {
    for (const [index, fold] of foldsIn(root).entries()) if (open[index] !== undefined) fold.open = open[index];
    for (const again of touched) {
      again?.();
      // One choice may draw what the next is about.
      if (again) await element.updateComplete;
    }
  });
}
