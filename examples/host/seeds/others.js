// @ts-check
import { aisha, peggy, tam } from './people.js';
import { completedRecord, FRAMEWORKS, WORKERS } from './record.js';

/** An unpaid carer, about his own life. */
export const tamInMay = completedRecord(
  {
    person: tam,
    kind: 'assessment',
    framework: FRAMEWORKS.carers,
    conversationAt: '2026-05-14T10:30',
    recordedAt: '2026-05-14T12:05:00+01:00',
    recordedBy: WORKERS.mairi,
    conversation: {
      participants: [
        { id: 'tam', role: 'unpaid-carer', name: 'Tam' },
        { id: 'mairi', role: 'practitioner', name: 'Mairi Campbell' },
      ],
      mode: 'phone',
      language: 'en-GB',
    },
  },
  ({ entry, said, rating, noAnswer, newId }) => [
    entry('life-of-own', 'A life of their own', ['carer-quality-of-life', 'Quality of life for the carer'], {
      mostImportant: true,
      narrative: [
        said('person', 'I’ve not been up a hill since Rena was diagnosed. I canna leave her more than an hour.'),
      ],
      personalOutcome: {
        text: 'One whole day on the hill every month, and not worrying on the way up.',
        intent: 'achieve',
        wordedBy: 'person',
      },
      ratings: [rating('person', 'none')],
      strengths: [said('person', 'My brother would sit with her if she’d let him.')],
      actions: [
        {
          id: newId(),
          what: 'Ask my brother to come for his tea twice first',
          who: 'Tam',
          whoKind: 'person',
          by: '2026-05-31',
          status: 'planned',
        },
      ],
    }),
    entry('informed-skilled-equipped', 'Feeling informed/ skilled/equipped', ['managing-caring', 'Managing caring'], {
      narrative: [said('person', 'Nobody ever showed me how to get her up without hurting my back.')],
      actions: [
        {
          id: newId(),
          what: 'An occupational therapist comes to show Tam',
          who: 'Mairi arranges',
          whoKind: 'service',
          by: '2026-05-28',
          status: 'planned',
        },
      ],
    }),
    entry('satisfaction-in-caring', 'Satisfaction in caring', ['managing-caring', 'Managing caring'], {
      narrative: [said('person', 'We still laugh. She still beats me at the dominoes.')],
      ratings: [rating('person', 'most')],
    }),
    entry(
      'freedom-from-hardship',
      'Freedom from financial hardship',
      ['carer-quality-of-life', 'Quality of life for the carer'],
      {
        ratings: [noAnswer('person', 'declined')],
      },
    ),
  ],
);

/** Something that no framework lists, said in the person's own words. */
export const aishaInJune = completedRecord(
  {
    person: aisha,
    kind: 'plan',
    framework: FRAMEWORKS.community,
    conversationAt: '2026-06-22T11:00',
    recordedAt: '2026-06-22T11:50:00+01:00',
    recordedBy: WORKERS.mairi,
    conversation: {
      participants: [
        { id: 'aisha', role: 'person', name: 'Aisha' },
        { id: 'nasreen', role: 'family-or-friend', name: 'Nasreen', relationship: 'mother' },
        { id: 'mairi', role: 'practitioner', name: 'Mairi Campbell' },
      ],
      mode: 'video',
      language: 'en-GB',
      support: ['more-time'],
      supportNote: 'We stopped twice for a cup of tea.',
    },
  },
  ({ entry, said, rating, noAnswer, newId }) => [
    {
      id: newId(),
      label: 'Reading to Sami at bedtime',
      outcomes: [],
      mostImportant: true,
      narrative: [
        said(
          'person',
          'I lose my place and he finishes the page for me. He is kind about it. I want to be the one who reads.',
        ),
      ],
      personalOutcome: { text: 'To read Sami one whole story, start to end.', intent: 'achieve', wordedBy: 'person' },
    },
    entry('improved-confidence', 'Improved confidence/morale', ['change', 'Change'], {
      narrative: [said('person', 'At home I am myself. In a shop I go quiet, because people wait for me to finish.')],
      ratings: [
        rating('person', 'some'),
        rating('practitioner', 'most', { participantId: 'mairi', reason: 'Aisha led this whole call.' }),
      ],
    }),
    entry('improved-mobility', 'Improved mobility', ['change', 'Change'], {
      narrative: [said('person', 'Ask me after the new splint.')],
      ratings: [noAnswer('person', 'later')],
    }),
  ],
);

/** Somebody who can say little now: how her wishes were found out is part of the record, and nobody's guess reads as her own words. */
export const peggyInOctober = completedRecord(
  {
    person: peggy,
    kind: 'assessment',
    framework: FRAMEWORKS.careHome,
    conversationAt: '2026-10-08',
    recordedAt: '2026-10-09T09:40:00+01:00',
    recordedBy: WORKERS.duncan,
    conversation: {
      participants: [
        { id: 'peggy', role: 'person', name: 'Peggy' },
        { id: 'isla', role: 'welfare-attorney', name: 'Isla Sinclair', relationship: 'niece' },
        { id: 'duncan', role: 'practitioner', name: 'Duncan Baird' },
      ],
      mode: 'observed',
      place: 'The garden room at Rowanbank House',
      language: 'en-GB',
      support: ['more-time'],
      viewsFoundBy:
        'We sat with Peggy on two afternoons and watched her face and hands. Isla told us what she has always liked.',
    },
  },
  ({ entry, said, rating }) => [
    entry('ch-things-to-do', 'I have things to do', ['quality-of-life', 'Quality of life'], {
      narrative: [
        said('person', 'Warm. Good earth.'),
        said('proxy-for-person', 'She’d want her hands in the soil. She never sat down till it was dark.', 'isla'),
        said(
          'practitioner',
          'She smiled and hummed at the potting table, and turned away from the television.',
          'duncan',
        ),
      ],
      personalOutcome: {
        text: 'To be in the garden on any dry day.',
        intent: 'maintain',
        wordedBy: 'proxy-for-person',
      },
      ratings: [
        rating('proxy-for-person', 'some', {
          participantId: 'isla',
          mode: 'observed',
          viewFoundBy: 'Isla has known her all her life.',
        }),
        rating('practitioner', 'most', { participantId: 'duncan', mode: 'observed' }),
      ],
    }),
    entry('ch-belong', 'I belong to a community', ['quality-of-life', 'Quality of life'], {
      narrative: [
        said('proxy-own', 'The hymns on a Sunday. She knows every word, and so do I when I sit beside her.', 'isla'),
      ],
      personalOutcome: { intent: 'comfort', wordedBy: 'proxy-own' },
    }),
  ],
);
