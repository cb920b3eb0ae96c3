import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/model/compare.js';
import { diffFrameworks, type FrameworkChange, type FrameworkDiff } from '../../src/model/diff-frameworks.js';
import { findFramework } from '../../src/frameworks/registry.js';
import { findScale as findShipped } from '../../src/scales/registry.js';
import type { FrameworkOutcome, OutcomeFramework } from '../../src/schema/framework.js';
import { parseFramework } from '../../src/schema/parse.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { entry, rating, record } from './compare-samples.js';

const framework = (parts: Partial<OutcomeFramework> = {}): OutcomeFramework => ({
  id: 'strathmorn',
  version: '1',
  name: 'What matters in Strathmorn',
  language: 'en-GB',
  scale: 'frequency-4',
  categories: [{ id: 'life', label: 'Daily life' }],
  outcomes: [
    { id: 'people', name: 'Seeing people', category: 'life', prompts: ['Who do you like to see?'] },
    { id: 'safe', name: 'Feeling safe', easyName: 'I feel safe' },
  ],
  ...parts,
});
const next = (parts: Partial<OutcomeFramework> = {}): OutcomeFramework => framework({ version: '2', ...parts });
const [people, safe] = framework().outcomes as [FrameworkOutcome, FrameworkOutcome];

/** A scale of a partnership's own, which says that its answers mean the same as those of frequency-4. */
const twin = { ...(findShipped('frequency-4') as RatingScale), id: 'twin', comparableWith: ['frequency-4@1'] };
const findScale = (id: string): RatingScale | undefined => (id === 'twin' ? twin : findShipped(id));

const diff = (older: OutcomeFramework, newer: OutcomeFramework): FrameworkDiff =>
  diffFrameworks(older, newer, { findScale });
const codes = ({ changes }: FrameworkDiff): readonly string[] =>
  changes.map(({ code, id }) => (id ? `${code} ${id}` : code));
const only = ({ changes }: FrameworkDiff): FrameworkChange => {
  expect(changes).toHaveLength(1);
  return changes[0] as FrameworkChange;
};

