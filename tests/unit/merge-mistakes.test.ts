import { describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { entry, first, keys, merge, rated, record, said, withEntry } from './merge-samples.js';

const enteredInError = { reason: 'Another person', at: '2026-03-04T10:00:00Z' };
const base = withEntry({ narrative: [said('s-1', 'Tea')], ratings: [rated('g-1', 'some')] });
const marked: OutcomeRecord = { ...base, status: 'entered-in-error', enteredInError };
const markedEntry = record({ entries: base.entries.map((one) => ({ ...one, enteredInError })) });

/** What the other side may have said in the meantime. */
const news: readonly (readonly [string, OutcomeRecord])[] = [
  ['new words', withEntry({ ...base.entries[0], narrative: [said('s-1', 'Tea'), said('s-2', 'Cake')] })],
  ['other words', withEntry({ ...base.entries[0], narrative: [said('s-1', 'Coffee')] })],
  ['another answer', withEntry({ ...base.entries[0], ratings: [rated('g-1', 'most')] })],
  ['a decision', withEntry({ ...base.entries[0], decision: { value: 'continue' } })],
  ['a tick', withEntry({ ...base.entries[0], mostImportant: true })],
];

describe('The mark of a mistake on all of a record, and on an entry', () => {
  describe.each([
    ['record', marked, 'enteredInError', undefined],
    ['entry', markedEntry, 'entries/e-1/enteredInError', 'e-1'],
  ] as const)('%s', (_name, mistaken, key, entryId) => {
    it.each(news)('does not cover %s without asking, whichever side it is on', (_what, other) => {
      for (const before of [base, undefined])
        for (const [side, theirs, mine] of [
          ['theirs', mistaken, other],
          ['mine', other, mistaken],
        ] as const) {
          const asked = merge(theirs, mine, {}, before);
          const conflict = asked.conflicts.find((one) => one.key === key);
          expect(conflict).toMatchObject({
            part: 'enteredInError',
            [side]: enteredInError,
            choices: ['theirs', 'mine'],
          });
          expect([conflict?.entryId, conflict?.settled]).toEqual([entryId, undefined]);
          const answers = Object.fromEntries(
            keys(asked.conflicts).map((one) => [one, side === 'mine' ? 'theirs' : 'mine']),
          );
          for (const choice of ['theirs', 'mine'] as const) {
            const { merged, conflicts, dropped } = merge(theirs, mine, { ...answers, [key]: choice } as never, before);
            expect(conflicts).toEqual([]);
            const { enteredInError: mark } = entryId ? (merged.entries[0] ?? {}) : merged;
            expect(mark).toEqual(choice === side ? enteredInError : undefined);
            // Whichever is kept, what was said meanwhile is there.
            expect(merged.entries[0]).toMatchObject(other.entries[0] ?? {});
            expect(dropped.filter(({ part }) => part === 'enteredInError')).toHaveLength(choice === side ? 0 : 1);
          }
        }
    });

    it('is kept without asking where it covers nothing but what its own side knew', () => {
      for (const before of [base, undefined])
        for (const [theirs, mine] of [
          [mistaken, base],
          [base, mistaken],
        ] as const) {
          const { merged, conflicts, differences } = merge(theirs, mine, {}, before);
          expect(conflicts).toEqual([]);
          expect(keys(differences)).toEqual([key]);
          expect(entryId ? first({ merged } as never).enteredInError : merged.enteredInError).toEqual(enteredInError);
        }
    });

    it('covers what the other side took out, and what its own side wrote', () => {
      const fewer = withEntry({ narrative: [said('s-1', 'Tea')] });
      expect(merge(mistaken, fewer, {}, base).conflicts).toEqual([]);
      const more = record({
        ...mistaken,
        entries: mistaken.entries.map((one) => ({
          ...one,
          narrative: [...(one.narrative ?? []), said('s-2', 'Cake')],
        })),
      });
      expect(merge(more, base, {}, base).conflicts).toEqual([]);
      expect(merge(base, more, {}, base).conflicts).toEqual([]);
    });

    it('is asked about where both say why, and not where it was taken back', () => {
      const otherwise = record({
        ...mistaken,
        ...(!entryId && { enteredInError: { ...enteredInError, reason: 'A slip' } }),
        entries: base.entries.map((one) => ({
          ...one,
          narrative: [said('s-1', 'Coffee')],
          ...(entryId && { enteredInError: { ...enteredInError, reason: 'A slip' } }),
        })),
      });
      expect(keys(merge(mistaken, otherwise, {}, base).conflicts)).toEqual([key]);
      // Both knew that it was a mistake: what was said under the mark stays under it.
      expect(merge(mistaken, otherwise, {}, mistaken).conflicts).toEqual([]);
      const [, [, other]] = news as [unknown, (typeof news)[number]];
      expect(merge(mistaken, other, {}, mistaken)).toMatchObject({ conflicts: [], merged: { entries: other.entries } });
    });
  });

  it('covers no entry that only the other side has, and no words about the conversation', () => {
    const more = record({ entries: [...base.entries, entry({ outcomes: [], label: 'A cat' }, 'e-2')] });
    expect(keys(merge(marked, more, {}, base).conflicts)).toEqual(['enteredInError']);
    const where = record({ ...base, conversation: { place: 'At home' } });
    expect(keys(merge(where, marked, {}, base).conflicts)).toEqual(['enteredInError']);
    expect(keys(merge(record({ ...base, summary: [said('s-9', 'Tea')] }), marked, {}, base).conflicts)).toEqual([
      'enteredInError',
    ]);
  });

  it('covers only its own entry', () => {
    const two = (change: object, other: object) =>
      record({ entries: [entry(change), entry({ outcomes: [], label: 'A cat', ...other }, 'e-2')] });
    expect(merge(two({ enteredInError }, {}), two({}, { mostImportant: true }), {}, two({}, {})).conflicts).toEqual([]);
    const { conflicts } = merge(two({}, { enteredInError }), two({}, { mostImportant: true }), {}, two({}, {}));
    expect(keys(conflicts)).toEqual(['entries/e-2/enteredInError']);
    const beside = merge(two({}, { enteredInError }), two({ mostImportant: true }, {}), {}, two({}, {}));
    expect(beside).toMatchObject({ conflicts: [], merged: { entries: [{ mostImportant: true }, { enteredInError }] } });
  });

  it('is a mark also where the status alone says it', () => {
    const { enteredInError: _mark, ...status } = marked;
    const { merged, conflicts } = merge(status, news[0]?.[1] ?? base, {}, base);
    expect(keys(conflicts)).toEqual(['enteredInError']);
    expect(merged.enteredInError).toEqual({ reason: '', at: base.recordedAt });
    expect(merge(status, base, {}, base).merged.enteredInError).toBeDefined();
    expect(merge(base, base).merged).not.toHaveProperty('enteredInError');
    expect(merge(marked, base, {}, base).merged.enteredInError).toEqual(enteredInError);
  });

  it('on words or an answer is asked about where the other side has changed them', () => {
    const mistaken = withEntry({
      narrative: [said('s-1', 'Tea', { enteredInError })],
      ratings: [rated('g-1', 'some', { enteredInError })],
    });
    const other = withEntry({ narrative: [said('s-1', 'Coffee')], ratings: [rated('g-1', 'most')] });
    expect(keys(merge(mistaken, other, {}, base).conflicts)).toEqual([
      'entries/e-1/narrative/s-1',
      'entries/e-1/ratings/g-1',
    ]);
    expect(merge(mistaken, base, {}, base)).toMatchObject({ conflicts: [], merged: { entries: mistaken.entries } });
  });
});

describe('Who may see it', () => {
  it('is asked about where one side said nobody, and the other somebody', () => {
    const [nobody, family] = [record({ sharing: [] }), record({ sharing: ['family'] })];
    expect(keys(merge(nobody, family).conflicts)).toEqual(['sharing']);
    expect(keys(merge(family, nobody).conflicts)).toEqual(['sharing']);
    expect(merge(record(), family)).toMatchObject({ conflicts: [], merged: { sharing: ['family'] } });
    expect(merge(family, record())).toMatchObject({ conflicts: [], merged: { sharing: ['family'] } });
    expect(merge(nobody, family, {}, family)).toMatchObject({ conflicts: [], merged: { sharing: [] } });
  });
});
