import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Translate } from '../../base/tp-element.js';
import type { DraftNotices, DraftOffer, DraftWord } from '../../drafts/types.js';
import { formatTime } from '../../i18n/format.js';

/** A clock is not taken for changed when it was set by the network (ms). */
const SLACK = 60_000;

/** What has to be heeded. */
const FAULT = /^(full|missing|newer|failed|lost)$/;

/** What is said about drafts, and what can be chosen. Everything is in the page where the conversation is: nothing opens over it. */
export function renderDrafts(host: Element, notices: DraftNotices, t: Translate, locale: string): TemplateResult {
  const find = (what: string) => host.shadowRoot?.querySelector<HTMLElement>(`[part=drafts] ${what}`);
  const focused = find(':focus');
  // What is no longer offered takes the focus with it: once this is drawn, it is seen.
  queueMicrotask(() => {
    if (focused?.isConnected === false) find('p')?.focus();
  });
  const { said, offers, looking, isTaken, now, words, choose } = notices;
  const word = (key: DraftWord, { savedAt = 0, until = 0 }: Partial<DraftOffer> = {}): string =>
    t(`draft.${key}`, { when: formatTime(savedAt, locale), until: formatTime(until, locale) }, words);
  /** What is pressed goes away: the focus waits where it is said what came of it. */
  const button = (key: DraftWord, press: () => unknown, kind = ''): TemplateResult =>
    html`<button
      type="button"
      class=${kind}
      @click=${() => {
        find('p')?.focus();
        press();
      }}
    >
      ${word(key)}
    </button>`;
  const offer = (one: DraftOffer): TemplateResult => {
    const { why, isLive, isOld, savedAt, isOverdue } = one;
    const goOn = button(isLive ? 'take-over' : 'go-on', () => choose.goOn(one), 'primary');
    const lines: readonly (DraftWord | false | undefined)[] = [
      why ?? (isLive ? 'elsewhere' : one !== looking && 'found'),
      isOld && 'newer-record',
      savedAt > now + SLACK && 'clock',
      isOverdue && !why && 'overdue',
    ];
    const ways = [
      goOn,
      button('look', () => choose.look(one)),
      button('afresh', () => choose.setAside(one)),
      html`<details ?hidden=${isLive}>
        <summary>${word('delete')}</summary>
        ${button('yes-delete', () => choose.remove(one))}
      </details>`,
    ];
    return html`<div class="question draft">
      ${lines.map((line) => (line ? html`<p>${word(line, one)}</p>` : nothing))}
      <div>
        ${why ? button('close', () => choose.setAside(one)) : one === looking ? [goOn, button('back', choose.back)] : ways}
      </div>
    </div>`;
  };
  const shown = looking ? [looking] : isTaken ? [] : offers;
  return html`<div part="drafts">
    <p class=${FAULT.test(said?.[0] ?? '') ? 'error' : 'muted'} role="status" tabindex="-1">${said && word(...said)}</p>
    <div aria-live="polite">
      ${repeat(shown, ({ id }) => id, offer)} ${isTaken && !looking ? button('take-over', choose.takeBack, 'primary') : nothing}
    </div>
  </div>`;
}
