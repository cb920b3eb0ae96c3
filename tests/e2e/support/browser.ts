import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { chromiumArgs, chromiumPath } from '../../../scripts/browsers.mjs';

const browsers: Browser[] = [];
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

/** A Chromium for one test file. `args` are added; `without` leaves out arguments that Playwright would give. */
export async function startBrowser(args: readonly string[] = [], without: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumArgs, ...args],
    ignoreDefaultArgs: [...without],
  });
  browsers.push(browser);
  return browser;
}

/** What went wrong in the pages of a context, unseen by whoever uses them. */
export interface Trouble {
  /** Everything that the browser has blocked, in any page, from the first line of its first script on. */
  readonly violations: string[];
  /** Errors that were thrown or written to the console. */
  readonly errors: string[];
}

/** A new profile with one page, which notes what goes wrong. It is closed after the test. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; trouble: Trouble }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  contexts.push(context);
  context.setDefaultTimeout(15_000);
  const trouble: Trouble = { violations: [], errors: [] };
  await context.exposeBinding('tellViolation', (_source, text: string) => {
    trouble.violations.push(text);
  });
  await context.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      tellViolation(
        `${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on('weberror', (error) => trouble.errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.errors.push(`${message.text()} (${message.location().url})`);
  });
  return { context, page: await context.newPage(), trouble };
}

/** Adds to a stylesheet of the host, as a vendor's own file would: under its policy nothing can be put into the page itself. */
export const addToStyles = (context: BrowserContext, css: string): Promise<unknown> =>
  context.route('**/assets/app.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${css}` });
  });
