/** What two things can be matched by: none, one or several keys. */
export type KeysOf<T> = (item: T) => readonly string[];

/** Places of a pair in the two lists. */
export type Pair = readonly [left: number, right: number];

/**
 * One round of matching: for each key, the first free of the left with the first free of the right, and so on. Where one thing has several keys,
 * what stands nearer to the beginning of both lists goes first. Two pairs with the same sum share nothing unless they are the same, so the
 * result does not depend on which list is called left.
 */
function round<T>(
  left: readonly T[],
  right: readonly T[],
  keysOf: KeysOf<T>,
  taken: readonly [Set<number>, Set<number>],
): Pair[] {
  const places = [new Map<string, number[]>(), new Map<string, number[]>()] as const;
  [left, right].forEach((items, side) => {
    items.forEach((item, index) => {
      if (taken[side as 0 | 1].has(index)) return;
      for (const key of new Set(keysOf(item))) {
        const found = places[side as 0 | 1].get(key);
        if (found) found.push(index);
        else places[side as 0 | 1].set(key, [index]);
      }
    });
  });
  const candidates: Pair[] = [];
  for (const [key, lefts] of places[0]) {
    const rights = places[1].get(key) ?? [];
    for (let at = 0; at < Math.min(lefts.length, rights.length); at++)
      candidates.push([lefts[at] as number, rights[at] as number]);
  }
  return candidates
    .sort(([a, b], [c, d]) => a + b - (c + d))
    .filter(([a, b]) => {
      if (taken[0].has(a) || taken[1].has(b)) return false;
      taken[0].add(a);
      taken[1].add(b);
      return true;
    });
}

/** Matches two lists one to one, by the first way that finds something, then the next. Symmetric: swapped lists give swapped pairs. */
export function pairUp<T, By>(
  left: readonly T[],
  right: readonly T[],
  ways: readonly (readonly [by: By, keysOf: KeysOf<T>])[],
): readonly (readonly [left: number, right: number, by: By])[] {
  const taken = [new Set<number>(), new Set<number>()] as const;
  const pairs: (readonly [number, number, By])[] = [];
  for (const [by, keysOf] of ways) {
    let found = round(left, right, keysOf, taken);
    while (found.length > 0) {
      for (const [a, b] of found) pairs.push([a, b, by]);
      found = round(left, right, keysOf, taken);
    }
  }
  return pairs;
}
