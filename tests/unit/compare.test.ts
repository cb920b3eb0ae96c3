import { describe, expect, it } from 'vitest';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { compareRecords } from '../../src/model/compare.js';
import { pairUp } from '../../src/model/compare-pair.js';
import { orderOf } from '../../src/model/compare-scales.js';
import {
  compareTimes,
  dayNumber,
  elapsedBetween,
  instantNumber,
  summariseRecord,
} from '../../src/model/compare-time.js';
import { isDiscussed, wordsKey } from '../../src/model/compare-entries.js';
import type { CompareOptions, OutcomeComparison } from '../../src/model/compare-types.js';
import type { Entry, OutcomeRecord, OutcomeReference, Rating } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { findScale } from '../../src/scales/registry.js';

const at = '2026-03-03T16:10:00+00:00';
const slip = { reason: 'A slip', at };
const frequency = findScale('frequency-4@1') as RatingScale;

const reference = (id: string, framework = 'f'): OutcomeReference => ({
  framework,
  frameworkVersion: '1',
  id,
  name: id,
});
const entry = (id: string, parts: Partial<Entry> = {}): Entry => ({
  id,
  label: id,
  outcomes: [],
  narrative: [{ id: 's', text: `About ${id}` }],
  ...parts,
});
const record = (id: string, entries: readonly Entry[], parts: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id,
  kind: 'review',
  status: 'completed',
  subject: { id: 'jean', name: 'Jean' },
  conversationAt: id === 'then' ? '2026-03-03' : '2026-09-02',
  recordedAt: at,
  conversation: {},
  framework: { id: 'f', version: '1', name: 'F' },
  scales: [frequency],
  entries,
  ...parts,
});
const rating = (value: string | number, parts: Partial<Rating> = {}): Rating => ({
  id: 'r',
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value },
  recordedAt: at,
  ...parts,
});

const compare = (
  thens: readonly Entry[],
  nows: readonly Entry[],
  options: CompareOptions = {},
  parts: Partial<OutcomeRecord> = {},
): readonly OutcomeComparison[] => compareRecords(record('then', thens), record('now', nows, parts), options).outcomes;
const first = (outcomes: readonly OutcomeComparison[]): OutcomeComparison => {
  const [outcome] = outcomes;
  if (!outcome) throw new Error('There is no outcome');
  return outcome;
};
const met = (outcomes: readonly OutcomeComparison[]): readonly unknown[] =>
  outcomes.map(({ then, now, matchedBy }) => [then?.entry.id ?? null, now?.entry.id ?? null, matchedBy]);
const follows = (entryId: string, recordId = 'then'): Partial<Entry> => ({ previous: { recordId, entryId } });

