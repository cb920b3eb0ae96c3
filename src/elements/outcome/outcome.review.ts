import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../model/ids.js';
import { DECISIONS, type Decision } from '../../schema/codes.js';
import type { Contributor, Entry } from '../../schema/record.js';
import { renderText } from '../narrative/narrative.fragment.js';
import { undoChoice } from '../rating-scale/rating-scale.fragment.js';
import { asAnswer, type EntryField } from './outcome.editor.js';
import { renderFold } from './outcome.fold.js';
import { changeList, contributorsBox, contributorsOf, type OutcomeView } from './outcome.sections.js';
import { renderThen, sideHeading } from './outcome.then.js';
import { renderWish } from './outcome.wish.js';
import { errorFor, renderNarrative, renderRatings, renderViews } from './outcome.words.js';

/** The change-5 scale: somebody's own sense of change, asked and never worked out. */
const CHANGE_SCALE = 'change-5';

/**
 * A card in a review: what was said then beside what is said now, how that compares in their own eyes, what helped, and what is decided. A card
 * about something new has nothing to compare with, and asks for nothing of the kind.
 */
export function renderReview(view: OutcomeView): TemplateResult {
  const { t, then, entry } = view;
  const now = html`${renderNarrative(view)} ${renderWish(view)} ${renderRatings(view)}`;
  const from = then && (then.framework === 'other-framework' || then.framework === 'other-version') && then.framework;
  const lookedBack = then !== undefined || entry.change !== undefined || entry.decision !== undefined;
  const rest = lookedBack
    ? html`${renderViews(view, 'change', () => t('review.change'), view.findScale(CHANGE_SCALE))} ${renderHelped(view)} ${renderDecision(view)}`
    : renderHelped(view);
  return html`${from ? html`<p class="muted">${t(`review.${from}`, { framework: then.record.framework.name })}</p>` : nothing}
  ${
    then && view.shown !== 'never'
      ? html`<div class="looks-back">
          <div class="sides">
            ${renderThen(view, then)}
            <div class="now" part="now" role="group" aria-labelledby="now">${sideHeading(view, 'now', t('review.now'))}${now}</div>
          </div>
        </div>`
      : html`${view.shown ? html`<p class="muted">${t(then ? 'review.hidden' : 'review.first-time')}</p>` : nothing}${now}`
  }
  ${rest}`;
}

/** Who and what helped since last time. Those who were to help are offered, so that nobody has to be typed twice. */
function renderHelped(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, then } = view;
  const items = contributorsOf(view, 'actual');
  if (view.readonly && items.length === 0) return nothing;
  const isThere = ({ kind, who }: Contributor): boolean => items.some((one) => one.kind === kind && one.who === who);
  const offers = view.readonly ? [] : (then?.entry.contributors ?? []).filter((one) => !isThere(one));
  const content = (): TemplateResult =>
    html`<div class="section" part="section">
      ${offers.length > 0 ? offered(view, items, offers) : nothing} ${contributorsBox(view, t('review.helped'), 'actual', items)}
    </div>`;
  return view.readonly
    ? content()
    : html`<div class="part helped">${renderFold(view, 'helped', t('review.helped'), items.length + offers.length > 0, content)}</div>`;
}

function offered(view: OutcomeView, items: readonly Contributor[], offers: readonly Contributor[]): TemplateResult {
  const { t } = view;
  const takeOver = (event: Event, { id: _id, ...one }: Contributor): void => {
    const group = (event.currentTarget as Element).parentElement;
    const others = (view.editor.entry.contributors ?? []).filter(({ id }) => !items.some((item) => item.id === id));
    const taken: Contributor = { ...one, id: newId(), stage: 'actual' };
    if (!changeList(view, 'contributors', [...others, ...items, taken], 'now')) return;
    // The button goes away: the focus goes to the next offer, or to the first way to add somebody.
    setTimeout(() => {
      const next = group?.isConnected ? group.querySelector('button') : undefined;
      (next ?? view.root().querySelector<HTMLElement>('[part=add-button]'))?.focus();
    });
  };
  return html`<div class="add" part="offers" role="group" aria-labelledby="offers">
    <span id="offers" class="muted">${t('review.take-over')}</span>
    ${offers.map(
      (one) =>
        html`<button
          type="button"
          @click=${(event: Event) => {
            takeOver(event, one);
          }}
        >
          <span aria-hidden="true">+ </span>${one.who || t(`kind.${one.kind}`)}
        </button>`,
    )}
  </div>`;
}

