// @ts-check
/** What it takes to write a stored conversation down without repeating ids, times and scales. */

/** @import { Agent, Conversation, Entry, NoAnswerReason, OutcomeRecord, Perspective, Rating, RatingScale, RecordKind, Statement } from 'talking-points-elements/schema' */
/** @import { Person } from '../store.js' */

/** @type {RatingScale} */
const frequency = {
  id: 'frequency-4',
  version: '1',
  name: 'All to none of the time',
  language: 'en-GB',
  question: 'How much of the time is this so?',
  kind: 'ordinal',
  points: [
    { value: 'all', ordinal: 3, label: 'All of the time', shortLabel: 'All', easyLabel: 'Always' },
    { value: 'most', ordinal: 2, label: 'Most of the time', shortLabel: 'Most', easyLabel: 'Mostly' },
    { value: 'some', ordinal: 1, label: 'Some of the time', shortLabel: 'Some', easyLabel: 'Sometimes' },
    { value: 'none', ordinal: 0, label: 'None of the time', shortLabel: 'None', easyLabel: 'Never' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};

/**
 * The partnership's own scale. It came into use in 2025 for those who wanted to tell it by days; a review asks on the scale of last time.
 *
 * @type {RatingScale}
 */
const days = {
  id: 'strathmorn-days',
  version: '1',
  name: 'Strathmorn: every day to no days',
  language: 'en-GB',
  question: 'On how many days is this so?',
  kind: 'ordinal',
  points: [
    { value: 'every', ordinal: 4, label: 'Every day', shortLabel: 'Every' },
    { value: 'most', ordinal: 3, label: 'Most days', shortLabel: 'Most' },
    { value: 'half', ordinal: 2, label: 'About half the days', shortLabel: 'Half' },
    { value: 'few', ordinal: 1, label: 'A few days', shortLabel: 'Few' },
    { value: 'none', ordinal: 0, label: 'No days', shortLabel: 'None' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};

/** @type {RatingScale} */
const change = {
  id: 'change-3',
  version: '1',
  name: 'Better, same, worse',
  language: 'en-GB',
  question: 'Compared with last time, how are things?',
  kind: 'ordinal',
  points: [
    { value: 'better', ordinal: 1, label: 'Better' },
    { value: 'same', ordinal: 0, label: 'About the same', shortLabel: 'Same', easyLabel: 'The same' },
    { value: 'worse', ordinal: -1, label: 'Worse' },
  ],
  direction: 'higher-better',
  aggregate: 'count',
};

const ATTRIBUTION =
  'Outcomes of Talking Points: A Personal Outcomes Approach (Joint Improvement Team, Scotland; Cook and Miller, 2012)';

/** The scales on which "How are things now?" is answered. */
export const SCALES = { frequency, days };

export const FRAMEWORKS = {
  community: {
    id: 'talking-points-community',
    version: '1',
    name: 'Talking Points: people using services',
    attribution: ATTRIBUTION,
  },
  carers: {
    id: 'talking-points-carers',
    version: '1',
    name: 'Talking Points: unpaid carers',
    attribution: ATTRIBUTION,
  },
  careHome: {
    id: 'talking-points-care-home',
    version: '1',
    name: 'Talking Points: people living in care homes',
    attribution: ATTRIBUTION,
  },
};

/** @satisfies {Record<string, Agent>} */
export const WORKERS = {
  mairi: { id: 'worker-0412', name: 'Mairi Campbell', role: 'Social worker' },
  ailsa: { id: 'worker-0297', name: 'Ailsa Reid', role: 'Occupational therapist' },
  duncan: { id: 'worker-0388', name: 'Duncan Baird', role: 'Senior care worker' },
};

/**
 * Ids like those that the library makes (UUIDv7), but the same each time.
 *
 * @param {string} instant
 */
export function idsFrom(instant) {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  let count = 0;
  return () => `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(count++).toString(16).padStart(12, '0')}`;
}

/**
 * @typedef {object} Pen
 * @property {(who: Perspective, text: string, participantId?: string) => Statement} said
 * @property {(who: Perspective, value: string, more?: Partial<Rating>) => Rating} rating how things are now
 * @property {(who: Perspective, reason: NoAnswerReason, more?: Partial<Rating>) => Rating} noAnswer
 * @property {(who: Perspective, value: string, more?: Partial<Rating>) => Rating} changed compared with last time
 * @property {() => string} newId
 * @property {(id: string, name: string, category: readonly [id: string, label: string], rest?: Partial<Entry>) => Entry} entry about an outcome of the framework
 */

/**
 * @param {object} given
 * @param {Person} given.person
 * @param {RecordKind} given.kind
 * @param {OutcomeRecord['framework']} given.framework
 * @param {string} given.conversationAt
 * @param {string} given.recordedAt
 * @param {Agent} given.recordedBy
 * @param {Conversation} given.conversation
 * @param {RatingScale} [given.scale] on which they say how things are now
 * @param {Partial<OutcomeRecord>} [given.more]
 * @param {(pen: Pen) => Entry[]} write
 * @returns {OutcomeRecord}
 */
export function completedRecord(
  { person, kind, framework, conversationAt, recordedAt, recordedBy, conversation, scale = frequency, more },
  write,
) {
  const newId = idsFrom(recordedAt);
  const id = newId();
  /** @type {(scale: RatingScale, who: Perspective, value: string, more?: Partial<Rating>) => Rating} */
  const answered = (scale, perspective, value, rest) => ({
    id: newId(),
    perspective,
    scale: { id: scale.id, version: scale.version },
    answer: { kind: 'answered', value },
    label: scale.points.find((point) => point.value === value)?.label,
    recordedAt,
    ...rest,
  });
  const entries = write({
    newId,
    said: (saidBy, text, participantId) => ({
      id: newId(),
      text,
      saidBy,
      ...(participantId && { participantId }),
      language: 'en-GB',
    }),
    rating: (who, value, rest) => answered(scale, who, value, rest),
    changed: (who, value, rest) => answered(change, who, value, rest),
    noAnswer: (perspective, reason, rest) => ({
      id: newId(),
      perspective,
      scale: { id: scale.id, version: scale.version },
      answer: { kind: 'no-answer', reason },
      recordedAt,
      ...rest,
    }),
    entry: (outcome, name, [categoryId, label], rest) => ({
      id: newId(),
      label: name,
      outcomes: [
        {
          framework: framework.id,
          frameworkVersion: framework.version,
          id: outcome,
          name,
          category: { id: categoryId, label },
        },
      ],
      ...rest,
    }),
  });
  const used = new Set(
    entries.flatMap(({ ratings = [], change: changes = [] }) => [...ratings, ...changes].map(({ scale }) => scale.id)),
  );
  return {
    schemaVersion: '1.0',
    id,
    kind,
    status: 'completed',
    subject: { id: person.id, name: person.calledName },
    conversationAt,
    recordedAt,
    recordedBy,
    completedAt: recordedAt,
    conversation,
    framework,
    scales: [scale, change].filter(({ id: one }) => used.has(one)),
    entries,
    ...more,
  };
}
