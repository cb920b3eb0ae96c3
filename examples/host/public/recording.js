// @ts-check
/** What every page that records has in common: nothing is lost on leaving, and what was stored is linked to. */

/** @import { TpConversation } from 'talking-points-elements' */

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function find(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** Asks before the page is left with something on it that is not stored, and says so in its title. */
export class Unsaved {
  #is = false;
  #title = document.title;

  /** @param {TpConversation} conversation */
  constructor(conversation) {
    window.addEventListener('beforeunload', (event) => {
      // Words that were typed a moment ago are told now.
      conversation.flush();
      if (this.#is) event.preventDefault();
    });
    conversation.addEventListener('tp-record-change', ({ detail }) => {
      // A correction that was left is no draft any more: there is nothing to save.
      if (detail.source !== 'host') this.set(detail.record.status === 'draft');
    });
  }

  /** @param {boolean} now */
  set(now) {
    this.#is = now;
    document.title = now ? `Not saved yet · ${this.#title}` : this.#title;
  }
}

/**
 * Links to the stored record.
 *
 * @param {string} personId
 * @param {string} id
 * @returns {string} its page
 */
export function showStored(personId, id) {
  const page = `/people/${encodeURIComponent(personId)}/records/${encodeURIComponent(id)}`;
  find('#stored-link', HTMLAnchorElement).href = page;
  find('#stored', HTMLElement).hidden = false;
  return page;
}
