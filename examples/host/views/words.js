// @ts-check
/** Codes of a record in plain words. */

/** @import { ActionStatus, Conversation, Decision, NoAnswerReason, OutcomeRecord, Rating, RecordKind, Statement } from 'talking-points-elements/schema' */
/** @import { StoredRecord } from '../store.js' */

/** @type {Readonly<Record<RecordKind, string>>} */
const KINDS = { assessment: 'Conversation', plan: 'Plan', review: 'Review' };

/** @type {Readonly<Record<NoAnswerReason, string>>} */
const NO_ANSWER = {
  declined: 'would rather not say',
  'not-known': 'not sure',
  'not-applicable': 'does not apply',
  later: 'wants to answer another time',
  'not-discussed': 'not talked about',
  unable: 'could not say',
};

/** @type {Readonly<Record<Decision, string>>} */
export const DECISIONS = {
  continue: 'Continue',
  change: 'Change something',
  achieved: 'Achieved',
  'keep-going': 'Keep going',
  'no-longer-matters': 'No longer matters',
  paused: 'Pause for now',
};

/** @type {Readonly<Record<ActionStatus, string>>} */
export const STEPS = {
  planned: 'planned',
  doing: 'doing it',
  done: 'done',
  'not-yet': 'not yet',
  'no-longer-needed': 'no longer needed',
};

/**
 * A day, with the time where it is known: "3 March 2026, 14:05". Written as it was in the place where it happened.
 *
 * @param {string} date `2026-03-03`, `2026-03-03T14:05`, or an instant
 */
export function dateInWords(date) {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const words = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
  return date.length === 16 ? `${words}, ${date.slice(11)}` : words;
}

/**
 * When the conversation was; where nobody said, when it was written down.
 *
 * @param {OutcomeRecord} record
 */
export const whenOf = (record) => record.conversationAt ?? record.recordedAt.slice(0, 10);

/**
 * Whether a record says how things were: nothing has replaced it, and it was no mistake.
 *
 * @param {StoredRecord} stored
 */
export const stands = ({ record, amendedBy }) => !amendedBy && record.status === 'completed' && !record.enteredInError;

/** @param {OutcomeRecord} record */
export const titleOf = (record) => `${KINDS[record.kind]}, ${dateInWords(whenOf(record))}`;

/**
 * Whose view it is, by name where the record has one. A view that somebody gave for the person never reads as the person's own.
 *
 * @param {Pick<Rating, 'perspective' | 'participantId'>} view
 * @param {{ conversation: Conversation, subject: OutcomeRecord['subject'] }} record
 * @returns {string}
 */
export function whoseView({ perspective, participantId }, { conversation, subject }) {
  const person = subject.name ?? 'the person';
  const participant = conversation.participants?.find(({ id }) => id === participantId);
  const named =
    participant?.name && `${participant.name}${participant.relationship ? ` (${participant.relationship})` : ''}`;
  switch (perspective) {
    case 'person':
      return subject.name ?? 'The person';
    case 'proxy-own':
      return `${named ?? `Somebody speaking for ${person}`}, in their own view`;
    case 'proxy-for-person':
      return `${named ?? `Somebody speaking for ${person}`}, on what ${person} would say`;
    case 'carer':
      return named ?? 'Unpaid carer';
    case 'practitioner':
      return named ?? 'Practitioner';
    case 'advocate':
      return named ?? 'Independent advocate';
    case 'parent':
      return named ?? 'Parent';
    case 'agency':
      return named ?? 'Agency';
  }
}

/**
 * Who said it, or nothing where the record does not say.
 *
 * @param {Statement} statement
 * @param {OutcomeRecord} record
 */
export const whoSaid = ({ saidBy, participantId }, record) =>
  saidBy && whoseView({ perspective: saidBy, ...(participantId !== undefined && { participantId }) }, record);

/**
 * The answer as it was shown on the day.
 *
 * @param {Rating} rating
 * @param {OutcomeRecord} record
 */
export function answerInWords({ answer, label, scale }, record) {
  if (answer.kind === 'unanswered') return 'not asked yet';
  if (answer.kind === 'no-answer') return `${NO_ANSWER[answer.reason]}${answer.note ? ` (${answer.note})` : ''}`;
  const shown = record.scales.find(({ id, version }) => id === scale.id && version === scale.version);
  return label ?? shown?.points.find(({ value }) => value === answer.value)?.label ?? String(answer.value);
}
