// Pictures of the catalogue to look at (node_modules/.cache/screenshots), and the three of the README (docs/pictures).
// `npm run screenshots` builds the catalogue first. With words after it, only the pictures whose name holds one of them are taken.
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browsers.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));

const catalogue = resolve('storybook-static');
const cache = 'node_modules/.cache/screenshots';
const pictures = 'docs/pictures';
/** A picture of the README has to load in a moment. */
const largest = 200_000;

/** @typedef {import('playwright-core').BrowserContextOptions} Context */
/**
 * @typedef {object} Mode
 * @property {number} width
 * @property {string} [globals] of the catalogue's toolbar
 * @property {Context} [context]
 * @property {boolean} [print]
 * @property {boolean} [largeText] the browser's own text size, at 200 %
 */

/** @type {Record<string, Mode>} */
const modes = {
  320: { width: 320 },
  768: { width: 768 },
  1280: { width: 1280 },
  dark: { width: 768, globals: 'theme:dark' },
  'forced-colours': { width: 768, context: { forcedColors: 'active' } },
  'right-to-left': { width: 768, globals: 'direction:rtl' },
  'text-200': { width: 768, largeText: true },
  print: { width: 794, print: true },
};

const stories = [
  'elements-conversation--empty',
  'elements-conversation--partly-filled',
  'elements-conversation--one-outcome-at-a-time',
  'elements-conversation--not-saved',
  'elements-conversation--completed',
  'elements-outcome--empty',
  'elements-outcome--filled',
  'elements-outcome--read-only',
  'elements-rating-scale--every-scale',
  'elements-rating-scale--off-the-scale',
  'elements-rating-scale--ladder',
  'elements-rating-scale--licensed',
  'elements-narrative--whose-words',
  'elements-narrative--invalid',
  'elements-contributors--filled',
  'elements-actions--filled',
  'elements-prompt--open',
  'elements-conversation--review',
  'elements-review-comparison--cards',
  'elements-review-comparison--table',
  'elements-outcome-star--three-conversations',
  'elements-outcome-timeline--one-outcome',
  'elements-outcome-timeline--all',
  'elements-record-summary--review',
  'elements-record-conflict--both-versions',
  'elements-record-conflict--missing',
  'theming--partnership',
  'drafts--found',
  'drafts--looked-at',
  'drafts--went-on',
  'drafts--not-now',
  'drafts--discarding',
  'drafts--kept',
  'drafts--other-tab',
  'drafts--older',
  'drafts--full',
  'drafts--unreadable',
  'drafts--left',
];

/** Stories that are of one mode by themselves. */
const single = [
  'elements-rating-scale--right-to-left',
  'elements-outcome--right-to-left',
  'elements-conversation--right-to-left',
  'elements-outcome--entered-in-error',
  'elements-outcome--concern',
  'theming--high-contrast',
  'theming--paper',
  'theming--partnership-dark',
  'theming--compact',
];

const docs = [
  'start-here--overview',
  'elements-rating-scale--overview',
  'theming--overview',
  'events--overview',
  'drafts--overview',
];

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
]);

/** Serves the built catalogue to this computer alone. */
async function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(catalogue, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(catalogue) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types.get(extname(file)) ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The catalogue could not be served.');
  return { server, origin: `http://127.0.0.1:${String(address.port)}` };
}

if (!existsSync(join(catalogue, 'iframe.html'))) throw new Error('First: npm run build-storybook');
for (const folder of [cache, pictures]) mkdirSync(folder, { recursive: true });
const { server, origin } = await serve();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
/** @type {string[]} */
const foreign = [];

/**
 * A page for pictures of one mode.
 * @param {Mode} mode
 */
async function pageFor({ width, context, print }) {
  const own = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...context,
  });
  const page = await own.newPage();
  page.setDefaultTimeout(120_000);
  if (print) await page.emulateMedia({ media: 'print' });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  return page;
}

/**
 * Opens a story, or a page in words, and waits until it has come to its end.
 * @param {import('playwright-core').Page} page
 * @param {string} story
 * @param {Mode} mode
 */
async function open(page, story, { globals, largeText }) {
  const viewMode = docs.includes(story) ? 'docs' : 'story';
  await page.goto(`${origin}/iframe.html?id=${story}&viewMode=${viewMode}${globals ? `&globals=${globals}` : ''}`);
  if (largeText) await page.addStyleTag({ content: ':root { font-size: 200% !important }' });
  if (viewMode === 'docs') {
    await page.waitForSelector('#storybook-docs h1');
    // Stories on such a page are drawn one after the other, and nothing tells of the last.
    await page.waitForTimeout(3000);
  } else
    await page.waitForFunction(() => {
      const { currentRender } = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__') ?? {};
      return ['finished', 'completed', 'errored', 'aborted'].includes(currentRender?.phase);
    });
  await page.evaluate('document.fonts.ready');
}

const wanted = process.argv.slice(2);
/** @param {string} name */
const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word));

let taken = 0;
/** @param {string[]} ids @param {string} suffix @param {Mode} mode */
async function take(ids, suffix, mode) {
  const shots = ids.map((id) => ({ id, name: `${id}.${suffix}` })).filter(({ name }) => isWanted(name));
  if (shots.length === 0) return;
  const page = await pageFor(mode);
  for (const { id, name } of shots) {
    await open(page, id, mode);
    await page.screenshot({ path: join(cache, `${name}.png`), fullPage: true });
    taken += 1;
  }
  await page.context().close();
}

/** Takes a picture for the README. @param {string} story @param {string} name @param {number} height */
async function picture(story, name, height) {
  const path = join(pictures, `${name}.png`);
  if (!isWanted(path)) return;
  const mode = { width: 860, context: { viewport: { width: 860, height }, deviceScaleFactor: 1.25 } };
  const page = await pageFor(mode);
  await open(page, story, mode);
  await page.screenshot({ path });
  await page.context().close();
  const { size } = statSync(path);
  if (size > largest) throw new Error(`${path} has ${String(size)} bytes; ${String(largest)} is the most.`);
  console.log(`${path} (${String(Math.round(size / 1000))} kB)`);
}

try {
  for (const [name, mode] of Object.entries(modes)) await take(stories, name, mode);
  await take(single, '768', { width: 768 });
  await take(docs, '1280', { width: 1280 });
  await take(docs, 'dark', { width: 1280, globals: 'theme:dark' });
  await picture('elements-outcome--filled', 'outcome', 1150);
  await picture('elements-conversation--partly-filled', 'conversation', 1150);
  await picture('elements-rating-scale--every-scale', 'rating-scales', 1000);
} finally {
  await browser.close();
  server.close();
}
console.log(`${String(taken)} pictures in ${cache}`);
if (foreign.length > 0) throw new Error(`The catalogue asked elsewhere for: ${foreign.join(', ')}`);
