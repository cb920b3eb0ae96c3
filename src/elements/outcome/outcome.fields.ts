import { instantOf } from '../../model/clock.js';
import { newId } from '../../model/ids.js';
import { UNANSWERED, type Answer } from '../../model/answer.js';
import type { Perspective, PreviousShown } from '../../schema/codes.js';
import type { Agent, Entry, Rating, Statement } from '../../schema/record.js';
import type { RatingScale, ScaleValue } from '../../schema/scale.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';
import type { Translate } from '../../base/tp-element.js';
import { asAnswer, type EntryField } from './outcome.editor.js';

/** The lists of an entry that hold somebody's words. */
export type StatementList = 'narrative' | 'strengths' | 'barriers';
/** The lists of an entry that hold ratings. */
export type RatingList = 'ratings' | 'importance' | 'change';

/** Who writes, and when: put on every statement and rating. */
export interface Recording {
  readonly now: () => Date;
  readonly recordedBy?: Agent | undefined;
  /** Whether an earlier answer of this view is in sight; not asked where there is none. */
  readonly previousShown?: PreviousShown | undefined;
}

/** Whether anybody has answered, or said why not. */
export const isGiven = (rating: Rating | undefined): boolean =>
  rating !== undefined && !rating.enteredInError && rating.answer.kind !== 'unanswered';

/** An answer that is changed after the earlier one came into sight was given with the earlier one in sight. */
const inSight = (shown: PreviousShown, before: Rating | undefined): PreviousShown =>
  before?.previousShown === 'before' || (shown === 'after-answer' && isGiven(before)) ? 'before' : shown;

const stamp = ({ now, recordedBy }: Recording): { recordedAt: string; recordedBy?: Agent } => ({
  recordedAt: instantOf(now()),
  ...(recordedBy && { recordedBy }),
});

/** The field of a statement. `index` one past the end starts a new one. */
export const statementField = (list: StatementList, index: number, statement?: Statement): EntryField => ({
  path: [list, index],
  name: [list, String(index)],
  read: (value) => asAnswer((value as Statement | undefined)?.text),
  about: statement && {
    ...(statement.saidBy && { perspective: statement.saidBy }),
    ...(statement.sharing && { sharing: statement.sharing }),
  },
});

/** A statement with other words, or a new one. What it held beside its words is kept. */
export const statementWith = (
  statement: Partial<Statement> | undefined,
  parts: Partial<Statement>,
  recording: Recording,
): Statement => ({
  id: newId(),
  text: '',
  ...statement,
  ...parts,
  ...stamp(recording),
});

/** The rating of a perspective on a scale: its field, the rating as it is, and the rating with another answer. */
export interface RatingField {
  readonly field: EntryField;
  readonly rating: Rating | undefined;
  readonly answerOf: (t: Translate, answer: Answer<ScaleValue>, recording: Recording) => Rating | undefined;
}

export function ratingField(
  entry: Entry,
  list: RatingList,
  perspective: Perspective,
  scale: RatingScale | undefined,
): RatingField {
  const ratings = entry[list] ?? [];
  const found = ratings.findIndex(
    (one) => one.perspective === perspective && !one.enteredInError && (!scale || one.scale.id === scale.id),
  );
  const rating = ratings[found];
  const used = scale && { id: scale.id, version: scale.version };
  const field: EntryField = {
    path: [list, found < 0 ? ratings.length : found],
    name: [list, perspective],
    read: (value) => (value as Rating | undefined)?.answer ?? UNANSWERED,
    about: { perspective, ...(used && { scale: used }) },
  };
  const answerOf = (t: Translate, answer: Answer<ScaleValue>, recording: Recording): Rating | undefined => {
    if (!used) return rating;
    const { label: _label, ...kept } = rating ?? { id: newId(), perspective };
    return {
      ...kept,
      scale: used,
      answer,
      ...(answer.kind !== 'unanswered' && { label: answerInWords(t, scale, answer) }),
      ...(recording.previousShown && { previousShown: inSight(recording.previousShown, rating) }),
      ...stamp(recording),
    };
  };
  return { field, rating, answerOf };
}
