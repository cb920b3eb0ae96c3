import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/model/load.js';
import { openPage, startBrowser, type Trouble } from '../e2e/support/browser.js';
import { Focus } from '../e2e/support/focus.js';
import { packed } from '../package/support/packed.js';
import { build, startServer } from './support/app.js';
import { holdStoring, patiently, Visit } from './support/visit.js';

const none: Trouble = { violations: [], errors: [] };
const words = 'I want to be at the bowling.';

let browser: Browser;
let address: string;
const servers: Server[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  address = await startServer(await build('iframe'));
});
afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The document of the conversation, which is of another origin. */
async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame holds a page.');
  return frame;
}

/** What a visit does on a page, inside its frame: keys go where the focus is. */
const inFrame = (page: Page, frame: Frame): Page =>
  new Proxy(page, {
    get: (target, name) => {
      const owner: object = ['evaluate', 'locator', 'getByRole', 'getByLabel'].includes(String(name)) ? frame : target;
      const found: unknown = Reflect.get(owner, name);
      return typeof found === 'function' ? (found.bind(owner) as unknown) : found;
    },
  });

async function begin(width = 1280): Promise<{ page: Page; frame: Frame; visit: Visit; trouble: Trouble }> {
  const { page, trouble } = await openPage(browser, { viewport: { width, height: 900 } });
  await page.goto(address);
  const frame = await frameOf(page);
  await frame.getByRole('heading', { name: 'What matters' }).waitFor();
  return { page, frame, visit: new Visit(inFrame(page, frame)), trouble };
}

const shows = (page: Page, label: string, text: string | RegExp): Promise<void> =>
  expect.poll(() => page.getByLabel(label, { exact: true }).textContent(), patiently).toMatch(text);

