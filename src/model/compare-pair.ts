/** What two things can be matched by: none, one or several keys. */
export type KeysOf<T> = (item: T) => readonly string[];

/** Places of a pair in the two lists, and how it was found. */
type Pair<By> = readonly [left: number, right: number, by: By];

/**
 * Matches two lists one to one, by the first way that finds something, then the next; what stands, before what does not. Of all that share a key,
 * what is nearer to the beginning of both lists goes first. Two pairs with the same sum of places share nothing unless they are the same, so
 * swapped lists give swapped pairs.
 */
export function pairUp<T, By>(
  left: readonly T[],
  right: readonly T[],
  ways: readonly (readonly [by: By, keysOf: KeysOf<T>])[],
  stands: (item: T) => boolean = () => true,
): readonly Pair<By>[] {
  const pairs: Pair<By>[] = [];
  const [lefts, rights] = [new Map(left.entries()), new Map(right.entries())];
  for (const fits of [stands, () => true])
    for (const [by, keysOf] of ways) {
      const places = new Map<string, number[]>();
      for (const [place, item] of rights)
        if (fits(item)) for (const key of keysOf(item)) places.set(key, [...(places.get(key) ?? []), place]);
      [...lefts]
        .flatMap(([place, item]) =>
          fits(item)
            ? keysOf(item).flatMap((key) => (places.get(key) ?? []).map((other) => [place, other, by] as const))
            : [],
        )
        .sort(([a, b], [c, d]) => a + b - (c + d))
        .forEach((pair) => {
          const [a, b] = pair;
          if (!lefts.has(a) || !rights.has(b)) return;
          lefts.delete(a);
          rights.delete(b);
          pairs.push(pair);
        });
    }
  return pairs;
}

/** Both lists with what was matched: in the order of the right one, then what only the left one holds. */
export const sideBySide = <L, R, By>(
  left: readonly L[],
  right: readonly R[],
  pairs: readonly Pair<By>[],
): readonly (readonly [left: L | null, right: R | null, by: By | null])[] => {
  const matchOf = new Map(pairs.map((pair) => [pair[1], pair]));
  const met = new Set(pairs.map(([place]) => place));
  return [
    ...right.map((item, place) => {
      const [other = -1, , by = null] = matchOf.get(place) ?? [];
      return [left[other] ?? null, item, by] as const;
    }),
    ...left.filter((_, place) => !met.has(place)).map((item) => [item, null, null] as const),
  ];
};

/** Joins names that are names of one thing. */
export interface Joined {
  readonly join: (one: string, other: string) => void;
  /** The one name of all that were joined with this one. */
  readonly top: (name: string) => string;
}

export function joined(): Joined {
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      // Shortens the way for the next one who asks.
      const beyond = above.get(next);
      if (beyond !== undefined) above.set(at, beyond);
      at = next;
    }
    return at;
  };
  return {
    top,
    join: (one, other) => {
      const [a, b] = [top(one), top(other)];
      if (a !== b) above.set(a, b);
    },
  };
}
