// Serves the pages from this machine to itself.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pageData } from './data.js';

const head = readFileSync(new URL(import.meta.resolve('./page.js')), 'utf8');

/** @param {number} count */
const document = (count) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Benchmark</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script type="application/json" id="data">${JSON.stringify(pageData(count)).replaceAll('<', '\\u003c')}</script>
<script>${head}</script><body></body></html>`;

/**
 * `/15/` is an empty page that holds the data of 15 outcomes; `/leaves.js` is a bundle.
 * @param {ReadonlyMap<string, { code: string }>} bundles
 */
export async function serve(bundles) {
  /** @type {Map<string, string>} */
  const documents = new Map();
  const server = createServer(({ url = '' }, response) => {
    const count = /^\/(\d+)\/$/.exec(url)?.[1];
    const code = bundles.get(url.slice(1, -3))?.code;
    const found = count !== undefined || code !== undefined;
    if (count !== undefined && !documents.has(count)) documents.set(count, document(Number(count)));
    response.writeHead(found ? 200 : 404, {
      'content-type': count === undefined ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // Only a page that is isolated from others gets a clock finer than a tenth of a millisecond.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(count === undefined ? code : documents.get(count));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
