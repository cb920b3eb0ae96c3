import { change5 } from '../../src/scales/change-5.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import { importance1To10 } from '../../src/scales/importance-1-10.js';
import type { Entry, OutcomeRecord, Rating, Statement } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { actions, completed, filled, MAIRI, wordsAlone } from './people.js';

/** Jean again, half a year later: what became of it. Ids and times are fixed. */
const REVIEWED_AT = '2026-09-01T15:20:00+01:00';

const said = (id: string, saidBy: Statement['saidBy'], text: string): Statement => ({
  id,
  text,
  ...(saidBy && { saidBy }),
  recordedAt: REVIEWED_AT,
  recordedBy: MAIRI,
});

const rated = (
  id: string,
  perspective: Rating['perspective'],
  value: string | number,
  scale: RatingScale,
  more: Partial<Rating> = {},
): Rating => {
  const label = scale.points.find((point) => point.value === value)?.label;
  return {
    id,
    perspective,
    scale: { id: scale.id, version: scale.version },
    answer: { kind: 'answered', value },
    ...(label !== undefined && { label }),
    recordedAt: REVIEWED_AT,
    recordedBy: MAIRI,
    ...more,
  };
};

const thenOf = (entry: Entry): Pick<Entry, 'label' | 'outcomes' | 'previous'> => ({
  label: entry.label,
  outcomes: entry.outcomes,
  previous: { recordId: completed.id, entryId: entry.id },
});

const people: Entry = {
  ...thenOf(filled),
  id: 'e2-people',
  mostImportant: true,
  narrative: [
    said('n2-1', 'person', 'Tuesdays are back. Eck picks me up, and I keep the score. They laugh at my adding up.'),
    said('n2-2', 'carer', 'She rings me on Tuesday night to tell me who won.'),
  ],
  personalOutcome: { text: 'To keep my Tuesdays.', intent: 'maintain', wordedBy: 'person' },
  ratings: [
    rated('r2-1', 'person', 'most', frequency4, { reason: 'All but the Tuesdays when it rains.' }),
    rated('r2-2', 'carer', 'none', frequency4),
    rated('r2-3', 'practitioner', 'most', frequency4),
  ],
  change: [rated('s2-1', 'person', 'better', change5)],
  importance: [rated('i2-1', 'person', 9, importance1To10)],
  contributors: [
    { id: 'c2-1', kind: 'service', who: 'The community bus', how: 'when Eck is away', stage: 'actual' },
    { id: 'c2-2', kind: 'friend', who: 'Eck', how: 'drives her every week', stage: 'actual' },
    { id: 'c2-3', kind: 'person', how: 'phoned Eck herself', stage: 'actual' },
  ],
  actions: [
    ...actions.map((action, index) => ({ ...action, status: index === 0 ? ('done' as const) : ('not-yet' as const) })),
    { id: 'a2-1', what: 'Find somebody for the Tuesdays when Eck is away', who: 'Mairi', by: '2026-09-15' },
  ],
  disagreement: {
    between: ['person', 'carer'],
    text: 'Fiona still thinks that one day in the week is not enough. Jean says one good day is.',
  },
  decision: { value: 'keep-going', reason: 'Jean wants to see how the winter goes.' },
};

/** To stay as it is, and it did. */
const home: Entry = {
  ...thenOf(wordsAlone),
  id: 'e2-home',
  narrative: [said('n2-3', 'person', 'Still up the stair. Still my own front door.')],
  ratings: [rated('r2-4', 'person', 'all', frequency4)],
  decision: { value: 'continue' },
};

const cat: Entry = {
  id: 'e2-cat',
  label: 'Having a cat again',
  outcomes: [],
  narrative: [said('n2-4', 'person', 'I’d like something to come home to.')],
  ratings: [rated('r2-5', 'person', 'none', frequency4)],
};

/** The first conversation, in March, with what March's record did not hold yet. */
export const inMarch: OutcomeRecord = {
  ...completed,
  scales: [frequency4, importance1To10],
  entries: completed.entries.map((entry) => {
    if (entry.id === filled.id)
      return {
        ...entry,
        importance: [rated('i-1', 'person', 8, importance1To10, { recordedAt: completed.recordedAt })],
      };
    return entry.id === wordsAlone.id
      ? { ...entry, ratings: [rated('r-4', 'person', 'all', frequency4, { recordedAt: completed.recordedAt })] }
      : entry;
  }),
};

/** The review, in September: two outcomes again, one for the first time, and one that was not talked about. */
export const inSeptember: OutcomeRecord = {
  ...completed,
  id: '0199059e-9a00-7000-8000-000000000003',
  kind: 'review',
  conversationAt: '2026-09-01T14:30',
  recordedAt: REVIEWED_AT,
  completedAt: REVIEWED_AT,
  scales: [frequency4, importance1To10, change5],
  previous: { recordIds: [completed.id], shown: 'after-answer' },
  entries: [people, home, cat],
};
