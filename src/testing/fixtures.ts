import type { OutcomeRecord } from '../schema/record.js';
import { aRecord, type RecordBuilder } from './records.js';

const jean = { name: 'Jean' };

/** What Jean talked about in March, with something in every part that a first conversation has. */
const march = (number: number): RecordBuilder =>
  aRecord({ ...jean, number, on: '2026-03-03' })
    .withPerson('person', 'Jean')
    .withPerson('unpaid-carer', 'Fiona')
    .withOutcome('Seeing people', {
      words: 'I want to be at the bowling on Tuesdays again.',
      wants: 'To see my friends at the bowling',
      intent: 'achieve',
      rating: 'some',
      why: 'I have no lift since Eck stopped driving.',
      views: { carer: 'none' },
      importance: 9,
      mostImportant: true,
      help: [{ kind: 'friend', who: 'Eck', how: 'rings on Sundays', stage: 'planned' }],
      steps: [
        { what: 'Ring the bowling club', whoKind: 'person', status: 'planned' },
        { what: 'Find out about the community bus', who: 'Sam Reid', by: '2026-03-31', status: 'planned' },
      ],
    })
    .withOutcome('Feeling safe', {
      words: 'I’m fine in the house, but not on the stairs.',
      wants: 'To stay in my own flat',
      intent: 'maintain',
      rating: 'most',
      importance: { noAnswer: 'declined' },
    })
    .withOwn('My garden', { words: 'The roses keep me going. 🌹', rating: { noAnswer: 'not-applicable' } })
    .with({ conversation: { mode: 'face-to-face', place: 'Jean’s kitchen', support: ['more-time'] } });

/**
 * Made-up records of each kind, made anew at each call. All are valid, and say the same in every run.
 */
export const fixtures = {
  /** A completed first conversation with something in every part. */
  full: (): OutcomeRecord => march(1).sharedWith('person', 'family').completed().build(),
  /** A draft that was left in the middle: one answer, one card with nothing on it yet, no day. */
  halfFilled: (): OutcomeRecord => {
    const { conversationAt: _, ...draft } = aRecord({ name: 'Wullie', number: 2 })
      .withOutcome('Seeing people', { words: 'The lunch club shut.' })
      .withOutcome('Having things to do')
      .build();
    return draft;
  },
  /** The review of `full`, half a year later. */
  review: (): OutcomeRecord =>
    aRecord({ ...jean, number: 3, on: '2026-09-02' })
      .withOutcome('Seeing people', {
        words: 'The bus takes me every week. Eck is there too.',
        rating: 'most',
        change: 'better',
        help: [{ kind: 'community', who: 'The community bus', stage: 'actual' }],
        decision: 'keep-going',
      })
      .withOutcome('Feeling safe', { words: 'I fell in July.', rating: 'some', change: 'worse', decision: 'change' })
      .reviewing(fixtures.full())
      .completed()
      .build(),
  /** A correction of `full`: an answer was written down wrongly. */
  amended: (): OutcomeRecord => {
    const before = fixtures.full();
    const right = march(4)
      .sharedWith('person', 'family')
      .completed()
      .amending(before, 'Fiona’s view was written down wrongly.')
      .build();
    // A correction keeps the entries' own ids.
    return {
      ...right,
      entries: before.entries.map((entry, index) => (index === 0 ? withCarer(entry, 'some') : entry)),
    };
  },
  /** A whole record that was made about the wrong person. */
  enteredInError: (): OutcomeRecord =>
    aRecord({ name: 'Agnes', number: 5 })
      .withOutcome('Living where you want/as you want', { words: 'I will not leave this house.', rating: 'all' })
      .completed()
      .enteredInError('It was written down for the wrong Agnes.')
      .build(),
  /** Words that the person wants kept with the worker, beside words for the family, in a record that agencies may see. */
  sensitive: (): OutcomeRecord =>
    aRecord({ name: 'Morag', number: 6 })
      .withOutcome('Feeling safe', {
        words: 'My son takes my pension. He must not hear of this.',
        sharing: [],
        rating: 'none',
      })
      .withOutcome('Seeing people', { words: 'I’d like Sunday lunch with all of them.', sharing: ['family'] })
      .withOutcome('Having things to do', { words: 'I still knit for the hospital.' })
      .sharedWith('person', 'agencies')
      .completed()
      .build(),
} as const;

type Entry = OutcomeRecord['entries'][number];

const withCarer = (entry: Entry, value: string): Entry => ({
  ...entry,
  ratings: entry.ratings?.map((rating) =>
    rating.perspective === 'carer'
      ? { ...rating, answer: { kind: 'answered' as const, value }, label: 'Some of the time' }
      : rating,
  ),
});
