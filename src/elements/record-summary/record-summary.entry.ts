import { html, nothing, type TemplateResult } from 'lit';
import { formatLocalDate } from '../../i18n/format.js';
import { isSaidRating } from '../../model/compare-entries.js';
import { summariseRecord } from '../../model/compare-time.js';
import { byPerspective, viewOf } from '../../model/compare-views.js';
import type { RatingView } from '../../model/compare-types.js';
import { findScale } from '../../scales/registry.js';
import { CONTRIBUTOR_KINDS } from '../../schema/codes.js';
import type { Action, Contributor, Entry, OutcomeRecord, Rating } from '../../schema/record.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';
import {
  heading,
  isShort,
  label,
  mistake,
  paragraph,
  renderStatements,
  speaker,
  type SummaryView,
} from './record-summary.words.js';

type Drawn = TemplateResult | typeof nothing;

/** The same entry in an earlier record, with that record. */
export interface Then {
  readonly record: OutcomeRecord;
  readonly entry: Entry;
}

/** One outcome: the words first, then what is wanted, how things are, what helps, what comes next. What was not said has no heading. */
export function renderEntry(view: SummaryView, entry: Entry, then: Then | undefined, running: unknown): TemplateResult {
  const { t, record, easy } = view;
  const { name } = record.subject;
  const key = entry.outcomes[0]?.id ?? entry.id;
  const outcome = view.framework?.outcomes.find(({ id }) => id === key);
  // Not every engine keeps a heading with a list: a short list stays with its heading as a whole.
  const part = (id: string, words: string, content: unknown, list: readonly unknown[] = []): TemplateResult =>
    idea(
      view,
      `${key}-${id}`,
      html`${label(view, words)}${content}`,
      list.length > 0 && list.length < 3 && JSON.stringify(list).length < 900,
    );
  const wish = entry.personalOutcome;
  const { contributors = [], decision } = entry;
  const helped = contributors.filter(({ stage }) => stage === 'actual');
  const helps = contributors.filter(({ stage }) => stage !== 'actual');
  const views = (list: readonly Rating[] | undefined, of = { record, entry }): readonly RatingView[] =>
    byPerspective((list ?? []).filter(isSaidRating).map((rating) => viewOf(rating, of, findScale)));
  const now = views(entry.ratings);
  const change = views(entry.change);
  const importance = views(entry.importance);
  const strengths = renderStatements(view, entry.strengths);
  const barriers = renderStatements(view, entry.barriers);
  const actions = (entry.actions ?? []).filter(({ what }) => what.trim());
  return html`<div class="entry ${entry.enteredInError ? 'struck' : ''}" part="outcome">
    <p class="again muted" aria-hidden="true">${running}</p>
    ${idea(
      view,
      key,
      html`${heading(view, (easy && outcome?.easyName) || entry.label)}
        ${entry.mostImportant ? html`<p class="whose">${t('outcome.most-important')}</p>` : nothing}
        ${mistake(t, entry.enteredInError)}${renderStatements(view, entry.narrative, 'words')}`,
    )}
    ${
      wish?.text || wish?.intent
        ? part(
            'wish',
            name ? t('outcome.wish-named', { name }) : t('outcome.wish'),
            html`${wish.wordedBy && wish.wordedBy !== 'person' ? html`<p class="whose">${t('narrative.words-of', { who: speaker(view, { saidBy: wish.wordedBy }) })}</p>` : nothing}
            ${paragraph(view, wish.text ?? '', 'wish', wish.language)}
            ${wish.intent ? html`<p class="muted">${t('summary.intent', { intent: t(`intent.${wish.intent}`) })}</p>` : nothing}`,
          )
        : nothing
    }
    ${
      now.length
        ? part(
            'now',
            t('outcome.how-now'),
            renderViews(view, now),
            now.map(({ rating }) => rating),
          )
        : nothing
    }
    ${change.length ? part('change', t('summary.change'), renderViews(view, change), entry.change) : nothing}
    ${then ? renderThen(view, then, part, views(then.entry.ratings, then)) : nothing}
    ${importance.length ? part('importance', t('outcome.importance'), renderViews(view, importance)) : nothing}
    ${strengths.length ? part('strengths', t('outcome.strengths'), strengths) : nothing}
    ${helped.length ? part('helped', t('summary.helped'), renderHelp(view, helped), helped) : nothing}
    ${helps.length ? part('helps', t('outcome.contributors'), renderHelp(view, helps), helps) : nothing}
    ${barriers.length ? part('barriers', t('outcome.barriers'), barriers) : nothing}
    ${entry.disagreement?.text.trim() ? part('different', t('outcome.disagreement'), paragraph(view, entry.disagreement.text)) : nothing}
    ${
      decision
        ? part(
            'decision',
            t('summary.decided'),
            html`<p class="answer">${t(`decision.${decision.value}`)}</p>
              ${paragraph(view, decision.reason ?? '')}`,
          )
        : nothing
    }
    ${actions.length ? part('actions', t('outcome.actions'), renderActions(view, actions), actions) : nothing}
  </div>`;
}

