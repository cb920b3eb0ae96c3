import { nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import { words } from './dom.js';

/** Presses keys together, with real keys: `press('Tab')`, `press('Shift', 'Tab')`. */
export const press = async (...keys: string[]): Promise<void> => {
  await executeServerCommand('chord', keys);
};

/** Types a text, key by key, with real keys. */
export const type = async (text: string): Promise<void> => {
  await executeServerCommand('type', text);
};

/** Clicks in the middle of an element with the real pointer. */
export async function click(target: Element): Promise<void> {
  // What was changed before the click is on the screen by then, as it would be for a person.
  await nextFrame();
  // What comes into sight takes its real size, and moves what is under it: nobody clicks before that has come to rest.
  let before: DOMRect | undefined;
  let box = target.getBoundingClientRect();
  const isAtRest = (): boolean => before?.top === box.top && before.left === box.left;
  const isInSight = (): boolean => {
    const middle = box.top + box.height / 2;
    return middle >= 0 && middle <= innerHeight;
  };
  for (let frame = 0; frame < 120 && !(isAtRest() && isInSight()); frame += 1) {
    if (!isInSight() || frame === 0) target.scrollIntoView({ block: 'center', inline: 'center' });
    await nextFrame();
    before = box;
    box = target.getBoundingClientRect();
  }
  const { left, top, width, height } = box;
  if (width === 0 || height === 0) throw new Error(`<${target.localName}> is not on the screen and cannot be clicked.`);
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

/** The element that has the focus, inside however many shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Presses Tab until the focus is where it is wanted. Somebody without a mouse gets there, or the test says where it stopped. */
export async function tabTo(wanted: (active: Element) => boolean, most = 80): Promise<Element> {
  const passed: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await press('Tab');
    const active = focused();
    if (active && wanted(active)) return active;
    passed.push(
      active ? `<${active.localName}> ${(active.getAttribute('aria-label') ?? active.textContent).trim()}` : '-',
    );
  }
  throw new Error(`Tab did not reach it. It passed:\n${passed.join('\n')}`);
}

/** How a control is called on the screen. */
export const named = (element: Element): string => {
  const label = (element as HTMLInputElement).labels?.[0];
  return element.getAttribute('aria-label') ?? words(label ?? element).replace(/^\+ /, '');
};

/** Tab until the control with this name, and as somebody who sees would: no further than needed. */
export const tabToNamed = (name: string): Promise<Element> =>
  tabTo((active) => named(active) === name || named(active).startsWith(`${name} `));
