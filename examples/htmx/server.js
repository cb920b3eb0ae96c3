import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import * as pages from './pages.js';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/** @type {readonly pages.Person[]} */
const people = [
  { id: 'p-204', name: 'Jean', framework: 'talking-points-community' },
  { id: 'p-317', name: 'Wullie', framework: 'talking-points-carers' },
];
/** Drafts by person. Yours are in a database. @type {Map<string, pages.OutcomeRecord>} */
const drafts = new Map();

/** @type {Record<string, string>} */
const assets = {
  '/assets/talking-points-elements.js': fileURLToPath(
    import.meta.resolve('talking-points-elements/cdn/talking-points-elements.js'),
  ),
  '/assets/htmx.js': fileURLToPath(new URL('htmx.esm.js', import.meta.resolve('htmx.org'))),
  '/assets/host.css': fileURLToPath(new URL('public/host.css', import.meta.url)),
  '/assets/visit.js': fileURLToPath(new URL('public/visit.js', import.meta.url)),
};
// Without require-trusted-types-for: htmx reads what the server sends as HTML. The elements themselves need no exception.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** The fields of a form. @param {IncomingMessage} request */
async function fields(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return new URLSearchParams(body);
}

/** What is at an address; nothing where there is nothing. @param {IncomingMessage} request @returns {Promise<string | undefined>} */
async function answer(request) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [first] = people;
  if (pathname === '/' && first) return pages.page(pages.visit(people, first, drafts.get(first.id), true));
  if (pathname === '/safety' && request.method === 'GET') return pages.safety('', 'most');
  if (pathname === '/safety') {
    const sent = await fields(request);
    return pages.safety(sent.toString() || 'nothing', sent.get('safe') ?? undefined);
  }
  const [, id, draft] = /^\/people\/([\w-]+)(\/draft)?$/.exec(pathname) ?? [];
  const person = people.find((one) => one.id === id);
  if (!person) return undefined;
  if (draft && request.method === 'PUT') {
    const sent = await fields(request);
    drafts.set(person.id, JSON.parse(sent.get('record') ?? 'null'));
    return pages.kept(drafts.get(person.id));
  }
  return pages.visit(people, person, drafts.get(person.id), !searchParams.has('closed'));
}

const server = createServer((request, response) => {
  const asset = assets[request.url ?? ''];
  if (asset) {
    response
      .writeHead(200, { 'content-type': asset.endsWith('.css') ? 'text/css' : 'text/javascript' })
      .end(readFileSync(asset));
    return;
  }
  answer(request).then(
    (html) => {
      if (html === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
          .end(html);
    },
    (error) => response.writeHead(500).end(String(error)),
  );
});

server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
