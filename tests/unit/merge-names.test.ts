import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../src/model/merge.js';
import type { OutcomeRecord, Statement } from '../../src/schema/record.js';
import { entry, first, keys, merge, rated, record, said, step, withEntry } from './merge-samples.js';

const alec = { id: 'p-1', role: 'unpaid-carer', name: 'Alec' } as const;
const fiona = { id: 'p-2', role: 'unpaid-carer', name: 'Fiona' } as const;
const kit = { id: 'p-3', role: 'practitioner', name: 'Kit' } as const;
const among = (people: readonly object[], change: Parameters<typeof entry>[0] = {}): OutcomeRecord =>
  record({ conversation: { participants: people as never }, entries: [entry(change)] });
const people = ({ conversation }: OutcomeRecord): unknown => conversation.participants;

describe('Who is named by what is kept', () => {
  const base = among([alec, fiona]);
  const by = { participantId: 'p-2' };

  it.each([
    ['words', { narrative: [said('s-1', 'Tea', by)] }],
    ['an answer', { ratings: [rated('g-1', 'some', by)] }],
  ] as const)('stays for %s of theirs, whichever side took them out', (_name, change) => {
    for (const [side, theirs, mine] of [
      ['mine', among([alec]), among([alec, fiona], change)],
      ['theirs', among([alec, fiona], change), among([alec])],
    ] as const) {
      const result = merge(theirs, mine, {}, base);
      expect(people(result.merged)).toEqual([alec, fiona]);
      expect(result).toMatchObject({ conflicts: [], dropped: [] });
      // It is told as what it is: kept.
      expect(result.differences.find(({ part }) => part === 'participants')?.settled).toBe(side);
    }
  });

  it('stays out where nobody names them, and where both know nothing of them', () => {
    expect(people(merge(among([alec]), base, {}, base).merged)).toEqual([alec]);
    expect(people(merge(among([]), among([]), {}, base).merged)).toEqual([]);
    const stranger = among([alec], { narrative: [said('s-1', 'Tea', { participantId: 'p-9' })] });
    expect(people(merge(stranger, stranger).merged)).toEqual([alec]);
  });

  it('stays where both took them out, and words of theirs were left', () => {
    const left = among([alec], { narrative: [said('s-1', 'Tea', by)] });
    const result = merge(left, left, {}, among([alec, fiona], left.entries[0]));
    expect(people(result.merged)).toEqual([alec, fiona]);
    expect(result.differences).toEqual([]);
  });

  it('stays for words in short, once, and as the side that named them last had them', () => {
    const relationship = 'daughter';
    const theirs = among([alec]);
    const mine = { ...among([alec, { ...fiona, relationship }]), summary: [said('s-9', 'Tea', by)] };
    const key = 'conversation/participants/p-2';
    const asked = merge(theirs, mine, {}, base);
    expect(keys(asked.conflicts)).toEqual([key]);
    const { merged, dropped, differences } = merge(theirs, mine, { [key]: 'theirs' }, base);
    expect(people(merged)).toEqual([alec, { ...fiona, relationship }]);
    expect(dropped).toEqual([]);
    expect(differences.find((one) => one.key === key)).not.toHaveProperty('settled');
  });

  it('is not told as dropped, also where somebody else has another id on each side', () => {
    const changed = { ...fiona, relationship: 'daughter' };
    const theirs = among([{ ...alec, id: 'p-8' }]);
    const mine = { ...among([alec, changed]), summary: [said('s-9', 'Tea', by)] };
    const { merged, dropped } = merge(theirs, mine, { 'conversation/participants/p-2': 'theirs' }, base);
    expect(people(merged)).toContainEqual(changed);
    expect(dropped).toEqual([]);
  });

  it('waits with what it tells until everything is chosen', () => {
    const change = { narrative: [said('s-1', 'Tea', by)], personalOutcome: { text: 'A dog' } };
    const { differences } = merge(
      among([alec], { personalOutcome: { text: 'A cat' } }),
      among([alec, fiona], change),
      {},
      base,
    );
    expect(differences.find(({ part }) => part === 'participants')?.settled).toBe('theirs');
  });

  it('goes by another id where the same one stands for somebody else, with all that they said', () => {
    const theirs = among([{ ...alec, id: 'p-9' }], { narrative: [said('s-1', 'Tea', { participantId: 'p-9' })] });
    const mine = {
      ...among([{ ...fiona, id: 'p-9' }], { narrative: [said('s-2', 'Cake', { participantId: 'p-9' })] }),
      summary: [said('s-3', 'Both', { participantId: 'p-9' })],
    };
    const mineToo = {
      ...mine,
      entries: [
        ...mine.entries,
        entry({ outcomes: [], ratings: [rated('g', 'some', { participantId: 'p-9' })] }, 'e-2'),
      ],
    };
    const { merged, conflicts } = merge(theirs, mineToo);
    expect(conflicts.map(({ choices }) => choices)).toEqual([['theirs', 'mine', 'both']]);
    expect(people(merged)).toEqual([
      { ...alec, id: 'p-9' },
      { ...fiona, id: 'new' },
    ]);
    expect(merged.entries[0]?.narrative?.map(({ participantId }) => participantId)).toEqual(['p-9', 'new']);
    expect(merged.entries[1]?.ratings?.[0]?.participantId).toBe('new');
    expect(merged.summary?.[0]?.participantId).toBe('new');
  });

  it('has said the same words where both wrote them down under ids of their own', () => {
    const theirs = among([fiona], { narrative: [said('s-1', 'Tea', { participantId: 'p-2' })] });
    const mine = among([{ ...fiona, id: 'p-7' }], { narrative: [said('s-2', 'Tea', { participantId: 'p-7' })] });
    expect(merge(theirs, mine)).toMatchObject({ differences: [], merged: { entries: theirs.entries } });
  });

  it('goes by another id in a translation that goes by another id too', () => {
    const narrative = (text: string, participantId: string): readonly Statement[] => [
      said('s-1', text),
      said('t-1', `${text} (gd)`, { translationOf: 's-1', participantId }),
    ];
    const { merged } = merge(
      among([alec], { narrative: narrative('Tea', 'p-1') }),
      among([{ ...kit, id: 'p-1' }], { narrative: narrative('Cake', 'p-1') }),
    );
    expect(merged.entries[0]?.narrative?.map((one) => [one.text, one.translationOf, one.participantId])).toEqual([
      ['Tea', undefined, undefined],
      ['Cake', undefined, undefined],
      ['Tea (gd)', 's-1', 'p-1'],
      ['Cake (gd)', 'new', 'new'],
    ]);
  });

  it('is nobody who is only spoken of', () => {
    const mine = among([alec], { narrative: [said('p-2', 'p-2')] });
    expect(people(merge(mine, base, {}, base).merged)).toEqual([alec]);
  });

  it('is one person where only one side knows the name, or the role is the same', () => {
    const { name: _name, ...nameless } = fiona;
    for (const [one, other] of [
      [fiona, nameless],
      [nameless, fiona],
      [fiona, { ...fiona, name: 'FIONA' }],
    ] as const)
      expect(merge(among([one]), among([other])).conflicts[0]?.choices).toEqual(['theirs', 'mine']);
    expect(merge(among([kit]), among([{ ...kit, role: 'other' }])).conflicts[0]?.choices).toContain('both');
  });
});

