import type { Part, Role } from './part.js';

/** As much of a Playwright `Page` as is used here. */
export interface PlaywrightPage {
  getByRole(role: AriaRole, options?: { name?: string | RegExp; exact?: boolean }): PlaywrightLocator;
  getByLabel(text: string | RegExp, options?: { exact?: boolean }): PlaywrightLocator;
  locator(selector: string): PlaywrightLocator;
}
/** As much of a Playwright `Locator` as is used here. */
export interface PlaywrightLocator extends PlaywrightPage {
  filter(options: { hasText?: string | RegExp; visible?: boolean }): PlaywrightLocator;
  first(): PlaywrightLocator;
  count(): Promise<number>;
  waitFor(): Promise<void>;
  click(): Promise<void>;
  press(key: string): Promise<void>;
  pressSequentially(text: string): Promise<void>;
  fill(value: string): Promise<void>;
  blur(): Promise<void>;
  selectOption(values: { label: string }): Promise<unknown>;
  isChecked(): Promise<boolean>;
  getAttribute(name: string): Promise<string | null>;
}
type AriaRole = Exclude<Role, 'date' | 'disclosure'>;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function locate(within: PlaywrightPage, role: Role, name: string | RegExp | undefined): PlaywrightLocator {
  const text = typeof name === 'string' ? new RegExp(`^\\s*${escaped(name)}`) : name;
  switch (role) {
    // A day to fill in has no role of its own, and neither has a summary.
    case 'date':
      return within.getByLabel(name ?? /./, { exact: true }).first();
    case 'disclosure':
      return within
        .locator('summary')
        .filter(text ? { hasText: text } : {})
        .first();
    case 'status':
      return within
        .getByRole(role)
        .filter(name === undefined ? {} : { hasText: name })
        .first();
    default:
      return within.getByRole(role, name === undefined ? {} : { name, exact: true }).first();
  }
}

class PlaywrightPart implements Part {
  readonly #within: PlaywrightPage;
  readonly #locator: PlaywrightLocator;

  constructor(within: PlaywrightPage, locator: PlaywrightLocator) {
    this.#within = within;
    this.#locator = locator;
  }

  find(role: Role, name?: string | RegExp): Part {
    const found = locate(this.#within, role, name);
    return new PlaywrightPart(found, found);
  }

  async isThere(): Promise<boolean> {
    return (await this.#locator.count()) > 0;
  }

  waitFor(): Promise<void> {
    return this.#locator.waitFor();
  }

  click(): Promise<void> {
    return this.#locator.click();
  }

  async type(text: string): Promise<void> {
    await this.#locator.click();
    await this.#locator.press('ControlOrMeta+End');
    await this.#locator.pressSequentially(text);
    await this.#locator.blur();
  }

  async fill(value: string): Promise<void> {
    await this.#locator.fill(value);
    await this.#locator.blur();
  }

  async select(option: string): Promise<void> {
    await this.#locator.selectOption({ label: option });
  }

  isChecked(): Promise<boolean> {
    return this.#locator.isChecked();
  }

  async isExpanded(): Promise<boolean | null> {
    const expanded = await this.#locator.getAttribute('aria-expanded');
    return expanded === null ? null : expanded === 'true';
  }
}

/** A page of Playwright, or what a locator finds in it. Only its shape is used: Playwright itself is not imported. */
export const playwrightDriver = (page: PlaywrightPage): Part => new PlaywrightPart(page, page.locator('body'));
