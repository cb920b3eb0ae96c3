import { expect } from '@open-wc/testing';
import { amendRecord, completeRecord } from '../../src/model/record.js';
import { loadRecord } from '../../src/model/load.js';
import { conversationWith, settled } from './support/cards.js';
import { watchConsole } from './support/console.js';
import { entry, framework, fullRecord, record } from './support/data.js';
import { allWithin, button, labelled, mount, shown, until } from './support/dom.js';
import { listen } from './support/events.js';
import { click, focused, press, type } from './support/keyboard.js';
import { lastTime, reviewOf } from './support/review.js';

const inConsole = watchConsole();

const now = new Date('2026-11-23T10:00:00Z');

describe('What came later', () => {
  const early = completeRecord({ ...fullRecord(), id: 'r-early', conversationAt: '2024-02-14' }, now);

  it('is not shown as the past of a completed record that looked back at nothing', async () => {
    const { conversation } = await reviewOf(lastTime());
    for (const given of [early, amendRecord(early, { reason: 'It was Nan.', now })]) {
      conversation.record = given;
      await settled(conversation);
      for (const card of conversation.querySelectorAll('tp-outcome'))
        expect(allWithin(card, '[part=then]')).to.have.lengthOf(0);
      expect(allWithin(conversation, '[part=agreed]')).to.have.lengthOf(0);
    }
  });
});

describe('A word that show-previous does not know', () => {
  it('gets into no record, and the page is told what it may say', async () => {
    const { conversation } = await reviewOf(lastTime());
    const heard = listen(document, ['tp-error']);
    conversation.setAttribute('show-previous', 'after');
    await settled(conversation);
    expect(conversation.record?.previous?.shown).to.equal('before');
    expect(loadRecord(conversation.record).ok).to.equal(true);
    const said = heard.details<{ code: string; message: string; hint: string }>('tp-error');
    expect(said.map(({ code }) => code)).to.deep.equal(['show-previous-unknown']);
    expect(said[0]?.hint).to.include('before, after-answer, never');
    expect(inConsole.take()).to.have.lengthOf(1);
  });
});

describe('Another record', () => {
  it('that comes while one is being stored stays, and nothing is said about it', async () => {
    const { conversation } = await conversationWith(fullRecord());
    let stored: () => void = () => {};
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(new Promise<void>((resolve) => (stored = resolve)));
    });
    const done = conversation.complete();
    const other = record({ id: 'r-other', entries: [entry('company', 'Company')] });
    conversation.record = other;
    stored();
    expect(await done).to.equal(undefined);
    await settled(conversation);
    expect(conversation.record.id).to.equal('r-other');
    expect(shown(conversation)).to.not.include('Saved.');
  });

  it('finds nothing that was typed about somebody else', async () => {
    const { conversation } = await conversationWith(record());
    await click(labelled(conversation, 'Something else that matters'));
    await type('The cat');
    conversation.record = record({ id: 'r-other' });
    await settled(conversation);
    expect(labelled(conversation, 'Something else that matters').value).to.equal('');
  });
});

describe('The topics, by keyboard', () => {
  it('give the focus back to the topic that was asked about, with Escape too', async () => {
    const conversation = await mount<HTMLElementTagNameMap['tp-conversation']>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = record({
      entries: [entry('company', 'Company', { narrative: [{ id: 's-1', text: 'Folk phone me.' }] })],
    });
    await settled(conversation);
    const box = labelled(conversation, 'Company');
    for (const answer of ['Enter', 'Escape']) {
      box.focus();
      await press('Space');
      await until(() => focused()?.closest('[role=alertdialog]'), 'the focus in the question');
      await press(answer);
      await until(() => focused() === box, 'the focus at the topic');
      expect(box.checked).to.equal(true);
    }
  });

  it('take out one topic of the person’s own, and not the next', async () => {
    const { conversation } = await conversationWith(record());
    for (const topic of ['Aaa', 'Bbb']) {
      labelled(conversation, 'Something else that matters').focus();
      await type(topic);
      await click(button(conversation, 'Add it'));
      await settled(conversation);
    }
    labelled(conversation, 'Aaa').focus();
    await press('Space');
    await settled(conversation);
    expect(conversation.record?.entries.map(({ label }) => label)).to.deep.equal(['Bbb']);
    expect(focused()).to.equal(labelled(conversation, 'Something else that matters'));
  });
});
