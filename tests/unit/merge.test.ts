import { describe, expect, it } from 'vitest';
import type { MergeChoice, MergeResult } from '../../src/model/merge-types.js';
import type { Entry, OutcomeRecord, Statement } from '../../src/schema/record.js';
import { parseRecord } from '../../src/schema/parse.js';
import { entry, first, keys, merge, rated, record, said, step, withEntry } from './merge-samples.js';

describe('What nobody is asked about', () => {
  it('two versions that say the same, whatever the order of their members and whoever wrote them when', () => {
    const theirs = record({
      conversation: { place: 'At home', mode: 'phone' },
      entries: [
        entry({ narrative: [said('s-1', 'Tea', { recordedAt: '2026-03-03T10:00:00Z', recordedBy: { id: 'm' } })] }),
      ],
    });
    const mine = record({
      conversation: { mode: 'phone', place: 'At home' },
      recordedBy: { id: 'k' },
      entries: [entry({ narrative: [said('s-1', 'Tea', { recordedAt: '2026-03-03T11:00:00Z' })] })],
    });
    const result = merge(theirs, mine);
    expect(result).toMatchObject({ differences: [], conflicts: [], dropped: [] });
    expect(result.merged.recordedBy).toEqual({ id: 'k' });
    expect(first(result).narrative).toEqual(first(merge(mine, theirs)).narrative);
    expect(first(result).narrative?.[0]).toHaveProperty('recordedAt');
  });

  it('the same wish, whatever the order of what is in it', () => {
    const wish = { text: 'A dog', intent: 'achieve', language: 'en', sharing: ['family'], wordedBy: 'person' } as const;
    const { wordedBy, language, text, ...rest } = wish;
    const other = { language, ...rest, wordedBy, text };
    for (const [one, two] of [
      [wish, other],
      [other, wish],
    ] as const)
      expect(merge(withEntry({ personalOutcome: one }), withEntry({ personalOutcome: two })).differences).toEqual([]);
  });

  it('what only one side has is kept, theirs first, and named', () => {
    const result = merge(
      record({ conversation: { place: 'At home' }, entries: [entry({ narrative: [said('s-1', 'Tea')] })] }),
      record({
        conversationAt: '2026-03-03',
        conversation: { mode: 'phone' },
        entries: [
          entry({ narrative: [said('s-2', 'Bowling')], mostImportant: true }),
          entry({ outcomes: [], label: 'A cat' }, 'e-2'),
        ],
      }),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.dropped).toEqual([]);
    expect(result.merged).toMatchObject({
      conversationAt: '2026-03-03',
      conversation: { place: 'At home', mode: 'phone' },
    });
    expect(result.merged.entries.map(({ label }) => label)).toEqual(['Seeing people', 'A cat']);
    expect(first(result)).toMatchObject({ mostImportant: true, narrative: [{ text: 'Tea' }, { text: 'Bowling' }] });
    expect(result.differences.map(({ key, settled }) => [key, settled])).toEqual([
      ['conversationAt', 'mine'],
      ['conversation/place', 'theirs'],
      ['conversation/mode', 'mine'],
      ['entries/e-1/narrative/s-1', 'theirs'],
      ['entries/e-1/narrative/s-2', 'mine'],
      ['entries/e-1/mostImportant', 'mine'],
      ['entries/e-2', 'mine'],
    ]);
    expect(result.differences.at(-1)).toMatchObject({ part: 'entries', entryId: 'e-2' });
    expect(result.differences[0]).not.toHaveProperty('entryId');
    expect(result.differences[0]).not.toHaveProperty('theirs');
    expect(result.differences[1]).not.toHaveProperty('mine');
  });

  it('what is blank on one side: an empty text, a list with nothing in it, a tick that was taken out', () => {
    const result = merge(
      withEntry({ personalOutcome: { text: '' }, mostImportant: false, disagreement: { between: [], text: '' } }),
      withEntry({
        personalOutcome: { text: 'A dog' },
        mostImportant: true,
        disagreement: { between: [], text: 'Fiona sees it otherwise' },
      }),
    );
    expect(result.conflicts).toEqual([]);
    expect(first(result)).toMatchObject({
      personalOutcome: { text: 'A dog' },
      mostImportant: true,
      disagreement: { text: 'Fiona sees it otherwise' },
    });
    expect(merge(withEntry({ mostImportant: false }), withEntry({})).differences).toEqual([]);
    expect(merge(record({ 'x-note': 0 } as never), record()).merged).toHaveProperty('x-note', 0);
    expect(merge(record({ 'x-note': null } as never), record()).differences).toEqual([]);
  });

  it('a box that was opened and left blank', () => {
    const result = merge(withEntry({ narrative: [said('s-1', '')] }), withEntry({ narrative: [said('s-1', 'Tea')] }));
    expect(result.conflicts).toEqual([]);
    expect(first(result).narrative).toEqual([said('s-1', 'Tea')]);
    expect(merge(withEntry({ narrative: [said('s-1', '')] }), withEntry({})).differences).toEqual([]);
  });

  it('the same words, or the same step, entered on both sides', () => {
    const result = merge(
      withEntry({ narrative: [said('s-1', 'Tea')], actions: [step('a-1', 'Phone Eck')] }),
      withEntry({ narrative: [said('s-2', 'Tea')], actions: [step('a-2', 'Phone Eck')] }),
    );
    expect(result.differences).toEqual([]);
    expect(first(result)).toMatchObject({ narrative: [{ id: 's-1' }], actions: [{ id: 'a-1' }] });
  });

  it('support to take part: each kind by itself, none of them twice', () => {
    const result = merge(
      record({ conversation: { support: ['bsl', 'more-time'] } }),
      record({ conversation: { support: ['more-time', 'advocate'] } }),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.merged.conversation.support).toEqual(['bsl', 'more-time', 'advocate']);
    expect(keys(result.differences)).toEqual(['conversation/support/bsl', 'conversation/support/advocate']);
    expect(merge(record(), record()).merged.conversation).not.toHaveProperty('support');
  });
});

