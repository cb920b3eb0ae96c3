import type { TpConversation } from '../../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../../src/elements/outcome/outcome.js';
import type { Entry, OutcomeRecord } from '../../../src/schema/record.js';
import { framework, fullRecord } from './data.js';
import { allWithin, drawn, mount } from './dom.js';

/** A card alone in the page, about an outcome of the garden framework. */
export async function card(attributes = '', entry?: Entry, outcome = 'digging'): Promise<TpOutcome> {
  const element = await mount<TpOutcome>(`<tp-outcome ${attributes}></tp-outcome>`);
  element.framework = framework();
  element.outcome = outcome;
  if (entry) element.entry = entry;
  await drawn(element);
  return element;
}

/** An entry with something in every part. */
export function fullEntry(): Entry {
  const [entry] = fullRecord().entries;
  if (!entry) throw new Error('The full record has an entry.');
  return entry;
}

export const cardsOf = (conversation: Element): readonly TpOutcome[] => [
  ...conversation.querySelectorAll<TpOutcome>('tp-outcome'),
];

/** A conversation on the garden framework, drawn with its cards. */
export async function conversationWith(
  record?: OutcomeRecord,
  attributes = '',
  inside = '',
): Promise<{ conversation: TpConversation; cards: readonly TpOutcome[] }> {
  const page = await mount(`<div><tp-conversation ${attributes}>${inside}</tp-conversation></div>`);
  const [conversation] = allWithin<TpConversation>(page, 'tp-conversation');
  if (!conversation) throw new Error('The page has a conversation.');
  conversation.framework = framework();
  if (record) conversation.record = record;
  await settled(conversation);
  return { conversation, cards: cardsOf(conversation) };
}

/** Waits until a conversation and its cards are drawn. */
export async function settled(conversation: TpConversation): Promise<void> {
  await drawn(conversation);
  await drawn(...cardsOf(conversation));
}
