import { html, nothing, type TemplateResult } from 'lit';
import type { OutcomeSide } from '../../model/compare-types.js';
import type { OutcomeRecord, Participant, Statement } from '../../schema/record.js';
import { saySpeaker, type Saying } from './fragments/comparison.words.js';

/** What somebody has unfolded; it stays so when cards become a table. */
export interface Folding {
  readonly say: Saying;
  readonly unfolded: ReadonlySet<string>;
  readonly fold: (id: string, button: HTMLElement) => void;
}

/** From here on a text is folded: about a dozen lines. */
const LONG = 700;
const LINES = 12;
const isLong = (text: string): boolean => text.length > LONG || text.split('\n').length > LINES;

export interface TextToShow {
  /** Unlike any other in the comparison. */
  readonly id: string;
  readonly text: string;
  readonly language?: string | undefined;
  readonly struck?: boolean;
}

/** Somebody's text. A long one is folded on the screen, never cut: it is all there for a screen reader and on paper. */
export function renderText(
  { say, unfolded, fold }: Folding,
  { id, text, language, struck = false }: TextToShow,
  quoted = false,
): TemplateResult {
  const long = isLong(text);
  const open = unfolded.has(id);
  const inner = struck ? html`<s>${text}</s>` : text;
  const classes = `text${long && !open ? ' folded' : ''}`;
  const lang = language ?? nothing;
  return html`${
    quoted
      ? html`<blockquote class=${classes} part="words" dir="auto" lang=${lang}>${inner}</blockquote>`
      : html`<div class=${classes} dir="auto" lang=${lang}>${inner}</div>`
  }${
    long
      ? html`<button
          type="button"
          class="quiet"
          part="fold"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${({ currentTarget }: Event) => {
            fold(id, currentTarget as HTMLElement);
          }}
        >
          ${say.t(open ? 'comparison.show-less' : 'comparison.show-all')}
        </button>`
      : nothing
  }`;
}

/** That something is a mistake, and why. It stays in sight, struck through. */
export const renderMistake = ({ t }: Saying, reason: string | undefined): TemplateResult | typeof nothing =>
  reason === undefined ? nothing : html`<p class="error">${t('outcome.entered-in-error', { reason })}</p>`;

/** Why a side of an outcome is a mistake, where it is one. */
export const mistakeOf = ({ entry }: OutcomeSide, record: OutcomeRecord): string | undefined =>
  entry.enteredInError?.reason ?? record.enteredInError?.reason;

/** What was said, each statement with whose words they are. */
export function renderStatements(
  folding: Folding,
  statements: readonly Statement[],
  place: string,
  struck: boolean,
  participants: readonly Participant[] | undefined,
): TemplateResult {
  const { say } = folding;
  return html`${statements.map(
    (statement) =>
      html`<p class="muted" part="speaker">${saySpeaker(say, statement, participants)}${
        statement.sharing?.length === 0 ? html` · ${say.t('narrative.private')}` : nothing
      }</p>
        ${renderMistake(say, statement.enteredInError?.reason)}
        ${renderText(
          folding,
          {
            id: `${place} ${statement.id}`,
            text: statement.text,
            language: statement.language,
            struck: struck || statement.enteredInError !== undefined,
          },
          true,
        )}`,
  )}`;
}
