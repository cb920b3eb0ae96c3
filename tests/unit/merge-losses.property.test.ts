import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/model/load.js';
import { mergeRecords } from '../../src/model/merge.js';
import type { MergeChoice, MergeDifference, MergeInput, MergeResult } from '../../src/model/merge-types.js';
import { withoutBlanks } from '../../src/model/record.js';
import type { Entry, OutcomeRecord, Statement } from '../../src/schema/record.js';
import { kinRecord } from './compare-arbitraries.js';

const minutes = 60_000;
const runs = { numRuns: 1000 };

const WORDS = ['narrative', 'strengths', 'barriers'] as const;
const LISTS = [...WORDS, 'ratings', 'importance', 'change', 'contributors', 'actions'] as const;
const at = '2026-03-05T10:00:00Z';

/** What numbers make of a record: each is one decision of somebody who writes in it. */
type Numbers = Iterator<number, number>;
function* over(list: readonly number[]): Generator<number, number> {
  for (let place = 0; ; place += 1) yield list[place % list.length] ?? 0;
}
const next = (numbers: Numbers): number => numbers.next().value;
const one = <T>(numbers: Numbers, ...from: readonly [T, ...T[]]): T => from[next(numbers) % from.length] ?? from[0];

const statement = (numbers: Numbers): Statement => ({
  id: `s${String(next(numbers) % 5)}`,
  text: `Words ${String(next(numbers) % 9)}`,
  ...one<Partial<Statement>>(numbers, {}, {}, { participantId: 'p0' }, { participantId: 'p1' }),
  ...one<Partial<Statement>>(numbers, {}, {}, { translationOf: 's0' }, { translationOf: 's1' }),
  ...one<Partial<Statement>>(numbers, {}, {}, { sharing: [] }, { enteredInError: { reason: 'A slip', at } }),
});
/** No id twice in a list: only what no element writes has that. */
const once = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((item) => [item.id, item])).values(),
];
const but = <T extends object>(holder: T, name: keyof T, list: readonly unknown[]): T =>
  Object.fromEntries(
    Object.entries({ ...holder, [name]: list }).filter(([part, value]) => part !== name || value.length > 0),
  ) as T;

function writtenIn(entry: Entry, other: Entry, numbers: Numbers): Entry {
  let written = entry;
  for (const list of LISTS) {
    const items = written[list] ?? [];
    const changed = one<() => readonly unknown[]>(
      numbers,
      () => items,
      () => items,
      () => items.slice(1),
      () => once([...items, ...(other[list] ?? [])]),
      () => (WORDS.includes(list as never) ? once([...(items as readonly Statement[]), statement(numbers)]) : items),
      () => (WORDS.includes(list as never) ? items.map((item) => ({ ...item, text: statement(numbers).text })) : items),
    )();
    if (changed !== items) written = but(written, list, changed);
  }
  return {
    ...written,
    ...one<Partial<Entry>>(numbers, {}, {}, {}, other.decision ? { decision: other.decision } : {}, {
      enteredInError: { reason: `A slip ${String(next(numbers) % 2)}`, at },
    }),
  };
}

function writtenOn(record: OutcomeRecord, other: OutcomeRecord, list: readonly number[]): OutcomeRecord {
  const numbers = over(list);
  const people = record.conversation.participants ?? [];
  const entries = record.entries.flatMap((entry, place) => {
    const from = other.entries[place % other.entries.length] ?? entry;
    return one(
      numbers,
      [writtenIn(entry, from, numbers)],
      [entry],
      [writtenIn(entry, from, numbers)],
      [entry, from],
      [],
    );
  });
  const participants = one(
    numbers,
    people,
    people,
    people.slice(1),
    people.map((who) => ({ ...who, relationship: 'daughter' })),
    once([...people, ...(other.conversation.participants ?? [])]),
  );
  return {
    ...record,
    conversation: but(record.conversation, 'participants', participants),
    entries: once(entries),
    ...(next(numbers) % 6 === 5 && { status: 'entered-in-error', enteredInError: { reason: 'Another person', at } }),
    ...(next(numbers) % 3 === 2 && { summary: once([...(record.summary ?? []), statement(numbers)]) }),
  };
}

