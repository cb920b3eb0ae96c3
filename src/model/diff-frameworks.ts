import type { FrameworkOutcome, OutcomeCategory, OutcomeFramework } from '../schema/framework.js';
import { pointer } from '../schema/rules.js';
import type { RatingScale } from '../schema/scale.js';
import { wordsKey } from './compare-entries.js';
import { scaleReason, type OnScale } from './compare-scales.js';
import { canonical, isNewer } from './registry.js';

/**
 * What a change between two versions of a framework does to comparing, the worst first.
 *
 * - `breaks`: answers of before are not set beside answers from now on, or the two versions cannot both be used.
 * - `reads-otherwise`: they are still set beside each other, but they answer other words, or better and worse have changed places. Whether it is
 *   the same question is for people to judge.
 * - `none`: comparing goes on as before.
 */
export const FRAMEWORK_CHANGE_EFFECTS = ['breaks', 'reads-otherwise', 'none'] as const;
export type FrameworkChangeEffect = (typeof FRAMEWORK_CHANGE_EFFECTS)[number];

/** What can change between two versions of a framework, with what it does. */
export const FRAMEWORK_CHANGES = {
  /** Another id: outcomes belong to their framework, so none of them is matched. */
  'framework-id': 'breaks',
  /** Other content under the same id and version, which records point at. */
  'version-reused': 'breaks',
  /** Another version that is not higher: whoever asks for the newest gets the older framework. */
  'version-not-higher': 'breaks',
  'outcome-removed': 'breaks',
  /** One outcome is gone, and one with the same name has come under another id. */
  'outcome-id': 'breaks',
  /** Another scale for all that has no scale of its own, also for what people name themselves; the two are not comparable. */
  'framework-scale': 'breaks',
  /** Another scale, and neither says that it is comparable with the other. */
  'outcome-scale': 'breaks',
  /** Another way is better on it. */
  'outcome-direction': 'reads-otherwise',
  'outcome-name': 'reads-otherwise',
  /** Its name in easy words, which is what some people answer. */
  'outcome-easy-name': 'reads-otherwise',
  'framework-language': 'reads-otherwise',
  'outcome-added': 'none',
  /** Another scale, which is comparable with that of before. */
  'scale-comparable': 'none',
  /** The name differs in case, spaces or punctuation alone. */
  'outcome-spelling': 'none',
  /** Another category: counts by category differ. */
  'outcome-category': 'none',
  /** Another part of an outcome: its description, ways to ask, intent, verification. */
  'outcome-details': 'none',
  'outcome-order': 'none',
  'category-removed': 'none',
  'category-added': 'none',
  /** The label or another part of a category. */
  'category-details': 'none',
  /** Another part of the framework: its name, description, attribution, licence, the order of its categories. */
  'framework-details': 'none',
} as const satisfies Readonly<Record<string, FrameworkChangeEffect>>;
export type FrameworkChangeCode = keyof typeof FRAMEWORK_CHANGES;

export interface FrameworkChange {
  readonly code: FrameworkChangeCode;
  readonly effect: FrameworkChangeEffect;
  /** Which of the two `path` points into: the newer one, or the older one where the newer has it no more. */
  readonly side: 'older' | 'newer';
  /** Where it is, as a JSON Pointer. */
  readonly path: string;
  /** The id of the outcome or category; `null`: the framework itself. */
  readonly id: string | null;
  /** What it was and what it is, where that is a text. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface FrameworkDiff {
  /** The worst that any of the changes does. */
  readonly effect: FrameworkChangeEffect;
  /** The worst first. Empty where the two are the same but for their version. */
  readonly changes: readonly FrameworkChange[];
}

export interface FrameworkDiffOptions {
  /** Looks up a scale by its id. `findScale` of this package knows those that are shipped or registered. Without it no two scales are comparable. */
  readonly findScale?: ((id: string) => RatingScale | undefined) | undefined;
}

type Part = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
interface Both<T> {
  readonly older: T;
  readonly newer: T;
}

/** Asked where neither the outcome nor its framework names a scale. */
const DEFAULT_SCALE = 'frequency-4';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function changed(
  code: FrameworkChangeCode,
  {
    path = [],
    id = null,
    from,
    to,
    side = 'newer',
  }: { path?: Path; id?: string | null; from?: unknown; to?: unknown; side?: 'older' | 'newer' },
): FrameworkChange {
  return { code, effect: FRAMEWORK_CHANGES[code], side, path: pointer(path), id, from: textOf(from), to: textOf(to) };
}

