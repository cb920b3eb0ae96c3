import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareRecord } from '../../src/model/share.js';
import { AUDIENCES, type Audience } from '../../src/schema/codes.js';
import { parseRecord } from '../../src/schema/parse.js';
import type { Entry, OutcomeRecord, Rating, Statement } from '../../src/schema/record.js';
import { kinRecord, someRecord } from './compare-arbitraries.js';

const minutes = 60_000;

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Where somebody's words can stand. Names of frameworks, scales and outcomes are not somebody's words. */
const wordsIn = new Set([
  'text',
  'reason',
  'who',
  'how',
  'what',
  'note',
  'wouldHelp',
  'viewFoundBy',
  'viewsFoundBy',
  'place',
  'supportNote',
  'relationship',
  'name',
  'role',
  'label',
]);
const nobodysWords = /^\/(framework|scales|generator|subject)\b|\/outcomes\//;
const codes = /\/participants\/\d+\/role$/;

interface Mark {
  readonly token: string;
  readonly path: string;
  /** Everything around it, from the record inwards. */
  readonly around: readonly Holder[];
}

/** Puts a word that stands nowhere else into every place for words, and into a field that no version knows. */
function marked(record: OutcomeRecord): { readonly record: OutcomeRecord; readonly marks: readonly Mark[] } {
  const copy = structuredClone(record);
  const marks: Mark[] = [];
  const mark = (path: string, around: readonly Holder[]): string => {
    const token = `words${String(marks.length)}.`;
    marks.push({ token, path, around });
    return token;
  };
  const walk = (value: unknown, path: string, above: readonly Holder[]): void => {
    if (!isHolder(value)) return;
    const around = Array.isArray(value) ? above : [...above, value];
    for (const [name, part] of Object.entries(value)) {
      const place = `${path}/${name}`;
      if (typeof part === 'string' && wordsIn.has(name) && !nobodysWords.test(place) && !codes.test(place))
        value[name] = mark(place, around);
      else walk(part, place, around);
    }
    if (!Array.isArray(value)) value['xNote'] = mark(`${path}/xNote`, around);
  };
  walk(copy, '', []);
  return { record: copy, marks };
}

const statementsIn = ({ entries, summary = [] }: OutcomeRecord): readonly Statement[] => [
  ...entries.flatMap(({ narrative = [], strengths = [], barriers = [] }) => [...narrative, ...strengths, ...barriers]),
  ...summary,
];

/** The rule once more, in other words than the library's. */
function maySee(
  { path, around }: Mark,
  record: OutcomeRecord,
  audience: Audience,
  agreed: readonly Audience[],
): boolean {
  if (path.endsWith('/xNote')) return false;
  const parts = around.slice(1);
  const own = parts.filter(({ sharing }) => sharing !== undefined);
  if (own.some(({ sharing }) => !(sharing as Audience[]).includes(audience))) return false;
  const statement = parts.find((part) => statementsIn(record).includes(part as unknown as Statement));
  if (statement) return seesStatement(statement as unknown as Statement, record, audience, agreed);
  if (own.length > 0 || agreed.includes(audience)) return true;
  // Who spoke is named to whoever may read what they said.
  const id = /\/participants\/\d+\/(name|relationship)$/.test(path) ? parts.at(-1)?.['id'] : undefined;
  return id !== undefined && speakersOf(record, audience, agreed).has(id);
}

function speakersOf(record: OutcomeRecord, audience: Audience, agreed: readonly Audience[]): ReadonlySet<unknown> {
  const statements = statementsIn(record).filter((one) => seesStatement(one, record, audience, agreed));
  const ratings = record.entries
    .flatMap(({ ratings: one = [], importance: two = [], change: three = [] }) => [...one, ...two, ...three])
    .filter(({ sharing }) => sharing?.includes(audience) ?? agreed.includes(audience));
  return new Set([...statements, ...ratings].map(({ participantId }) => participantId));
}

function seesStatement(
  statement: Statement,
  record: OutcomeRecord,
  audience: Audience,
  agreed: readonly Audience[],
): boolean {
  const { sharing, translationOf } = statement;
  if (sharing && !sharing.includes(audience)) return false;
  const originals = statementsIn(record).filter((one) => one !== statement && one.id === translationOf);
  if (originals.length > 0) return originals.every((one) => seesStatement(one, record, audience, agreed));
  return sharing !== undefined || agreed.includes(audience);
}

