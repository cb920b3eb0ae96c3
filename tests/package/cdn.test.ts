import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { packed, read } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

const integrity = (file = 'talking-points-elements.js'): string =>
  read<Readonly<Record<string, string>>>('dist/cdn/sri.json')[file] ?? '';

/** A page that has nothing but the one file, checked as its integrity says. What the elements tell, it keeps. */
const alone = (src: string): string => `<!doctype html><title>A host</title>
  <script type="module" src="${src}" integrity="${integrity()}" crossorigin="anonymous"></script>
  <script>
    globalThis.told = [];
    for (const type of ['tp-record-change', 'tp-record-complete', 'tp-error'])
      document.addEventListener(type, ({ detail }) => told.push(detail));
  </script>
  <tp-rating-scale scale="met-3" label="How far has this been met?"></tp-rating-scale>
  <tp-conversation framework="talking-points-community" scales="[]" subject='{"id":"jean","name":"Jean"}'></tp-conversation>`;

let browser: Browser;
let files = 0;
let script = '';
beforeAll(async () => {
  browser = await startChromium();
  files = await serve(join(packed(), 'dist/cdn'));
  script = `http://127.0.0.1:${String(files)}/talking-points-elements.js`;
});

const told = (): unknown => (globalThis as unknown as { told: unknown }).told;

/** Records a whole conversation as somebody would, and completes it. */
async function converse(place: Page | FrameLocator): Promise<void> {
  await place.getByRole('radio', { name: 'Partly met' }).first().click();
  const conversation = place.locator('tp-conversation');
  await conversation.getByRole('checkbox', { name: 'Seeing people' }).click();
  const card = conversation.locator('tp-outcome').first();
  await card.locator('textarea').first().fill('I miss the laughing.');
  await card.getByRole('radio', { name: 'Some of the time' }).first().click();
  await conversation.locator('[part=complete]').click();
}

const lastRecord = (details: unknown): OutcomeRecord | undefined =>
  (details as { record?: OutcomeRecord }[]).findLast(({ record }) => record)?.record;

const wasRecorded = (details: unknown): void => {
  const record = lastRecord(details);
  expect(record?.status).toBe('completed');
  expect(record?.entries[0]?.narrative?.[0]?.text).toBe('I miss the laughing.');
  expect(record?.entries[0]?.ratings?.[0]?.answer).toEqual({ kind: 'answered', value: 'some' });
  expect(record?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
};

describe('the files for a script tag', () => {
  it('have names that stay, and none needs a file that has not', () => {
    expect(
      Object.keys(read<object>('dist/cdn/sri.json')).filter((file) => !/^talking-points-[a-z-]+\.js$/.test(file)),
    ).toEqual([]);
  });
});

describe('the file for a script tag, alone', () => {
  it('records a conversation in a sandboxed frame, whose origin is opaque', async () => {
    const port = await serve(packed(), {
      '/': '<!doctype html><title>A host</title><iframe sandbox="allow-scripts" src="frame" width="900" height="800"></iframe>',
      '/frame': alone(script),
    });
    const { page, errors } = await openPage(browser);
    await page.goto(`http://localhost:${String(port)}/`);
    await page.frameLocator('iframe').locator('tp-rating-scale').waitFor();
    const frame = page.frames().find((one) => one.url().endsWith('/frame'));
    expect(await frame?.evaluate(() => origin)).toBe('null');
    await converse(page.frameLocator('iframe'));
    await expect.poll(async () => lastRecord(await frame?.evaluate(told))?.status).toBe('completed');
    wasRecorded(await frame?.evaluate(told));
    expect(errors).toEqual([]);
  });

  it('records a conversation on plain http, where the browser has no secure context', async () => {
    const port = await serve(packed(), { '/': alone(script) });
    const { page, errors } = await openPage(browser);
    await page.goto(`http://host.test:${String(port)}/`);
    expect(
      await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'subtle' in crypto, 'locks' in navigator]),
    ).toEqual([false, false, false, false]);
    await converse(page);
    await expect.poll(async () => lastRecord(await page.evaluate(told))?.status).toBe('completed');
    wasRecorded(await page.evaluate(told));
    expect(errors).toEqual([]);
  });

  it('is refused by the browser when it is not the file that the integrity names', async () => {
    const other = integrity().replace(/^sha384-./, (start) => (start.endsWith('A') ? 'sha384-B' : 'sha384-A'));
    const port = await serve(packed(), { '/': alone(script).replace(integrity(), other) });
    const { page, errors } = await openPage(browser);
    await page.goto(`http://localhost:${String(port)}/`);
    expect(await page.evaluate(() => customElements.get('tp-conversation') === undefined)).toBe(true);
    expect(errors.join()).toContain('integrity');
  });

  it('is read twice without harm', async () => {
    const port = await serve(packed(), {
      '/': `${alone(script)}<script type="module" src="${script}?again"></script>`,
    });
    const { page, errors } = await openPage(browser);
    await page.goto(`http://localhost:${String(port)}/`);
    await converse(page);
    await expect.poll(async () => lastRecord(await page.evaluate(told))?.status).toBe('completed');
    expect(errors).toEqual([]);
  });
});

