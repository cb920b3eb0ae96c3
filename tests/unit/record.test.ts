import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shanarri } from '../../src/frameworks/shanarri.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import {
  amendRecord,
  completeRecord,
  createEntry,
  createRecord,
  isEmptyEntry,
  markEnteredInError,
  outcomeReference,
} from '../../src/model/record.js';
import { parseRecord } from '../../src/schema/parse.js';
import { entry as entrySchema, outcomeRecord, type Entry, type OutcomeRecord } from '../../src/schema/record.js';
import { valuesOf } from './arbitraries.js';
import { deeplyFrozen } from './shipped-data.js';

const minute = 60_000;
const now = new Date('2026-03-03T14:05:09Z');
const instant = /^2026-03-0[234]T\d\d:05:09[+-]\d\d:\d\d$/;
const uuid7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const records = valuesOf(outcomeRecord) as fc.Arbitrary<OutcomeRecord>;
const entries = valuesOf(entrySchema) as fc.Arbitrary<Entry>;
const draft = (...held: readonly object[]): OutcomeRecord => ({
  ...createRecord({ framework: talkingPointsCommunity, now }),
  entries: held.map((part) => ({ ...createEntry('Seeing people'), ...part })),
});

describe('createRecord', () => {
  it('chooses nothing for anybody', () => {
    const record = createRecord({ framework: talkingPointsCommunity, now });
    expect(record).toEqual({
      schemaVersion: '1.0',
      id: expect.stringMatching(uuid7) as string,
      kind: 'assessment',
      status: 'draft',
      subject: {},
      recordedAt: expect.stringMatching(instant) as string,
      conversation: {},
      framework: {
        id: 'talking-points-community',
        version: '1',
        name: talkingPointsCommunity.name,
        attribution: talkingPointsCommunity.attribution?.text,
      },
      scales: [],
      entries: [],
    });
    expect(parseRecord(record)).toEqual({ ok: true, value: record });
    expect(deeplyFrozen(record)).toBe(true);
  });

  it('takes whose record it is, who writes, and what kind it is, as copies', () => {
    const subject = { id: 's-1', name: 'Moira' };
    const recordedBy = { id: 'w-1', name: 'Ailsa' };
    const framework = { ...shanarri, licence: { holder: 'Somebody', notice: 'Used with permission' } };
    const record = createRecord({ framework, kind: 'review', subject, recordedBy, now });
    expect(record).toMatchObject({ kind: 'review', subject, recordedBy });
    expect(record.framework.licenceNotice).toBe('Used with permission');
    subject.name = 'Eck';
    recordedBy.name = 'Eck';
    expect(record.subject.name).toBe('Moira');
    expect(record.recordedBy?.name).toBe('Ailsa');
  });

  it('gives every record an id of its own', () => {
    const ids = Array.from({ length: 100 }, () => createRecord({ framework: shanarri, now }).id);
    expect(new Set(ids).size).toBe(100);
  });
});

describe('createEntry and outcomeReference', () => {
  const [outcome] = talkingPointsCommunity.outcomes;
  if (!outcome) throw new Error('The framework has no outcome');

  it('name the outcome by the words that were on the screen', () => {
    const reference = outcomeReference(talkingPointsCommunity, outcome);
    expect(reference).toEqual({
      framework: 'talking-points-community',
      frameworkVersion: '1',
      id: 'feeling-safe',
      name: 'Feeling safe',
      category: { id: 'quality-of-life', label: talkingPointsCommunity.categories?.[0]?.label },
    });
    expect(createEntry('Feeling safe', [reference])).toEqual({
      id: expect.stringMatching(uuid7) as string,
      label: 'Feeling safe',
      outcomes: [reference],
    });
  });

  it('leave out a category that is not there', () => {
    expect(outcomeReference(shanarri, { id: 'safe', name: 'Safe' })).not.toHaveProperty('category');
    expect(outcomeReference(shanarri, { id: 'safe', name: 'Safe', category: 'gone' })).not.toHaveProperty('category');
  });

  it('make an entry for something that the person named, frozen, with a list of its own', () => {
    const outcomes = [outcomeReference(talkingPointsCommunity, outcome)];
    const entry = createEntry('Having a cat again', outcomes);
    outcomes.length = 0;
    expect(entry.outcomes).toHaveLength(1);
    expect(createEntry('Having a cat again').outcomes).toEqual([]);
    expect(deeplyFrozen(entry)).toBe(true);
  });
});

