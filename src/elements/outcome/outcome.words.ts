import { html, nothing, type TemplateResult } from 'lit';
import { INTENTS, type Perspective } from '../../schema/codes.js';
import type { PersonalOutcome, Rating, Statement } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { renderStatement, renderText, textProblem, wordsLabel } from '../narrative/narrative.fragment.js';
import { answerInWords, offScale, renderScale, undoChoice } from '../rating-scale/rating-scale.fragment.js';
import { asAnswer, type EntryField } from './outcome.editor.js';
import { ratingField, statementField, statementWith, type RatingList, type StatementList } from './outcome.fields.js';
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
  const write = (parts: Partial<Statement>): { field: EntryField; value: Statement } => {
    const value = statementWith((editor.entry[list] ?? [])[index], parts, recording);
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

/** The words: the first thing on the card and the largest. */
export function renderNarrative(view: OutcomeView): TemplateResult {
  const { t, entry, personName } = view;
  const statements = entry.narrative ?? [];
  const count = Math.max(1, statements.length);
  const boxes = view.extraWords && !view.readonly && statements.at(-1)?.text ? count + 1 : count;
  const label = (index: number): string =>
    index > 0 && !statements[index]?.saidBy
      ? t('outcome.others-words')
      : wordsLabel(t, statements[index]?.saidBy, personName);
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

const wishField: EntryField = {
  path: ['personalOutcome'],
  name: ['personalOutcome'],
  read: (value) => asAnswer(value && Object.keys(value).length > 0 ? value : undefined),
};

/** What the person would like, in their words, and whether that is to reach, to keep, to slow down, or to be comfortable. */
export function renderWish(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, entry, editor, personName, id } = view;
  const wish = entry.personalOutcome ?? {};
  if (view.readonly && !wish.text && !wish.intent) return nothing;
  const label = personName ? t('outcome.wish-named', { name: personName }) : t('outcome.wish');
  if (view.readonly)
    return html`<dl class="part">
      <dt class="label">${label}</dt>
      <dd dir="auto">${[wish.text, wish.intent && t(`intent.${wish.intent}`)].filter(Boolean).join(' · ')}</dd>
    </dl>`;
  const put = (parts: PersonalOutcome): PersonalOutcome | undefined => {
    const next = Object.fromEntries(
      Object.entries({ ...editor.entry.personalOutcome, ...parts }).filter(
        ([, value]) => value !== undefined && value !== '',
      ),
    );
    return Object.keys(next).length > 0 ? next : undefined;
  };
  return html`<div class="part">
    ${renderText({
      t,
      id: 'wish',
      label,
      text: wish.text ?? '',
      size: 'several',
      error: errorFor(view, '/personalOutcome/text', wish.text ?? ''),
      type: (text) => editor.type(wishField, put({ text })),
      leave: () => {
        editor.flush();
      },
    })}
    <fieldset class="intent">
      <legend class="muted">${t('outcome.intent')}</legend>
      ${INTENTS.map(
        (intent) =>
          html`<label class="reason"
            ><input
              type="radio"
              name=${`intent-${id}`}
              .checked=${wish.intent === intent}
              ?checked=${wish.intent === intent}
              @input=${(event: Event) => {
                event.stopPropagation();
                if (!editor.change(wishField, put({ intent }))) undoChoice(event.target as Element);
              }}
            /><span>${t(`intent.${intent}`)}</span></label
          >`,
      )}
      ${
        wish.intent
          ? html`<button
              type="button"
              class="quiet"
              @click=${(event: Event) => {
                (event.target as Element).closest('fieldset')?.querySelector('input')?.focus();
                editor.change(wishField, put({ intent: undefined }));
              }}
            >
              ${t('outcome.clear-intent')}
            </button>`
          : nothing
      }
    </fieldset>
  </div>`;
}

const viewName = ({ t, personName }: OutcomeView, perspective: Perspective): string =>
  perspective === 'person' && personName
    ? t('outcome.view.person-named', { name: personName })
    : t(`outcome.view.${perspective}`);

/** How things are now: one scale for each view, side by side, none in another's place. */
export function renderRatings(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, entry, scale, perspectives } = view;
  const [first] = perspectives;
  const given = (entry.ratings ?? [])
    .filter(
      ({ enteredInError, answer, reason }) =>
        !enteredInError && (!view.readonly || answer.kind !== 'unanswered' || reason),
    )
    .map(({ perspective }) => perspective);
  const shown = [...new Set(view.readonly ? given : [...(first ? [first] : []), ...given, ...view.views])];
  const others = perspectives.filter((perspective) => !shown.includes(perspective));
  if (shown.length === 0) return nothing;
  const question = scale?.question ?? t('outcome.how-now');
  return html`<div class="part ratings">
    ${shown.map((perspective) =>
      ratingBox(
        view,
        'ratings',
        perspective,
        t('outcome.view-of', { question, view: viewName(view, perspective) }),
        scale,
      ),
    )}
    ${
      view.readonly || others.length === 0
        ? nothing
        : html`<details class="another" .open=${false}>
            <summary>${t('outcome.another-view')}</summary>
            <div class="add">
              ${others.map(
                (perspective) =>
                  html`<button
                    type="button"
                    @click=${(event: Event) => {
                      const details = (event.currentTarget as Element).closest('details');
                      if (details) details.open = false;
                      view.addView(perspective);
                      focusRating(details?.parentElement, shown.length);
                    }}
                  >
                    ${viewName(view, perspective)}
                  </button>`,
              )}
            </div>
          </details>`
    }
  </div>`;
}

const focusRating = (ratings: Element | null | undefined, index: number): void => {
  setTimeout(() => ratings?.querySelectorAll('.rating')[index]?.querySelector('input')?.focus());
};

/** One view on one scale, and why. A rating on a scale that is not to be had any more is shown in the words of the day. */
export function ratingBox(
  view: OutcomeView,
  list: RatingList,
  perspective: Perspective,
  legend: string,
  scale: RatingScale | undefined,
): TemplateResult {
  const { t, entry, editor, recording } = view;
  const found = ratingField(entry, list, perspective, undefined);
  const recorded = found.rating && found.rating.scale.id !== scale?.id ? found.rating : undefined;
  const used = recorded ? view.findScale(`${recorded.scale.id}@${recorded.scale.version}`) : scale;
  const { field, rating, answerOf } = ratingField(entry, list, perspective, used);
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
      rating && list === 'ratings' && (rating.reason || (!view.readonly && answer.kind !== 'unanswered'))
        ? renderText({
            t,
            id: `why-${perspective}`,
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
