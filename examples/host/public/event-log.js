// @ts-check
/**
 * The live event log. The page that records shows it and offers it to the `/events` page, in another tab, through a BroadcastChannel:
 * what people say stays in this browser until it is stored.
 */

/** @typedef {{ at: string, name: string, summary: string, detail: unknown }} LogEntry */
/**
 * What goes through the channel: a watcher says hello, pages that record answer with what they have, and then with each new entry.
 *
 * @typedef {{ kind: 'hello' } | { kind: 'entries', entries: readonly LogEntry[] } | { kind: 'stored', href: string, page: string }} Message
 */

const CHANNEL = 'kinfolk-events';
const MOST = 300;

export const channel = new BroadcastChannel(CHANNEL);

/** @param {Message} message */
export const tell = (message) => channel.postMessage(message);

/** @param {(message: Message) => void} listener */
export const listen = (listener) =>
  channel.addEventListener('message', ({ data }) => listener(/** @type {Message} */ (data)));

/**
 * @param {string} tag
 * @param {...(Node | string)} content
 */
function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/**
 * A detail as JSON. It scrolls, so the keyboard has to reach it.
 *
 * @param {string} name
 * @param {unknown} detail
 */
function written(name, detail) {
  const box = element('pre', JSON.stringify(detail, null, 2));
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', `The detail of ${name}`);
  return box;
}

/**
 * Shows entries, the newest first.
 *
 * @param {Element} list
 * @param {readonly LogEntry[]} entries
 */
export function show(list, entries) {
  for (const { at, name, summary, detail } of entries) {
    const time = element('time', at.slice(11, 19));
    time.setAttribute('datetime', at);
    const more = element('details', element('summary', time, ' ', element('code', name), ' ', summary));
    // Written out when it is asked for: a record can be long, and it comes with each change.
    more.addEventListener('toggle', () => more.append(written(name, detail)), { once: true });
    list.prepend(element('li', more));
    if (list.children.length > MOST) list.lastElementChild?.remove();
  }
}

/** What a page has told, for watchers that come later. */
export class EventLog {
  /** @param {Element} list */
  constructor(list) {
    this.list = list;
    /** @type {LogEntry[]} */
    this.entries = [];
    listen((message) => {
      if (message.kind === 'hello') tell({ kind: 'entries', entries: this.entries });
    });
  }

  /**
   * @param {string} name
   * @param {string} summary
   * @param {unknown} [detail]
   */
  add(name, summary, detail = {}) {
    const entry = { at: new Date().toISOString(), name, summary, detail };
    this.entries.push(entry);
    if (this.entries.length > MOST) this.entries.shift();
    show(this.list, [entry]);
    tell({ kind: 'entries', entries: [entry] });
  }
}
