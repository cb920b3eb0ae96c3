import fc, { type Arbitrary } from 'fast-check';
import jsonPatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { applyPatch, edit, editAll, patchBelow, valueAt } from '../../src/model/patch.js';
import type { PatchOperation } from '../../src/schema/events.js';
import { deeplyFrozen } from './shipped-data.js';

type Path = readonly (string | number)[];

/** Names with all that a JSON Pointer has to escape, and names that look like something else. */
const name = fc.constantFrom('a', 'b', 'a/b', 'm~n', '~1', '/', '', ' ', '0', '-', 'toString', 'größe', '👵🏽');
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, 0, 1, '', 'words', false, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const document = fc.dictionary(name, json, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

/** Every path in a value. */
const paths = (value: unknown): readonly Path[] => [
  [],
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
        paths(part).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
      )
    : []),
];

/** A path that can be edited in a document: one that is there, one past the end of a list, or a new name, with missing steps below. */
const pathIn = (whole: unknown): Arbitrary<Path> =>
  fc
    .tuple(fc.constantFrom(...paths(whole)), name, fc.array(fc.oneof(name, fc.constant(0)), { maxLength: 2 }))
    .map(([path, key, below]) => {
      const there = valueAt(whole, path);
      if (Array.isArray(there)) return [...path, there.length, ...below];
      if (typeof there !== 'object' || there === null) return path;
      return Object.hasOwn(there, key) ? [...path, key] : [...path, key, ...below];
    });

const editable = document.chain((whole) => fc.tuple(fc.constant(whole), pathIn(whole), json));

/** The document after a patch as the library of another author understands it. */
const byLibrary = (whole: unknown, patch: readonly PatchOperation[]): unknown =>
  jsonPatch.applyPatch(structuredClone(whole), structuredClone(patch) as Operation[], true).newDocument;

