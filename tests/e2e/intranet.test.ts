import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { openPage, startBrowser } from './support/browser.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording, storedLast } from './support/recording.js';

const name = 'kinfolk.intranet';
let host: Host;
let server: ReturnType<typeof createServer>;

/**
 * An intranet's server in front of the host: plain http under a name, which is not a secure context. The host itself answers on this
 * machine only, so each request is told to it as its own.
 */
beforeAll(async () => {
  host = await startHost(join(temporaryFolder(), 'intranet.db'));
  const own = new URL(host.url);
  server = createServer((request, response) => {
    const headers = { ...request.headers, host: own.host, ...(request.headers.origin && { origin: own.origin }) };
    const { url, method } = request;
    const asked = forward({ host: own.hostname, port: own.port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(asked);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return async () => {
    server.closeAllConnections();
    server.close();
    await host.stop();
  };
});

async function recordSomething(page: Page, url: string): Promise<OutcomeRecord> {
  const recording = new Recording(page);
  await recording.open(url, 'aisha-rahman');
  await recording.choose('Feeling safe', 'Seeing people');
  await recording.write(recording.card('Feeling safe').words, 'At night.');
  await recording.card('Seeing people').rate('Aisha’s view', 'None of the time');
  await recording.card('Seeing people').fold('Next steps');
  await recording.card('Seeing people').button('Something Aisha will do').click();
  await recording.card('Seeing people').write('What will Aisha do?', 'Phone Ina');
  await recording.complete.click();
  await recording.says('Saved.');
  return (await storedLast(host.url, 'aisha-rahman')).record;
}

function expectWhole({ id, entries }: OutcomeRecord): void {
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(
    entries.map(({ narrative, ratings, actions }) => [narrative?.[0]?.text, ratings?.[0]?.answer, actions?.[0]?.what]),
  ).toEqual([
    ['At night.', undefined, undefined],
    [undefined, { kind: 'answered', value: 'none' }, 'Phone Ina'],
  ]);
  const ids = entries.flatMap((entry) => [entry.id, ...(entry.narrative ?? []).map((one) => one.id)]);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('On a plain http intranet', () => {
  it('a conversation is recorded where the browser has no secure context', async () => {
    const browser = await startBrowser([`--host-resolver-rules=MAP ${name} 127.0.0.1`]);
    const { page, trouble } = await openPage(browser);
    const { port } = server.address() as AddressInfo;
    const record = await recordSomething(page, `http://${name}:${String(port)}`);
    expect(
      await page.evaluate(() => [
        isSecureContext,
        'randomUUID' in crypto,
        'subtle' in crypto,
        'locks' in navigator,
        'storage' in navigator,
      ]),
    ).toEqual([false, false, false, false, false]);
    expectWhole(record);
    expect(trouble.violations).toEqual([]);
    // The browser says that it ignores a header of the host there; the page itself has no trouble.
    expect(trouble.errors.filter((error) => !error.includes('Cross-Origin-Opener-Policy'))).toEqual([]);
  });

  it('and in an old browser without these parts', async () => {
    const { context, page, trouble } = await openPage(await startBrowser());
    await context.addInitScript(() => {
      for (const [prototype, names] of [
        [Crypto.prototype, ['randomUUID', 'subtle']],
        [Navigator.prototype, ['locks', 'storage']],
      ] as const)
        for (const one of names) Reflect.deleteProperty(prototype, one);
    });
    const record = await recordSomething(page, host.url);
    expect(await page.evaluate(() => ['randomUUID' in crypto, 'subtle' in crypto, 'locks' in navigator])).toEqual([
      false,
      false,
      false,
    ]);
    expectWhole(record);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});
