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

/** What a part is made of. Without anything in it, the part is not there. */
export type Drawn = readonly TemplateResult[];

/** Words that there may be none of. */
type Words = string | false | undefined;

const headings = ['title', 'heading', 'label'] as const;

/** The heading of the copy itself (`title`), of an outcome (`heading`), and of a part (`label`). */
export const heading = ({ level }: SummaryView, kind: (typeof headings)[number], words: string): TemplateResult =>
  html`<div role="heading" aria-level=${Math.min(level + headings.indexOf(kind), 6)} class=${kind} part=${kind}>${words}</div>`;

/** One idea a line: the sentences of a text, as its language cuts them. */
function sentences(text: string, locale: string): readonly string[] {
  if (!('Segmenter' in Intl)) return text.split('\n');
  return [...new Intl.Segmenter(safeLocale(locale), { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** What is short, and may not be cut in half. */
export const isShort = (...texts: readonly Words[]): boolean => texts.join('').length < 300;

/**
 * Somebody's words, as text. What is short stays on one sheet, and on the side of the page's own script. What is long may go on over the page, or it
 * would leave half a sheet empty, and is read from its own side.
 */
export const paragraph = (view: SummaryView, text: Words, style = '', language?: string): Drawn =>
  (view.easy ? sentences(text || '', language ?? view.locale) : [text || ''])
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) =>
      isShort(line)
        ? html`<p class="${style} together" lang=${language ?? nothing}><bdi>${line}</bdi></p>`
        : html`<p class=${style} dir="auto" lang=${language ?? nothing}>${line}</p>`,
    );

/** A paragraph that is one line in the easy layout too: a name, a notice. */
export const line = (view: SummaryView, text: Words, style?: string): Drawn =>
  paragraph({ ...view, easy: false }, text, style);

/** Facts on one line. */
export const joined = (facts: readonly Words[]): string => facts.filter(Boolean).join(' · ');

/** "Eck (Friend or neighbour)". */
export const withAside = (words: string, aside: Words): string => (aside ? `${words} (${aside})` : words);

/** That something is a mistake or a correction, with the reason where the copy may give it. */
export const because = (t: Translate, what: 'in-error' | 'amends', reason?: string): string =>
  reason ? t(`conversation.${what}`, { reason }) : t(`summary.${what}`);

/** That something is a mistake. What was written stays, struck through. */
export const mistake = (view: SummaryView, mark: { readonly reason: string } | undefined): Drawn =>
  line(view, mark && because(view.t, 'in-error', mark.reason), 'notice');

/** Whose words they are, by name where it is known. */
function speaker({ t, record }: SummaryView, { saidBy, participantId }: Statement): string {
  const name = record.conversation.participants?.find(({ id }) => id === participantId)?.name;
  const role = saidBy && perspectiveLabel(t, saidBy, name ?? record.subject.name);
  return saidBy === 'person' || !name ? (role ?? '') : withAside(name, role);
}

/** Words in the order in which they were said; each translation under its original. */
export function renderStatements(
  view: SummaryView,
  statements: readonly Statement[] = [],
  style: 'words' | '' = '',
): Drawn {
  const { t } = view;
  const said = statements.filter(({ text }) => text.trim());
  const isUnder = ({ id, translationOf }: Statement): boolean =>
    translationOf !== id && said.some((one) => one.id === translationOf);
  const ordered = new Set<Statement>();
  const add = (one: Statement): void => {
    if (ordered.has(one)) return;
    ordered.add(one);
    said.filter(({ translationOf }) => translationOf === one.id).forEach(add);
  };
  // What says of itself that it translates what translates it would else be under nothing.
  [...said.filter((one) => !isUnder(one)), ...said].forEach(add);
  let last = '';
  return [...ordered].map((one) => {
    const { text, saidBy, language, enteredInError } = one;
    let above: Words;
    if (isUnder(one)) above = language && t('summary.translation', { language: languageName(language, view.locale) });
    else {
      const who = speaker(view, one);
      const own =
        saidBy === 'person' ? wordsLabel(t, saidBy, who) : who ? t('narrative.words-of', { who }) : t('outcome.words');
      above = own !== last && (style || (saidBy && saidBy !== 'person')) ? own : '';
      last = own;
    }
    return html`${line(view, above, 'whose')}${mistake(view, enteredInError)}
      <blockquote class=${enteredInError ? 'struck' : ''}>${paragraph(view, text, style, language)}</blockquote>`;
  });
}
