import * as z from 'zod/mini';

/**
 * The small types that the others are made of. Every rule is one that JSON Schema can say (a pattern, a bound, a list of codes):
 * no transform, refinement, coercion or default, so that Ajv, C# and Java accept exactly what zod accepts.
 */

/** An identifier. Ours are UUIDv7; a host may bring its own. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/));
export const optionalId = z.optional(id);

/** A version of a framework or scale: `1`, `1.2` or `1.2.3`. */
export const version = z.string().check(z.regex(/^\d{1,6}(\.\d{1,6}){0,2}$/));

/** Somebody's words, kept exactly as given: any length, any script, line breaks. */
export const text = z.string();
/** One schema for many fields: each one costs a page that starts. */
export const optionalText = z.optional(text);

/** A short text that has to say something. */
export const label = z.string().check(z.regex(/\S/));

/** A day, `YYYY-MM-DD`, in the place where the conversation happened. */
export const localDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A day, or a day and a local time without offset: `2026-03-03` or `2026-03-03T14:05`. */
export const localDateTime = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?$/));

/** An instant with its offset, RFC 3339: `2026-03-03T14:05:00+00:00`. */
export const instant = z
  .string()
  .check(
    z.regex(
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/,
    ),
  );

/** A BCP 47 language tag: `en-GB`, `gd`, `ar`. */
export const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));
export const optionalLanguage = z.optional(language);

/** An address that may be shown as a link: `https:` only. */
export const link = z.string().check(z.regex(/^https:\/\/\S+$/));

/** Licence terms of somebody else's instrument. `notice` is always shown; `locked` forbids changing labels, order and translation. */
export const licence = z.looseObject({
  holder: label,
  notice: label,
  reference: optionalText,
  evidence: optionalText,
  locked: z.optional(z.boolean()),
});

/** Who did something in the host's system: an id, and a name and role where the host wants them in the record. */
export const agent = z.looseObject({
  id: optionalId,
  name: optionalText,
  role: optionalText,
});