/** Whether an entry holds what only a review asks for. */
export const isReviewed = ({ change, decision, contributors }: Entry): boolean =>
  change !== undefined || decision !== undefined || contributors?.some(({ stage }) => stage === 'actual') === true;

const decisionField: EntryField = { path: ['decision'], name: ['decision'], read: asAnswer };

/** What is decided about it: native radios, nothing chosen beforehand, and a reason where somebody gives one. */
function renderDecision(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, entry, editor, id } = view;
  const { decision } = entry;
  const label = t('review.decision');
  if (view.readonly)
    return decision
      ? html`<dl class="part" part="decision">
          <dt class="label">${label}</dt>
          <dd dir="auto">${inWords(view, decision)}</dd>
        </dl>`
      : nothing;
  const choose = (value: Decision): boolean => {
    // What is being looked at stays open: only what was ended before is folded to a line.
    if (value === 'no-longer-matters') view.fold(endedFold(view), true);
    return editor.change(decisionField, { ...editor.entry.decision, value });
  };
  return html`<div class="part" part="decision">
    <fieldset part="question">
      <legend part="label">${label}</legend>
      <div class="intent">
        ${DECISIONS.map(
          (value) =>
            html`<label class="reason"
              ><input
                type="radio"
                name=${`decision-${id}`}
                .checked=${decision?.value === value}
                ?checked=${decision?.value === value}
                @input=${(event: Event) => {
                  event.stopPropagation();
                  if (!choose(value)) undoChoice(event.target as Element);
                }}
              /><span>${t(`decision.${value}`)}</span></label
            >`,
        )}
        ${
          decision
            ? html`<button
                type="button"
                class="quiet"
                part="clear"
                @click=${(event: Event) => {
                  // The button goes away with the decision: the focus goes where something stays.
                  (event.target as Element).closest('fieldset')?.querySelector('input')?.focus();
                  editor.change(decisionField, undefined);
                }}
              >
                ${t('outcome.clear-intent')}
              </button>`
            : nothing
        }
      </div>
    </fieldset>
    ${
      decision
        ? renderText({
            t,
            id: 'decision-reason',
            label: t('review.reason'),
            text: decision.reason ?? '',
            size: 'single',
            error: errorFor(view, '/decision/reason', decision.reason),
            type: (reason) => {
              const { reason: _before, ...rest } = editor.entry.decision ?? decision;
              return editor.type(decisionField, reason === '' ? rest : { ...rest, reason });
            },
            leave: () => {
              editor.flush();
            },
          })
        : nothing
    }
  </div>`;
}

const inWords = ({ t }: OutcomeView, { value, reason }: NonNullable<Entry['decision']>): string =>
  t(`decision.${value}`) + (reason ? `: ${reason}` : '');

const endedFold = ({ id }: OutcomeView): string => `ended-${id}`;

/** Whether the card is folded to a line: it no longer matters, and nobody has opened it or decided so just now. */
export const isEnded = (view: OutcomeView): boolean =>
  !view.readonly && view.entry.decision?.value === 'no-longer-matters' && !view.folds.get(endedFold(view));

/** What no longer matters stays in sight as one line; all about it is a press away. */
export const renderEnded = (view: OutcomeView): TemplateResult =>
  html`<div>
    <p class="muted" dir="auto">${view.entry.decision ? inWords(view, view.entry.decision) : nothing}</p>
    <button
      type="button"
      class="fold"
      aria-expanded="false"
      @click=${() => {
        view.fold(endedFold(view), true);
        // The button goes away: the focus goes to the words.
        setTimeout(() => view.root().querySelector('textarea')?.focus());
      }}
    >
      ${view.t('review.show-ended')}
    </button>
  </div>`;
