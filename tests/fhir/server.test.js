import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleToRecord, recordToBundle } from '../../src/interop/fhir/index.js';
import { loadRecord } from '../../src/model/load.js';
import { conversationOver } from './support/conversation.js';
import { frameworks, samples } from './support/samples.js';
import { startFhirServer } from './support/server.js';

/** @import { OutcomeRecord } from '../../src/schema/record.js' */

/** @type {Awaited<ReturnType<typeof startFhirServer>>} */
let server;
beforeEach(async () => {
  server = await startFhirServer();
});
afterEach(() => server.stop());

const base = 'https://example.org/fhir';

/** @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
async function ask(method, path, body, headers = {}) {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'content-type': 'application/fhir+json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: await response.json() };
}

/** @param {OutcomeRecord} record */
async function send(record) {
  const { status, body } = await ask('POST', '/', recordToBundle(record, { base }));
  expect(status, JSON.stringify(body.issue)).toBe(200);
  for (const { response } of body.entry) expect(response.status).toMatch(/^20[01]$/);
}

const types = ['QuestionnaireResponse', 'Goal', 'Observation', 'CarePlan', 'Provenance'];

/** All that is stored, without the server's own notes. */
async function stored() {
  /** @type {Record<string, object>} */
  const found = {};
  for (const type of types)
    for (const { resource } of (await ask('GET', `/${type}?_count=1000`)).body.entry ?? []) {
      found[`${type}/${resource.id}`] = { ...resource, meta: undefined };
    }
  return found;
}

/** @param {string} query */
const idsOf = async (query) =>
  ((await ask('GET', query)).body.entry ?? []).map((/** @type {any} */ { resource }) => resource.id).sort();

/** @param {OutcomeRecord} record @param {string} type */
const exported = (record, type) =>
  recordToBundle(record, { base })
    .entry.map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === type);

describe.each(frameworks)('a record of $id on a FHIR server', (framework) => {
  const record = conversationOver(framework);
  const [response] = exported(record, 'QuestionnaireResponse');
  const path = `/QuestionnaireResponse/${response?.id ?? ''}`;

  it('is stored, each resource under its own id, and read back as it was', async () => {
    await send(record);
    expect(Object.keys(await stored()).sort()).toEqual(
      recordToBundle(record, { base })
        .entry.map(({ request }) => request.url)
        .sort(),
    );
    const { body } = await ask('GET', path);
    expect(bundleToRecord(body, loadRecord)).toEqual({ ok: true, record, notRead: [] });
  });

  it('is found by what a case management system looks for', async () => {
    await send(record);
    const form = `${base}/Questionnaire/${framework.id}|${framework.version}`;
    expect(await idsOf(`/QuestionnaireResponse?questionnaire=${encodeURIComponent(form)}`)).toEqual([response?.id]);
    expect(await idsOf('/QuestionnaireResponse?status=completed')).toEqual([response?.id]);
    expect(await idsOf(`/QuestionnaireResponse?identifier=urn:uuid:${record.id}`)).toEqual([response?.id]);
    const goals = exported(record, 'Goal').map(({ id }) => id);
    expect(await idsOf('/Goal?lifecycle-status=active')).toEqual(goals);
    expect(await idsOf('/Goal?lifecycle-status=cancelled')).toEqual([]);
    // The references of the transaction lead to what was stored.
    const views = exported(record, 'Observation').map(({ id }) => id);
    expect(await idsOf(`/Observation?derived-from=QuestionnaireResponse/${response?.id ?? ''}`)).toEqual(views.sort());
    expect(await idsOf('/CarePlan?status=active')).toHaveLength(1);
  });

  it('is sent again, after an answer was lost on the way, and changes nothing', async () => {
    await send(record);
    const before = await stored();
    await send(structuredClone(record));
    expect(await stored()).toEqual(before);
  });

  it('is updated by a second export, and not doubled', async () => {
    await send(record);
    const before = await stored();
    const [entry, ...rest] = record.entries;
    if (!entry) throw new Error('There is no entry.');
    const later = { ...record, entries: [{ ...entry, personalOutcome: { text: 'To go every week' } }, ...rest] };
    await send(later);
    const after = await stored();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const [goal] = exported(record, 'Goal');
    expect(after[`Goal/${goal?.id ?? ''}`]).toMatchObject({ description: { text: 'To go every week' } });
    expect((await ask('GET', `/Goal/${goal?.id ?? ''}/_history`)).body.entry).toHaveLength(2);
    expect(bundleToRecord((await ask('GET', path)).body, loadRecord)).toMatchObject({ ok: true, record: later });
  });

  it('does not overwrite what somebody else has changed: If-Match', async () => {
    await send(record);
    const first = await ask('GET', path);
    const mine = { ...first.body, status: 'amended' };
    const theirs = { ...first.body, status: 'entered-in-error' };
    expect((await ask('PUT', path, theirs, { 'if-match': first.etag })).status).toBe(200);
    expect((await ask('PUT', path, mine, { 'if-match': first.etag })).status).toBe(412);
    const now = await ask('GET', path);
    expect(now.body.status).toBe('entered-in-error');
    expect((await ask('PUT', path, mine, { 'if-match': now.etag })).status).toBe(200);
  });
});

describe('generated records', () => {
  it('are stored side by side, each as it was, and stay so when all of them are sent again', async () => {
    const [framework] = frameworks;
    if (!framework) throw new Error('None is shipped.');
    const all = samples(framework, 100).map((record, index) => ({ ...record, id: `record-${String(index)}` }));
    for (const record of all) await send(record);
    const before = await stored();
    const sent = all.flatMap((record) => recordToBundle(record, { base }).entry.map(({ request }) => request.url));
    expect(Object.keys(before).sort()).toEqual([...new Set(sent)].sort());
    expect(new Set(sent).size).toBe(sent.length);
    for (const record of all) await send(record);
    expect(await stored()).toEqual(before);
  });
});
