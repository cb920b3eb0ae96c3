import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import { watchConsole } from './support/console.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { fullRecord, record } from './support/data.js';
import { button, labelled, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver } from './support/pause.js';

const said = watchConsole();

const box = (conversation: TpConversation): HTMLTextAreaElement => {
  const [card] = cardsOf(conversation);
  if (!card) throw new Error('There is a card.');
  return within<HTMLTextAreaElement>(card, '#narrative-0');
};
const status = (conversation: TpConversation): string => words(within(conversation, '[part=status]'));

/** Hosts that keep the record in the state of their framework set it again whenever it has changed. */
function handBack(conversation: TpConversation): void {
  conversation.addEventListener('tp-record-change', ({ detail }) => {
    conversation.record = detail.record;
  });
}

describe('A record that the host hands back as it was told', () => {
  it('leaves what is being typed, the focus and the caret alone', async () => {
    const { conversation } = await conversationWith(fullRecord());
    await click(box(conversation));
    await press('Control', 'Home');
    let told = conversation.record;
    conversation.addEventListener('tp-record-change', ({ detail }) => {
      told = detail.record;
    });
    await type('Oh, ');
    await pauseOver();
    await type('yes, ');
    const heard = listen(document, ['tp-record-change']);
    // The framework draws what it was told before the last keys.
    conversation.record = told;
    await settled(conversation);
    expect(heard.types, 'it is no reason to tell of half a word').to.deep.equal([]);
    await type('so ');
    expect(box(conversation).value).to.equal('Oh, yes, so I miss the roses.');
    expect(box(conversation).selectionStart).to.equal('Oh, yes, so '.length);
    expect(cardsOf(conversation)[0]?.shadowRoot?.activeElement).to.equal(box(conversation));
  });

  it('stays at the step where the talk is', async () => {
    const { conversation } = await conversationWith();
    handBack(conversation);
    conversation.presentation = 'one-at-a-time';
    await settled(conversation);
    await click(button(conversation, 'Next'));
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    expect(labelled(conversation, 'Digging').getClientRects(), 'What matters is still in sight').not.to.have.length(0);
  });

  it('lets the record that is being stored be shown truthfully', async () => {
    const { conversation } = await conversationWith(fullRecord());
    let stored = (): void => undefined;
    let failed = (): void => undefined;
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(
        new Promise<void>((resolve, reject) => {
          stored = resolve;
          failed = () => {
            reject(new Error('no network'));
          };
        }),
      );
      // Kept as completed at once, before it is known whether it was stored.
      void Promise.resolve().then(() => {
        conversation.record = event.detail.record;
      });
    });
    await click(button(conversation, 'Complete'));
    await settled(conversation);
    await until(() => status(conversation) === 'Saving…', 'it is being stored');
    failed();
    await until(() => status(conversation).startsWith('Not saved.'), 'it says that it was not stored');
    expect(said.take().join()).to.include('no network');
    await click(button(conversation, 'Try again'));
    await settled(conversation);
    stored();
    await until(() => status(conversation) === 'Saved.', 'it says that it was stored');
  });

  it('is another record when it is not the one that was told last', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const before = conversation.record;
    await click(box(conversation));
    await press('Control', 'End');
    await type(' Still.');
    await pauseOver();
    conversation.record = before;
    await settled(conversation);
    expect(box(conversation).value, 'the host may go back').to.equal('I miss the roses.');
    conversation.record = record();
    await settled(conversation);
    expect(cardsOf(conversation)).to.have.lengthOf(0);
  });
});
