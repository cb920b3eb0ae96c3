import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/model/compare.js';
import { isDiscussed } from '../../src/model/compare-entries.js';
import { at, slip, reference, entry, record, rating, compare, first, met, follows } from './compare-samples.js';
import type { Entry } from '../../src/schema/record.js';

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

  it('cannot tell a new step from one that was carried along from a record that it does not have', () => {
    const now = { ...blank, actions: [{ id: 'a-1', what: 'Phone Eck' }] };
    expect(standing({}, { ...now, previous: { recordId: 'elsewhere', entryId: 'e' } })).toBe('not-this-time');
    expect(standing({}, { ...now, previous: { recordId: 'then', entryId: 'a' } })).toBe('compared');
  });

  it('knows the steps of the records in between', () => {
    const actions = [{ id: 'a-1', what: 'Phone Eck' }];
    const between = record('between', [entry('b', { actions })]);
    const now = entry('a', { ...blank, actions, previous: { recordId: 'between', entryId: 'b' } });
    expect(first(compare([entry('a')], [now], { records: [between] })).status).toBe('not-this-time');
    expect(first(compare([entry('a', { ...blank, actions })], [entry('a')])).status).toBe('compared');
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
    [{ actions: [{ id: 'a-1', what: 'Phone Eck' }] }, true],
  ])('%j: %s', (parts, said) => {
    expect(isDiscussed({ ...entry('a'), narrative: [], ...(parts as object) }, new Set())).toBe(said);
  });
});
