import fc, { type Arbitrary } from 'fast-check';
import { PERSPECTIVES } from '../../src/schema/codes.js';
import { outcomeRecord, type Entry, type OutcomeRecord, type Rating } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';
import { findScale } from '../../src/scales/registry.js';
import { valuesOf } from './arbitraries.js';

/** Plain JSON: without members that are undefined, and without −0. */
const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

/** Records as the schema allows them: of anybody, about anything. Two of them hardly ever have something in common. */
export const anyRecord = (valuesOf(outcomeRecord) as Arbitrary<OutcomeRecord>).map((record) =>
  plain<OutcomeRecord>(record),
);

const shipped = ['frequency-4@1', 'met-3@1', 'numeric-0-10@1', 'goal-attainment@1'].map((ref) => {
  const scale = findScale(ref);
  if (!scale) throw new Error(`${ref} is not shipped`);
  return scale;
});
const [frequency] = shipped as [RatingScale];
/** Scales that share an id, that say they are comparable, that only half say where their points lie, that have no direction. */
const scales: readonly RatingScale[] = [
  ...shipped,
  { ...frequency, version: '2', comparableWith: ['frequency-4@1'] },
  { ...frequency, version: '3' },
  { ...frequency, id: 'often', comparableWith: ['frequency-4@2', 'frequency-4@1'], direction: 'neither' },
  {
    ...frequency,
    id: 'half',
    points: frequency.points.map(({ ordinal: _ordinal, ...point }, index) =>
      index ? point : { ...point, ordinal: 7 },
    ),
  },
  {
    ...frequency,
    id: 'tenths',
    direction: 'lower-better',
    points: frequency.points.map((point, index) => ({ ...point, ordinal: index / 10 })),
    reliableChange: { atLeast: 0.15, source: '' },
  },
];

const ids = (prefix: string, count: number): Arbitrary<string> =>
  fc.nat({ max: count - 1 }).map((n) => `${prefix}${String(n)}`);
const maybe = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 });
const day = fc
  .tuple(
    fc.constantFrom('2024', '2025', '2026', '0050'),
    fc.constantFrom('01', '02', '12'),
    fc.constantFrom('01', '28', '30'),
  )
  .map((parts) => parts.join('-'));
const instant = fc
  .tuple(day, fc.constantFrom('T10:00:00Z', 'T23:30:00.5-02:00', 'T00:10:00+01:00'))
  .map((parts) => parts.join(''));
const rarely = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, arbitrary);
const mistake = rarely(fc.constant({ reason: 'A slip', at: '2026-03-04T09:15:00Z' }));

const rating = fc
  .record({
    id: ids('r', 6),
    perspective: fc.constantFrom(...PERSPECTIVES.slice(0, 2), 'person'),
    participantId: maybe(ids('p', 3)),
    scale: fc.oneof({ weight: 2, arbitrary: fc.constant(frequency) }, fc.constantFrom(...scales)),
    answer: fc.oneof(
      { weight: 9, arbitrary: fc.nat({ max: 10 }).map((value) => ({ kind: 'answered', value })) },
      fc.constantFrom(
        { kind: 'unanswered' },
        { kind: 'no-answer', reason: 'declined' },
        { kind: 'answered', value: 'elsewhere' },
      ),
    ),
    levels: rarely(fc.constantFrom([{ value: 0, text: 'Once a week' }], [{ value: 0, text: 'Every day' }])),
    reason: rarely(fc.constant('Because')),
    recordedAt: instant,
    enteredInError: mistake,
  })
  .map(({ scale, answer, ...rest }) => {
    const at =
      'value' in answer && typeof answer.value === 'number'
        ? scale.points[answer.value % scale.points.length]
        : undefined;
    return plain<Rating>({
      ...rest,
      scale: { id: scale.id, version: scale.version },
      answer: at ? { kind: 'answered', value: at.value } : answer,
      ...(at && { label: at.label }),
    });
  });

