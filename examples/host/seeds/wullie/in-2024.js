// @ts-check
import { WORKERS } from '../record.js';
import { CHANGE, DOING, HOME, MOVING, PLOT, QUALITY_OF_LIFE, SAFE, SEEING, from, step, talk } from './talk.js';

export const first = talk(
  { on: '2024-02-14T10:30', at: '2024-02-14T12:15:00+00:00' },
  ({ entry, said, rating, newId }) => [
    entry('seeing-people', SEEING, QUALITY_OF_LIFE, {
      mostImportant: true,
      narrative: [
        said(
          'person',
          'The lads have their coffee on a Thursday. I stopped going when the shaking started. I didna want it all down my shirt.',
        ),
        said('carer', 'He says he’s tired. He’s not tired. He’s black affronted.', 'nan'),
      ],
      personalOutcome: { text: 'To have my coffee with the lads again.', intent: 'achieve', wordedBy: 'person' },
      ratings: [
        rating('person', 'some', { reason: 'Family, aye. The lads, no.' }),
        rating('carer', 'none', { participantId: 'nan' }),
      ],
      contributors: [
        { id: newId(), kind: 'friend', who: 'Davie', how: 'Drives past the door anyway', stage: 'planned' },
      ],
      actions: [step('coffee', 'planned')],
    }),
    entry('living-where-you-want', HOME, QUALITY_OF_LIFE, {
      narrative: [said('person', 'I built this stair. I’m not leaving it.')],
      personalOutcome: { text: 'To bide in my own house.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'all'), rating('carer', 'all', { participantId: 'nan' })],
      actions: [step('rail', 'planned')],
    }),
    entry('improved-mobility', MOVING, CHANGE, {
      narrative: [said('person', 'I’m fine on the flat. It’s the doorways. My feet just stick.')],
      personalOutcome: {
        text: 'To get up the stair on my own feet as long as I can.',
        intent: 'slow-decline',
        wordedBy: 'person',
      },
      ratings: [rating('person', 'most'), rating('practitioner', 'most', { participantId: 'worker' })],
    }),
    entry('having-things-to-do', DOING, QUALITY_OF_LIFE, {
      narrative: [said('person', 'The workshop’s cold and my hands aren’t steady. I look at the tools.')],
      personalOutcome: { text: 'To make one thing that’s any use.', intent: 'achieve', wordedBy: 'person' },
      ratings: [rating('person', 'none')],
      actions: [step('bench', 'planned')],
    }),
    {
      id: newId(),
      label: PLOT,
      outcomes: [],
      narrative: [said('person', 'Leeks. Nobody in the street grows leeks like mine.')],
      personalOutcome: { text: 'To get my leeks in.', intent: 'achieve', wordedBy: 'person' },
      ratings: [rating('person', 'some')],
    },
  ],
);

export const second = talk(
  { on: '2024-08-28', at: '2024-08-28T16:40:00+01:00', before: [first], by: WORKERS.ailsa },
  ({ entry, said, rating, changed, noAnswer, newId }) => [
    entry('seeing-people', SEEING, QUALITY_OF_LIFE, {
      mostImportant: true,
      narrative: [
        said(
          'person',
          'They got me a mug wi’ two handles and never said a word about it. I’ve missed two Thursdays since Easter.',
        ),
        said('carer', 'He comes home with all the news. I get my own hour, too.', 'nan'),
      ],
      personalOutcome: { text: 'To have my coffee with the lads.', intent: 'maintain', wordedBy: 'person' },
      ratings: [
        rating('person', 'most', { previousShown: 'after-answer' }),
        rating('carer', 'some', { participantId: 'nan', previousShown: 'after-answer' }),
      ],
      change: [changed('person', 'better'), changed('carer', 'better', { participantId: 'nan' })],
      contributors: [
        {
          id: newId(),
          kind: 'person',
          who: 'Wullie',
          how: 'Went, the first time, when he would rather not have',
          stage: 'actual',
        },
        { id: newId(), kind: 'friend', who: 'Davie', how: 'Toots the horn at ten', stage: 'actual' },
        { id: newId(), kind: 'equipment', how: 'A mug with two handles', stage: 'actual' },
      ],
      actions: [step('coffee', 'done')],
      decision: { value: 'keep-going', agreedBy: ['person', 'carer', 'practitioner'] },
      ...from(first, SEEING),
    }),
    entry('living-where-you-want', HOME, QUALITY_OF_LIFE, {
      narrative: [said('person', 'Still here. The rail’s up. It’s squint, but it’s up.')],
      personalOutcome: { text: 'To bide in my own house.', intent: 'maintain', wordedBy: 'person' },
      ratings: [rating('person', 'all'), rating('carer', 'all', { participantId: 'nan' })],
      change: [changed('person', 'same')],
      actions: [step('rail', 'done')],
      decision: { value: 'continue', agreedBy: ['person', 'carer'] },
      ...from(first, HOME),
    }),
    entry('improved-mobility', MOVING, CHANGE, {
      narrative: [
        said('person', 'If Nan counts, I can walk. Left, right, like the Boys’ Brigade.'),
        said(
          'practitioner',
          'Two near falls in June that Nan has not told the family about. She asked me to leave it with her for now.',
          'worker',
        ),
      ].map((statement) => (statement.saidBy === 'practitioner' ? { ...statement, sharing: [] } : statement)),
      personalOutcome: {
        text: 'To get up the stair on my own feet as long as I can.',
        intent: 'slow-decline',
        wordedBy: 'person',
      },
      ratings: [rating('person', 'some'), rating('practitioner', 'some', { participantId: 'worker' })],
      change: [changed('person', 'worse', { reason: 'A wee bit. No much.' })],
      actions: [step('physio', 'planned')],
      decision: {
        value: 'change',
        reason: 'Somebody who knows about freezing should see him walk.',
        agreedBy: ['person', 'practitioner'],
      },
      ...from(first, MOVING),
    }),
    entry('having-things-to-do', DOING, QUALITY_OF_LIFE, {
      narrative: [said('person', 'I made a stool. It wobbles. So do I.')],
      personalOutcome: { text: 'To make one thing that’s any use.', intent: 'achieve', wordedBy: 'person' },
      ratings: [rating('person', 'some')],
      change: [changed('person', 'better')],
      actions: [step('bench', 'done')],
      decision: { value: 'keep-going', agreedBy: ['person'] },
      ...from(first, DOING),
    }),
    entry('feeling-safe', SAFE, QUALITY_OF_LIFE, {
      narrative: [said('carer', 'I lie and listen for him getting up.', 'nan')],
      ratings: [noAnswer('person', 'declined'), rating('carer', 'some', { participantId: 'nan' })],
      disagreement: {
        between: ['person', 'carer'],
        text: 'Nan would like somebody to look in at night. Wullie says a house with strangers in it is not safe, it is busy.',
      },
    }),
    {
      id: newId(),
      label: PLOT,
      outcomes: [],
      narrative: [said('person', 'I got them in, and I couldna get down to weed them.')],
      ratings: [rating('person', 'none')],
      change: [changed('person', 'worse')],
      actions: [step('plot', 'planned')],
      decision: { value: 'change', agreedBy: ['person', 'carer'] },
      ...from(first, PLOT),
    },
  ],
);
