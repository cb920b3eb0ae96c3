// Compiled, never run: what a host's TypeScript knows about the elements.
import '../../src/define/all.js';
import type {
  Action,
  Contributor,
  Entry,
  OutcomeRecord,
  TpActions,
  TpContributors,
  TpConversation,
  TpNarrative,
  TpOutcome,
  TpOutcomeStar,
  TpOutcomeTimeline,
  TpPrompt,
  TpRatingScale,
  TpRecordConflict,
  TpRecordSummary,
  TpReviewComparison,
} from '../../src/index.js';
import { exactly, use } from './expect.js';

const conversation = document.querySelector('tp-conversation');
exactly<TpConversation | null>()(conversation);
exactly<NodeListOf<TpRatingScale>>()(document.querySelectorAll('tp-rating-scale'));

const made = {
  actions: document.createElement('tp-actions'),
  contributors: document.createElement('tp-contributors'),
  conversation: document.createElement('tp-conversation'),
  narrative: document.createElement('tp-narrative'),
  outcome: document.createElement('tp-outcome'),
  prompt: document.createElement('tp-prompt'),
  rating: document.createElement('tp-rating-scale'),
  conflict: document.createElement('tp-record-conflict'),
  summary: document.createElement('tp-record-summary'),
  star: document.createElement('tp-outcome-star'),
  timeline: document.createElement('tp-outcome-timeline'),
  comparison: document.createElement('tp-review-comparison'),
};
exactly<TpActions>()(made.actions);
exactly<TpContributors>()(made.contributors);
exactly<TpConversation>()(made.conversation);
exactly<TpNarrative>()(made.narrative);
exactly<TpOutcome>()(made.outcome);
exactly<TpPrompt>()(made.prompt);
exactly<TpRatingScale>()(made.rating);
exactly<TpRecordConflict>()(made.conflict);
exactly<TpRecordSummary>()(made.summary);
exactly<TpOutcomeStar>()(made.star);
exactly<TpOutcomeTimeline>()(made.timeline);
exactly<TpReviewComparison>()(made.comparison);

// What an element hands out is what was recorded, and cannot be changed under it.
exactly<OutcomeRecord | undefined>()(made.conversation.record);
exactly<Entry>()(made.outcome.entry);
exactly<string | number | null>()(made.rating.value);
exactly<string | null>()(made.narrative.value);
exactly<readonly Action[] | null>()(made.actions.value);
exactly<readonly Contributor[] | null>()(made.contributors.value);
void exactly<Promise<OutcomeRecord | undefined>>()(made.conversation.complete());

made.rating.scale = 'frequency-4@1';
made.rating.presentation = 'faces';
made.rating.answer = { kind: 'no-answer', reason: 'declined' };
made.rating.answer = { kind: 'answered', value: 0 };
made.rating.value = null;
made.conversation.kind = 'review';
made.conversation.perspectives = ['person', 'carer'];
made.conversation.perspectives = 'person carer';
made.conversation.framework = 'shanarri';
made.conversation.subject = { id: 'jean', name: 'Jean' };
made.conversation.record = '{"schemaVersion":"1.0"}';
made.conversation.clock = () => new Date(0);
made.narrative.saidBy = 'carer';
made.conflict.theirs = made.conversation.record;
made.conflict.mine = '{"schemaVersion":"1.0"}';
exactly<OutcomeRecord | undefined>()(made.conflict.settle());
made.summary.layout = 'easy';
made.summary.agreed = ['person', 'family'];

made.comparison.previous = made.conversation.record;
made.comparison.current = '{"schemaVersion":"1.0"}';
made.comparison.view = 'table';
made.star.records = [];
made.star.perspective = 'carer';
made.star.framework = 'shanarri';
exactly<string>()(made.star.toSvg());
void exactly<Promise<Blob>>()(made.timeline.toPng(2));
made.timeline.outcome = 'seeing-people';
made.timeline.noExport = true;

// @ts-expect-error -- one outcome, not several
made.timeline.outcome = ['seeing-people'];
// @ts-expect-error -- not a view
made.comparison.view = 'pie';
// @ts-expect-error -- not a presentation
made.rating.presentation = 'stars';
// @ts-expect-error -- not a reason
made.rating.answer = { kind: 'no-answer', reason: 'forgot' };
// @ts-expect-error -- an answer that is there has a value
made.rating.answer = { kind: 'answered' };
// @ts-expect-error -- a point is a number or a code
made.rating.value = true;
// @ts-expect-error -- misspelt
made.rating.presentaton = 'line';
// @ts-expect-error -- not a kind of record
made.conversation.kind = 'assesment';
// @ts-expect-error -- not a perspective
made.conversation.perspectives = ['daughter'];
// @ts-expect-error -- a way that is not there
made.conversation.presentation = 'two-at-a-time';
// @ts-expect-error -- misspelt
made.conversation.subject = { id: 'jean', nmae: 'Jean' };
// @ts-expect-error -- a date is asked for, not a text
made.conversation.clock = () => '2026-03-03';
// @ts-expect-error -- not a perspective
made.narrative.saidBy = 'neighbour';
// @ts-expect-error -- not somebody a record is shared with
made.summary.audience = 'everybody';
// @ts-expect-error -- words are text
made.narrative.value = 3;
// @ts-expect-error -- a step says what is to be done
made.actions.value = [{ id: 'a', waht: 'Ring the bus company' }];
// @ts-expect-error -- the value is frozen
use(made.actions.value satisfies Action[] | null);
