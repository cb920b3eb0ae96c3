import fc, { type Arbitrary } from 'fast-check';
import type * as z from 'zod/mini';

/** The parts of a schema, with what is checked of a text or a list. */
export type Def = z.core.$ZodTypes['_zod']['def'];

export const defOf = (schema: z.core.$ZodType): Def => (schema as z.core.$ZodTypes)._zod.def;

/** The patterns that a text has to match. Anything else that a schema checks is unknown here, and fails the test. */
function patternsOf(def: Def): readonly RegExp[] {
  return (def.checks ?? []).map((check) => {
    const { pattern } = check._zod.def as { pattern?: RegExp };
    if (!pattern) throw new Error(`A text is checked by "${check._zod.def.check}"`);
    return pattern;
  });
}

/** Words as people write them, and as they can be pasted: other scripts, line breaks, emoji, the ends of HTML. */
export const words = fc.oneof(
  fc.constantFrom('', ' ', 'Seeing Jean on a Tuesday', 'فنجان شاي', '👵🏽\r\n\tTea', '</script>&lt;\'"\u2028', '0'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 4, 5, 10),
  fc
    .double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 })
    // −0 is not JSON.
    .map((value) => (Object.is(value, -0) ? 0 : value)),
);

/** Fields of a newer version. */
const unknownFields = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.dictionary(fc.constantFrom('x-note', 'colour', 'of a newer version'), fc.jsonValue({ maxDepth: 1 }), {
    maxKeys: 2,
  }),
);

/** Values that a schema accepts, made from the schema itself, so that a field that is added to it is tested the same day. */
export function valuesOf(schema: z.core.$ZodType): Arbitrary<unknown> {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape as Readonly<Record<string, z.core.$ZodType>>);
      const requiredKeys = fields.filter(([, field]) => defOf(field).type !== 'optional').map(([name]) => name);
      const record = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field)])), {
        requiredKeys,
        noNullPrototype: true,
      });
      return fc.tuple(unknownFields, record).map(([unknown, known]) => ({ ...known, ...unknown }));
    }
    case 'optional':
      return valuesOf(def.innerType);
    case 'array':
      return fc.array(valuesOf(def.element), { minLength: def.checks?.length ?? 0, maxLength: 2 });
    case 'union':
      return fc.oneof(...def.options.map(valuesOf));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'string': {
      const patterns = patternsOf(def);
      return patterns.length === 0
        ? words
        : fc.oneof(...patterns.map((pattern) => fc.stringMatching(pattern, { size: '-1' })));
    }
    case 'number':
      return number;
    case 'boolean':
      return fc.boolean();
    case 'unknown':
      return fc.jsonValue({ maxDepth: 1 });
    default:
      throw new Error(`No values are known for "${def.type}"`);
  }
}

/** What is put in the place of something else: each kind of JSON, and texts that are nearly right. */
const replacements: readonly unknown[] = [
  null,
  true,
  0,
  1,
  2,
  4,
  5,
  1.5,
  '',
  ' ',
  '1',
  '0',
  '1.',
  'v1',
  '1.2.3.4',
  '1.2.3-beta',
  '1234567',
  '2.0',
  '1.0',
  '01',
  'draft ',
  'Person',
  'answered',
  'no-answer',
  'unanswered',
  'replace',
  'remove',
  'copy',
  '2026-02-30',
  '2026-13-01',
  '2026-3-1',
  '2026-03-03T14:05',
  '2026-03-03T24:00',
  '2026-03-03T14:05:00Z',
  '2026-03-03T14:05:00+15:00',
  '2026-03-03t14:05:00.0000000001z',
  '٢٠٢٦-٠٣-٠٣',
  'a/b',
  '-a',
  `a${'b'.repeat(127)}`,
  `a${'b'.repeat(128)}`,
  'en_GB',
  'http://example.org',
  'javascript:alert(1)',
  'https://a b',
  '\u00a0',
  '\ufeff',
  '\u180e',
  [],
  {},
  [null],
  { kind: 'answered' },
  { op: 'add', path: '' },
];

type Change = readonly [place: number, how: number, what: unknown];

/** Changes to make in a value: where, how, and what is put there. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.constantFrom(...replacements)), {
  minLength: 1,
  maxLength: 2,
});

type Holder = Record<string, unknown>;

/** Every object and list in a value, from the outside in. */
function holders(value: unknown): readonly Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holders)];
}

/** Makes one change in plain data: deletes a member, renames it, puts something else there, adds one, or spoils a text. */
function change(value: unknown, [place, how, replacement]: Change): unknown {
  // A copy: the next change may be made in it.
  const what = structuredClone(replacement);
  const places = holders(value).flatMap((holder) => Object.keys(holder).map((key) => [holder, key] as const));
  const chosen = places[place % Math.max(places.length, 1)];
  if (!chosen) return what;
  const [holder, key] = chosen;
  const before = holder[key];
  if (how === 0 || how === 1) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  }
  if (how === 1 && !Array.isArray(holder)) holder[key.toUpperCase()] = before;
  if (how === 2 || how === 3) holder[key] = what;
  if (how === 4 && Array.isArray(holder)) holder.push(what);
  else if (how === 4)
    Object.defineProperty(holder, ['constructor', '__proto__', 'toString', 'x', 'v'][place % 5] ?? 'x', {
      value: what,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  if (how === 5 && typeof before === 'string')
    holder[key] = [`${before}\n`, ` ${before}`, `${before}é`, before.slice(1)][place % 4];
  return value;
}

/** Values that the schema accepts, and with each two dozen that are one or two changes away from it. Some of those still are valid. */
export const withMutants = (
  schema: z.core.$ZodType,
): Arbitrary<readonly [valid: unknown, mutants: readonly unknown[]]> =>
  fc
    .tuple(valuesOf(schema), fc.array(changes, { minLength: 24, maxLength: 24 }))
    .map(([value, lists]) => [
      value,
      lists.map((list) => list.reduce<unknown>(change, JSON.parse(JSON.stringify(value)))),
    ]);
