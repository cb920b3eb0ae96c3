import type { TpConversation } from '../../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../../src/elements/outcome/outcome.js';
import type { Entry, OutcomeRecord } from '../../../src/schema/record.js';
import { framework, fullRecord } from './data.js';
import { allWithin, button, drawn, labelled, mount, summary, until } from './dom.js';
import { click } from './keyboard.js';

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

/** Opens “Who and how”, which is folded at the start. */
export async function openWho(conversation: TpConversation): Promise<void> {
  await click(summary(conversation, 'Who and how'));
  await until(() => allWithin(conversation, '[part=who] input').length > 0, 'the fields of “Who and how”');
}

/** Adds somebody who took part, with their role; “Who and how” is open. */
export async function addSomebody(conversation: TpConversation, role: string): Promise<void> {
  const select = labelled<HTMLSelectElement>(conversation, 'Add somebody');
  const option = [...select.options].find(({ text }) => text === role);
  if (!option) throw new Error(`There is no role "${role}" to add.`);
  select.value = option.value;
  await click(button(conversation, 'Add'));
  await settled(conversation);
}