describe('A translation', () => {
  const translated = (id: string, of: string): Statement => said(id, 'An tì', { language: 'gd', translationOf: of });
  const narrative = (result: ReturnType<typeof merge>) =>
    first(result).narrative?.map(({ id, text, translationOf }) => [id, text, translationOf]);

  it('goes with its original where that has another id beside other words with the same one', () => {
    const theirs = withEntry({ narrative: [said('s-1', 'Coffee'), { ...translated('t-1', 's-1'), text: 'Cofaidh' }] });
    const mine = withEntry({ narrative: [said('s-1', 'Tea'), translated('t-2', 's-1')] });
    const result = merge(theirs, mine);
    expect(keys(result.conflicts)).toEqual(['entries/e-1/narrative/s-1']);
    expect(narrative(result)).toEqual([
      ['s-1', 'Coffee', undefined],
      ['new', 'Tea', undefined],
      ['t-1', 'Cofaidh', 's-1'],
      ['t-2', 'An tì', 'new'],
    ]);
  });

  it('goes with its original also where it has another id itself, and in short', () => {
    let made = 0;
    const newId = () => `new-${String((made += 1))}`;
    const both = (text: string): readonly Statement[] => [
      said('s-1', text),
      said('t-1', `${text} (gd)`, { translationOf: 's-1' }),
    ];
    const { merged } = mergeRecords({
      theirs: { ...withEntry({ strengths: both('Tea') }), summary: both('Tea') },
      mine: { ...withEntry({ strengths: both('Cake') }), summary: both('Cake') },
      newId,
    });
    for (const list of [merged.summary, merged.entries[0]?.strengths]) {
      const [, beside, theirs, mine] = list ?? [];
      expect([theirs?.translationOf, mine?.translationOf]).toEqual(['s-1', beside?.id]);
      expect(beside?.text).toBe('Cake');
    }
  });

  it('is one with the same translation of the same words, entered on both sides', () => {
    const theirs = withEntry({ barriers: [said('s-1', 'Tea'), translated('t-1', 's-1')] });
    const mine = withEntry({
      barriers: [said('s-2', 'Tea'), translated('t-2', 's-2'), said('s-3', 'Tì', { translationOf: 's-2' })],
    });
    const { merged, differences } = merge(theirs, mine);
    expect(keys(differences)).toEqual(['entries/e-1/barriers/s-3']);
    expect(merged.entries[0]?.barriers).toEqual([
      said('s-1', 'Tea'),
      translated('t-1', 's-1'),
      said('s-3', 'Tì', { translationOf: 's-1' }),
    ]);
  });

  it('is one with the same translation on the other side, where its original was taken out and written again', () => {
    const again = withEntry({ barriers: [said('s-9', 'Tea'), translated('t-9', 's-1')] });
    const first = withEntry({ barriers: [said('s-1', 'Tea'), translated('t-1', 's-1')] });
    for (const [theirs, mine, original, translation] of [
      [again, first, 's-9', 't-9'],
      [first, again, 's-1', 't-1'],
    ] as const) {
      const { merged, differences } = merge(theirs, mine);
      expect(differences).toEqual([]);
      expect(merged.entries[0]?.barriers).toEqual([said(original, 'Tea'), translated(translation, original)]);
    }
  });

  it('is what one side has made of it, where the other has only written its original again', () => {
    const base = withEntry({ barriers: [said('s-1', 'Tea'), translated('t-1', 's-1')] });
    const again = withEntry({ barriers: [said('s-9', 'Tea'), translated('t-1', 's-1')] });
    const without = withEntry({ barriers: [said('s-1', 'Tea')] });
    const other = withEntry({ barriers: [said('s-1', 'Tea'), { ...translated('t-1', 's-1'), text: 'Teatha' }] });
    for (const [changed, texts] of [
      [other, ['Tea', 'Teatha']],
      [without, ['Tea']],
    ] as const)
      for (const [theirs, mine] of [
        [again, changed],
        [changed, again],
      ] as const) {
        const { merged, conflicts } = merge(theirs, mine, {}, base);
        expect(conflicts).toEqual([]);
        expect(merged.entries[0]?.barriers?.map(({ text }) => text)).toEqual(texts);
      }
  });

  it('keeps its original, and with it who may see it, where the other side took that out', () => {
    const original = said('s-1', 'Tea', { sharing: [] });
    const base = withEntry({ narrative: [original, translated('t-1', 's-1')] });
    const changed = withEntry({ narrative: [original, { ...translated('t-1', 's-1'), text: 'Teatha' }] });
    const key = 'entries/e-1/narrative/t-1';
    const kept = merge(withEntry({}), changed, { [key]: 'mine' }, base);
    expect(narrative(kept)).toEqual([
      ['t-1', 'Teatha', 's-1'],
      ['s-1', 'Tea', undefined],
    ]);
    expect(kept.dropped).toEqual([]);
    expect(kept.differences.find((one) => one.key === 'entries/e-1/narrative/s-1')?.settled).toBe('mine');
    expect(narrative(merge(changed, withEntry({}), { [key]: 'theirs' }, base))).toHaveLength(2);
    expect(first(merge(withEntry({}), changed, { [key]: 'theirs' }, base))).not.toHaveProperty('narrative');
  });

  it('of a translation keeps both', () => {
    const again = said('u-1', 'Thé', { translationOf: 't-1' });
    const base = withEntry({ narrative: [said('s-1', 'Tea'), translated('t-1', 's-1')] });
    const mine = withEntry({ narrative: [...(base.entries[0]?.narrative ?? []), again] });
    expect(narrative(merge(withEntry({}), mine, {}, base))?.map(([id]) => id)).toEqual(['u-1', 't-1', 's-1']);
    // Both took the originals out: they were there before.
    const left = withEntry({ narrative: [again] });
    const other = withEntry({ narrative: [again, said('s-2', 'Cake')] });
    expect(
      narrative(merge(left, other, {}, withEntry({ narrative: mine.entries[0]?.narrative })))?.map(([id]) => id),
    ).toEqual(['u-1', 's-2', 't-1', 's-1']);
    expect(narrative(merge(left, other))?.map(([id]) => id)).toEqual(['u-1', 's-2']);
  });

  it('is not changed by ids of anything else', () => {
    const theirs = withEntry({ actions: [step('a-1', 'Phone')], narrative: [said('a-1', 'Coffee')] });
    const mine = withEntry({
      actions: [step('a-2', 'Phone')],
      narrative: [said('a-2', 'Tea'), translated('t-2', 'a-2')],
    });
    expect(narrative(merge(theirs, mine))?.at(-1)).toEqual(['t-2', 'An tì', 'a-2']);
    const words = [said('s-1', 'Tea'), translated('t-1', 's-1')];
    const both = merge(
      withEntry({ actions: [step('s-1', 'Phone')] }),
      withEntry({ actions: [step('s-1', 'Visit')], narrative: words }),
    );
    expect(first(both)).toMatchObject({ actions: [{ id: 's-1' }, { id: 'new' }], narrative: words });
  });

  it('is left alone in what theirs says', () => {
    const theirs = withEntry({ narrative: [said('s-1', 'Coffee'), translated('t-1', 's-1')] });
    const { merged } = merge(theirs, withEntry({ narrative: [said('s-1', 'Tea'), translated('t-1', 's-1')] }));
    expect(merged.entries[0]?.narrative?.map(({ translationOf }) => translationOf)).toEqual([
      undefined,
      undefined,
      's-1',
    ]);
  });
});

