import { describe, expect, it } from 'vitest';
import { latestRecords } from '../../src/model/compare-latest.js';
import { trajectory, type OutcomeSelector, type TrajectoryOptions } from '../../src/model/trajectory.js';
import type { Answer } from '../../src/model/answer.js';
import type { Entry, OutcomeRecord, Rating } from '../../src/schema/record.js';
import type { RatingScale, ScaleValue } from '../../src/schema/scale.js';
import { findScale } from '../../src/scales/registry.js';

const at = '2026-03-03T16:10:00+00:00';
const slip = { reason: 'A slip', at };
const frequency = findScale('frequency-4@1') as RatingScale;
const met = findScale('met-3@1') as RatingScale;
const second: RatingScale = { ...frequency, version: '2', comparableWith: ['frequency-4@1'] };
const third: RatingScale = { ...frequency, version: '3' };
const renamed: RatingScale = { ...frequency, id: 'often', comparableWith: ['frequency-4@2'] };

const rating = (
  value: ScaleValue | Answer<ScaleValue>,
  scale: RatingScale = frequency,
  parts: Partial<Rating> = {},
): Rating => ({
  id: 'r',
  perspective: 'person',
  scale: { id: scale.id, version: scale.version },
  answer: typeof value === 'object' ? value : { kind: 'answered', value },
  recordedAt: at,
  ...parts,
});
const people = { framework: 'f', frameworkVersion: '1', id: 'people', name: 'Seeing people' };
const entry = (ratings: readonly Rating[], parts: Partial<Entry> = {}): Entry => ({
  id: 'e',
  label: 'Seeing people',
  outcomes: [people],
  ratings,
  ...parts,
});
const record = (date: string, entries: readonly Entry[], parts: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: date,
  kind: 'review',
  status: 'completed',
  subject: { id: 'jean', name: 'Jean' },
  conversationAt: date,
  recordedAt: `${date}T16:10:00+00:00`,
  conversation: {},
  framework: { id: 'f', version: '1', name: 'F' },
  scales: [frequency, met, second, third, renamed],
  entries,
  ...parts,
});
const selector: OutcomeSelector = { framework: 'f', id: 'people' };

/** Each series: whose, on what, and each segment's marks and gaps. */
const lines = (records: readonly OutcomeRecord[], options: TrajectoryOptions = {}): readonly unknown[] =>
  trajectory(records, selector, options).series.map(({ perspective, scaleId, segments }) => [
    perspective,
    scaleId,
    ...segments.map(({ scale, values }) => [
      scale.version,
      ...values.map(({ point, ordinal, gap }) => `${String(point)}: ${String(gap ?? ordinal)}`),
    ]),
  ]);

