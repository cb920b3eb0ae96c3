import type { PatchOperation } from '../schema/events.js';
import { pointer } from '../schema/rules.js';
import { deepFreeze } from './freeze.js';

type Path = readonly (string | number)[];
type Node = Readonly<Record<string, unknown>> | readonly unknown[] | undefined;

/** A document after an edit, and the edit as JSON Patch (RFC 6902) against the document before. Empty patch: nothing changed. */
export interface Edited<T> {
  readonly value: T;
  readonly patch: readonly PatchOperation[];
}

const child = (node: Node, key: string | number): unknown =>
  node !== undefined && Object.hasOwn(node, key)
    ? (node as Readonly<Record<string | number, unknown>>)[key]
    : undefined;

/** The value at a path, or `undefined`. */
export const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? child(node as Node, key) : undefined),
    document,
  );

/** Copies the nodes on the path and shares all the others, so that an edit costs the same in a record of 15 outcomes and of 1,500. */
function write(node: Node, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const next = rest.length > 0 ? write(child(node, key) as Node, rest, value) : value;
  if (Array.isArray(node) || (node === undefined && typeof key === 'number')) {
    const list = [...((node as readonly unknown[] | undefined) ?? [])];
    if (next === undefined) list.splice(Number(key), 1);
    else list[Number(key)] = next;
    return Object.freeze(list);
  }
  const { [String(key)]: _previous, ...others } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (next === undefined) return Object.freeze(others);
  // An existing member keeps its place, so that an unchanged record is written out byte for byte as it came in.
  return Object.freeze({ ...(node as object | undefined), [String(key)]: next });
}

/**
 * Sets the value at a path, or removes it (`undefined`). A number steps into a list; one past its end appends. Missing lists and objects on
 * the way are made. The document and all its parts stay frozen.
 */
export function edit<T>(document: T, path: Path, value: unknown): Edited<T> {
  const before = valueAt(document, path);
  if (before === value || JSON.stringify(before) === JSON.stringify(value)) return { value: document, patch: [] };
  // RFC 6902 cannot add below something that is not there: the operation starts at the first missing step.
  const there = path.findIndex((_, index) => valueAt(document, path.slice(0, index + 1)) === undefined);
  const at = there < 0 || value === undefined ? path : path.slice(0, there + 1);
  const result = write(document as Node, path, deepFreeze(value)) as T;
  const operation: PatchOperation =
    value === undefined
      ? { op: 'remove', path: pointer(at) }
      : there < 0
        ? { op: 'replace', path: pointer(at), value }
        : { op: 'add', path: pointer(at), value: valueAt(result, at) };
  return { value: result, patch: deepFreeze([operation]) };
}

/** Several edits as one: the patch holds them in order. */
export const editAll = <T>(document: T, edits: readonly (readonly [Path, unknown])[]): Edited<T> =>
  edits.reduce<Edited<T>>(
    (done, [path, value]) => {
      const next = edit(done.value, path, value);
      return { value: next.value, patch: [...done.patch, ...next.patch] };
    },
    { value: document, patch: [] },
  );

/** The same patch for a document that holds the edited one at `path`. */
export const patchBelow = (path: Path, patch: readonly PatchOperation[]): readonly PatchOperation[] =>
  deepFreeze(patch.map((operation) => ({ ...operation, path: pointer(path) + operation.path })));

/** One operation. In a list, `add` puts the value in before what is there, and `-` stands for its end. */
function apply(document: unknown, operation: PatchOperation): unknown {
  const keys = operation.path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = keys.map((key, index) => {
    const list = valueAt(document, keys.slice(0, index));
    return Array.isArray(list) ? (key === '-' ? list.length : Number(key)) : key;
  });
  if (operation.op === 'remove') return write(document as Node, path, undefined);
  const value: unknown = deepFreeze(operation.value);
  const around = path.slice(0, -1);
  const list = valueAt(document, around);
  if (operation.op === 'replace' || path.length === 0 || !Array.isArray(list))
    return write(document as Node, path, value);
  const next: unknown[] = [...(list as readonly unknown[])];
  next.splice(Number(path.at(-1)), 0, value);
  return write(document as Node, around, Object.freeze(next));
}

/** The document after a patch (add, replace, remove), as RFC 6902 says. Shares what the patch does not touch. */
export const applyPatch = <T>(document: T, patch: readonly PatchOperation[]): T =>
  patch.reduce<unknown>(apply, document) as T;
