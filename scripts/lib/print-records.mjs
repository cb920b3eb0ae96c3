// Records to print, made up: a short and a long one, with something in every part, and something private beside each.

/** @typedef {import('../../src/schema/record.js').OutcomeRecord} OutcomeRecord */
/** @typedef {import('../../src/schema/record.js').Entry} Entry */
/** @typedef {import('../../src/schema/record.js').Rating} Rating */

const at = '2026-09-01T16:10:00+01:00';
/** In every private part, and nowhere else. */
export const secret = 'Geheimnis';

/** @type {import('../../src/schema/scale.js').RatingScale} */
const often = {
  id: 'often',
  version: '1',
  name: 'Often',
  kind: 'ordinal',
  direction: 'higher-better',
  points: [
    { value: 'most', ordinal: 2, label: 'Most of the time' },
    { value: 'some', ordinal: 1, label: 'Some of the time', easyLabel: 'Sometimes' },
    { value: 'none', ordinal: 0, label: 'None of the time' },
  ],
  licence: { holder: 'Strathmorn', notice: 'Often © Strathmorn (an invented holder). Used under licence 0000.' },
};
/** @type {import('../../src/schema/scale.js').RatingScale} */
const compared = {
  id: 'compared',
  version: '1',
  name: 'Compared',
  kind: 'ordinal',
  direction: 'higher-better',
  points: [
    { value: 'worse', label: 'Harder than it was' },
    { value: 'better', label: 'A bit better', easyLabel: 'Better' },
  ],
};
const scale = { id: 'often', version: '1' };

/** @param {string} id @param {Rating['perspective']} perspective @param {string} value @param {Partial<Rating>} [more] @returns {Rating} */
const rated = (id, perspective, value, more) => ({
  id,
  perspective,
  scale,
  answer: { kind: 'answered', value },
  recordedAt: at,
  ...more,
});

/** @type {Entry} */
const people = {
  id: 'e-people',
  label: 'Seeing people',
  outcomes: [
    { framework: 'talking-points-community', frameworkVersion: '1', id: 'seeing-people', name: 'Seeing people' },
  ],
  mostImportant: true,
  narrative: [
    {
      id: 's-1',
      text: 'Tuesdays are back. Eck picks me up. I keep the score and they laugh at my adding.',
      saidBy: 'person',
    },
    { id: 's-2', text: 'She comes home singing.', saidBy: 'carer', participantId: 'fiona' },
    { id: 's-3', text: `${secret}: the worker alone.`, saidBy: 'practitioner', sharing: [] },
  ],
  personalOutcome: { text: 'To keep my Tuesdays, and to have Morag to tea.', intent: 'maintain', wordedBy: 'person' },
  ratings: [
    rated('r-1', 'person', 'most', {
      reason: 'The club, and Fiona on a Saturday.',
      wouldHelp: 'A lift home in winter.',
    }),
    rated('r-2', 'carer', 'some', { participantId: 'fiona', reason: 'The evenings are long.' }),
    rated('r-3', 'practitioner', 'none', { reason: secret, sharing: [] }),
  ],
  change: [rated('r-4', 'person', 'better', { scale: { id: 'compared', version: '1' } })],
  strengths: [{ id: 's-4', text: 'I’m good company. Folk still phone me.', saidBy: 'person' }],
  barriers: [
    { id: 's-5', text: 'The two buses, with the stick.', saidBy: 'person' },
    { id: 's-6', text: `${secret} about the neighbour.`, sharing: ['agencies'] },
  ],
  contributors: [
    { id: 'c-1', kind: 'friend', who: 'Eck', how: 'Has a car and goes every week', stage: 'actual' },
    { id: 'c-2', kind: 'person', how: 'Phones Eck herself', stage: 'actual' },
    { id: 'c-3', kind: 'service', who: secret, stage: 'planned', sharing: ['family'] },
  ],
  actions: [
    {
      id: 'a-1',
      what: 'Ask about the steps at the club',
      who: 'Mairi',
      whoKind: 'service',
      by: '2026-09-15',
      status: 'doing',
    },
    { id: 'a-2', what: 'Phone Morag about tea', whoKind: 'person', by: '2026-09-08', status: 'planned' },
    { id: 'a-3', what: `${secret} to be looked into`, sharing: [] },
  ],
  disagreement: { between: ['person', 'carer'], text: 'Fiona thinks the evenings are lonely. Jean calls them quiet.' },
  decision: { value: 'keep-going', reason: 'It works.', agreedBy: ['person'] },
};

