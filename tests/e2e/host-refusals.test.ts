import { request } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { get, listOf, post } from './support/api.js';
import { startHost, temporaryFolder } from './support/host.js';
import { conversationWith } from './support/records.js';

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const jean = 'jean-morrison';
let url = '';

beforeAll(async () => {
  ({ url } = await startHost(join(temporaryFolder(), 'kinfolk.db')));
});

describe('What is not a record', () => {
  const wrongs: readonly [name: string, change: object, path: string, words: string][] = [
    ['lacks its framework', { framework: undefined }, '', '"framework" is missing.'],
    ['has a code that is not known', { kind: 'chat' }, '/kind', 'has to be one of: assessment, plan, review.'],
    ['has a number for words', { summary: [{ id: 'a', text: 7 }] }, '/summary/0/text', '"text" has to be text.'],
    ['has a day that is none', { conversationAt: '2026-13-01' }, '/conversationAt', 'not in the form that is expected'],
    [
      'has an empty label',
      { entries: [{ id: 'a', label: ' ', outcomes: [] }] },
      '/entries/0/label',
      '"label" is empty.',
    ],
    ['is a draft', { status: 'draft' }, '/status', 'Only a completed record'],
    ['is about somebody else', { subject: { id: 'tam-ogilvie' } }, '/subject/id', 'not about the person'],
    ['is about nobody', { subject: {} }, '/subject/id', 'not about the person'],
    ['comes from a newer major version', { schemaVersion: '2.0' }, '/schemaVersion', 'not one that Kinfolk can read'],
  ];
  it.each(wrongs)('is refused in plain words where it %s', async (_name, change, path, words) => {
    const before = await listOf(url, jean);
    const { status, body } = await post(url, jean, { ...conversationWith(jean, 'x'), ...change });
    expect([status, body.code]).toEqual([422, 'record-invalid']);
    expect(body.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(body.problems?.[0]?.message).toContain(words);
    expect(body.detail).toMatch(/Nothing was stored\.$/);
    expect(await listOf(url, jean)).toEqual(before);
  });

  it('is told of the answer that was meant, not of the others that are possible', async () => {
    const rating = {
      id: 'r',
      perspective: 'person',
      scale: { id: 'met-3', version: '1' },
      recordedAt: '2026-11-20T14:05:00Z',
    };
    const problemsOf = async (answer: unknown): Promise<unknown> => {
      const entry = { id: 'e', label: 'x', outcomes: [], ratings: [{ ...rating, answer }] };
      return (await post(url, jean, { ...conversationWith(jean, 'x'), entries: [entry] })).body.problems;
    };
    const path = '/entries/0/ratings/0/answer';
    expect(await problemsOf({ kind: 'answered' })).toEqual([{ path, message: '"value" is missing.' }]);
    expect(await problemsOf({ kind: 'perhaps' })).toEqual([
      { path, message: '"answer" is none of the forms that are allowed.' },
    ]);
    expect(await problemsOf({ kind: 'no-answer', reason: 'shy' })).toEqual([
      { path: `${path}/reason`, message: expect.stringContaining('has to be one of: declined') as unknown },
    ]);
  });

  const malformed: readonly [name: string, body: string | Uint8Array, status: number, code: string][] = [
    ['not JSON', '{"words": "Something private that', 400, 'not-json'],
    ['nothing', '', 400, 'not-json'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-utf-8'],
    ['a hostile name', '{"__proto__": {"status": "completed"}}', 422, 'hostile-name'],
    ['endless depth', '['.repeat(100_000) + ']'.repeat(100_000), 422, 'too-deep'],
    ['a list', '[]', 422, 'record-invalid'],
  ];
  it.each(malformed)('is refused where it is %s, without repeating it', async (_name, body, status, code) => {
    const answer = await post(url, jean, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.text).not.toContain('private');
  });

  it('is refused before it is read where it is too large', async () => {
    const status = await new Promise((done, fail) => {
      const headers = { 'content-type': 'application/json', 'content-length': 10 * 1024 * 1024 + 1 };
      const sending = request(`${url}/api/people/${jean}/records`, { method: 'POST', headers }, (response) => {
        response.resume();
        done(response.statusCode);
        sending.destroy();
      });
      sending.on('error', fail);
      sending.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

describe('Every answer', () => {
  const addresses = [
    '/',
    `/people/${jean}`,
    `/people/${jean}/record`,
    '/events',
    '/assets/app.css',
    '/assets/none.js',
    '/none',
    '/%zz',
  ];
  const api = ['/api/people', '/api/none', `/api/people/nobody/records`, `/api/people/${jean}/records/none`];
  it.each([...addresses, ...api])('carries the strict policy: %s', async (address) => {
    const { headers, status } = await get(url + address);
    expect(headers.get('content-security-policy')?.startsWith(`${csp};`)).toBe(true);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const type = address.startsWith('/api/')
      ? status === 200
        ? 'application/json'
        : 'application/problem+json'
      : 'text/';
    expect(headers.get('content-type')?.startsWith(type)).toBe(true);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('to %s on a record is that records are never changed', async (method) => {
    const record = conversationWith(jean, 'x');
    const { etag } = (await post(url, jean, record)).body;
    const address = `${url}/api/people/${jean}/records/${record.id}`;
    const { status, body, headers } = await get(address, { method });
    expect([status, body.code, headers.get('allow')]).toEqual([405, 'append-only', 'GET, HEAD']);
    expect((await get(address)).headers.get('etag')).toBe(etag);
  });

  it('is for Kinfolk’s own pages on this machine', async () => {
    const record = conversationWith(jean, 'x');
    expect((await post(url, jean, record, { origin: 'https://elsewhere.example' })).body.code).toBe('foreign-origin');
    expect((await post(url, jean, JSON.stringify(record), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(url, jean, record, { origin: url })).status).toBe(201);
    const status = await new Promise((done, fail) => {
      const asked = request(url, { headers: { host: 'kinfolk.example' } }, (response) =>
        done(response.resume().statusCode),
      );
      asked.on('error', fail).end();
    });
    expect(status).toBe(403);
  });
});