describe('What differs between two versions of a framework', () => {
  it('is nothing but the version where nothing else does', () => {
    expect(diff(framework(), next())).toEqual({ effect: 'none', changes: [] });
    expect(diff(framework(), framework())).toEqual({ effect: 'none', changes: [] });
  });

  it('breaks comparison where an outcome is gone, and says where it was', () => {
    expect(diff(framework(), next({ outcomes: [people] }))).toEqual({
      effect: 'breaks',
      changes: [
        {
          code: 'outcome-removed',
          effect: 'breaks',
          side: 'older',
          path: '/outcomes/1',
          id: 'safe',
          from: 'Feeling safe',
          to: null,
        },
      ],
    });
  });

  it('breaks it where an outcome has another id under the same name', () => {
    const change = only(
      diff(framework(), next({ outcomes: [people, { ...safe, id: 'safety', name: 'Feeling  safe.' }] })),
    );
    expect(change).toMatchObject({
      code: 'outcome-id',
      effect: 'breaks',
      id: 'safe',
      to: 'safety',
      path: '/outcomes/1/id',
    });
  });

  it('breaks nothing where an outcome is new', () => {
    const change = only(
      diff(framework(), next({ outcomes: [people, safe, { id: 'home', name: 'A home of my own' }] })),
    );
    expect(change).toMatchObject({
      code: 'outcome-added',
      effect: 'none',
      path: '/outcomes/2',
      to: 'A home of my own',
    });
  });

  it('asks for a look where the same id has another name', () => {
    const change = only(diff(framework(), next({ outcomes: [people, { ...safe, name: 'Being safe at home' }] })));
    expect(change).toMatchObject({ code: 'outcome-name', effect: 'reads-otherwise', path: '/outcomes/1/name' });
    const spelling = only(diff(framework(), next({ outcomes: [people, { ...safe, name: 'feeling safe!' }] })));
    expect(spelling).toMatchObject({ code: 'outcome-spelling', effect: 'none' });
  });

  it('asks for a look where the easy words or the language are others', () => {
    const { easyName: _, ...without } = safe;
    const gone = only(diff(framework(), next({ outcomes: [people, without] })));
    expect(gone).toMatchObject({ code: 'outcome-easy-name', effect: 'reads-otherwise', side: 'older', to: null });
    expect(only(diff(framework(), next({ language: 'gd' })))).toMatchObject({
      code: 'framework-language',
      effect: 'reads-otherwise',
      from: 'en-GB',
      to: 'gd',
    });
  });

  it('says a new scale of the framework once, and that of an outcome by its id', () => {
    expect(codes(diff(framework(), next({ scale: 'met-3' })))).toEqual(['framework-scale']);
    const own = only(diff(framework(), next({ outcomes: [people, { ...safe, scale: 'met-3' }] })));
    expect(own).toMatchObject({ code: 'outcome-scale', id: 'safe', path: '/outcomes/1/scale', from: 'frequency-4' });
  });

  it('lets a scale pass that says that it is comparable, where it is known', () => {
    const changed = next({ scale: 'twin' });
    expect(diff(framework(), changed)).toMatchObject({ effect: 'none', changes: [{ code: 'scale-comparable' }] });
    expect(diffFrameworks(framework(), changed)).toMatchObject({
      effect: 'breaks',
      changes: [{ code: 'framework-scale' }],
    });
  });

  it('knows the scale that is asked where none is named', () => {
    const { scale: _, ...unnamed } = next();
    expect(diff(framework(), unnamed)).toMatchObject({ effect: 'none', changes: [{ code: 'framework-details' }] });
    expect(codes(diff(framework({ scale: 'met-3' }), unnamed))).toEqual(['framework-scale']);
  });

  it('asks for a look where better and worse change places', () => {
    const turned = (direction: 'higher-better' | 'neither'): OutcomeFramework =>
      next({ outcomes: [people, { ...safe, direction }] });
    expect(only(diff(framework(), turned('neither')))).toMatchObject({
      code: 'outcome-direction',
      effect: 'reads-otherwise',
    });
    // What the scale says anyway.
    expect(only(diff(framework(), turned('higher-better')))).toMatchObject({ code: 'outcome-details', effect: 'none' });
  });

  it('breaks it where the framework has another id', () => {
    expect(codes(diff(framework(), framework({ id: 'other', version: '1' })))).toEqual(['framework-id']);
  });

  it('breaks it where a version is used twice, or does not rise', () => {
    expect(codes(diff(framework(), framework({ name: 'New' })))).toEqual(['version-reused', 'framework-details']);
    expect(codes(diff(framework({ version: '1.10' }), framework({ version: '1.9' })))).toEqual(['version-not-higher']);
    expect(codes(diff(framework({ version: '1' }), framework({ version: '1.0' })))).toEqual(['version-not-higher']);
    expect(diff(framework({ version: '1.9' }), framework({ version: '1.10' })).changes).toEqual([]);
  });

  it('says everything else too, as nothing about comparing', () => {
    const changed = next({
      name: 'What matters here',
      categories: [{ id: 'home', label: 'Home' }],
      outcomes: [safe, { ...people, category: 'home', prompts: [], 'x/y': 1 } as FrameworkOutcome],
    });
    const { effect, changes } = diff(framework(), changed);
    expect(effect).toBe('none');
    expect(changes.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'framework-details /name',
      'outcome-category /outcomes/1/category',
      'outcome-details /outcomes/1/prompts',
      'outcome-details /outcomes/1/x~1y',
      'outcome-order /outcomes',
      'category-added /categories/0',
      'category-removed /categories/0',
    ]);
  });

  it('puts what breaks comparison first', () => {
    const { changes } = diff(framework(), next({ name: 'New', outcomes: [{ ...people, name: 'Company' }] }));
    expect(changes.map(({ effect }) => effect)).toEqual(['breaks', 'reads-otherwise', 'none']);
  });
});

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
const scaleIds = fc.constantFrom('frequency-4', 'met-3', 'numeric-0-10', 'twin', 'unknown');
const outcomes = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('Seeing people', 'seeing people', 'Feeling safe', 'Home'),
    scale: maybe(scaleIds),
    direction: maybe(fc.constantFrom('higher-better' as const, 'neither' as const)),
    description: maybe(fc.constantFrom('One', 'Two')),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);