describe('latestRecords', () => {
  const first = record('2026-01-01', []);
  const amendment = record('amended', [], {
    recordedAt: at,
    conversationAt: '2026-01-01',
    amends: { recordId: first.id, ...slip },
  });
  const ids = (...records: readonly OutcomeRecord[]): readonly string[] => latestRecords(records).map(({ id }) => id);

  it('orders by when the conversations were, whatever order they come in', () => {
    expect(ids(record('2026-03-01', []), record('2026-01-01', []), record('2026-02-01', []))).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
    expect(ids({ ...first, id: 'b' }, { ...first, id: 'a' })).toEqual(['a', 'b']);
  });

  it('puts an amendment in the place of what it amends, however often', () => {
    const again = { ...amendment, id: 'again', amends: { recordId: 'amended', ...slip } };
    expect(ids(first, amendment)).toEqual(['amended']);
    expect(ids(again, first, amendment)).toEqual(['again']);
    expect(ids(amendment, { ...amendment, id: 'z' })).toEqual(['z']);
    expect(ids({ ...amendment, recordedAt: '2026-09-01T10:00:00Z' }, { ...amendment, id: 'z' })).toEqual(['amended']);
  });

  it('lets what was amended stand while the amendment is a draft, or when it was a mistake', () => {
    expect(ids(first, { ...amendment, status: 'draft' })).toEqual([first.id]);
    expect(ids(first, { ...amendment, status: 'entered-in-error' })).toEqual([first.id]);
    expect(ids({ ...amendment, status: 'draft' })).toEqual(['amended']);
  });

  it('leaves out mistakes, and keeps drafts', () => {
    expect(ids({ ...first, status: 'entered-in-error' })).toEqual([]);
    expect(ids({ ...first, enteredInError: slip })).toEqual([]);
    expect(ids({ ...first, status: 'draft' })).toEqual([first.id]);
  });

  it('takes one copy for each id: the one that is further on', () => {
    const draft = { ...first, status: 'draft' as const };
    const completed = { ...first, completedAt: '2026-01-01T17:00:00Z' };
    const later = { ...first, completedAt: '2026-01-02T17:00:00Z' };
    expect(latestRecords([draft, completed])).toEqual([completed]);
    expect(latestRecords([completed, draft])).toEqual([completed]);
    expect(latestRecords([later, completed])).toEqual([later]);
    expect(latestRecords([completed, later])).toEqual([later]);
    expect(latestRecords([completed, { ...first, status: 'entered-in-error' }])).toEqual([]);
    const [a, b] = [
      { ...first, baseVersion: 'a' },
      { ...first, baseVersion: 'b' },
    ];
    expect(latestRecords([a, b])).toEqual(latestRecords([b, a]));
  });

  it('comes to an end where amendments go round in a circle', () => {
    const [a, b] = [
      { ...first, id: 'a', amends: { recordId: 'b', ...slip } },
      { ...first, id: 'b', amends: { recordId: 'a', ...slip } },
    ];
    expect(ids(a, b)).toEqual(ids(b, a));
    expect(ids(a, b)).toHaveLength(1);
  });
});

