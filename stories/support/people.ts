import type { Action, Contributor, Entry, OutcomeRecord, Rating, Statement } from '../../src/schema/record.js';
import { frequency4 } from '../../src/scales/frequency-4.js';

/**
 * Jean, who is invented, and what she said one afternoon in March. Every story draws from this, so that a reader meets one person and not
 * thirty. Ids and times are fixed, so that pictures of the stories can be compared.
 */
export const RECORDED_AT = '2026-03-03T16:10:00+00:00';

export const MAIRI = { id: 'w-17', name: 'Mairi Campbell', role: 'Social worker' } as const;

const said = (id: string, saidBy: Statement['saidBy'], text: string): Statement => ({
  id,
  text,
  ...(saidBy && { saidBy }),
  recordedAt: RECORDED_AT,
  recordedBy: MAIRI,
});

const rated = (id: string, perspective: Rating['perspective'], value: string, reason?: string): Rating => {
  const label = frequency4.points.find((point) => point.value === value)?.label;
  return {
    id,
    perspective,
    scale: { id: 'frequency-4', version: '1' },
    answer: { kind: 'answered', value },
    ...(label && { label }),
    ...(reason && { reason }),
    recordedAt: RECORDED_AT,
    recordedBy: MAIRI,
  };
};

const talkingPoints = (id: string, name: string, category: [id: string, label: string]): Entry['outcomes'] => [
  {
    framework: 'talking-points-community',
    frameworkVersion: '1',
    id,
    name,
    category: { id: category[0], label: category[1] },
  },
];

export const contributors: readonly Contributor[] = [
  { id: 'c-1', kind: 'person', who: 'Jean', how: 'Phones Eck herself', stage: 'planned' },
  { id: 'c-2', kind: 'friend', who: 'Eck', how: 'Has a car and goes every week', stage: 'planned' },
  {
    id: 'c-3',
    kind: 'community',
    who: 'The bowling club',
    how: 'Needs somebody to keep the score',
    stage: 'planned',
  },
];

export const actions: readonly Action[] = [
  { id: 'a-1', what: 'Phone Eck about a lift', whoKind: 'person', by: '2026-03-10', status: 'planned' },
  {
    id: 'a-2',
    what: 'Ask about the steps at the club',
    who: 'Mairi',
    whoKind: 'service',
    by: '2026-03-17',
    status: 'doing',
  },
];

/** Words alone: as good a record as a full one. */
export const wordsAlone: Entry = {
  id: 'e-home',
  label: 'Living where you want/as you want',
  outcomes: talkingPoints('living-where-you-want', 'Living where you want/as you want', [
    'quality-of-life',
    'Quality of life',
  ]),
  narrative: [said('n-2', 'person', 'I’ve been up this stair fifty years and I’m not flitting now.')],
  personalOutcome: { text: 'To stay here, with my own front door.', intent: 'maintain', wordedBy: 'person' },
};

/** Begun: the words, and what she would like. */
export const begun: Entry = {
  id: 'e-people',
  label: 'Seeing people',
  outcomes: talkingPoints('seeing-people', 'Seeing people', ['quality-of-life', 'Quality of life']),
  narrative: [
    said('n-1', 'person', 'I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling.'),
  ],
  personalOutcome: {
    text: 'To get back to the bowling club, even if I only keep the score.',
    intent: 'achieve',
    wordedBy: 'person',
  },
};

/** The same, as far as it went that afternoon: two views that differ, what works, who helps, what gets in the way, next steps. */
export const filled: Entry = {
  ...begun,
  mostImportant: true,
  ratings: [
    rated('r-1', 'person', 'some', 'Fiona comes on a Saturday, and the phone goes now and again.'),
    rated('r-2', 'carer', 'none', 'I don’t count. I’m her daughter.'),
  ],
  strengths: [said('s-1', 'person', 'I’m good company. Folk still phone me.')],
  contributors,
  barriers: [said('b-1', 'person', 'I canna manage the two buses with the stick.')],
  actions,
  disagreement: {
    between: ['person', 'carer'],
    text: 'Fiona thinks her mother is lonelier than she says. Jean says a quiet house is not a lonely one.',
  },
};

/** She would rather not rate it, and that is an answer. */
export const declined: Entry = {
  id: 'e-listened',
  label: 'Listened to',
  outcomes: talkingPoints('listened-to', 'Listened to', ['process', 'Process']),
  narrative: [said('n-3', 'practitioner', 'Jean did not want to talk about the hospital today.')],
  ratings: [
    {
      id: 'r-3',
      perspective: 'person',
      scale: { id: 'frequency-4', version: '1' },
      answer: { kind: 'no-answer', reason: 'declined' },
      label: 'I’d rather not say',
      recordedAt: RECORDED_AT,
      recordedBy: MAIRI,
    },
  ],
};

/** Written under the wrong person's name, and marked so; nothing is taken away. */
export const inError: Entry = {
  ...wordsAlone,
  enteredInError: { reason: 'This was said by Jean’s neighbour, not by Jean.', at: RECORDED_AT, by: MAIRI },
};

/** A draft in the middle of the afternoon. */
export const draft: OutcomeRecord = {
  schemaVersion: '1.0',
  id: '0195591c-6c00-7000-8000-000000000001',
  kind: 'plan',
  status: 'draft',
  subject: { id: 'p-204', name: 'Jean' },
  conversationAt: '2026-03-03T14:05',
  recordedAt: RECORDED_AT,
  recordedBy: MAIRI,
  conversation: {
    participants: [
      { id: 'jean', role: 'person', name: 'Jean' },
      { id: 'fiona', role: 'unpaid-carer', name: 'Fiona', relationship: 'daughter' },
      { id: 'mairi', role: 'practitioner', name: 'Mairi' },
    ],
    mode: 'face-to-face',
    place: 'At Jean’s kitchen table',
    language: 'en-GB',
    support: ['more-time', 'hearing-loop'],
  },
  framework: {
    id: 'talking-points-community',
    version: '1',
    name: 'Talking Points: people using services',
  },
  scales: [frequency4],
  entries: [filled, wordsAlone, declined],
};

export const completed: OutcomeRecord = { ...draft, status: 'completed', completedAt: RECORDED_AT };

export const amended: OutcomeRecord = {
  ...draft,
  id: '0195591c-6c00-7000-8000-000000000002',
  amends: {
    recordId: draft.id,
    reason: 'Jean’s friend is Eck, not Alec.',
    at: '2026-03-04T09:15:00+00:00',
    by: MAIRI,
  },
};

export const recordInError: OutcomeRecord = {
  ...completed,
  status: 'entered-in-error',
  enteredInError: { reason: 'Recorded in the wrong person’s file.', at: '2026-03-04T09:15:00+00:00', by: MAIRI },
};
