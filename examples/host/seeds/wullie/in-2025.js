// @ts-check
/** @import { OutcomeRecord } from 'talking-points-elements/schema' */
import { WORKERS } from '../record.js';
import { first, second } from './in-2024.js';
import { CHANGE, DOING, HOME, MOVING, PLOT, QUALITY_OF_LIFE, SAFE, SEEING, from, step, talk } from './talk.js';

export const third = talk(
  { on: '2025-03-05T14:00', at: '2025-03-05T15:50:00+00:00', before: [first, second] },
  ({ entry, said, rating, changed, newId }) => [
    entry('seeing-people', SEEING, QUALITY_OF_LIFE, {
      mostImportant: true,
      narrative: [said('person', 'Davie’s back to Spain till April. It’s a long winter without a Thursday.')],
      personalOutcome: { text: 'To have my coffee with the lads.', intent: 'maintain', wordedBy: 'person' },
      ratings: [
        rating('person', 'few', { reason: 'He asked for the days: “most of the time” is not a thing he can count.' }),
        rating('carer', 'few', { participantId: 'nan' }),
      ],
      change: [changed('person', 'worse')],
      actions: [step('lift', 'planned')],
      decision: { value: 'change', agreedBy: ['person', 'carer', 'practitioner'] },
      ...from(second, SEEING),
    }),
    entry('living-where-you-want', HOME, QUALITY_OF_LIFE, {
      narrative: [said('person', 'Where else would I be?')],
      personalOutcome: { text: 'To bide in my own house.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'every'), rating('carer', 'every', { participantId: 'nan' })],
      change: [changed('person', 'same')],
      decision: { value: 'continue', agreedBy: ['person', 'carer'] },
      ...from(second, HOME),
    }),
    entry('improved-mobility', MOVING, CHANGE, {
      narrative: [said('person', 'She put tape across the floor and I step over it like a daft horse. It works.')],
      personalOutcome: {
        text: 'To get up the stair on my own feet as long as I can.',
        intent: 'slow-decline',
        wordedBy: 'person',
      },
      ratings: [rating('person', 'most'), rating('practitioner', 'half', { participantId: 'worker' })],
      change: [changed('person', 'same')],
      contributors: [
        {
          id: newId(),
          kind: 'service',
          who: 'The physiotherapist',
          how: 'Tape on the floor at each door',
          stage: 'actual',
        },
        { id: newId(), kind: 'family', who: 'Nan', how: 'Counts him up the stair', stage: 'actual' },
      ],
      actions: [step('physio', 'done')],
      decision: { value: 'keep-going', agreedBy: ['person', 'carer'] },
      ...from(second, MOVING),
    }),
    entry('having-things-to-do', DOING, QUALITY_OF_LIFE, {
      narrative: [said('person', 'Six stools. The nursery bought four, and the weans sit on them.')],
      ratings: [rating('person', 'most')],
      change: [changed('person', 'better')],
      decision: { value: 'achieved', agreedBy: ['person'] },
      ...from(second, DOING),
    }),
    {
      id: newId(),
      label: PLOT,
      outcomes: [],
      narrative: [said('person', 'I gave it to the lassie next door. She’s put in kale. That’s it by with.')],
      actions: [step('plot', 'no-longer-needed')],
      decision: { value: 'no-longer-matters', reason: 'It is in good hands.', agreedBy: ['person'] },
      ...from(second, PLOT),
    },
  ],
);

const MISTAKE = {
  reason: 'This was Nan’s answer, put down on the wrong line.',
  at: '2025-10-15T13:20:00+01:00',
  by: WORKERS.mairi,
};

/**
 * @param {string} who whom he missed, as it was written down
 * @param {string} at
 * @param {Partial<OutcomeRecord>} [more]
 */
const autumn = (who, at, more) =>
  talk(
    { on: '2025-10-15T11:00', at, before: [first, second, third], ...(more && { more }) },
    ({ entry, said, rating, changed, newId }) => [
      entry('seeing-people', SEEING, QUALITY_OF_LIFE, {
        mostImportant: true,
        narrative: [
          said('person', `Every Thursday bar one. ${who} lifts me when Davie’s away.`),
          said('carer', 'I havena had a Wednesday to myself since the summer.', 'nan'),
        ],
        personalOutcome: { text: 'To have my coffee with the lads.', intent: 'maintain', wordedBy: 'person' },
        ratings: [
          rating('person', 'most'),
          { ...rating('person', 'few'), enteredInError: MISTAKE },
          rating('carer', 'few', { participantId: 'nan', reason: 'For him it’s fine. It’s me that sees nobody.' }),
        ],
        change: [changed('person', 'better')],
        actions: [step('lift', 'done'), step('sitter', 'planned')],
        decision: { value: 'keep-going', agreedBy: ['person', 'carer', 'practitioner'] },
        ...from(third, SEEING),
      }),
      entry('living-where-you-want', HOME, QUALITY_OF_LIFE, {
        narrative: [said('person', 'My bed’s down the stair now. It’s still my own bed.')],
        personalOutcome: { text: 'To bide in my own house.', intent: 'maintain', wordedBy: 'person' },
        ratings: [rating('person', 'every'), rating('carer', 'every', { participantId: 'nan' })],
        change: [changed('person', 'same')],
        decision: { value: 'continue', agreedBy: ['person', 'carer'] },
        ...from(third, HOME),
      }),
      entry('improved-mobility', MOVING, CHANGE, {
        narrative: [said('person', 'I do the stair once a day, for the badness of it.')],
        personalOutcome: {
          text: 'To get up the stair on my own feet as long as I can.',
          intent: 'slow-decline',
          wordedBy: 'person',
        },
        ratings: [rating('person', 'half'), rating('practitioner', 'half', { participantId: 'worker' })],
        change: [changed('person', 'worse')],
        decision: { value: 'keep-going', agreedBy: ['person', 'practitioner'] },
        ...from(third, MOVING),
      }),
      entry('feeling-safe', SAFE, QUALITY_OF_LIFE, {
        narrative: [
          said('person', 'I fell in the bathroom and lay till she was back from the messages. I didna like that.'),
        ],
        personalOutcome: { text: 'To know that somebody would come.', intent: 'achieve', wordedBy: 'person' },
        ratings: [rating('person', 'few'), rating('carer', 'few', { participantId: 'nan' })],
        contributors: [{ id: newId(), kind: 'equipment', who: 'An alarm for the wrist', stage: 'planned' }],
        actions: [step('alarm', 'planned')],
        ...from(second, SAFE),
      }),
    ],
  );

export const fourth = autumn('Big Eck', '2025-10-15T13:20:00+01:00');

/** The name was wrong. What was written down first stays in the file. */
export const fourthCorrected = autumn('Wee Eck', '2025-10-17T09:05:00+01:00', {
  amends: {
    recordId: fourth.id,
    reason: 'It is Wee Eck who drives. Big Eck is his father, and gave up his licence.',
    at: '2025-10-17T09:05:00+01:00',
    by: WORKERS.mairi,
  },
});
