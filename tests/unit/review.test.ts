import { describe, expect, it } from 'vitest';
import { shanarri } from '../../src/frameworks/shanarri.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { reviewProgress, startReview, takeUp, type NewReview } from '../../src/model/review.js';
import type { OutcomeFramework } from '../../src/schema/framework.js';
import type { Action, Entry, OutcomeRecord } from '../../src/schema/record.js';
import { deeplyFrozen } from './shipped-data.js';

const at = '2026-03-03T16:10:00+00:00';
const slip = { reason: 'A slip', at };
const now = new Date('2026-09-01T14:00:00Z');
const framework = talkingPointsCommunity;
const options: NewReview = { framework, now };

const people = { framework: framework.id, frameworkVersion: '1', id: 'seeing-people', name: 'Seeing people' };
const words = [{ id: 's', text: 'I miss the laughing.' }];
const entry = (id: string, parts: Partial<Entry> = {}): Entry => ({
  id,
  label: id,
  outcomes: [],
  narrative: words,
  ...parts,
});
const record = (date: string, entries: readonly Entry[], parts: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: date,
  kind: 'plan',
  status: 'completed',
  subject: { id: 'jean', name: 'Jean' },
  conversationAt: date,
  recordedAt: `${date}T16:10:00+00:00`,
  conversation: {},
  framework: { id: framework.id, version: '1', name: framework.name },
  scales: [],
  entries,
  ...parts,
});
const step = (id: string, status?: Action['status']): Action => ({
  id,
  what: `Do ${id}`,
  who: 'Jean',
  ...(status && { status }),
});
const links = ({ entries }: OutcomeRecord): unknown =>
  entries.map(({ label, previous }) => [label, previous?.recordId, previous?.entryId]);

