// @ts-check
import { jean } from './people.js';
import { completedRecord, FRAMEWORKS, WORKERS } from './record.js';

/** @import { OutcomeRecord } from 'talking-points-elements/schema' */

const QUALITY_OF_LIFE = /** @type {const} */ (['quality-of-life', 'Quality of life']);
const PROCESS = /** @type {const} */ (['process', 'Process']);

const PARTICIPANTS = /** @type {const} */ ([
  { id: 'jean', role: 'person', name: 'Jean' },
  { id: 'fiona', role: 'unpaid-carer', name: 'Fiona', relationship: 'daughter' },
  { id: 'mairi', role: 'practitioner', name: 'Mairi Campbell' },
]);

/** Two people see one thing differently; one thing is said in words alone; one thing Jean would rather not talk about. */
export const jeanInMarch = completedRecord(
  {
    person: jean,
    kind: 'plan',
    framework: FRAMEWORKS.community,
    conversationAt: '2026-03-03T14:05',
    recordedAt: '2026-03-03T16:10:00+00:00',
    recordedBy: WORKERS.mairi,
    conversation: {
      participants: PARTICIPANTS,
      mode: 'face-to-face',
      place: 'At home, at the kitchen table',
      language: 'en-GB',
    },
  },
  ({ entry, said, rating, noAnswer, newId }) => [
    entry('seeing-people', 'Seeing people', QUALITY_OF_LIFE, {
      mostImportant: true,
      narrative: [
        said('person', 'I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling.'),
        said('carer', 'She was never in. Now she’s waiting at the window when I come on a Saturday.', 'fiona'),
      ],
      personalOutcome: {
        text: 'To get back to the bowling club, even if I only keep the score.',
        intent: 'achieve',
        wordedBy: 'person',
      },
      ratings: [
        rating('person', 'some', { reason: 'Fiona comes, and the phone goes now and again.' }),
        rating('carer', 'none', { participantId: 'fiona', reason: 'I don’t count. I’m her daughter.' }),
      ],
      strengths: [said('person', 'I’m good company. Folk still phone me.')],
      barriers: [said('person', 'I canna manage the two buses with the stick.')],
      contributors: [
        { id: newId(), kind: 'person', who: 'Jean', how: 'Phones Eck herself', stage: 'planned' },
        { id: newId(), kind: 'friend', who: 'Eck', how: 'Has a car and goes every week', stage: 'planned' },
        {
          id: newId(),
          kind: 'community',
          who: 'The bowling club',
          how: 'Needs somebody to keep the score',
          stage: 'planned',
        },
      ],
      actions: [
        {
          id: newId(),
          what: 'Phone Eck about a lift',
          who: 'Jean',
          whoKind: 'person',
          by: '2026-03-10',
          status: 'planned',
        },
        {
          id: newId(),
          what: 'Ask the physiotherapist about the steps at the club',
          who: 'Mairi',
          whoKind: 'service',
          by: '2026-03-17',
          status: 'planned',
        },
      ],
      disagreement: {
        between: ['person', 'carer'],
        text: 'Fiona thinks her mother is lonelier than she says. Jean says a quiet house is not a lonely one.',
      },
    }),
    entry('living-where-you-want', 'Living where you want/as you want', QUALITY_OF_LIFE, {
      narrative: [said('person', 'I’ve been up this stair fifty years and I’m not flitting now.')],
      personalOutcome: { text: 'To stay here, with my own front door.', intent: 'maintain', wordedBy: 'person' },
    }),
    entry('listened-to', 'Listened to', PROCESS, {
      narrative: [said('practitioner', 'Jean did not want to talk about the hospital today.', 'mairi')],
      ratings: [noAnswer('person', 'declined')],
    }),
  ],
);

const [seeingPeople] = jeanInMarch.entries;

/**
 * @param {string} friend
 * @param {string} recordedAt
 * @param {Partial<OutcomeRecord>} [more]
 */
const review = (friend, recordedAt, more) =>
  completedRecord(
    {
      person: jean,
      kind: 'review',
      framework: FRAMEWORKS.community,
      conversationAt: '2026-09-01',
      recordedAt,
      recordedBy: WORKERS.mairi,
      conversation: {
        participants: PARTICIPANTS,
        mode: 'face-to-face',
        place: 'At the bowling club',
        language: 'en-GB',
      },
      more: { previous: { recordIds: [jeanInMarch.id], shown: 'after-answer' }, ...more },
    },
    ({ entry, said, rating, changed, newId }) => [
      entry('seeing-people', 'Seeing people', QUALITY_OF_LIFE, {
        narrative: [
          said('person', `Tuesdays are back. ${friend} picks me up at one, and I keep the score. They say I cheat.`),
        ],
        personalOutcome: { text: 'To keep my Tuesdays.', intent: 'maintain', wordedBy: 'person' },
        ratings: [rating('person', 'most', { previousShown: 'after-answer' })],
        change: [
          changed('person', 'better'),
          changed('carer', 'same', { participantId: 'fiona', reason: 'The winter will tell.' }),
        ],
        contributors: [
          { id: newId(), kind: 'person', who: 'Jean', how: 'Practised the steps every morning', stage: 'actual' },
          { id: newId(), kind: 'friend', who: friend, how: 'Drives, and carries the bag', stage: 'actual' },
        ],
        decision: { value: 'keep-going', agreedBy: ['person', 'practitioner'] },
        ...(seeingPeople && { previous: { recordId: jeanInMarch.id, entryId: seeingPeople.id } }),
      }),
    ],
  );

export const jeanInSeptember = review('Alec', '2026-09-01T15:30:00+01:00');

/** The same conversation, corrected: the first one stays in the file. */
export const jeanInSeptemberCorrected = review('Eck', '2026-09-02T09:15:00+01:00', {
  amends: {
    recordId: jeanInSeptember.id,
    reason: 'Jean’s friend is Eck, not Alec.',
    at: '2026-09-02T09:15:00+01:00',
    by: WORKERS.mairi,
  },
});
