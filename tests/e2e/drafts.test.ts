import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf } from './support/api.js';
import { openPage, startBrowser } from './support/browser.js';
import { kept } from './support/drafts.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';

let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'drafts.db'));
  return async () => {
    await host.stop();
  };
});

const words = (page: Page) => page.getByRole('region', { name: 'Feeling safe' }).getByRole('textbox').first();

/** Writes something about feeling safe, until it is kept. */
async function write(page: Page, text: string): Promise<void> {
  await page.goto(`${host.url}/people/jean-morrison/record`);
  await page.getByRole('checkbox', { name: 'Feeling safe' }).click();
  await words(page).click();
  await page.keyboard.type(text);
  await expect.poll(() => kept(page)).toContain(text);
}

describe('A conversation that was interrupted', () => {
  it('is offered after a reload, gone on with and stored; then nothing is left on the device', async () => {
    const { page, trouble } = await openPage(browser);
    await write(page, 'I’m fine in the house.');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('You have words kept from').waitFor();
    expect(await page.getByRole('region', { name: 'Feeling safe' }).count(), 'nothing is filled in').toBe(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => words(page).inputValue()).toBe('I’m fine in the house.');
    await expect.poll(() => page.title()).toContain('Not saved yet');
    await words(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Not on the stairs.');
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => kept(page)).toBe('[]');
    await page.goto(`${host.url}/people/jean-morrison/record`);
    await page.getByRole('checkbox', { name: 'Feeling safe' }).waitFor();
    expect(await page.getByText('You have words kept').count()).toBe(0);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('is told of in a second tab, which takes it over', async () => {
    const { page, context } = await openPage(browser);
    await write(page, 'I’m fine.');
    const second = await context.newPage();
    await second.goto(`${host.url}/people/jean-morrison/record`);
    await second.getByText('You are writing in another tab').waitFor();
    await second.getByRole('button', { name: 'Continue here' }).click();
    await expect.poll(() => words(second).inputValue()).toBe('I’m fine.');
    await page.getByText('You are writing in another tab.').waitFor();
    expect(await page.getByRole('region', { name: 'Feeling safe' }).getByRole('textbox').count()).toBe(0);
  });

  it('is not offered once Kinfolk has stored it, also where the page was gone before it heard so', async () => {
    const { page } = await openPage(browser);
    await write(page, 'I’m fine.');
    // The answer never comes.
    let stored: (() => void) | undefined;
    const isStored = new Promise<void>((done) => (stored = done));
    await page.route('**/api/people/jean-morrison/records', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      stored?.();
    });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Complete' }).click();
    await isStored;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto(`${host.url}/people/jean-morrison/record`);
    await expect.poll(() => kept(page)).toBe('[]');
    expect(await page.getByText('You have words kept').count()).toBe(0);
  });
});

describe('A correction that was interrupted', () => {
  const wullie = 'william-geddes';
  const own = (page: Page) => page.getByRole('region', { name: 'Seeing people' }).getByRole('textbox').first();
  const recordsOf = () => listOf(host.url, wullie);
  const stored = async (id = ''): Promise<OutcomeRecord> =>
    JSON.parse((await get(`${host.url}/api/people/${wullie}/records/${id}`)).text) as OutcomeRecord;
  const first = (record: OutcomeRecord): string | undefined =>
    record.entries.find(({ label }) => label === 'Seeing people')?.narrative?.[0]?.text;

  /** Begins a correction of a record, until its words are kept. */
  async function correct(page: Page, id: string, text: string): Promise<void> {
    await page.goto(`${host.url}/people/${wullie}/records/${id}`);
    await page.getByRole('button', { name: 'Amend' }).click();
    await page.getByRole('textbox', { name: 'Why is a correction needed?' }).fill('Nan read it');
    await page.getByRole('button', { name: 'Start the correction' }).click();
    await own(page).fill(text);
    await expect.poll(() => kept(page)).toContain(text);
  }
  const reload = async (page: Page): Promise<void> => {
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('You have words kept from').waitFor();
  };

  it('is offered with the record that it corrects, gone on with and stored; then nothing is left on the device', async () => {
    const id = (await recordsOf()).find((one) => one.id.startsWith('019e44fd'))?.id ?? '';
    const { page, trouble } = await openPage(browser);
    await correct(page, id, 'Nan is the baker.');
    await reload(page);
    expect(await own(page).count(), 'the record is shown as it is stored').toBe(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => own(page).inputValue()).toBe('Nan is the baker.');
    await expect.poll(() => page.title()).toContain('Not saved yet');
    await page.getByRole('heading', { name: 'What this correction changes' }).waitFor();
    await own(page).fill('Nan is the baker, and I wash up.');
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => kept(page)).toBe('[]');
    const correction = await stored((await recordsOf())[0]?.id);
    expect(correction.amends).toMatchObject({ recordId: id, reason: 'Nan read it' });
    expect(first(correction)).toBe('Nan is the baker, and I wash up.');
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('is offered also when somebody else has corrected the record since, and settled with theirs', async () => {
    const id = (await recordsOf())[0]?.id ?? '';
    const [mine, theirs] = [await openPage(browser), await openPage(browser)];
    await correct(mine.page, id, 'They come here.');
    await correct(theirs.page, id, 'They all come here.');
    await theirs.page.getByRole('button', { name: 'Complete' }).click();
    await theirs.page.getByText('Saved.', { exact: true }).waitFor();
    const between = (await recordsOf())[0]?.id;
    await reload(mine.page);
    await mine.page.getByText('The record was saved again after that').waitFor();
    await mine.page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => own(mine.page).inputValue()).toBe('They come here.');
    await mine.page.getByRole('button', { name: 'Complete' }).click();
    await mine.page.locator('tp-record-conflict').getByText('They all come here.').waitFor();
    await mine.page.getByRole('radio', { name: 'Yours' }).first().click();
    await mine.page.getByRole('button', { name: 'Keep these and complete' }).click();
    await mine.page.getByText('Saved.', { exact: true }).waitFor();
    const last = await stored((await recordsOf())[0]?.id);
    expect([last.amends?.recordId, first(last)]).toEqual([between, 'They come here.']);
    await expect.poll(() => kept(mine.page)).toBe('[]');
  });
});
