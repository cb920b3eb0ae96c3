import { html, nothing, type TemplateResult } from 'lit';
import type { Statement } from '../../schema/record.js';
import type { Saying } from './fragments/comparison.words.js';

export type Content = TemplateResult | null | undefined;

/** What somebody has unfolded; it stays so when cards become a table. */
export interface Folding {
  readonly say: Saying;
  /** The texts themselves: one text is either folded or not, wherever it stands. */
  readonly unfolded: ReadonlySet<string>;
  readonly fold: (text: string, button: HTMLElement) => void;
}

/** From here on a text is folded: about a dozen lines. */
const LONG = 700;
const LINES = 12;

/** What is marked as a mistake stays in sight, struck through. */
export const strike = (text: string, isMistake: boolean): string | TemplateResult =>
  isMistake ? html`<s>${text}</s>` : text;

/** That something is a mistake, and why. */
export const renderMistake = ({ t }: Saying, mistake: Statement['enteredInError']): Content =>
  mistake && html`<p class="error">${t('outcome.entered-in-error', { reason: mistake.reason })}</p>`;

/** Somebody's text. A long one is folded on the screen, never cut: it is all there for a screen reader and on paper. */
export function renderText(
  { say, unfolded, fold }: Folding,
  text: string | undefined,
  isMistake: boolean,
  language?: string,
  isQuoted = false,
): Content {
  if (!text) return null;
  const isLong = text.length > LONG || text.split('\n').length > LINES;
  const isOpen = unfolded.has(text);
  const words = strike(text, isMistake);
  const classes = `text${isLong && !isOpen ? ' folded' : ''}`;
  const lang = language ?? nothing;
  return html`${
    isQuoted
      ? html`<blockquote class=${classes} part="words" dir="auto" lang=${lang}>${words}</blockquote>`
      : html`<div class=${classes} dir="auto" lang=${lang}>${words}</div>`
  }${
    isLong
      ? html`<button
          type="button"
          class="quiet"
          part="fold"
          aria-expanded=${isOpen}
          @click=${({ currentTarget }: Event) => {
            fold(text, currentTarget as HTMLElement);
          }}
        >
          ${say.t(isOpen ? 'comparison.show-less' : 'comparison.show-all')}
        </button>`
      : null
  }`;
}
