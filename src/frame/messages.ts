/**
 * What a page and the conversation that it shows in a frame say to each other, for both sides. The page greets the frame once, at exactly the
 * frame's origin, and hands over one end of a `MessageChannel`. From then on nothing is said but on that channel, and each message says its
 * version, the session that the page made up, and a number that only grows.
 */

/** The version of the messages. Both sides have to speak the same. */
export const PROTOCOL = 1;

/** The type of the only message that goes from window to window. */
export const GREETING = 'tp-hello';

/** Why a message was not listened to. */
export const REFUSALS = ['malformed', 'version', 'session', 'replayed'] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Message = Readonly<Record<string, unknown>>;

/** Whether the parts of a message are what its type needs, by type. */
export type Shapes = Readonly<Record<string, (message: Message) => boolean>>;

/** What was passed between windows is of plain objects; a Map or a Date is never meant. */
export const isPlain = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The number of something asked, which the answer to it says. */
export const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

/** Why a message is refused, or nothing when it is one that can be listened to. */
export function refusalOf(data: unknown, session: string, last: number, shapes: Shapes): Refusal | undefined {
  if (!isPlain(data) || !isId(data['v'])) return 'malformed';
  if (data['v'] !== PROTOCOL) return 'version';
  const { type, seq } = data;
  if (!isText(data['session']) || !isId(seq) || !isText(type)) return 'malformed';
  if (data['session'] !== session) return 'session';
  if (seq <= last) return 'replayed';
  return Object.hasOwn(shapes, type) && shapes[type]?.(data) ? undefined : 'malformed';
}

/** One end of the channel. What it refuses changes nothing, not even the number that it expects. */
export class Line {
  readonly #port: MessagePort;
  readonly #session: string;
  #sent = 0;
  #heard = 0;

  /**
   * @param port this side's end
   * @param session what the page made up for this frame
   * @param shapes the messages that the other side may send
   * @param hear is told of each of them
   * @param refuse is told why another one was not listened to, and what it was
   */
  constructor(
    port: MessagePort,
    session: string,
    shapes: Shapes,
    hear: (message: Message) => void,
    refuse: (refusal: Refusal, data?: unknown) => void,
  ) {
    this.#port = port;
    this.#session = session;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const refusal = refusalOf(data, session, this.#heard, shapes);
      if (refusal) {
        refuse(refusal, data);
        return;
      }
      const message = data as Message;
      this.#heard = message['seq'] as number;
      hear(message);
    };
    port.onmessageerror = () => {
      refuse('malformed');
    };
  }

  /** Sends plain data. */
  send(type: string, parts: Message = {}): void {
    this.#port.postMessage({ ...parts, v: PROTOCOL, session: this.#session, seq: ++this.#sent, type });
  }

  close(): void {
    this.#port.close();
  }
}