describe('trajectory', () => {
  it('has a point for each conversation in true time order, with the words of the day', () => {
    const words = [{ id: 's', text: 'I miss the laughing.' }];
    const { points, label, problems } = trajectory(
      [
        record('2026-09-01', [entry([], { id: 'e2', label: 'Folk', narrative: words })]),
        record('2026-03-01', [entry([rating('some')])]),
        record('2026-06-01', []),
      ],
      selector,
    );
    expect(points.map(({ record: { date }, day }) => [date, day])).toEqual([
      ['2026-03-01', 0],
      ['2026-06-01', 92],
      ['2026-09-01', 184],
    ]);
    expect(points.map(({ entry: held }) => held?.id)).toEqual(['e', undefined, 'e2']);
    expect(points[1]).toMatchObject({
      entry: null,
      words: [],
      views: [],
      senseOfChange: [],
      personalOutcome: null,
      decision: null,
      disagreement: null,
      mostImportant: false,
      enteredInError: false,
    });
    expect(points[2]?.words).toEqual(words);
    expect(points[0]?.views.map(({ label: said }) => said)).toEqual(['Some of the time']);
    expect(label).toBe('Folk');
    expect(problems).toEqual([]);
  });

  it('draws a line for each perspective, in their order, and leaves gaps open', () => {
    const carer = (value: ScaleValue): Rating => rating(value, frequency, { perspective: 'carer' });
    expect(
      lines([
        record('2026-01-01', [entry([carer('some')])]),
        record('2026-02-01', [entry([carer('none'), rating('none')])]),
        record('2026-03-01', [entry([rating({ kind: 'no-answer', reason: 'declined' })])]),
        record('2026-04-01', []),
        record('2026-05-01', [entry([rating('all')])]),
      ]),
    ).toEqual([
      ['person', 'frequency-4', ['1', '1: 0', '2: no-answer', '3: not-recorded', '4: 3']],
      ['carer', 'frequency-4', ['1', '0: 1', '1: 0', '2: not-asked', '3: not-recorded', '4: not-asked']],
    ]);
  });

  it('breaks the line where the version changes, and not where the scale says that it is comparable', () => {
    expect(
      lines([
        record('2026-01-01', [entry([rating('some')])]),
        record('2026-02-01', [entry([rating('most', second)])]),
        record('2026-03-01', [entry([rating('all', renamed)])]),
        record('2026-04-01', [entry([rating('all', second)])]),
        record('2026-05-01', [entry([rating('all', third)])]),
      ]),
    ).toEqual([['person', 'frequency-4', ['1', '0: 1', '1: 2', '2: 3', '3: 3'], ['3', '4: 3']]]);
  });

  it('starts another line on another scale, and says why the first has a gap there', () => {
    expect(
      lines([
        record('2026-01-01', [entry([rating('some')])]),
        record('2026-02-01', [entry([rating('met', met)])]),
        record('2026-03-01', [entry([rating('all'), rating('not', met)])]),
      ]),
    ).toEqual([
      ['person', 'frequency-4', ['1', '0: 1', '1: other-scale', '2: 3']],
      ['person', 'met-3', ['1', '1: 2', '2: 0']],
    ]);
  });

  it('keeps people apart who have one perspective, and takes an unnamed one for the same', () => {
    const carer = (participantId?: string): Rating =>
      rating('some', frequency, { perspective: 'carer', ...(participantId && { participantId }) });
    const who = {
      conversation: {
        participants: [
          { id: 'f', role: 'unpaid-carer' as const, name: 'Fiona' },
          { id: 'a', role: 'unpaid-carer' as const, name: 'Alec' },
        ],
      },
    };
    const records = [
      record('2026-01-01', [entry([carer()])], who),
      record('2026-02-01', [entry([carer('f')])], who),
      record('2026-03-01', [entry([carer('a'), carer('f')])], who),
    ];
    expect(lines(records)).toEqual([
      ['carer', 'frequency-4', ['1', '0: 1', '1: 1', '2: 1']],
      ['carer', 'frequency-4', ['1', '2: 1']],
    ]);
    expect(trajectory(records, selector).series[1]?.participant?.name).toBe('Alec');
  });

  it('breaks the line where a goal has other levels', () => {
    const goal = findScale('goal-attainment') as RatingScale;
    const level = (text: string): Rating => rating(0, goal, { levels: [{ value: 0, text }] });
    expect(
      lines(
        [
          record('2026-01-01', [entry([level('a')])]),
          record('2026-02-01', [entry([level('b')])]),
          record('2026-03-01', [entry([level('b')])]),
        ],
        { findScale },
      ),
    ).toEqual([['person', 'goal-attainment', ['1', '0: 0'], ['1', '1: 0', '2: 0']]]);
  });

  it('marks what has no place on the scale, and mistakes, as gaps', () => {
    const status: RatingScale = {
      ...met,
      id: 'status',
      points: met.points.map(({ ordinal: _ordinal, ...point }) => point),
    };
    const scales = { scales: [frequency, status] };
    expect(
      lines([
        record('2026-01-01', [entry([rating('often'), rating('met', status), rating('met', met)])], scales),
        record('2026-02-01', [entry([rating('some', third, { enteredInError: slip }), rating('met', status)])], scales),
        record('2026-03-01', [entry([rating('some')], { enteredInError: slip })], scales),
        record('2026-04-01', [entry([rating('some')])], { ...scales, enteredInError: slip }),
        record('2026-05-01', [entry([rating('some')])], scales),
      ]),
    ).toEqual([
      [
        'person',
        'frequency-4',
        ['1', '0: off-scale', '1: entered-in-error', '2: entered-in-error', '3: entered-in-error', '4: 1'],
      ],
      [
        'person',
        'status',
        ['1', '0: scale-unordered', '1: scale-unordered', '2: other-scale', '3: other-scale', '4: other-scale'],
      ],
      [
        'person',
        'met-3',
        ['1', '0: scale-unknown', '1: other-scale', '2: other-scale', '3: other-scale', '4: other-scale'],
      ],
    ]);
  });

  it('follows something that the person named through its links, and an entry with all that is about the same', () => {
    const own = (id: string, label: string, parts: Partial<Entry> = {}): Entry => ({
      id,
      label,
      outcomes: [],
      ...parts,
    });
    const records = [
      record('2026-01-01', [own('a', 'A cat!'), own('x', 'The garden')]),
      record('2026-02-01', [own('b', 'Tibby', { previous: { recordId: '2026-01-01', entryId: 'a' } })]),
      record('2026-03-01', [own('c', 'a CAT')]),
    ];
    const found = (outcome: OutcomeSelector): unknown =>
      trajectory(records, outcome).points.map(({ entry: held }) => held?.id);
    expect(found({ label: 'a cat' })).toEqual(['a', 'b', 'c']);
    expect(found({ recordId: '2026-03-01', entryId: 'c' })).toEqual(['a', 'b', 'c']);
    expect(found({ recordId: '2026-02-01', entryId: 'b' })).toEqual(['a', 'b', undefined]);
    expect(found({ label: 'Tibby' })).toEqual(['a', 'b', undefined]);
    const withPeople = [...records, record('2026-04-01', [entry([])]), record('2026-05-01', [entry([], { id: 'f' })])];
    expect(
      trajectory(withPeople, { recordId: '2026-05-01', entryId: 'f' }).points.map(({ entry: held }) => held?.id),
    ).toEqual([undefined, undefined, undefined, 'e', 'f']);
  });

  it('says what it found in the records, and never runs a line from one person to another', () => {
    const { conversationAt: _day, ...undated } = record('2026-02-30', [entry([rating('some')])]);
    const records = [
      record('2026-01-01', [entry([rating('some')])]),
      record('2026-01-01', [entry([rating('some')])]),
      record('amended', [entry([rating('most')])], {
        conversationAt: '2026-01-01',
        recordedAt: at,
        amends: { recordId: '2026-01-01', ...slip },
      }),
      record('2026-02-01', [entry([rating('some')])], { status: 'entered-in-error' }),
      undated,
      record('2026-12-01', [entry([rating('all')])], { subject: { id: 'eck' } }),
    ];
    const found = trajectory(records, selector, { now: new Date('2026-06-01T12:00:00Z') });
    expect(found.problems).toEqual([
      { code: 'different-subjects', recordId: null },
      { code: 'duplicate-record', recordId: '2026-01-01' },
      { code: 'superseded', recordId: '2026-01-01' },
      { code: 'entered-in-error', recordId: '2026-02-01' },
      { code: 'day-assumed', recordId: '2026-02-30' },
      { code: 'day-unreal', recordId: '2026-02-30' },
      { code: 'in-the-future', recordId: '2026-12-01' },
    ]);
    expect(found.points.map(({ day }) => day)).toEqual([0, 31, null, 334]);
    expect(found.points[1]?.enteredInError).toBe(true);
    expect(lines(records)).toEqual([
      ['person', 'frequency-4', ['1', '0: 2', '1: entered-in-error', '2: 1']],
      ['person', 'frequency-4', ['1', '3: 3']],
    ]);
    expect(lines(records, { subjectId: 'eck' })).toEqual([['person', 'frequency-4', ['1', '0: 3']]]);
    expect(trajectory(records, { label: 'Nothing of the kind' })).toMatchObject({
      label: 'Nothing of the kind',
      problems: expect.arrayContaining([{ code: 'not-recorded', recordId: null }]) as unknown,
    });
    expect(trajectory([], selector)).toEqual({
      label: 'people',
      problems: [{ code: 'not-recorded', recordId: null }],
      points: [],
      series: [],
      importance: [],
    });
    expect(trajectory([], { recordId: 'r', entryId: 'e' }).label).toBe('');
  });

  it('follows how much it matters in the same way', () => {
    const { importance, series } = trajectory(
      [record('2026-01-01', [entry([], { importance: [rating('most')], change: [rating('all')] })])],
      selector,
    );
    expect(importance).toMatchObject([
      {
        perspective: 'person',
        scaleName: frequency.name,
        segments: [{ definition: frequency, values: [{ ordinal: 2 }] }],
      },
    ]);
    expect(series).toEqual([]);
  });
});
