// @ts-check
/** The records of a person, from the API and to it. */

/** @import { OutcomeFramework, OutcomeRecord } from 'talking-points-elements' */

/** The partnership's own scales, which no framework of the library asks on. */
const OWN_SCALES = new Set(['strathmorn-days']);

/** @param {string} personId */
const listHref = (personId) => `/api/people/${encodeURIComponent(personId)}/records`;

/**
 * All that is in a person's file, each with the version that a correction has to name.
 *
 * @param {string} personId
 * @returns {Promise<OutcomeRecord[]>}
 */
export async function recordsOf(personId) {
  const list = await read(listHref(personId));
  return Promise.all(
    /** @type {{ href: string, etag: string }[]} */ (list).map(async ({ href, etag }) => ({
      ...(await read(href)),
      baseVersion: etag,
    })),
  );
}

/** What two records are not compared by: whether they were handed over, when, and by which name Kinfolk holds them. */
const APART = new Set(['status', 'completedAt', 'id', 'amends', 'baseVersion']);

/**
 * What a record says, whatever the order of its members.
 *
 * @param {OutcomeRecord} record
 */
const saying = (record) =>
  JSON.stringify(Object.fromEntries(Object.entries(record).filter(([name]) => !APART.has(name))), (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * What Kinfolk has of a record that is in a draft: this, as itself or as a correction of what it had by then, or something else.
 *
 * @param {string} personId
 * @param {OutcomeRecord} record
 * @param {string | undefined} completedAt
 * @returns {Promise<'this' | 'newer' | undefined>}
 */
export async function heldOf(personId, record, completedAt) {
  const list = /** @type {{ id: string, href: string, amendedBy?: string }[]} */ (await read(listHref(personId)));
  /** @param {string | undefined} id */
  const find = (id) => list.find((one) => one.id === id);
  const own = find(record.id);
  for (let found = own; found; found = find(found.amendedBy)) {
    const stored = /** @type {OutcomeRecord} */ (await read(found.href));
    // What was begun and left blank is not sent: then the moment of completing tells.
    const isHandedOver = completedAt !== undefined && stored.completedAt === completedAt;
    if (isHandedOver || saying(stored) === saying(record)) return 'this';
  }
  // What a correction corrects may have been corrected by somebody else.
  return own || find(record.amends?.recordId)?.amendedBy ? 'newer' : undefined;
}

/** @param {string} href */
async function read(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`Kinfolk could not load the records (${response.status}).`);
  return response.json();
}

/** What is stored now under the id of a record, or corrects that: Kinfolk's id of it. @type {Map<string, string>} */
const taken = new Map();
/** @type {WeakMap<OutcomeRecord, OutcomeRecord>} */
const corrections = new WeakMap();

/**
 * What is sent for a record. Kinfolk never changes what it has stored: once a record was settled with what is stored under its id, it is a correction
 * of that. The same one each time it is sent.
 *
 * @param {OutcomeRecord} record
 */
function toSend(record) {
  const recordId = taken.get(record.id);
  if (recordId === undefined || record.baseVersion === undefined) return record;
  const { reason = 'More was written after it had been stored.', ...amends } = record.amends ?? {};
  const { recordedAt: at, recordedBy: by } = record;
  const sent = corrections.get(record) ?? {
    ...record,
    id: crypto.randomUUID(),
    amends: { at, ...(by && { by }), ...amends, reason, recordId },
  };
  corrections.set(record, sent);
  return sent;
}

/** Why a record was not stored, in words that are shown under “Not saved”. @param {string} forPeople */
const notStored = (forPeople) => Object.assign(new Error(forPeople), { forPeople });

/**
 * Stores a record. Sending the same one again does no harm, so that "Try again" is always safe.
 *
 * @param {string} personId
 * @param {OutcomeRecord} record
 * @param {(summary: string, detail?: unknown) => void} [log]
 * @returns {Promise<{ id: string, href: string }>}
 */
export async function store(personId, record, log = () => undefined) {
  const sent = toSend(record);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(listHref(personId), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(sent.baseVersion && { 'if-match': sent.baseVersion }) },
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    log('the record could not be sent');
    throw notStored('Kinfolk could not be reached.');
  }
  const answer = await response.json();
  log(`${response.status} ${response.ok ? 'stored' : answer.title}`, answer);
  if (answer.current) {
    // An answer may have got lost: what was sent before it is there.
    if (saying(answer.current.record) === saying(sent)) return answer.current;
    if (sent !== record || response.status === 409) taken.set(record.id, answer.current.id);
    throw conflictWith(answer);
  }
  // Who may not, and what is down, is for people to know; what else is wrong is for who mends this page.
  if (response.status === 403 || response.status >= 500) throw notStored(answer.detail);
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

/**
 * Something else is stored by now: somebody else was quicker, or it was sent before and the answer got lost. The element shows both versions: what
 * is stored now, with its version, and what was to be stored.
 *
 * @param {{ detail: string, current: { record: OutcomeRecord, etag: string } }} answer
 */
const conflictWith = ({ detail, current: { record, etag } }) =>
  Object.assign(new Error(detail), { code: 'conflict', record: { ...record, baseVersion: etag } });

/**
 * A framework, asking on the scale that a record was answered on where that is not the framework's own. The scale itself is in the record.
 *
 * @param {OutcomeRecord} record
 * @param {string} [framework] its id; by default the record's
 * @returns {Promise<OutcomeFramework | undefined>} nothing where the framework's own scale was used
 */
export async function withScaleOf(record, framework = record.framework.id) {
  const scale = record.entries.flatMap(({ ratings = [] }) => ratings)[0]?.scale.id;
  if (!scale || !OWN_SCALES.has(scale)) return undefined;
  const module = await import(`/vendor/talking-points-elements/frameworks/${framework}.js`);
  const [known] = /** @type {OutcomeFramework[]} */ (Object.values(module));
  return known && { ...known, scale };
}

/** @param {unknown} error */
export function showNotShown(error) {
  const notice = document.querySelector('#not-shown');
  if (!(notice instanceof HTMLElement)) return;
  notice.textContent = error instanceof Error ? error.message : String(error);
  notice.hidden = false;
}