describe('What is asked about', () => {
  it.each(['narrative', 'strengths', 'barriers'] as const)('%s: theirs, mine or both', (part) => {
    const [theirs, mine] = [
      withEntry({ [part]: [said('s-1', 'Tea')] }),
      withEntry({ [part]: [said('s-1', 'Bowling')] }),
    ];
    const key = `entries/e-1/${part}/s-1`;
    const asked = merge(theirs, mine);
    expect(asked.conflicts).toEqual([
      {
        key,
        part,
        entryId: 'e-1',
        theirs: said('s-1', 'Tea'),
        mine: said('s-1', 'Bowling'),
        choices: ['theirs', 'mine', 'both'],
      },
    ]);
    expect(first(asked)[part], 'until it is chosen').toEqual([said('s-1', 'Tea'), said('new', 'Bowling')]);
    const kept = (choice: MergeChoice): unknown => {
      const { merged, conflicts, dropped } = merge(theirs, mine, { [key]: choice });
      expect(conflicts).toEqual([]);
      return [merged.entries[0]?.[part], dropped.map(({ side, value }) => [side, (value as Statement).text])];
    };
    expect(kept('theirs')).toEqual([[said('s-1', 'Tea')], [['mine', 'Bowling']]]);
    expect(kept('mine')).toEqual([[said('s-1', 'Bowling')], [['theirs', 'Tea']]]);
    expect(kept('both')).toEqual([[said('s-1', 'Tea'), said('new', 'Bowling')], []]);
  });

  it('steps and helpers can be kept from both', () => {
    const helper = (how: string) => ({ id: 'c-1', kind: 'friend', how }) as const;
    const { conflicts, merged } = merge(
      withEntry({ actions: [step('a-1', 'Phone Eck')], contributors: [helper('drives')] }),
      withEntry({ actions: [step('a-1', 'Visit Eck')], contributors: [helper('walks')] }),
    );
    expect(conflicts.map(({ choices }) => choices)).toEqual([
      ['theirs', 'mine', 'both'],
      ['theirs', 'mine', 'both'],
    ]);
    expect(merged.entries[0]?.actions).toEqual([step('a-1', 'Phone Eck'), step('new', 'Visit Eck')]);
    expect(merged.entries[0]?.contributors).toEqual([helper('drives'), { ...helper('walks'), id: 'new' }]);
  });

  it.each(['ratings', 'importance', 'change'] as const)('%s: one for each perspective on a scale', (part) => {
    const theirs = withEntry({ [part]: [rated('g-1', 'some'), rated('g-2', 'none', { perspective: 'carer' })] });
    const mine = withEntry({
      [part]: [rated('g-3', 'most'), rated('g-4', 'none', { scale: { id: 'met-3', version: '1' } })],
    });
    const { conflicts, merged } = merge(theirs, mine);
    expect(keys(conflicts)).toEqual([`entries/e-1/${part}/g-1`]);
    expect(conflicts[0]?.choices).toEqual(['theirs', 'mine']);
    expect(merged.entries[0]?.[part]?.map(({ id }) => id)).toEqual(['g-1', 'g-2', 'g-4']);
    const chosen = merge(theirs, mine, { [`entries/e-1/${part}/g-1`]: 'mine' });
    expect(first(chosen)[part]?.[0]).toEqual(rated('g-1', 'most'));
    expect(chosen.dropped).toMatchObject([{ side: 'theirs', part, entryId: 'e-1', value: { id: 'g-1' } }]);
  });

  it('a rating cannot be both, whatever was asked for; and what nobody can choose is passed over', () => {
    const [theirs, mine] = [
      withEntry({ ratings: [rated('g-1', 'some')] }),
      withEntry({ ratings: [rated('g-1', 'most')] }),
    ];
    const key = 'entries/e-1/ratings/g-1';
    for (const choices of [
      { [key]: 'both' },
      { [key]: 'neither' },
      { other: 'mine' },
      Object.create({ [key]: 'mine' }),
    ]) {
      const { merged, conflicts } = merge(theirs, mine, choices as never);
      expect(keys(conflicts)).toEqual([key]);
      expect(merged.entries[0]?.ratings).toEqual([rated('g-1', 'some')]);
    }
  });

  it('a mistake is not matched with what stands', () => {
    const wrong = rated('g-1', 'some', { enteredInError: { reason: 'A slip', at: '2026-03-03T10:00:00Z' } });
    const result = merge(withEntry({ ratings: [wrong] }), withEntry({ ratings: [rated('g-2', 'most'), wrong] }));
    expect(result.conflicts).toEqual([]);
    expect(first(result).ratings).toHaveLength(2);
  });

  it('who, how, when: each by itself', () => {
    const theirs = record({
      kind: 'review',
      conversationAt: '2026-03-03',
      conversation: { place: 'At home', mode: 'phone' },
    });
    const mine = record({ conversationAt: '2026-03-04', conversation: { place: 'In the park', mode: 'phone' } });
    const { conflicts, merged } = merge(theirs, mine, { 'conversation/place': 'mine' });
    expect(keys(conflicts)).toEqual(['kind', 'conversationAt']);
    expect(merged).toMatchObject({
      kind: 'review',
      conversationAt: '2026-03-03',
      conversation: { place: 'In the park' },
    });
  });

  it('the wish, the decision, the disagreement, the label and unknown members are wholes', () => {
    const parts = (n: string) => ({
      label: `Label ${n}`,
      personalOutcome: { text: n },
      decision: { value: 'continue', reason: n },
      disagreement: { between: [], text: n },
      'x-note': { n },
    });
    const { conflicts } = merge(withEntry(parts('one') as never), withEntry(parts('two') as never));
    expect(conflicts.map(({ part }) => part)).toEqual([
      'label',
      'personalOutcome',
      'decision',
      'disagreement',
      'x-note',
    ]);
    expect(conflicts.every(({ choices }) => !choices.includes('both'))).toBe(true);
  });
});

