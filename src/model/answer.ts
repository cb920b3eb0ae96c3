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

export const answered = <V>(value: V): Answered<V> => Object.freeze({ kind: 'answered', value });

export const noAnswer = (reason: NoAnswerReason, note?: string): NoAnswer =>
  Object.freeze(note ? { kind: 'no-answer', reason, note } : { kind: 'no-answer', reason });

/** Whether two answers say the same. Values are compared as JSON, so that a list of contributors equals its copy. */
export const sameAnswer = (a: Answer<unknown>, b: Answer<unknown>): boolean =>
  a === b || JSON.stringify([a.kind, ...fields(a)]) === JSON.stringify([b.kind, ...fields(b)]);

const fields = (answer: Answer<unknown>): unknown[] =>
  answer.kind === 'answered'
    ? [typeof answer.value, answer.value]
    : answer.kind === 'no-answer'
      ? [answer.reason, answer.note ?? '']
      : [];
