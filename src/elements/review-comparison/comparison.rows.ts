import { html, type TemplateResult } from 'lit';
import type { OutcomeComparison, OutcomeSide, RatingView, ViewComparison } from '../../model/compare-types.js';
import { isKept } from '../../model/parts.js';
import type { OutcomeRecord, Statement } from '../../schema/record.js';
import { renderMistake, renderText, strike, type Content, type Folding } from './comparison.text.js';
import {
  sayAnswer,
  sayChange,
  sayDecision,
  sayHelp,
  sayImportance,
  saySpeaker,
  sayStep,
  sayStepNow,
  sayWhose,
} from './fragments/comparison.words.js';

/** What the templates need of the element. */
export interface Comparing extends Folding {
  readonly previous: OutcomeRecord;
  readonly current: OutcomeRecord;
}

/** One line of an outcome. Cards and the table show the very same lines. */
export interface Row {
  readonly label: string;
  readonly then?: Content;
  readonly now?: Content;
  /** What is said about the two. */
  readonly said?: Content;
  /** The person's words and wish, which stand at the head of a card. */
  readonly isWords?: boolean;
  /** The view that the line is about. */
  readonly view?: ViewComparison;
}

/** Why an answer was given. */
export const renderWhy = (comparing: Comparing, view: RatingView | null): Content =>
  view && renderText(comparing, view.rating.reason, view.enteredInError);

/** An answer, why it was given, and that it is a mistake where it is one. */
const answer = (comparing: Comparing, view: RatingView | null): TemplateResult =>
  html`<p part="answer">${strike(sayAnswer(comparing.say, view), view?.enteredInError === true)}</p>
    ${renderMistake(comparing.say, view?.rating.enteredInError)} ${renderWhy(comparing, view)}`;

/** The change in a sentence or two. */
function change({ say }: Comparing, outcome: OutcomeComparison, view: ViewComparison): TemplateResult {
  const { change, why, hope, notes } = sayChange(say, view, outcome.intent);
  return html`<p part="change">
      ${change ? html`<strong>${change}</strong>` : why}${hope && ` · ${hope}`}
    </p>
    ${notes.map((note) => html`<p class="notice" part="note">${note}</p>`)}`;
}

/** One statement: the mistake it may be, and its text. */
const statement = (
  comparing: Comparing,
  { enteredInError, text, language }: Statement,
  isMistake: boolean,
  isQuoted?: boolean,
): TemplateResult =>
  html`${renderMistake(comparing.say, enteredInError)}${renderText(comparing, text, isMistake || enteredInError !== undefined, language, isQuoted)}`;

const isSaid = ({ text }: Statement): boolean => text !== '';

/** What was said, each statement with whose words they are. */
function words(comparing: Comparing, told: OutcomeSide | null, record: OutcomeRecord): TemplateResult {
  const { say } = comparing;
  const said = told?.words.filter(isSaid) ?? [];
  return html`${renderMistake(say, told?.entry.enteredInError ?? (told ? record.enteredInError : undefined))}${said.map(
    (one) =>
      html`<p class="muted" part="speaker">${saySpeaker(say, one, record.conversation.participants)}${
        isKept(one, told?.words ?? []) ? ` · ${say.t('narrative.private')}` : null
      }</p>
        ${statement(comparing, one, told?.enteredInError === true, true)}`,
  )}${said.length > 0 ? null : html`<p class="muted">${say.t('narrative.empty')}</p>`}`;
}

const list = (items: readonly (string | TemplateResult)[]): Content =>
  items.length > 0
    ? html`<ul>
        ${items.map((item) => html`<li>${typeof item === 'string' ? html`<bdi>${item}</bdi>` : item}</li>`)}
      </ul>`
    : null;

/**
 * Everything that a comparison of one outcome shows: words first, then the views, then what helped and what comes next. A line is left out
 * where there is nothing to show, then or now.
 */
export function rowsOf(comparing: Comparing, outcome: OutcomeComparison): readonly Row[] {
  const { say, previous, current } = comparing;
  const { t } = say;
  const { then, now } = outcome;

  const fact = (key: string, content: (told: OutcomeSide) => Content): Row => ({
    label: t(key),
    then: then && content(then),
    now: now && content(now),
  });
  const statements = (which: 'strengths' | 'barriers'): Row =>
    fact(`outcome.${which}`, ({ entry, enteredInError }) =>
      list((entry[which] ?? []).filter(isSaid).map((one) => statement(comparing, one, enteredInError))),
    );
  const whose = ({ perspective, then: was, now: is }: ViewComparison): string =>
    sayWhose(say, perspective, was?.participant, is?.participant);
  const answers = (view: ViewComparison, label: string, said: Content): Row => ({
    label,
    then: answer(comparing, view.then),
    now: answer(comparing, view.now),
    said,
  });

  const rows: readonly Row[] = [
    {
      label: t('outcome.words'),
      then: words(comparing, then, previous),
      now: words(comparing, now, current),
      isWords: true,
    },
    {
      ...fact('comparison.wish', ({ personalOutcome, enteredInError }) => {
        const { text, language, intent } = personalOutcome ?? {};
        return text || intent
          ? html`${renderText(comparing, text, enteredInError, language)}${
              intent && html`<p class="muted">${t('comparison.intent', { intent: t(`intent.${intent}`) })}</p>`
            }`
          : null;
      }),
      isWords: true,
    },
    ...outcome.views.map((view) => ({ ...answers(view, whose(view), change(comparing, outcome, view)), view })),
    // Somebody's own sense of change: asked, shown beside whatever was worked out, and never mixed with it.
    ...outcome.senseOfChange
      .filter(({ view }) => view.rating.answer.kind !== 'unanswered')
      .map(({ perspective, view }) => ({
        label: t('comparison.sense', { view: sayWhose(say, perspective, view.participant) }),
        now: answer(comparing, view),
        said:
          outcome.senseOfChangeIsAboutThisPair === false
            ? html`<p class="notice">${t('comparison.sense-not-this')}</p>`
            : null,
      })),
    fact('outcome.importance', ({ mostImportant }) =>
      then?.mostImportant || now?.mostImportant
        ? html`<p>${t(mostImportant ? 'comparison.most-important' : 'comparison.not-marked')}</p>`
        : null,
    ),
    ...outcome.importance.map((view) =>
      answers(view, t('comparison.importance', { view: whose(view) }), html`<p>${sayImportance(say, view)}</p>`),
    ),
    fact('outcome.disagreement', ({ disagreement, enteredInError }) =>
      renderText(comparing, disagreement?.text, enteredInError),
    ),
    statements('strengths'),
    {
      label: t('comparison.helped'),
      now: list(outcome.helped.map((helper) => sayHelp(say, helper))),
    },
    statements('barriers'),
    fact('comparison.decision', ({ decision, enteredInError }) =>
      decision
        ? html`<p>${strike(sayDecision(say, decision.value), enteredInError)}</p>
            ${renderText(comparing, decision.reason, enteredInError)}`
        : null,
    ),
    // What was agreed, and how it went.
    {
      label: t('outcome.actions'),
      then: list(outcome.actions.flatMap(({ then: was }) => (was ? [sayStep(say, was)] : []))),
      now: list(
        outcome.actions.map((step) => {
          const { then: was, now: is } = step;
          const what = is && !was ? sayStep(say, is) : ((is ?? was)?.what ?? '');
          const went = t('comparison.with', { what, more: sayStepNow(say, step) });
          return is?.note ? `${went}. ${is.note}` : went;
        }),
      ),
    },
  ];
  return rows.filter((row) => row.then ?? row.now);
}
