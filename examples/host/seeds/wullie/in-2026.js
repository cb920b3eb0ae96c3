// @ts-check
import { first, second } from './in-2024.js';
import { fourthCorrected, third } from './in-2025.js';
import {
  CHANGE,
  DOING,
  HOME,
  MOVING,
  PROCESS,
  QUALITY_OF_LIFE,
  RELYING,
  SAFE,
  SEEING,
  from,
  step,
  talk,
} from './talk.js';

export const fifth = talk(
  { on: '2026-05-20T10:00', at: '2026-05-20T11:45:00+01:00', before: [first, second, third, fourthCorrected] },
  ({ entry, said, rating, changed, newId }) => [
    entry('seeing-people', SEEING, QUALITY_OF_LIFE, {
      mostImportant: true,
      narrative: [
        said('person', 'They come here now, the first Thursday. Nan bakes. Davie washes the cups, badly.'),
        said('carer', 'A lass comes on a Wednesday and I go to my sister’s.', 'nan'),
      ],
      personalOutcome: { text: 'To have my coffee with the lads.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'most'), rating('carer', 'half', { participantId: 'nan' })],
      change: [changed('person', 'same'), changed('carer', 'better', { participantId: 'nan' })],
      contributors: [
        { id: newId(), kind: 'friend', who: 'Davie, Wee Eck and the lads', how: 'Come to the house', stage: 'actual' },
        { id: newId(), kind: 'service', who: 'The Wednesday sitter', how: 'So that Nan gets out', stage: 'actual' },
      ],
      actions: [step('sitter', 'done')],
      decision: { value: 'keep-going', agreedBy: ['person', 'carer', 'practitioner'] },
      ...from(fourthCorrected, SEEING),
    }),
    entry('living-where-you-want', HOME, QUALITY_OF_LIFE, {
      narrative: [said('person', 'Fifty years in August. I’ll see it in from my own chair.')],
      personalOutcome: { text: 'To bide in my own house.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'every'), rating('carer', 'every', { participantId: 'nan' })],
      change: [changed('person', 'same')],
      decision: { value: 'continue', agreedBy: ['person', 'carer'] },
      ...from(fourthCorrected, HOME),
    }),
    entry('improved-mobility', MOVING, CHANGE, {
      narrative: [said('person', 'No the stair, not now. To the gate and back. I wave at the bus.')],
      personalOutcome: { text: 'To get to the gate on my own feet.', intent: 'slow-decline', wordedBy: 'person' },
      ratings: [rating('person', 'few'), rating('practitioner', 'half', { participantId: 'worker' })],
      change: [changed('person', 'worse')],
      actions: [step('carpet', 'planned')],
      decision: {
        value: 'keep-going',
        reason: 'It goes down slower than we feared.',
        agreedBy: ['person', 'practitioner'],
      },
      ...from(fourthCorrected, MOVING),
    }),
    entry('feeling-safe', SAFE, QUALITY_OF_LIFE, {
      narrative: [said('person', 'I wear the thing. I’ve pressed it the once, and a lad came in ten minutes.')],
      personalOutcome: { text: 'To know that somebody would come.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'most'), rating('carer', 'half', { participantId: 'nan' })],
      change: [changed('person', 'better')],
      actions: [step('alarm', 'done')],
      decision: { value: 'achieved', agreedBy: ['person', 'carer'] },
      ...from(fourthCorrected, SAFE),
    }),
    entry('having-things-to-do', DOING, QUALITY_OF_LIFE, {
      narrative: [said('person', 'My hands are done with the chisel. My mouth’s not. I can tell somebody else how.')],
      personalOutcome: { text: 'To teach somebody what I know.', intent: 'achieve', wordedBy: 'person' },
      ratings: [rating('person', 'few')],
      change: [changed('person', 'worse')],
      actions: [step('apprentice', 'planned')],
      decision: { value: 'change', agreedBy: ['person'] },
      ...from(third, DOING),
    }),
    entry('reliability', RELYING, PROCESS, {
      narrative: [said('carer', 'The Wednesday lass is never late. I canna say that for the other lot.', 'nan')],
      ratings: [rating('carer', 'most', { participantId: 'nan' })],
    }),
  ],
);