describe('startReview', () => {
  it('is an empty draft that names what it looks back at', () => {
    const previous = record('2026-03-03', [
      entry('a', {
        label: 'Seeing people',
        outcomes: [people],
        mostImportant: true,
        personalOutcome: { text: 'The bowling', intent: 'achieve' },
        ratings: [
          {
            id: 'r',
            perspective: 'person',
            scale: { id: 'met-3', version: '1' },
            answer: { kind: 'answered', value: 'met' },
            recordedAt: at,
          },
        ],
        strengths: words,
        barriers: words,
        contributors: [{ id: 'c', kind: 'friend', stage: 'planned' }],
        decision: { value: 'continue' },
        disagreement: { between: [], text: 'Not so' },
      }),
    ]);
    const before = structuredClone(previous);
    const review = startReview(previous, { ...options, recordedBy: { id: 'w-17' } });
    expect(review).toEqual({
      schemaVersion: '1.0',
      id: review.id,
      kind: 'review',
      status: 'draft',
      subject: { id: 'jean', name: 'Jean' },
      recordedAt: review.recordedAt,
      recordedBy: { id: 'w-17' },
      conversation: {},
      framework: { id: framework.id, version: '1', name: framework.name, attribution: framework.attribution?.text },
      scales: [],
      entries: [
        {
          id: review.entries[0]?.id,
          label: 'Seeing people',
          outcomes: [{ ...people, category: { id: 'quality-of-life', label: framework.categories?.[0]?.label } }],
          previous: { recordId: '2026-03-03', entryId: 'a' },
        },
      ],
      previous: { recordIds: ['2026-03-03'], shown: 'before' },
    });
    expect(review.id).not.toBe(previous.id);
    expect(review.entries[0]?.id).not.toBe('a');
    expect(deeplyFrozen(review)).toBe(true);
    expect(Object.isFrozen(previous.entries[0]?.outcomes[0])).toBe(false);
    expect(previous).toEqual(before);
  });

  it('takes what the host says about subject and sight', () => {
    const previous = record('2026-03-03', [entry('a')], { subject: {} });
    const review = startReview(previous, { ...options, subject: { id: 'p-1' }, shown: 'never' });
    expect(review).toMatchObject({ subject: { id: 'p-1' }, previous: { shown: 'never' } });
    expect(startReview([], options)).toMatchObject({ kind: 'review', entries: [], subject: {} });
    expect(startReview([], options)).not.toHaveProperty('previous');
  });

  it('carries the open steps along, without how they stood', () => {
    const actions = [
      step('phone', 'planned'),
      step('ask', 'done'),
      step('lift', 'not-yet'),
      step('form', 'no-longer-needed'),
      step('new'),
    ];
    const { entries } = startReview(record('2026-03-03', [entry('a', { actions })]), options);
    expect(entries[0]?.actions).toEqual([step('phone'), step('lift'), step('new')]);
    expect(
      startReview(record('2026-03-03', [entry('a', { actions: [step('x', 'done')] })]), options).entries[0],
    ).not.toHaveProperty('actions');
  });

  it('leaves behind what no longer matters, and what was a mistake', () => {
    const review = startReview(
      record('2026-03-03', [
        entry('a'),
        entry('over', { decision: { value: 'no-longer-matters' } }),
        entry('slip', { enteredInError: slip }),
        entry('reached', { decision: { value: 'achieved' } }),
      ]),
      options,
    );
    expect(links(review)).toEqual([
      ['a', '2026-03-03', 'a'],
      ['reached', '2026-03-03', 'reached'],
    ]);
  });

  it('names outcomes as the framework does today, keeps own names, and keeps what the framework does not have', () => {
    const newer: OutcomeFramework = {
      ...framework,
      version: '2',
      outcomes: framework.outcomes.map((outcome) =>
        outcome.id === 'seeing-people' ? { ...outcome, name: 'Being with people' } : outcome,
      ),
    };
    const gone = { ...people, id: 'gone', name: 'Gone' };
    const foreign = { framework: 'shanarri', frameworkVersion: '1', id: 'safe', name: 'Safe' };
    const previous = record('2026-03-03', [
      entry('a', { label: 'Seeing people', outcomes: [people] }),
      entry('b', { label: 'The bowling', outcomes: [people] }),
      entry('c', { label: 'Gone', outcomes: [gone] }),
      entry('d', { label: 'Safe', outcomes: [foreign] }),
      entry('own'),
    ]);
    const review = startReview(previous, { framework: newer, now });
    expect(
      review.entries.map(({ label, outcomes }) => [
        label,
        outcomes.map(({ id, frameworkVersion, name }) => `${id}@${frameworkVersion} ${name}`),
      ]),
    ).toEqual([
      ['Being with people', ['seeing-people@2 Being with people']],
      ['The bowling', ['seeing-people@2 Being with people']],
      ['Gone', ['gone@1 Gone']],
      ['Safe', ['safe@1 Safe']],
      ['own', []],
    ]);
    expect(reviewProgress(review, previous).entries.map((found) => found.framework)).toEqual([
      'same',
      'same',
      'other-version',
      'other-framework',
      'own-topic',
    ]);
    const other = startReview(previous, { framework: shanarri, now });
    expect(reviewProgress(other, previous).entries.map((found) => found.framework)).toEqual([
      'other-framework',
      'other-framework',
      'other-framework',
      'same',
      'own-topic',
    ]);
  });

  it('takes the latest word on each thing from several records', () => {
    const first = record('2026-01-01', [
      entry('a', { label: 'A cat' }),
      entry('b', { label: 'The garden', actions: [step('dig'), step('seeds', 'doing')] }),
      entry('over', { label: 'The car' }),
    ]);
    const second = record('2026-02-01', [
      entry('c', { label: 'A CAT' }),
      // Carried along then, and not talked about: what was said is in the first.
      entry('d', {
        label: 'The garden',
        narrative: [],
        actions: [step('dig'), step('seeds')],
        previous: { recordId: '2026-01-01', entryId: 'b' },
      }),
      entry('e', { label: 'The car', decision: { value: 'no-longer-matters' } }),
    ]);
    const review = startReview([second, first], options);
    expect(review.previous?.recordIds).toEqual(['2026-01-01', '2026-02-01']);
    expect(links(review)).toEqual([
      ['A CAT', '2026-02-01', 'c'],
      ['The garden', '2026-01-01', 'b'],
    ]);
    expect(review.entries[1]?.actions).toEqual([step('dig'), step('seeds')]);
    const third = record('2026-03-01', [entry('f', { label: 'A cat', enteredInError: slip })]);
    expect(links(startReview([first, second, third], options))).toEqual([
      ['A CAT', '2026-02-01', 'c'],
      ['The garden', '2026-01-01', 'b'],
    ]);
    const closed = record('2026-03-01', [
      entry('g', { label: 'The garden', narrative: [], actions: [step('dig', 'done')] }),
    ]);
    expect(startReview([first, closed], options).entries[0]?.actions).toBeUndefined();
  });

  it('looks back at one person, and at what stands', () => {
    const jean = record('2026-01-01', [entry('a')]);
    const amendment = record('2026-01-02', [entry('a', { label: 'Tibby' })], {
      amends: { recordId: '2026-01-01', ...slip },
    });
    const eck = record('2026-01-03', [entry('e')], { subject: { id: 'eck' } });
    const nobody = record('2026-01-04', [entry('n')], { subject: {} });
    const wrong = record('2026-01-05', [entry('w')], { status: 'entered-in-error' });
    expect(startReview([jean, amendment, wrong], options).previous?.recordIds).toEqual(['2026-01-02']);
    expect(startReview([jean, eck], options)).toMatchObject({
      subject: { id: 'eck' },
      previous: { recordIds: ['2026-01-03'] },
    });
    expect(startReview([jean, eck, nobody], options).previous?.recordIds).toEqual(['2026-01-03', '2026-01-04']);
    expect(startReview([jean, eck], { ...options, subject: { id: 'jean' } }).previous?.recordIds).toEqual([
      '2026-01-01',
    ]);
  });
});

