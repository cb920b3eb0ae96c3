import { pairUp, type KeysOf } from './compare-pair.js';
import { renamed, type Ids } from './merge-names.js';
import type { MergeChoice, MergeDifference, MergeDropped, MergeResult } from './merge-types.js';

export type Part = Readonly<Record<string, unknown>>;

/** Plain data as a text that does not depend on the order of members, without who wrote it down and when. */
export const saying = (value: unknown): string =>
  // In a list, so that nothing has a text too.
  JSON.stringify([value], (key, part: unknown) =>
    key === 'recordedAt' || key === 'recordedBy'
      ? undefined
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );

/** Whether nothing was said: nothing there, an empty text or list, no tick, or an object of nothing else. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isBlank));

const alike = (a: unknown, b: unknown): boolean => saying(a) === saying(b) || (isBlank(a) && isBlank(b));

/** Where a difference is. */
export interface Place {
  readonly key: string;
  readonly part: string;
  readonly entryId?: string | undefined;
}

/** What stands in one place on each side. `base` without a value: nothing stood there. No `base`: not known. */
export interface Sides<T> {
  readonly base?: { readonly value: T | undefined } | undefined;
  readonly theirs: T | undefined;
  readonly mine: T | undefined;
}

const member = (part: Part | undefined, name: string): unknown =>
  part && Object.hasOwn(part, name) ? part[name] : undefined;

/** What stands in a member of a part on each side. */
export const inside = <T>({ base, theirs, mine }: Sides<Part>, name: string): Sides<T> => ({
  base: base && { value: member(base.value, name) as T | undefined },
  theirs: member(theirs, name) as T | undefined,
  mine: member(mine, name) as T | undefined,
});

/** What is kept without asking, or nothing where somebody has to be asked. */
function settle({ base, theirs, mine }: Sides<unknown>, part: string): MergeChoice | undefined {
  if (base) return alike(theirs, base.value) ? 'mine' : alike(mine, base.value) ? 'theirs' : undefined;
  // That nobody may see it was said too.
  const isUnsaid = (one: unknown): boolean => (part === 'sharing' ? one === undefined : isBlank(one));
  return isUnsaid(mine) ? 'theirs' : isUnsaid(theirs) ? 'mine' : undefined;
}

/** Whether one side says something in a place that does not stand there on the other, or did not when both began. */
export const isNews = ({ base, ...sides }: MergeDifference, side: 'theirs' | 'mine'): boolean =>
  !isBlank(sides[side]) && !alike(sides[side], base);

/** Goes through two versions place by place, and keeps what it finds. */
export class Merging {
  readonly differences: MergeDifference[] = [];
  readonly conflicts: MergeDifference[] = [];
  readonly #dropped: MergeDropped[] = [];
  /** What was taken from mine because theirs does not say it. */
  readonly fromMine = new Set<unknown>();
  readonly #back = new Set<unknown>();
  readonly #chosen: Readonly<Record<string, MergeChoice>>;

  constructor(chosen: Readonly<Record<string, MergeChoice>>) {
    this.#chosen = chosen;
  }

  /** What there is to tell. What was put back was kept, whichever side wanted it gone; that is certain once everything is chosen. */
  get told(): Pick<MergeResult, 'differences' | 'conflicts' | 'dropped'> {
    const { conflicts } = this;
    const isBack = (value: unknown): boolean => conflicts.length === 0 && this.#back.has(value);
    const differences = this.differences.map((one): MergeDifference => {
      const side = isBack(one.theirs) ? 'theirs' : isBack(one.mine) ? 'mine' : undefined;
      return one.settled && side ? { ...one, settled: side } : one;
    });
    return { differences, conflicts, dropped: this.#dropped.filter(({ value }) => !this.#back.has(value)) };
  }

  /** Keeps something after all, because something that is kept names it. */
  putBack<T>(value: T): T {
    this.#back.add(value);
    return value;
  }

  /** A part in which what was taken from mine names things by the ids that they have now. */
  follow(part: Part, name: 'participantId' | 'translationOf', ids: Ids): Part {
    if (ids.size === 0) return part;
    const follow = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(follow);
      if (!this.fromMine.has(value)) return value;
      const now = renamed(value, name, ids);
      this.fromMine.add(now);
      return now;
    };
    return this.fromMine.has(part)
      ? (follow(part) as Part)
      : Object.fromEntries(Object.entries(part).map(([member, value]) => [member, follow(value)]));
  }

