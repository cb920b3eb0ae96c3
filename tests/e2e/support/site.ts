import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedLibrary } from './host.js';

export interface Site {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * A site of plain pages with the library's one CDN file, as the simplest of vendors would make them. A form that is sent to `/sent` is
 * answered with what came, as it came.
 */
export async function startSite(pages: Readonly<Record<string, string>>): Promise<Site> {
  const library = readFileSync(join(packedLibrary(), 'dist/cdn/talking-points-elements.js'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/library.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(library);
      return;
    }
    if (pathname === '/sent') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(Buffer.concat(parts));
      });
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = pages[pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      page &&
        `<!doctype html><html lang="en"><title>Site</title><script type="module" src="/library.js"></script>${page}`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}
