import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../scripts/browsers.mjs';

/** @import { Browser, Page } from 'playwright-core' */

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
});

/**
 * Pages out of folders, on this machine.
 * @param {Record<string, string>} folders by the first part of the path
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve(folders) {
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    const folder = resolve(folders[first] ?? '.');
    const file = join(folder, ...rest);
    if (!(first in folders) || !file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${String(address.port)}`, close: () => void server.close() };
}

/** @returns {Promise<Browser>} */
export const startBrowser = async () =>
  chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArgs] });

/**
 * A page of ours in a profile of its own, without a way to anywhere else.
 * @param {Browser} browser @param {string} url @returns {Promise<{ page: Page, errors: string[] }>}
 */
export async function open(browser, url) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // A form has more than a thousand items, and a renderer draws all of them before it answers again.
  page.setDefaultTimeout(5 * 60_000);
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(
    (address) => !['127.0.0.1', ''].includes(address.hostname),
    (route) => route.abort(),
  );
  await page.goto(url);
  return { page, errors };
}
