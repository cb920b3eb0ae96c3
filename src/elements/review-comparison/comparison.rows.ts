import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeComparison, OutcomeSide, RatingView, ViewComparison } from '../../model/compare-types.js';
import type { OutcomeRecord, Statement } from '../../schema/record.js';
import { mistakeOf, renderMistake, renderStatements, renderText, type Folding } from './comparison.text.js';
import {
  sayAnswer,
  sayChange,
  sayDecision,
  sayHelp,
  sayImportance,
  sayStep,
  sayStepNow,
  sayWhose,
} from './fragments/comparison.words.js';

export type Content = TemplateResult | typeof nothing;

/** What the templates need of the element. */
export interface Comparing extends Folding {
  readonly previous: OutcomeRecord;
  readonly current: OutcomeRecord;
}

type When = 'then' | 'now';

/** One line of an outcome. Cards and the table show the very same lines. */
export interface Row {
  readonly kind: 'words' | 'view' | 'fact';
  readonly label: string;
  readonly then: Content;
  readonly now: Content;
  /** What is said about the two. */
  readonly said: Content;
  /** The view that the line is about, for its track, and why each answer was given. */
  readonly view?: ViewComparison;
  readonly whys?: readonly [then: Content, now: Content];
}

const recordOf = ({ previous, current }: Comparing, when: When): OutcomeRecord =>
  when === 'then' ? previous : current;

const side = (outcome: OutcomeComparison, when: When): OutcomeSide | null => outcome[when];

const nothingWritten = ({ say }: Comparing): TemplateResult => html`<p class="muted">${say.t('narrative.empty')}</p>`;

function words(comparing: Comparing, outcome: OutcomeComparison, when: When): TemplateResult {
  const told = side(outcome, when);
  if (!told) return nothingWritten(comparing);
  const said = told.words.filter(({ text }) => text !== '');
  const record = recordOf(comparing, when);
  return html`${told.enteredInError ? renderMistake(comparing.say, mistakeOf(told, record)) : nothing}${
    said.length === 0
      ? nothingWritten(comparing)
      : renderStatements(
          comparing,
          said,
          `${when} ${outcome.key}`,
          told.enteredInError,
          record.conversation.participants,
        )
  }`;
}

function wish(comparing: Comparing, outcome: OutcomeComparison, when: When): Content {
  const told = side(outcome, when);
  const { text, intent, language } = told?.personalOutcome ?? {};
  if (!text && !intent) return nothing;
  return html`${
    text
      ? renderText(comparing, {
          id: `wish ${when} ${outcome.key}`,
          text,
          language,
          struck: told?.enteredInError ?? false,
        })
      : nothing
  }${intent ? html`<p class="muted">${comparing.say.t('comparison.intent', { intent: comparing.say.t(`intent.${intent}`) })}</p>` : nothing}`;
}

/** Why an answer was given. */
function why(comparing: Comparing, view: RatingView | null, place: string): Content {
  const reason = view?.rating.reason;
  return reason ? renderText(comparing, { id: `why ${place}`, text: reason, struck: view.enteredInError }) : nothing;
}

/** An answer, why it was given, and that it is a mistake where it is one. */
function answer(comparing: Comparing, view: RatingView | null, place: string): TemplateResult {
  const { say } = comparing;
  const said = sayAnswer(say, view);
  return html`<p part="answer">${view?.enteredInError ? html`<s>${said}</s>` : said}</p>
    ${renderMistake(say, view?.rating.enteredInError?.reason)} ${why(comparing, view, place)}`;
}

/** The change in a sentence or two. */
function change(comparing: Comparing, outcome: OutcomeComparison, view: ViewComparison): TemplateResult {
  const said = sayChange(comparing.say, view, outcome.intent);
  return html`<p part="change">
      ${said.change === null ? said.why : html`<strong>${said.change}</strong>`}${said.hope ? ` · ${said.hope}` : nothing}
    </p>
    ${said.notes.map((note) => html`<p class="notice" part="note">${note}</p>`)}`;
}

function views(comparing: Comparing, outcome: OutcomeComparison): readonly Row[] {
  return outcome.views.map((view, index) => {
    const [then, now] = [`then ${outcome.key} ${String(index)}`, `now ${outcome.key} ${String(index)}`];
    return {
      kind: 'view',
      label: sayWhose(comparing.say, view.perspective, view.then?.participant, view.now?.participant),
      then: answer(comparing, view.then, then),
      now: answer(comparing, view.now, now),
      said: change(comparing, outcome, view),
      view,
      whys: [why(comparing, view.then, then), why(comparing, view.now, now)],
    };
  });
}

/** Somebody's own sense of change: asked, shown beside whatever was worked out, and never mixed with it. */
function senses(comparing: Comparing, outcome: OutcomeComparison): readonly Row[] {
  const { say } = comparing;
  return outcome.senseOfChange
    .filter(({ view }) => view.rating.answer.kind !== 'unanswered')
    .map(({ perspective, view }, index) => ({
      kind: 'fact',
      label: say.t('comparison.sense', { view: sayWhose(say, perspective, view.participant) }),
      then: nothing,
      now: answer(comparing, view, `sense ${outcome.key} ${String(index)}`),
      said:
        outcome.senseOfChangeIsAboutThisPair === false
          ? html`<p class="notice">${say.t('comparison.sense-not-this')}</p>`
          : nothing,
    }));
}

