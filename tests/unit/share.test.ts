import { describe, expect, it } from 'vitest';
import { shareRecord } from '../../src/model/share.js';
import type { Audience } from '../../src/schema/codes.js';
import type { Entry, OutcomeRecord, Rating, Statement } from '../../src/schema/record.js';

const at = '2026-03-03T14:05:00+00:00';
const statement = (id: string, change: Partial<Statement> = {}): Statement => ({ id, text: `text ${id}`, ...change });
const entry = (change: Partial<Entry> = {}): Entry => ({ id: 'e-1', label: 'The garden', outcomes: [], ...change });
const record = (entries: readonly Entry[], change: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: 'r-1',
  kind: 'plan',
  status: 'completed',
  subject: { id: 'p-204', name: 'Jean' },
  conversationAt: '2026-03-03',
  recordedAt: at,
  recordedBy: { name: 'Mairi' },
  conversation: {
    place: 'At home',
    participants: [
      { id: 'fiona', role: 'unpaid-carer', name: 'Fiona' },
      { id: 'mairi', role: 'practitioner', name: 'Mairi' },
    ],
  },
  framework: { id: 'garden', version: '1', name: 'Garden' },
  scales: [],
  entries,
  ...change,
});
const textsIn = ({ entries, summary = [] }: OutcomeRecord): readonly string[] =>
  [
    ...entries.flatMap(({ narrative = [], strengths = [], barriers = [] }) => [
      ...narrative,
      ...strengths,
      ...barriers,
    ]),
    ...summary,
  ].map(({ id }) => id);

describe('Who sees what', () => {
  const said = record([
    entry({
      narrative: [
        statement('open'),
        statement('worker', { sharing: [] }),
        statement('person', { sharing: ['person'] }),
        statement('family', { sharing: ['family'], participantId: 'fiona' }),
        statement('all', { sharing: ['person', 'family', 'agencies'] }),
      ],
      mostImportant: true,
      decision: { value: 'continue', reason: 'She likes it' },
    }),
  ]);

  it('the person: what says nothing about sharing, and what is shared with them', () => {
    const copy = shareRecord(said, 'person');
    expect(textsIn(copy)).toEqual(['open', 'person', 'all']);
    expect(copy.entries[0]?.decision?.reason).toBe('She likes it');
    expect(copy.conversation).toEqual(said.conversation);
  });

  it('family and agencies: what was shared with them by name, and nothing that was not', () => {
    expect(textsIn(shareRecord(said, 'family'))).toEqual(['family', 'all']);
    const copy = shareRecord(said, 'agencies');
    expect(textsIn(copy)).toEqual(['all']);
    expect(copy.entries[0]).not.toHaveProperty('decision');
    expect(copy.entries[0]).not.toHaveProperty('mostImportant');
    expect(copy).not.toHaveProperty('recordedBy');
    expect(copy.subject).toEqual({ name: 'Jean' });
    expect(copy.conversation).toEqual({});
  });

  it('who spoke is named to whoever may read what they said', () => {
    expect(shareRecord(said, 'family').conversation).toEqual({
      participants: [{ id: 'fiona', role: 'unpaid-carer', name: 'Fiona' }],
    });
  });

  it('as agreed for the whole record: by the record itself, or by the host, who goes first', () => {
    const agreed = { ...said, sharing: ['person', 'family'] as const };
    expect(textsIn(shareRecord(agreed, 'family'))).toEqual(['open', 'family', 'all']);
    expect(textsIn(shareRecord(agreed, 'agencies'))).toEqual(['all']);
    expect(textsIn(shareRecord(agreed, 'family', { agreed: ['person'] }))).toEqual(['family', 'all']);
    expect(textsIn(shareRecord(said, 'agencies', { agreed: ['agencies'] }))).toEqual(['open', 'all']);
    expect(textsIn(shareRecord({ ...said, sharing: [] }, 'person'))).toEqual(['person', 'all']);
  });

  it('somebody who is no audience, or sharing that is no list: nothing', () => {
    expect(shareRecord(said, 'everybody' as Audience).entries).toEqual([]);
    const odd = record([entry({ narrative: [statement('odd', { sharing: 'person' as never }), statement('open')] })]);
    expect(textsIn(shareRecord(odd, 'person'))).toEqual(['open']);
  });

  it('what somebody called it in their own words is theirs: others read what the framework calls it', () => {
    const shared = { personalOutcome: { text: 'A bench', sharing: ['agencies'] } } as const;
    const outcomes = [{ framework: 'garden', frameworkVersion: '1', id: 'digging', name: 'Digging' }];
    const both = record([entry(shared), entry({ ...shared, id: 'e-2', label: 'Digging with Eck', outcomes })]);
    const labels = (copy: OutcomeRecord): readonly string[] => copy.entries.map(({ label }) => label);
    expect(labels(shareRecord(both, 'agencies', { unnamed: 'Something' }))).toEqual(['Something', 'Digging']);
    expect(labels(shareRecord(both, 'agencies', { agreed: ['agencies'] }))).toEqual(['The garden', 'Digging with Eck']);
  });
});

