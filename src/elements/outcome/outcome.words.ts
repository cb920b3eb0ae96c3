import { html, nothing, type TemplateResult } from 'lit';
import type { Perspective } from '../../schema/codes.js';
import type { Rating, Statement } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { renderStatement, renderText, textProblem, wordsLabel } from '../narrative/narrative.fragment.js';
import { answerInWords, offScale, renderScale } from '../rating-scale/rating-scale.fragment.js';
import { struck } from '../../base/struck.fragment.js';
import type { EntryField } from './outcome.editor.js';
import {
  isGiven,
  ratingField,
  statementField,
  statementWith,
  type RatingList,
  type StatementList,
} from './outcome.fields.js';
import { renderFold } from './outcome.fold.js';
import type { OutcomeView } from './outcome.sections.js';

/** The problem with one of some texts, if any: said as an event, and shown beside the field. */
export function errorFor(
  view: OutcomeView,
  path: string,
  ...texts: readonly (string | undefined)[]
): string | undefined {
  const problem = texts.map((text) => textProblem(view.t, path, text ?? '')).find(Boolean);
  if (!problem) return undefined;
  view.report(problem);
  return `${problem.message} ${problem.hint}`;
}

/** One statement of a list, or the empty box for one. */
export function statementBox(
  view: OutcomeView,
  list: StatementList,
  index: number,
  label: string,
  size: 'words' | 'several' = 'several',
): TemplateResult {
  const { t, entry, editor, recording } = view;
  const statement = (entry[list] ?? [])[index];
  if (statement?.enteredInError)
    return html`<dl class="mistake">
      <dt class="label">${label}</dt>
      <dd dir="auto">${struck(t, statement.text, statement)}</dd>
    </dl>`;
  const write = (parts: Partial<Statement>): { field: EntryField; value: Statement } => {
    // The record says what the heading of the empty box says, until somebody chooses otherwise.
    const heading = list === 'narrative' && index === 0 ? view.perspectives[0] : undefined;
    const before = (editor.entry[list] ?? [])[index] ?? (heading && { saidBy: heading });
    const value = statementWith(before, parts, recording);
    return { field: statementField(list, index, value), value };
  };
  return renderStatement({
    t,
    id: `${list}-${String(index)}`,
    label,
    labelHidden: list !== 'narrative',
    text: statement?.text ?? '',
    language: statement?.language,
    size,
    readonly: view.readonly,
    error: errorFor(view, `/${list}/${String(index)}/text`, statement?.text ?? ''),
    saidBy: statement?.saidBy,
    sharing: statement?.sharing,
    perspectives: list === 'narrative' ? view.perspectives : [],
    personName: view.personName,
    type: (text) => {
      const { field, value } = write({ text });
      return editor.type(field, value);
    },
    leave: () => {
      editor.flush();
    },
    attribute: (about) => {
      const { field, value } = write(about);
      return editor.change(field, value);
    },
  });
}

/** As many boxes as there are statements; where there is none that stands, an empty one as well. */
export const boxesFor = (statements: readonly Statement[] = []): number =>
  statements.length + (statements.every(({ enteredInError }) => enteredInError) ? 1 : 0);

