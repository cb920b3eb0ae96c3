import type * as z from 'zod/mini';
import { outcomeFramework, type OutcomeFramework } from './framework.js';
import { agent } from './primitives.js';
import { outcomeRecord, subject, type Agent, type OutcomeRecord } from './record.js';
import {
  frameworkProblems,
  pointer,
  readSafely,
  scaleProblems,
  unsafeProblems,
  type Parsed,
  type Problem,
} from './rules.js';
import { ratingScale, type RatingScale } from './scale.js';

export type { Parsed } from './rules.js';

type Issue = z.core.$ZodIssue;

const kindOf: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** zod's finding in words for the person who has to mend the file. */
function explain(issue: Issue): { message: string; hint: string } {
  const name = issue.path.length === 0 ? 'The data' : `"${String(issue.path.at(-1))}"`;
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kindOf[issue.expected] ?? issue.expected;
      return { message: `${name} is missing, or is not ${kind}.`, hint: `Make it ${kind}.` };
    }
    case 'invalid_value':
      return {
        message: `${name} ${issue.input === undefined ? 'is missing' : 'has a value that is not known'}.`,
        hint: `Use one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_format':
      return {
        message: `${name} is not in the form that is expected.`,
        hint: `It has to match ${issue.pattern ?? issue.format}.`,
      };
    case 'too_small':
      return { message: `${name} is empty.`, hint: 'Add at least one.' };
    case 'invalid_union':
      return {
        message: `${name} is none of the forms that are allowed.`,
        hint: 'Compare it with the JSON Schema in the package.',
      };
    default:
      return { message: `${name} is not valid.`, hint: 'Compare it with the JSON Schema in the package.' };
  }
}

const check = <T>(
  schema: z.core.$ZodType,
  code: string,
  input: unknown,
  rules: (value: T) => readonly Problem[],
): Parsed<T> =>
  readSafely(() => {
    const unsafe = unsafeProblems(input);
    if (unsafe.length > 0) return { ok: false, problems: unsafe };
    const result = (schema as z.ZodMiniType).safeParse(input, { reportInput: true });
    if (!result.success)
      return {
        ok: false,
        problems: result.error.issues.map((issue) => ({ code, path: pointer(issue.path), ...explain(issue) })),
      };
    // zod hands back a copy; the input itself goes on, so that unknown fields and their order survive byte for byte.
    const value = input as T;
    const problems = rules(value);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
  });

/** Reads an outcome framework. */
export const parseFramework = (input: unknown): Parsed<OutcomeFramework> =>
  check<OutcomeFramework>(outcomeFramework, 'framework-invalid', input, frameworkProblems);

/** Reads a rating scale. */
export const parseScale = (input: unknown): Parsed<RatingScale> =>
  check<RatingScale>(ratingScale, 'scale-invalid', input, scaleProblems);

/** Reads a record of this major version. `loadRecord` of `model/` reads older ones too. */
export const parseRecord = (input: unknown): Parsed<OutcomeRecord> =>
  check<OutcomeRecord>(outcomeRecord, 'record-invalid', input, () => []);

/** Reads whose record it is. */
export const parseSubject = (input: unknown): Parsed<OutcomeRecord['subject']> =>
  check<OutcomeRecord['subject']>(subject, 'subject-invalid', input, () => []);

/** Reads who has recorded something. */
export const parseAgent = (input: unknown): Parsed<Agent> =>
  check<Agent>(agent, 'recorded-by-invalid', input, () => []);
