import {
  TpAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpConflictSettleEvent,
  TpErrorEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
  TpRecordConflictEvent,
  type TpEventMap,
} from '../base/events.js';
import { report } from '../base/report.js';
import type { OutcomeRecord } from '../schema/record.js';
import { GREETING, Line, PROTOCOL, type Message, type Refusal } from './messages.js';
import type { FrameSettings, FrameTheme } from './settings.js';
import { FROM_FRAME } from './shapes.js';

export type { FrameSettings, FrameTheme, TpEventMap };

/** The events that come out of a frame. `tp-before-answer-change` does not: a veto would come too late. */
export type FrameEventMap = Omit<TpEventMap, 'tp-before-answer-change'>;

/** Where the conversation is, and what is said about it. */
export interface EmbedOptions extends FrameSettings {
  /** The address of `embed.html`. */
  readonly src: string | URL;
  /** Its origin, where the page wants to be sure of it. Another one is refused at once. */
  readonly origin?: string | undefined;
  /** What a screen reader calls the frame. */
  readonly title?: string | undefined;
  /** How long the frame may take to answer before that is told as `tp-error`, in milliseconds. */
  readonly patience?: number | undefined;
}

/** The events that are told and wait for nothing. */
const TOLD = {
  'tp-answer-change': TpAnswerChangeEvent,
  'tp-record-change': TpRecordChangeEvent,
  'tp-record-conflict': TpRecordConflictEvent,
  'tp-conflict-settle': TpConflictSettleEvent,
  'tp-concern': TpConcernEvent,
  'tp-error': TpErrorEvent,
} as const;

const PROBLEMS: Readonly<Record<Refusal | 'no-answer', readonly [message: string, hint: string]>> = {
  version: [
    `The frame and this page do not speak the same version of the messages; this page speaks ${PROTOCOL}.`,
    'Take embed.html, embed.js and the client from one release.',
  ],
  'no-answer': [
    'The frame does not answer.',
    'Is the address right, does its page list this origin, and may it be framed? The frame itself may say more.',
  ],
  replayed: ['A message came twice, and was not listened to again.', 'Nothing has changed. Who sends it?'],
  session: ['A message of another session was not listened to.', 'Nothing has changed. Who sends it?'],
  malformed: [
    'A message was not as it has to be, and was not listened to.',
    'Nothing has changed. Look at the settings, and at who else sends messages.',
  ],
};

/** Plain data, as the frame can be sent it: of a framework's proxy, too. */
const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

const newSession = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** An error with all that the host has put onto it, as far as it is data. */
function plainError(error: unknown): Message {
  const message = error instanceof Error ? error.message : String(error);
  try {
    return { ...(plain(error) as object), message };
  } catch {
    return { message };
  }
}

/**
 * A conversation that is shown in a frame. Its events are those of `<tp-conversation>`, with the same `detail`; they are fired on the frame and
 * bubble.
 */
