import type { TpConversation } from '../../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../../src/elements/outcome/outcome.js';
import type { OutcomeRecord, Rating } from '../../../src/schema/record.js';
import { cardsOf, settled } from './cards.js';
import { entry, framework, record } from './data.js';
import { allWithin, mount } from './dom.js';

const AT = '2026-03-03T14:05:00+00:00';

export const rated = (id: string, change: Partial<Rating> = {}): Rating => ({
  id,
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value: 'some' },
  label: 'Some of the time',
  recordedAt: AT,
  ...change,
});

/** What was recorded in March, and completed: two things that mattered, three steps. */
export const lastTime = (change: Partial<OutcomeRecord> = {}): OutcomeRecord =>
  record({
    id: 'r-then',
    kind: 'plan',
    status: 'completed',
    completedAt: AT,
    recordedBy: { name: 'Mairi' },
    entries: [
      entry('digging', 'Digging', {
        narrative: [{ id: 's-1', text: 'I miss the roses.', saidBy: 'person', recordedBy: { name: 'Mairi' } }],
        personalOutcome: { text: 'A small bed by the door', intent: 'achieve' },
        ratings: [
          rated('g-1', { reason: 'Only in summer' }),
          rated('g-2', {
            perspective: 'carer',
            answer: { kind: 'answered', value: 'none' },
            label: 'None of the time',
          }),
        ],
        contributors: [
          { id: 'c-1', kind: 'family', who: 'Morag', how: 'rings every day', stage: 'planned' },
          { id: 'c-2', kind: 'service', who: 'Home care', stage: 'planned' },
        ],
        actions: [
          { id: 'a-1', what: 'Ring the garden club', whoKind: 'person', by: '2026-03-10', status: 'planned' },
          { id: 'a-2', what: 'Find a lift', who: 'Eck', status: 'doing' },
          { id: 'a-3', what: 'Buy a fork', who: 'Eck', status: 'done' },
        ],
      }),
      entry('sitting', 'Sitting in the sun', { narrative: [{ id: 's-2', text: 'On the bench.' }] }),
    ],
    ...change,
  });

/** A review of what was recorded before, in September. */
export async function reviewOf(
  previous: unknown,
  set: Partial<TpConversation> = {},
  attributes = '',
): Promise<{ conversation: TpConversation; cards: readonly TpOutcome[] }> {
  const page = await mount(`<div><tp-conversation ${attributes}></tp-conversation></div>`);
  const [conversation] = allWithin<TpConversation>(page, 'tp-conversation');
  if (!conversation) throw new Error('The page has a conversation.');
  Object.assign(conversation, {
    framework: framework(),
    recordedBy: { name: 'Ailsa' },
    clock: () => new Date('2026-09-01T14:00:00Z'),
    previous,
    ...set,
  });
  await settled(conversation);
  await settled(conversation);
  return { conversation, cards: cardsOf(conversation) };
}

/** The group of native controls under a question, as a person would look for it. */
export function group(root: Element, question: string): HTMLFieldSetElement {
  const groups = allWithin<HTMLFieldSetElement>(root, 'fieldset');
  const found = groups.find((one) => one.querySelector('legend')?.textContent.trim().startsWith(question));
  if (!found)
    throw new Error(
      `There is no group "${question}": ${groups.map((one) => one.querySelector('legend')?.textContent.trim()).join(' | ')}`,
    );
  return found;
}

/** One radio or button of a group, by its words. */
export function choice(root: Element, question: string, name: string): HTMLElement {
  const controls = [...group(root, question).querySelectorAll<HTMLElement>('label,button')];
  const found = controls.find((one) => one.textContent.trim() === name);
  if (!found) throw new Error(`"${question}" has no "${name}".`);
  return found.querySelector('input') ?? found;
}
