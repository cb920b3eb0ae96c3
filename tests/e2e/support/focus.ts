import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Focused {
  /** `checkbox`, `radio`, `textbox`, `link`, or else the name of the tag. */
  readonly role: string;
  readonly name: string;
  readonly value: string;
  /** The outcome's card around it. */
  readonly card: string;
  /** Why somebody who looks would not see where they are; empty when they do. */
  readonly unseen: string;
}

/** Where the keyboard's focus is. It only looks; keys move it. */
export class Focus {
  readonly page: Page;
  /** Each place that was reached and could not be seen. */
  readonly unseen: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  now(): Promise<Focused> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body)
        return { role: 'nothing', name: '', value: '', card: '', unseen: 'The focus is lost.' };
      const around = (start: Element | null): Element[] => {
        const found: Element[] = [];
        for (let next = start; next;) {
          found.push(next);
          const root = next.getRootNode();
          next = next.assignedSlot ?? next.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        }
        return found;
      };
      const wordsOf = (element: Element): string => {
        const copy = element.cloneNode(true) as Element;
        for (const inner of copy.querySelectorAll('select, [aria-hidden=true]')) inner.remove();
        return copy.textContent.replace(/\s+/g, ' ').trim();
      };
      const label = (at as HTMLInputElement).labels?.[0];
      const type = at.getAttribute('type');
      // The skip link leads to the page's main part as a whole, and the browser draws the ring of a date's calendar button itself.
      const whole = at.localName === 'main' || (type === 'date' && !at.matches(':focus'));
      const ring = [at, label].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return whole || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
      });
      const box = (label?.contains(at) ? label : at).getBoundingClientRect();
      const small = box.width < 1 || box.height < 1;
      const out = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
      const card = around(at).find((one) => one.localName === 'section' && one.getAttribute('part') === 'card');
      return {
        role:
          type === 'checkbox' || type === 'radio'
            ? type
            : (({ a: 'link', input: 'textbox', textarea: 'textbox' } as Record<string, string>)[at.localName] ??
              at.localName),
        name: at.getAttribute('aria-label') ?? wordsOf(label ?? at),
        value: 'value' in at ? String(at.value) : '',
        card: card?.getAttribute('aria-label') ?? '',
        unseen: [!ring && 'no ring', small && 'no size', out && 'out of sight'].filter(Boolean).join(', '),
      };
    });
  }

  /** Presses a key, and looks where the focus is then. */
  async press(key: string): Promise<Focused> {
    await this.page.keyboard.press(key);
    // A frame for what the page draws, and for what it scrolls into sight.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
    const focused = await this.now();
    if (focused.unseen) this.unseen.push(`${key}: ${focused.role} “${focused.name}” ${focused.unseen}`);
    return focused;
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Goes on with Tab until a control of this name has the focus. */
  async to(role: string, name: string, most = 80, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let times = 0; times < most; times++) {
      const focused = await this.press(key);
      if (focused.role === role && focused.name === name) return;
      passed.push(`${focused.role} “${focused.name}”`);
    }
    throw new Error(`Tab did not come to the ${role} “${name}”. It passed:\n${passed.join('\n')}`);
  }

  /** Goes on with Tab until the focus is in the card of an outcome. */
  async into(card: string, most = 120): Promise<void> {
    for (let times = 0; times < most; times++) if ((await this.press('Tab')).card === card) return;
    throw new Error(`Tab did not come into “${card}”.`);
  }
}

/** The focus has come to what the page gave it, after it was drawn. */
export const arrives = (focus: Focus, role: string, name: string): Promise<void> =>
  expect
    .poll(async () => {
      const now = await focus.now();
      return `${now.role}: ${now.name}`;
    })
    .toBe(`${role}: ${name}`);