/** One idea. In the easy layout a picture stands at its side. */
export const idea = ({ easy }: SummaryView, picture: string, content: unknown, whole = false): TemplateResult =>
  html`<div class="idea ${whole ? 'together' : ''}">
    ${easy ? html`<div class="picture"><slot name="picture-${picture}"></slot></div>` : nothing}
    <div>${content}</div>
  </div>`;

const renderThen = (
  view: SummaryView,
  { record, entry }: Then,
  part: (id: string, words: string, content: unknown) => TemplateResult,
  views: readonly RatingView[],
): Drawn => {
  const then = { ...view, record };
  const words = renderStatements(then, entry.narrative);
  return words.length + views.length > 0
    ? part(
        'then',
        view.t('summary.then', { date: formatLocalDate(summariseRecord(record).date, view.locale) }),
        html`${words}${renderViews(then, views)}`,
      )
    : nothing;
};

/** Each view in words, none in another's place. */
const renderViews = (view: SummaryView, views: readonly RatingView[]): readonly TemplateResult[] =>
  views.map((one) => {
    const { t, record } = view;
    const { rating, participant } = one;
    const { perspective } = rating;
    const name = perspective === 'person' ? record.subject.name : participant?.name;
    const who =
      name && perspective === 'person' ? t('outcome.view.person-named', { name }) : t(`outcome.view.${perspective}`);
    const said = rating.answer.kind !== 'unanswered';
    return html`<div class=${one.rating.enteredInError ? 'struck' : ''}>
      ${mistake(t, rating.enteredInError)}
      <p class="together">
        <span class="muted">${t('summary.view', { view: perspective === 'person' || !name ? who : `${who} (${name})` })}</span>
        ${said ? html`<bdi class="answer">${inWords(view, one, rating.answer)}</bdi>` : nothing}
      </p>
      ${paragraph(view, rating.reason ?? '')}
      ${rating.viewFoundBy ? paragraph(view, t('summary.found-by', { how: rating.viewFoundBy })) : nothing}
      ${
        rating.hopedFor && rating.hopedFor.kind !== 'unanswered'
          ? paragraph(view, t('summary.hoped-for', { answer: inWords(view, one, rating.hopedFor) }))
          : nothing
      }
      ${rating.wouldHelp ? paragraph(view, t('summary.would-help', { words: rating.wouldHelp })) : nothing}
    </div>`;
  });

/** An answer in the words of the day. A number alone says nothing: its ends are said with it. */
function inWords({ t, easy }: SummaryView, { rating, scale }: RatingView, answer: Rating['answer']): string {
  const value = answer.kind === 'answered' ? answer.value : undefined;
  const points = scale?.points ?? [];
  const point = points.find((one) => one.value === value);
  const said =
    (easy && point?.easyLabel) ||
    (answer === rating.answer && rating.label) ||
    answerInWords(t, scale ?? undefined, answer);
  const level = rating.levels?.find((one) => one.value === value)?.text;
  const { first, last } = scale?.anchors ?? {};
  const [low, high] = [points[0]?.label, points.at(-1)?.label];
  if (level) return `${said}: ${level}`;
  return first && last && low && high && value !== undefined
    ? t('summary.ends', { answer: said, low, first, high, last })
    : said;
}

/** Who and what helps: the person first, services after family and community. */
const renderHelp = (view: SummaryView, helpers: readonly Contributor[]): TemplateResult => {
  const { t, record } = view;
  return html`<ul>
    ${[...helpers]
      .sort((a, b) => CONTRIBUTOR_KINDS.indexOf(a.kind) - CONTRIBUTOR_KINDS.indexOf(b.kind))
      .map(({ kind, who, how }) => {
        const name = (kind === 'person' && record.subject.name) || t(`kind.${kind}`);
        const known = who?.trim();
        return html`<li class=${isShort(who, how) ? 'together' : ''}>
          ${paragraph({ ...view, easy: false }, known && known !== name ? `${known} (${name})` : name, 'who')}
          ${paragraph(view, how ?? '')}
        </li>`;
      })}
  </ul>`;
};

/** Next steps, with names and days; the person's own first. */
const renderActions = (view: SummaryView, actions: readonly Action[]): TemplateResult => {
  const { t, record, locale, easy } = view;
  const isOwn = ({ whoKind }: Action): boolean => whoKind === 'person';
  return html`<ul part="actions">
    ${[...actions.filter(isOwn), ...actions.filter((action) => !isOwn(action))].map((action) => {
      const { what, who, whoKind, by, status, note } = action;
      const name = who?.trim() || (isOwn(action) && record.subject.name) || (whoKind && t(`kind.${whoKind}`));
      const facts = [
        name,
        by && t('summary.by', { date: formatLocalDate(by, locale) }),
        status && t(`status.${status}`),
      ];
      const lines = facts.filter(Boolean);
      return html`<li class=${isShort(what, note) ? 'together' : ''}>
        ${paragraph(view, what, 'who')} ${(easy ? lines : [lines.join(' · ')]).map((line) => html`<p><bdi>${line}</bdi></p>`)}
        ${paragraph(view, note ?? '')}
      </li>`;
    })}
  </ul>`;
};
