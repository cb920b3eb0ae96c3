import { html, nothing, type TemplateResult } from 'lit';
import { GRACE, HOUR } from './draft.js';
import type { Found } from './finder.js';
import type { DraftedConversation } from './types.js';

/** The words themselves are among those of the conversation. */
type DraftWord = `draft.${string}`;

/** Something to say, and about which draft. */
export type Said = readonly [word: DraftWord, found?: Found];

export interface Choices {
  goOn(found: Found): unknown;
  look(found: Found): unknown;
  readonly back: () => unknown;
  setAside(found: Found): unknown;
  remove(found: Found): unknown;
  readonly takeBack: () => unknown;
}

function when(time: number, locale: string | undefined): string {
  const show = (tag?: string): string => new Date(time).toLocaleString(tag, { dateStyle: 'full', timeStyle: 'short' });
  try {
    return show(locale);
  } catch {
    return show();
  }
}

/**
 * What is said about drafts, and what can be chosen. Everything is in the page where the conversation is: nothing opens over it.
 *
 * @param now - in ms since 1970
 * @param taken - another page has taken the draft of this one
 */
export function renderNotices(
  host: DraftedConversation | undefined,
  now: number,
  said: Said | undefined,
  found: readonly Found[],
  looking: Found | undefined,
  taken: boolean,
  choices: Choices,
): TemplateResult {
  const word = (key: DraftWord, one?: Found): string => {
    const { savedAt = 0, expiresAt = 0, overdueSince } = one?.draft ?? {};
    const values = {
      when: when(savedAt, host?.usedLocale),
      until: when(overdueSince === undefined ? expiresAt : overdueSince + GRACE, host?.usedLocale),
    };
    return host?.t(key, values) ?? '';
  };
  const button = (key: DraftWord, press: () => unknown, kind = ''): TemplateResult =>
    html`<button type="button" class=${kind} @click=${press}>${word(key)}</button> `;
  const offer = (one: Found): TemplateResult => {
    const { draft, why, live, isOld } = one;
    const lines: readonly (DraftWord | false | undefined)[] = [
      why ? `draft.${why}` : live ? 'draft.elsewhere' : 'draft.found',
      isOld && 'draft.newer-record',
      (draft.savedAt ?? 0) > now + HOUR / 60 && 'draft.clock',
      draft.overdueSince !== undefined && 'draft.overdue',
    ];
    return html`<div class="question">
      ${lines.map((line) => (line ? html`<p>${word(line, one)}</p>` : nothing))}
      ${
        why
          ? button('draft.close', () => choices.setAside(one))
          : html`${button(live ? 'draft.take-over' : 'draft.go-on', () => choices.goOn(one), 'primary')}
            ${
              looking
                ? button('draft.back', choices.back)
                : html`${button('draft.look', () => choices.look(one))} ${button('draft.afresh', () => choices.setAside(one))}
                  ${
                    live
                      ? nothing
                      : html`<details>
                          <summary>${word('draft.delete')}</summary>
                          ${button('draft.yes-delete', () => choices.remove(one))}
                        </details>`
                  }`
            }`
      }
    </div>`;
  };
  return html`<div part="drafts">
    <p class="muted" role="status" tabindex="-1">${said && word(...said)}</p>
    ${looking ? offer(looking) : taken ? button('draft.take-over', choices.takeBack, 'primary') : found.map(offer)}
  </div>`;
}
