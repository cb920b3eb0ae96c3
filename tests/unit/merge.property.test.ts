import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../src/model/merge.js';
import type { MergeChoice, MergeResult } from '../../src/model/merge-types.js';
import { withoutBlanks } from '../../src/model/record.js';
import { parseRecord } from '../../src/schema/parse.js';
import type { Entry, OutcomeRecord, Statement } from '../../src/schema/record.js';
import { kinRecord, someRecord } from './compare-arbitraries.js';

const minutes = 60_000;
const runs = { numRuns: 500 };

const LISTS = [
  'narrative',
  'strengths',
  'barriers',
  'ratings',
  'importance',
  'change',
  'contributors',
  'actions',
] as const;

/** What somebody said or what was agreed, whatever its id and whoever wrote it down. */
const bare = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) =>
    /^(id|participantId|recordedAt|recordedBy)$/.test(key)
      ? undefined
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );

const itemsOf = (entry: Entry): readonly string[] => LISTS.flatMap((list) => (entry[list] ?? []).map(bare));
const said = ({ entries, summary = [] }: OutcomeRecord): readonly string[] => [
  ...entries.map(withoutBlanks).flatMap(itemsOf),
  ...summary.map(bare),
];
/** What a difference or something dropped holds: an item, or an entry full of them. */
const held = (part: string, value: unknown): readonly string[] =>
  value === undefined ? [] : part === 'entries' ? itemsOf(value as Entry) : [bare(value)];
const named = ({ differences }: MergeResult): readonly string[] =>
  differences.flatMap(({ part, theirs, mine }) => [...held(part, theirs), ...held(part, mine)]);

/** What a record has translations of without the words themselves, as another one has them. */
const originalsOf = (record: OutcomeRecord, other: OutcomeRecord): readonly string[] => {
  const lists = ({ entries, summary = [] }: OutcomeRecord): readonly (readonly Statement[])[] => [
    ...entries.flatMap(({ narrative = [], strengths = [], barriers = [] }) => [narrative, strengths, barriers]),
    summary,
  ];
  const wanted = lists(record).flatMap((list) =>
    list.flatMap(({ translationOf }) => (list.some(({ id }) => id === translationOf) ? [] : [translationOf])),
  );
  return lists(other).flatMap((list) => list.filter(({ id }) => wanted.includes(id)).map(bare));
};

/** Changes as people make them: a word here, an entry there. */
const edited = (record: OutcomeRecord, other: OutcomeRecord, which: readonly number[]): OutcomeRecord => ({
  ...record,
  conversation: which[0] === 1 ? other.conversation : record.conversation,
  entries: record.entries.flatMap((entry, at) => {
    const from = other.entries[at % other.entries.length] ?? entry;
    const parts = LISTS.filter((_, index) => which[(index + at) % which.length] === 2);
    const changed = Object.fromEntries(parts.flatMap((part) => (from[part] ? [[part, from[part]]] : [])));
    return which[at + 1] === 3
      ? []
      : which[at + 1] === 4
        ? [{ ...entry, ...changed }, from]
        : [{ ...entry, ...changed }];
  }),
});

const which = fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 9 });
/** Two versions of a record and what both began with; or two records that have little to do with each other. */
const versions = fc.oneof(
  fc
    .tuple(kinRecord, kinRecord, kinRecord, which, which)
    .map(([base, a, b, left, right]) => ({ base, theirs: edited(base, a, left), mine: edited(base, b, right) })),
  fc.tuple(kinRecord, kinRecord).map(([theirs, mine]) => ({ base: undefined, theirs, mine })),
  fc
    .tuple(someRecord, someRecord, fc.option(someRecord, { nil: undefined }))
    .map(([theirs, mine, base]) => ({ theirs, mine, base })),
);

