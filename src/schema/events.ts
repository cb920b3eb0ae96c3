import * as z from 'zod/mini';
import { scaleAnswer } from './answer.js';
import { AUDIENCES, PERSPECTIVES, SOURCES } from './codes.js';
import { id, label, optionalId, optionalText, text, version } from './primitives.js';
import { action, contributor, outcomeRecord, statement } from './record.js';
import type { Plain } from './types.js';

/** Every detail says its version, so that a host can tell tomorrow's from today's. */
const v = z.literal(1);
const source = z.enum(SOURCES);

/** An RFC 6902 operation. Only these three are ever emitted. */
export const patchOperation = z.discriminatedUnion('op', [
  z.looseObject({ op: z.literal('add'), path: z.string(), value: z.unknown() }),
  z.looseObject({ op: z.literal('replace'), path: z.string(), value: z.unknown() }),
  z.looseObject({ op: z.literal('remove'), path: z.string() }),
]);

const answered = <T extends z.core.$ZodType>(value: T) => z.looseObject({ kind: z.literal('answered'), value });

/** What a field can hold: a scale's answer, words, or a list of contributors, next steps or statements. */
export const fieldAnswer = z.union([
  scaleAnswer,
  answered(text),
  answered(z.array(contributor)),
  answered(z.array(action)),
  answered(z.array(statement)),
  answered(z.unknown()),
]);

/** `tp-answer-change` and `tp-before-answer-change`. `path` names the field from the outside in: `['seeing-people', 'ratings', 'person']`. */
export const answerChangeDetail = z.looseObject({
  v,
  source,
  path: z.array(z.string()),
  answer: fieldAnswer,
  previous: fieldAnswer,
  outcome: optionalId,
  scale: z.optional(z.looseObject({ id, version })),
  perspective: z.optional(z.enum(PERSPECTIVES)),
  sharing: z.optional(z.array(z.enum(AUDIENCES))),
  /** From `tp-outcome`: the change as JSON Patch on the entry. */
  patch: z.optional(z.array(patchOperation)),
});

/** `tp-record-change`: the whole record, and the change as JSON Patch (RFC 6902) against the one before. */
export const recordChangeDetail = z.looseObject({
  v,
  source,
  record: outcomeRecord,
  patch: z.array(patchOperation),
});

/** `tp-before-record-complete` and `tp-record-complete`. */
export const recordCompleteDetail = z.looseObject({ v, source, record: outcomeRecord });

/** `tp-record-conflict`: somebody else has stored the record in the meantime. Nothing is overwritten. */
export const recordConflictDetail = z.looseObject({
  v,
  source,
  /** What was to be stored. */
  mine: outcomeRecord,
  /** What the host holds now. */
  theirs: outcomeRecord,
});

/** `tp-conflict-settle`: the merged record, a draft that is based on theirs, and what is not in it. */
export const conflictSettleDetail = z.looseObject({
  v,
  source,
  record: outcomeRecord,
  dropped: z.array(
    z.looseObject({
      key: z.string(),
      part: z.string(),
      entryId: optionalId,
      side: z.enum(['theirs', 'mine']),
      value: z.unknown(),
    }),
  ),
});

/** `tp-draft-save` and `tp-draft-restore`: the whole record, as it is on the screen. */
export const draftDetail = z.looseObject({ v, source: z.enum(['user', 'restore']), record: outcomeRecord });

/** `tp-concern`: the worker is worried about somebody's safety. The host's own process takes over; nothing is kept in the record. */
export const concernDetail = z.looseObject({
  v,
  source,
  recordId: optionalId,
  subjectId: optionalId,
  entryId: optionalId,
  outcome: optionalId,
  label: optionalText,
});

/** `tp-error`: what is wrong, where, and how to mend it. Never holds anybody's words. */
export const errorDetail = z.looseObject({
  v,
  code: label,
  severity: z.enum(['error', 'warning']),
  message: label,
  where: label,
  hint: label,
});

export type PatchOperation = Plain<z.infer<typeof patchOperation>>;
export type AnswerChangeDetail = Plain<z.infer<typeof answerChangeDetail>>;
export type RecordChangeDetail = Plain<z.infer<typeof recordChangeDetail>>;
export type RecordCompleteDetail = Plain<z.infer<typeof recordCompleteDetail>>;
export type RecordConflictDetail = Plain<z.infer<typeof recordConflictDetail>>;
export type ConflictSettleDetail = Plain<z.infer<typeof conflictSettleDetail>>;
export type DraftDetail = Plain<z.infer<typeof draftDetail>>;
export type ConcernDetail = Plain<z.infer<typeof concernDetail>>;
export type ErrorDetail = Plain<z.infer<typeof errorDetail>>;
