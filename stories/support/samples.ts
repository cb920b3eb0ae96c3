import {
  TpAnswerChangeEvent,
  TpBeforeAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpErrorEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
  type TpEventMap,
} from '../../src/base/events.js';
import type { AnswerChangeDetail } from '../../src/schema/events.js';
import type { schemas } from '../../src/schema/index.js';
import { begun, completed, draft, filled } from './people.js';

const rating = filled.ratings?.[0];

const choice: AnswerChangeDetail = {
  v: 1,
  source: 'user',
  path: ['seeing-people', 'ratings', 'person'],
  answer: { kind: 'answered', value: 'some' },
  previous: { kind: 'unanswered' },
  outcome: 'seeing-people',
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  patch: [{ op: 'add', path: '/ratings', value: [rating] }],
};

const [first] = draft.entries;

interface Sample {
  readonly event: TpEventMap[keyof TpEventMap];
  /** The class, by which the manifest describes it. */
  readonly className: string;
  /** The JSON Schema of its detail. */
  readonly schema: keyof typeof schemas;
  readonly count: string;
}

const sample = (
  event: TpEventMap[keyof TpEventMap],
  className: string,
  schema: keyof typeof schemas,
  count: string,
): Sample => ({
  event,
  className,
  schema,
  count,
});

/** One real event of each kind, with a detail as a page gets it. A story checks each against its published schema. */
export const samples: readonly Sample[] = [
  sample(
    new TpBeforeAnswerChangeEvent(choice),
    'TpBeforeAnswerChangeEvent',
    'answer-change-detail',
    'At each choice, and at each key while somebody types',
  ),
  sample(
    new TpAnswerChangeEvent(choice),
    'TpAnswerChangeEvent',
    'answer-change-detail',
    'One for a choice; one for typed words, after a pause of 400 ms or on leaving the field',
  ),
  sample(
    new TpRecordChangeEvent({
      v: 1,
      source: 'user',
      record: { ...draft, entries: [{ ...begun, ratings: rating ? [rating] : [] }] },
      patch: [{ op: 'add', path: '/entries/0/ratings', value: [rating] }],
    }),
    'TpRecordChangeEvent',
    'record-change-detail',
    'One for each change of the record',
  ),
  sample(
    new TpBeforeRecordCompleteEvent({ v: 1, source: 'user', record: completed }),
    'TpBeforeRecordCompleteEvent',
    'record-complete-detail',
    'One for each try',
  ),
  sample(
    new TpRecordCompleteEvent({ v: 1, source: 'user', record: completed }),
    'TpRecordCompleteEvent',
    'record-complete-detail',
    'One for each try that nobody vetoed; a second try of an unchanged record sends the very same one',
  ),
  sample(
    new TpConcernEvent({
      v: 1,
      source: 'user',
      recordId: draft.id,
      subjectId: 'p-204',
      entryId: first?.id,
      outcome: 'seeing-people',
      label: 'Seeing people',
    }),
    'TpConcernEvent',
    'concern-detail',
    'One for each press of the button',
  ),
  sample(
    new TpErrorEvent({
      v: 1,
      code: 'framework-unknown',
      severity: 'error',
      message: 'There is no framework “mine”.',
      where: '<tp-conversation> framework',
      hint: 'Register it with registerFramework(), pass the framework itself, or use the id of one that is shipped.',
    }),
    'TpErrorEvent',
    'error-detail',
    'One for each problem, however often the element is drawn with it',
  ),
];
