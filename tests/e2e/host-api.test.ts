import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { registeredFrameworks } from '../../src/frameworks/registry.js';
import { newId } from '../../src/model/ids.js';
import { findScale } from '../../src/scales/registry.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf, post } from './support/api.js';
import { startHost, temporaryFolder } from './support/host.js';
import { conversationWith, correctionOf } from './support/records.js';

const jean = 'jean-morrison';
/** What the partnership brings itself: it comes with each record that uses it. */
const ownScales = new Set(['strathmorn-days']);
let url = '';

beforeAll(async () => {
  ({ url } = await startHost(join(temporaryFolder(), 'kinfolk.db')));
});

const stored = async (words = 'I miss the laughing.'): Promise<{ record: OutcomeRecord; etag: string }> => {
  const record = conversationWith(jean, words);
  const { status, body } = await post(url, jean, record);
  expect(status).toBe(201);
  return { record, etag: body.etag ?? '' };
};

describe('The example conversations', () => {
  it('are a few people with earlier records, and one with none', async () => {
    const people = JSON.parse((await get(`${url}/api/people`)).text) as { id: string }[];
    expect(people).toHaveLength(6);
    const counts = await Promise.all(people.map(async ({ id }) => (await listOf(url, id)).length));
    expect(counts.filter((count) => count === 0)).toHaveLength(1);
  });

  it('use the names and the scales that the library ships', async () => {
    const people = JSON.parse((await get(`${url}/api/people`)).text) as { id: string }[];
    const records = await Promise.all(
      people.flatMap(async ({ id }) =>
        Promise.all((await listOf(url, id)).map(async ({ href }) => (await get(url + href)).body as OutcomeRecord)),
      ),
    ).then((all) => all.flat());
    for (const { framework, scales, entries } of records) {
      const shipped = registeredFrameworks().find(({ id }) => id === framework.id);
      expect(framework.attribution).toBe(shipped?.attribution?.text);
      for (const scale of scales) if (!ownScales.has(scale.id)) expect(scale).toEqual(findScale(scale.id));
      for (const { id, name, category } of entries.flatMap(({ outcomes }) => outcomes)) {
        const outcome = shipped?.outcomes.find((one) => one.id === id);
        expect([name, category?.id]).toEqual([outcome?.name, outcome?.category]);
        expect(category?.label).toBe(shipped?.categories?.find((one) => one.id === outcome?.category)?.label);
      }
    }
  });
});

describe('Storing a record', () => {
  it('gives it back exactly as it came, with its ETag', async () => {
    const text = `  ${JSON.stringify({ 'x-of-tomorrow': { later: [1, 'ä'] }, ...conversationWith(jean, 'Aye.') }, null, 3)}\n`;
    const { status, headers, body } = await post(url, jean, text);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(body.href);
    const again = await get(url + (body.href ?? ''));
    expect(again.text).toBe(text);
    expect(again.headers.get('etag')).toBe(body.etag);
    expect(headers.get('etag')).toBe(body.etag);
  });

  it('keeps every character, and shows none of it as markup', async () => {
    const words = `<script>alert(1)</script>"'&amp; 😀 \u202eمرحبا\u0007 \ud800 ${'a long story '.repeat(8000)}`;
    const { record } = await stored(words);
    const page = await get(`${url}/people/${jean}`);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; 😀');
    expect(page.text).not.toContain('<script>alert');
    const kept = (await get(`${url}/api/people/${jean}/records/${record.id}`)).body as unknown as OutcomeRecord;
    expect(kept.entries[0]?.narrative?.[0]?.text).toBe(words);
  });

  it('can be done twice: the same record is there once', async () => {
    const { record, etag } = await stored();
    const backwards = Object.fromEntries(Object.entries(record).toReversed());
    for (const same of [record, JSON.stringify(record, null, 2), backwards]) {
      const { status, headers } = await post(url, jean, same);
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe(etag);
    }
    expect((await listOf(url, jean)).filter(({ id }) => id === record.id)).toHaveLength(1);
  });

  it('stores one when the same record arrives twenty times at once', async () => {
    const record = conversationWith(jean, 'Once.');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(url, jean, record)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
  });

  it('refuses another record with the same id', async () => {
    const { record, etag } = await stored();
    const { status, body } = await post(url, jean, { ...conversationWith(jean, 'Other words.'), id: record.id });
    expect([status, body.code]).toEqual([409, 'id-taken']);
    expect(body.current).toMatchObject({ id: record.id, etag, record });
    expect(body.detail).toContain('amends');
    expect((await get(`${url}/api/people/${jean}/records/${record.id}`)).headers.get('etag')).toBe(etag);
    const elsewhere = await post(url, 'tam-ogilvie', { ...conversationWith('tam-ogilvie', 'x'), id: record.id });
    expect(elsewhere.status).toBe(409);
    expect(elsewhere.body).not.toHaveProperty('current');
    expect(elsewhere.text).not.toContain('laughing');
  });
});

