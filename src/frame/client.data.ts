import { PROTOCOL, type Message, type Refusal } from './messages.js';

/** What can go wrong between a page and its frame. */
export type Trouble = Refusal | 'no-answer';

export const PROBLEMS: Readonly<Record<Trouble, readonly [message: string, hint: string]>> = {
  version: [
    `The frame speaks another version of the messages; this page speaks ${PROTOCOL}.`,
    'Take embed.html, embed.js and the client from one release.',
  ],
  'no-answer': [
    'The frame does not answer.',
    'Is the address right, does its page list this origin, may it be framed?',
  ],
  replayed: ['A message came twice, and was not listened to again.', 'Nothing has changed. Who sends it?'],
  session: ['A message of another session was not listened to.', 'Nothing has changed. Who sends it?'],
  malformed: [
    'A message of another form was not listened to.',
    'Nothing has changed. Are the settings right? Who sends it?',
  ],
};

/** Plain data, as the frame can be sent it: of a framework's proxy, too. What is none is `undefined`. */
export function plain<T>(value: T): T | undefined {
  const text = JSON.stringify(value) as string | undefined;
  return (text && JSON.parse(text)) as T | undefined;
}

/** An error with all that the host has put onto it, as far as it is data. */
export function plainError(error: unknown): Message {
  const message = error instanceof Error ? error.message : String(error);
  try {
    return { ...(plain(error) as object), message };
  } catch {
    return { message };
  }
}
