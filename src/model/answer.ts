import type { NoAnswer, Unanswered } from '../schema/answer.js';
import type { NoAnswerReason } from '../schema/codes.js';

/** An answer with a value of type `V`: a scale's value, somebody's words, a list. */
export interface Answered<V> {
  readonly kind: 'answered';
  readonly value: V;
}

/** Nothing yet, an answer, or a reason why there is none. `0` and an empty reason note are never mistaken for "nothing yet". */
export type Answer<V> = Unanswered | Answered<V> | NoAnswer;

export const UNANSWERED: Unanswered = Object.freeze({ kind: 'unanswered' });

export const answered = <V>(value: V): Answered<V> => ({ kind: 'answered', value });

export const noAnswer = (reason: NoAnswerReason, note?: string): NoAnswer => ({
  kind: 'no-answer',
  reason,
  ...(note && { note }),
});

/** Whether two answers say the same. They are compared as JSON, so that a list of contributors equals its copy, and 1 is not "1". */
export const sameAnswer = (a: Answer<unknown>, b: Answer<unknown>): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