/** A change for each field that differs, but for those that are looked at on their own. */
function detailChanges(
  code: FrameworkChangeCode,
  { older, newer }: Both<{ readonly part: object; readonly path: Path }>,
  id: string | null,
  apart: readonly string[],
): FrameworkChange[] {
  const [was, is] = [older.part as Part, newer.part as Part];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !apart.includes(name) && canonical(was[name]) !== canonical(is[name]))
    .map((name) => {
      const side = is[name] === undefined ? 'older' : 'newer';
      return changed(code, {
        side,
        path: [...(side === 'older' ? older : newer).path, name],
        id,
        from: was[name],
        to: is[name],
      });
    });
}

/** The items of both by id, in the newer's order; the first of two with one id. */
function pairs<T extends { readonly id: string }>(
  { older, newer }: Both<readonly T[]>,
  name: string,
): readonly {
  readonly id: string;
  readonly was: { part: T; path: Path } | undefined;
  readonly is: { part: T; path: Path } | undefined;
}[] {
  const indexed = (items: readonly T[]): ReadonlyMap<string, { part: T; path: Path }> => {
    const found = new Map<string, { part: T; path: Path }>();
    items.forEach((part, index) => {
      if (!found.has(part.id)) found.set(part.id, { part, path: [name, index] });
    });
    return found;
  };
  const [before, after] = [indexed(older), indexed(newer)];
  return [...new Set([...after.keys(), ...before.keys()])].map((id) => ({
    id,
    was: before.get(id),
    is: after.get(id),
  }));
}

/** Whether those that both have stand in another order. */
function isReordered({ older, newer }: Both<readonly { readonly id: string }[]>): boolean {
  const ids = (items: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): string[] =>
    items.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  return canonical(ids(older, newer)) !== canonical(ids(newer, older));
}

const onScale = (id: string, scale: RatingScale | undefined): OnScale => ({
  rating: { scale: { id, version: scale?.version ?? '' } },
  scale: scale ?? null,
});

function categoryChanges(both: Both<readonly OutcomeCategory[]>): FrameworkChange[] {
  const changes = pairs(both, 'categories').flatMap(({ id, was, is }) => {
    if (was && is) return detailChanges('category-details', { older: was, newer: is }, id, ['id']);
    return is
      ? changed('category-added', { path: is.path, id, to: is.part.label })
      : changed('category-removed', { side: 'older', path: was?.path ?? [], id, from: was?.part.label });
  });
  return [...changes, ...(isReordered(both) ? [changed('framework-details', { path: ['categories'] })] : [])];
}

/** What has changed in the framework itself, but for its scale and what is in its lists. */
function frameworkChanges({ older, newer }: Both<OutcomeFramework>): FrameworkChange[] {
  const changes = detailChanges(
    'framework-details',
    { older: { part: older, path: [] }, newer: { part: newer, path: [] } },
    null,
    ['id', 'version', 'scale', 'language', 'categories', 'outcomes'],
  );
  const { id, version, language } = newer;
  if (older.id !== id) changes.push(changed('framework-id', { path: ['id'], from: older.id, to: id }));
  if (older.language !== language)
    changes.push(
      changed('framework-language', {
        side: language === undefined ? 'older' : 'newer',
        path: ['language'],
        from: older.language,
        to: language,
      }),
    );
  if (older.id !== id) return changes;
  const where = { path: ['version'], from: older.version, to: version };
  if (older.version === version) {
    if (canonical(older) !== canonical(newer)) changes.push(changed('version-reused', where));
  } else if (!isNewer(version, older.version)) changes.push(changed('version-not-higher', where));
  return changes;
}

/**
 * What differs between two versions of a framework, and what that does to comparing records that were made with the one and with the other, by the
 * rules of `compareRecords`. Neither has to be registered; both have to be valid (`parseFramework`).
 */
