import { html, nothing, type TemplateResult } from 'lit';
import { struck } from '../../base/struck.fragment.js';
import { formatList, formatLocalDate } from '../../i18n/format.js';
import { isSaidRating } from '../../model/compare-entries.js';
import { whenOf } from '../../model/compare-time.js';
import type { Rating } from '../../schema/record.js';
import { wordsLabel } from '../narrative/narrative.fragment.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';
import type { Then } from '../../base/earlier.js';
import { isGiven, type RatingList } from './outcome.fields.js';
import type { OutcomeView } from './outcome.sections.js';
import { viewName } from './outcome.words.js';

/** The question "Now": a heading beside that of "Then". */
export const sideHeading = (view: OutcomeView, id: string, words: string): TemplateResult =>
  html`<div class="side" id=${id} role="heading" aria-level=${Math.min(view.headingLevel + 1, 6)}>${words}</div>`;

/** What was said last time: the words of the day, whose they were, who wrote them down and when. To be read, not to be changed. */
export function renderThen(view: OutcomeView, then: Then): TemplateResult {
  const { t, locale, personName } = view;
  const { record, entry } = then;
  const statements = (entry.narrative ?? []).filter(({ text }) => text.trim() !== '');
  const wish = entry.personalOutcome;
  const wanted = [wish?.text, wish?.intent && t(`intent.${wish.intent}`)].filter(Boolean).join(' · ');
  const answers = (['ratings', 'importance'] as const).flatMap((list) =>
    (entry[list] ?? []).filter(isSaidRating).map((rating) => answer(view, then, list, rating)),
  );
  const writers = [...statements, ...(entry.ratings ?? []), record].flatMap(({ recordedBy }) => recordedBy?.name || []);
  return html`<div class="then" part="then" role="group" aria-labelledby="then">
    ${sideHeading(view, 'then', t('review.then', { date: formatLocalDate(whenOf(record).date, locale) }))}
    <dl>
      ${statements.map(
        (one) =>
          html`<dt class="muted">${one.saidBy ? wordsLabel(t, one.saidBy, personName) : t('outcome.words')}</dt>
            <dd class="said" dir="auto" lang=${one.language ?? nothing}>${struck(t, one.text, one)}</dd>`,
      )}
      ${wanted ? html`<dt class="muted">${t('review.wanted')}</dt><dd dir="auto">${wanted}</dd>` : nothing} ${answers}
      ${statements.length === 0 && !wanted && answers.length === 0 ? html`<dd>${t('review.nothing')}</dd>` : nothing}
    </dl>
    ${
      writers.length > 0
        ? html`<p class="notice">${t('review.written-by', { names: formatList([...new Set(writers)], locale) })}</p>`
        : nothing
    }
  </div>`;
}

/** An earlier answer, in the words of the day; held back, where the page asks for that, until the same view is given now. */
function answer(view: OutcomeView, { record }: Then, list: RatingList, rating: Rating): TemplateResult {
  const { t } = view;
  const { perspective, participantId, scale, reason } = rating;
  const name = record.conversation.participants?.find(({ id }) => id === participantId)?.name;
  const whose = viewName(view, perspective) + (name && perspective !== 'person' ? ` (${name})` : '');
  const given = view.entry[list]?.some((now) => now.perspective === perspective && isGiven(now));
  const definition =
    record.scales.find(({ id, version }) => id === scale.id && version === scale.version) ??
    view.findScale(`${scale.id}@${scale.version}`);
  const held = view.shown === 'after-answer' && !given && !view.readonly;
  // What was held back is read out when it comes.
  const live = view.shown === 'after-answer' ? 'polite' : nothing;
  const shown = held
    ? t('review.withheld')
    : struck(t, rating.label ?? answerInWords(t, definition, rating.answer), rating);
  return html`<dt class="muted">${list === 'importance' ? `${t('outcome.importance')}: ` : nothing}${whose}</dt>
    <dd class=${held ? 'muted' : ''} part=${held ? 'withheld' : nothing} aria-live=${live}>${shown}</dd>
    ${reason && !held ? html`<dd class="said" dir="auto">${reason}</dd>` : nothing}`;
}