const who = fc.subarray([...AUDIENCES]);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Records in which each part says who may see it, or does not, and in which words have translations. */
const sharedRecord: fc.Arbitrary<OutcomeRecord> = fc
  .tuple(kinRecord, fc.infiniteStream(maybe(who)), fc.infiniteStream(fc.nat({ max: 9 })))
  .map(([record, sharings, numbers]) => {
    const next = <T extends object>(part: T): T => {
      const sharing = sharings.next().value as Audience[] | undefined;
      return sharing === undefined ? part : { ...part, sharing };
    };
    let made = 0;
    const words = (list: readonly Statement[] | undefined): readonly Statement[] =>
      (list ?? [{ id: 's', text: 'Tea' }]).flatMap(({ text }) => {
        made += 1;
        const id = `s-${String(made)}`;
        const number = (numbers.next().value as number | undefined) ?? 0;
        // Only of what stands before it: what two translations of each other come to is looked at below.
        const translationOf = number < 5 && made > 1 ? { translationOf: `s-${String(1 + (number % (made - 1)))}` } : {};
        return [next({ id, text, ...translationOf, participantId: 'p0' })];
      });
    return {
      ...record,
      ...next({}),
      summary: words(undefined),
      entries: record.entries.map((entry): Entry => ({
        ...entry,
        narrative: words(entry.narrative),
        strengths: words(undefined),
        personalOutcome: next({ text: 'A dog' }),
        disagreement: next({ between: [], text: 'It is not so.' }),
        ...(entry.ratings && { ratings: entry.ratings.map((rating) => next<Rating>({ ...rating, reason: 'So' })) }),
        ...(entry.importance && { importance: entry.importance.map(next) }),
        ...(entry.change && { change: entry.change.map(next) }),
        ...(entry.contributors && { contributors: entry.contributors.map((one) => next({ ...one, who: 'Eck' })) }),
        ...(entry.actions && { actions: entry.actions.map((one) => next({ ...one, note: 'Soon' })) }),
      })),
    };
  });

const anybody = fc.constantFrom(...AUDIENCES);

describe('shareRecord, for any record', () => {
  it('hands over nothing that this audience may not see', { timeout: 2 * minutes }, () => {
    fc.assert(
      fc.property(fc.oneof(sharedRecord, someRecord), anybody, maybe(who), (given, audience, agreed) => {
        const { record, marks } = marked(given);
        const text = JSON.stringify(shareRecord(record, audience, { agreed }));
        const whole = agreed ?? record.sharing ?? ['person'];
        for (const one of marks.filter((mark) => !maySee(mark, record, audience, whole)))
          expect(text, `${one.path} for ${audience}, agreed with ${whole.join()}`).not.toContain(one.token);
      }),
      { numRuns: 1500 },
    );
  });

  it('hands over everything else, but for what belongs to no part that is seen', { timeout: 2 * minutes }, () => {
    fc.assert(
      fc.property(sharedRecord, anybody, maybe(who), (given, audience, agreed) => {
        const { record, marks } = marked(given);
        const text = JSON.stringify(shareRecord(record, audience, { agreed }));
        const whole = agreed ?? record.sharing ?? ['person'];
        // Scales go with their ratings; an entry's own name and mark go with what is seen of it.
        const goesWith = /^\/(entries\/\d+\/(label|enteredInError\/.*|previous.*)|scales.*)$/;
        for (const one of marks.filter((mark) => maySee(mark, record, audience, whole) && !goesWith.test(mark.path)))
          expect(text, `${one.path} for ${audience}`).toContain(one.token);
      }),
      { numRuns: 500 },
    );
  });

  it('hands over a valid, frozen record, the same when it is shared again, and leaves the given one alone', () => {
    fc.assert(
      fc.property(fc.oneof(sharedRecord, someRecord), anybody, maybe(who), (record, audience, agreed) => {
        const before = structuredClone(record);
        const copy = shareRecord(record, audience, { agreed });
        expect(record).toEqual(before);
        expect(parseRecord(copy).ok).toBe(true);
        expect(Object.isFrozen(copy) && Object.isFrozen(copy.entries)).toBe(true);
        expect(shareRecord(copy, audience, { agreed })).toEqual(copy);
      }),
      { numRuns: 400 },
    );
  });
});