describe('reviewProgress', () => {
  const previous = record('2026-03-03', [
    entry('a', { actions: [step('phone', 'planned'), step('ask'), step('closed', 'done')] }),
    entry('b', { actions: [step('dig')] }),
    entry('over', { decision: { value: 'no-longer-matters' }, actions: [step('sell')] }),
    entry('slip', { enteredInError: slip }),
  ]);
  const started = startReview(previous, options);
  const [a, b] = started.entries as [Entry, Entry];

  it('begins with everything to go through', () => {
    const progress = reviewProgress(started, previous);
    expect(
      progress.actions.map(({ id, entryId, then, now: is, goneThrough }) => [
        id,
        entryId,
        then.status,
        is,
        goneThrough,
      ]),
    ).toEqual([
      ['phone', a.id, 'planned', step('phone'), false],
      ['ask', a.id, undefined, step('ask'), false],
      ['dig', b.id, undefined, step('dig'), false],
    ]);
    expect(progress.actions[0]?.previous).toEqual({ recordId: '2026-03-03', entryId: 'a' });
    expect(progress.entries).toEqual([
      {
        entryId: a.id,
        previous: { recordId: '2026-03-03', entryId: 'a' },
        origin: 'carried',
        framework: 'own-topic',
        discussed: false,
        decision: null,
      },
      {
        entryId: b.id,
        previous: { recordId: '2026-03-03', entryId: 'b' },
        origin: 'carried',
        framework: 'own-topic',
        discussed: false,
        decision: null,
      },
    ]);
    expect(progress.leftBehind).toEqual([
      { recordId: '2026-03-03', entryId: 'over', label: 'over', why: 'no-longer-matters' },
      { recordId: '2026-03-03', entryId: 'slip', label: 'slip', why: 'entered-in-error' },
    ]);
  });

  it('follows what is said, decided, added and taken out', () => {
    const going = {
      ...started,
      entries: [{ ...a, actions: [step('phone', 'doing')], decision: { value: 'continue' as const } }, entry('new')],
    };
    const progress = reviewProgress(going, previous);
    expect(progress.actions.map(({ id, now: is, goneThrough }) => [id, is?.status, goneThrough])).toEqual([
      ['phone', 'doing', true],
      ['ask', undefined, false],
      ['dig', undefined, false],
    ]);
    expect(progress.actions[1]).toMatchObject({ entryId: null, now: null });
    expect(progress.entries.map(({ origin, discussed, decision }) => [origin, discussed, decision])).toEqual([
      ['carried', true, 'continue'],
      ['new', true, null],
    ]);
    expect(progress.leftBehind.map(({ label, why }) => [label, why])).toEqual([
      ['b', 'taken-out'],
      ['over', 'no-longer-matters'],
      ['slip', 'entered-in-error'],
    ]);
  });

  it('finds what belongs together without a link, and does not look back at itself', () => {
    const byHand = record('2026-09-01', [entry('x', { label: 'A' }), entry('over')]);
    const progress = reviewProgress(byHand, [previous, byHand]);
    expect(progress.entries.map(({ previous: from, origin }) => [from?.entryId, origin])).toEqual([
      ['a', 'carried'],
      ['over', 'carried'],
    ]);
    expect(progress.actions.map(({ id }) => id)).toEqual(['phone', 'ask', 'dig', 'sell']);
  });
});

