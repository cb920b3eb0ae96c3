import type * as z from 'zod/mini';

const shapeOf = (def: z.core.$ZodTypes['_zod']['def']): Readonly<Record<string, z.core.$ZodType>> =>
  def.type === 'object'
    ? def.shape
    : Object.fromEntries(
        def.type === 'union'
          ? def.options.flatMap((option) => Object.entries(shapeOf((option as z.core.$ZodTypes)._zod.def)))
          : [],
      );

/**
 * A copy of valid data with nothing but what its schema names. Unknown fields go through reading and saving unchanged, but nobody here can tell
 * what they say, or whom they may be shown to.
 */
export function knownOnly<T>(schema: z.core.$ZodType, value: T): T {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return knownOnly(def.innerType, value);
  if (Array.isArray(value) && def.type === 'array')
    return value.map((item: unknown) => knownOnly(def.element, item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const shape = shapeOf(def);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return known && part !== undefined ? [[name, knownOnly(known, part)]] : [];
    }),
  ) as T;
}
