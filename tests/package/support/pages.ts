import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { chromiumArgs, chromiumPath } from '../../../scripts/browsers.mjs';

const servers: Server[] = [];
const browsers: Browser[] = [];
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** A web server for the files of a folder, and for pages that are written in a test. Says its port. */
export async function serve(folder: string, pages: Readonly<Record<string, string>> = {}): Promise<number> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const headers = {
      'content-type': types[extname(path)] ?? 'text/html; charset=utf-8',
      // As a CDN does: a page of an opaque origin may load the script too.
      'access-control-allow-origin': '*',
    };
    try {
      const body = pages[path] ?? readFileSync(join(folder, path));
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  servers.push(server);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

/** A Chromium for one test file, in which `host.test` is this machine: a name without https is not a secure context. */
export async function startChromium(): Promise<Browser> {
  const args = [...chromiumArgs, '--host-resolver-rules=MAP host.test 127.0.0.1'];
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args });
  browsers.push(browser);
  return browser;
}

export interface Opened {
  readonly page: Page;
  /** Errors that were thrown or written to the console. */
  readonly errors: readonly string[];
}

/** A new profile with one page. `before` runs in each of its frames before any other script. It is closed after the test. */
export async function openPage(browser: Browser, before: () => void = () => undefined): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1000, height: 900 } });
  contexts.push(context);
  context.setDefaultTimeout(15_000);
  await context.addInitScript(before);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !url.endsWith('favicon.ico')) errors.push(`${message.text()} (${url})`);
  });
  return { page: await context.newPage(), errors };
}