  /**
   * What is kept of one place: nothing, one value, or both.
   *
   * @param asked - what is never kept without somebody being asked
   */
  keep<T>({ key, part, entryId }: Place, sides: Sides<T>, canBeBoth = false, asked?: MergeChoice): readonly T[] {
    const { base, theirs, mine } = sides;
    // Where both say the same, whichever was written down is kept; always the same of the two.
    if (alike(theirs, mine)) {
      const [kept] = [theirs, mine].filter((one) => one !== undefined).sort((a, b) => (inFull(a) < inFull(b) ? -1 : 1));
      return kept === undefined ? [] : [kept];
    }
    const both = canBeBoth && !isBlank(theirs) && !isBlank(mine);
    const fits = settle(sides, part);
    const settled = fits === asked ? undefined : fits;
    const where = { key, part, ...(entryId !== undefined && { entryId }) };
    const difference: MergeDifference = {
      ...where,
      ...(base?.value !== undefined && { base: base.value }),
      ...(theirs !== undefined && { theirs }),
      ...(mine !== undefined && { mine }),
      choices: both ? ['theirs', 'mine', 'both'] : ['theirs', 'mine'],
      ...(settled && { settled }),
    };
    this.differences.push(difference);
    const wanted = Object.hasOwn(this.#chosen, key) ? this.#chosen[key] : undefined;
    const choice = difference.choices.find((one) => one === wanted) ?? settled;
    if (!choice) this.conflicts.push(difference);
    const kept = choice ?? (both ? 'both' : 'theirs');
    for (const side of ['theirs', 'mine'] as const)
      if (kept !== side && kept !== 'both' && !isBlank(sides[side]) && !(base && alike(sides[side], base.value)))
        this.#dropped.push({ ...where, side, value: sides[side] });
    if (kept !== 'theirs') this.fromMine.add(mine);
    return (kept === 'both' ? [theirs, mine] : [sides[kept]]).filter((one) => one !== undefined);
  }
}

const inFull = (value: unknown): string => saying(value) + JSON.stringify(value);

/** An item of a list on both sides, with the name of its place. */
export interface Met<T> extends Sides<T> {
  readonly name: string;
}

/**
 * Items of two lists that are versions of one another, in the order of theirs, then what only mine holds; with what stood there before.
 *
 * @param ways - what items are matched by, the surest first. The first is what they are known by, there and before
 */
export function meet<T>(
  { base: before, theirs = [], mine = [] }: Partial<Sides<readonly T[]>>,
  ways: readonly KeysOf<T>[],
): readonly Met<T>[] {
  const base = before && (before.value ?? []);
  const [first = () => []] = ways;
  // Where an id is there twice, what is still the same is found first.
  const unchanged: KeysOf<T> = (item) => first(item).map((key) => `${key} ${saying(item)}`);
  const keyed = [unchanged, ...ways].map((keysOf) => ['', keysOf] as const);
  const mineOf = new Map(pairUp(theirs, mine, keyed).map(([one, other]) => [one, other]));
  const [theirBase, myBase] = [theirs, mine].map(
    (list) => new Map(pairUp(list, base ?? [], keyed.slice(0, 2)).map(([item, was]) => [item, was])),
  );
  const names = new Map<string, number>();
  const name = (item: T): string => {
    const own = first(item).join();
    const again = names.get(own) ?? 0;
    names.set(own, again + 1);
    // An id may be there twice: each has a name of its own all the same.
    return again ? `${own}~${String(again)}` : own;
  };
  const stood = (place: number | undefined): T | undefined => (place === undefined ? undefined : base?.[place]);
  /**
   * What stood there before. For two that were not one before: what that one said which has not changed. Where both have changed, or neither (then
   * each side has taken out what the other left), nothing did that both could be held against.
   */
  const known = (one?: T, was?: T, other?: T, otherWas?: T): Pick<Sides<T>, 'base'> => {
    if (!base) return {};
    const isSame = alike(one, was);
    if (isSame !== alike(other, otherWas)) return { base: { value: isSame ? was : otherWas } };
    return { base: { value: was === otherWas ? was : undefined } };
  };
  const met = new Set(mineOf.values());
  return [
    ...theirs.map((one, place): Met<T> => {
      const at = mineOf.get(place);
      const was = stood(theirBase?.get(place));
      const [other, otherWas] = at === undefined ? [undefined, was] : [mine[at], stood(myBase?.get(at))];
      return { name: name(one), theirs: one, mine: other, ...known(one, was, other, otherWas) };
    }),
    ...mine.flatMap((other, place): readonly Met<T>[] => {
      const was = stood(myBase?.get(place));
      return met.has(place)
        ? []
        : [{ name: name(other), theirs: undefined, mine: other, ...known(undefined, was, other, was) }];
    }),
  ];
}

/** The ids of those that both sides wrote down, and that go by theirs. */
export const common = <T extends { readonly id: string }>(
  theirs: readonly T[] | undefined,
  mine: readonly T[] | undefined,
  ways: readonly KeysOf<T>[],
): Map<string, string> =>
  new Map(
    meet({ theirs, mine }, ways).flatMap(({ theirs: one, mine: other }) =>
      one && other && one.id !== other.id ? [[other.id, one.id] as const] : [],
    ),
  );
