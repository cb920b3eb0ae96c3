import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { loadRecord } from '../../src/model/load.js';
import { completeRecord, createEntry, createRecord } from '../../src/model/record.js';
import { upcast } from '../../src/model/upcast.js';
import { met3 } from '../../src/scales/met-3.js';
import { parseFramework, parseRecord, parseScale, type Parsed } from '../../src/schema/parse.js';
import { outcomeFramework } from '../../src/schema/framework.js';
import { outcomeRecord } from '../../src/schema/record.js';
import { MAX_DEPTH, type Problem } from '../../src/schema/rules.js';
import { ratingScale } from '../../src/schema/scale.js';
import { valuesOf } from './arbitraries.js';
import { at } from './shipped-data.js';

type Json = Record<string, unknown>;

const golden = (version: string): Json =>
  JSON.parse(readFileSync(join(import.meta.dirname, `golden/record-${version}.json`), 'utf8')) as Json;
const record = (change: object = {}): Json => ({ ...golden('1.0'), ...change });

/** What was found wrong. Data that was accepted fails the test. */
function problemsOf(parsed: Parsed<unknown>): readonly Problem[] {
  if (parsed.ok) throw new Error('It was not refused.');
  return parsed.problems;
}

const readers = [
  ['parseRecord', parseRecord, outcomeRecord],
  ['loadRecord', loadRecord, outcomeRecord],
  ['parseScale', parseScale, ratingScale],
  ['parseFramework', parseFramework, outcomeFramework],
] as const;

describe.each(readers)('%s', (_name, read, schema) => {
  it('hands back the very same object, byte for byte, or says why not', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(valuesOf(schema), (value) => {
        const json = JSON.stringify(value);
        const parsed = read(value);
        if (parsed.ok) expect(parsed.value).toBe(value);
        // What the schema accepts is refused only by a rule that a schema cannot say.
        else
          for (const { code } of parsed.problems)
            expect(code).toMatch(/^(duplicate|unknown-category|scale-invalid|hostile-key)$/);
        expect(JSON.stringify(value)).toBe(json);
      }),
      { numRuns: 100 },
    );
  });

  it('throws nothing, changes nothing, and says what, where and how to mend it, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), (value) => {
        const before = structuredClone(value);
        for (const { code, path, message, hint } of problemsOf(read(value))) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
          expect(path).toMatch(/^(\/|$)/);
          expect(message).toMatch(/\.$/);
          expect(hint).toMatch(/\.$/);
        }
        expect(value).toEqual(before);
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name "%s", at any depth', (name) => {
    const hostile = JSON.parse(`{"schemaVersion": "1.0", "deep": [{"${name}": {"polluted": true}}]}`) as unknown;
    expect(problemsOf(read(hostile))).toEqual([
      {
        code: 'hostile-key',
        path: `/deep/0/${name}`,
        message: `The name "${name}" is not allowed: it could change how other code behaves.`,
        hint: 'Remove it from the data.',
      },
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('refuses data that is too deep', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'bottom' : { below: nested(levels - 1) });
    expect(problemsOf(read({ schemaVersion: '1.0', deep: nested(5000) }))).toMatchObject([
      { code: 'too-deep', message: `The data goes more than ${String(MAX_DEPTH)} levels deep.` },
    ]);
  });

  it('comes to an end with data that goes round in a circle', () => {
    const circle: Json = { schemaVersion: '1.0' };
    circle['itself'] = [circle];
    expect(read(circle).ok).toBe(false);
  });
});

describe('the findings', () => {
  it('tell a code that is missing from one that is not known', () => {
    expect(problemsOf(loadRecord(at(record(), ['kind'], undefined)))).toEqual([
      {
        code: 'record-invalid',
        path: '/kind',
        message: '"kind" is missing.',
        hint: 'Use one of: assessment, plan, review.',
      },
    ]);
  });

  it('of a record name the place and the codes that are allowed', () => {
    const spoilt = at(at(record(), ['status'], 'finished'), ['entries', '0', 'ratings', '0', 'perspective'], undefined);
    expect(problemsOf(loadRecord(spoilt))).toEqual([
      {
        code: 'record-invalid',
        path: '/status',
        message: '"status" has a value that is not known.',
        hint: 'Use one of: draft, completed, entered-in-error.',
      },
      expect.objectContaining({ code: 'record-invalid', path: '/entries/0/ratings/0/perspective' }),
    ]);
  });

  it.each([
    [['recordedAt'], 'yesterday', '/recordedAt', /not in the form/],
    [['entries'], {}, '/entries', /not a list/],
    [['subject'], 'Moira', '/subject', /not an object/],
    [['scales', '0', 'points'], [], '/scales/0/points', /is empty/],
    [
      ['entries', '0', 'ratings', '0', 'answer'],
      { kind: 'later' },
      '/entries/0/ratings/0/answer/kind',
      /none of the forms/,
    ],
    [['entries', '0', 'label'], '', '/entries/0/label', /not in the form/],
    [['framework', 'a~b/c'], undefined, undefined, undefined],
  ] as const)('%j', (path, replacement, place, message) => {
    const parsed = loadRecord(at(record(), path, replacement));
    if (place === undefined) expect(parsed.ok).toBe(true);
    else {
      const [problem] = problemsOf(parsed);
      expect(problem?.path).toBe(place);
      expect(problem?.message).toMatch(message);
    }
  });

  it('never hold anybody’s words', () => {
    const secret = 'Eck drinks';
    const spoilt = at(record(), ['entries', '0', 'narrative'], [{ id: secret, text: [secret], saidBy: secret }]);
    expect(JSON.stringify(problemsOf(loadRecord(spoilt)))).not.toContain(secret);
  });

  it('of a framework and a scale are of what a schema cannot say, too', () => {
    const twice = {
      ...talkingPointsCommunity,
      outcomes: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B', category: 'c' },
      ],
    };
    expect(problemsOf(parseFramework(twice)).map(({ code, path }) => [code, path])).toEqual([
      ['duplicate', '/outcomes/1'],
      ['unknown-category', '/outcomes/1/category'],
    ]);
    expect(problemsOf(parseScale({ ...met3, points: [met3.points[0], met3.points[0]] }))).toMatchObject([
      { code: 'scale-invalid', path: '/points/1/value' },
    ]);
  });
});