/** As elements write them: each id once in its list, and no mark of a mistake on all of it. */
const written: Arbitrary<OutcomeRecord> = kinRecord.map(({ enteredInError: _mark, ...record }) => ({
  ...record,
  status: 'completed',
  entries: once(record.entries).map((entry) =>
    LISTS.reduce<Entry>((made, list) => (made[list] ? but(made, list, once<{ id: string }>(made[list])) : made), entry),
  ),
}));
const numbers = fc.array(fc.nat({ max: 59 }), { minLength: 7, maxLength: 40 });
const triples: Arbitrary<MergeInput> = fc
  .tuple(written, written, written, numbers, numbers, fc.boolean())
  .map(([base, left, right, first, second, isKnown]) => ({
    base: isKnown ? base : undefined,
    theirs: writtenOn(base, left, first),
    mine: writtenOn(base, right, second),
  }));

/** What was said, whatever ids it goes by and whoever wrote it down when. */
const bare = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) =>
    /^(id|participantId|translationOf|recordedAt|recordedBy)$/.test(key)
      ? undefined
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );
const itemsOf = (entry: Entry): readonly string[] => [
  ...LISTS.flatMap((list) => (entry[list] ?? []).map((item) => bare(item))),
  ...(entry.decision ? [bare(entry.decision)] : []),
];
const said = (record: OutcomeRecord | undefined): readonly string[] => [
  ...(record?.entries ?? []).map(withoutBlanks).flatMap(itemsOf),
  ...(record?.summary ?? []).map(bare),
];
const held = (part: string, value: unknown): readonly string[] =>
  value === undefined ? [] : part === 'entries' ? itemsOf(value as Entry) : [bare(value)];
const asked = ({ conflicts }: MergeResult): readonly string[] =>
  conflicts.flatMap(({ part, theirs, mine }) => [...held(part, theirs), ...held(part, mine)]);
/** What is new or changed on a side. */
const news = (side: OutcomeRecord, base: OutcomeRecord | undefined): readonly string[] => {
  const before = new Set(said(base));
  return said(side).filter((words) => !before.has(words));
};
const choose = ({ conflicts }: MergeResult, wanted: readonly MergeChoice[]): Readonly<Record<string, MergeChoice>> =>
  Object.fromEntries(
    conflicts.map(({ key, choices }, place) => {
      const choice = wanted[place % wanted.length] ?? 'mine';
      return [key, choices.includes(choice) ? choice : 'mine'];
    }),
  );
const wishes = fc.array(fc.constantFrom<MergeChoice[]>('theirs', 'mine', 'both'), { minLength: 1, maxLength: 9 });

