import type { OutcomeRecord } from '../schema/record.js';
import { DraftError, type DraftStore } from './draft.js';
import { TpDraftRestoreEvent, TpDraftSaveEvent } from './events.js';
import { find, read, type Found } from './finder.js';
import { renderNotices, type Choices, type Said } from './notices.js';
import { tabsOf } from './tabs.js';
import type { ConversationDrafts, DraftController, DraftedConversation, DraftOptions } from './types.js';
import { draftWriter } from './writer.js';

/** Words are kept this long after the first key that is not kept yet (ms); writing them takes some more. */
const TYPING = 250;

const HEARD = ['input', 'change', 'focusout', 'tp-record-change', 'tp-record-complete'];

/** With what is being typed, a conversation hands out a new object each time. */
const isSame = (a: OutcomeRecord, b: OutcomeRecord | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Keeps what is written in a conversation while it is written, and offers it when the page was closed, reloaded or crashed before it was
 * stored: `conversation.drafts = keepDrafts(indexedDbDrafts(), { user })`.
 */
export function keepDrafts(store: DraftStore, options: DraftOptions): ConversationDrafts {
  let host: DraftedConversation | undefined;
  /** The record as it came or was noted: nothing in it has to be kept again. */
  let known: OutcomeRecord | undefined;
  let told: OutcomeRecord | undefined;
  let shown: string | undefined;
  let purged = false;
  let taken = false;
  let said: Said | undefined;
  let found: readonly Found[] = [];
  let turn = 0;
  let looking: { readonly found: Found; readonly own: OutcomeRecord | undefined } | undefined;
  const aside = new Set<string>();

  const now = (): number => (options.clock?.() ?? new Date()).getTime();
  const redraw = (): void => host?.requestUpdate();
  /** @param focus - the button that was pressed has gone */
  const say = (word: Said | undefined, focus = false): void => {
    said = word;
    redraw();
    if (focus)
      void host?.updateComplete.then(() => host?.shadowRoot?.querySelector<HTMLElement>('[part=drafts]>p')?.focus());
  };
  const fail = (error: unknown): void => {
    say([`draft.${error instanceof DraftError ? error.fault : 'failed'}`]);
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
      if (wants !== undefined && wants === ownId()) void handOver(wants);
      if (user === options.user) {
        purged = true;
        found = [];
        void writer.forget();
        say(['draft.purged']);
      }
    },
    () => void writer.lose(),
  );

  /** Notes what is on the screen, where it has changed. */
  const note = (): void => {
    const record = host?.record;
    if (record?.status !== 'draft' || isReadonly() || isSame(record, known)) return;
    known = record;
    writer.note(record);
  };

  const writer = draftWriter(
    store,
    options,
    tabs,
    now,
    note,
    (id) => {
      if (said?.[0] !== 'draft.kept' && said?.[1]?.draft.id !== id) say(['draft.kept']);
    },
    (isKept) => {
      taken = true;
      // Where the last words could not be kept, that is what has to be said.
      if (isKept) say(['draft.taken']);
      redraw();
    },
    fail,
  );

  /** False: something that is on the screen would get lost if something else were shown there. */
  const flush = (): Promise<boolean> => {
    host?.flush();
    return writer.keep();
  };
  async function handOver(id: string): Promise<void> {
    if (taken || !(await flush())) return;
    await writer.lose();
    tabs.tell({ frees: id });
  }

  async function look(): Promise<void> {
    const record = host?.record;
    const mine = ++turn;
    const isLeft = (id: string): boolean => id === ownId() || aside.has(id);
    if (!record) return;
    try {
      const all = await find(store, options, tabs, record, isLeft);
      // Something else is on the screen by now, or was kept meanwhile.
      if (mine !== turn) return;
      found = all.filter(({ draft }) => !isLeft(draft.id));
      redraw();
    } catch (error) {
      fail(error);
    }
  }

  /** Puts a record onto the screen. False: the conversation cannot read it, and shows what was there. */
  const show = (record: OutcomeRecord | undefined): boolean => {
    if (host) host.record = record;
    known = host?.record;
    shown = about();
    return known?.id === record?.id;
  };

  /** A draft as it is in the store now: another page may have written it meanwhile. */
  async function fresh(id: string): Promise<Found | undefined> {
    const draft = (await store.list(options.user)).find((one) => one.id === id);
    return draft && read(draft, options);
  }

  async function goOnWith(one: Found, record: OutcomeRecord): Promise<void> {
    const { id, writer: before, completedAt } = one.draft;
    const own = looking ? looking.own : host?.record;
    looking = undefined;
    if (!show(record)) {
      show(own);
      choices.setAside({ draft: one.draft });
      say(['draft.broken'], true);
      return;
    }
    taken = false;
    writer.adopt(record.id, id, before);
    writer.note(record, completedAt);
    if (host?.record) host.dispatchEvent(new TpDraftRestoreEvent(host.record));
    // Where it could not be kept, that was said.
    say((await writer.keep()) ? ['draft.going-on', one] : said, true);
    tabs.tell({ changed: true });
  }

  async function goOn(id: string): Promise<void> {
    const before = about();
    if (!(await flush())) return;
    try {
      if ((await tabs.isHeld(id)) !== false) await tabs.ask(id);
      const one = await fresh(id);
      if (one?.record && before === about()) await goOnWith(one, one.record);
    } catch (error) {
      fail(error);
    }
    await look();
  }

  const choices: Choices = {
    goOn: ({ draft }) => void goOn(draft.id),
    async look({ draft, live }) {
      const before = about();
      const one = (await flush()) && (await fresh(draft.id).catch(fail));
      if (!one || before !== about()) return;
      looking = { found: { ...one, live }, own: host?.record };
      show(one.record);
      say(undefined, true);
    },
    back() {
      const own = looking?.own;
      looking = undefined;
      show(own);
      say(undefined, true);
      void look();
    },
    setAside(one) {
      aside.add(one.draft.id);
      found = found.filter(({ draft }) => draft.id !== one.draft.id);
      say(one.record && ['draft.set-aside', one], true);
    },
    async remove({ draft }) {
      try {
        await store.remove(draft.id);
        tabs.tell({ changed: true });
        choices.setAside({ draft });
        say(['draft.deleted'], true);
      } catch (error) {
        fail(error);
      }
    },
    async takeBack() {
      const id = ownId();
      taken = false;
      if (id && (await writer.keep())) await goOn(id);
      // What could not be handed over goes on here, as a draft of its own.
      else if (host?.record) writer.adopt(host.record.id);
      say(said, true);
    },
  };

  const listen = (event: Event): void => {
    if (isReadonly()) return;
    const draft = host?.record;
    // A record that is complete is the same draft, handed to the host.
    const record = (event as CustomEvent<{ record?: OutcomeRecord } | undefined>).detail?.record;
    // Any other event may come while another record is being drawn.
    if (record) note();
    if (draft?.status === 'draft' && record?.completedAt) writer.note(draft, record.completedAt);
    // The elements hear of it after this. An answer is kept at once, words after a moment, however long somebody types on.
    writer.later(event.type === 'input' ? TYPING : 0);
  };

  const leave = (event: Event): void => {
    if (event.type !== 'pagehide' && document.visibilityState !== 'hidden') return;
    void flush();
    const record = host?.record;
    if (record?.status !== 'draft' || !ownId() || isReadonly() || isSame(record, told)) return;
    told = record;
    host?.dispatchEvent(new TpDraftSaveEvent(record));
  };

  let listening: AbortController | undefined;
  const controller: DraftController = {
    hostConnected() {
      shown = '';
      tabs.open();
      listening = new AbortController();
      const { signal } = listening;
      for (const type of HEARD) host?.addEventListener(type, listen, { capture: true, signal });
      document.addEventListener('visibilitychange', leave, { signal });
      globalThis.addEventListener('pagehide', leave, { signal });
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
      tabs.release();
    },
    hostUpdated() {
      if (shown === about()) return;
      shown = about();
      const record = host?.record;
      if (looking && record?.id === looking.found.record?.id) return;
      looking = undefined;
      // What was found for one person is not offered with another.
      found = [];
      if (!purged) said = undefined;
      writer.turn(record?.id, taken);
      taken = false;
      if (!ownId()) known = record;
      void look();
      // Not while it is being drawn.
      queueMicrotask(redraw);
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
    render: () => renderNotices(host, now(), said, found, looking?.found, taken, choices),
    stored({ id, completedAt }) {
      if (writer.idOf(id)) say(undefined);
      // What cannot be removed now is asked about at the next start: the host says then what it holds.
      return writer.remove(id, completedAt).catch(() => undefined);
    },
    flush,
  };
}
