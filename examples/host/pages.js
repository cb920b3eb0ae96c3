// @ts-check
import { Problem } from './problem.js';
import {
  eventsPage,
  FRAMEWORKS,
  jsonPage,
  peoplePage,
  personPage,
  recordPage,
  storedRecordPage,
} from './views/pages.js';
import { whenOf } from './views/words.js';

/** @import { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify' */
/** @import { Html } from './views/html.js' */
/** @import { Store, StoredRecord } from './store.js' */

/** @typedef {{ id: string, recordId?: string }} Params */

/**
 * By the day of the conversation, the newest first; those of one day as they were stored.
 *
 * @param {readonly StoredRecord[]} records
 */
const newestFirst = (records) => records.toSorted((a, b) => whenOf(b.record).localeCompare(whenOf(a.record)));

/**
 * @param {FastifyInstance} app
 * @param {{ store: Store }} parts
 */
export function addPages(app, { store }) {
  /**
   * @param {FastifyReply} reply
   * @param {Html} page
   */
  const send = (reply, page) => reply.type('text/html; charset=utf-8').send(page.text);

  /** @param {FastifyRequest} request */
  const personOf = (request) => {
    const person = store.person(/** @type {Params} */ (request.params).id);
    if (!person) throw new Problem(404, 'person-unknown', 'Kinfolk does not know this person', 'Check the address.');
    return person;
  };

  /** @param {FastifyRequest} request */
  const recordOf = (request) => {
    const person = personOf(request);
    const stored = store.record(/** @type {Params} */ (request.params).recordId ?? '');
    if (stored?.personId !== person.id)
      throw new Problem(404, 'record-unknown', 'There is no such record', 'Check the address.');
    return { person, stored };
  };

  app.get('/', async (_request, reply) =>
    send(reply, peoplePage(store.people().map((person) => ({ person, records: store.records(person.id) })))),
  );

  app.get('/people/:id', async (request, reply) => {
    const person = personOf(request);
    return send(reply, personPage(person, newestFirst(store.records(person.id))));
  });

  app.get('/people/:id/record', async (request, reply) => {
    const person = personOf(request);
    const { framework = person.framework } = /** @type {{ framework?: string }} */ (request.query);
    if (!FRAMEWORKS.some(({ id }) => id === framework))
      throw new Problem(
        404,
        'framework-unknown',
        'Kinfolk does not use this framework',
        'Go back, and choose one that is offered.',
      );
    return send(reply, recordPage(person, framework));
  });

  app.get('/people/:id/records/:recordId', async (request, reply) => {
    const { person, stored } = recordOf(request);
    return send(reply, storedRecordPage(person, stored));
  });

  app.get('/people/:id/records/:recordId/json', async (request, reply) => {
    const { person, stored } = recordOf(request);
    return send(reply, jsonPage(person, stored));
  });

  app.get('/events', async (_request, reply) => send(reply, eventsPage(store.latest())));
}