describe('Two that were not one when both began', () => {
  it('each side took out what the other left: somebody is asked', () => {
    const answers = [rated('g-1', 'some'), rated('g-2', 'most')] as const;
    const base = withEntry({ ratings: answers });
    const [one, other] = answers.map((answer) => withEntry({ ratings: [answer] })) as [OutcomeRecord, OutcomeRecord];
    for (const [theirs, mine] of [
      [one, other],
      [other, one],
    ] as const)
      expect(merge(theirs, mine, {}, base).conflicts).toMatchObject([{ part: 'ratings', choices: ['theirs', 'mine'] }]);
  });

  it('what one side has changed stands against what the other left as it was', () => {
    const base = withEntry({ ratings: [rated('g-1', 'some'), rated('g-2', 'most')] });
    const left = withEntry({ ratings: [rated('g-1', 'some')] });
    const changed = withEntry({ ratings: [rated('g-2', 'none')] });
    expect(first(merge(left, changed, {}, base)).ratings).toMatchObject([{ id: 'g-1', answer: { value: 'none' } }]);
    expect(first(merge(changed, left, {}, base)).ratings).toMatchObject([{ id: 'g-2', answer: { value: 'none' } }]);
    const both = withEntry({ ratings: [rated('g-1', 'all')] });
    const { conflicts } = merge(both, changed, {}, base);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).not.toHaveProperty('base');
  });
});