export class EmbeddedConversation {
  /** The frame. It can be styled and moved; moving it reloads it, and it goes on with the record that it told last. */
  readonly frame: HTMLIFrameElement;
  /** When the frame has answered for the first time. */
  readonly ready: Promise<void>;
  readonly #origin: string;
  readonly #patience: number;
  readonly #calls = new Map<number, (record: OutcomeRecord | undefined) => void>();
  #settings: FrameSettings;
  #line: Line | undefined;
  #called = 0;
  #record: OutcomeRecord | undefined;
  /** What was completed last. */
  #completed: OutcomeRecord | undefined;
  /** How many records were given, and whether the frame has taken up the last of them: what it tells until then is about the one before. */
  #given = 1;
  #isLate = false;
  #isReady: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @internal Made by `embedConversation`. */
  constructor(container: Element, { src, origin, title, patience = 10_000, ...settings }: EmbedOptions) {
    const address = new URL(src, document.baseURI);
    this.#origin = address.origin;
    if (this.#origin === 'null' || (origin !== undefined && origin !== this.#origin))
      throw new Error(`The frame at ${address.href} is not of the origin ${origin ?? 'of any web server'}.`);
    this.#settings = plain(settings);
    this.#patience = patience;
    this.ready = new Promise((done) => (this.#isReady = done));
    this.frame = document.createElement('iframe');
    this.frame.title = title ?? 'A conversation about what matters';
    this.frame.referrerPolicy = 'no-referrer';
    const { style } = this.frame;
    style.display = 'block';
    style.width = '100%';
    style.border = '0';
    // A frame that is loaded anew is greeted anew.
    this.frame.addEventListener('load', this.#greet);
    this.frame.src = address.href;
    container.append(this.frame);
  }

  /** The record as the frame told it last: after each change. */
  get record(): OutcomeRecord | undefined {
    return this.#record;
  }

  /** Sets properties of the conversation, as plain data; `undefined` takes one back. Fires nothing. */
  set(settings: FrameSettings): void {
    const given = plain({ ...settings });
    for (const name of Object.keys(settings)) if (!(name in given)) Object.assign(given, { [name]: undefined });
    this.#settings = { ...this.#settings, ...given };
    // The frame has what it told: a copy of it would be another record there.
    if (settings.record && (settings.record === this.#record || settings.record === this.#completed))
      Reflect.deleteProperty(given, 'record');
    this.#line?.send('set', { settings: given });
    if ('record' in given) {
      this.#record = this.#completed = undefined;
      const mine = ++this.#given;
      this.#isLate = !!this.#line;
      void this.flush().then((record) => {
        if (mine !== this.#given) return;
        this.#isLate = false;
        this.#record ??= record;
      });
    }
  }

  /** Completes the record, as the Complete button does. Resolves as `complete()` of the element does. */
  complete(): Promise<OutcomeRecord | undefined> {
    return this.#call('complete');
  }

  /** Begins a correction of the completed record. Resolves with the draft, or with `undefined` as the element does. */
  amend(reason: string): Promise<OutcomeRecord | undefined> {
    return this.#call('amend', { reason });
  }

  /** Tells of typed words now instead of after the pause. Resolves with the record. */
  flush(): Promise<OutcomeRecord | undefined> {
    return this.#call('flush');
  }

  /** Puts the focus to the beginning of the conversation. */
  async focus(): Promise<void> {
    await this.ready;
    this.frame.focus();
    await this.#call('focus');
  }

  /** Listens to an event of the conversation. The events also bubble from `frame`. */
  addEventListener<Type extends keyof FrameEventMap>(
    type: Type,
    listener: (event: FrameEventMap[Type]) => unknown,
    options?: AddEventListenerOptions | boolean,
  ): void {
    this.frame.addEventListener(type, listener as EventListener, options);
  }

  removeEventListener<Type extends keyof FrameEventMap>(
    type: Type,
    listener: (event: FrameEventMap[Type]) => unknown,
    options?: EventListenerOptions | boolean,
  ): void {
    this.frame.removeEventListener(type, listener as EventListener, options);
  }

  /** Hears the words that were typed last, and takes the frame away. */
  async destroy(): Promise<void> {
    // A frame that has crashed says nothing any more.
    if (this.#line) await Promise.race([this.flush(), new Promise((done) => setTimeout(done, this.#patience))]);
    this.frame.removeEventListener('load', this.#greet);
    this.frame.remove();
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#line?.close();
    this.#line = undefined;
    // Nobody is there to answer.
    for (const answer of this.#calls.values()) answer(undefined);
    this.#calls.clear();
  }

  readonly #greet = (): void => {
    this.#end();
    const session = newSession();
    const { port1, port2 } = new MessageChannel();
    const line = new Line(port1, session, FROM_FRAME, (message) => this.#hear(message, line), this.#report);
    this.#timer = setTimeout(() => {
      this.#report('no-answer');
    }, this.#patience);
    // Only a page of this origin is handed the other end.
    this.frame.contentWindow?.postMessage({ v: PROTOCOL, type: GREETING, session }, this.#origin, [port2]);
  };

  #hear(message: Message, line: Line): void {
    const { id, record } = message;
    switch (message['type']) {
      case 'ready':
        clearTimeout(this.#timer);
        this.#line = line;
        line.send('set', { settings: { ...this.#settings, ...(this.#record && { record: this.#record }) } });
        this.#isReady();
        break;
      case 'size':
        this.frame.style.height = `${String(message['height'])}px`;
        break;
      case 'return':
        this.#calls.get(id as number)?.(record as OutcomeRecord | undefined);
        this.#calls.delete(id as number);
        break;
      case 'problem':
        clearTimeout(this.#timer);
        this.#report(message['code'] as Refusal);
        break;
      default:
        this.#tell(message, line);
    }
  }

  #tell({ name, detail, id }: Message, line: Line): void {
    const { frame } = this;
    switch (name) {
      case 'tp-before-record-complete':
        line.send('answer', {
          id,
          ok: frame.dispatchEvent(new TpBeforeRecordCompleteEvent(detail as never)),
          error: { message: '' },
        });
        return;
      case 'tp-record-complete': {
        const event = new TpRecordCompleteEvent(detail as never);
        const given = this.#isLate ? 0 : this.#given;
        this.#completed = event.detail.record;
        frame.dispatchEvent(event);
        const waiting = event.close();
        const stored =
          waiting.length > 0
            ? Promise.all(waiting)
            : Promise.reject(new Error('Nobody called waitUntil, so nobody can say that it is stored'));
        stored.then(
          () => {
            if (given === this.#given) this.#record = event.detail.record;
            line.send('answer', { id, ok: true });
          },
          (error: unknown) => {
            line.send('answer', { id, ok: false, error: plainError(error) });
          },
        );
        return;
      }
      default: {
        const event = new TOLD[name as keyof typeof TOLD](detail as never);
        if (event instanceof TpRecordChangeEvent && !this.#isLate) {
          this.#record = event.detail.record;
          this.#completed = undefined;
        }
        frame.dispatchEvent(event);
      }
    }
  }

  async #call(method: string, parts: Message = {}): Promise<OutcomeRecord | undefined> {
    await this.ready;
    const id = ++this.#called;
    return new Promise((answer) => {
      if (!this.#line) {
        answer(undefined);
        return;
      }
      this.#calls.set(id, answer);
      this.#line.send('call', { ...parts, id, method });
    });
  }

  readonly #report = (code: Refusal | 'no-answer'): void => {
    const [message, hint] = PROBLEMS[code];
    report(this.frame, 'The conversation in the frame', { code: `frame-${code}`, path: '', message, hint });
  };
}

/**
 * Shows a conversation in a frame, for a page that cannot load the elements themselves. Give it the address of `embed.html` and what you would
 * set on `<tp-conversation>`; functions cannot be sent into a frame.
 *
 * @param container what the frame is put into, after what is there
 * @throws when the address is not one of a web server, or not of the `origin` that is asked for
 */
export const embedConversation = (container: Element, options: EmbedOptions): EmbeddedConversation =>
  new EmbeddedConversation(container, options);