const reference = fc.record({
  framework: fc.constantFrom('f0', 'f0', 'f0', 'f1'),
  frameworkVersion: fc.constantFrom('1', '2'),
  id: ids('o', 3),
  name: fc.constantFrom('Seeing people', 'Feeling safe'),
});

const entry = fc
  .record({
    id: ids('e', 5),
    label: fc.constantFrom('Seeing people', 'A cat', 'a cat!', '?'),
    outcomes: fc.array(reference, { maxLength: 2 }),
    narrative: maybe(
      fc.array(fc.record({ id: ids('s', 3), text: fc.constantFrom('', 'Tea with Eck') }), { maxLength: 2 }),
    ),
    personalOutcome: maybe(
      fc.record({
        text: fc.constantFrom('', 'A dog', 'A cat'),
        intent: fc.constantFrom('achieve', 'maintain', 'slow-decline', 'comfort'),
      }),
    ),
    ratings: maybe(fc.array(rating, { maxLength: 4 })),
    importance: maybe(fc.array(rating, { maxLength: 2 })),
    change: maybe(fc.array(rating, { maxLength: 2 })),
    contributors: maybe(
      fc.array(
        fc.record({
          id: ids('c', 3),
          kind: fc.constantFrom('service', 'person', 'friend'),
          stage: fc.constantFrom('planned', 'actual'),
        }),
        { maxLength: 3 },
      ),
    ),
    actions: maybe(
      fc.array(
        fc.record(
          { id: ids('a', 4), what: fc.constantFrom('', 'Phone Eck'), status: fc.constantFrom('done', 'doing') },
          { requiredKeys: ['id', 'what'], noNullPrototype: true },
        ),
        { maxLength: 3 },
      ),
    ),
    decision: maybe(fc.record({ value: fc.constantFrom('continue', 'no-longer-matters', 'achieved') })),
    previous: maybe(fc.record({ recordId: ids('record-', 9), entryId: ids('e', 5) })),
    enteredInError: mistake,
  })
  .map((parts) => plain<Entry>(parts));

/** Records of one or two people under a few ids, outcomes and scales, so that they meet, repeat, amend and contradict each other. */
export const kinRecord: Arbitrary<OutcomeRecord> = fc
  .record({
    schemaVersion: fc.constant('1.0'),
    id: ids('record-', 9),
    kind: fc.constantFrom('plan', 'review'),
    status: fc.constantFrom('draft', ...Array.from({ length: 9 }, () => 'completed'), 'entered-in-error'),
    subject: fc.oneof(
      { weight: 8, arbitrary: fc.constant({ id: 'jean', name: 'Jean' }) },
      fc.constantFrom({}, { id: 'eck' }),
    ),
    conversationAt: maybe(fc.tuple(day, fc.constantFrom('', 'T09:30')).map((parts) => parts.join(''))),
    recordedAt: instant,
    conversation: fc.record({
      participants: fc.constantFrom(
        [],
        [
          { id: 'p0', role: 'unpaid-carer', name: 'Fiona' },
          { id: 'p1', role: 'practitioner', name: 'Mairi' },
        ],
        [{ id: 'p0', role: 'unpaid-carer', name: 'Alec' }],
      ),
    }),
    framework: fc.record({ id: ids('f', 2), version: fc.constantFrom('1', '2'), name: fc.constant('A framework') }),
    scales: fc.subarray([...scales], { minLength: 5 }),
    entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
    previous: maybe(
      fc.record({
        recordIds: fc.array(ids('record-', 9), { maxLength: 2 }),
        shown: fc.constantFrom('before', 'never'),
      }),
    ),
    amends: rarely(fc.record({ recordId: ids('record-', 9), reason: fc.constant('A slip'), at: instant })),
  })
  .map((parts) => plain<OutcomeRecord>(parts));

/** Both kinds. */
export const someRecord = fc.oneof({ weight: 3, arbitrary: kinRecord }, anyRecord);
