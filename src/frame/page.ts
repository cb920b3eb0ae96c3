import type { TpConversation } from '../elements/conversation/conversation.js';
import { report } from '../base/report.js';
import type { OutcomeRecord } from '../schema/record.js';
import { VERSION } from '../version.js';
import { GREETING, isId, isPlain, isText, Line, PROTOCOL, type Message, type Refusal } from './messages.js';
import { wrongSettings, type FrameSettings, type FrameTheme } from './settings.js';
import { FROM_HOST } from './shapes.js';

/** What is told as it is. The other events of the conversation wait for an answer, or could not be vetoed in time. */
const TOLD = [
  'tp-answer-change',
  'tp-record-change',
  'tp-record-conflict',
  'tp-conflict-settle',
  'tp-concern',
  'tp-error',
] as const;

type Answer = Readonly<{ ok: boolean; error?: Readonly<{ message: string }> }>;

/** An error of the page around the frame, with all that it carries. */
const errorOf = ({ error }: Answer): Error => Object.assign(new Error(error?.message), error);

/**
 * The page inside the frame: one conversation, spoken to by the page around it. Listens to nobody but its parent, at an origin that is in
 * `<meta name="talking-points-parents">` or is its own.
 */
export class FramePage {
  readonly #place: HTMLElement;
  readonly #allowed: readonly string[];
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  #line: Line | undefined;
  #conversation: TpConversation | undefined;
  #theme: FrameTheme = {};
  /** The page around has agreed to what is being completed. */
  #isAgreed = false;
  /** The completing that waits for that. */
  #completing: Promise<OutcomeRecord | undefined> | undefined;