describe('Which belong together', () => {
  const texts = ({ entries }: OutcomeRecord): unknown =>
    entries.map(({ narrative }) => narrative?.map(({ text }) => text));
  const [tea, bowling] = [{ narrative: [said('s-1', 'Tea')] }, { narrative: [said('s-2', 'Bowling')] }];
  it.each([
    ['the same outcomes in any order', { outcomes: ['b', 'a'] }, { outcomes: ['a', 'b'] }, true],
    ['only some of the outcomes', { outcomes: ['a'] }, { outcomes: ['a', 'b'] }, false],
    ['the same words for something of their own', { label: 'A cat!' }, { label: 'a cat' }, true],
    ['other words', { label: 'A cat' }, { label: 'A dog' }, false],
    [
      'the same words, of which one is an outcome of a framework',
      { label: 'A cat', outcomes: ['a'] },
      { label: 'A cat' },
      false,
    ],
    [
      'the same entry of an earlier record',
      { label: 'A cat', previous: 'e-9' },
      { label: 'Cats', previous: 'e-9' },
      true,
    ],
    [
      'another entry of an earlier record',
      { label: 'A cat', previous: 'e-8' },
      { label: 'Cats', previous: 'e-9' },
      false,
    ],
  ] as const)('entries about %s', (_name, one, other, together) => {
    const about = (
      id: string,
      given: { label?: string; outcomes?: readonly string[]; previous?: string },
      change: Partial<Entry>,
    ) =>
      entry(
        {
          label: given.label ?? 'Label',
          outcomes: (given.outcomes ?? []).map((of) => ({ framework: 'f', frameworkVersion: '1', id: of, name: of })),
          ...(given.previous && { previous: { recordId: 'r-0', entryId: given.previous } }),
          ...change,
        },
        id,
      );
    const { merged } = merge(
      record({ entries: [about('e-1', one, tea)] }),
      record({ entries: [about('e-2', other, bowling)] }),
    );
    expect(texts(merged)).toEqual(together ? [['Tea', 'Bowling']] : [['Tea'], ['Bowling']]);
    expect(merged.entries[0]?.id).toBe('e-1');
    if (together && 'previous' in one) expect(merged.entries[0]?.previous).toEqual({ recordId: 'r-0', entryId: 'e-9' });
  });

  it('what follows on from an earlier entry does so after the merge, on whichever side it was said', () => {
    const previous = { recordId: 'r-0', entryId: 'e-0' };
    expect(first(merge(withEntry({}), withEntry({ previous })))).toMatchObject({ previous });
    const result = merge(withEntry({ previous }), withEntry({ previous: { ...previous, entryId: 'e-00' } }));
    expect(first(result)).toMatchObject({ previous });
    expect(result.differences).toEqual([]);
    const elsewhere = { recordId: 'r-00', entryId: 'e-00' };
    const both = merge(withEntry({ previous, ...tea }), withEntry({ previous: elsewhere, ...bowling }));
    expect(texts(both.merged)).toEqual([['Tea', 'Bowling']]);
    expect(both.dropped).toEqual([]);
    expect(first(merge(withEntry({}), withEntry({})))).not.toHaveProperty('previous');
  });

  it('an entry that was marked as a mistake is left beside a new one about the same', () => {
    const enteredInError = { reason: 'A slip', at: '2026-03-03T10:00:00Z' };
    const { merged } = merge(
      record({ entries: [entry({ enteredInError, ...tea }, 'e-1'), entry({}, 'e-2')] }),
      record({ entries: [entry(bowling, 'e-3')] }),
    );
    expect(texts(merged)).toEqual([['Tea'], ['Bowling']]);
  });

  it('people: the same role and name are one, and what they said stays theirs', () => {
    const people = (id: string, name?: string) => [{ id, role: 'unpaid-carer', ...(name && { name }) }] as const;
    const mine = record({
      conversation: { participants: people('p-2', 'fiona') },
      entries: [
        entry({
          narrative: [said('s-1', 'Tea', { participantId: 'p-2' }), said('s-2', 'Hm', { participantId: 'p-9' })],
        }),
      ],
    });
    const { merged, conflicts } = merge(
      record({ conversation: { participants: people('p-1', 'Fiona') }, entries: [entry()] }),
      mine,
    );
    expect(keys(conflicts)).toEqual(['conversation/participants/p-1']);
    expect(conflicts[0]?.choices).toEqual(['theirs', 'mine']);
    expect(merged.entries[0]?.narrative?.map(({ participantId }) => participantId)).toEqual(['p-1', 'p-9']);
    const nameless = merge(
      record({ conversation: { participants: people('p-1') } }),
      record({ conversation: { participants: [{ id: 'p-2', role: 'unpaid-carer', relationship: 'daughter' }] } }),
    );
    expect(nameless.merged.conversation.participants).toHaveLength(2);
    expect(merge(mine, mine).merged.entries[0]?.narrative).toBe(mine.entries[0]?.narrative);
  });

  it('an id that is there twice', () => {
    const twice = withEntry({ narrative: [said('s-1', 'Tea'), said('s-1', 'Bowling')] });
    const { merged, differences } = merge(twice, withEntry({ narrative: [said('s-1', 'Tea'), said('s-1', 'Cards')] }));
    expect(keys(differences)).toEqual(['entries/e-1/narrative/s-1~1']);
    expect(merged.entries[0]?.narrative?.map(({ text }) => text)).toEqual(['Tea', 'Bowling', 'Cards']);
    expect(merge(twice, twice).differences).toEqual([]);
  });
});