describe('A conversation in a frame of another origin', () => {
  it('is recorded by keyboard alone, into the frame and out of it, and stored as the page promises', async () => {
    const { page, frame, trouble } = await begin();
    expect(new URL(frame.url()).origin).not.toBe(address);
    const problem = page.getByText('Problem', { exact: true });
    expect(await problem.isVisible(), 'nothing is wrong yet').toBe(false);
    const storing = await holdStoring(page);
    const focus = new Focus(inFrame(page, frame));
    await page.getByRole('button', { name: 'As a review of March' }).focus();
    await focus.to('checkbox', 'Seeing people');
    await focus.press('Space');
    await frame.locator('tp-outcome').waitFor();
    await focus.to('textbox', 'In Jean’s own words');
    await focus.type(words);
    await shows(page, 'Kept here', words);
    await focus.to('button', 'Complete', 120);
    await page.keyboard.press('Enter');
    const visit = new Visit(inFrame(page, frame));
    await visit.says('Saving…');
    await storing.answer(500);
    await visit.says('Not saved. Your words are kept here. Please try again.');
    await shows(page, 'Problem', 'The server said 500.');
    expect(await problem.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await storing.answer(201);
    await visit.says('Saved.');
    await shows(page, 'Status', 'completed');
    const [first, second] = storing.sent.map((text) => loadRecord(text));
    expect(second).toEqual(first);
    expect(second).toMatchObject({ ok: true, value: { status: 'completed', subject: { id: 'p-204', name: 'Jean' } } });
    // No trap: what comes after the frame is reached.
    for (let times = 0; times < 40; times += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.localName === 'a')) break;
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back to the conversation');
    expect(trouble.violations).toEqual([]);
    expect(trouble.errors.filter((text) => !/status of 500|not-saved/.test(text))).toEqual([]);
    expect(focus.unseen).toEqual([]);
  });

  it('becomes a review when the page hands over what was recorded before', async () => {
    const { page, frame, trouble } = await begin();
    await page.getByRole('button', { name: 'As a review of March' }).click();
    await frame.getByText('Ring the bowling club').first().waitFor();
    // The page asked for the focus to go to its beginning.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
    expect(trouble).toEqual(none);
  });

  it.each([320, 1280])('is as tall as what is in it, and no wider than the page, at %i pixels', async (width) => {
    const { page, frame, visit, trouble } = await begin(width);
    await visit.choose('Seeing people');
    await visit.card('Seeing people').words.waitFor();
    const heights = async (): Promise<boolean> => {
      const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
      const height = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
      return height >= content && height < content + 2;
    };
    await expect.poll(heights, patiently).toBe(true);
    for (const one of [page.mainFrame(), frame])
      expect(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(trouble).toEqual(none);
  });

  it.each([320, 1280])('has buttons around it that a thumb finds, at %i pixels', async (width) => {
    const { page } = await begin(width);
    const buttons = await page.getByRole('button').all();
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it('has nothing that axe finds, inside and around', async () => {
    const { page, frame, visit } = await begin();
    await visit.choose('Seeing people');
    await visit.card('Seeing people').words.waitFor();
    const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const around = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
    await frame.evaluate(axe.source);
    const inside = await frame.evaluate(
      (values) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: { type: 'tag', values },
          // The page around has it, and this is a part of that page.
          rules: { 'page-has-heading-one': { enabled: false } },
        }),
      wcag,
    );
    const found = [...around.violations, ...inside.violations];
    expect(found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    expect(inside.passes.length).toBeGreaterThan(20);
    // Opened by itself it says what it is for.
    await page.goto(frame.url());
    await page.getByText('This page is made to be shown inside another page.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
  });
});

/** The page for a frame as it is in the package, without anybody in its list and without headers. Says its address. */
async function serve(pages: Readonly<Record<string, string>> = {}): Promise<string> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript',
    css: 'text/css',
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    try {
      const body = pages[pathname] ?? readFileSync(join(packed(), 'dist/embed', pathname));
      const type = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page that shows the frame, and writes down what is wrong. */
const host = (src: string): string => `<!doctype html><title>A host</title><div></div><output></output>
  <script src="/client.js"></script>
  <script>
    document.addEventListener('tp-error', ({ detail }) => { document.querySelector('output').textContent = detail.code; });
    TalkingPointsEmbed.embedConversation(document.querySelector('div'), {
      src: '${src}', framework: 'talking-points-community', patience: 500,
    });
  </script>`;

describe('The page in a frame', () => {
  it('speaks to its own origin without any list', async () => {
    const own = await serve({ '/': host('/embed.html') });
    const { page, trouble } = await openPage(browser);
    await page.goto(own);
    await (await frameOf(page)).getByRole('heading', { name: 'What matters' }).waitFor();
    expect(trouble).toEqual(none);
  });

  it('refuses a page of another origin that is not in its list, and says so to whoever looks', async () => {
    const frames = await serve();
    const stranger = await serve({ '/': host(`${frames}/embed.html`) });
    const { page } = await openPage(browser);
    await page.goto(stranger);
    const frame = await frameOf(page);
    await frame.getByText(`${stranger} may not show this page.`).waitFor();
    expect(await frame.locator('tp-conversation').count()).toBe(0);
    await expect.poll(() => page.locator('output').textContent(), patiently).toBe('frame-no-answer');
  });

  it('cannot be told in its address who may show it', async () => {
    const frames = await serve();
    const stranger: string = await serve({
      '/': host(`${frames}/embed.html?parents=*&talking-points-parents=*`),
    });
    const { page } = await openPage(browser);
    await page.goto(stranger);
    await (await frameOf(page)).getByText('may not show this page.').waitFor();
  });

  it('says that its list is written wrongly', async () => {
    const list = 'https://a.example/ * https://b.example';
    const document = readFileSync(join(packed(), 'dist/embed/embed.html'), 'utf8');
    const frames = await serve({
      '/embed.html': document.replace('parents" content=""', `parents" content="${list}"`),
      '/': '<!doctype html><title>A host</title><iframe title="A frame" src="/embed.html"></iframe>',
    });
    const { page } = await openPage(browser);
    await page.goto(frames);
    const frame = await frameOf(page);
    expect(await frame.getByRole('alert').textContent()).toContain('https://a.example/, *.');
  });

  it('is not shown at all where its header does not allow it', async () => {
    const { page } = await openPage(browser);
    await page.goto(address);
    const src = await page.locator('#conversation').getAttribute('data-src');
    const stranger = await serve({ '/': host(src ?? '') });
    await page.goto(stranger);
    await expect.poll(() => page.locator('output').textContent(), patiently).toBe('frame-no-answer');
    expect(await (await frameOf(page)).locator('main').count()).toBe(0);
  });

  it('runs no other script than the one that it names', async () => {
    const own = await serve({
      '/': host('/embed.html'),
      '/embed.js': `${readFileSync(join(packed(), 'dist/embed/embed.js'), 'utf8')}\ndocument.title = 'stranger';`,
    });
    const { page, trouble } = await openPage(browser);
    await page.goto(own);
    await expect.poll(() => trouble.errors.join()).toContain('integrity');
    expect(await (await frameOf(page)).title()).not.toBe('stranger');
  });

  it('reaches no server, whatever is in a record', async () => {
    const { page, frame } = await begin();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const reached = await frame.evaluate(async () => {
      const tries = [fetch('/embed.css'), fetch('https://elsewhere.example/')];
      return (await Promise.allSettled(tries)).map(({ status }) => status);
    });
    expect(reached).toEqual(['rejected', 'rejected']);
    expect(asked).toEqual([]);
  });
});

describe('The files for a frame', () => {
  it('never speak to just anybody', () => {
    for (const file of ['dist/embed/client.js', 'dist/embed/embed.js', 'dist/frame/client.js', 'dist/frame/page.js']) {
      const code = readFileSync(join(packed(), file), 'utf8');
      expect(code.match(/postMessage\([^)]*["'`][*/]["'`]/g)).toBe(null);
    }
  });
});
