import type * as z from 'zod/mini';
import { isHostileKey, MAX_DEPTH } from './rules.js';

/** Stands for what is not valid, and for what only the thorough way can judge. */
const unsure = Symbol('unsure');
type Copy = (value: unknown) => unknown;
type Data = Readonly<Record<string, unknown>>;

const copiers = new WeakMap<z.core.$ZodType, Copy>();

/** Only such objects are sure to be in JSON what they are here. */
const isPlain = (value: unknown): value is Data => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;

/** As JSON has it: there is no −0 in it. */
const copyNumber: Copy = (value) => (typeof value === 'number' && Number.isFinite(value) ? value + 0 : unsure);

function copyList(value: unknown, copy: Copy): unknown {
  if (!isList(value)) return unsure;
  const list: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const item = copy(value[index]);
    if (item === unsure) return unsure;
    list.push(item);
  }
  return Object.freeze(list);
}

/** What the schema does not name goes through as it is, as far as it is JSON. */
function copyAny(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return copyNumber(value);
  if (depth <= 0) return unsure;
  return Array.isArray(value)
    ? copyList(value, (item) => copyAny(item, depth - 1))
    : copyObject(value, new Map(), depth - 1);
}

function copyObject(value: unknown, fields: ReadonlyMap<string, Copy>, depth: number): unknown {
  if (!isPlain(value)) return unsure;
  // All at once: an object that grows field by field costs several times as much. Each part is read once, and checked as it was read.
  const object: Record<string, unknown> = { ...value };
  if (Object.getOwnPropertySymbols(object).length > 0) return unsure;
  for (const key of Object.keys(object)) {
    const part = object[key];
    const copy = fields.get(key);
    if (!copy && (isHostileKey(key) || key === 'toJSON')) return unsure;
    const copied = part === undefined ? part : copy ? copy(part) : copyAny(part, depth);
    if (copied === unsure) return unsure;
    if (copied === undefined) Reflect.deleteProperty(object, key);
    else if (!Object.is(copied, part)) object[key] = copied;
  }
  return Object.freeze(object);
}

function make(schema: z.core.$ZodType): Copy {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const isOneOf =
    (values: ReadonlySet<unknown>): Copy =>
    (value) =>
      values.has(value) ? value : unsure;
  switch (def.type) {
    case 'string': {
      const patterns = (def.checks ?? []).map((check) => (check._zod.def as { pattern?: RegExp }).pattern ?? /^\b\B/);
      const [first, ...others] = patterns;
      return (value) =>
        typeof value === 'string' && (!first || (first.test(value) && others.every((one) => one.test(value))))
          ? value
          : unsure;
    }
    case 'number':
      return copyNumber;
    case 'boolean':
      return isOneOf(new Set([true, false]));
    case 'enum':
      return isOneOf(new Set(Object.values(def.entries)));
    case 'literal':
      return isOneOf(new Set(def.values));
    case 'optional':
      return copierOf(def.innerType);
    case 'union': {
      const options = def.options.map(copierOf);
      return (value) => {
        for (const copy of options) {
          const copied = copy(value);
          if (copied !== unsure) return copied;
        }
        return unsure;
      };
    }
    case 'array': {
      const item = copierOf(def.element);
      const least = Math.max(
        0,
        ...(def.checks ?? []).map((check) => (check._zod.def as { minimum?: number }).minimum ?? Infinity),
      );
      return (value) => (isList(value) && value.length < least ? unsure : copyList(value, item));
    }
    case 'object': {
      const fields = new Map(Object.entries(def.shape).map(([name, field]) => [name, copierOf(field)]));
      const needed = Object.keys(def.shape).filter(
        (name) => (def.shape[name] as z.core.$ZodTypes)._zod.def.type !== 'optional',
      );
      return (value) => {
        const copied = copyObject(value, fields, MAX_DEPTH / 2);
        if (copied === unsure) return unsure;
        for (const name of needed) if ((copied as Data)[name] === undefined) return unsure;
        return copied;
      };
    }
    default:
      return () => unsure;
  }
}

function copierOf(schema: z.core.$ZodType): Copy {
  const known = copiers.get(schema) ?? make(schema);
  copiers.set(schema, known);
  return known;
}

/**
 * Reads and checks data once, and hands back a frozen copy where it is plainly what the schema wants. `undefined`: it may be wrong, or
 * unusual (a class, a Date, a proxy that throws), which the thorough and much slower way through zod finds out, with the places.
 */
export function copyOfValid(schema: z.core.$ZodType, value: unknown): unknown {
  try {
    const copied = copierOf(schema)(value);
    return copied === unsure ? undefined : copied;
  } catch {
    return undefined;
  }
}
