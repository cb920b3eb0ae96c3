import { describe, expect, it } from 'vitest';
import { frameworkToQuestionnaire, recordToBundle } from '../../src/interop/fhir/index.js';
import { misfits } from '../unit/interop-fhir-check.js';
import { jean } from '../unit/interop-samples.js';
import { frameworks, samples, scales } from './support/samples.js';
import { findings, validators } from './support/validators.js';

/** @import { Questionnaire, QuestionnaireResponse, RecordResource } from '../../src/interop/fhir/index.js' */

const RECORDS = Math.ceil(600 / frameworks.length);

/** @type {(resources: readonly RecordResource[]) => QuestionnaireResponse} */
const responseOf = (resources) => {
  const found = resources.find(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  return /** @type {QuestionnaireResponse} */ (found);
};

describe('what others’ validators say', () => {
  it('nothing of a conversation with something in every place', () => {
    const bundle = recordToBundle(jean);
    for (const { resource } of bundle.entry) expect(findings(resource)).toEqual({});
    expect(findings(bundle)).toEqual({});
  });

  it.each(frameworks)('nothing of the form and the codes of $id', (framework) => {
    const { questionnaire, codeSystems, valueSets } = frameworkToQuestionnaire(framework, {
      scales,
      base: 'https://example.org/fhir',
    });
    for (const resource of [questionnaire, ...codeSystems, ...valueSets]) expect(findings(resource)).toEqual({});
  });

  it.each(frameworks)(`nothing of ${String(RECORDS)} generated records of $id, which all fit the form`, (framework) => {
    const { questionnaire } = frameworkToQuestionnaire(framework, { scales });
    for (const record of samples(framework, RECORDS)) {
      const resources = recordToBundle(record, { framework }).entry.map(({ resource }) => resource);
      for (const resource of resources) expect(findings(resource)).toEqual({});
      expect(misfits(questionnaire, responseOf(resources))).toEqual([]);
    }
  });
});

describe('what is wrong', () => {
  const [framework] = frameworks.filter(({ id }) => id === jean.framework.id);
  if (!framework) throw new Error('It is not shipped.');
  const { questionnaire } = frameworkToQuestionnaire(framework, { scales });
  const resources = recordToBundle(jean, { framework }).entry.map(({ resource }) => resource);
  const response = responseOf(resources);
  /** @param {string} type @returns {any} */
  const copyOf = (type) => structuredClone(resources.find(({ resourceType }) => resourceType === type));

  /** @type {[string, object][]} */
  const spoilt = [
    ['a status that there is not', { ...copyOf('Goal'), lifecycleStatus: 'nearly' }],
    ['a field that there is not', { ...copyOf('Goal'), shoeSize: 5 }],
    ['no subject', { ...copyOf('CarePlan'), subject: undefined }],
    ['a reference to what cannot be meant', { ...copyOf('Observation'), derivedFrom: [{ reference: 'Goal/1' }] }],
    ['a day that there is not', { ...copyOf('Observation'), effectiveDateTime: '2026-13-45' }],
    ['a value, and a reason for none', { ...copyOf('Observation'), dataAbsentReason: { text: 'x' } }],
    ['a linkId that is there twice', { ...questionnaire, item: [questionnaire.item[0], questionnaire.item[0]] }],
    ['a target without its measure', { ...copyOf('Goal'), target: [{ detailString: 'x' }] }],
  ];

  it.each(spoilt)('is found: %s', (_what, resource) => {
    expect(findings(JSON.parse(JSON.stringify(resource)))).not.toEqual({});
  });

  it('is found by each of the validators, and by none of them all of it', () => {
    const found = spoilt.map(([, resource]) => Object.keys(findings(JSON.parse(JSON.stringify(resource)))));
    for (const name of Object.keys(validators)) {
      const count = found.filter((names) => names.includes(name)).length;
      expect(count, name).toBeGreaterThan(0);
      expect(count, name).toBeLessThan(spoilt.length);
    }
  });

  it.each(
    /** @type {[string, (response: any) => void][]} */ ([
      ['a linkId that the form does not have', ({ item }) => item.push({ linkId: 'nowhere', text: 'x' })],
      ['the wrong order', ({ item }) => item.reverse()],
      ['an empty list', ({ item }) => item.push({ linkId: '_own', item: [] })],
      ['an answer of another type', ({ item }) => (item[0].item[1].answer = [{ valueInteger: 1 }])],
      ['two values in one answer', ({ item }) => (item[0].item[1].answer[0].valueInteger = 1)],
    ]),
  )('is found in a response beside its form: %s', (_what, spoil) => {
    const copy = structuredClone(response);
    expect(misfits(questionnaire, copy)).toEqual([]);
    spoil(copy);
    expect(misfits(questionnaire, copy)).not.toEqual([]);
  });
});
