import type { OutcomeRecord } from '../schema/record.js';
import { faultOf, type DraftStore } from './draft.js';
import { draftStrings } from './drafts.strings.js';
import { TpDraftRestoreEvent, TpDraftSaveEvent } from './events.js';
import { find, fresh, read, type Found } from './finder.js';
import { listen } from './listen.js';
import { tabsOf } from './tabs.js';
import type {
  ConversationDrafts,
  DraftController,
  DraftedConversation,
  DraftNotices,
  DraftOffer,
  DraftOptions,
  DraftWord,
} from './types.js';
import { draftWriter, isSame } from './writer.js';

/** Words are kept this long after the first key that is not kept yet (ms); writing them takes some more. */
const TYPING = 250;

/** How long “Saved.” waits for the draft to be deleted (ms): a browser may never answer. */
const PATIENCE = 2000;

/**
 * Keeps what is written in a conversation while it is written, and offers it when the page was closed, reloaded or crashed before it was
 * stored: `conversation.drafts = keepDrafts(indexedDbDrafts(), { user })`.
 *
 * @throws TypeError without a user
 */
export function keepDrafts(store: DraftStore, options: DraftOptions): ConversationDrafts {
  if (!options.user) throw new TypeError('No user.');
  let host: DraftedConversation | undefined;
  /** The record as it came or was noted: nothing in it has to be kept again. */
  let known: OutcomeRecord | undefined;
  let told: OutcomeRecord | undefined;
  let shown: string | undefined;
  let taken = false;
  /** From then on nothing is kept, offered or said but that. */
  let purged: DraftNotices['said'];
  let said: DraftNotices['said'];
  let found: readonly Found[] = [];
  let turn = 0;
  /** The draft that is looked at, and what was on the screen before. */
  let looking: (Found & { readonly own: OutcomeRecord | undefined }) | undefined;
  const aside = new Set<string>();
  const now = (): number => (options.clock?.() ?? new Date()).getTime();
  /** Whether the conversation could read what was put onto it last. */
  let isRead = true;

  const redraw = (): void => host?.requestUpdate();
  const say = (word?: DraftWord, about?: DraftOffer): void => {
    said = purged ?? (word && [word, about]);
    redraw();
  };
  const fail = (error: unknown): void => {
    const fault = faultOf(error);
    say(fault === 'gone' ? 'failed' : fault);
  };
  const isReadonly = (): boolean => taken || looking !== undefined;
  /** Which record of whom is on the screen. */
  const about = (): string => {
    const { id, subject } = host?.record ?? {};
    return `${id} ${subject?.id ?? subject?.name}`;
  };
  const ownId = (): string | undefined => writer.idOf(host?.record?.id);

  const tabs = tabsOf(
    ({ changed, wants, purged: user }) => {
      if (changed && !looking) void look();
      if (wants && wants === ownId()) void flush().then((isKept): unknown => isKept && !taken && writer.lose());
      if (user === options.user) {
        purged = ['purged'];
        void writer.forget();
        say();
      }
    },
    () => void writer.lose(),
  );

  /** Notes what is on the screen, where it has changed or was handed to the host. */
  const note = (completedAt?: string): void => {
    const record = host?.record;
    if (purged || record?.status !== 'draft' || isReadonly() || (!completedAt && isSame(record, known))) return;
    known = record;
    writer.note(record, completedAt);
  };

  const writer = draftWriter(
    store,
    options,
    tabs,
    now,
    note,
    (id) => {
      if (said?.[0] !== 'kept' && said?.[1]?.id !== id) say('kept');
    },
    (isKept) => {
      taken = true;
      // Where the last words could not be kept, that is what has to be said.
      say(isKept ? 'taken' : said?.[0]);
    },
    fail,
  );

  /** False: something that is on the screen would get lost if something else were shown there. */
  const flush = (): Promise<boolean> => {
    host?.flush();
    return writer.keep();
  };
  const isLeft = ({ id }: { readonly id: string }): boolean => id === ownId() || aside.has(id);
  async function look(): Promise<void> {
    const record = host?.record;
    const mine = ++turn;
    if (!record) return;
    await find(store, options, tabs, record, isLeft).then((all) => {
      // Something else is on the screen by now.
      if (mine !== turn) return;
      found = all;
      redraw();
    }, fail);
  }

  const wasRead = (): boolean => isRead;
  /** Puts a record onto the screen. False: the conversation cannot read it, and shows what was there. */
  const show = (record: OutcomeRecord | undefined, own = record): boolean => {
    if (!host) return false;
    // Nobody else has put it there.
    shown = '';
    isRead = true;
    host.record = record;
    const isShown = wasRead();
    if (!isShown) host.record = own;
    known = host.record;
    shown = about();
    return isShown;
  };

  /** Puts a draft onto the screen: to look at it, or to go on with it. */
  async function open(offer: Pick<DraftOffer, 'id'>, isLook?: boolean): Promise<void> {
    const before = about();
    if (!(await flush())) return;
    try {
      if (!isLook) await tabs.ask(offer.id);
      const draft = await fresh(store, options, offer.id);
      const one = draft && read(draft);
      if (one?.record && !purged && before === about()) {
        const own = looking ? looking.own : host?.record;
        const isShown = show(one.record, own);
        looking = isShown && isLook ? { ...offer, ...one, own } : undefined;
        if (!isShown) {
          aside.add(offer.id);
          say('broken');
        } else if (isLook) say('looking', one);
        else {
          taken = false;
          writer.adopt(one.record, one.draft);
          if (host?.record) host.dispatchEvent(new TpDraftRestoreEvent(host.record));
          // Where it could not be kept, that was said.
          if (await writer.keep()) say('going-on', one);
          tabs.tellChange();
        }
      }
    } catch (error) {
      fail(error);
    }
    if (!looking) await look();
  }

  const choose: DraftNotices['choose'] = {
    goOn: open,
    look: (offer) => open(offer, true),
    back() {
      const own = looking?.own;
      looking = undefined;
      show(own);
      say();
      void look();
    },
    setAside(offer) {
      aside.add(offer.id);
      say(offer.why ? undefined : 'set-aside', offer);
    },
    remove: ({ id }) =>
      store.remove(id).then(() => {
        tabs.tellChange();
        aside.add(id);
        say('deleted');
      }, fail),
    async takeBack() {
      const id = ownId();
      taken = false;
      if (id && (await writer.keep())) await open({ id });
      // What could not be handed over goes on here, as a draft of its own.
      else writer.turn(host?.record, true);
      redraw();
    },
  };

  const hear = (event: Event): void => {
    // Any other event may come while another record is being drawn. A record that is complete is the same draft, handed to the host.
    const record = (event as CustomEvent<{ record?: OutcomeRecord } | undefined>).detail?.record;
    if (record) note(record.completedAt);
    // The elements hear of it after this. An answer is kept at once, words after a moment, however long somebody types on.
    writer.later(event.type === 'input' ? TYPING : 0);
  };

  const leave = (): void => {
    void flush();
    const record = host?.record;
    if (record?.status !== 'draft' || !ownId() || isReadonly() || record === told) return;
    told = record;
    host?.dispatchEvent(new TpDraftSaveEvent(record));
  };

  /** Something else is on the screen. What was found for one person is not offered with another. */
  const turnTo = (): void => {
    const record = host?.record;
    looking = undefined;
    found = [];
    turn += 1;
    writer.turn(record, taken);
    taken = false;
    known = record;
    // What was typed before may still be on its way.
    void writer.keep().then(look);
    // Not while it is being drawn.
    queueMicrotask(say);
  };

  let listening: AbortController | undefined;
  const controller: DraftController = {
    hostConnected() {
      if (!looking) shown = '';
      tabs.open();
      listening = listen(host, hear, leave);
      // The browser refuses what it refuses: it is said when something is to be kept.
      store.sweep(now()).catch(() => undefined);
      redraw();
    },
    hostDisconnected() {
      listening?.abort();
      // Until everything is kept, a purge has to be heard.
      void writer.keep().then((isKept) => {
        if (isKept && listening?.signal.aborted) tabs.close();
      });
      tabs.hold();
    },
    hostUpdated() {
      if (shown !== about()) turnTo();
      shown = about();
    },
  };

  const detach = (): void => {
    controller.hostDisconnected();
    host?.removeController(controller);
    host = undefined;
  };
  return {
    get readonly() {
      return isReadonly();
    },
    attach(conversation) {
      if (host) detach();
      host = conversation;
      conversation.addController(controller);
    },
    detach,
    opened(read) {
      isRead = read;
      if (shown === about() && (looking || !isSame(host?.record, known))) turnTo();
    },
    get notices() {
      return {
        said,
        offers: purged ? [] : found.filter((one) => !isLeft(one)),
        looking,
        isTaken: taken,
        now: now(),
        words: draftStrings,
        choose,
      };
    },
    async settled({ id, completedAt }) {
      if (writer.idOf(id)) say();
      // It is not offered again, and removed at the next start at the latest.
      const left = (): void => say('left');
      const removed = writer.remove(id, completedAt).then(() => {
        if (said?.[0] === 'left') say();
      }, left);
      const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
      await Promise.race([removed, late]).catch(left);
    },
    flush,
  };
}