describe('Merging any two records', () => {
  it(
    'gives a valid draft, and loses nothing that anybody said: it is there, or it is named',
    () => {
      fc.assert(
        fc.property(versions, fc.boolean(), ({ base, theirs, mine }, known) => {
          const result = mergeRecords({ theirs, mine, base: known ? base : undefined });
          expect(parseRecord(result.merged)).toMatchObject({ ok: true });
          expect(result.merged).toMatchObject({ status: 'draft', id: mine.id });
          const found = new Set([...said(result.merged), ...named(result)]);
          expect([...said(theirs), ...said(mine)].filter((one) => !found.has(one))).toEqual([]);
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'whatever is chosen, it is there, or it is told as dropped, or it is what stood there before',
    () => {
      const choice = fc.constantFrom<MergeChoice[]>('theirs', 'mine', 'both');
      fc.assert(
        fc.property(
          versions,
          fc.boolean(),
          fc.array(choice, { minLength: 1 }),
          ({ base, theirs, mine }, known, list) => {
            const input = { theirs, mine, base: known ? base : undefined };
            const { differences } = mergeRecords(input);
            const choices = Object.fromEntries(
              differences.map(({ key, choices: can }, at) => {
                const wanted = list[at % list.length] ?? 'theirs';
                return [key, can.includes(wanted) ? wanted : 'mine'];
              }),
            );
            const { merged, dropped, conflicts } = mergeRecords({ ...input, choices });
            expect(conflicts).toEqual([]);
            const found = new Set([...said(merged), ...dropped.flatMap(({ part, value }) => held(part, value))]);
            if (input.base) for (const one of said(input.base)) found.add(one);
            expect([...said(theirs), ...said(mine)].filter((one) => !found.has(one))).toEqual([]);
          },
        ),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'asks nothing where both are the same, and changes nothing that was said',
    () => {
      fc.assert(
        fc.property(someRecord, someRecord, (record, other) => {
          for (const base of [undefined, record, other]) {
            const { merged, differences, dropped } = mergeRecords({
              theirs: record,
              mine: structuredClone(record),
              base,
            });
            expect([differences, dropped]).toEqual([[], []]);
            expect(said(merged)).toEqual(said(record));
          }
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'takes what one side has changed where the other has changed nothing',
    () => {
      fc.assert(
        fc.property(versions, ({ base, theirs }) => {
          if (!base) return;
          for (const [one, other] of [
            [theirs, base],
            [base, theirs],
          ] as const) {
            const { merged, conflicts } = mergeRecords({ base, theirs: one, mine: other });
            expect(conflicts).toEqual([]);
            // What was taken out stands all the same where a translation of it was left.
            const back = originalsOf(theirs, base).filter((words) => said(merged).includes(words));
            expect(new Set(said(merged))).toEqual(new Set([...said(theirs), ...back]));
          }
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'says the same from the other side',
    () => {
      const told = ({ differences }: MergeResult, swap: boolean): readonly string[] =>
        differences
          .map(({ part, theirs, mine, choices, settled }) => {
            const [one, other] = swap ? [mine, theirs] : [theirs, mine];
            const side = swap && settled ? { theirs: 'mine', mine: 'theirs', both: 'both' }[settled] : settled;
            return `${part} ${bare([one ?? null, other ?? null])} ${choices.join()} ${String(side)}`;
          })
          .sort();
      fc.assert(
        fc.property(versions, ({ theirs, mine }) => {
          const [one, other] = [mergeRecords({ theirs, mine }), mergeRecords({ theirs: mine, mine: theirs })];
          expect(told(other, true)).toEqual(told(one, false));
          if (one.conflicts.length === 0) expect(said(other.merged).toSorted()).toEqual(said(one.merged).toSorted());
        }),
        runs,
      );
    },
    5 * minutes,
  );

  it(
    'once settled, is not asked about again',
    () => {
      fc.assert(
        fc.property(versions, ({ theirs, mine, base }) => {
          const { merged } = mergeRecords({ theirs, mine, base });
          expect(mergeRecords({ base: theirs, theirs, mine: merged }).conflicts).toEqual([]);
          expect(mergeRecords({ theirs: merged, mine: merged }).differences).toEqual([]);
        }),
        runs,
      );
    },
    5 * minutes,
  );
});
