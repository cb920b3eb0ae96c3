import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { get } from './support/api.js';
import { openPage, startBrowser } from './support/browser.js';
import { sticksOut } from './support/everything.js';
import { Focus } from './support/focus.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';

const wullie = '/people/william-geddes';
/** The conversation of August 2024, in which a note is the worker's own. */
const august = `${wullie}/records/019199a4-cc80-7000-8000-000000000000`;
const own = 'Two near falls in June';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'pages.db'));
  return async () => {
    await host.stop();
  };
});

/** What stands in an element, in its shadow root. */
const textOf = (element: Locator): Promise<string> =>
  element.evaluate((one) => (one.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));

/** The pages that look back, and what is there once they have their records. */
const pages = [
  ['a review', `${wullie}/review`, 'tp-outcome'],
  ['then and now', `${wullie}/then-and-now`, 'tp-review-comparison [part=outcome]'],
  ['over time', `${wullie}/over-time`, 'tp-outcome-star svg'],
  ['a copy', `${august}/print`, 'tp-record-summary [part=outcome]'],
  ['a stored review', august, 'tp-outcome'],
] as const;

describe('The pages that look back', () => {
  it.each(pages)(
    '%s: nothing sticks out at 320 px, axe finds nothing, nothing is blocked',
    async (name, address, part) => {
      const { page, trouble } = await openPage(browser, { viewport: { width: 320, height: 640 } });
      await page.goto(host.url + address);
      await page.locator(part).last().waitFor();
      // A table of charts scrolls in a region of its own.
      const wide = (await sticksOut(page)).filter((found) => name !== 'over time' || found.startsWith('the page'));
      expect(wide).toEqual([]);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .setLegacyMode()
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => String(target))])).toEqual([]);
      expect(trouble).toEqual({ violations: [], errors: [] });
    },
  );

  it('compare any two, as a table too, and say what to keep in mind', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${host.url}${wullie}/then-and-now`);
    const choose = async (then: string, now: string): Promise<void> => {
      await page.getByLabel('Then', { exact: true }).selectOption({ label: then });
      await page.getByLabel('Now', { exact: true }).selectOption({ label: now });
      const arrived = page.waitForEvent('framenavigated');
      await page.getByRole('button', { name: 'Compare these two' }).click();
      await arrived;
      await page.locator('tp-review-comparison [part=outcome]').first().waitFor();
    };
    const comparison = page.locator('tp-review-comparison');
    await choose('Conversation, 14 February 2024, 10:30', 'Review, 28 August 2024');
    expect(await textOf(comparison)).toContain('A little better');
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('table').first().waitFor();
    // One conversation and its correction are one conversation.
    await choose('Review, 15 October 2025, 11:00 (corrected later)', 'Review, 15 October 2025, 11:00');
    expect(await textOf(comparison)).toContain('One of these corrects the other.');
    // The other way round.
    await choose('Review, 20 May 2026, 10:00', 'Conversation, 14 February 2024, 10:30');
    expect(await textOf(comparison)).toContain('The changes run backwards in time.');
  });

  it('follow one outcome, with a break where the scale changed, and put up to four conversations on a star', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${host.url}${wullie}/over-time`);
    await page.getByLabel('What to follow').selectOption({ label: 'Seeing people' });
    await page.getByRole('checkbox', { name: 'Conversation, 14 February 2024, 10:30' }).click();
    await page.getByRole('button', { name: 'Show these' }).click();
    await page.getByText('The four newest of those that were chosen are shown.').waitFor();
    const timeline = page.locator('tp-outcome-timeline');
    await timeline.getByText('No line joins the two.').first().waitFor();
    expect(await timeline.getByRole('table').count()).toBe(1);
    expect(await textOf(page.locator('tp-outcome-star'))).toContain('It was answered on another scale.');
  });

  it('print what the one who gets the copy may see', async () => {
    const { page } = await openPage(browser);
    const summary = page.locator('tp-record-summary');
    await page.goto(`${host.url}${august}/print`);
    await summary.getByText('If Nan counts, I can walk.').waitFor();
    expect(await textOf(summary)).not.toContain(own);
    await page.getByLabel('Who it is for').selectOption('Other agencies');
    await page.getByRole('button', { name: 'Show this copy' }).click();
    await page.waitForURL(/audience=agencies/);
    await summary.getByText('This copy is for other agencies.').waitFor();
    expect(await textOf(summary)).not.toContain('If Nan counts');
  });

  it('are not offered where there is nothing to look back at, and say what is wrong with an address', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${host.url}/people/callum-reid`);
    expect(await page.getByRole('link', { name: 'Review together' }).count()).toBe(0);
    expect((await get(`${host.url}${wullie}/then-and-now?then=nothing`)).status).toBe(404);
    expect((await get(`${host.url}/people/callum-reid/then-and-now`)).text).toContain('Two conversations are needed');
    expect((await get(`${host.url}${august}/print?layout=%3Cb%3E&audience=toString`)).text).toContain(
      'layout="normal"',
    );
  });

  it('can be gone through by Tab, charts too, without a trap', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${host.url}${wullie}/over-time?outcome=seeing-people`);
    await page.locator('tp-outcome-star svg').waitFor();
    const focus = new Focus(page);
    await focus.to('button', 'Show these');
    await focus.to('select', 'Whose view', 40);
  });
});