describe('With what both began with', () => {
  const base = withEntry({ narrative: [said('s-1', 'Tea')], mostImportant: true, ratings: [rated('g-1', 'some')] });
  const three = (theirs: OutcomeRecord, mine: OutcomeRecord, choices = {}): MergeResult =>
    merge(theirs, mine, choices, base);

  it('what one side has changed is taken as changed, and nothing counts as dropped', () => {
    const mine = withEntry({
      narrative: [said('s-1', 'Tea and cake')],
      mostImportant: true,
      ratings: [rated('g-1', 'some')],
    });
    const theirs = withEntry({ narrative: [said('s-1', 'Tea')], mostImportant: true, ratings: [rated('g-1', 'most')] });
    const result = three(theirs, mine);
    expect(first(result)).toMatchObject({
      narrative: [{ text: 'Tea and cake' }],
      ratings: [{ answer: { value: 'most' } }],
    });
    expect(result).toMatchObject({ conflicts: [], dropped: [] });
    expect(result.differences).toMatchObject([
      { part: 'narrative', settled: 'mine', base: said('s-1', 'Tea'), theirs: said('s-1', 'Tea') },
      { part: 'ratings', settled: 'theirs' },
    ]);
    // It can be chosen otherwise all the same, and then something is.
    const other = three(theirs, mine, { 'entries/e-1/narrative/s-1': 'theirs' });
    expect(other.dropped).toMatchObject([{ side: 'mine', value: { text: 'Tea and cake' } }]);
    expect(first(other).narrative).toEqual([said('s-1', 'Tea')]);
  });

  it('what one side took out goes, and is named; what the other changed meanwhile is asked about', () => {
    const { narrative: _narrative, ...without } = entry({ mostImportant: true, ratings: [rated('g-1', 'some')] });
    const gone = three(base, record({ entries: [without] }));
    expect(first(gone)).not.toHaveProperty('narrative');
    expect(gone).toMatchObject({
      conflicts: [],
      dropped: [],
      differences: [{ settled: 'mine', theirs: said('s-1', 'Tea') }],
    });
    const changed = three(
      record({ entries: [without] }),
      withEntry({ ...without, narrative: [said('s-1', 'Coffee')] }),
    );
    expect(changed.conflicts).toMatchObject([{ choices: ['theirs', 'mine'], mine: said('s-1', 'Coffee') }]);
    expect(first(changed)).not.toHaveProperty('narrative');
    const kept = three(record({ entries: [without] }), withEntry({ ...without, narrative: [said('s-1', 'Coffee')] }), {
      'entries/e-1/narrative/s-1': 'mine',
    });
    expect(first(kept).narrative).toEqual([said('s-1', 'Coffee')]);
  });

  it('a whole outcome that was taken out, and support that was', () => {
    expect(three(base, record()).merged.entries).toEqual([]);
    expect(three(record(), base).merged.entries).toEqual([]);
    const worded = withEntry({ narrative: [said('s-1', 'Coffee')] });
    expect(keys(three(worded, record()).conflicts)).toEqual(['entries/e-1']);
    const began = record({ conversation: { support: ['bsl'] } });
    expect(merge(began, record(), {}, began).merged.conversation).not.toHaveProperty('support');
    const all = record({ conversation: { support: ['bsl', 'advocate'] } });
    expect(merge(all, began, {}, began).merged.conversation.support).toEqual(['bsl', 'advocate']);
  });

  it('what both have changed, or both have added, is asked about', () => {
    const result = three(
      withEntry({ mostImportant: false, narrative: [said('s-1', 'Coffee')], personalOutcome: { text: 'A dog' } }),
      withEntry({ mostImportant: true, narrative: [said('s-1', 'Cake')], personalOutcome: { text: 'A cat' } }),
    );
    expect(result.conflicts.map(({ part }) => part)).toEqual(['narrative', 'personalOutcome']);
    expect(result.conflicts[1]).not.toHaveProperty('base');
    expect(first(result)).toMatchObject({ mostImportant: false });
    expect(keys(merge(record({ kind: 'plan' }), record({ kind: 'review' }), {}, record()).conflicts)).toEqual(['kind']);
    expect(merge(record({ kind: 'plan' }), record(), {}, record()).merged.kind).toBe('plan');
    expect(
      merge(record({ conversation: { mode: 'phone' } }), record(), {}, record({ conversation: { mode: 'phone' } }))
        .merged.conversation,
    ).toEqual({});
  });

  it('a new entry on both sides has nothing before it', () => {
    const added = (text: string) =>
      record({ entries: [...base.entries, entry({ narrative: [said('s-9', text)] }, 'e-2')] });
    expect(keys(merge(added('Tea'), added('Cake'), {}, base).conflicts)).toEqual(['entries/e-2/narrative/s-9']);
  });

  it('what was there before under the id of mine, where theirs has it under another', () => {
    const before = withEntry({ actions: [step('a-2', 'Phone Eck')] });
    const theirs = withEntry({ actions: [step('a-1', 'Visit Eck')] });
    const mine = withEntry({ actions: [step('a-2', 'Visit Eck')] });
    const result = merge(theirs, mine, {}, before);
    expect(result.differences).toEqual([]);
    expect(first(result).actions).toEqual([step('a-1', 'Visit Eck')]);
  });
});