describe('Merging what two people have written', () => {
  it(
    'has everything that is new or changed on either side, or asks about it',
    () => {
      fc.assert(
        fc.property(triples, (input) => {
          const result = mergeRecords(input);
          expect(loadRecord(result.merged)).toMatchObject({ ok: true });
          const found = new Set([...said(result.merged), ...asked(result)]);
          for (const side of [input.theirs, input.mine])
            expect(news(side, input.base).filter((words) => !found.has(words))).toEqual([]);
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'has the words of whichever side was chosen, and tells those of the other',
    () => {
      fc.assert(
        fc.property(triples, wishes, (input, wanted) => {
          const first = mergeRecords(input);
          const choices = choose(first, wanted);
          const { merged, conflicts, dropped } = mergeRecords({ ...input, choices });
          expect(conflicts).toEqual([]);
          expect(loadRecord(merged)).toMatchObject({ ok: true });
          const found = new Set(said(merged));
          const keeps = ({ key }: MergeDifference, side: 'theirs' | 'mine'): boolean =>
            choices[key] === side || choices[key] === 'both';
          for (const difference of first.conflicts)
            for (const side of ['theirs', 'mine'] as const)
              if (/^(entries|summary|decision)$/.test(difference.part) || LISTS.includes(difference.part as never))
                if (keeps(difference, side))
                  expect(held(difference.part, difference[side]).filter((words) => !found.has(words))).toEqual([]);
          for (const { part, value } of dropped) for (const words of held(part, value)) found.add(words);
          for (const side of [input.theirs, input.mine])
            expect(news(side, input.base).filter((words) => !found.has(words))).toEqual([]);
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'never puts the mark of a mistake on what somebody else has said meanwhile without asking',
    () => {
      fc.assert(
        fc.property(triples, ({ base, ...input }) => {
          const { merged, conflicts } = mergeRecords({ base, ...input });
          const keys = new Set(conflicts.map(({ key }) => key));
          for (const [side, other] of [
            [input.theirs, input.mine],
            [input.mine, input.theirs],
          ] as const) {
            // Whoever wrote the same words, and marked them, has seen them.
            const known = new Set([...said(base ?? other), ...said(other)]);
            const isNew = (words: string): boolean => !known.has(words);
            if (merged.enteredInError && !side.enteredInError && !keys.has('enteredInError'))
              expect(said(side).filter(isNew)).toEqual([]);
            for (const entry of side.entries) {
              const now = merged.entries.find(({ id }) => id === entry.id);
              if (now?.enteredInError && !entry.enteredInError && !keys.has(`entries/${entry.id}/enteredInError`))
                expect(itemsOf(withoutBlanks(entry)).filter(isNew)).toEqual([]);
            }
          }
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'has everybody who is named in it, and the original of each translation',
    () => {
      fc.assert(
        fc.property(triples, wishes, (input, wanted) => {
          const { merged } = mergeRecords({ ...input, choices: choose(mergeRecords(input), wanted) });
          const known = [input.theirs, input.mine, input.base].flatMap((side) => side?.conversation.participants ?? []);
          const people = new Set((merged.conversation.participants ?? []).map(({ id }) => id));
          JSON.stringify(merged, (key, value: unknown) => {
            if (key === 'participantId' && known.some(({ id }) => id === value)) expect(people).toContain(value);
            return value;
          });
          expect(new Set(merged.conversation.participants?.map(({ id }) => id)).size).toBe(
            merged.conversation.participants?.length ?? 0,
          );
          const originals = (
            records: readonly (OutcomeRecord | undefined)[],
            entryId: string,
            list: (typeof WORDS)[number],
          ) =>
            new Set(
              records.flatMap((record) =>
                (record?.entries ?? [])
                  .filter(({ id }) => id === entryId)
                  .flatMap((entry) => (withoutBlanks(entry)[list] ?? []).map(({ id }) => id)),
              ),
            );
          for (const { id, ...entry } of merged.entries)
            for (const list of WORDS) {
              const there = originals([merged], id, list);
              const could = originals([input.theirs, input.mine, input.base], id, list);
              for (const { translationOf } of entry[list] ?? [])
                if (translationOf && could.has(translationOf)) expect(there).toContain(translationOf);
            }
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'reports the same from the other side',
    () => {
      const told = ({ differences }: MergeResult, isSwapped: boolean): readonly string[] =>
        differences
          .map(({ part, theirs, mine, base, choices, settled }) => {
            const [left, right] = isSwapped ? [mine, theirs] : [theirs, mine];
            const side = isSwapped && settled ? { theirs: 'mine', mine: 'theirs', both: 'both' }[settled] : settled;
            return `${part} ${bare([left ?? null, right ?? null, base ?? null])} ${choices.join()} ${String(side)}`;
          })
          .sort();
      fc.assert(
        fc.property(triples, ({ base, theirs, mine }) => {
          const [first, second] = [
            mergeRecords({ base, theirs, mine }),
            mergeRecords({ base, theirs: mine, mine: theirs }),
          ];
          expect(told(second, true)).toEqual(told(first, false));
          if (first.conflicts.length === 0)
            expect(said(second.merged).toSorted()).toEqual(said(first.merged).toSorted());
        }),
        runs,
      );
    },
    5 * minutes,
  );
});