describe('what is matched', () => {
  it('keeps the order of the current record, then of the previous one', () => {
    const outcomes = compare([entry('c'), entry('x'), entry('a'), entry('y')], [entry('a'), entry('new'), entry('c')]);
    expect(met(outcomes)).toEqual([
      ['a', 'a', 'label'],
      [null, 'new', null],
      ['c', 'c', 'label'],
      ['x', null, null],
      ['y', null, null],
    ]);
    expect(outcomes.map(({ label }) => label)).toEqual(['a', 'new', 'c', 'x', 'y']);
  });

  it('believes a link before an outcome, and an outcome before anything else', () => {
    const o = [reference('o')];
    expect(
      met(
        compare(
          [entry('a', { outcomes: o }), entry('b')],
          [entry('c', { outcomes: o }), entry('d', { outcomes: o, ...follows('a') })],
        ),
      ),
    ).toEqual([
      [null, 'c', null],
      ['a', 'd', 'link'],
      ['b', null, null],
    ]);
    // From the other side: the one that is called previous holds the link.
    const [later, earlier] = [record('now', [entry('d', follows('a'))]), record('then', [entry('a', { outcomes: o })])];
    expect(met(compareRecords(later, earlier).outcomes)).toEqual([['d', 'a', 'link']]);
  });

  it('does not match by label what is an outcome of a framework, or the same id in another framework', () => {
    expect(met(compare([entry('a', { outcomes: [reference('o')] })], [entry('a')]))).toHaveLength(2);
    expect(
      met(
        compare([entry('a', { outcomes: [reference('o', 'f')] })], [entry('b', { outcomes: [reference('o', 'g')] })]),
      ),
    ).toHaveLength(2);
  });

  it('prefers the same outcomes to one in common', () => {
    const [x, y] = [reference('x'), reference('y')];
    expect(
      met(
        compare(
          [entry('a', { outcomes: [x] }), entry('b', { outcomes: [x, y] })],
          [entry('c', { outcomes: [y, x] }), entry('d', { outcomes: [x, reference('z')] })],
        ),
      ),
    ).toEqual([
      ['b', 'c', 'outcome'],
      ['a', 'd', 'outcome'],
    ]);
  });

  it('finds another partner where the nearer one is taken', () => {
    const [x, y] = [reference('x'), reference('y')];
    expect(
      met(
        compare(
          [entry('a', { outcomes: [x, y] }), entry('b', { outcomes: [x] })],
          [entry('c', { outcomes: [y] }), entry('d', { outcomes: [x] })],
        ),
      ),
    ).toEqual([
      ['a', 'c', 'outcome'],
      ['b', 'd', 'outcome'],
    ]);
  });

  it('matches what is not a mistake before what is', () => {
    const o = { outcomes: [reference('o')] };
    expect(met(compare([entry('slip', { ...o, enteredInError: slip }), entry('right', o)], [entry('now', o)]))).toEqual(
      [
        ['right', 'now', 'outcome'],
        ['slip', null, null],
      ],
    );
  });

  it('traces links over the reviews in between, and over amendments', () => {
    const between = record('between', [entry('b', { label: 'The cat', ...follows('a') })], {
      conversationAt: '2026-05-01',
    });
    const [a, c] = [entry('a', { label: 'A pet' }), entry('c', { label: 'Tibby', ...follows('b', 'between') })];
    expect(met(compare([a], [c]))).toHaveLength(2);
    expect(met(compare([a], [c], { records: [between] }))).toEqual([['a', 'c', 'link']]);
    const amendment = record('amended', between.entries, { amends: { recordId: 'between', reason: '', at } });
    const toAmendment = entry('c', { label: 'Tibby', ...follows('b', 'amended') });
    expect(met(compare([a], [toAmendment], { records: [between, amendment] }))).toEqual([['a', 'c', 'link']]);
  });

  it('meets an amendment by the entries’ ids, and knows it for the same conversation', () => {
    const then = record('then', [entry('a', { label: 'A cat', ratings: [rating('some')] })]);
    const amended = record('now', [entry('a', { label: 'A dog', ratings: [rating('all')] })], {
      amends: { recordId: 'then', reason: '', at },
    });
    const comparison = compareRecords(then, amended);
    expect(met(comparison.outcomes)).toEqual([['a', 'a', 'entry']]);
    expect(first(comparison.outcomes).views).toMatchObject([{ reason: 'same-conversation' }]);
    const again = record('again', amended.entries, { amends: { recordId: 'now', reason: '', at } });
    expect(compareRecords(then, again).problems).not.toContainEqual({ code: 'amendment', side: null });
    expect(compareRecords(then, again, { records: [amended] }).problems).toContainEqual({
      code: 'amendment',
      side: null,
    });
  });

  it('gives every outcome a key of its own, the same from both sides', () => {
    const [then, now] = [record('then', [entry('a'), entry('z')]), record('now', [entry('a'), entry('n')])];
    const keys = compareRecords(then, now).outcomes.map(({ key }) => key);
    expect(keys).toEqual(['now/a then/a', 'now/n', 'then/z']);
    expect(
      compareRecords(now, then)
        .outcomes.map(({ key }) => key)
        .sort(),
    ).toEqual([...keys].sort());
    const twice = record('then', [entry('a'), entry('a')]);
    expect(compareRecords(twice, record('now', [])).outcomes.map(({ key }) => key)).toEqual(['then/a', 'then/a 2']);
  });
});