describe('isEmptyEntry', () => {
  it.each([
    {},
    { mostImportant: false },
    { narrative: [] },
    { narrative: [], actions: [] },
    { previous: { recordId: 'r', entryId: 'e' } },
  ])('%j: yes', (part) => {
    expect(isEmptyEntry({ ...createEntry('Tea'), ...part })).toBe(true);
  });

  it.each([
    { mostImportant: true },
    { narrative: [{ id: 's', text: '' }] },
    { disagreement: { between: [], text: '' } },
    { decision: { value: 'paused' } },
    { personalOutcome: {} },
    { 'of a newer version': 0 },
  ])('%j: no', (part) => {
    expect(isEmptyEntry({ ...createEntry('Tea'), ...(part as object) })).toBe(false);
  });
});

/** Every text, number and truth in some data that somebody may have meant, without the ids, codes and times that go with a blank. */
const said = (entry: Entry): readonly string[] => [
  ...[...(entry.narrative ?? []), ...(entry.strengths ?? []), ...(entry.barriers ?? [])].map(({ text }) => text),
  ...[...(entry.ratings ?? []), ...(entry.importance ?? []), ...(entry.change ?? [])].flatMap(
    ({ answer, reason, hopedFor, wouldHelp, viewFoundBy, levels }) => [
      ...(answer.kind === 'unanswered' ? [] : [JSON.stringify(answer)]),
      ...(!hopedFor || hopedFor.kind === 'unanswered' ? [] : [JSON.stringify(hopedFor)]),
      ...(levels ?? []).map(({ text }) => text),
      reason ?? '',
      wouldHelp ?? '',
      viewFoundBy ?? '',
    ],
  ),
  ...(entry.actions ?? []).flatMap(({ what, who, note, by }) => [what, who ?? '', note ?? '', by ?? '']),
];

