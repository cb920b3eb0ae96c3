import { html, nothing, type TemplateResult } from 'lit';
import { formatLocalDate } from '../../i18n/format.js';
import { isSaidRating } from '../../model/compare-entries.js';
import { whenOf } from '../../model/compare-time.js';
import { byPerspective, viewOf } from '../../model/compare-views.js';
import type { RatingView } from '../../model/compare-types.js';
import { findScale } from '../../scales/registry.js';
import { CONTRIBUTOR_KINDS } from '../../schema/codes.js';
import type { Action, Contributor, Entry, OutcomeRecord, PersonalOutcome, Rating } from '../../schema/record.js';
import { wordsLabel } from '../narrative/narrative.fragment.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';
import {
  heading,
  isShort,
  joined,
  line,
  mistake,
  paragraph,
  renderStatements,
  withAside,
  type Drawn,
  type SummaryView,
} from './record-summary.words.js';

/** The same entry in an earlier record, with that record. */
export interface Then {
  readonly record: OutcomeRecord;
  readonly entry: Entry;
}

/** A part of an outcome: its picture, its label, what is drawn of it, and for a list what it is a list of. */
type Part = readonly [picture: string, label: string, drawn: Drawn, list?: readonly unknown[] | undefined];

/** One outcome: the words first, then what is wanted, how things are, what helps, what comes next. What was not said has no heading. */
export function renderEntry(view: SummaryView, entry: Entry, then: Then | undefined, running: unknown): TemplateResult {
  const { t, easy } = view;
  const { name = '' } = view.record.subject;
  const [about] = entry.outcomes;
  const key = about?.id ?? entry.id;
  // Two frameworks may use one id for two things.
  const outcome =
    about && view.framework?.id === about.framework ? view.framework.outcomes.find(({ id }) => id === key) : undefined;
  const { contributors = [], actions = [], decision, disagreement } = entry;
  const helped = contributors.filter(({ stage }) => stage === 'actual');
  const helps = contributors.filter(({ stage }) => stage !== 'actual');
  const steps = actions.filter(({ what }) => what.trim());
  const parts: readonly Part[] = [
    ['wish', name ? 'outcome.wish-named' : 'outcome.wish', renderWish(view, entry.personalOutcome)],
    ['now', 'outcome.how-now', renderViews(view, entry, entry.ratings), entry.ratings],
    ['change', 'summary.change', renderViews(view, entry, entry.change), entry.change],
    ['then', 'summary.then', then ? renderThen(view, then) : []],
    ['importance', 'outcome.importance', renderViews(view, entry, entry.importance)],
    ['strengths', 'outcome.strengths', renderStatements(view, entry.strengths)],
    ['helped', 'summary.helped', renderHelp(view, helped), helped],
    ['helps', 'outcome.contributors', renderHelp(view, helps), helps],
    ['barriers', 'outcome.barriers', renderStatements(view, entry.barriers)],
    ['different', 'outcome.disagreement', paragraph(view, disagreement?.text)],
    [
      'decision',
      'summary.decided',
      decision ? [...line(view, t(`decision.${decision.value}`), 'answer'), ...paragraph(view, decision.reason)] : [],
    ],
    ['actions', 'outcome.actions', renderActions(view, steps), steps],
  ];
  const date = then ? formatLocalDate(whenOf(then.record).date, view.locale) : '';
  return html`<div class="entry ${entry.enteredInError ? 'struck' : ''}" part="outcome">
    <p class="again muted" aria-hidden="true">${running}</p>
    ${idea(view, key, [
      heading(view, 'heading', (easy && outcome?.easyName) || entry.label),
      line(view, entry.mostImportant && t('outcome.most-important'), 'whose'),
      mistake(view, entry.enteredInError),
      renderStatements(view, entry.narrative, 'words'),
    ])}
    ${parts
      .filter(([, , drawn]) => drawn.length > 0)
      .map(([picture, label, drawn, list = []]) => {
        // Not every engine keeps a heading with a list: a short list stays with its heading as a whole.
        const whole = list.length > 0 && list.length < 3 && JSON.stringify(list).length < 900;
        return idea(view, `${key}-${picture}`, [heading(view, 'label', t(label, { name, date })), drawn], whole);
      })}
  </div>`;
}

/** One idea. In the easy layout a picture stands at its side. */
export const idea = ({ easy }: SummaryView, picture: string, drawn: unknown, whole = false): TemplateResult =>
  html`<div class="idea ${whole ? 'together' : ''}">
    ${easy ? html`<div class="picture"><slot name="picture-${picture}"></slot></div>` : nothing}
    <div>${drawn}</div>
  </div>`;

