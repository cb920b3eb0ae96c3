import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import { watchConsole } from './support/console.js';
import { openWho } from './support/cards.js';
import { family, framework, fullRecord, otherStep, ownStep, service } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, until } from './support/dom.js';
import { focused, named, press, type } from './support/keyboard.js';

const said = watchConsole();

describe('The focus is never lost', () => {
  it('after a row of contributors is added and removed', async () => {
    const field = await mount<HTMLElementTagNameMap['tp-contributors']>('<tp-contributors></tp-contributors>');
    field.value = [family, service];
    await drawn(field);
    button(field, 'Friend or neighbour').focus();
    await press('Enter');
    await until(() => focused() === labelled(field, 'Friend or neighbour: who or what?'), 'the focus in the new row');
    await type('Eck');
    await press('Tab');
    await press('Tab');
    expect(named(focused() ?? document.body)).to.equal('Remove Eck');
    await press('Enter');
    await drawn(field);
    expect(field.shadowRoot?.activeElement?.matches('.add button')).to.equal(true);
    expect(field.value).to.deep.equal([family, service]);
  });

  it('after a step is added, and removed', async () => {
    const field = await mount<HTMLElementTagNameMap['tp-actions']>('<tp-actions person-name="Jean"></tp-actions>');
    field.value = [ownStep, otherStep];
    await drawn(field);
    button(field, 'Something Jean will do').focus();
    await press('Enter');
    await until(() => focused()?.closest('.row') === allWithin(field, '.row')[1], 'the focus in the new row');
    await type('Walk');
    expect(field.value.map(({ what }) => what)).to.include('Walk');
    button(field, 'Remove this step: Find a lift').focus();
    await press('Enter');
    await drawn(field);
    expect(field.shadowRoot?.activeElement?.matches('.add button')).to.equal(true);
  });

  it('after an intent is cleared, another view is added, and a view is cleared', async () => {
    const outcome = await mount<TpOutcome>(
      '<tp-outcome framework="talking-points-community" outcome="seeing-people"></tp-outcome>',
    );
    const [filled] = fullRecord().entries;
    if (filled) outcome.entry = filled;
    await drawn(outcome);
    button(outcome, 'Clear').focus();
    await press('Enter');
    await drawn(outcome);
    expect(outcome.shadowRoot?.activeElement?.closest('.intent')).to.not.equal(null);
    button(outcome, 'Another view').focus();
    await press('Enter');
    await until(() => button(outcome, 'The unpaid carer’s view').offsetWidth > 0, 'the views');
    await press('Tab');
    await press('Enter');
    await until(
      () => outcome.shadowRoot?.activeElement?.closest('.rating')?.matches('.rating:nth-of-type(2)'),
      'the focus in the new view',
    );
    await press('Space');
    expect(outcome.entry.ratings).to.have.lengthOf(2);
  });

  it('after somebody else’s words are asked for', async () => {
    const outcome = await mount<TpOutcome>(
      '<tp-outcome framework="talking-points-community" outcome="seeing-people"></tp-outcome>',
    );
    const [filled] = fullRecord().entries;
    if (filled) outcome.entry = filled;
    await drawn(outcome);
    button(outcome, 'Add somebody else’s words').focus();
    await press('Enter');
    await drawn(outcome);
    await until(() => focused()?.matches('#narrative-1'), 'the focus in the new box');
    await type('She misses it.');
    expect(outcome.entry.narrative?.map(({ text }) => text)).to.deep.equal(['I miss the roses.', 'She misses it.']);
  });

  it('after the record was completed, or could not be stored', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = fullRecord();
    await drawn(conversation);
    conversation.addEventListener(
      'tp-record-complete',
      (event) => {
        event.waitUntil(Promise.reject(new Error('The line is down')));
      },
      { once: true },
    );
    button(conversation, 'Complete').focus();
    await press('Enter');
    await until(() => conversation.matches(':state(not-saved)'), 'the answer of the host');
    await drawn(conversation);
    expect(said.take().join()).to.include('The line is down');
    await until(() => focused() === button(conversation, 'Try again'), 'the focus on the button that tries again');
    await until(() => {
      const { top, bottom } = button(conversation, 'Try again').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'that button in sight');
    await press('Enter');
    await until(() => conversation.record?.status === 'completed', 'the record is complete');
    await drawn(conversation);
    expect(conversation.shadowRoot?.activeElement, 'after it was completed').to.not.equal(null);
  });

  it('after a participant is added and removed', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    await drawn(conversation);
    await openWho(conversation);
    labelled<HTMLSelectElement>(conversation, 'Add somebody').value = 'unpaid-carer';
    button(conversation, 'Add').focus();
    await press('Enter');
    await until(() => focused() === labelled(conversation, 'Name'), 'the focus in the new row');
    expect(conversation.record?.conversation.participants?.map(({ role }) => role)).to.deep.equal(['unpaid-carer']);
    await type('Morag');
    await press('Tab');
    await press('Enter');
    await drawn(conversation);
    expect(conversation.record?.conversation.participants).to.equal(undefined);
    expect(conversation.shadowRoot?.activeElement?.matches('.add button')).to.equal(true);
  });

  it('after a topic that holds words is kept, and after it is taken out', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = fullRecord();
    await drawn(conversation);
    for (const answer of ['Keep it', 'Take it out']) {
      labelled(conversation, 'Digging').focus();
      await press('Space');
      await until(() => focused()?.closest('[role=alertdialog]'), 'the focus in the question');
      button(conversation, answer).focus();
      await press('Enter');
      await drawn(conversation);
      expect(conversation.shadowRoot?.activeElement, `after “${answer}”`).to.not.equal(null);
    }
    expect(conversation.record.entries).to.deep.equal([]);
  });
});
