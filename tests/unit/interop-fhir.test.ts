import type fhir4 from 'fhir/r4.js';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { registeredFrameworks } from '../../src/frameworks/registry.js';
import { entryFields, recordFields, type Fields } from '../../src/interop/fhir/fields.js';
import {
  bundleToRecord,
  frameworkToQuestionnaire,
  recordToBundle,
  type Observation,
  type QuestionnaireResponse,
  type RecordBundle,
  type RecordResource,
  type ResponseItem,
} from '../../src/interop/fhir/index.js';
import { loadRecord } from '../../src/model/load.js';
import { NO_ANSWER_REASONS } from '../../src/schema/codes.js';
import { entry as entrySchema, outcomeRecord, type Entry, type OutcomeRecord } from '../../src/schema/record.js';
import { registeredScales } from '../../src/scales/registry.js';
import { defOf } from './arbitraries.js';
import { carried, misfits } from './interop-fhir-check.js';
import { at, jean, rating, records, recordsOf } from './interop-samples.js';

const minute = 60_000;

const of = <T extends RecordResource['resourceType']>(bundle: RecordBundle, type: T) =>
  bundle.entry
    .map(({ resource }) => resource)
    .filter((resource): resource is Extract<RecordResource, { resourceType: T }> => resource.resourceType === type);
const back = (bundle: unknown): OutcomeRecord => {
  const read = bundleToRecord(bundle, loadRecord);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.notRead).toEqual([]);
  return read.record;
};

describe('record → Bundle → record', () => {
  it('brings a conversation back as it was', () => {
    expect(back(JSON.parse(JSON.stringify(recordToBundle(jean))))).toEqual(jean);
    // The response alone holds all of it.
    expect(back(of(recordToBundle(jean), 'QuestionnaireResponse')[0])).toEqual(jean);
  });

  it('loses nothing of any valid record that is not on the stated list', { timeout: minute }, () => {
    fc.assert(
      fc.property(records, fc.constantFrom(undefined, 'https://example.org/fhir'), (record, base) => {
        const returned = back(JSON.parse(JSON.stringify(recordToBundle(record, { base }))));
        expect(carried(returned)).toEqual(carried(record));
      }),
      { numRuns: 600 },
    );
  });

  it('gives the same ids, and the same Bundle, each time', { timeout: minute }, () => {
    fc.assert(
      fc.property(records, (record) => {
        const bundle = recordToBundle(record);
        expect(recordToBundle(JSON.parse(JSON.stringify(record)) as OutcomeRecord)).toEqual(bundle);
        const ids = bundle.entry.map(({ fullUrl }) => fullUrl);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
    const [first, second] = jean.entries as [Entry, Entry];
    const ids = (record: OutcomeRecord) =>
      recordToBundle(record)
        .entry.map(({ fullUrl }) => fullUrl)
        .sort();
    expect(ids({ ...jean, entries: [second, first] })).toEqual(ids(jean));
  });

  it('has a place for every field of the record format', () => {
    const names = (schema: z.core.$ZodType): Record<string, unknown> => {
      const def = defOf(schema);
      if (def.type === 'optional') return names(def.innerType);
      if (def.type === 'array') return names(def.element);
      if (def.type !== 'object') return {};
      return Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, names(part)]));
    };
    const ours = (fields: Fields): Record<string, unknown> =>
      Object.fromEntries(Object.entries(fields).map(([name, { fields: inner }]) => [name, inner ? ours(inner) : {}]));
    const special = (tree: Record<string, unknown>): unknown =>
      JSON.parse(
        JSON.stringify(tree, (name, value: unknown) => (['scale', 'scales', 'outcomes'].includes(name) ? {} : value)),
      );
    const { entries: _entries, conversationAt: _at, ...record } = names(outcomeRecord);
    const { conversationDate: _date, conversationTime: _time, ...fields } = ours(recordFields);
    expect(special(fields)).toEqual(special(record));
    const { position: _position, ...entry } = ours(entryFields);
    expect(special(entry)).toEqual(special(names(entrySchema)));
  });

  it('keeps the number 1 and the code 1 apart, and a value that is off its scale', () => {
    const values = [1, '1', 'off-it', 99];
    const scale = {
      ...jean.scales[0],
      id: 's',
      points: [
        { value: 1, label: 'One' },
        { value: 'a', label: 'A' },
      ],
    };
    const record = {
      ...jean,
      scales: [scale],
      entries: [
        {
          id: 'e',
          label: 'E',
          outcomes: [],
          ratings: values.map((value, index) =>
            rating(`r${String(index)}`, { scale: { id: 's', version: '1' }, answer: { kind: 'answered', value } }),
          ),
        },
      ],
    } as OutcomeRecord;
    expect(back(recordToBundle(record)).entries).toEqual(record.entries);
  });

  it('forgets the words of an answer that another system has changed, and takes an answer group that was dropped for unanswered', () => {
    const response = structuredClone(of(recordToBundle(jean), 'QuestionnaireResponse')[0]) as QuestionnaireResponse;
    const inside = (items: readonly ResponseItem[] | undefined, link: string): ResponseItem[] =>
      (items ?? []).filter(({ linkId }) => linkId === link);
    const entry = inside(response.item, 'seeing-people')[0] as ResponseItem;
    const [rating] = inside(entry.item, 'seeing-people.rating');
    const [group] = inside(rating?.item, 'seeing-people.rating.answer');
    const [value] = inside(group?.item, 'seeing-people.rating.answer.value');
    if (value) value.answer = [{ valueCoding: { code: 'none' } }];
    const [unanswered] = inside(entry.item, 'seeing-people.importance');
    if (unanswered) unanswered.item = unanswered.item?.filter(({ linkId }) => !linkId.endsWith('.answer')) ?? [];
    const [read] = back(response).entries;
    expect(read?.ratings?.[0]).toMatchObject({ answer: { kind: 'answered', value: 'none' } });
    expect(read?.ratings?.[0]).not.toHaveProperty('label');
    expect(read?.importance).toEqual(jean.entries[0]?.importance);
  });

  it('says what it could not read, and refuses what is no conversation', () => {
    const bundle = recordToBundle(jean);
    const response = structuredClone(of(bundle, 'QuestionnaireResponse')[0]) as QuestionnaireResponse;
    response.item[0]?.item?.push({ linkId: '_record.shoe-size', answer: [{ valueInteger: 5 }] });
    const more = { ...bundle, entry: [{ resource: response }, { resource: { resourceType: 'Patient', id: 'p' } }] };
    expect(bundleToRecord(more, loadRecord)).toMatchObject({ ok: true, notRead: ['Patient/p', '_record.shoe-size'] });
    for (const wrong of [
      undefined,
      null,
      3,
      'x',
      [],
      {},
      { entry: [null] },
      { entry: [...bundle.entry, ...bundle.entry] },
    ])
      expect(bundleToRecord(wrong, loadRecord).ok).toBe(false);
    const broken = { resourceType: 'QuestionnaireResponse', item: [{ linkId: '_record', item: 3 }] };
    expect(bundleToRecord(broken, loadRecord).ok).toBe(false);
  });
});

