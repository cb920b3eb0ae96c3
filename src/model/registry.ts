import { DataError, type Problem } from '../schema/rules.js';
import { copyOf, deepFreeze } from './freeze.js';
import { lookAgain } from './in-page.js';

/** What a registry keeps. `id` and `version` together never change their meaning: stored records point at them. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
}

/**
 * Each item under `id@version`, and the newest of its versions under `id` alone (an id holds no `@`). A Map, because a plain object
 * would find things called `constructor`.
 */
export type Registry<T extends Versioned> = Map<string, T>;

/** Whether version `a` is newer than `b`: part by part as numbers, so that 1.10 is newer than 1.9. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function put<T extends Versioned>(registry: Registry<T>, item: T): void {
  const newest = registry.get(item.id);
  registry.set(`${item.id}@${item.version}`, item);
  if (!newest || isNewer(item.version, newest.version)) registry.set(item.id, item);
}

/** Puts in what is shipped. */
export function addShipped<T extends Versioned>(registry: Registry<T>, shipped: readonly T[]): void {
  for (const item of shipped) put(registry, item);
}

/**
 * An item, by id for its newest version or by `id@version`. What is shipped is frozen here, when somebody first gets hold of it: a host that
 * changed it would change it for every other host on the page, and freezing all of it would keep each page waiting.
 */
export const findIn = <T extends Versioned>(registry: Registry<T>, ref: string): T | undefined =>
  deepFreeze(registry.get(ref));

/** A registry that knows what is shipped. */
export function createRegistry<T extends Versioned>(shipped: readonly T[]): Registry<T> {
  const registry: Registry<T> = new Map();
  addShipped(registry, shipped);
  return registry;
}

/** The same data gives the same text, in whatever order its names were written. */
export const canonical = (data: unknown): string =>
  JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const nothingGiven = (noun: string): Problem => ({
  code: 'nothing-given',
  path: '',
  message: 'Nothing was given.',
  hint: `Pass the ${noun}, and look whether it was imported by its right name.`,
});

/**
 * Registers a frozen copy of the input, and hands it back. Registering the same again is silent; anything new
 * is looked for again by the elements in the page.
 *
 * @param noun - what is registered, for the message: "framework"
 * @param check - what is wrong with the copy, if anything
 * @throws DataError when the check finds something, or when the id and version are taken by something else
 */
export function register<T extends Versioned>(
  registry: Registry<T>,
  noun: string,
  input: unknown,
  check: (copy: unknown) => readonly Problem[],
): T {
  const subject = `This ${noun} cannot be registered.`;
  if (input === undefined) throw new DataError([nothingGiven(noun)], subject);
  const copy = copyOf(input);
  const problems = copy.ok ? check(copy.value) : copy.problems;
  if (!copy.ok || problems.length > 0) throw new DataError(problems, subject);
  const item = copy.value as T;
  const known = registry.get(`${item.id}@${item.version}`);
  if (known && canonical(known) === canonical(item)) return deepFreeze(known);
  if (known) {
    const problem: Problem = {
      code: 'already-registered',
      path: '/version',
      message: `Version ${item.version} of "${item.id}" is registered already, and is not the same.`,
      hint: 'Give the changed one a new version: records point at the words of the old one.',
    };
    throw new DataError([problem], subject);
  }
  put(registry, item);
  lookAgain();
  return item;
}

/** Everything registered, every version of it, in the order of registration. */
export const registered = <T extends Versioned>(registry: Registry<T>): readonly T[] =>
  [...registry].filter(([key]) => key.includes('@')).map(([, item]) => deepFreeze(item));
