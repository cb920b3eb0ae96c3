// Compiled, never run: what a host's TypeScript knows about the events.
import '../../src/define/all.js';
import type {
  AnswerChangeDetail,
  ConcernDetail,
  ConflictSettleDetail,
  ErrorDetail,
  OutcomeRecord,
  PatchOperation,
  RecordChangeDetail,
  RecordCompleteDetail,
  RecordConflictDetail,
  TpAnswerChangeEvent,
  TpBeforeAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpErrorEvent,
  TpEventMap,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
} from '../../src/index.js';
import { TpRatingScale } from '../../src/index.js';
import { exactly, use } from './expect.js';

declare const any: HTMLElement;
declare const elements: HTMLElementTagNameMap;

// Each event is known by its name: on each element, on any element around it, and on the document.
for (const target of [
  elements['tp-actions'],
  elements['tp-contributors'],
  elements['tp-conversation'],
  elements['tp-narrative'],
  elements['tp-outcome'],
  elements['tp-prompt'],
  elements['tp-rating-scale'],
  elements['tp-record-conflict'],
  elements['tp-record-summary'],
  elements['tp-outcome-star'],
  elements['tp-outcome-timeline'],
  elements['tp-review-comparison'],
])
  target.addEventListener('tp-answer-change', (event) => {
    exactly<TpAnswerChangeEvent>()(event);
  });

any.addEventListener('tp-answer-change', (event) => exactly<AnswerChangeDetail>()(event.detail));
any.addEventListener('tp-before-answer-change', (event) => exactly<TpBeforeAnswerChangeEvent>()(event));
any.addEventListener('tp-record-change', (event) => exactly<RecordChangeDetail>()(event.detail));
any.addEventListener('tp-before-record-complete', (event) => exactly<TpBeforeRecordCompleteEvent>()(event));
any.addEventListener('tp-record-complete', (event) => exactly<RecordCompleteDetail>()(event.detail));
any.addEventListener('tp-record-conflict', (event) => exactly<RecordConflictDetail>()(event.detail));
any.addEventListener('tp-conflict-settle', (event) => exactly<ConflictSettleDetail>()(event.detail));
any.addEventListener('tp-concern', (event) => exactly<ConcernDetail>()(event.detail));
any.addEventListener('tp-error', (event) => exactly<ErrorDetail>()(event.detail));

document.addEventListener('tp-record-change', (event) => exactly<TpRecordChangeEvent>()(event));
document.addEventListener('tp-concern', (event) => exactly<TpConcernEvent>()(event));
document.addEventListener('tp-error', (event) => exactly<TpErrorEvent>()(event));
document.addEventListener('tp-record-complete', (event) => {
  exactly<TpRecordCompleteEvent>()(event);
  event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.record) }));
  // @ts-expect-error -- only a promise can be waited for
  event.waitUntil('stored');
  // @ts-expect-error -- for the element alone
  event.record = event.detail.record;
});

declare const name: keyof TpEventMap;
exactly<
  | 'tp-answer-change'
  | 'tp-before-answer-change'
  | 'tp-record-change'
  | 'tp-before-record-complete'
  | 'tp-record-complete'
  | 'tp-record-conflict'
  | 'tp-conflict-settle'
  | 'tp-concern'
  | 'tp-error'
>()(name);

// A name that is misspelt is some event: nothing is known of it.
any.addEventListener('tp-answer-changed', (event) => {
  exactly<Event>()(event);
  // @ts-expect-error -- an Event has no detail
  use(event.detail);
});

// The native events of a field stay what they are.
elements['tp-rating-scale'].addEventListener('change', (event) => exactly<Event>()(event));

// The parts of a detail.
any.addEventListener('tp-answer-change', ({ detail }) => {
  exactly<'user' | 'host' | 'restore'>()(detail.source);
  exactly<readonly string[]>()(detail.path);
  exactly<1>()(detail.v);
  if (detail.answer.kind === 'no-answer') exactly<string | undefined>()(detail.answer.note);
  // @ts-expect-error -- an answer has a value only where there is one
  use(detail.answer.value);
  // @ts-expect-error -- the detail is frozen
  detail.source = 'host';
  // @ts-expect-error -- misspelt
  use(detail.anwser);
});

any.addEventListener('tp-record-change', ({ detail }) => {
  exactly<OutcomeRecord>()(detail.record);
  exactly<readonly PatchOperation[]>()(detail.patch);
  for (const operation of detail.patch) {
    exactly<'add' | 'replace' | 'remove'>()(operation.op);
    // @ts-expect-error -- what is removed has no value
    use(operation.value);
    if (operation.op !== 'remove') exactly<unknown>()(operation.value);
  }
});

// The classes are elements, and can be told apart.
const target: EventTarget = any;
if (target instanceof TpRatingScale) exactly<boolean>()(target.readonly);
