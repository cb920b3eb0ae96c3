// Two small web servers, so that the page and the frame are of two origins, each with the headers that it needs.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A server for a folder. `changed` fills in what the files cannot know. */
function serve(folder, policy, changed, port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST' && pathname === '/api/records') {
      response.writeHead(201).end();
      return;
    }
    try {
      const file = pathname === '/' ? '/index.html' : pathname;
      const body = pathname === '/favicon.ico' ? '' : readFileSync(`dist/${folder}${file}`, 'utf8');
      const headers = { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy() };
      response.writeHead(200, headers).end(changed(body));
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}`));
  });
}

let page = '';
let frame = '';
const port = Number(process.env.PORT ?? 3000);
frame = await serve(
  'frame',
  // The policy of embed.html, and who may frame it, which only a header can say.
  () =>
    `default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${page}; require-trusted-types-for 'script'; trusted-types lit-html`,
  // Whoever runs the page in the frame says which pages may show it.
  (body) => body.replace('name="talking-points-parents" content=""', `name="talking-points-parents" content="${page}"`),
  port === 0 ? 0 : port + 1,
);
page = await serve(
  'page',
  () =>
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src ${frame}; require-trusted-types-for 'script'`,
  (body) => body.replace('{frame}', frame),
  port,
);
console.log(page);