describe('where an outcome stands', () => {
  const standing = (then: Partial<Entry> | null, now: Partial<Entry> | null): string =>
    first(compare(then ? [entry('a', then)] : [], now ? [entry('a', now)] : [])).status;
  const blank = { narrative: [{ id: 's', text: ' ' }] };
  const over = { decision: { value: 'no-longer-matters' as const } };

  it.each([
    ['compared', {}, {}],
    ['first-time', null, {}],
    ['first-time', null, over],
    ['first-time', blank, {}],
    ['first-time', { enteredInError: slip }, {}],
    ['not-this-time', {}, null],
    ['not-this-time', {}, blank],
    ['not-this-time', blank, blank],
    ['not-this-time', {}, { enteredInError: slip }],
    ['no-longer-matters', {}, over],
    ['no-longer-matters', over, null],
    ['no-longer-matters', over, blank],
    ['compared', over, {}],
    ['not-this-time', { ...over, enteredInError: slip }, null],
    ['not-this-time', {}, { ...over, enteredInError: slip }],
  ] as const)('%s: then %j, now %j', (status, then, now) => {
    expect(standing(then, now)).toBe(status);
  });

  it('does not take steps that were carried along for something that was talked about', () => {
    const step = { id: 'a-1', what: 'Phone Eck' };
    expect(standing({ actions: [step] }, { ...blank, actions: [step] })).toBe('not-this-time');
    expect(standing({ actions: [step] }, { ...blank, actions: [{ ...step, status: 'doing' }] })).toBe('compared');
    expect(standing({ actions: [step] }, { ...blank, actions: [{ ...step, id: 'a-2' }] })).toBe('compared');
  });

  it.each([
    [{ mostImportant: true }, true],
    [{ mostImportant: false }, false],
    [{ ratings: [rating('some')] }, true],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' } })] }, false],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' }, reason: 'It comes and goes' })] }, true],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' }, reason: ' ', wouldHelp: '' })] }, false],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' }, wouldHelp: 'A lift' })] }, true],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' }, hopedFor: { kind: 'answered', value: 'all' } })] }, true],
    [{ ratings: [rating('', { answer: { kind: 'unanswered' }, hopedFor: { kind: 'unanswered' } })] }, false],
    [{ importance: [rating('some')] }, true],
    [{ change: [rating('some')] }, true],
    [{ strengths: [{ id: 's', text: 'Good company' }] }, true],
    [{ barriers: [{ id: 's', text: '' }] }, false],
    [{ contributors: [{ id: 'c', kind: 'person' }] }, true],
    [{ personalOutcome: {} }, false],
    [{ personalOutcome: { text: 'A cat' } }, true],
    [{ 'of a newer version': 1 }, true],
    [{ 'of a newer version': null }, false],
    [{ previous: { recordId: 'r', entryId: 'e' } }, false],
  ])('%j: %s', (parts, said) => {
    expect(isDiscussed({ ...entry('a'), narrative: [], ...(parts as object) })).toBe(said);
  });
});

describe('what is said about the pair', () => {
  it('summarises both, and says the time between them', () => {
    const { then, now, elapsed, framework, sameSubject, order, problems } = compareRecords(
      record('then', [entry('a')], { conversationAt: '2026-03-03T14:05' }),
      record('now', [entry('a')], { framework: { id: 'f', version: '2', name: 'F' } }),
    );
    expect(then).toEqual({
      id: 'then',
      kind: 'review',
      status: 'completed',
      date: '2026-03-03',
      time: '14:05',
      dateFrom: 'conversation',
      framework: { id: 'f', version: '1', name: 'F' },
      subject: { id: 'jean', name: 'Jean' },
      amends: null,
      enteredInError: false,
    });
    expect(now).toMatchObject({ date: '2026-09-02', time: null, framework: { version: '2' } });
    expect(elapsed).toEqual({ from: '2026-03-03', to: '2026-09-02', days: 183, months: 5 });
    expect({ framework, sameSubject, order }).toEqual({ framework: 'other-version', sameSubject: true, order: 'ok' });
    expect(problems).toEqual([{ code: 'other-framework-version', side: null }]);
  });

  it('notes what stands in the way, in one order', () => {
    const { conversationAt: _day, ...undated } = record('then', [], {
      subject: {},
      status: 'draft',
      recordedAt: '2026-02-30T10:00:00Z',
      framework: { id: 'g', version: '1', name: 'G' },
    });
    const wrong = record('now', [entry('a')], { status: 'entered-in-error' });
    expect(compareRecords(undated, wrong, { now: new Date('2026-04-01T12:00:00Z') }).problems).toEqual([
      { code: 'subject-unknown', side: 'then' },
      { code: 'order-unknown', side: null },
      { code: 'day-assumed', side: 'then' },
      { code: 'day-unreal', side: 'then' },
      { code: 'in-the-future', side: 'now' },
      { code: 'other-framework', side: null },
      { code: 'entered-in-error', side: 'now' },
      { code: 'draft', side: 'then' },
      { code: 'no-entries', side: 'then' },
    ]);
    expect(compareRecords(undated, wrong)).toMatchObject({ sameSubject: null, elapsed: { days: null, months: null } });
  });

  it('does not call today the future', () => {
    const now = record('now', [entry('a')], { conversationAt: '2026-04-01T23:00' });
    expect(compareRecords(record('then', [entry('a')]), now, { now: new Date(2026, 3, 1, 9) }).problems).toEqual([]);
  });
});

