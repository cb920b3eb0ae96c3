/* global customElements, document -- of the page, in what is sent to it */
// Prints the person's copy of made-up records in headless Chromium, as a host would, and reads what is on each sheet.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { long, mirrored, short } from './print-records.mjs';

/**
 * @typedef {object} Copy
 * @property {'normal' | 'large' | 'easy'} layout
 * @property {'short' | 'long'} length
 * @property {'ltr' | 'rtl'} direction
 * @property {'A4' | 'Letter'} paper
 * @property {'person' | 'family' | 'agencies'} [audience]
 * @property {import('../../src/schema/record.js').OutcomeRecord} [record] instead of the made-up ones
 */

/** @type {Copy[]} */
export const copies = /** @type {const} */ (['normal', 'large', 'easy']).flatMap((layout) =>
  /** @type {const} */ (['short', 'long']).flatMap((length) =>
    /** @type {const} */ (['ltr', 'rtl']).flatMap((direction) =>
      /** @type {const} */ (['A4', 'Letter']).map((paper) => ({ layout, length, direction, paper })),
    ),
  ),
);

/** @param {Copy} copy */
export const nameOf = ({ layout, length, direction, paper }) =>
  [layout, length, direction, paper.toLowerCase()].join('-');

/** @param {Copy} copy */
export const recordOf = ({ length, record }) => record ?? { short, long }[length];

/** A host's page, with what hosts have around a copy, and which is not to be printed. */
const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Kinfolk</title>
<link rel="stylesheet" href="/themes/print.css">
<script type="module">
  import * as library from '/cdn/talking-points-elements.js';
  import '/cdn/talking-points-review.js';
  Object.assign(globalThis, { library });
</script>
<body><header>A page of the host’s, at https://kinfolk.example</header>
<main><nav><a href="https://kinfolk.example">People</a></nav><tp-record-summary></tp-record-summary></main>
<footer>The host’s last line</footer></body></html>`;

/** Serves that page and the built files to this computer alone. */
export async function startPrinting() {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    const known = /^\/(cdn|themes)\/[\w-]+\.(js|css)$/.test(path);
    if (path !== '/' && !known) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8` })
        .end(known ? readFileSync(`dist${path}`) : page);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The page to print could not be served.');
  return { url: `http://127.0.0.1:${String(address.port)}/`, stop: () => server.close() };
}

/** A picture for the easy layout: a circle, drawn by us. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-label=""><circle cx="5" cy="5" r="4" fill="none" stroke="black"/></svg>';

/**
 * The copy as a PDF, as the browser's own print dialogue makes it.
 * @param {import('playwright-core').Page} browserPage that shows the host's page
 * @param {Copy} copy
 */
export async function printed(browserPage, copy) {
  const { layout, direction, paper, audience = 'person' } = copy;
  await browserPage.evaluate(
    async ({ record, layout, direction, audience, picture, mirroredStrings }) => {
      await customElements.whenDefined('tp-record-summary');
      const element = document.createElement('tp-record-summary');
      document.documentElement.dir = direction;
      document.documentElement.lang = direction === 'rtl' ? 'he' : 'en-GB';
      for (const { outcomes, id } of layout === 'easy' ? record.entries : []) {
        const holder = document.createElement('div');
        holder.innerHTML = picture;
        const [drawing] = holder.children;
        if (!drawing) continue;
        drawing.slot = `picture-${outcomes[0]?.id ?? id}`;
        element.append(drawing);
      }
      for (const [slot, words] of [
        ['letterhead', 'Strathmorn Partnership'],
        ['contact', 'Mairi Campbell, 01632 960001'],
      ]) {
        const holder = document.createElement('p');
        holder.slot = slot ?? '';
        holder.textContent = words ?? '';
        element.append(holder);
      }
      Object.assign(element, { record, layout, audience, ...(direction === 'rtl' && { strings: mirroredStrings }) });
      document.querySelector('tp-record-summary')?.replaceWith(element);
      await Reflect.get(element, 'updateComplete');
    },
    {
      record: recordOf(copy),
      layout,
      direction,
      audience,
      picture,
      mirroredStrings: await mirroredStrings(browserPage),
    },
  );
  return browserPage.pdf({ format: paper, preferCSSPageSize: true });
}

/** The element's English, letter by letter from the other side. @param {import('playwright-core').Page} browserPage */
async function mirroredStrings(browserPage) {
  /** @type {Record<string, string>} */
  const english = await browserPage.evaluate(async () => {
    await customElements.whenDefined('tp-record-summary');
    return Reflect.get(customElements.get('tp-record-summary') ?? {}, 'english');
  });
  return Object.fromEntries(Object.entries(english).map(([key, words]) => [key, mirrored(words)]));
}

/** @typedef {{ text: string, left: number, top: number, right: number, bottom: number }} Word */
/** @typedef {{ width: number, height: number, words: Word[] }} Sheet */

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The words on each sheet, and where they stand, in points. @param {string} file @returns {Sheet[]} */
export function sheetsOf(file) {
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (status !== 0) throw new Error(`pdftotext could not read ${file}: ${stderr}`);
  return stdout
    .split('<page ')
    .slice(1)
    .map((text) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
      return {
        width: Number(width),
        height: Number(height),
        words: [
          ...text.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs),
        ].map(([, left, top, right, bottom, word = '']) => ({
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
          text: word.replace(/&(\w+);/g, (whole, name) => entities.get(name) ?? whole),
        })),
      };
    });
}
