import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf } from './support/api.js';
import { openPage, startBrowser } from './support/browser.js';
import { kept } from './support/drafts.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';

const jean = 'jean-morrison';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'lost-answer.db'));
  return async () => {
    await host.stop();
  };
});

const words = (page: Page) => page.getByRole('region', { name: 'Feeling safe' }).getByRole('textbox').first();
const complete = (page: Page) => page.getByRole('button', { name: /^(Complete|Try again)$/ }).click();
const saved = (page: Page) => page.getByText('Saved.', { exact: true }).waitFor();
const latest = async (): Promise<OutcomeRecord> => {
  const [last] = await listOf(host.url, jean);
  return JSON.parse((await get(`${host.url}${last?.href ?? ''}`)).text) as OutcomeRecord;
};
const text = ({ entries }: OutcomeRecord): readonly (string | undefined)[] =>
  entries.flatMap(({ narrative = [] }) => narrative.map((one) => one.text));

/** The next answer to something that was stored gets lost on its way. */
async function loseAnswer(context: BrowserContext): Promise<void> {
  let isLost = false;
  await context.route(`**/api/people/${jean}/records`, async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    return route.abort();
  });
}

/** Writes something and completes it; it is stored, and the page does not hear so. */
async function completeInVain({ context, page }: { context: BrowserContext; page: Page }): Promise<OutcomeRecord> {
  await page.goto(`${host.url}/people/${jean}/record`);
  await page.getByRole('checkbox', { name: 'Feeling safe' }).click();
  await words(page).fill('I’m fine.');
  await loseAnswer(context);
  await complete(page);
  await page.getByText('Not saved').first().waitFor();
  const record = await latest();
  expect(text(record)).toEqual(['I’m fine.']);
  return record;
}

describe('A conversation that was stored, and its answer lost', () => {
  it('is the same one when it is completed again with nothing else in it', async () => {
    const opened = await openPage(browser);
    const { id } = await completeInVain(opened);
    await complete(opened.page);
    await saved(opened.page);
    expect((await latest()).id).toBe(id);
    await expect.poll(() => kept(opened.page)).toBe('[]');
  });

  it('is settled with what was written since, as a correction of what is stored; also when that answer is lost too', async () => {
    const opened = await openPage(browser);
    const { page, context } = opened;
    const { id } = await completeInVain(opened);
    await words(page).fill('I’m fine. Not on the stairs.');
    await complete(page);
    const both = page.locator('tp-record-conflict');
    await both.getByText('I’m fine.', { exact: true }).waitFor();
    await both.getByText('I’m fine. Not on the stairs.').waitFor();
    expect((await latest()).id).toBe(id);
    await page.getByRole('radio', { name: 'Yours' }).first().click();
    await loseAnswer(context);
    await page.getByRole('button', { name: 'Keep these and complete' }).click();
    await page.getByText('Not saved').first().waitFor();
    const correction = await latest();
    expect(correction.amends).toMatchObject({ recordId: id, reason: 'More was written after it had been stored.' });
    expect(text(correction)).toEqual(['I’m fine. Not on the stairs.']);
    await page.getByRole('button', { name: 'Keep these and complete' }).click();
    await saved(page);
    expect((await latest()).id).toBe(correction.id);
    await expect.poll(() => kept(page)).toBe('[]');
    expect(await page.locator('#stored-link').getAttribute('href')).toContain(correction.id);
  });

  it('keeps what was written since on the device, wherever in it that is', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await completeInVain(opened);
    const place = page.getByRole('textbox', { name: 'Where?' });
    if (!(await place.isVisible())) await page.getByText('Who and how').first().click();
    await place.fill('In the park');
    await expect.poll(() => kept(page)).toContain('In the park');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${host.url}/people/${jean}/record`);
    await page.getByText('You have words kept from').waitFor();
    await page.getByText('The record was saved again after that').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => words(page).inputValue()).toBe('I’m fine.');
    await complete(page);
    await page.getByText('Both versions fit together.').waitFor();
    await page.getByRole('button', { name: 'Keep these and complete' }).click();
    await saved(page);
    expect((await latest()).conversation.place).toBe('In the park');
    await expect.poll(() => kept(page)).toBe('[]');
  });

  it('leaves no draft of a correction that was stored without the page hearing so', async () => {
    const opened = await openPage(browser);
    const { page, context } = opened;
    await completeInVain(opened);
    await words(page).fill('I’m fine. Not at night.');
    await complete(page);
    await page.getByRole('radio', { name: 'Yours' }).first().click();
    await loseAnswer(context);
    await page.getByRole('button', { name: 'Keep these and complete' }).click();
    await page.getByText('Not saved').first().waitFor();
    expect(text(await latest())).toEqual(['I’m fine. Not at night.']);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${host.url}/people/${jean}/record`);
    await expect.poll(() => kept(page)).toBe('[]');
    expect(await page.getByText('You have words kept').count()).toBe(0);
  });
});