/** @type {OutcomeRecord} */
export const short = {
  schemaVersion: '1.0',
  id: 'r-short',
  kind: 'review',
  status: 'completed',
  subject: { id: 'p-204', name: 'Jean Morrison' },
  conversationAt: '2026-09-01T14:05',
  recordedAt: at,
  conversation: {
    participants: [
      { id: 'jean', role: 'person', name: 'Jean' },
      { id: 'fiona', role: 'unpaid-carer', name: 'Fiona', relationship: 'daughter' },
      { id: 'mairi', role: 'practitioner', name: 'Mairi' },
    ],
    mode: 'face-to-face',
    place: 'At the kitchen table',
    support: ['more-time'],
  },
  framework: { id: 'talking-points-community', version: '1', name: 'Talking Points: people using services' },
  scales: [often, compared],
  entries: [people],
};

const story = [
  'I was forty years in the mill and then the shop, and I have never been one to sit.',
  'On a good day I am up at six and out at the back with the tea before the birds are done.',
  'What I cannot do is the hill. It used to be nothing, and now I stop at the post box and look at the view, as if it was the view I came for.',
  'Folk wave. Some stop. It is the ones that stop that make the day.',
];
/** @param {number} count */
const telling = (count) => Array.from({ length: count }, (_, index) => story[index % story.length] ?? '').join(' ');

/** @type {readonly (readonly [id: string, name: string])[]} */
const outcomes = [
  ['feeling-safe', 'Feeling safe'],
  ['having-things-to-do', 'Having things to do'],
  ['staying-well', 'Staying as well as you can'],
  ['living-where-you-want', 'Living where you want/as you want'],
  ['listened-to', 'Listened to'],
  ['having-a-say', 'Having a say'],
  ['improved-mobility', 'Improved mobility'],
];

/** @type {OutcomeRecord} */
export const long = {
  ...short,
  id: 'r-long',
  summary: [{ id: 's-short', text: 'A good summer. The hill is the hard part.', saidBy: 'person' }],
  entries: [
    people,
    {
      id: 'e-home',
      label: 'A cat about the house',
      outcomes: [],
      narrative: [
        { id: 's-gd', text: 'Bha cat againn riamh.', saidBy: 'person', language: 'gd' },
        { id: 's-en', text: 'We always had a cat.', language: 'en', translationOf: 's-gd' },
        { id: 's-ar', text: 'أحب الحديقة في الصباح.', saidBy: 'person', language: 'ar' },
        {
          id: 's-word',
          text: `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft${'ssss'.repeat(20)}`,
          saidBy: 'person',
        },
        {
          id: 's-wrong',
          text: 'She has three cats.',
          saidBy: 'carer',
          enteredInError: { reason: 'That is the neighbour.', at },
        },
      ],
      contributors: [{ id: 'c-long', kind: 'friend', who: 'The cat’s home', how: telling(20) }],
      actions: [{ id: 'a-long', what: telling(24), who: 'Fiona' }],
    },
    ...outcomes.map(([id, name], index) => ({
      ...people,
      id: `e-${id}`,
      label: name,
      mostImportant: false,
      outcomes: [{ framework: 'talking-points-community', frameworkVersion: '1', id, name }],
      narrative: [
        { id: `s-${id}`, text: telling(index === 2 ? 60 : 3 + index), saidBy: /** @type {const} */ ('person') },
      ],
      ...(index % 2 && { contributors: [], actions: people.actions?.slice(0, 1) ?? [], strengths: [] }),
    })),
  ],
};

/** Of each letter one from the other side of the line, so that a page runs from right to left and nobody takes it for a translation. */
export const mirrored = (/** @type {string} */ text) =>
  text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : String.fromCharCode(0x5d0 + ((found.toLowerCase().charCodeAt(0) - 97) % 27)),
  );