describe('Correcting a record', () => {
  it('adds a record that names the old one, and keeps both', async () => {
    const { record, etag } = await stored('Alec drives.');
    const correction = correctionOf(record, 'Eck drives.');
    expect((await post(url, jean, correction, { 'if-match': etag })).status).toBe(201);
    const old = await get(`${url}/api/people/${jean}/records/${record.id}`);
    expect(old.headers.get('link')).toContain(correction.id);
    expect(old.body).toEqual(JSON.parse(JSON.stringify(record)));
    const list = await listOf(url, jean);
    expect(list.find(({ id }) => id === record.id)?.amendedBy).toBe(correction.id);
    expect(list.find(({ id }) => id === correction.id)?.amends).toBe(record.id);
  });

  it.each([
    ['no If-Match', {}],
    ['an If-Match that names no version', { 'if-match': '*' }],
  ])('asks which version with %s', async (_name, headers: Record<string, string>) => {
    const { record } = await stored();
    const { status, body } = await post(url, jean, correctionOf(record, 'x'), headers);
    expect([status, body.code]).toEqual([428, 'version-missing']);
  });

  it('answers with the current version when somebody else was quicker', async () => {
    const { record, etag } = await stored();
    const first = correctionOf(record, 'First.');
    const firstTag = (await post(url, jean, first, { 'if-match': etag })).body.etag ?? '';
    const second = correctionOf(first, 'Second.');
    const secondTag = (await post(url, jean, second, { 'if-match': firstTag })).body.etag;
    const { status, headers, body } = await post(url, jean, correctionOf(record, 'Late.'), { 'if-match': etag });
    expect([status, body.code]).toEqual([412, 'version-stale']);
    expect(headers.get('etag')).toBe(secondTag);
    expect(body.current).toMatchObject({
      id: second.id,
      etag: secondTag,
      record: JSON.parse(JSON.stringify(second)) as unknown,
    });
  });

  it.each([
    ['another ETag', '"0000"'],
    ['a weak ETag', 'weak'],
  ])('refuses %s', async (_name, given) => {
    const { record, etag } = await stored();
    const sent = given === 'weak' ? `W/${etag}` : given;
    const { status, body } = await post(url, jean, correctionOf(record, 'x'), { 'if-match': sent });
    expect([status, body.current?.id]).toEqual([412, record.id]);
  });

  it('lets one of many through', async () => {
    const { record, etag } = await stored();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        post(url, jean, correctionOf(record, String(index)), { 'if-match': etag }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(412)]);
  });

  it('can be sent again after a lost answer', async () => {
    const { record, etag } = await stored();
    const correction = correctionOf(record, 'Eck.');
    expect((await post(url, jean, correction, { 'if-match': `"x", ${etag}` })).status).toBe(201);
    expect((await post(url, jean, correction, { 'if-match': etag })).status).toBe(200);
    expect((await post(url, jean, correction)).status).toBe(200);
  });

  it('takes a record that is marked as entered in error', async () => {
    const { record, etag } = await stored();
    const mistake = {
      ...correctionOf(record, 'x'),
      status: 'entered-in-error',
      enteredInError: { reason: 'This was said by somebody else.', at: '2026-11-20T15:00:00Z' },
    };
    expect((await post(url, jean, mistake, { 'if-match': etag })).status).toBe(201);
    expect((await get(`${url}/people/${jean}`)).text).toContain('entered in error: This was said by somebody else.');
  });

  it('needs a record of that person', async () => {
    const { record, etag } = await stored();
    const nobodys = { ...record, id: newId() };
    expect((await post(url, jean, correctionOf(nobodys, 'x'), { 'if-match': etag })).body.code).toBe('amends-unknown');
    const others = { ...correctionOf(record, 'x'), subject: { id: 'tam-ogilvie' } };
    expect((await post(url, 'tam-ogilvie', others, { 'if-match': etag })).body.code).toBe('amends-unknown');
  });
});
