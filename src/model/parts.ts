import type { Entry, Rating, Statement } from '../schema/record.js';

/** What a rating answers: how things are now, how much it matters, or what has changed. */
export const QUESTIONS = ['ratings', 'importance', 'change'] as const;
export type Question = (typeof QUESTIONS)[number];

/** All ratings of an entry, with what each one answers. */
export const ratingsOf = (entry: Entry): readonly (readonly [Question, Rating])[] =>
  QUESTIONS.flatMap((question) => (entry[question] ?? []).map((rating) => [question, rating] as const));

/** All that was said about an entry, in somebody's words. */
export const wordsOf = ({ narrative = [], strengths = [], barriers = [] }: Entry): readonly Statement[] => [
  ...narrative,
  ...strengths,
  ...barriers,
];

/** Whether words are kept to the worker: themselves, or what they translate. */
export const isKept = (one: Statement, all: readonly Statement[], seen: readonly Statement[] = []): boolean =>
  one.sharing?.length === 0 ||
  all.some(
    (other) =>
      other !== one && other.id === one.translationOf && !seen.includes(other) && isKept(other, all, [...seen, one]),
  );
