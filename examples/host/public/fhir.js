// @ts-check
/** Shows a stored record as FHIR: the Bundle that would be sent, resource by resource, and as a file. */
import { find } from './recording.js';
import { recordsOf, showNotShown } from './records.js';

/** @typedef {typeof import('talking-points-elements/fhir')} Fhir */
/** @typedef {typeof import('talking-points-elements/fhir/r5')} FhirR5 */
/** @import { RecordResource } from 'talking-points-elements/fhir' */
/** @import { RecordResourceR5 } from 'talking-points-elements/fhir/r5' */

/** Where the addresses of what this system defines begin. */
const BASE = 'https://kinfolk.example/fhir';

const bundlePart = find('#bundle', HTMLElement);
const { record: id = '', personId = '', version = 'R4' } = bundlePart.dataset;

/** What a resource is about, in a few words. @param {RecordResource | RecordResourceR5} resource */
function aboutOf(resource) {
  switch (resource.resourceType) {
    case 'Observation': {
      const { code, valueCodeableConcept, dataAbsentReason, performer } = resource;
      const answer = valueCodeableConcept?.text ?? `no answer (${dataAbsentReason?.text ?? ''})`;
      return `${code.text ?? ''}: ${answer}. ${performer[0]?.display ?? ''}`;
    }
    case 'Goal':
      return resource.description.text ?? '';
    case 'CarePlan':
      return `${resource.activity.length} next ${resource.activity.length === 1 ? 'step' : 'steps'}`;
    case 'Task':
      return resource.description;
    case 'Provenance':
      return `${resource.agent.length} who wrote it down or were heard`;
    case 'QuestionnaireResponse':
      return 'The whole conversation';
  }
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** @param {RecordResource | RecordResourceR5} resource */
function drawn(resource) {
  const item = element('details', '');
  const text = element('pre', JSON.stringify(resource, null, 2));
  text.tabIndex = 0;
  text.setAttribute('role', 'region');
  text.setAttribute('aria-label', `${resource.resourceType} as JSON`);
  item.append(element('summary', `${resource.resourceType}: ${aboutOf(resource)}`), text);
  return item;
}

async function load() {
  const stored = (await recordsOf(personId)).find((one) => one.id === id);
  if (!stored) throw new Error('Kinfolk has no such record.');
  const library = '/vendor/talking-points-elements/interop/fhir';
  const { recordToBundle } = /** @type {Fhir} */ (await import(`${library}/index.js`));
  const { R5 } = /** @type {FhirR5} */ (await import(`${library}/r5.js`));
  const bundle = recordToBundle(stored, { base: BASE, version: version === 'R5' ? R5 : undefined });
  bundlePart.append(...bundle.entry.map(({ resource }) => drawn(resource)));
  const file = new Blob([JSON.stringify(bundle, null, 2)], { type: 'application/fhir+json' });
  const link = find('#download', HTMLAnchorElement);
  link.href = URL.createObjectURL(file);
  link.hidden = false;
}

load().catch(showNotShown);
