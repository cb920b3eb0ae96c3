import type { Locator, Page } from 'playwright-core';
import type { OutcomeRecord } from '../../../src/schema/record.js';
import { conversationDriver, playwrightDriver, type ConversationDriver } from '../../../src/testing/index.js';
import { get, listOf } from './api.js';

/** The record of a person that was stored last, as the host gives it back. */
export async function storedLast(url: string, personId: string): Promise<{ record: OutcomeRecord; text: string }> {
  const [listed] = await listOf(url, personId);
  const { text } = await get(url + (listed?.href ?? ''));
  return { text, record: JSON.parse(text) as OutcomeRecord };
}

/** The page that records, as somebody with a mouse and a keyboard uses it. Names are what stands on the screen. */
export class Recording {
  readonly page: Page;
  /** The driver that hosts have for their own tests. */
  readonly talk: ConversationDriver;

  constructor(page: Page) {
    this.page = page;
    this.talk = conversationDriver(playwrightDriver(page));
  }

  /** From the list of people to the page that records, by its links. */
  static async begin(page: Page, url: string, name: string, calledName: string): Promise<Recording> {
    await page.goto(`${url}/`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('link', { name: `Record a conversation with ${calledName}` }).click();
    await page.getByRole('heading', { name: 'What matters' }).waitFor();
    return new Recording(page);
  }

  get conversation(): Locator {
    return this.page.locator('tp-conversation');
  }

  get status(): Locator {
    return this.conversation.getByRole('status').filter({ hasText: /\S/ });
  }

  get complete(): Locator {
    return this.page.getByRole('button', { name: 'Complete', exact: true });
  }

  get again(): Locator {
    return this.page.getByRole('button', { name: 'Try again' });
  }

  async open(url: string, personId: string): Promise<void> {
    await this.page.goto(`${url}/people/${personId}/record`);
    await this.page.getByRole('heading', { name: 'What matters' }).waitFor();
  }

  topic(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }

  async choose(...names: readonly string[]): Promise<void> {
    await this.talk.choose(...names);
  }

  /** Opens “Who and how”, which is folded at the start. */
  async openWho(): Promise<void> {
    await this.talk.openWho();
  }

  /** Adds somebody who took part, with their role; “Who and how” is open. */
  async addSomebody(role: string): Promise<void> {
    const people = this.conversation.getByRole('group', { name: 'Who took part?' });
    await people.getByLabel('Add somebody').selectOption({ label: role });
    await people.getByRole('button', { name: 'Add', exact: true }).click();
  }

  card(name: string): Card {
    return new Card(this.page, this.page.getByRole('region', { name, exact: true }));
  }

  /** Types into a box that was clicked, key by key. */
  async write(box: Locator, words: string): Promise<void> {
    await box.click();
    await this.page.keyboard.type(words);
  }

  async says(words: string): Promise<void> {
    await this.status.and(this.conversation.getByText(words, { exact: true })).waitFor();
  }
}

/** The card of one outcome. */
export class Card {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page, region: Locator) {
    this.page = page;
    this.region = region;
  }

  get words(): Locator {
    return this.region.getByRole('textbox', { name: /own words$/ });
  }

  box(name: string | RegExp): Locator {
    return this.region.getByRole('textbox', { name });
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** The view of somebody, on the outcome's scale. */
  view(whose: string): Locator {
    return this.region.getByRole('group').filter({ has: this.page.locator('legend', { hasText: whose }) });
  }

  async rate(whose: string, answer: string): Promise<void> {
    await this.view(whose).getByRole('radio', { name: answer, exact: true }).click();
  }

  /** Opens or closes a part that folds. */
  fold(title: string): Promise<void> {
    return this.region
      .locator('summary, button[aria-expanded]')
      .filter({ hasText: new RegExp(`^\\s*${title}\\s*$`) })
      .click();
  }

  async write(name: string | RegExp, words: string): Promise<void> {
    await this.box(name).click();
    await this.page.keyboard.type(words);
  }
}
