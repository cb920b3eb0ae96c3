import { embedConversation, type EmbedOptions, type EmbeddedConversation } from '../../../src/frame/client.js';
import { framework } from './data.js';
import { mount, until, within } from './dom.js';
import { listen, TP_EVENTS, type Heard } from './events.js';

/** The same server under its other name: another origin. */
export const otherOrigin = location.origin.replace('localhost', '127.0.0.1');
const page = '/tests/elements/pages/embed.html';

export interface Embedded {
  readonly handle: EmbeddedConversation;
  readonly heard: Heard;
}

/** A conversation on the garden framework, in a frame of the other origin or, to look inside, of this one. */
export async function embedded(options: Partial<EmbedOptions> = {}, origin = otherOrigin): Promise<Embedded> {
  const place = await mount('<div><button>Before</button><div></div><button>After</button></div>');
  const settings = { src: `${origin}${page}`, framework: framework(), subject: { id: 'jean-1', name: 'Jean' } };
  const handle = embedConversation(within(place, 'div'), { ...settings, ...options });
  const heard = listen(handle.frame, TP_EVENTS);
  return { handle, heard };
}

export async function ready(options: Partial<EmbedOptions> = {}, origin = otherOrigin): Promise<Embedded> {
  const made = await embedded(options, origin);
  await made.handle.ready;
  await made.handle.flush();
  return made;
}

/** What is inside a frame of this origin. */
export function inside(frame: HTMLIFrameElement): Document {
  const { contentDocument } = frame;
  if (!contentDocument) throw new Error('The frame is of another origin.');
  return contentDocument;
}

/** The conversation inside a frame of this origin. */
export async function conversationIn(frame: HTMLIFrameElement): Promise<HTMLElementTagNameMap['tp-conversation']> {
  const find = () => inside(frame).querySelector('tp-conversation');
  await until(() => find()?.shadowRoot?.childElementCount, 'the conversation in the frame');
  const conversation = find();
  if (!conversation) throw new Error('There is a conversation.');
  await conversation.updateComplete;
  return conversation;
}

/** A frame of this origin that has loaded. */
export async function loaded(src: string): Promise<HTMLIFrameElement> {
  const frame = await mount<HTMLIFrameElement>('<iframe title="A frame"></iframe>');
  await new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
    frame.src = src;
  });
  return frame;
}

/** A page for a frame, and a frame whose list holds nobody. */
export const pages = { embed: page, closed: `${page}?closed`, blank: '/tests/elements/pages/blank.html' };
