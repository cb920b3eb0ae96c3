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

/**
 * What Kinfolk has of a record that is in a draft.
 *
 * @param {string} personId
 * @param {OutcomeRecord} record
 * @param {string | undefined} completedAt
 * @returns {Promise<'this' | 'newer' | undefined>}
 */
export async function heldOf(personId, record, completedAt) {
  const list = /** @type {{ href: string }[]} */ (await read(listHref(personId)));
  const found = list.find(({ href }) => href.endsWith(`/${record.id}`));
  if (!found) return undefined;
  const stored = /** @type {OutcomeRecord} */ (await read(found.href));
  const isSame = JSON.stringify(stored.entries) === JSON.stringify(record.entries);
  return stored.completedAt === completedAt || isSame ? 'this' : 'newer';
}

/** @param {string} href */
async function read(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`Kinfolk could not load the records (${response.status}).`);
  return response.json();
}

/** Why a record was not stored, in words that are shown under “Not saved”. @param {string} forPeople */
const notStored = (forPeople) => Object.assign(new Error(forPeople), { forPeople });

/**
 * Stores a record. Sending the same one again does no harm, so that "Try again" is always safe.
 *
 * @param {string} personId
 * @param {OutcomeRecord} record
 * @param {(summary: string, detail?: unknown) => void} [log]
 */
export async function store(personId, record, log = () => undefined) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(listHref(personId), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(record.baseVersion && { 'if-match': record.baseVersion }) },
      body: JSON.stringify(record),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    log('the record could not be sent');
    throw notStored('Kinfolk could not be reached.');
  }
  const answer = await response.json();
  log(`${response.status} ${response.ok ? 'stored' : answer.title}`, answer);
  if (response.status === 412) throw conflictWith(answer);
  // Who may not, and what is down, is for people to know; what else is wrong is for who mends this page.
  if (response.status === 403 || response.status >= 500) throw notStored(answer.detail);
  if (!response.ok) throw new Error(answer.detail);
  return /** @type {{ id: string, href: string }} */ (answer);
}

/**
 * Somebody else was quicker. The element shows both versions: what is stored now, with its version, and what was to be stored.
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