describe('versions', () => {
  it('a newer minor version is read, with the fields that are not known yet', () => {
    const newer = at(record({ schemaVersion: '1.7', mood: { weather: 'fair' } }), ['entries', '0', 'colour'], 'blue');
    const json = JSON.stringify(newer);
    expect(loadRecord(newer)).toEqual({ ok: true, value: newer });
    const fromText = loadRecord(json);
    expect(fromText.ok && JSON.stringify(fromText.value)).toBe(json);
  });

  it.each(['2.0', '10.3'])('a newer major version (%s) is refused and left as it is', (schemaVersion) => {
    const newer = record({ schemaVersion, entries: 'of another shape' });
    const before = structuredClone(newer);
    expect(problemsOf(loadRecord(newer))).toEqual([
      {
        code: 'record-newer',
        path: '/schemaVersion',
        message: `The record was made by a newer version (${schemaVersion}) than this one can read (1). It was left as it is.`,
        hint: 'Update talking-points-elements, then open the record again.',
      },
    ]);
    expect(newer).toEqual(before);
  });

  it.each([undefined, null, 1, 1.0, '', '1', 'v1.0', '1.0.0', ['1.0']])(
    'no version (%j) is refused',
    (schemaVersion) => {
      expect(problemsOf(loadRecord(record({ schemaVersion })))).toMatchObject([
        { code: 'record-invalid', path: '/schemaVersion' },
      ]);
    },
  );

  it.each(['0.1', '0.8', '0.10'])('an older version that was never written (%s) is refused', (schemaVersion) => {
    expect(problemsOf(loadRecord(record({ schemaVersion })))).toMatchObject([
      { code: 'record-invalid', path: '/schemaVersion' },
    ]);
  });

  it.each(['', '{', '{"schemaVersion": "1.0",}', 'Moira', '[1'])('text that is no JSON (%j) is refused', (text) => {
    expect(problemsOf(loadRecord(text))).toEqual([
      {
        code: 'json-malformed',
        path: '',
        message: 'The record is not JSON that can be read.',
        hint: 'Load the record as it was stored.',
      },
    ]);
  });

  it('text that holds JSON is read', () => {
    expect(loadRecord(JSON.stringify(record()))).toEqual({ ok: true, value: record() });
    expect(problemsOf(loadRecord('null'))).toHaveLength(1);
    expect(problemsOf(loadRecord('"1.0"'))).toHaveLength(1);
  });
});

describe('the golden record of 0.9', () => {
  it('comes up to the golden record of 1.0, and is not changed itself', () => {
    const old = golden('0.9');
    expect(loadRecord(old)).toEqual({ ok: true, value: golden('1.0') });
    expect(old).toEqual(golden('0.9'));
    expect(upcast(upcast(old))).toEqual(golden('1.0'));
  });

  it('keeps nought as nought, and no answer as the reason for it', () => {
    const loaded = loadRecord(golden('0.9'));
    const answers = loaded.ok ? loaded.value.entries[0]?.ratings?.map(({ answer }) => answer) : [];
    expect(answers).toEqual([
      { kind: 'answered', value: 0 },
      { kind: 'no-answer', reason: 'declined', note: 'Not today' },
      { kind: 'unanswered' },
      { kind: 'unanswered' },
    ]);
  });

  it('a record of this version comes back as it is', () => {
    const current = record();
    expect(upcast(current)).toBe(current);
  });

  it.each([
    ['entries that are not a list', ['entries'], 'lost?'],
    ['an entry that is no object', ['entries', '0'], 'lost?'],
    ['ratings that are not a list', ['entries', '0', 'ratings'], { r1: 'lost?' }],
    ['a rating that is no object', ['entries', '0', 'ratings', '0'], 'lost?'],
    ['a reason for no answer that is none', ['entries', '0', 'ratings', '0', 'noAnswer'], 'lost?'],
    ['a conversation that is no object', ['conversation'], 'lost?'],
  ])('%s is refused, not dropped', (_what, path, replacement) => {
    expect(loadRecord(at(golden('0.9'), path, replacement)).ok).toBe(false);
  });
});

describe('a completed record that holds words and nothing else', () => {
  const now = new Date('2026-03-03T14:05:00Z');
  const draft = createRecord({ framework: talkingPointsCommunity, now });
  const words = { ...createEntry('Having a cat again'), narrative: [{ id: 's1', text: 'I talk to her.' }] };
  const completed = completeRecord({ ...draft, entries: [words] }, now);

  it('is valid, by zod and by the JSON Schema', () => {
    expect(parseRecord(completed).ok).toBe(true);
    const validate = new Ajv2020().compile(z.toJSONSchema(outcomeRecord, { io: 'input' }));
    expect(validate(completed)).toBe(true);
    expect(completed.entries[0]).not.toHaveProperty('ratings');
  });
});