/** What is wanted; where it is not in the person's own words, whose words they are. */
function renderWish(view: SummaryView, wish: PersonalOutcome = {}): Drawn {
  const { t } = view;
  const { text, intent, wordedBy, language } = wish;
  const whose = wordedBy && wordedBy !== 'person' && (text || intent) && wordsLabel(t, wordedBy, undefined);
  return [
    ...line(view, whose, 'whose'),
    ...paragraph(view, text, 'wish', language),
    ...line(view, intent && t('summary.intent', { intent: t(`intent.${intent}`) }), 'muted'),
  ];
}

function renderThen(view: SummaryView, { record, entry }: Then): Drawn {
  const then = { ...view, record };
  return [...renderStatements(then, entry.narrative), ...renderViews(then, entry, entry.ratings)];
}

/** Each view in words, none in another's place. */
const renderViews = (view: SummaryView, entry: Entry, ratings: readonly Rating[] = []): Drawn =>
  byPerspective(
    ratings.filter(isSaidRating).map((rating) => viewOf(rating, { record: view.record, entry }, findScale)),
  ).map((one) => {
    const { t, record } = view;
    const { perspective, answer, hopedFor, reason, viewFoundBy, wouldHelp, enteredInError } = one.rating;
    const isOwn = perspective === 'person';
    const name = isOwn && record.subject.name;
    const whose = name ? t('outcome.view.person-named', { name }) : t(`outcome.view.${perspective}`);
    const hoped = inWords(view, one, hopedFor);
    return html`<div class=${enteredInError ? 'struck' : ''}>
      ${mistake(view, enteredInError)}
      <p class="together">
        <span class="muted">${t('finish.view-of', { view: withAside(whose, !isOwn && one.participant?.name) })}</span>
        <bdi class="answer">${inWords(view, one, answer)}</bdi>
      </p>
      ${[
        reason,
        viewFoundBy && t('summary.found-by', { how: viewFoundBy }),
        hoped && t('summary.hoped-for', { answer: hoped }),
        wouldHelp && t('summary.would-help', { words: wouldHelp }),
      ].map((words) => paragraph(view, words))}
    </div>`;
  });

/** An answer in the words of the day. A number alone says nothing: its ends are said with it. */
function inWords({ t, easy }: SummaryView, { rating, scale }: RatingView, answer: Rating['hopedFor']): string {
  if (!answer || answer.kind === 'unanswered') return '';
  const value = answer.kind === 'answered' ? answer.value : undefined;
  const points = scale?.points ?? [];
  const said =
    (easy && points.find((one) => one.value === value)?.easyLabel) ||
    (answer === rating.answer && rating.label) ||
    answerInWords(t, scale ?? undefined, answer);
  const level = rating.levels?.find((one) => one.value === value)?.text;
  if (level) return `${said}: ${level}`;
  return scale?.anchors && value !== undefined
    ? t('summary.ends', {
        ...scale.anchors,
        answer: said,
        low: points[0]?.label ?? '',
        high: points.at(-1)?.label ?? '',
      })
    : said;
}

/** The items of a list, those that come first by their place. */
const inOrder = <T>(items: readonly T[], placeOf: (item: T) => number): readonly T[] =>
  [...items].sort((a, b) => placeOf(a) - placeOf(b));

/** A list. What is short is not cut in half. */
const renderList = (items: readonly (readonly [isShort: boolean, drawn: unknown])[], part?: string): Drawn =>
  items.length === 0
    ? []
    : [
        html`<ul part=${part ?? nothing}>
          ${items.map(([short, drawn]) => html`<li class=${short ? 'together' : ''}>${drawn}</li>`)}
        </ul>`,
      ];

/** Who and what helps: the person first, services after family and community. */
const renderHelp = (view: SummaryView, helpers: readonly Contributor[]): Drawn =>
  renderList(
    inOrder(helpers, ({ kind }) => CONTRIBUTOR_KINDS.indexOf(kind)).map(({ kind, who, how }) => {
      const name = (kind === 'person' && view.record.subject.name) || view.t(`kind.${kind}`);
      const known = who?.trim() || name;
      return [isShort(who, how), [line(view, withAside(known, known !== name && name), 'who'), paragraph(view, how)]];
    }),
  );

/** Next steps, with names and days; the person's own first. */
const renderActions = (view: SummaryView, actions: readonly Action[]): Drawn => {
  const { t, record, locale, easy } = view;
  return renderList(
    inOrder(actions, ({ whoKind }) => (whoKind === 'person' ? 0 : 1)).map(
      ({ what, who, whoKind, by, status, note }) => {
        const facts = [
          who?.trim() || (whoKind === 'person' && record.subject.name) || (whoKind && t(`kind.${whoKind}`)),
          by && t('agreed.by', { date: formatLocalDate(by, locale) }),
          status && t(`status.${status}`),
        ];
        return [
          isShort(what, note),
          [
            paragraph(view, what, 'who'),
            (easy ? facts : [joined(facts)]).map((words) => line(view, words)),
            paragraph(view, note),
          ],
        ];
      },
    ),
    'actions',
  );
};