/** The words: the first thing on the card and the largest. */
export function renderNarrative(view: OutcomeView): TemplateResult {
  const { t, entry, personName } = view;
  const statements = entry.narrative ?? [];
  const count = boxesFor(statements);
  const boxes = view.extraWords && !view.readonly && statements.at(-1)?.text ? count + 1 : count;
  const label = (index: number): string => {
    const { saidBy, text } = statements[index] ?? {};
    if (index > 0 && !saidBy) return t('outcome.others-words');
    return text && !saidBy ? t('outcome.words') : wordsLabel(t, saidBy ?? view.perspectives[0], personName);
  };
  return html`<div class="part">
    ${Array.from({ length: boxes }, (_, index) => statementBox(view, 'narrative', index, label(index), 'words'))}
    ${
      view.readonly || view.extraWords || !statements[0]?.text
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            @click=${(event: Event) => {
              const part = (event.currentTarget as Element).parentElement;
              view.addWords();
              setTimeout(() => [...(part?.querySelectorAll('textarea') ?? [])].at(-1)?.focus());
            }}
          >
            ${t('outcome.add-words')}
          </button>`
    }
  </div>`;
}

export const viewName = ({ t, personName }: OutcomeView, perspective: Perspective): string =>
  perspective === 'person' && personName
    ? t('outcome.view.person-named', { name: personName })
    : t(`outcome.view.${perspective}`);

/** How things are now: one scale for each view, side by side, none in another's place. */
export function renderRatings(view: OutcomeView): TemplateResult | typeof nothing {
  return renderViews(view, 'ratings', (scale) => scale?.question ?? view.t('outcome.how-now'), view.scale);
}

/** One question, asked of each view. The first is asked at once, the others on demand. */
export function renderViews(
  view: OutcomeView,
  list: RatingList,
  question: (scale: RatingScale | undefined) => string,
  scale: RatingScale | undefined,
): TemplateResult | typeof nothing {
  const { t, entry, perspectives } = view;
  const [first] = perspectives;
  const given = (entry[list] ?? [])
    .filter(
      ({ enteredInError, answer, reason }) =>
        !enteredInError && (!view.readonly || answer.kind !== 'unanswered' || reason),
    )
    .map(({ perspective }) => perspective);
  const shown = [...new Set(view.readonly ? given : [...(first ? [first] : []), ...given, ...view.views(list)])];
  const others = perspectives.filter((perspective) => !shown.includes(perspective));
  const mistakes = ratingsInError(view, list);
  if (shown.length === 0 && mistakes === nothing) return nothing;
  const adding = list === 'ratings' ? 'another' : `another-${list}`;
  return html`<div class="part ratings">
    ${shown.map((perspective) =>
      ratingBox(
        view,
        list,
        perspective,
        (used) => t('outcome.view-of', { question: question(used), view: viewName(view, perspective) }),
        scale,
      ),
    )}
    ${mistakes}${
      view.readonly || others.length === 0
        ? nothing
        : renderFold(
            view,
            adding,
            t(list === 'change' ? 'review.another-view' : 'outcome.another-view'),
            false,
            () =>
              html`<div class="add">
                ${others.map(
                  (perspective) =>
                    html`<button
                      type="button"
                      @click=${(event: Event) => {
                        const ratings = (event.currentTarget as Element).closest('.ratings');
                        view.fold(adding, false);
                        view.addView(list, perspective);
                        focusRating(ratings, shown.length);
                      }}
                    >
                      ${viewName(view, perspective)}
                    </button>`,
                )}
              </div>`,
          )
    }
  </div>`;
}

/** Answers that were marked as a mistake: struck through, with the reason, never removed. */
export function ratingsInError(view: OutcomeView, list: RatingList): readonly TemplateResult[] | typeof nothing {
  const mistakes = (view.entry[list] ?? []).filter(({ enteredInError }) => enteredInError);
  if (mistakes.length === 0) return nothing;
  return mistakes.map((rating) => {
    const scale = view.findScale(`${rating.scale.id}@${rating.scale.version}`);
    return html`<dl class="mistake">
      <dt class="label">${viewName(view, rating.perspective)}</dt>
      <dd>${struck(view.t, rating.label ?? answerInWords(view.t, scale, rating.answer), rating)}</dd>
    </dl>`;
  });
}

const focusRating = (ratings: Element | null | undefined, index: number): void => {
  setTimeout(() => ratings?.querySelectorAll('.rating')[index]?.querySelector('input')?.focus());
};

/** One view on one scale, and why. A rating on a scale that is not to be had any more is shown in the words of the day. */
export function ratingBox(
  view: OutcomeView,
  list: RatingList,
  perspective: Perspective,
  question: (scale: RatingScale | undefined) => string,
  scale: RatingScale | undefined,
): TemplateResult {
  const { t, entry, editor } = view;
  const previousShown = view.then?.entry[list]?.some((then) => then.perspective === perspective && isGiven(then))
    ? view.shown
    : undefined;
  const recording = { ...view.recording, previousShown };
  const found = ratingField(entry, list, perspective, undefined);
  const of = found.rating?.scale;
  const recorded = of && (of.id !== scale?.id || of.version !== scale.version) ? found.rating : undefined;
  const used = recorded ? view.findScale(`${recorded.scale.id}@${recorded.scale.version}`) : scale;
  const { field, rating, answerOf } = ratingField(entry, list, perspective, used);
  // An answer stands under the question that it was given to.
  const legend = question(used);
  if (!used) return recordedAnswer(view, legend, found.rating);
  const answer = rating?.answer ?? { kind: 'unanswered' };
  const off = offScale(used, answer, `/${list}/${perspective}`);
  if (off) view.report(off);
  const group = `${list}-${perspective}-${view.id}`;
  return html`<div class="rating">
    ${renderScale({
      t,
      group,
      legend,
      scale: used,
      answer,
      error: off && `${off.message} ${off.hint}`,
      readonly: view.readonly,
      reasons: view.reasonsShown.includes(group) ? 'all' : 'first',
      choose: (next) => editor.change(field, answerOf(t, next, recording)),
      showReasons: () => {
        view.showReasons(group);
      },
    })}
    ${
      rating && list !== 'importance' && (rating.reason || (!view.readonly && answer.kind !== 'unanswered'))
        ? renderText({
            t,
            id: `why-${list === 'ratings' ? '' : `${list}-`}${perspective}`,
            label: t('outcome.why'),
            text: rating.reason ?? '',
            size: 'single',
            readonly: view.readonly,
            error: errorFor(view, `/${list}/${perspective}/reason`, rating.reason ?? ''),
            type: (reason) =>
              editor.type(field, withReason(editor.entry[list]?.find(({ id }) => id === rating.id) ?? rating, reason)),
            leave: () => {
              editor.flush();
            },
          })
        : nothing
    }
  </div>`;
}

const withReason = ({ reason: _before, ...rating }: Rating, reason: string): Rating =>
  reason === '' ? rating : { ...rating, reason };

function recordedAnswer({ t }: OutcomeView, legend: string, rating: Rating | undefined): TemplateResult {
  return html`<dl class="rating">
    <dt class="label">${legend}</dt>
    <dd>${rating ? (rating.label ?? answerInWords(t, undefined, rating.answer)) : t('scale.broken')}</dd>
  </dl>`;
}
