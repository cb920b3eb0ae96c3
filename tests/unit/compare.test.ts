import { describe, expect, it } from 'vitest';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { compareRecords } from '../../src/model/compare.js';
import { findScale } from '../../src/scales/registry.js';
import { slip, reference, entry, record, rating, compare, first, follows, frequency } from './compare-samples.js';
import type { CompareOptions, OutcomeComparison } from '../../src/model/compare-types.js';
import type { Entry, OutcomeRecord, Rating } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';

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