describe('takeUp', () => {
  const mattered = entry('a', {
    label: 'Digging',
    outcomes: [people],
    actions: [step('phone', 'doing'), step('ask'), step('buy', 'done'), step('drop', 'no-longer-needed')],
  });
  const previous = record('2026-03-03', [mattered]);
  const left = { recordId: previous.id, entryId: 'a', label: 'Digging', why: 'taken-out' } as const;

  it('begins anew with what it was about, what it follows on from, and the steps that are open', () => {
    const taken = takeUp(previous, left);
    expect(taken).toEqual({
      id: taken.id,
      label: 'Digging',
      outcomes: [people],
      previous: { recordId: previous.id, entryId: 'a' },
      actions: [step('phone'), step('ask')],
    });
    expect(taken.id).not.toBe('a');
  });

  it('finds it among several records and entries, by both ids', () => {
    const records = [
      record('2026-03-02', [entry('a', { outcomes: [], actions: [step('other')] })]),
      record('2026-03-03', [entry('b', { outcomes: [], actions: [step('beside')] }), mattered]),
    ];
    const recordId = records[1]?.id ?? '';
    const taken = takeUp(records, { ...left, recordId });
    expect(taken).toMatchObject({ outcomes: [people], previous: { recordId, entryId: 'a' } });
    expect(taken.actions?.map(({ id }) => id)).toEqual(['phone', 'ask']);
    expect(takeUp(records, { ...left, recordId, entryId: 'z' })).not.toHaveProperty('actions');
  });

  it('has its own copies of the steps, and no list where none is open', () => {
    const taken = takeUp(previous, left);
    expect(taken.actions?.[1]).not.toBe(mattered.actions?.[1]);
    expect(Object.isFrozen(taken.actions?.[0])).toBe(true);
    expect(Object.isFrozen(mattered.actions?.[1])).toBe(false);
    const closed = record('2026-03-04', [entry('a', { actions: [step('buy', 'done')] })]);
    expect(takeUp(closed, { ...left, recordId: closed.id })).not.toHaveProperty('actions');
  });

  it('keeps the name and the link of what cannot be found any more', () => {
    const taken = takeUp([], left);
    expect(taken).toEqual({
      id: taken.id,
      label: 'Digging',
      outcomes: [],
      previous: { recordId: previous.id, entryId: 'a' },
    });
  });
});
