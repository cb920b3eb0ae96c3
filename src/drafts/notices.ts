import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { GRACE, HOUR } from './draft.js';
import { draftStrings } from './drafts.strings.js';
import type { Found } from './finder.js';
import type { DraftedConversation } from './types.js';

type DraftWord = keyof typeof draftStrings;

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

/** “Tuesday 3 March at 14:05”: drafts live for days. */
function when(time: number, locale: string | undefined): string {
  const show = (tag?: string): string =>
    new Date(time).toLocaleString(tag, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
    });
  try {
    return show(locale);
  } catch {
    return show();
  }
}

/** Where something is said, which is there before it is said. */
export const statusOf = (host: DraftedConversation | undefined): HTMLElement | null | undefined =>
  host?.shadowRoot?.querySelector('[part=drafts]>p');

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
    return host?.t(key, values, draftStrings) ?? '';
  };
  /** What is pressed goes away: the focus waits where it is said what came of it. */
  const button = (key: DraftWord, press: () => unknown, kind = ''): TemplateResult =>
    html`<button
      type="button"
      class=${kind}
      @click=${() => {
        statusOf(host)?.focus();
        press();
      }}
    >
      ${word(key)}
    </button>`;
  const offer = (one: Found): TemplateResult => {
    const { draft, why, live, isOld } = one;
    const goOn = button(live ? 'draft.take-over' : 'draft.go-on', () => choices.goOn(one), 'primary');
    const lines: readonly (DraftWord | false | undefined)[] = [
      why ? `draft.${why}` : live ? 'draft.elsewhere' : !looking && 'draft.found',
      isOld && 'draft.newer-record',
      (draft.savedAt ?? 0) > now + HOUR / 60 && 'draft.clock',
      draft.overdueSince !== undefined && !why && 'draft.overdue',
    ];
    return html`<div class="question">
      ${lines.map((line) => (line ? html`<p>${word(line, one)}</p>` : nothing))}
      <div class="choices">
        ${
          why
            ? button('draft.close', () => choices.setAside(one))
            : looking
              ? [goOn, button('draft.back', choices.back)]
              : [
                  goOn,
                  button('draft.look', () => choices.look(one)),
                  button('draft.afresh', () => choices.setAside(one)),
                  live
                    ? nothing
                    : html`<details>
                        <summary>${word('draft.delete')}</summary>
                        ${button('draft.yes-delete', () => choices.remove(one))}
                      </details>`,
                ]
        }
      </div>
    </div>`;
  };
  return html`<div part="drafts">
    <p class="muted" role="status" tabindex="-1">${said && word(...said)}</p>
    <div aria-live="polite">
      ${looking ? offer(looking) : taken ? button('draft.take-over', choices.takeBack, 'primary') : repeat(found, ({ draft }) => draft.id, offer)}
    </div>
  </div>`;
}