describe('The record itself', () => {
  const theirs = record({
    id: 'r-2',
    status: 'completed',
    completedAt: '2026-03-03T12:00:00Z',
    baseVersion: '"2"',
    recordedBy: { id: 'mairi' },
    amends: { recordId: 'r-0', reason: 'A name', at: '2026-03-03T11:00:00Z' },
  });
  const mine = record({
    status: 'completed',
    completedAt: '2026-03-03T12:30:00Z',
    baseVersion: '"1"',
    recordedBy: { id: 'kit' },
    amends: { recordId: 'r-0', reason: 'A date', at: '2026-03-03T12:00:00Z' },
    generator: { name: 'A host', version: '1' },
  });

  it('is a draft of mine that is based on theirs', () => {
    const { merged, differences } = merge(theirs, mine);
    expect(merged).toEqual({
      ...record(),
      baseVersion: '"2"',
      recordedBy: { id: 'kit' },
      generator: mine.generator,
      amends: { ...mine.amends, recordId: 'r-2' },
    });
    expect(differences).toEqual([]);
    expect(parseRecord(merged).ok).toBe(true);
    expect(Object.isFrozen(merged.entries)).toBe(true);
  });

  it('goes on correcting what it corrected where theirs is another version of it', () => {
    expect(merge({ ...theirs, id: 'r-1' }, mine).merged.amends).toEqual(mine.amends);
    expect(merge(theirs, record()).merged).not.toHaveProperty('amends');
    expect(merge(record(), record({ baseVersion: '"1"' })).merged).not.toHaveProperty('baseVersion');
  });

  it('says the newer version of the format', () => {
    const version = (one: string, other: string) =>
      merge(record({ schemaVersion: one }), record({ schemaVersion: other })).merged.schemaVersion;
    expect([version('1.10', '1.9'), version('1.9', '1.10'), version('1.0', '1.0')]).toEqual(['1.10', '1.10', '1.0']);
  });

  it('has the scales of both, each once, also where one side took an answer out', () => {
    const scale = (id: string, version: string) => ({ id, version }) as never;
    const base = record({ scales: [scale('a', '1')] });
    const { merged } = merge(
      record({ scales: [scale('a', '1'), scale('b', '1')] }),
      record({ scales: [scale('a', '2'), scale('b', '1')] }),
      {},
      base,
    );
    expect(merged.scales.map(({ id, version }) => `${id}@${version}`)).toEqual(['a@1', 'b@1', 'a@2']);
  });

  it('has looked back at what either has looked back at, with what was in sight in sight', () => {
    const looked = (recordIds: string[], shown: 'before' | 'after-answer' | 'never') =>
      record({ previous: { recordIds, shown } });
    const shown = (one: OutcomeRecord, other: OutcomeRecord) => merge(one, other).merged.previous;
    expect(shown(looked(['a'], 'never'), looked(['b', 'a'], 'after-answer'))).toEqual({
      recordIds: ['a', 'b'],
      shown: 'after-answer',
    });
    expect(shown(looked(['a'], 'before'), looked(['a'], 'never'))).toEqual({ recordIds: ['a'], shown: 'before' });
    expect(shown(looked(['a'], 'never'), record())).toEqual({ recordIds: ['a'], shown: 'never' });
    expect(shown(record(), looked(['a'], 'never'))).toEqual({ recordIds: ['a'], shown: 'never' });
    expect(shown(record(), record())).toBeUndefined();
  });

  it('keeps members of a newer version, also those that are named like something else', () => {
    const odd = { ratings: 3, toString: 'x', support: { a: 1 } };
    const { merged } = merge(
      record(odd as never),
      record({ conversation: { narrative: 4, hasOwnProperty: 5 } as never }),
    );
    expect(merged).toMatchObject({ ...odd, conversation: { narrative: 4, hasOwnProperty: 5 } });
  });
});