/** As a file holds it: what is not there has no name. */
const someFramework = fc
  .record({
    id: fc.constantFrom('f', 'f', 'f', 'g'),
    version: fc.constantFrom('1', '1.0', '2', '10'),
    name: fc.constantFrom('F', 'G'),
    scale: maybe(scaleIds),
    outcomes,
  })
  .map((data) => JSON.parse(JSON.stringify(data)) as OutcomeFramework);

const scaleOf = (found: OutcomeFramework, { scale }: FrameworkOutcome): string => scale ?? found.scale ?? 'frequency-4';

/** A conversation in which somebody answered to every outcome of a framework. */
function answeredTo(found: OutcomeFramework, id: 'then' | 'now'): OutcomeRecord {
  const scales = ['frequency-4', 'met-3', 'numeric-0-10', 'twin'].map((one) => findScale(one) as RatingScale);
  const { id: name, version, outcomes: all } = found;
  const entries = all.map((outcome) => {
    const scale = scaleOf(found, outcome);
    const value = findScale(scale)?.points[0]?.value ?? 'yes';
    return entry(`${id}-${outcome.id}`, {
      outcomes: [{ framework: name, frameworkVersion: version, id: outcome.id, name: outcome.name }],
      ratings: [rating(value, { scale: { id: scale, version: '1' } })],
    });
  });
  return record(id, entries, { framework: { id: name, version, name: found.name }, scales });
}

describe('Any two frameworks', () => {
  it('break comparison for an outcome exactly where compareRecords says no change of it', () => {
    fc.assert(
      fc.property(someFramework, someFramework, (older, newer) => {
        const { outcomes: compared } = compareRecords(answeredTo(older, 'then'), answeredTo(newer, 'now'), {
          framework: newer,
        });
        const { changes } = diff(older, newer);
        const breaks = (code: string, id: string | null): boolean =>
          changes.some((change) => change.code === code && change.id === id);
        for (const { id, scale } of older.outcomes) {
          // Nobody can compare on a scale that nobody knows: that is no change between the two.
          if (scaleOf(older, { id, name: id, ...(scale && { scale }) }) === 'unknown') continue;
          const after = newer.outcomes.find((one) => one.id === id);
          const isBroken =
            breaks('framework-id', null) ||
            breaks('outcome-removed', id) ||
            breaks('outcome-id', id) ||
            breaks('outcome-scale', id) ||
            (scale === after?.scale && scale === undefined && breaks('framework-scale', null));
          const pair = compared.find(({ then }) => then?.entry.id === `then-${id}`);
          expect([id, pair?.views.some(({ comparable }) => comparable)]).toEqual([id, !isBroken]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('differ where their content does, and nowhere else', () => {
    const content = ({ version: _, ...rest }: OutcomeFramework): OutcomeFramework => ({ ...rest, version: '1' });
    fc.assert(
      fc.property(someFramework, someFramework, (older, newer) => {
        const { effect, changes } = diff({ ...older, version: '1' }, { ...newer, version: '2' });
        const isSame = JSON.stringify(content(older)) === JSON.stringify(content(newer));
        if (isSame) expect(changes).toEqual([]);
        if (changes.length === 0) expect(effect).toBe('none');
        // Names in another order are the same object; `uniqueArray` gives outcomes in any order, which is told.
        else expect(isSame).toBe(false);
        expect(effect).toBe(changes[0]?.effect ?? 'none');
      }),
    );
  });

  it('say of each change a place that is there', () => {
    const lookUp = (whole: unknown, path: string): unknown =>
      path
        .split('/')
        .slice(1)
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole);
    fc.assert(
      fc.property(someFramework, someFramework, (older, newer) => {
        for (const { side, path } of diff(older, newer).changes)
          expect([path, lookUp(side === 'older' ? older : newer, path)]).not.toEqual([path, undefined]);
      }),
    );
  });

  it('are valid frameworks, as those that are shipped', () => {
    fc.assert(
      fc.property(someFramework, (one) => {
        expect(parseFramework(one).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
    const shipped = findFramework('talking-points-community') as OutcomeFramework;
    expect(diff(shipped, shipped).changes).toEqual([]);
    expect(diff(shipped, findFramework('talking-points-carers') as OutcomeFramework).effect).toBe('breaks');
  });
});
