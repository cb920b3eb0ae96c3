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
import { plain, plainError, PROBLEMS, type Trouble } from './client.data.js';
import { GREETING, Line, PROTOCOL, type Message } from './messages.js';
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
  readonly #calls = new Map<number, (record?: OutcomeRecord) => void>();
  /** What the frame has taken. */
  readonly #settings: FrameSettings;
  /** What was set since, and the frame has neither taken nor refused: told anew when it is loaded anew. */
  readonly #asked = new Map<number, FrameSettings>();
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
    this.#settings = plain(settings) as FrameSettings;
    this.#patience = patience;
    this.ready = new Promise((done) => (this.#isReady = done));
    this.frame = document.createElement('iframe');
    this.frame.title = title ?? 'A conversation about what matters';
    this.frame.referrerPolicy = 'no-referrer';
    this.frame.style.cssText = 'display:block;width:100%;border:0';
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
    const given: FrameSettings = Object.fromEntries(
      Object.entries(settings)
        // The frame has what it told: a copy of it would be another record there.
        .filter(([name, value]) => name !== 'record' || !value || (value !== this.#record && value !== this.#completed))
        .map(([name, value]) => [name, plain(value)]),
    );
    const id = ++this.#called;
    this.#asked.set(id, given);
    this.#line?.send('set', { id, settings: given });
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
    this.#calls.forEach((answer) => {
      answer();
    });
    this.#calls.clear();
  }

  readonly #greet = (): void => {
    this.#end();
    const session = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    const { port1, port2 } = new MessageChannel();
    const line = new Line(port1, session, FROM_FRAME, (message) => this.#hear(message, line), this.#report);
    this.#timer = setTimeout(() => {
      this.#report('no-answer');
    }, this.#patience);
    // Only a page of this origin is handed the other end.
    this.frame.contentWindow?.postMessage({ v: PROTOCOL, type: GREETING, session }, this.#origin, [port2]);
  };

  #hear(message: Message, line: Line): void {
    const id = message['id'] as number;
    clearTimeout(this.#timer);
    switch (message['type']) {
      case 'ready':
        this.#line = line;
        line.send('set', { settings: { ...this.#settings, ...(this.#record && { record: this.#record }) } });
        this.#asked.forEach((settings, id) => {
          line.send('set', { id, settings });
        });
        this.#isReady();
        break;
      case 'size':
        this.frame.style.height = `${String(message['height'])}px`;
        break;
      case 'return':
        Object.assign(this.#settings, this.#asked.get(id));
        this.#asked.delete(id);
        this.#calls.get(id)?.(message['record'] as OutcomeRecord | undefined);
        this.#calls.delete(id);
        break;
      case 'problem':
        this.#asked.delete(id);
        this.#report(message['code'] as Trouble);
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
          waiting.length > 0 ? Promise.all(waiting) : Promise.reject(new Error('Nobody called waitUntil()'));
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
    this.#line?.send('call', { ...parts, id, method });
    return this.#line && new Promise((answer) => this.#calls.set(id, answer));
  }

  readonly #report = (code: Trouble): void => {
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