export function diffFrameworks(
  older: OutcomeFramework,
  newer: OutcomeFramework,
  options: FrameworkDiffOptions = {},
): FrameworkDiff {
  const { findScale = () => undefined } = options;
  const comparable = (from: string, to: string): boolean =>
    scaleReason(onScale(from, findScale(from)), onScale(to, findScale(to))) === null;
  const scaleChange = (own: boolean, from: string, to: string, where: object): FrameworkChange => {
    const breaks = own ? 'outcome-scale' : 'framework-scale';
    const same = own ? 'outcome-details' : 'framework-details';
    const code = from === to ? same : comparable(from, to) ? 'scale-comparable' : breaks;
    return changed(code, { ...where, from, to });
  };
  const scales = { older: older.scale ?? DEFAULT_SCALE, newer: newer.scale ?? DEFAULT_SCALE };
  const outcomes = { older: older.outcomes, newer: newer.outcomes };
  const known = pairs(outcomes, 'outcomes');

  function outcomeChanges(
    was: { part: FrameworkOutcome; path: Path },
    is: { part: FrameworkOutcome; path: Path },
  ): FrameworkChange[] {
    const [before, after] = [was.part, is.part];
    const { id } = after;
    const changes: FrameworkChange[] = [];
    const add = (code: FrameworkChangeCode, field: keyof FrameworkOutcome, from: unknown, to: unknown): void => {
      const side = after[field] === undefined ? 'older' : 'newer';
      changes.push(changed(code, { side, path: [...(side === 'older' ? was : is).path, field], id, from, to }));
    };
    if (before.name !== after.name)
      add(
        wordsKey(before.name) === wordsKey(after.name) ? 'outcome-spelling' : 'outcome-name',
        'name',
        before.name,
        after.name,
      );
    if (before.easyName !== after.easyName) add('outcome-easy-name', 'easyName', before.easyName, after.easyName);
    if (before.category !== after.category) add('outcome-category', 'category', before.category, after.category);
    const [from, to] = [before.scale ?? scales.older, after.scale ?? scales.newer];
    // What follows the framework's scale is said once, for all.
    if (before.scale !== after.scale)
      changes.push(
        scaleChange(true, from, to, {
          ...(after.scale === undefined
            ? { side: 'older', path: [...was.path, 'scale'] }
            : { path: [...is.path, 'scale'] }),
          id,
        }),
      );
    const rule = [before.direction ?? findScale(from)?.direction, after.direction ?? findScale(to)?.direction];
    if (before.direction !== after.direction)
      add(
        rule[0] === rule[1] ? 'outcome-details' : 'outcome-direction',
        'direction',
        before.direction,
        after.direction,
      );
    return [
      ...changes,
      ...detailChanges('outcome-details', { older: was, newer: is }, id, [
        'id',
        'name',
        'easyName',
        'category',
        'scale',
        'direction',
      ]),
    ];
  }

  const added = known.filter(({ was }) => !was);
  const moved = new Set<string>();
  const changes = known.flatMap(({ id, was, is }): readonly FrameworkChange[] => {
    if (was && is) return outcomeChanges(was, is);
    if (!was) return [];
    const twin = added.find(
      (one) => !moved.has(one.id) && wordsKey(one.is?.part.name ?? '') === wordsKey(was.part.name),
    );
    if (!twin?.is) return [changed('outcome-removed', { side: 'older', path: was.path, id, from: was.part.name })];
    moved.add(twin.id);
    return [changed('outcome-id', { path: [...twin.is.path, 'id'], id, from: id, to: twin.id })];
  });
  for (const { id, is } of added)
    if (is && !moved.has(id)) changes.push(changed('outcome-added', { path: is.path, id, to: is.part.name }));
  if (isReordered(outcomes)) changes.push(changed('outcome-order', { path: ['outcomes'] }));

  const all = [
    ...frameworkChanges({ older, newer }),
    ...changes,
    ...categoryChanges({ older: older.categories ?? [], newer: newer.categories ?? [] }),
  ];
  if (older.scale !== newer.scale)
    all.unshift(
      scaleChange(false, scales.older, scales.newer, {
        side: newer.scale === undefined ? 'older' : 'newer',
        path: ['scale'],
      }),
    );
  const rank = ({ effect }: FrameworkChange): number => FRAMEWORK_CHANGE_EFFECTS.indexOf(effect);
  all.sort((a, b) => rank(a) - rank(b));
  return { effect: all[0]?.effect ?? 'none', changes: all };
}