describe('what is derived', () => {
  const bundle = recordToBundle(jean);
  const observations = of(bundle, 'Observation');
  const goalUrl = bundle.entry.find(({ resource }) => resource.resourceType === 'Goal')?.fullUrl;

  it('is one Observation for each view, on the Goal, with who judged', () => {
    expect(observations).toHaveLength(4);
    expect(observations[0]).toMatchObject({
      status: 'final',
      focus: [{ reference: goalUrl }],
      effectiveDateTime: '2026-03-03',
      performer: [{ display: 'Jean', identifier: { value: 'person-17' } }],
      valueCodeableConcept: {
        coding: [{ code: 'most', version: '1', extension: [{ valueDecimal: 2 }] }],
        text: 'Most of the time',
      },
    });
    expect(observations[1]?.performer).toEqual([{ display: 'Moira (Unpaid carer)' }]);
    expect(observations[1]?.component[0]?.valueCodeableConcept?.coding?.[0]?.code).toBe('carer');
  });

  it.each(NO_ANSWER_REASONS)('says why there is no answer (%s), never with a value', (reason) => {
    const [entry] = jean.entries as [Entry];
    const record = {
      ...jean,
      entries: [{ ...entry, ratings: [rating('r', { answer: { kind: 'no-answer', reason } })], importance: [] }],
    };
    const [only] = of(recordToBundle(record), 'Observation') as [Observation];
    expect(only.dataAbsentReason?.coding?.[0]?.code).toMatch(/\w/);
    expect(only.valueCodeableConcept).toBeUndefined();
    const text = JSON.stringify(of(recordToBundle(record), 'QuestionnaireResponse'));
    // The companion item, which form renderers keep, and the extension, which they drop.
    expect(text).toContain('"linkId":"seeing-people.rating.answer.absent"');
    expect(text).toContain('http://hl7.org/fhir/StructureDefinition/data-absent-reason');
    expect(back(recordToBundle(record)).entries[0]?.ratings?.[0]?.answer).toEqual({ kind: 'no-answer', reason });
  });

  it('is a Goal in the person’s words, and a plan in which the person acts too', () => {
    expect(of(bundle, 'Goal')).toMatchObject([
      {
        description: { text: 'To be back at the bowling club' },
        lifecycleStatus: 'active',
        achievementStatus: { coding: [{ code: 'in-progress' }] },
      },
    ]);
    expect(of(bundle, 'CarePlan')[0]).toMatchObject({
      status: 'active',
      category: [{ coding: [{ code: '3' }] }],
      activity: [
        { detail: { description: 'Phone the club', performer: [{ display: 'Jean' }], status: 'not-started' } },
      ],
    });
  });

  it('keeps what is meant to stay as it is from reading as a failure', () => {
    const [entry] = jean.entries as [Entry];
    const kept = { ...entry, personalOutcome: { intent: 'maintain' }, decision: { value: 'keep-going' } } as Entry;
    const [goal] = of(recordToBundle({ ...jean, entries: [kept] }), 'Goal');
    expect(goal?.achievementStatus?.coding?.[0]?.code).toBe('sustaining');
  });

  it('says who wrote it, whose views it holds, and what it corrects', () => {
    const amends = { recordId: 'earlier', reason: 'The wrong day', at };
    const [provenance] = of(recordToBundle({ ...jean, amends }), 'Provenance');
    expect(provenance).toMatchObject({
      activity: { coding: [{ code: 'UPDATE' }] },
      reason: [{ text: 'The wrong day' }],
      entity: [{ role: 'revision', what: { identifier: { value: 'earlier' } } }],
    });
    expect(provenance?.agent[0]?.who.display).toBe('Sam Reid');
    expect(of(recordToBundle({ ...jean, amends }), 'QuestionnaireResponse')[0]?.status).toBe('amended');
  });

  it('marks a mistake everywhere, and a draft as one', () => {
    const inError = recordToBundle({ ...jean, status: 'entered-in-error', enteredInError: { reason: 'x', at } });
    for (const { resource } of inError.entry)
      if ('status' in resource) expect(resource.status).toBe('entered-in-error');
    expect(of(recordToBundle({ ...jean, status: 'draft' }), 'Observation')[0]?.status).toBe('preliminary');
  });

  it('is typed as FHIR’s own types are', () => {
    const typed: fhir4.Bundle = bundle;
    expect(typed.entry).toHaveLength(bundle.entry.length);
  });
});

