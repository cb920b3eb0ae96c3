import type fhir5 from 'fhir/r5.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registeredFrameworks } from '../../src/frameworks/registry.js';
import { bundleToRecord, frameworkToQuestionnaire, recordToBundle } from '../../src/interop/fhir/index.js';
import { R5, type RecordResourceR5 } from '../../src/interop/fhir/r5.js';
import { loadRecord } from '../../src/model/load.js';
import { registeredScales } from '../../src/scales/registry.js';
import { carried } from './interop-fhir-check.js';
import { at, jean, records } from './interop-samples.js';

const minute = 60_000;

describe('in R5', () => {
  const bundle = recordToBundle(jean, { version: R5 });
  const resources = bundle.entry.map(({ resource }) => resource);
  const typed: fhir5.Bundle = bundle;
  const one = <T extends RecordResourceR5['resourceType']>(type: T) =>
    resources.find(
      (resource): resource is Extract<RecordResourceR5, { resourceType: T }> => resource.resourceType === type,
    );

  it('says the same under the names of R5', () => {
    expect(typed.entry).toHaveLength(bundle.entry.length);
    expect(one('QuestionnaireResponse')?.identifier).toHaveLength(1);
    expect(one('Goal')?.source).toEqual({ display: 'Jean', identifier: expect.anything() as unknown });
    expect(one('Goal')).not.toHaveProperty('expressedBy');
    expect(one('CarePlan')?.contributor).toEqual([expect.objectContaining({ display: 'Sam Reid' })]);
    expect(JSON.stringify(bundle)).toContain('StructureDefinition/itemWeight');
    expect(JSON.stringify(bundle)).not.toContain('StructureDefinition/ordinalValue');
    const amends = { recordId: 'earlier', reason: 'The wrong day', at };
    const amended = recordToBundle({ ...jean, amends }, { version: R5 }).entry.at(-2)?.resource;
    expect(amended).toMatchObject({
      resourceType: 'Provenance',
      authorization: [{ concept: { text: 'The wrong day' } }],
    });
    expect(amended).not.toHaveProperty('reason');
  });

  it('makes a Task of each next step, and names it in the plan and in the Provenance', () => {
    const task = one('Task');
    expect(task).toMatchObject({
      status: 'ready',
      intent: 'plan',
      description: 'Phone the club',
      owner: { display: 'Jean' },
      restriction: { period: { end: '2026-03-10' } },
    });
    const url = `urn:uuid:${task?.id ?? ''}`;
    expect(one('CarePlan')?.activity).toEqual([{ plannedActivityReference: { reference: url } }]);
    expect(one('Provenance')?.target).toContainEqual({ reference: url });
    expect(recordToBundle(jean, { version: R5 })).toEqual(bundle);
  });

  it.each(registeredFrameworks())('makes a form of $id with items and weights of R5', (framework) => {
    const scales = registeredScales();
    const { questionnaire, codeSystems } = frameworkToQuestionnaire(framework, { scales, version: R5 });
    const form: fhir5.Questionnaire = questionnaire;
    const systems: readonly fhir5.CodeSystem[] = codeSystems;
    expect(systems).toHaveLength(frameworkToQuestionnaire(framework, { scales }).codeSystems.length);
    const text = JSON.stringify([form, systems]);
    expect(text).toContain('"type":"coding"');
    expect(text).toContain('"answerConstraint":"optionsOrString"');
    expect(text).not.toMatch(/"type":"(open-)?choice"|ordinalValue/);
  });

  it('comes back from R5 as it does from R4', { timeout: minute }, () => {
    fc.assert(
      fc.property(records, (record) => {
        const read = bundleToRecord(JSON.parse(JSON.stringify(recordToBundle(record, { version: R5 }))), loadRecord);
        expect(read).toMatchObject({ ok: true, notRead: [] });
        expect(read.ok && carried(read.record)).toEqual(carried(record));
      }),
      { numRuns: 100 },
    );
  });
});