  /** @param place where the conversation is put, or what is wrong */
  constructor(place: HTMLElement) {
    this.#place = place;
    place.tabIndex = -1;
    const listed = document.querySelector<HTMLMetaElement>('meta[name=talking-points-parents]')?.content ?? '';
    const parents = listed.split(/\s+/).filter(Boolean);
    const wrong = parents.filter((text) => originOf(text) !== text);
    this.#allowed = [location.origin, ...parents];
    if (window.parent === window) this.#say('This page is made to be shown inside another page.');
    else if (wrong.length > 0)
      this.#say(`This is not an origin, as https://records.example.org is one: ${wrong.join(', ')}. See embed.html.`);
    window.addEventListener('message', (event) => {
      this.#greet(event);
    });
    // What was typed a moment ago is told before nobody is there to tell it.
    const flush = (): void => this.#conversation?.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') flush();
    });
    new ResizeObserver(() => {
      this.#tellSize();
    }).observe(document.body);
  }

  #greet({ source, origin, data, ports: [port] }: MessageEvent<unknown>): void {
    // Other scripts use messages too: what is not for us is none of our business.
    if (source !== window.parent || !isPlain(data) || data['type'] !== GREETING) return;
    if (!this.#allowed.includes(origin)) {
      this.#say(`${origin} may not show this page. It is not in the list in embed.html.`);
      return;
    }
    if (this.#line) {
      this.#line.send('problem', { code: 'replayed' satisfies Refusal });
      return;
    }
    const { v, session } = data;
    const refusal: Refusal | undefined =
      !port || !isId(v) || !isText(session) || !/^[0-9a-f]{32}$/.test(session)
        ? 'malformed'
        : v === PROTOCOL
          ? undefined
          : 'version';
    if (port && refusal === undefined) {
      // Of the first settings, what is right is taken: without, there would be nothing to see.
      const set = (message: Message): boolean =>
        this.#conversation ? !!FROM_HOST['set']?.(message) : isPlain(message['settings']);
      const shapes = { ...FROM_HOST, set };
      this.#line = new Line(port, session as string, shapes, this.#hear, (code, data) => {
        const id = isPlain(data) && isId(data['id']) ? data['id'] : undefined;
        this.#line?.send('problem', { code, id });
      });
      this.#line.send('ready', { version: VERSION });
      this.#tellSize();
      return;
    }
    this.#say(
      refusal === 'version'
        ? `The page around this one speaks version ${String(v)} of the messages, and this one version ${PROTOCOL}. Take both from one release.`
        : 'The page around this one greeted it in a way that it does not know.',
    );
    // It can be told, too: it is on the list, and the port leads nowhere else.
    if (port && isText(session))
      new Line(
        port,
        session,
        {},
        () => undefined,
        () => undefined,
      ).send('problem', { code: refusal });
  }

  readonly #hear = (message: Message): void => {
    const id = message['id'] as number;
    switch (message['type']) {
      case 'set':
        this.#set(message['settings'] as FrameSettings);
        if (id) this.#line?.send('return', { id });
        break;
      case 'answer':
        this.#waiting.get(id)?.(message as unknown as Answer);
        this.#waiting.delete(id);
        break;
      case 'call':
        void this.#call(message).then((record) => {
          this.#line?.send('return', { id, record });
        });
    }
  };

  async #call({ method, reason }: Message): Promise<OutcomeRecord | undefined> {
    const conversation = this.#conversation;
    switch (method) {
      case 'complete':
        // What is completed at once is only what the page around had agreed to before.
        return (await conversation?.complete()) ?? (await this.#completing);
      case 'amend':
        return conversation?.amend(reason as string);
      case 'flush':
        conversation?.flush();
        return conversation?.record;
      default:
        this.#place.focus();
        return undefined;
    }
  }

  #set(settings: FrameSettings): void {
    const conversation = this.#conversation ?? this.#begin();
    for (const path of wrongSettings(settings)) {
      Reflect.deleteProperty(settings, path);
      report(document, 'Settings:', {
        code: 'frame-setting',
        path,
        message: 'There is no such setting or value.',
        hint: 'See docs/embed.md.',
      });
    }
    const { theme, dir, ...properties } = settings;
    const page = document.documentElement;
    if ('dir' in settings) page.dir = dir ?? '';
    if ('locale' in settings) page.lang = settings.locale ?? 'en-GB';
    if ('theme' in settings) this.#show(theme ?? {});
    Object.assign(conversation, properties);
    // With what was said about it first: a conversation begins when it is put into the page.
    if (!conversation.isConnected) this.#place.replaceChildren(conversation);
  }

  #begin(): TpConversation {
    const conversation = document.createElement('tp-conversation');
    this.#conversation = conversation;
    for (const name of TOLD)
      document.addEventListener(name, ({ detail }) => {
        this.#line?.send('event', { name, detail });
      });
    conversation.addEventListener('tp-before-record-complete', (event) => {
      if (this.#isAgreed) return;
      // The answer takes a message there and back. Until then everything is as if it had been vetoed.
      event.preventDefault();
      this.#completing ??= this.#complete(conversation, event.detail);
    });
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(
        this.#ask('tp-record-complete', event.detail).then((answer) => {
          if (!answer.ok) throw errorOf(answer);
        }),
      );
    });
    return conversation;
  }

  /** Completes the record once the page around has agreed to it. */
  async #complete(conversation: TpConversation, detail: unknown): Promise<OutcomeRecord | undefined> {
    const { record: draft } = conversation;
    const { ok } = await this.#ask('tp-before-record-complete', detail);
    this.#completing = undefined;
    if (!ok) return undefined;
    conversation.flush();
    // Another record has come: nobody has asked to complete that one.
    if (conversation.record?.id !== draft?.id) return undefined;
    // What was changed meanwhile was not agreed to, and is asked about anew.
    this.#isAgreed = conversation.record === draft;
    const done = conversation.complete();
    this.#isAgreed = false;
    return (await done) ?? this.#completing;
  }

  #ask(name: string, detail: unknown): Promise<Answer> {
    const id = ++this.#asked;
    this.#line?.send('event', { name, detail, id });
    return new Promise((answer) => this.#waiting.set(id, answer));
  }

  #show(theme: FrameTheme): void {
    const { classList, style } = document.documentElement;
    if (this.#theme.name) classList.remove(`tp-${this.#theme.name}`);
    if (theme.name) classList.add(`tp-${theme.name}`);
    style.colorScheme = theme.scheme ?? '';
    for (const name of Object.keys(this.#theme.tokens ?? {})) style.removeProperty(name);
    for (const [name, value] of Object.entries(theme.tokens ?? {})) style.setProperty(name, value);
    this.#theme = theme;
  }

  #tellSize(): void {
    this.#line?.send('size', { height: Math.ceil(document.body.getBoundingClientRect().height) });
  }

  /** Says in the frame what is wrong with it. */
  #say(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.setAttribute('role', 'alert');
    paragraph.lang = 'en-GB';
    paragraph.textContent = text;
    this.#place.replaceChildren(paragraph);
  }
}

function originOf(text: string): string | undefined {
  try {
    return new URL(text).origin;
  } catch {
    return undefined;
  }
}