describe('frameworkToQuestionnaire', () => {
  const scales = registeredScales();

  it.each(registeredFrameworks())('makes a form of $id that nobody has to fill in, and codes for it', (framework) => {
    const { questionnaire, codeSystems, valueSets } = frameworkToQuestionnaire(framework, { scales });
    const typed: fhir4.Questionnaire = questionnaire;
    const kinds: [readonly fhir4.CodeSystem[], readonly fhir4.ValueSet[]] = [codeSystems, valueSets];
    expect(kinds[0]).toHaveLength(kinds[1].length);
    expect(JSON.stringify(typed)).not.toContain('"required"');
    const links = JSON.stringify(questionnaire).match(/"linkId":"[^"]+"/g) ?? [];
    expect(new Set(links).size).toBe(links.length);
    expect(codeSystems[0]?.concept.map(({ code }) => code)).toEqual(framework.outcomes.map(({ id }) => id));
  });

  it.each(registeredFrameworks())(
    'asks all that a response of $id answers, in its order',
    { timeout: minute },
    (framework) => {
      const { questionnaire } = frameworkToQuestionnaire(framework, { scales });
      fc.assert(
        fc.property(recordsOf(framework), (filled) => {
          const [response] = of(recordToBundle(filled, { framework }), 'QuestionnaireResponse');
          expect(misfits(questionnaire, response as QuestionnaireResponse)).toEqual([]);
          expect(response?.questionnaire).toBe(`${questionnaire.url}|${questionnaire.version}`);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('finds what does not fit, so that the check above means something', () => {
    const [framework] = registeredFrameworks().filter(({ id }) => id === 'talking-points-community');
    if (!framework) throw new Error('It is not shipped.');
    const { questionnaire } = frameworkToQuestionnaire(framework, { scales });
    const fits = () =>
      structuredClone(of(recordToBundle(jean, { framework }), 'QuestionnaireResponse')[0]) as QuestionnaireResponse;
    expect(misfits(questionnaire, fits())).toEqual([]);
    const turned = fits();
    turned.item.reverse();
    expect(misfits(questionnaire, turned)).not.toEqual([]);
    const strange = fits();
    strange.item.push({ linkId: 'nowhere' });
    expect(misfits(questionnaire, strange)).not.toEqual([]);
    // Without the framework, an answer on another scale stands where the form offers other options.
    const [entry] = jean.entries as [Entry];
    const other = {
      ...jean,
      entries: [
        {
          ...entry,
          ratings: [
            rating('r', {
              scale: { id: 'goal-attainment', version: '1' },
              answer: { kind: 'answered' as const, value: 0 },
            }),
          ],
        },
      ],
    };
    expect(
      misfits(questionnaire, of(recordToBundle(other), 'QuestionnaireResponse')[0] as QuestionnaireResponse),
    ).toHaveLength(1);
    expect(
      misfits(
        questionnaire,
        of(recordToBundle(other, { framework }), 'QuestionnaireResponse')[0] as QuestionnaireResponse,
      ),
    ).toEqual([]);
  });
});
