import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { patchOperation, schemas } from '../../src/schema/index.js';
import { defOf, valuesOf, withMutants } from './arbitraries.js';

/** Enough on a busy machine. */
const minute = 60_000;

/** What zod, and Ajv by each version of the published JSON Schema, say of the same data. */
function judges(
  schema: z.core.$ZodType,
): (data: unknown) => readonly [zod: boolean, draft2020: boolean, draft07: boolean] {
  const draft2020 = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }),
  );
  const draft07 = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
  );
  return (data) => [(schema as z.ZodMiniType).safeParse(data).success, draft2020(data), draft07(data)];
}

const published = Object.entries(schemas) as readonly (readonly [name: string, schema: z.core.$ZodType])[];

describe.each(published)('%s', (_name, schema) => {
  const verdicts = judges(schema);

  it('is accepted, and refused, by zod and by both JSON Schemas alike', { timeout: minute }, () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(withMutants(schema), ([value, mutants]) => {
        expect(verdicts(value)).toEqual([true, true, true]);
        for (const mutant of mutants) {
          const [zod, draft2020, draft07] = verdicts(mutant);
          // The mutant is shown only where they differ: it may be large.
          if (draft2020 !== zod || draft07 !== zod) expect({ mutant, draft2020, draft07 }).toEqual({ mutant, zod });
          if (zod) accepted += 1;
          else refused += 1;
        }
      }),
      { numRuns: 120 },
    );
    // That they agree says something only where both verdicts come up.
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(300);
  });

  it.each([null, undefined, 0, '', 'text', true, [], {}, [{}]].map((value) => [value]))(
    'is not %j, says each of them',
    (value) => {
      expect(verdicts(value)).toEqual([false, false, false]);
    },
  );
});

describe('a patch operation', () => {
  const verdicts = judges(patchOperation);

  it.each([
    [{ op: 'add', path: '/entries/-', value: null }, true],
    [{ op: 'add', path: '/entries/-' }, false],
    [{ op: 'replace', path: '/status' }, false],
    [{ op: 'remove', path: '/status' }, true],
    [{ op: 'remove' }, false],
    [{ op: 'move', from: '/a', path: '/b' }, false],
    [{ op: 'test', path: '/a', value: 1 }, false],
  ])('%j: %j', (operation, valid) => {
    expect(verdicts(operation)).toEqual([valid, valid, valid]);
  });
});

/** Every part of a schema, with its path. */
function parts(schema: z.core.$ZodType, path: string): readonly (readonly [path: string, schema: z.core.$ZodType])[] {
  const def = defOf(schema);
  const below =
    def.type === 'object'
      ? Object.entries({ ...def.shape, '*': def.catchall })
      : def.type === 'array'
        ? [['#', def.element]]
        : def.type === 'optional'
          ? [['?', def.innerType]]
          : def.type === 'union'
            ? def.options.map((option, index) => [`|${String(index)}`, option])
            : [];
  return [
    [path, schema],
    ...(below as [string, z.core.$ZodType][]).flatMap(([key, part]) => parts(part, `${path}/${key}`)),
  ];
}

describe('what only zod could say', () => {
  const everyPart = published.flatMap(([name, schema]) => parts(schema, name));

  it('is in no schema: no transform, refinement, coercion, default or closed object', () => {
    const sayable = [
      'object',
      'array',
      'optional',
      'union',
      'enum',
      'literal',
      'string',
      'number',
      'boolean',
      'unknown',
    ];
    expect(everyPart.filter(([, part]) => !sayable.includes(defOf(part).type)).map(([path]) => path)).toEqual([]);
    const checks = everyPart.flatMap(([path, part]) =>
      (defOf(part).checks ?? []).map((check) => [path, check._zod.def.check] as const),
    );
    expect(checks.filter(([, check]) => check !== 'string_format' && check !== 'min_length')).toEqual([]);
    expect(everyPart.filter(([, part]) => (defOf(part) as { coerce?: boolean }).coerce).map(([path]) => path)).toEqual(
      [],
    );
    const closed = everyPart.filter(([, part]) => {
      const def = defOf(part);
      return def.type === 'object' && (!def.catchall || defOf(def.catchall).type !== 'unknown');
    });
    expect(closed.map(([path]) => path)).toEqual([]);
    expect(everyPart.length).toBeGreaterThan(500);
  });

  it.each(published)(
    'is not in %s: what goes in comes out, in type and in value',
    { timeout: minute },
    (_name, schema) => {
      expect(z.toJSONSchema(schema, { io: 'input' }).properties).toMatchObject(
        z.toJSONSchema(schema, { io: 'output' }).properties ?? {},
      );
      fc.assert(
        fc.property(valuesOf(schema), (value) => {
          expect((schema as z.ZodMiniType).parse(value)).toEqual(value);
        }),
        { numRuns: 30 },
      );
    },
  );
});