describe('when a conversation was', () => {
  const on = (conversationAt: string | undefined, recordedAt = at): OutcomeRecord => {
    const { conversationAt: _day, ...rest } = record('then', [], { recordedAt });
    return conversationAt === undefined ? rest : { ...rest, conversationAt };
  };

  it.each([
    ['by day', on('2026-03-02', '2026-09-09T10:00:00Z'), on('2026-03-03', '2026-03-03T10:00:00Z')],
    ['by time', on('2026-03-03T09:00'), on('2026-03-03T10:00')],
    ['by the time of writing on the same day', on('2026-03-03', '2026-03-03T09:00:00Z'), on('2026-03-03T10:00')],
    [
      'without a time, and written another day: at the end',
      on('2026-03-03T23:59'),
      on('2026-03-03', '2026-03-04T09:00:00Z'),
    ],
    [
      'by the instant of writing',
      on('2026-03-03', '2026-03-04T09:00:00+01:00'),
      on('2026-03-03', '2026-03-04T09:00:00Z'),
    ],
    ['without a day', on(undefined, '2026-03-01T09:00:00Z'), on('2026-03-02')],
  ])('%s', (_how, earlier, later) => {
    expect(compareTimes(earlier, later)).toBeLessThan(0);
    expect(compareTimes(later, earlier)).toBeGreaterThan(0);
    expect(compareTimes(later, later)).toBe(0);
  });

  it('says where the day comes from', () => {
    expect(summariseRecord(on(undefined))).toMatchObject({ date: '2026-03-03', time: null, dateFrom: 'recorded' });
  });

  it.each([
    ['1970-01-02', 1],
    ['2000-03-01', 11017],
    ['0050-01-01', -701265],
  ])('%s is day %i', (date, day) => {
    expect(dayNumber(date)).toBe(day);
  });

  it.each([
    '2026-03-03T14:05:09+00:00',
    '2026-03-03T14:05:09.125-02:30',
    '2026-03-03T14:05:09Z',
    '2026-12-31T23:59:59+14:00',
  ])('%s is the instant that the engine reads', (instant) => {
    expect(instantNumber(instant)).toBe(Date.parse(instant));
  });

  it.each([
    ['2026-03-03', '2026-03-03', 0, 0],
    ['2026-03-03', '2026-04-02', 30, 0],
    ['2026-03-03', '2026-04-03', 31, 1],
    ['2025-12-31', '2026-01-30', 30, 0],
    ['2024-03-03', '2026-03-03', 730, 24],
    ['2026-04-03', '2026-03-03', 31, 1],
  ])('from %s to %s: %i days, %i months', (one, other, days, months) => {
    const [from, to] = [one, other].sort();
    expect(elapsedBetween(one, other)).toEqual({ from, to, days, months });
  });
});

