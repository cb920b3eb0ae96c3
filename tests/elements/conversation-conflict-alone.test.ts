import { expect, fixture, waitUntil } from '@open-wc/testing';
// Nothing but the conversation is registered here.
import '../../src/define/tp-conversation.js';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import { framework, fullRecord } from './support/data.js';

describe('A conflict where the page has not registered tp-record-conflict', () => {
  it('is said in words, keeps everything on the screen, and leaves it to the host', async () => {
    expect(customElements.get('tp-record-conflict')).to.equal(undefined);
    const conversation = await fixture<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = fullRecord();
    const theirs = fullRecord({ baseVersion: '"2"' });
    conversation.addEventListener('tp-record-complete', (event) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a host may reject with the JSON of its server
      event.waitUntil(Promise.reject({ code: 'conflict', record: theirs }));
    });
    let told: unknown;
    conversation.addEventListener('tp-record-conflict', ({ detail }) => {
      told = detail.theirs;
    });
    expect(await conversation.complete()).to.equal(undefined);
    await waitUntil(() => conversation.matches(':state(conflict)'));
    await conversation.updateComplete;
    expect(told).to.deep.equal(theirs);
    const status = conversation.shadowRoot?.querySelector('[part=status]')?.textContent.trim();
    expect(status).to.match(/^Not saved. Another version of this conversation is stored/);
    expect(conversation.shadowRoot?.querySelector('[part=complete]')?.textContent.trim()).to.equal('Try again');
    expect(conversation.querySelector('tp-outcome')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(conversation.querySelector('tp-record-conflict')).to.equal(null);
  });
});