describe('the second file, of what looks back', () => {
  const second = (): string =>
    `<script type="module" src="${script.replace('elements.js', 'review.js')}" integrity="${integrity('talking-points-review.js')}" crossorigin="anonymous"></script>`;

  it('adds them to what the first has registered', async () => {
    const port = await serve(packed(), {
      '/': `${alone(script)}${second()}<tp-outcome-star></tp-outcome-star><tp-outcome-timeline></tp-outcome-timeline>`,
    });
    const { page, errors } = await openPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`http://localhost:${String(port)}/`);
    await converse(page);
    await expect.poll(async () => lastRecord(await page.evaluate(told))?.status).toBe('completed');
    const records = [lastRecord(await page.evaluate(told))];
    await page.evaluate((given) => {
      for (const chart of document.querySelectorAll('tp-outcome-star, tp-outcome-timeline'))
        Object.assign(chart, { records: given });
    }, records);
    await page.locator('tp-outcome-star table').getByText('Some of the time').waitFor();
    await page.locator('tp-outcome-timeline table').getByText('Some of the time').first().waitFor();
    expect(asked.filter((path) => path.endsWith('.js')).toSorted()).toEqual([
      '/talking-points-elements.js',
      '/talking-points-review.js',
    ]);
    expect(errors).toEqual([]);
  });

  it('is not needed to record and review', async () => {
    const port = await serve(packed(), { '/': alone(script) });
    const { page } = await openPage(browser);
    await page.goto(`http://localhost:${String(port)}/`);
    await page.locator('tp-conversation').getByRole('checkbox').first().waitFor();
    const known = (tags: readonly string[]) => tags.filter((tag) => customElements.get(tag) !== undefined);
    expect(await page.evaluate(known, ['tp-conversation', 'tp-review-comparison', 'tp-outcome-star'])).toEqual([
      'tp-conversation',
    ]);
  });
});

/** Notes everything that could send or keep data. Runs before any script of the page. */
function watch(): void {
  const used: string[] = [];
  Object.assign(globalThis, { used });
  const wrap = (object: object | undefined, name: string, label = name): void => {
    const original = object && (Reflect.get(object, name) as unknown);
    if (!object || typeof original !== 'function') return;
    const noting = new Proxy(original, {
      apply(target, self, args) {
        used.push(label);
        return Reflect.apply(target, self, args) as unknown;
      },
      construct(target, args) {
        used.push(label);
        return Reflect.construct(target, args) as object;
      },
    });
    Object.defineProperty(object, name, { configurable: true, writable: true, value: noting });
  };
  for (const name of [
    'fetch',
    'fetchLater',
    'WebSocket',
    'WebTransport',
    'EventSource',
    'BroadcastChannel',
    'Worker',
    'SharedWorker',
    'RTCPeerConnection',
    'Image',
    'open',
    'postMessage',
  ])
    wrap(globalThis, name);
  wrap(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
  wrap(Navigator.prototype, 'sendBeacon');
  for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) wrap(Storage.prototype, name, 'Storage');
  for (const name of ['open', 'databases', 'deleteDatabase']) wrap(IDBFactory.prototype, name, 'indexedDB');
  if ('CacheStorage' in globalThis) for (const name of ['open', 'match']) wrap(CacheStorage.prototype, name, 'caches');
  wrap((globalThis as { CookieStore?: { prototype: object } }).CookieStore?.prototype, 'set', 'cookieStore');
  if ('ServiceWorkerContainer' in globalThis) wrap(ServiceWorkerContainer.prototype, 'register', 'serviceWorker');
  for (const name of ['pushState', 'replaceState']) wrap(History.prototype, name);
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    const own = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        used.push(name);
        return own?.get?.call(globalThis) as unknown;
      },
    });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get(this: Document) {
      used.push('cookie');
      return cookie?.get?.call(this) as unknown;
    },
    set(this: Document, value: string) {
      used.push('cookie');
      cookie?.set?.call(this, value);
    },
  });
}

const used = (): unknown => (globalThis as unknown as { used: unknown }).used;

describe('a good guest', () => {
  it('sends nothing and keeps nothing while a conversation is recorded', async () => {
    const port = await serve(packed(), { '/': alone(script) });
    const { page, errors } = await openPage(browser, watch);
    await page.goto(`http://localhost:${String(port)}/`);
    await page.locator('tp-rating-scale').waitFor();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await converse(page);
    await expect.poll(async () => lastRecord(await page.evaluate(told))?.status).toBe('completed');
    expect(await page.evaluate(used)).toEqual([]);
    expect(requests.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('would be found out', async () => {
    const port = await serve(packed(), { '/': '<!doctype html><title>A host</title>' });
    const { page } = await openPage(browser, watch);
    await page.goto(`http://localhost:${String(port)}/`);
    await page.evaluate(async () => {
      document.cookie = 'a=1';
      localStorage.setItem('a', '1');
      sessionStorage.getItem('a');
      indexedDB.open('a');
      await caches.open('a');
      navigator.sendBeacon('/a');
      await fetch('/a');
      new XMLHttpRequest().open('GET', '/a');
      new BroadcastChannel('a').close();
      history.replaceState(null, '', '/a');
    });
    expect(await page.evaluate(used)).toEqual(
      expect.arrayContaining([
        ...['cookie', 'localStorage', 'Storage', 'sessionStorage', 'indexedDB', 'caches', 'sendBeacon', 'fetch'],
        ...['XMLHttpRequest', 'BroadcastChannel', 'replaceState'],
      ]),
    );
  });
});
