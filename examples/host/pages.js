// @ts-check
import { Problem } from './problem.js';
import {
  eventsPage,
  FHIR_VERSIONS,
  fhirPage,
  FRAMEWORKS,
  jsonPage,
  peoplePage,
  personPage,
  recordPage,
  storedRecordPage,
} from './views/pages.js';
import { AUDIENCES, comparePage, LAYOUTS, MOST_ON_A_STAR, overTimePage, printPage } from './views/review.js';
import { stands, whenOf } from './views/words.js';

/** @import { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify' */
/** @import { Html } from './views/html.js' */
/** @import { Person, Store, StoredRecord } from './store.js' */

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

  /** @param {FastifyRequest} request */
  const historyOf = (request) => {
    const person = personOf(request);
    return { person, records: newestFirst(store.records(person.id)).toReversed() };
  };

  /**
   * A record of this person that the address names, if it names one.
   *
   * @param {readonly StoredRecord[]} records
   * @param {unknown} id
   */
  const namedBy = (records, id) => {
    if (id === undefined) return undefined;
    const found = records.find((stored) => stored.id === id);
    if (!found) throw new Problem(404, 'record-unknown', 'There is no such record', 'Check the address.');
    return found;
  };

  app.get('/people/:id/then-and-now', async (request, reply) => {
    const { person, records } = historyOf(request);
    const { then, now } = /** @type {{ then?: string, now?: string }} */ (request.query);
    const [before, last] = records.filter(stands).slice(-2);
    const pair = { then: namedBy(records, then) ?? before, now: namedBy(records, now) ?? last };
    return send(reply, comparePage(person, records, pair));
  });

  app.get('/people/:id/over-time', async (request, reply) => {
    const { person, records } = historyOf(request);
    const standing = records.filter(stands);
    const query = /** @type {{ outcome?: string, star?: string | string[] }} */ (request.query);
    const chosen = standing.filter(({ id }) => (query.star ? [query.star].flat().includes(id) : true));
    // By its id in the framework, or by the person's own words for it.
    const outcomes = new Map(
      standing.flatMap(({ record }) =>
        record.entries.map(({ label, outcomes: [reference] }) => [reference?.id ?? label, label]),
      ),
    );
    return send(
      reply,
      overTimePage(person, {
        records: standing,
        outcomes: [...outcomes],
        outcome: query.outcome !== undefined && outcomes.has(query.outcome) ? query.outcome : undefined,
        onStar: chosen.slice(-MOST_ON_A_STAR).map(({ id }) => id),
        tooMany: query.star !== undefined && chosen.length > MOST_ON_A_STAR,
      }),
    );
  });

  app.get('/people/:id/records/:recordId/print', async (request, reply) => {
    const { person, stored } = recordOf(request);
    const { layout = '', audience = '' } = /** @type {{ layout?: string, audience?: string }} */ (request.query);
    return send(
      reply,
      printPage(person, stored, {
        layout: Object.hasOwn(LAYOUTS, layout) ? layout : 'normal',
        audience: Object.hasOwn(AUDIENCES, audience) ? audience : 'person',
      }),
    );
  });

  app.get('/people/:id/review', async (request, reply) => {
    const person = personOf(request);
    return send(reply, recordPage(person, frameworkOf(request, person), true));
  });

  app.get('/people/:id/record', async (request, reply) => {
    const person = personOf(request);
    return send(reply, recordPage(person, frameworkOf(request, person)));
  });

  /**
   * @param {FastifyRequest} request
   * @param {Person} person
   */
  const frameworkOf = (request, person) => {
    const { framework = person.framework } = /** @type {{ framework?: string }} */ (request.query);
    if (!FRAMEWORKS.some(({ id }) => id === framework))
      throw new Problem(
        404,
        'framework-unknown',
        'Kinfolk does not use this framework',
        'Go back, and choose one that is offered.',
      );
    return framework;
  };

  app.get('/people/:id/records/:recordId', async (request, reply) => {
    const { person, stored } = recordOf(request);
    return send(reply, storedRecordPage(person, stored));
  });

  app.get('/people/:id/records/:recordId/json', async (request, reply) => {
    const { person, stored } = recordOf(request);
    return send(reply, jsonPage(person, stored));
  });

  app.get('/people/:id/records/:recordId/fhir', async (request, reply) => {
    const { person, stored } = recordOf(request);
    const { version = '' } = /** @type {{ version?: string }} */ (request.query);
    return send(reply, fhirPage(person, stored, FHIR_VERSIONS.includes(version) ? version : 'R4'));
  });

  app.get('/events', async (_request, reply) => send(reply, eventsPage(store.latest())));
}