describe('what is shown beside a change', () => {
  const both = (
    then: Partial<Entry>,
    now: Partial<Entry>,
    options: CompareOptions = {},
    parts: Partial<OutcomeRecord> = {},
  ): OutcomeComparison => first(compare([entry('a', then)], [entry('a', now)], options, parts));

  it('keeps the words, the wish, the disagreement and the decision of both sides', () => {
    const parts = {
      personalOutcome: { text: 'A cat', intent: 'maintain' as const },
      mostImportant: true,
      disagreement: { between: ['person' as const], text: 'Fiona would rather a dog' },
      decision: { value: 'keep-going' as const },
    };
    const outcome = both(parts, { enteredInError: slip });
    expect(outcome.then).toEqual({
      entry: { ...entry('a'), ...parts },
      words: entry('a').narrative,
      enteredInError: false,
      ...parts,
    });
    expect(outcome.now).toMatchObject({
      personalOutcome: null,
      mostImportant: false,
      disagreement: null,
      decision: null,
      enteredInError: true,
    });
    expect(outcome.decision).toBeNull();
    expect(both({}, parts).decision).toBe('keep-going');
    expect(both({}, parts).intent).toBe('maintain');
    expect(both({ personalOutcome: { intent: 'comfort' } }, parts).intent).toBe('comfort');
  });

  it('shows the words of the day, then those of the scale in the record, then those of the host', () => {
    const label = (parts: Partial<Rating>, record: Partial<OutcomeRecord>, options: CompareOptions = {}): unknown =>
      both({}, { ratings: [rating('some', parts)] }, options, record).views[0]?.now?.label;
    expect(label({ label: 'Whiles' }, {})).toBe('Whiles');
    expect(label({}, {})).toBe('Some of the time');
    expect(label({}, { scales: [] })).toBeNull();
    expect(label({}, { scales: [] }, { findScale })).toBe('Some of the time');
    expect(label({}, { scales: [{ ...frequency, version: '2' }] })).toBeNull();
    expect(label({ answer: { kind: 'unanswered' }, reason: 'Later' }, {})).toBeNull();
  });

  it('compares by a scale that one of the records, or the host, holds', () => {
    const ratings = { ratings: [rating('some')] };
    expect(both(ratings, ratings, {}, { scales: [] }).views).toMatchObject([{ change: { direction: 'same' } }]);
    const bare = (entries: readonly Entry[], id: string): OutcomeRecord => record(id, entries, { scales: [] });
    const [then, now] = [bare([entry('a', ratings)], 'then'), bare([entry('a', ratings)], 'now')];
    expect(first(compareRecords(then, now).outcomes).views).toMatchObject([{ reason: 'scale-unknown' }]);
    expect(first(compareRecords(then, now, { findScale }).outcomes).views).toMatchObject([{ comparable: true }]);
  });

  it('puts perspectives in order, leaves out what nobody said anything in, and keeps two carers apart', () => {
    const carer = (value: string, participantId: string): Rating =>
      rating(value, { id: `${participantId}-${value}`, perspective: 'carer', participantId });
    const people = {
      conversation: {
        participants: [
          { id: 'f', role: 'unpaid-carer' as const, name: 'Fiona' },
          { id: 'a', role: 'unpaid-carer' as const, name: 'Alec' },
        ],
      },
    };
    const then = record(
      'then',
      [entry('a', { ratings: [carer('some', 'a'), carer('none', 'f'), rating('all')] })],
      people,
    );
    const now = record(
      'now',
      [
        entry('a', {
          ratings: [
            carer('most', 'f'),
            carer('all', 'a'),
            rating('', { id: 'blank', perspective: 'advocate', answer: { kind: 'unanswered' } }),
          ],
        }),
      ],
      people,
    );
    expect(
      first(compareRecords(then, now).outcomes).views.map(({ perspective, then: was, now: is, reason }) => [
        perspective,
        was?.participant?.name,
        is?.participant?.name,
        reason,
      ]),
    ).toEqual([
      ['person', undefined, undefined, 'not-asked-now'],
      ['carer', 'Fiona', 'Fiona', null],
      ['carer', 'Alec', 'Alec', null],
    ]);
  });

  it('compares two scales of one person each with its own', () => {
    const met = (value: string): Rating => rating(value, { id: value, scale: { id: 'met-3', version: '1' } });
    const outcome = both(
      { ratings: [rating('some'), met('not')] },
      { ratings: [met('met'), rating('most')] },
      { findScale },
    );
    expect(outcome.views.map(({ change }) => change?.steps)).toEqual([2, 1]);
  });

  it('says what to keep in mind', () => {
    const caveats = (then: Partial<Rating>, now: Partial<Rating>, record: Partial<OutcomeRecord> = {}): unknown =>
      both({ ratings: [rating('some', then)] }, { ratings: [rating('some', now)] }, {}, record).views[0]?.change
        ?.caveats;
    expect(caveats({}, {})).toEqual([]);
    expect(caveats({ mode: 'phone' }, { mode: 'phone' })).toEqual([]);
    expect(caveats({ mode: 'phone' }, { mode: 'video' })).toEqual(['other-mode']);
    expect(caveats({ mode: 'phone' }, {}, { conversation: { mode: 'video' } })).toEqual(['other-mode']);
    expect(caveats({ recordedBy: { id: 'a' } }, { recordedBy: { id: 'b' } })).toEqual(['other-recorder']);
    expect(caveats({ recordedBy: { id: 'a' } }, {}, { recordedBy: { id: 'b' } })).toEqual(['other-recorder']);
    expect(caveats({ previousShown: 'before' }, { previousShown: 'after-answer' })).toEqual([]);
    expect(caveats({}, { previousShown: 'before' })).toEqual(['earlier-answer-in-sight']);
    expect(caveats({}, {}, { previous: { recordIds: [], shown: 'before' } })).toEqual(['earlier-answer-in-sight']);
  });

  it('takes the framework’s word for which way is better', () => {
    const o = {
      outcomes: [reference('responsible')],
      ratings: [rating('some')],
      personalOutcome: { intent: 'achieve' as const },
    };
    const p = { ...o, ratings: [rating('most')] };
    const framework = (direction: RatingScale['direction'], id = 'f'): CompareOptions => ({
      framework: {
        ...talkingPointsCommunity,
        id,
        outcomes: [
          { id: 'safe', name: 'Safe' },
          { id: 'responsible', name: 'Responsible', direction },
        ],
      },
    });
    const change = (options: CompareOptions, then: Partial<Entry> = o): unknown =>
      both(then, p, options).views[0]?.change;
    expect(change(framework('neither'))).toMatchObject({ direction: 'higher', reading: null });
    expect(change(framework('lower-better'))).toMatchObject({ direction: 'worse' });
    expect(change(framework('higher-better'))).toMatchObject({ direction: 'better', reading: 'as-hoped' });
    expect(change(framework('lower-better', 'g'))).toMatchObject({ direction: 'better' });
    expect(change({ framework: talkingPointsCommunity })).toMatchObject({ direction: 'better' });
    // Two outcomes in one entry, and they pull both ways.
    expect(
      change(framework('lower-better'), { ...o, outcomes: [reference('responsible'), reference('safe')] }),
    ).toMatchObject({ direction: 'higher' });
  });

  it('compares importance without calling it better, and without reading it', () => {
    const wish = { personalOutcome: { intent: 'achieve' as const } };
    const { importance, views } = both({ ...wish, importance: [rating('some')] }, { importance: [rating('all')] });
    expect(importance).toMatchObject([{ change: { direction: 'higher', steps: 2, reading: null } }]);
    expect(views).toEqual([]);
  });

  it('puts the own sense of change beside it, and says whether it is about this time', () => {
    const change = { change: [rating('most', { perspective: 'carer' }), rating('some')] };
    const about = (now: Partial<Entry>, record: Partial<OutcomeRecord> = {}): unknown =>
      both({}, now, {}, record).senseOfChangeIsAboutThisPair;
    expect(both({}, change).senseOfChange.map(({ perspective, view }) => [perspective, view.label])).toEqual([
      ['person', 'Some of the time'],
      ['carer', 'Most of the time'],
    ]);
    expect(both(change, {}).senseOfChange).toEqual([]);
    expect(about(change)).toBeNull();
    expect(about({ ...change, ...follows('a') })).toBe(true);
    expect(about({ ...change, ...follows('a', 'older') })).toBe(false);
    expect(about(change, { previous: { recordIds: ['then'], shown: 'never' } })).toBe(true);
    expect(about(change, { previous: { recordIds: ['older'], shown: 'never' } })).toBe(false);
    expect(about(change, { previous: { recordIds: ['older', 'then'], shown: 'never' } })).toBeNull();
    expect(about({ ...change, ...follows('a', 'older') }, { previous: { recordIds: ['then'], shown: 'never' } })).toBe(
      false,
    );
  });

  it('says what helped, the person’s own part first', () => {
    const { helped } = both(
      { contributors: [{ id: 'then', kind: 'person', stage: 'actual' }] },
      {
        contributors: [
          { id: 's', kind: 'service', stage: 'actual' },
          { id: 'planned', kind: 'person', stage: 'planned' },
          { id: 'unsaid', kind: 'person' },
          { id: 'f', kind: 'friend', stage: 'actual' },
          { id: 'p', kind: 'person', stage: 'actual' },
        ],
      },
    );
    expect(helped.map(({ id }) => id)).toEqual(['p', 'f', 's']);
  });

  it('goes through the steps of last time, wherever they are now, then the new ones', () => {
    const step = (id: string, status?: 'done' | 'doing'): object => ({ id, what: id, ...(status && { status }) });
    const then = [entry('a', { actions: [step('phone', 'doing'), step('moved'), step('gone')] as never })];
    const now = [
      entry('b', { actions: [step('moved', 'done'), step('b-new')] as never }),
      entry('a', { actions: [step('new'), step('phone')] as never }),
    ];
    const [other, outcome] = compare(then, now);
    expect(outcome?.actions).toEqual([
      { id: 'phone', then: step('phone', 'doing'), now: step('phone'), goneThrough: false },
      { id: 'moved', then: step('moved'), now: step('moved', 'done'), goneThrough: true },
      { id: 'gone', then: step('gone'), now: null, goneThrough: false },
      { id: 'new', then: null, now: step('new'), goneThrough: false },
    ]);
    expect(other?.actions.map(({ id }) => id)).toEqual(['b-new']);
  });
});

