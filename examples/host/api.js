// @ts-check
/** The JSON interface. Records are added, never changed and never deleted. */
import { readJson } from './json.js';
import { Problem } from './problem.js';

/** @import { FastifyInstance, FastifyRequest } from 'fastify' */
/** @import { OutcomeRecord } from 'talking-points-elements/schema' */
/** @import { Store, StoredRecord } from './store.js' */
/** @import { createValidator } from './validate.js' */

/** @param {{ personId: string, id: string }} record */
export const hrefOf = ({ personId, id }) =>
  `/api/people/${encodeURIComponent(personId)}/records/${encodeURIComponent(id)}`;

/** @param {StoredRecord} stored */
const listed = (stored) => {
  const { id, etag, storedAt, amendedBy, record } = stored;
  const { kind, status, conversationAt, recordedAt, framework, amends } = record;
  return {
    id,
    href: hrefOf(stored),
    etag,
    storedAt,
    kind,
    status,
    conversationAt,
    recordedAt,
    framework: framework.id,
    amends: amends?.recordId,
    amendedBy: amendedBy ?? undefined,
  };
};

/**
 * The ETags of an If-Match header, or undefined without one. `*` names no version, so it counts as none; weak tags never match.
 *
 * @param {string | undefined} header
 */
const versionsOf = (header) =>
  header === undefined || header.trim() === '*' ? undefined : header.split(',').map((tag) => tag.trim());

/**
 * @param {FastifyInstance} app
 * @param {{ store: Store, validate: ReturnType<typeof createValidator> }} parts
 */
export function addApi(app, { store, validate }) {
  /** @param {FastifyRequest} request */
  const personOf = (request) => {
    const { id } = /** @type {{ id: string }} */ (request.params);
    const person = store.person(id);
    if (!person) throw new Problem(404, 'person-unknown', 'Kinfolk does not know this person', 'Check the address.');
    return person;
  };

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (/** @type {FastifyRequest} */ _request, /** @type {Buffer} */ body) => readJson(body),
  );

  app.get('/api/people', async () =>
    store.people().map((person) => ({ ...person, records: `/api/people/${encodeURIComponent(person.id)}/records` })),
  );

  app.get('/api/people/:id/records', async (request) => store.records(personOf(request).id).map(listed));

  app.get('/api/people/:id/records/:recordId', async (request, reply) => {
    const person = personOf(request);
    const { recordId } = /** @type {{ recordId: string }} */ (request.params);
    const stored = store.record(recordId);
    if (stored?.personId !== person.id)
      throw new Problem(404, 'record-unknown', 'There is no such record', 'Check the address.');
    if (stored.amendedBy)
      reply.header('link', `<${hrefOf({ personId: person.id, id: stored.amendedBy })}>; rel="successor-version"`);
    return reply.header('etag', stored.etag).type('application/json').send(stored.text);
  });

  app.post('/api/people/:id/records', async (request, reply) => {
    const person = personOf(request);
    // Without a body Fastify asks no parser.
    if (!request.body) throw new Problem(400, 'not-json', 'This is not JSON', 'Send the record as application/json.');
    const { text, value } = /** @type {ReturnType<typeof readJson>} */ (request.body);
    const problems = validate(value, person.id);
    if (problems.length > 0)
      throw new Problem(422, 'record-invalid', 'The record is not valid', inOneSentence(problems), {
        more: { problems },
      });
    const record = /** @type {OutcomeRecord} */ (value);
    const added = store.add({ personId: person.id, text, record, versions: versionsOf(request.headers['if-match']) });
    switch (added.outcome) {
      case 'stored':
      case 'already-stored': {
        const { id, etag, storedAt } = added.stored;
        const href = hrefOf({ personId: person.id, id });
        reply.code(added.outcome === 'stored' ? 201 : 200).headers({ etag, location: href });
        return { id, href, etag, storedAt };
      }
      case 'different':
        throw new Problem(
          409,
          'id-taken',
          'Another record has this id',
          'A stored record is never changed. To correct it, send a new record, with its own id, that names the old one in "amends".',
          added.current && currently(added.current),
        );
      case 'amends-unknown':
        throw new Problem(
          422,
          'amends-unknown',
          'There is nothing to correct',
          'This person has no record with the id that "amends" names.',
        );
      case 'version-missing':
        throw new Problem(
          428,
          'version-missing',
          'Say which version you are correcting',
          'Send the ETag of the record that "amends" names, in an If-Match header.',
        );
      case 'version-stale':
        throw new Problem(
          412,
          'version-stale',
          'Somebody else was quicker',
          'The record that "amends" names is not the current version any more. Look at the current one, then correct that.',
          currently(added.current),
        );
    }
  });

  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/api/people/:id/records/:recordId',
    // Refused before a body is read.
    onRequest: async () => {
      throw new Problem(
        405,
        'append-only',
        'Records are never changed or deleted',
        'To correct a record, post a new one that names it in "amends".',
        { headers: { allow: 'GET, HEAD' } },
      );
    },
    handler: () => undefined,
  });
}

/**
 * What is stored now, for whoever was refused because of it.
 *
 * @param {StoredRecord} current
 */
const currently = (current) => ({
  headers: { etag: current.etag },
  more: { current: { id: current.id, href: hrefOf(current), etag: current.etag, record: current.record } },
});

/** @param {readonly { path: string, message: string }[]} problems */
function inOneSentence(problems) {
  const [first] = problems;
  const rest = problems.length - 1;
  const more = rest === 0 ? '' : ` And ${rest === 1 ? 'one more thing is' : `${rest} more things are`} wrong.`;
  return `${first?.path ? `At ${first.path}: ` : ''}${first?.message ?? ''}${more} Nothing was stored.`;
}
