import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, noAnswer, sameAnswer, UNANSWERED } from '../../src/model/answer.js';
import { scaleAnswer } from '../../src/schema/answer.js';
import { NO_ANSWER_REASONS } from '../../src/schema/codes.js';

describe('answers', () => {
  it.each([0, -2, 10, 'met', 'not'])('%j is an answer', (value) => {
    expect(answered(value)).toEqual({ kind: 'answered', value });
    expect(scaleAnswer.safeParse(answered(value)).success).toBe(true);
  });

  it.each(NO_ANSWER_REASONS)('%s is a reason, with a note or without', (reason) => {
    expect(noAnswer(reason)).toEqual({ kind: 'no-answer', reason });
    expect(noAnswer(reason, '')).toEqual({ kind: 'no-answer', reason });
    expect(noAnswer(reason, 'Ask Jean')).toEqual({ kind: 'no-answer', reason, note: 'Ask Jean' });
    expect(scaleAnswer.safeParse(noAnswer(reason, 'Ask Jean')).success).toBe(true);
  });

  it('nothing yet cannot be changed into something by accident', () => {
    expect(UNANSWERED).toEqual({ kind: 'unanswered' });
    expect(Object.isFrozen(UNANSWERED)).toBe(true);
  });
});

describe('sameAnswer', () => {
  const different = [
    UNANSWERED,
    answered(0),
    answered('0'),
    answered(''),
    answered(null),
    answered(false),
    answered([]),
    noAnswer('declined'),
    noAnswer('later'),
    noAnswer('later', 'Ask Jean'),
  ];

  it.each(different.map((answer, index) => [answer, index] as const))('%j is like no other', (answer, index) => {
    expect(different.map((other) => sameAnswer(answer, other))).toEqual(different.map((_, other) => other === index));
  });

  it('finds that a copy says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameAnswer(answered(value), answered(JSON.parse(JSON.stringify(value))))).toBe(true);
      }),
    );
  });
});