describe('What is left out leaves no trace', () => {
  it('an entry of which nothing is left goes; one that was empty from the start stays for the person', () => {
    const both = record([entry({ narrative: [statement('a', { sharing: [] })] }), entry({ id: 'e-2', narrative: [] })]);
    expect(shareRecord(both, 'person').entries.map(({ id }) => id)).toEqual(['e-2']);
    expect(shareRecord(both, 'family').entries).toEqual([]);
  });

  it('a scale that only a hidden view was given on goes', () => {
    const points = [{ value: 1, label: 'One' }];
    const scale = { id: 'one', version: '1', name: 'One', kind: 'ordinal', direction: 'neither', points } as const;
    const rating = (sharing: readonly Audience[]): Rating => ({
      id: 'g-1',
      perspective: 'practitioner',
      participantId: 'mairi',
      scale: { id: 'one', version: '1' },
      answer: { kind: 'answered', value: 1 },
      recordedAt: at,
      sharing,
    });
    const of = (sharing: readonly Audience[]): OutcomeRecord =>
      record([entry({ ratings: [rating(sharing)], narrative: [statement('a')] })], { scales: [scale] });
    const hidden = shareRecord(of([]), 'person');
    expect(hidden.scales).toEqual([]);
    expect(hidden.entries[0]).not.toHaveProperty('ratings');
    expect(shareRecord(of(['family']), 'family').scales).toEqual([scale]);
    expect(shareRecord(of(['family']), 'family').conversation.participants?.map(({ id }) => id)).toEqual(['mairi']);
  });

  it('a field of a newer version goes: nobody can tell whom it may be shown to', () => {
    const newer = { ...record([{ ...entry({ narrative: [statement('a')] }), mood: 'low' } as Entry]), risk: 'high' };
    expect(JSON.stringify(shareRecord(newer, 'person'))).not.toMatch(/mood|risk/);
  });

  it('that something is a mistake or a correction is said to everybody, and why to those who see the whole', () => {
    const mistake = { reason: 'Said by Eck', at, by: { name: 'Mairi' } };
    const wrong = record([entry({ enteredInError: mistake, personalOutcome: { text: 'A', sharing: ['family'] } })], {
      enteredInError: mistake,
      amends: { ...mistake, recordId: 'r-0' },
    });
    const person = shareRecord(wrong, 'person');
    expect([person.enteredInError, person.amends?.reason]).toEqual([mistake, 'Said by Eck']);
    const family = shareRecord(wrong, 'family');
    expect(family.enteredInError).toEqual({ reason: '', at });
    expect(family.amends).toEqual({ recordId: 'r-0', reason: '', at });
    expect(family.entries[0]?.enteredInError).toEqual({ reason: '', at });
  });

  it('others get a record that can be read, without the host’s number of the person, the place and the people', () => {
    const entries = [
      entry({ narrative: [statement('a', { sharing: ['family'] })], enteredInError: { reason: '', at } }),
    ];
    const { conversation, ...rest } = record(entries, { subject: { id: 'p-204' } });
    const family = shareRecord({ ...rest, conversation: { place: 'At home', participants: [] } }, 'family');
    expect(family).toEqual({
      schemaVersion: '1.0',
      id: 'r-1',
      kind: 'plan',
      status: 'completed',
      subject: {},
      conversationAt: '2026-03-03',
      recordedAt: at,
      conversation: {},
      framework: { id: 'garden', version: '1', name: 'Garden' },
      scales: [],
      entries: [{ ...entries[0], label: '…' }],
    });
    expect(Object.keys(family.subject)).toEqual([]);
    const nobody = shareRecord({ ...rest, conversation: { place: 'At home' } }, 'family');
    expect(nobody.conversation).toEqual({});
    expect(shareRecord({ ...rest, conversation }, 'person').conversation).toEqual(conversation);
  });

  it('of two scales, or two versions of one, only that which a visible answer was given on stays', () => {
    const points = [{ value: 1, label: 'One' }];
    const scale = (id: string, version: string) =>
      ({ id, version, name: id, kind: 'ordinal', direction: 'neither', points }) as const;
    const rating: Rating = {
      id: 'g-1',
      perspective: 'person',
      scale: { id: 'one', version: '1' },
      answer: { kind: 'answered', value: 1 },
      recordedAt: at,
    };
    const scales = [scale('one', '1'), scale('one', '2'), scale('two', '1')];
    expect(shareRecord(record([entry({ ratings: [rating] })], { scales }), 'person').scales).toEqual([scales[0]]);
  });

  it('a mark alone is nothing to show: an entry of which only the mistake could be seen goes', () => {
    const mistake = { reason: 'Said by Eck', at };
    const marked = record([entry({ narrative: [statement('a', { sharing: [] })], enteredInError: mistake })]);
    expect(shareRecord(marked, 'person').entries).toEqual([]);
    expect(shareRecord({ ...marked, enteredInError: mistake }, 'family').enteredInError).toStrictEqual({
      reason: '',
      at,
    });
  });
});