describe('completeRecord', () => {
  it('keeps every word, answer and field that somebody gave', { timeout: minute }, () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const completed = completeRecord(draft(entry), now).entries[0] as Entry;
        const words = (of: Entry): readonly string[] => said(of).filter((text) => text !== '');
        expect(words(completed)).toEqual(words(entry));
        const lists = ['narrative', 'strengths', 'barriers', 'ratings', 'importance', 'change', 'actions'];
        const rest = (of: Entry): object =>
          Object.fromEntries(Object.entries(of).filter(([key]) => !lists.includes(key)));
        expect(rest(completed)).toEqual(rest(entry));
        expect(Object.keys(completed)).toEqual(Object.keys(entry).filter((key) => key in completed));
      }),
      { numRuns: 400 },
    );
  });

  it('changes only the status, the time and the entries, and leaves its input alone', { timeout: minute }, () => {
    fc.assert(
      fc.property(records, (record) => {
        const before = structuredClone(record);
        const { entries: _completed, ...completed } = completeRecord(record, now);
        const { entries: _before, ...kept } = before;
        expect(completed).toEqual({ ...kept, status: 'completed', completedAt: completed.completedAt });
        expect(completed.completedAt).toMatch(instant);
        expect(record).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  const blankRating = {
    id: 'r',
    perspective: 'person',
    scale: { id: 'met-3', version: '1' },
    answer: { kind: 'unanswered' },
    recordedAt: '2026-03-03T14:05:09Z',
  };

  it.each([
    ['a box that was left empty', { narrative: [{ id: 's', text: '' }] }],
    ['a step without words', { actions: [{ id: 'a', what: '' }] }],
    ['a view that was cleared', { ratings: [blankRating] }],
    ['an importance that was cleared', { importance: [blankRating] }],
    ['a sense of change that was cleared', { change: [blankRating] }],
    ['strengths and barriers that were left empty', { strengths: [{ id: 's', text: '' }], barriers: [] }],
  ])('drops %s', (_what, part) => {
    const { entries: before } = draft(part);
    const [after] = completeRecord({ ...draft(), entries: before }, now).entries;
    expect(Object.keys(after ?? {}).filter((key) => ((after as never)[key] as readonly unknown[]).length > 0)).toEqual([
      'id',
      'label',
    ]);
  });

  it.each([
    ['nought', { ratings: [{ ...blankRating, answer: { kind: 'answered', value: 0 } }] }],
    ['a reason for no answer', { importance: [{ ...blankRating, answer: { kind: 'no-answer', reason: 'later' } }] }],
    ['a reason without a rating', { ratings: [{ ...blankRating, reason: 'It comes and goes' }] }],
    ['a reason without an importance', { importance: [{ ...blankRating, reason: 'It comes and goes' }] }],
    ['what would help, without a rating', { ratings: [{ ...blankRating, wouldHelp: 'A lift' }] }],
    [
      'what is hoped for, without a rating',
      { ratings: [{ ...blankRating, hopedFor: { kind: 'answered', value: 'met' } }] },
    ],
    ['a step with nothing but who', { actions: [{ id: 'a', what: '', who: 'Jean' }] }],
    ['a step with nothing but a note', { actions: [{ id: 'a', what: '', note: 'Ask Jean' }] }],
    ['a step with nothing but a day', { actions: [{ id: 'a', what: '', by: '2026-04-01' }] }],
    [
      'a mistake that was marked',
      { strengths: [{ id: 's', text: '', enteredInError: { reason: 'Not hers', at: '' } }] },
    ],
    ['a field of a newer version', { ratings: [{ ...blankRating, picture: 'faces/3' }] }],
    ['words that are a space', { narrative: [{ id: 's', text: ' ' }] }],
  ])('keeps %s', (_what, part) => {
    const record = draft(part);
    expect(completeRecord(record, now).entries).toEqual(record.entries);
  });

  it('keeps the very same entry where nothing was blank, and freezes all of it', () => {
    const record = draft({ narrative: [{ id: 's', text: 'I talk to her.' }] });
    const completed = completeRecord(record, now);
    expect(completed.entries[0]).toBe(record.entries[0]);
    expect(deeplyFrozen(completed)).toBe(true);
  });
});

describe('amendRecord', () => {
  const completed = completeRecord({ ...draft({ mostImportant: true }), baseVersion: '"1"' }, now);
  const later = new Date('2026-03-04T09:05:09Z');

  it('is a new draft that holds the same and names what it amends', () => {
    const by = { id: 'w-2', name: 'Ailsa' };
    const amended = amendRecord(completed, { reason: 'The wrong day', now: later, by, baseVersion: '"2"' });
    const { completedAt: _at, ...held } = completed;
    expect(amended).toEqual({
      ...held,
      id: amended.id,
      status: 'draft',
      recordedAt: amended.recordedAt,
      recordedBy: by,
      amends: { recordId: completed.id, reason: 'The wrong day', at: amended.recordedAt, by },
      baseVersion: '"2"',
    });
    expect(amended.id).not.toBe(completed.id);
    expect(amended.recordedAt).toMatch(instant);
    expect(completed.status).toBe('completed');
    expect(deeplyFrozen(amended)).toBe(true);
    expect(parseRecord(amended).ok).toBe(true);
  });

  it('does not pass on the version that the first one was based on', () => {
    expect(amendRecord(completed, { reason: '', now: later })).not.toHaveProperty('baseVersion');
  });
});

describe('markEnteredInError', () => {
  it('says that it is a mistake, and why, and removes nothing', { timeout: minute }, () => {
    fc.assert(
      fc.property(records, fc.string(), (record, reason) => {
        const before = structuredClone(record);
        const marked = markEnteredInError(record, { reason, now, by: { id: 'w-2' } });
        expect(marked).toEqual({
          ...before,
          status: 'entered-in-error',
          enteredInError: { reason, at: marked.enteredInError?.at, by: { id: 'w-2' } },
        });
        expect(marked.enteredInError?.at).toMatch(instant);
        expect(record).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
