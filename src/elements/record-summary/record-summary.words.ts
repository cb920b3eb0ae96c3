import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { languageName } from '../../i18n/format.js';
import { safeLocale } from '../../i18n/strings.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { OutcomeRecord, Statement } from '../../schema/record.js';
import { perspectiveLabel, wordsLabel } from '../narrative/narrative.fragment.js';

export type SummaryLayout = 'normal' | 'large' | 'easy';

/** What the parts of a copy are drawn with. The record is the audience's: nothing else comes in here. */
export interface SummaryView {
  readonly t: Translate;
  readonly locale: string;
  /** The level of the copy's own heading. */
  readonly level: number;
  readonly easy: boolean;
  readonly record: OutcomeRecord;
  readonly framework: OutcomeFramework | undefined;
}

type Drawn = TemplateResult | typeof nothing;

const level = (view: SummaryView, below: number): number => Math.min(view.level + below, 6);

/** The heading of the copy itself, of an outcome, and of a part. */
export const title = (view: SummaryView, words: string): TemplateResult =>
  html`<div role="heading" aria-level=${level(view, 0)} class="title" part="title">${words}</div>`;
export const heading = (view: SummaryView, words: string): TemplateResult =>
  html`<div role="heading" aria-level=${level(view, 1)} class="heading" part="heading">${words}</div>`;
export const label = (view: SummaryView, words: string): TemplateResult =>
  html`<div role="heading" aria-level=${level(view, 2)} class="label" part="label">${words}</div>`;

/** One idea a line: the sentences of a text, as its language cuts them. */
function sentences(text: string, locale: string): readonly string[] {
  if (!('Segmenter' in Intl)) return text.split('\n');
  return [...new Intl.Segmenter(safeLocale(locale), { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** What is short, and may not be cut in half. */
export const isShort = (...texts: readonly (string | undefined)[]): boolean => texts.join('').length < 300;

/**
 * Somebody's words, as text. What is short stays on one sheet, and on the side of the page's own script. What is long may go on over the page, or it
 * would leave half a sheet empty, and is read from its own side.
 */
export const paragraph = (view: SummaryView, text: string, style = '', language?: string): Drawn[] =>
  (view.easy ? sentences(text, language ?? view.locale) : [text])
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) =>
      isShort(line)
        ? html`<p class="${style} together" lang=${language ?? nothing}><bdi>${line}</bdi></p>`
        : html`<p class=${style} dir="auto" lang=${language ?? nothing}>${line}</p>`,
    );

/** That something is a mistake, with the reason where the copy has one. What was written stays, struck through. */
export const mistake = (t: Translate, mark: { readonly reason: string } | undefined): Drawn =>
  mark
    ? html`<p class="notice">${mark.reason ? t('outcome.entered-in-error', { reason: mark.reason }) : t('summary.in-error')}</p>`
    : nothing;

/** Whose words they are, by name where it is known. */
export function speaker({ t, record }: SummaryView, { saidBy, participantId }: Partial<Statement>): string {
  const name = record.conversation.participants?.find(({ id }) => id === participantId)?.name;
  const role = saidBy && perspectiveLabel(t, saidBy, name ?? record.subject.name);
  return saidBy === 'person' || !name ? (role ?? '') : role ? `${name} (${role})` : name;
}

/** Words in the order in which they were said; each translation under its original. */
export function renderStatements(
  view: SummaryView,
  statements: readonly Statement[] | undefined,
  style: 'words' | '' = '',
): TemplateResult[] {
  const { t } = view;
  const said = (statements ?? []).filter(({ text }) => text.trim());
  const ids = new Set(said.map(({ id }) => id));
  const isUnder = ({ id, translationOf }: Statement): boolean =>
    translationOf !== undefined && translationOf !== id && ids.has(translationOf);
  const first = said.filter((one) => !isUnder(one));
  const drawn = new Set<Statement>();
  const withTranslations = (one: Statement): readonly Statement[] => {
    if (drawn.has(one)) return [];
    drawn.add(one);
    return [one, ...said.filter((other) => isUnder(other) && other.translationOf === one.id).flatMap(withTranslations)];
  };
  let last = '';
  // What says of itself that it translates what translates it would else be under nothing.
  return [...first, ...said].flatMap(withTranslations).map((one) => {
    const { text, saidBy, language, enteredInError } = one;
    const who = speaker(view, one);
    const own =
      saidBy === 'person' ? wordsLabel(t, saidBy, who) : who ? t('narrative.words-of', { who }) : t('outcome.words');
    const above = isUnder(one)
      ? language && t('summary.translation', { language: languageName(language, view.locale) })
      : own !== last && (style || (saidBy && saidBy !== 'person'))
        ? own
        : '';
    if (!isUnder(one)) last = own;
    return html`${above ? html`<p class="whose">${above}</p>` : nothing}
      ${mistake(t, enteredInError)}
      <blockquote class=${enteredInError ? 'struck' : ''}>${paragraph(view, text, style, language)}</blockquote>`;
  });
}