describe('Translations', () => {
  const translated = (original: readonly Audience[] | undefined, translation: readonly Audience[] | undefined) =>
    record([
      entry({
        narrative: [
          statement('original', original && { sharing: original }),
          statement('translation', { translationOf: 'original', ...(translation && { sharing: translation }) }),
        ],
      }),
    ]);

  it('are seen where the original is, unless they say otherwise, and never without it', () => {
    expect(textsIn(shareRecord(translated(['family'], undefined), 'family'))).toEqual(['original', 'translation']);
    expect(textsIn(shareRecord(translated(['family'], []), 'family'))).toEqual(['original']);
    expect(textsIn(shareRecord(translated([], ['person', 'family']), 'person'))).toEqual([]);
    expect(textsIn(shareRecord(translated(undefined, ['family']), 'family'))).toEqual([]);
  });

  it('of what was said twice under one name are seen where all of it is', () => {
    const twice = record([
      entry({
        narrative: [statement('a', { sharing: ['family'] }), statement('b', { translationOf: 'a' })],
        barriers: [statement('a', { sharing: [] })],
      }),
    ]);
    expect(textsIn(shareRecord(twice, 'family'))).toEqual(['a']);
  });

  it('of each other, of themselves or of nothing come to an end, and are never shown to more people', () => {
    const odd = record([
      entry({
        narrative: [
          statement('a', { translationOf: 'b' }),
          statement('b', { translationOf: 'a' }),
          statement('c', { translationOf: 'c' }),
          statement('d', { translationOf: 'gone' }),
        ],
      }),
    ]);
    expect(textsIn(shareRecord(odd, 'person'))).toEqual(['a', 'b', 'c', 'd']);
    expect(textsIn(shareRecord(odd, 'family'))).toEqual([]);
  });
});
