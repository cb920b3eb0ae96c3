import {
  TpAnswerChangeEvent,
  TpBeforeAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpConflictSettleEvent,
  TpErrorEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
  TpRecordConflictEvent,
  type TpEventMap,
} from '../../src/base/events.js';
import { TpDraftRestoreEvent, TpDraftSaveEvent, type TpDraftEventMap } from '../../src/drafts/events.js';
import { mergeRecords } from '../../src/model/merge.js';
import type { AnswerChangeDetail } from '../../src/schema/events.js';
import type { schemas } from '../../src/schema/index.js';
import { base, mine, theirs } from './conflict.js';
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

/** Two versions, settled: theirs wherever the two say different things. */
const toChoose = mergeRecords({ base, theirs, mine }).conflicts;
const choices = Object.fromEntries(toChoose.map(({ key }) => [key, 'theirs' as const]));
const settled = mergeRecords({ base, theirs, mine, choices });

type Events = TpEventMap & TpDraftEventMap;

interface Sample<Event> {
  readonly event: Event;
  /** The JSON Schema of its detail. */
  readonly schema: keyof typeof schemas;
  readonly count: string;
  /** What fires it, where the manifest names no element. */
  readonly from?: string;
}

/**
 * One real event of each kind, with a detail as a page gets it. The type refuses an event without a sample, and a sample under another name; a story
 * checks each against its published schema.
 */
const sampleOf: { readonly [Name in keyof Events]: Sample<Events[Name]> } = {
  'tp-before-answer-change': {
    event: new TpBeforeAnswerChangeEvent(choice),
    schema: 'answer-change-detail',
    count: 'At each choice, and at each key while somebody types',
  },
  'tp-answer-change': {
    event: new TpAnswerChangeEvent(choice),
    schema: 'answer-change-detail',
    count: 'One for a choice; one for typed words, after a pause of 400 ms or on leaving the field',
  },
  'tp-record-change': {
    event: new TpRecordChangeEvent({
      v: 1,
      source: 'user',
      record: { ...draft, entries: [{ ...begun, ratings: rating ? [rating] : [] }] },
      patch: [{ op: 'add', path: '/entries/0/ratings', value: [rating] }],
    }),
    schema: 'record-change-detail',
    count: 'One for each change of the record',
  },
  'tp-before-record-complete': {
    event: new TpBeforeRecordCompleteEvent({ v: 1, source: 'user', record: completed }),
    schema: 'record-complete-detail',
    count: 'One for each try',
  },
  'tp-record-complete': {
    event: new TpRecordCompleteEvent({ v: 1, source: 'user', record: completed }),
    schema: 'record-complete-detail',
    count: 'One for each try that nobody vetoed; a second try of an unchanged record sends the very same one',
  },
  'tp-record-conflict': {
    event: new TpRecordConflictEvent({ v: 1, source: 'host', mine, theirs }),
    schema: 'record-conflict-detail',
    count: 'One for each promise that your page rejects with a conflict',
  },
  'tp-conflict-settle': {
    event: new TpConflictSettleEvent({ v: 1, source: 'user', record: settled.merged, dropped: settled.dropped }),
    schema: 'conflict-settle-detail',
    count: 'One for each press of the button with everything chosen',
  },
  'tp-draft-save': {
    event: new TpDraftSaveEvent(draft),
    schema: 'draft-detail',
    count: 'One each time the page is hidden or left with words that are not stored',
    from: 'tp-conversation with `drafts`',
  },
  'tp-draft-restore': {
    event: new TpDraftRestoreEvent(draft),
    schema: 'draft-detail',
    count: 'One for each draft that somebody goes on with',
    from: 'tp-conversation with `drafts`',
  },
  'tp-concern': {
    event: new TpConcernEvent({
      v: 1,
      source: 'user',
      recordId: draft.id,
      subjectId: 'p-204',
      entryId: first?.id,
      outcome: 'seeing-people',
      label: 'Seeing people',
    }),
    schema: 'concern-detail',
    count: 'One for each press of the button',
  },
  'tp-error': {
    event: new TpErrorEvent({
      v: 1,
      code: 'framework-unknown',
      severity: 'error',
      message: 'There is no framework “mine”.',
      where: '<tp-conversation> framework',
      hint: 'Register it with registerFramework(), pass the framework itself, or use the id of one that is shipped.',
    }),
    schema: 'error-detail',
    count: 'One for each problem, however often the element is drawn with it',
  },
};

export const samples: readonly Sample<Events[keyof Events]>[] = Object.values(sampleOf);