function importances(comparing: Comparing, outcome: OutcomeComparison): readonly Row[] {
  const { say } = comparing;
  return outcome.importance.map((view, index) => ({
    kind: 'fact',
    label: say.t('comparison.importance', {
      view: sayWhose(say, view.perspective, view.then?.participant, view.now?.participant),
    }),
    then: answer(comparing, view.then, `then importance ${outcome.key} ${String(index)}`),
    now: answer(comparing, view.now, `now importance ${outcome.key} ${String(index)}`),
    said: html`<p>${sayImportance(say, view)}</p>`,
  }));
}

const list = (items: readonly (string | TemplateResult)[]): Content =>
  items.length === 0
    ? nothing
    : html`<ul>
        ${items.map((item) => html`<li dir="auto">${item}</li>`)}
      </ul>`;

/** A line of which either side may be empty; none where both are. */
function fact(label: string, then: Content, now: Content, said: Content = nothing): readonly Row[] {
  return then === nothing && now === nothing ? [] : [{ kind: 'fact', label, then, now, said }];
}

const statements =
  (comparing: Comparing, outcome: OutcomeComparison, which: 'strengths' | 'barriers') =>
  (when: When): Content => {
    const told = side(outcome, when);
    const said = (told?.entry[which] ?? []).filter(({ text }: Statement) => text !== '');
    return list(
      said.map(
        ({ id, text, language, enteredInError }) =>
          html`${renderMistake(comparing.say, enteredInError?.reason)}${renderText(comparing, {
            id: `${which} ${when} ${outcome.key} ${id}`,
            text,
            language,
            struck: told?.enteredInError === true || enteredInError !== undefined,
          })}`,
      ),
    );
  };

const disagreement = (comparing: Comparing, outcome: OutcomeComparison, when: When): Content => {
  const told = side(outcome, when);
  return told?.disagreement
    ? renderText(comparing, {
        id: `disagreement ${when} ${outcome.key}`,
        text: told.disagreement.text,
        struck: told.enteredInError,
      })
    : nothing;
};

const decision = (comparing: Comparing, outcome: OutcomeComparison, when: When): Content => {
  const told = side(outcome, when);
  if (!told?.decision) return nothing;
  const said = sayDecision(comparing.say, told.decision.value);
  const { reason } = told.decision;
  return html`<p>${told.enteredInError ? html`<s>${said}</s>` : said}</p>
    ${reason ? renderText(comparing, { id: `decision ${when} ${outcome.key}`, text: reason, struck: told.enteredInError }) : nothing}`;
};

const mostImportant = ({ say }: Comparing, outcome: OutcomeComparison): readonly Row[] =>
  outcome.then?.mostImportant || outcome.now?.mostImportant
    ? fact(
        say.t('outcome.importance'),
        ...((['then', 'now'] as const satisfies readonly When[]).map((when) => {
          const told = side(outcome, when);
          return told
            ? html`<p>${say.t(told.mostImportant ? 'comparison.most-important' : 'comparison.not-marked')}</p>`
            : nothing;
        }) as [Content, Content]),
      )
    : [];

/** Next steps: what was agreed, and how it went. */
const steps = ({ say }: Comparing, { actions }: OutcomeComparison): readonly Row[] =>
  fact(
    say.t('outcome.actions'),
    list(actions.flatMap(({ then }) => (then ? [sayStep(say, then)] : []))),
    list(
      actions.map((step) => {
        const { then, now } = step;
        const what = now && !then ? sayStep(say, now) : ((now ?? then)?.what ?? '');
        const went = say.t('comparison.with', { what, more: sayStepNow(say, step) });
        return now?.note ? `${went}. ${now.note}` : went;
      }),
    ),
  );

/** Everything that a comparison of one outcome shows: words first, then the views, then what helped and what comes next. */
export function rowsOf(comparing: Comparing, outcome: OutcomeComparison): readonly Row[] {
  const { t } = comparing.say;
  const both = (content: (when: When) => Content): [Content, Content] => [content('then'), content('now')];
  return [
    {
      kind: 'words',
      label: t('outcome.words'),
      then: words(comparing, outcome, 'then'),
      now: words(comparing, outcome, 'now'),
      said: nothing,
    },
    ...fact(t('comparison.wish'), ...both((when) => wish(comparing, outcome, when))).map((row): Row => ({
      ...row,
      kind: 'words',
    })),
    ...views(comparing, outcome),
    ...senses(comparing, outcome),
    ...mostImportant(comparing, outcome),
    ...importances(comparing, outcome),
    ...fact(t('outcome.disagreement'), ...both((when) => disagreement(comparing, outcome, when))),
    ...fact(t('outcome.strengths'), ...both(statements(comparing, outcome, 'strengths'))),
    ...fact(t('comparison.helped'), nothing, list(outcome.helped.map((helper) => sayHelp(comparing.say, helper)))),
    ...fact(t('outcome.barriers'), ...both(statements(comparing, outcome, 'barriers'))),
    ...fact(t('comparison.decision'), ...both((when) => decision(comparing, outcome, when))),
    ...steps(comparing, outcome),
  ];
}
