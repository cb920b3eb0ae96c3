import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleToRecord } from '../../src/interop/fhir/index.js';
import { loadRecord } from '../../src/model/load.js';
import { get } from './support/api.js';
import { openPage, startBrowser } from './support/browser.js';
import { sticksOut } from './support/everything.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';

const person = '/people/william-geddes';
const record = `${person}/records/019199a4-cc80-7000-8000-000000000000`;
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'fhir.db'));
  return async () => {
    await host.stop();
  };
});

describe('A stored conversation as FHIR', () => {
  it.each(['R4', 'R5'])(
    '%s: can be read resource by resource and downloaded, and nothing is blocked',
    async (version) => {
      const { page, trouble } = await openPage(browser, { viewport: { width: 320, height: 640 } });
      await page.goto(host.url + record);
      await page.getByRole('link', { name: 'As FHIR' }).click();
      if (version === 'R5') await page.getByRole('link', { name: 'FHIR R5' }).click();
      await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain(`FHIR ${version}`);

      const goal = page.getByRole('group').filter({ hasText: 'Goal:' }).first();
      await goal.locator('summary').click();
      const json = JSON.parse((await goal.getByRole('region', { name: 'Goal as JSON' }).textContent()) ?? '') as {
        resourceType: string;
        description: { text: string };
      };
      expect(json.resourceType).toBe('Goal');
      expect(await goal.locator('summary').textContent()).toBe(`Goal: ${json.description.text}`);
      expect(await sticksOut(page)).toEqual([]);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download the Bundle' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.fhir\.json$/);
      const bundle: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
      const read = bundleToRecord(bundle, loadRecord);
      const stored = await get(`${host.url}/api${record}`);
      // All that is stored is in the file, beside the version under which the host keeps it.
      expect(read.ok && read.record).toMatchObject(stored.body);
      expect(trouble.violations).toEqual([]);
      expect(trouble.errors).toEqual([]);
    },
  );

  it('has its JSON written from left to right on a page that goes from right to left', async () => {
    const { page } = await openPage(browser, { viewport: { width: 800, height: 640 } });
    await page.goto(`${host.url}${record}/fhir`);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.locator('summary').first().click();
    const json = page.getByRole('region', { name: /as JSON$/ }).first();
    const { first, middle } = await json.evaluate((pane) => {
      const brace = document.createRange();
      brace.setStart(pane.firstChild ?? pane, 0);
      brace.setEnd(pane.firstChild ?? pane, 1);
      const { left, width } = pane.getBoundingClientRect();
      return { first: brace.getBoundingClientRect().left, middle: left + width / 2 };
    });
    expect(first).toBeLessThan(middle);
  });
});
