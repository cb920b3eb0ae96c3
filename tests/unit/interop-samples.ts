import fc, { type Arbitrary } from 'fast-check';
import { findScale } from '../../src/scales/registry.js';
import type { OutcomeFramework } from '../../src/schema/framework.js';
import { outcomeRecord, type OutcomeRecord, type Rating } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { valuesOf } from './arbitraries.js';

/** Any record that the schema accepts, as it comes out of JSON. */
export const records = valuesOf(outcomeRecord).map(
  (value) => JSON.parse(JSON.stringify(value)) as OutcomeRecord,
) satisfies Arbitrary<OutcomeRecord>;

/** Any record of a framework: its entries are of that framework's outcomes, and the first rating of each is on its scale. */
export function recordsOf(framework: OutcomeFramework): Arbitrary<OutcomeRecord> {
  const scale = findScale(framework.scale ?? '');
  const { id, version, name, outcomes } = framework;
  return fc.tuple(records, fc.array(fc.nat(), { minLength: 3, maxLength: 3 })).map(([record, picks]) => ({
    ...record,
    framework: { id, version, name },
    scales: [...record.scales, ...(scale ? [scale] : [])],
    entries: record.entries.map((entry, index) => {
      const outcome = outcomes[(picks[index] ?? 0) % outcomes.length];
      return {
        ...entry,
        outcomes: outcome ? [{ framework: id, frameworkVersion: version, id: outcome.id, name: outcome.name }] : [],
        ratings: (entry.ratings ?? []).map((one, place) => {
          const value = scale?.points[(picks[1] ?? 0) % scale.points.length]?.value;
          return scale && value !== undefined && place === 0
            ? { ...one, scale: { id: scale.id, version: scale.version }, answer: { kind: 'answered' as const, value } }
            : one;
        }),
      };
    }),
  }));
}

/** A copy in which every text that has no rule is another. */
export function mapWords(record: OutcomeRecord, words: (text: string) => string): OutcomeRecord {
  const keys =
    /^(text|label|reason|name|note|who|how|what|place|relationship|attribution|licenceNotice|notice|role|wouldHelp|viewFoundBy|viewsFoundBy|supportNote|question|description|shortLabel|easyLabel|first|last|holder)$/;
  return JSON.parse(
    JSON.stringify(record, (key, value: unknown) =>
      typeof value === 'string' && keys.test(key) && !isCode(value) ? words(value) : value,
    ),
  ) as OutcomeRecord;
}
const codes =
  /^(person|unpaid-carer|family-or-friend|parent|welfare-attorney|welfare-guardian|independent-advocate|named-person|interpreter|practitioner|other|declined|not-known|not-applicable|later|not-discussed|unable)$/;
const isCode = (value: string): boolean => codes.test(value);

export const at = '2026-03-03T16:10:00+00:00';
export const frequency = findScale('frequency-4@1') as RatingScale;
export const attainment = findScale('goal-attainment@1') as RatingScale;

export const rating = (id: string, parts: Partial<Rating> = {}): Rating => ({
  id,
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value: 'most' },
  recordedAt: at,
  ...parts,
});

/** A made-up conversation with something in every place that an export reads. */
export const jean: OutcomeRecord = {
  schemaVersion: '1.0',
  id: '01993b1a-0000-7000-8000-000000000001',
  kind: 'review',
  status: 'completed',
  subject: { id: 'person-17', name: 'Jean' },
  conversationAt: '2026-03-03T14:05',
  recordedAt: at,
  recordedBy: { id: 'worker-4', name: 'Sam Reid', role: 'social worker' },
  completedAt: '2026-03-03T17:00:00+00:00',
  conversation: {
    participants: [
      { id: 'p-jean', role: 'person', name: 'Jean' },
      { id: 'p-moira', role: 'unpaid-carer', name: 'Moira', relationship: 'daughter' },
    ],
    mode: 'face-to-face',
    place: 'At home',
    support: ['more-time'],
  },
  framework: { id: 'talking-points-community', version: '1', name: 'Talking Points', attribution: 'Cook and Miller' },
  scales: [frequency, attainment],
  sharing: ['person'],
  entries: [
    {
      id: 'entry-1',
      label: 'Seeing people',
      outcomes: [
        {
          framework: 'talking-points-community',
          frameworkVersion: '1',
          id: 'seeing-people',
          name: 'Seeing people',
          category: { id: 'quality-of-life', label: 'Quality of life' },
        },
      ],
      mostImportant: true,
      narrative: [
        {
          id: 's-1',
          text: 'I miss the bowling club.\nTuesdays are long.',
          saidBy: 'person',
          participantId: 'p-jean',
          language: 'en-GB',
        },
        { id: 's-2', text: 'Only for the file.', saidBy: 'practitioner', sharing: [] },
      ],
      personalOutcome: { text: 'To be back at the bowling club', intent: 'achieve', wordedBy: 'person' },
      ratings: [
        rating('r-1', {
          label: 'Most of the time',
          reason: 'Some weeks nobody comes',
          hopedFor: { kind: 'answered', value: 'all' },
        }),
        rating('r-2', { perspective: 'carer', participantId: 'p-moira', answer: { kind: 'answered', value: 'none' } }),
        rating('r-3', {
          perspective: 'practitioner',
          answer: { kind: 'no-answer', reason: 'declined', note: 'Not today' },
        }),
      ],
      importance: [rating('r-4', { answer: { kind: 'unanswered' } })],
      contributors: [{ id: 'c-1', kind: 'person', how: 'Rings her friend', stage: 'planned' }],
      actions: [
        {
          id: 'a-1',
          what: 'Phone the club',
          who: 'Jean',
          whoKind: 'person',
          by: '2026-03-10',
          status: 'planned',
          sdsOption: 3,
        },
      ],
      disagreement: { between: ['person', 'carer'], text: 'Moira thinks it is too far' },
      decision: { value: 'continue', reason: 'It helps', agreedBy: ['person', 'carer'] },
    },
    {
      id: 'entry-2',
      label: 'My allotment',
      outcomes: [],
      ratings: [
        rating('r-5', {
          scale: { id: 'goal-attainment', version: '1' },
          answer: { kind: 'answered', value: -1 },
          levels: [{ value: -1, text: 'Dug once' }],
          label: 'Dug once',
        }),
      ],
    },
  ],
};

/** Texts that somebody could type to get into a page or a spreadsheet. */
export const hostile = fc.oneof(
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '</p></blockquote></article><script>alert(1)</script>',
    '"><svg/onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    '<!--',
    ']]>',
    '<![CDATA[',
    '&lt;b&gt; &amp; &#60;b>',
    '<a href="javascript:alert(1)">',
    '<plaintext>',
    '<template><b>',
    '=1+1',
    '\t=cmd|x',
    "'=1",
    '+44 131',
    '@SUM(A1)',
    '-2',
    '-2+3',
    '＝1',
  ),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '=',
      '/',
      '!',
      '-',
      'a',
      'b',
      ' ',
      '\n',
      '\r',
      '`',
      '+',
      '@',
      ';',
      ',',
    ),
  }),
);
