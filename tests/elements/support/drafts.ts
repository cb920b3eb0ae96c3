import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../../src/elements/conversation/conversation.js';
import {
  indexedDbDrafts,
  keepDrafts,
  type DraftOptions,
  type DraftStore,
  type StoredDraft,
} from '../../../src/drafts/index.js';
import type { OutcomeRecord } from '../../../src/schema/record.js';
import { cardsOf, conversationWith, settled } from './cards.js';
import { allWithin, labelled, until, within, words } from './dom.js';
import { click, press, type } from './keyboard.js';

/** A store on the device that nothing is in yet. */
export const emptyStore = (): DraftStore => indexedDbDrafts(`drafts-${crypto.randomUUID()}`);

/** A page with a conversation that keeps drafts: each is like a tab of its own. */
export async function tab(
  store: DraftStore,
  options: Partial<DraftOptions> = {},
  record?: OutcomeRecord,
): Promise<TpConversation> {
  const { conversation } = await conversationWith();
  conversation.subject = { id: 'jean-1', name: 'Jean' };
  if (record) conversation.record = record;
  conversation.drafts = keepDrafts(store, { user: 'worker-1', ...options });
  await settled(conversation);
  return conversation;
}

/** Takes a page away as a crash does: nothing in it is told, nothing is finished. */
export function crash(conversation: TpConversation): void {
  // What is kept by then is kept; the page itself can do nothing more.
  conversation.drafts = undefined;
  conversation.remove();
}

/** Chooses a topic and writes about it. */
export async function write(conversation: TpConversation, text: string, topic = 'Digging'): Promise<void> {
  const box = labelled(conversation, topic);
  if (!box.checked) {
    // With a key: what is said of drafts comes when the store has answered, and moves what is under the pointer.
    box.focus();
    await press('Space');
  }
  await settled(conversation);
  const [card] = cardsOf(conversation);
  if (!card) throw new Error('There is a card.');
  await click(within(card, '#narrative-0'));
  await press('End');
  await type(text);
}

/** What a page that crashed has left in a store. */
export async function leftBehind(
  text = 'roses',
  store = emptyStore(),
  options: Partial<DraftOptions> = {},
  record?: OutcomeRecord,
): Promise<DraftStore> {
  const conversation = await tab(store, options, record);
  await write(conversation, text);
  await conversation.drafts?.flush();
  crash(conversation);
  return store;
}

/** The one draft in a store. */
export async function onlyDraft(store: DraftStore): Promise<StoredDraft> {
  const [draft, ...more] = (await store.list('worker-1')) as StoredDraft[];
  if (!draft || more.length > 0) throw new Error(`There are ${more.length + Number(Boolean(draft))} drafts.`);
  return draft;
}

/** The words on the screen. */
export const wordsIn = (conversation: TpConversation): readonly (string | undefined)[] =>
  conversation.record?.entries.map(({ narrative }) => narrative?.[0]?.text) ?? [];

/** The words of every draft that can be read without a key. */
export const keptWords = async (store: DraftStore, user = 'worker-1'): Promise<readonly (string | undefined)[]> =>
  (await store.list(user)).map(({ record }) => record?.entries[0]?.narrative?.[0]?.text).sort();

/** Waits until the store holds these words, and nothing else. */
export async function untilKept(store: DraftStore, ...wanted: readonly (string | undefined)[]): Promise<void> {
  let kept: readonly (string | undefined)[] = [];
  for (let turn = 0; turn < 300; turn += 1) {
    kept = await keptWords(store);
    if (JSON.stringify(kept) === JSON.stringify(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(kept).to.deep.equal(wanted);
}

/** What is said about drafts. */
export const notices = (conversation: TpConversation): string =>
  allWithin(conversation, '[part=drafts]').map(words).join(' ');

/** Waits until something is said about drafts. */
export async function saidOf(conversation: TpConversation, text: string): Promise<void> {
  await until(() => notices(conversation).includes(text), `“${text}” is said`).catch((error: unknown) => {
    throw new Error(`${String(error)} There is: ${notices(conversation)}`);
  });
}
