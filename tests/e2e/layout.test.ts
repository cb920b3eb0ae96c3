import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addToStyles, openPage, startBrowser } from './support/browser.js';
import { openEverything, sticksOut } from './support/everything.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording } from './support/recording.js';

const jean = 'jean-morrison';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'layout.db'));
  return async () => {
    await host.stop();
  };
});

const narrow: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
/** 1280 pixels at a zoom of 400 %. */
const zoomed: BrowserContextOptions = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

describe('With everything open, nothing sticks out of the page that records', () => {
  it.each<[string, BrowserContextOptions, string]>([
    ['at 320 px', narrow, ''],
    ['at a zoom of 400 %', zoomed, ''],
    ['at 768 px', { viewport: { width: 768, height: 900 } }, ''],
    ['at 1280 px with text of 200 %', {}, 'html{font-size:200%}'],
    ['at 640 px with text of 200 %', { viewport: { width: 640, height: 800 } }, 'html{font-size:200%}'],
    ['with a root font size of 62.5 %', narrow, 'html{font-size:62.5%}'],
    ['with letters far apart everywhere', narrow, '*{letter-spacing:.2em}'],
    ['with the text spacing that a reader may set', narrow, spacing],
    ['with a host that resets every box', narrow, '*{padding:0;margin:0;box-sizing:content-box}'],
  ])('%s', async (_name, options, css) => {
    const { context, page, trouble } = await openPage(browser, options);
    await addToStyles(context, css);
    const recording = new Recording(page);
    await recording.open(host.url, jean);
    await openEverything(recording);
    expect(await sticksOut(page)).toEqual([]);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('from right to left', async () => {
    const { context, page } = await openPage(browser, narrow);
    await context.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.dir = 'rtl';
      });
    });
    const recording = new Recording(page);
    await recording.open(host.url, jean);
    await openEverything(recording);
    expect(await recording.conversation.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    expect(await sticksOut(page)).toEqual([]);
  });

  it('at 320 px, on every other page', async () => {
    const { page } = await openPage(browser, narrow);
    for (const address of ['/', `/people/${jean}`, '/events', '/none']) {
      await page.goto(host.url + address);
      expect([address, await sticksOut(page)]).toEqual([address, []]);
    }
    await page.goto(`${host.url}/people/${jean}`);
    await page.locator('article h3 a').first().click();
    await page.locator('tp-outcome').first().waitFor();
    expect(await sticksOut(page)).toEqual([]);
  });
});

describe('What sticks out', () => {
  it('would be found', async () => {
    const { context, page } = await openPage(browser, narrow);
    await addToStyles(context, 'h1{inline-size:120vw}');
    await page.goto(host.url);
    expect((await sticksOut(page))[0]).toMatch(/^the page: \d+ in 320$/);
  });
});

describe('Targets', () => {
  it('are at least 24 px high and wide on a telephone, and the large ones 44 px', async () => {
    const { page } = await openPage(browser, narrow);
    const recording = new Recording(page);
    await recording.open(host.url, jean);
    await openEverything(recording);
    const small = await recording.conversation
      .locator(
        'button, summary, select, textarea, input:not([type=radio], [type=checkbox]), label:has([type=radio], [type=checkbox])',
      )
      .evaluateAll((targets) =>
        targets.flatMap((target) => {
          const { width, height } = target.getBoundingClientRect();
          const name = `${target.localName} “${target.textContent.trim().slice(0, 30)}”`;
          return target.checkVisibility() && (height < 43.5 || width < 24) ? [`${name}: ${width} × ${height}`] : [];
        }),
      );
    expect(small).toEqual([]);
  });
});
