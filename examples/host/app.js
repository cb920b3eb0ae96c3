// @ts-check
/** The web application, without a port: tests can inject requests into it, and `server.js` listens with it. */
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { addApi } from './api.js';
import { addPages } from './pages.js';
import { Problem, problemFrom } from './problem.js';
import { errorPage } from './views/layout.js';

/** @import { FastifyInstance, FastifyRequest } from 'fastify' */
/** @import { Store } from './store.js' */
/** @import { createValidator } from './validate.js' */

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Records are personal: nothing is left behind in the cache of a shared computer.
  'cache-control': 'no-store',
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * @param {object} options
 * @param {Store} options.store
 * @param {ReturnType<typeof createValidator>} options.validate
 * @param {string} options.libraryDir the unpacked package whose files are served
 * @param {boolean} [options.loopbackOnly] whether to answer only to the names of this machine; true unless told otherwise
 * @param {(line: string) => void} [options.log] is told of failures, never of anybody's words
 * @returns {FastifyInstance}
 */
export function createApp({ store, validate, libraryDir, loopbackOnly = true, log = console.error }) {
  const app = fastify({
    bodyLimit: 10 * 1024 * 1024,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => void fail(error, request, reply),
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    // A page of another site may not speak to Kinfolk, not even through a host name that it points at this machine.
    if (loopbackOnly && !LOOPBACK.has(request.hostname))
      throw new Problem(
        403,
        'foreign-host',
        'Not this address',
        'Kinfolk answers only on this computer, as 127.0.0.1 or localhost.',
      );
    const { origin } = request.headers;
    if (request.method !== 'GET' && origin !== undefined && origin !== `${request.protocol}://${request.host}`)
      throw new Problem(403, 'foreign-origin', 'Not from this page', 'Kinfolk takes records only from its own pages.');
  });

  app.setErrorHandler((error, request, reply) => fail(error, request, reply));
  app.setNotFoundHandler(() => {
    throw new Problem(
      404,
      'not-found',
      'There is nothing here',
      'Check the address, or go back to the list of people.',
    );
  });

  /**
   * @param {unknown} error
   * @param {FastifyRequest} request
   * @param {import('fastify').FastifyReply} reply
   */
  function fail(error, request, reply) {
    const problem = problemFrom(error);
    if (problem.status >= 500)
      log(
        `${request.method} ${request.routeOptions.url ?? '?'}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    reply.code(problem.status).headers({ ...HEADERS, ...problem.headers });
    if (request.url.startsWith('/api/')) return reply.type('application/problem+json').send(JSON.stringify(problem));
    return reply.type('text/html; charset=utf-8').send(String(errorPage(problem)));
  }

  app.register(fastifyStatic, {
    root: join(import.meta.dirname, 'public'),
    prefix: '/assets/',
    index: false,
    cacheControl: false,
  });
  app.register(fastifyStatic, {
    root: join(libraryDir, 'dist'),
    prefix: '/vendor/talking-points-elements/',
    decorateReply: false,
    index: false,
    cacheControl: false,
  });
  addApi(app, { store, validate });
  addPages(app, { store });
  return app;
}