describe('the parts', () => {
  it('pairUp matches one to one, nearest to the beginning first', () => {
    const letters = (text: string): readonly string[] => Array.from(text);
    const pairs = (left: string[], right: string[]): unknown => pairUp(left, right, [['by', letters]]);
    expect(pairs(['a', 'a', 'b'], ['b', 'a'])).toEqual([
      [0, 1, 'by'],
      [2, 0, 'by'],
    ]);
    expect(pairs(['', 'a'], ['', 'b'])).toEqual([]);
    expect(pairs(['aa'], ['a', 'a'])).toEqual([[0, 0, 'by']]);
  });

  it('wordsKey hears the same words, in any script', () => {
    expect(wordsKey('  Having a CAT,\nagain! ')).toBe('having a cat again');
    expect(wordsKey('I’m fine')).toBe(wordsKey("I'm fine"));
    expect(wordsKey('فنجان شاي.')).toBe('فنجان شاي');
    expect(wordsKey('👵🏽')).toBe('👵🏽');
    expect(wordsKey(' ? ')).toBe('?');
    expect(wordsKey('Cat 1')).not.toBe(wordsKey('Cat 2'));
  });

  it('orderOf takes ordinals, else numbers, else places, else nothing', () => {
    const scale = (points: readonly object[], kind: RatingScale['kind'] = 'ordinal'): RatingScale => ({
      ...frequency,
      kind,
      points: points as RatingScale['points'],
    });
    const label = 'x';
    const order = (points: readonly object[], kind?: RatingScale['kind']): unknown => {
      const found = orderOf(scale(points, kind));
      return found && [...found];
    };
    expect(
      order([
        { value: 'a', ordinal: 5, label },
        { value: 'b', ordinal: 0, label },
      ]),
    ).toEqual([
      ['a', 5],
      ['b', 0],
    ]);
    expect(
      order(
        [
          { value: 3, label },
          { value: 1, label },
        ],
        'status',
      ),
    ).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(
      order([
        { value: 3, ordinal: 9, label },
        { value: 1, ordinal: 8, label },
      ]),
    ).toEqual([
      [3, 9],
      [1, 8],
    ]);
    expect(
      order([
        { value: 'a', label },
        { value: 'b', label },
      ]),
    ).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(
      order(
        [
          { value: 'a', label },
          { value: 'b', label },
        ],
        'status',
      ),
    ).toBeNull();
    expect(
      order([
        { value: 'a', ordinal: 1, label },
        { value: 'b', label },
      ]),
    ).toBeNull();
    expect(
      order([
        { value: 'a', label },
        { value: 'a', label },
      ]),
    ).toEqual([['a', 0]]);
  });
});
