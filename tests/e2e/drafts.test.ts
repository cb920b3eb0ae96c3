import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from './support/browser.js';
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

/** The drafts on this device, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const request = indexedDB.open('talking-points-drafts');
        request.onerror = () => fail(new Error('The drafts do not open.'));
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            done(JSON.stringify(all.result));
          };
        };
      }),
  );

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
    await second.getByText('You are writing about this in another tab').waitFor();
    await second.getByRole('button', { name: 'Continue here' }).click();
    await expect.poll(() => words(second).inputValue()).toBe('I’m fine.');
    await page.getByText('You went on in another tab.').waitFor();
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
