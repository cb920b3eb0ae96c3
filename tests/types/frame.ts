// Compiled, never run: what a host's TypeScript knows about a conversation in a frame.
import { embedConversation } from '../../src/frame/client.js';
import type { OutcomeRecord, TpRecordCompleteEvent } from '../../src/index.js';
import { exactly, use } from './expect.js';

declare const place: HTMLElement;
declare const march: OutcomeRecord;

const conversation = embedConversation(place, {
  src: '/embed/embed.html',
  framework: 'talking-points-community',
  subject: { id: 'p-204', name: 'Jean' },
  previous: [march],
  theme: { name: 'paper', tokens: { '--tp-color-accent': '#234' } },
});

conversation.addEventListener('tp-record-complete', (event) => {
  exactly<TpRecordCompleteEvent>()(event);
  event.waitUntil(Promise.resolve(event.detail.record.id));
});
void exactly<Promise<OutcomeRecord | undefined>>()(conversation.complete());
conversation.set({ readonly: true, showPrevious: 'after-answer', record: undefined });
use(conversation.frame.title, conversation.record?.status);

// @ts-expect-error: a veto of an answer would come too late
conversation.addEventListener('tp-before-answer-change', use);
// @ts-expect-error: functions cannot be sent into a frame
conversation.set({ clock: () => new Date() });
// @ts-expect-error: there is no such theme
conversation.set({ theme: { name: 'neon' } });
// @ts-expect-error: where it is has to be said
embedConversation(place, { framework: 'talking-points-community' });
