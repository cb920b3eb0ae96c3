import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf, post } from './support/api.js';
import { packedLibrary, spawnHost, startHost, temporaryFolder } from './support/host.js';
import { conversationWith, correctionOf } from './support/records.js';

const jean = 'jean-morrison';
const folder = temporaryFolder();
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const tables = (file: string, query: string): unknown[] => {
  const database = new DatabaseSync(file);
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
};

describe('Killed with -9', () => {
  it('has every record that it acknowledged, whole, and nothing torn', async () => {
    const random = numbersFrom(20261120);
    const file = join(folder, 'killed.db');
    const sent = new Map<string, { record: OutcomeRecord; text: string }>();
    const acknowledged = new Map<string, string>();
    let cutOff = 0;
    for (let round = 0; round < 8; round++) {
      const { url, stop } = await startHost(file);
      let killed = false;
      const isKilled = (): boolean => killed;
      const sendOneAfterTheOther = async (): Promise<void> => {
        while (!isKilled()) {
          // From a sentence to a few hundred kilobytes: a large one takes many pages of the file.
          const words = `Tuesday ${'and the laughing '.repeat(Math.floor(random() ** 4 * 20_000))}`;
          const record = conversationWith(jean, words);
          const text = JSON.stringify(record);
          sent.set(record.id, { record, text });
          const answer = await post(url, jean, text).catch(() => undefined);
          if (answer === undefined) {
            cutOff++;
            if (!isKilled()) throw new Error('The host went away by itself.');
          } else {
            expect(answer.status).toBe(201);
            acknowledged.set(record.id, answer.body.etag ?? '');
          }
        }
      };
      const senders = Array.from({ length: 6 }, sendOneAfterTheOther);
      await wait(30 + random() * 400);
      killed = true;
      expect((await stop('SIGKILL')).signal).toBe('SIGKILL');
      await Promise.all(senders);

      const after = await startHost(file);
      const there = await listOf(after.url, jean);
      const ids = new Set(there.map(({ id }) => id));
      expect([...acknowledged.keys()].filter((id) => !ids.has(id))).toEqual([]);
      // Those that were not acknowledged may be there too, but then as a whole.
      for (const { id, href, etag } of there.filter((one) => sent.has(one.id))) {
        expect((await get(after.url + href)).text === sent.get(id)?.text).toBe(true);
        if (acknowledged.has(id)) expect(etag).toBe(acknowledged.get(id));
      }
      await after.stop();
      expect(tables(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }
    expect(acknowledged.size).toBeGreaterThan(20);
    expect(cutOff).toBeGreaterThan(0);

    // A page that got no answer sends its record again: each is there once.
    const { url, stop } = await startHost(file);
    for (const { record, text } of sent.values()) {
      const { status } = await post(url, jean, text);
      expect(status).toBeOneOf(acknowledged.has(record.id) ? [200] : [200, 201]);
    }
    const ids = (await listOf(url, jean)).map(({ id }) => id).filter((id) => sent.has(id));
    expect(new Set(ids).size).toBe(sent.size);
    expect(ids).toHaveLength(sent.size);
    await stop();
  });

  it('while it fills a new file, leaves a file that it can start from', async () => {
    const random = numbersFrom(7);
    for (let round = 0; round < 5; round++) {
      const file = join(folder, `new-${round}.db`);
      const { ended, kill } = spawnHost(['--library', packedLibrary(), '--data', file, '--port', '0']);
      await wait(150 + random() * 500);
      kill('SIGKILL');
      await ended;
      const { stop } = await startHost(file);
      await stop();
      expect(
        tables(file, 'SELECT (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM records) AS records'),
      ).toEqual([{ people: 6, records: 12 }]);
    }
  });
});

describe('The database', () => {
  it('itself refuses to change, replace or delete a record', async () => {
    const file = join(folder, 'append-only.db');
    const { url, stop } = await startHost(file);
    const record = conversationWith(jean, 'x');
    const etag = (await post(url, jean, record)).body.etag ?? '';
    await post(url, jean, correctionOf(record, 'y'), { 'if-match': etag });
    await stop();
    const before = tables(file, 'SELECT * FROM records');
    const database = new DatabaseSync(file);
    expect(() => database.exec("UPDATE records SET body = '{}'")).toThrow('never changed');
    expect(() => database.exec('DELETE FROM records')).toThrow('never deleted');
    const columns = 'id, person_id, body, etag, amends, stored_at';
    expect(() =>
      database.exec(`INSERT OR REPLACE INTO records (${columns}) SELECT ${columns} FROM records LIMIT 1`),
    ).toThrow('never replaced');
    expect(() =>
      database.exec(
        `INSERT OR REPLACE INTO records (${columns}) SELECT 'other', person_id, body, etag, amends, stored_at FROM records WHERE amends IS NOT NULL LIMIT 1`,
      ),
    ).toThrow('never replaced');
    database.close();
    expect(tables(file, 'SELECT * FROM records')).toEqual(before);
  });

  it('is filled once, and anew with --reset', async () => {
    const file = join(folder, 'reset.db');
    const first = await startHost(file);
    const record = conversationWith(jean, 'x');
    await post(first.url, jean, record);
    await first.stop();
    const second = await startHost(file);
    expect((await listOf(second.url, jean)).map(({ id }) => id)).toContain(record.id);
    await second.stop();
    const third = await startHost(file, '--reset');
    expect(await listOf(third.url, jean)).toHaveLength(3);
    await third.stop();
  });

  it('of another program is left alone, with --reset too', async () => {
    const file = join(folder, 'other.db');
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE letters (words TEXT); INSERT INTO letters VALUES (1)');
    other.close();
    for (const extra of [[], ['--reset']]) {
      const { ended, output } = spawnHost(['--library', packedLibrary(), '--data', file, '--port', '0', ...extra]);
      expect((await ended).code).toBe(1);
      expect(output()).toContain('the database of another program');
    }
    expect(tables(file, 'SELECT * FROM letters')).toHaveLength(1);
  });
});

describe('Starting and stopping', () => {
  it('takes the next free port where its own is taken, and says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    const { port } = taken.address() as AddressInfo;
    const { url, output, stop } = await startHost(join(folder, 'port.db'), '--port', String(port));
    expect(url).not.toBe(`http://127.0.0.1:${port}`);
    expect(output()).toContain(`Port ${port} is taken, so Kinfolk uses ${new URL(url).port}.`);
    expect((await get(`${url}/api/people`)).status).toBe(200);
    await stop();
    await new Promise((done) => taken.close(done));
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends cleanly on %s', async (signal) => {
    const { url, stop } = await startHost(join(folder, 'stop.db'));
    // Leaves a connection open, as a browser does.
    await get(url);
    expect(await stop(signal)).toEqual({ code: 0, signal: null });
  });

  it('can be reached from this machine only', async () => {
    const { url, stop } = await startHost(join(folder, 'loopback.db'));
    const port = Number(new URL(url).port);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    const reached = (host: string): Promise<boolean> =>
      new Promise((done) => {
        const socket = connect({ host, port, timeout: 2000 });
        const end = (answer: boolean) => () => {
          socket.destroy();
          done(answer);
        };
        socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
      });
    expect(await reached('127.0.0.1')).toBe(true);
    // 127.0.0.2 is this machine too, but not the address that it listens at: a server for everybody would answer.
    for (const address of ['127.0.0.2', ...outside])
      expect([address, await reached(address)]).toEqual([address, false]);
    await stop();
  });

  it.each([
    ['the packed library is missing', ['--library', join(folder, 'none')], 'Run "npm start"'],
    ['an option is unknown', ['--colour', 'red'], 'The options are'],
    ['the port is none', ['--port', 'http'], '"http" is not a port'],
  ])('says what to do where %s', async (_name, args, words) => {
    const { ended, output } = spawnHost(args);
    expect((await ended).code).toBe(1);
    expect(output()).toContain(words);
    expect(output()).not.toMatch(/^\s+at /m);
  });
});
