// @ts-check
/** What Wullie's conversations have in common: who took part, the steps that were agreed, and the scale of the time. */
import { wullie } from '../people.js';
import { completedRecord, FRAMEWORKS, idsFrom, SCALES, WORKERS } from '../record.js';

/** @import { Action, ActionStatus, Agent, Entry, OutcomeRecord } from 'talking-points-elements/schema' */
/** @import { Pen } from '../record.js' */

export const QUALITY_OF_LIFE = /** @type {const} */ (['quality-of-life', 'Quality of life']);
export const PROCESS = /** @type {const} */ (['process', 'Process']);
export const CHANGE = /** @type {const} */ (['change', 'Change']);

const PARTICIPANTS = /** @type {const} */ ([
  { id: 'wullie', role: 'person', name: 'Wullie' },
  { id: 'nan', role: 'unpaid-carer', name: 'Nan', relationship: 'wife' },
]);

const stepId = idsFrom('2024-02-14T12:00:00Z');

/** Steps as they were agreed. A review says under the same id what came of them. */
const STEPS = {
  coffee: {
    id: stepId(),
    what: 'Phone Davie and go along on Thursday',
    who: 'Wullie',
    whoKind: 'person',
    by: '2024-02-22',
  },
  rail: {
    id: stepId(),
    what: 'Ask the housing office for a second rail on the stair',
    who: 'Mairi',
    whoKind: 'service',
    by: '2024-03-15',
  },
  bench: {
    id: stepId(),
    what: 'Move the bench so that he can sit at it',
    who: 'Nan’s brother',
    whoKind: 'family',
    by: '2024-03-31',
  },
  physio: {
    id: stepId(),
    what: 'Ask the physiotherapist about turning and freezing',
    who: 'Ailsa',
    whoKind: 'service',
    by: '2024-09-20',
  },
  plot: {
    id: stepId(),
    what: 'Ask the allotment folk about a raised bed',
    who: 'Nan',
    whoKind: 'family',
    by: '2024-10-31',
  },
  lift: {
    id: stepId(),
    what: 'Find a lift for the Thursdays when Davie is away',
    who: 'Mairi',
    whoKind: 'service',
    by: '2025-03-31',
  },
  alarm: {
    id: stepId(),
    what: 'Try an alarm that he wears on his wrist',
    who: 'Wullie',
    whoKind: 'person',
    by: '2025-11-15',
  },
  sitter: {
    id: stepId(),
    what: 'Somebody sits in on a Wednesday so that Nan can get out',
    who: 'Mairi',
    whoKind: 'service',
    by: '2025-11-30',
  },
  apprentice: {
    id: stepId(),
    what: 'Show Nan’s grand-nephew how to cut a dovetail',
    who: 'Wullie',
    whoKind: 'person',
    by: '2026-06-30',
  },
  carpet: {
    id: stepId(),
    what: 'Take up the carpet at the bathroom door',
    who: 'Nan’s brother',
    whoKind: 'family',
    by: '2026-06-15',
  },
};

/**
 * @param {keyof typeof STEPS} name
 * @param {ActionStatus} status
 * @returns {Action}
 */
export const step = (name, status) => /** @type {Action} */ ({ ...STEPS[name], status });

/**
 * The entry of an earlier record that one follows on from.
 *
 * @param {OutcomeRecord} record
 * @param {string} label
 */
export function from(record, label) {
  const entry = record.entries.find((one) => one.label === label);
  if (!entry) throw new Error(`Nothing was said about "${label}" in ${record.id}.`);
  return { previous: { recordId: record.id, entryId: entry.id } };
}

export const SEEING = 'Seeing people';
export const HOME = 'Living where you want/as you want';
export const MOVING = 'Improved mobility';
export const DOING = 'Having things to do';
export const SAFE = 'Feeling safe';
export const RELYING = 'Reliability';
export const PLOT = 'My plot at the allotments';

/**
 * @param {object} given
 * @param {string} given.on the day
 * @param {string} given.at when it was written down
 * @param {readonly OutcomeRecord[]} [given.before] the records that were looked back at, the last one last
 * @param {Agent} [given.by]
 * @param {Partial<OutcomeRecord['conversation']>} [given.how]
 * @param {Partial<OutcomeRecord>} [given.more]
 * @param {(pen: Pen) => Entry[]} write
 */
export const talk = ({ on, at, before = [], by = WORKERS.mairi, how, more }, write) =>
  completedRecord(
    {
      person: wullie,
      kind: before.length > 0 ? 'review' : 'assessment',
      framework: FRAMEWORKS.community,
      conversationAt: on,
      recordedAt: at,
      recordedBy: by,
      scale: on < '2025' ? SCALES.frequency : SCALES.days,
      conversation: {
        participants: [...PARTICIPANTS, { id: 'worker', role: 'practitioner', name: by.name }],
        mode: 'face-to-face',
        place: 'At home',
        language: 'en-GB',
        ...how,
      },
      more: {
        sharing: ['person', 'family'],
        ...(before.length > 0 && { previous: { recordIds: before.map(({ id }) => id), shown: 'after-answer' } }),
        ...more,
      },
    },
    write,
  );