describe('edit', () => {
  it('hands out a patch that leads from the document before to the one after, by any library', () => {
    fc.assert(
      fc.property(editable, ([whole, path, value]) => {
        const edited = edit(whole, path, value);
        expect(valueAt(edited.value, path)).toEqual(value);
        expect(byLibrary(whole, edited.patch)).toEqual(edited.value);
        expect(applyPatch(whole, edited.patch)).toEqual(edited.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('removes what is there, and from a list only the one', () => {
    fc.assert(
      fc.property(
        document.chain((whole) => fc.tuple(fc.constant(whole), fc.constantFrom(...paths(whole).slice(1)))),
        ([whole, path]) => {
          const edited = edit(whole, path, undefined);
          expect(edited.patch).toMatchObject([{ op: 'remove' }]);
          expect(byLibrary(whole, edited.patch)).toEqual(edited.value);
          expect(applyPatch(whole, edited.patch)).toEqual(edited.value);
          expect(paths(edited.value).length).toBeLessThan(paths(whole).length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not change the document it is given, and shares with it all that is off the path', () => {
    fc.assert(
      fc.property(editable, ([whole, path, value]) => {
        const before = structuredClone(whole);
        const { value: after } = edit(whole, path, value);
        expect(whole).toEqual(before);
        for (const key of Object.keys(whole)) if (key !== path[0]) expect(after[key]).toBe(whole[key]);
      }),
    );
  });

  it('freezes the edited path, the value and the patch', () => {
    fc.assert(
      fc.property(editable, ([whole, path, value]) => {
        const { value: after, patch } = edit(whole, path, value);
        if (patch.length === 0) return;
        expect(deeplyFrozen(patch)).toBe(true);
        for (let depth = 0; depth < path.length; depth++)
          expect(Object.isFrozen(valueAt(after, path.slice(0, depth)))).toBe(true);
        expect(deeplyFrozen(valueAt(after, path))).toBe(true);
      }),
    );
  });

  it('says nothing, and hands back the very same document, when nothing changes', () => {
    fc.assert(
      fc.property(
        document.chain((whole) => fc.tuple(fc.constant(whole), fc.constantFrom(...paths(whole)))),
        ([whole, path]) => {
          const same = edit(whole, path, structuredClone(valueAt(whole, path)));
          expect(same.value).toBe(whole);
          expect(same.patch).toEqual([]);
        },
      ),
    );
    const whole = { a: 1 };
    expect(edit(whole, ['b'], undefined)).toEqual({ value: whole, patch: [] });
    expect(edit(whole, ['b', 'c', 0], undefined).value).toBe(whole);
  });

  it('keeps the order of the names', () => {
    const { value } = edit({ id: 'e1', label: 'Tea', note: '', more: [] }, ['label'], 'Coffee');
    expect(JSON.stringify(value)).toBe('{"id":"e1","label":"Coffee","note":"","more":[]}');
  });

  it.each<[what: string, whole: object, path: Path, value: unknown, patch: readonly PatchOperation[]]>([
    ['adds', {}, ['a'], 0, [{ op: 'add', path: '/a', value: 0 }]],
    ['replaces', { a: 0 }, ['a'], null, [{ op: 'replace', path: '/a', value: null }]],
    ['replaces null', { a: null }, ['a'], 0, [{ op: 'replace', path: '/a', value: 0 }]],
    ['removes', { a: 0 }, ['a'], undefined, [{ op: 'remove', path: '/a' }]],
    ['appends', { a: [1] }, ['a', 1], 2, [{ op: 'add', path: '/a/1', value: 2 }]],
    ['makes a missing list', {}, ['a', 0], 'x', [{ op: 'add', path: '/a', value: ['x'] }]],
    [
      'makes all that is missing on the way',
      { a: {} },
      ['a', 'b', 0, 'c'],
      'x',
      [{ op: 'add', path: '/a/b', value: [{ c: 'x' }] }],
    ],
    ['escapes a name', {}, ['a/b~c'], 1, [{ op: 'add', path: '/a~1b~0c', value: 1 }]],
    ['does not find what objects inherit', {}, ['toString'], 1, [{ op: 'add', path: '/toString', value: 1 }]],
  ])('%s', (_what, whole, path, value, patch) => {
    const edited = edit(whole, path, value);
    expect(edited.patch).toEqual(patch);
    expect(byLibrary(whole, patch)).toEqual(edited.value);
  });
});

/** A document, and edits of it, each made for the document as the one before left it. */
const manyEdits = fc.tuple(
  document,
  fc.array(fc.tuple(fc.nat(), fc.option(json, { nil: undefined })), { maxLength: 6 }),
);

describe('editAll', () => {
  it('hands out one patch, in order, for all of the edits', () => {
    fc.assert(
      fc.property(manyEdits, ([whole, wishes]) => {
        const edits: (readonly [Path, unknown])[] = [];
        for (const [place, value] of wishes) {
          const there = paths(editAll<unknown>(whole, edits).value).slice(1);
          const path = there[place % Math.max(there.length, 1)];
          if (path) edits.push([path, value]);
        }
        const edited = editAll<unknown>(whole, edits);
        expect(byLibrary(whole, edited.patch)).toEqual(edited.value);
        expect(applyPatch<unknown>(whole, edited.patch)).toEqual(edited.value);
        for (const operation of edited.patch) expect(deeplyFrozen(operation)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('of nothing is the very same document', () => {
    const whole = { a: 1 };
    expect(editAll(whole, [])).toEqual({ value: whole, patch: [] });
    expect(editAll(whole, []).value).toBe(whole);
  });
});

describe('patchBelow', () => {
  it('is the same patch for the document around', () => {
    fc.assert(
      fc.property(editable, name, ([part, path, value], key) => {
        const whole = { x: [0, { [key]: part }] };
        const edited = edit(part, path, value);
        const patch = patchBelow(['x', 1, key], edited.patch);
        expect(byLibrary(whole, patch)).toEqual({ x: [0, { [key]: edited.value }] });
        expect(deeplyFrozen(patch)).toBe(true);
      }),
    );
  });
});

describe('applyPatch', () => {
  it('shares what the patch does not touch', () => {
    const whole = { a: { b: [1, 2] }, c: { d: 1 } };
    const after = applyPatch(whole, [{ op: 'replace', path: '/c/d', value: 2 }]);
    expect(after).toEqual({ a: { b: [1, 2] }, c: { d: 2 } });
    expect(after.a).toBe(whole.a);
    expect(whole.c.d).toBe(1);
  });

  it('of an empty patch is the very same document', () => {
    const whole = { a: 1 };
    expect(applyPatch(whole, [])).toBe(whole);
  });

  it('takes the whole document away for another', () => {
    expect(applyPatch<unknown>({ a: 1 }, [{ op: 'replace', path: '', value: { b: 2 } }])).toEqual({ b: 2 });
  });

  it('puts something in before the others of a list, as RFC 6902 says', () => {
    const patch: PatchOperation[] = [{ op: 'add', path: '/a/0', value: 0 }];
    expect(applyPatch({ a: [1, 2] }, patch)).toEqual(byLibrary({ a: [1, 2] }, patch));
  });

  it('appends to a list at "-", as RFC 6902 says', () => {
    const patch: PatchOperation[] = [{ op: 'add', path: '/a/-', value: 3 }];
    expect(applyPatch({ a: [1, 2] }, patch)).toEqual(byLibrary({ a: [1, 2] }, patch));
  });
});
