import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from './support/browser.js';
import { openEverything } from './support/everything.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording } from './support/recording.js';

const jean = 'jean-morrison';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'axe.db'));
  return async () => {
    await host.stop();
  };
});

/** What axe finds against WCAG 2.2 AA, and against its own good practice. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Opens no page of its own, which would need frames of other origins to be worth it.
    .setLegacyMode()
    .analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { forcedColors: 'active' }],
  ['more contrast', { contrast: 'more' }],
];

describe.each(looks)('In %s colours axe finds nothing', (_name, options) => {
  it('on the pages that are read', async () => {
    const { page } = await openPage(browser, options);
    for (const address of ['/', `/people/${jean}`, '/people/callum-reid', '/events', '/none']) {
      await page.goto(host.url + address);
      expect([address, await violations(page)]).toEqual([address, []]);
    }
    await page.goto(`${host.url}/people/${jean}`);
    await page.locator('article h3 a').first().click();
    await page.locator('tp-outcome').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'On a page of its own' }).click();
    await page.getByRole('region', { name: 'The record as JSON' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('on the page that records, with everything open', async () => {
    const { page } = await openPage(browser, options);
    const recording = new Recording(page);
    await recording.open(host.url, jean);
    await openEverything(recording);
    expect(await violations(page)).toEqual([]);
  });
});

describe('At each step of recording axe finds nothing', () => {
  it('from the empty page to the stored record', async () => {
    const { page } = await openPage(browser);
    const recording = new Recording(page);
    const clean = async (step: string): Promise<void> => {
      expect([step, await violations(page)]).toEqual([step, []]);
    };
    await recording.open(host.url, jean);
    await clean('nothing chosen');
    await recording.choose('Feeling safe', 'Having a say');
    await clean('chosen');
    const card = recording.card('Feeling safe');
    await recording.write(card.words, 'On the stairs.');
    await card.rate('Jean’s view', 'I’d rather not say');
    await clean('said');
    await recording.topic('Feeling safe').click();
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
    await clean('asked whether to take it out');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await card.fold('More');
    await card.button('I am worried about somebody’s safety').click();
    await page.getByRole('dialog').waitFor();
    await clean('worried');
    await page.getByRole('button', { name: 'Go back to the conversation' }).click();
    await page.route('**/api/people/*/records', (route) => route.abort(), { times: 1 });
    await recording.complete.click();
    await recording.again.waitFor();
    await clean('not saved');
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route('**/api/people/*/records', async (route) => {
      await held;
      await route.continue();
    });
    await recording.again.click();
    await recording.says('Saving…');
    await clean('saving');
    letGo();
    await recording.says('Saved.');
    await clean('saved');
  });
});
