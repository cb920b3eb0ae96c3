import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import {
  TpAnswerChangeEvent,
  TpBeforeAnswerChangeEvent,
  TpBeforeRecordCompleteEvent,
  TpConcernEvent,
  TpConflictSettleEvent,
  TpErrorEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
  TpRecordConflictEvent,
} from '../../src/index.js';
import { watchConsole } from './support/console.js';
import { framework, fullRecord } from './support/data.js';
import { button, drawn, labelled, mount, within } from './support/dom.js';
import { expectGoodShape, listen, TP_EVENTS } from './support/events.js';
import { fields, inForm } from './support/fields.js';
import { click, press, type } from './support/keyboard.js';

const said = watchConsole();

const classes: Readonly<Record<string, new (...args: never[]) => Event>> = {
  'tp-answer-change': TpAnswerChangeEvent,
  'tp-before-answer-change': TpBeforeAnswerChangeEvent,
  'tp-record-change': TpRecordChangeEvent,
  'tp-before-record-complete': TpBeforeRecordCompleteEvent,
  'tp-record-complete': TpRecordCompleteEvent,
  'tp-record-conflict': TpRecordConflictEvent,
  'tp-conflict-settle': TpConflictSettleEvent,
  'tp-concern': TpConcernEvent,
  'tp-error': TpErrorEvent,
};

function expectGood(events: readonly Event[]): void {
  for (const event of events) {
    expectGoodShape(event);
    expect(event, event.type).to.be.instanceOf(classes[event.type]);
  }
}

describe('Every event crosses shadow roots with frozen, plain, valid data', () => {
  for (const one of fields)
    it(`from <${one.tag}>`, async () => {
      const { field } = await inForm(one);
      const heard = listen(document, TP_EVENTS);
      await one.change(field);
      await press('Tab');
      field.formStateRestoreCallback(JSON.stringify({ kind: 'no-answer', reason: 'later' }));
      expect(heard.types).to.deep.equal(['tp-before-answer-change', 'tp-answer-change', 'tp-answer-change']);
      expectGood(heard.events);
      expect(heard.details<{ source: string }>('tp-answer-change').map(({ source }) => source)).to.deep.equal([
        'user',
        'restore',
      ]);
      expect(heard.details('tp-answer-change')[0]).to.deep.include({ path: ['q'] });
    });

  it('with the scale and its version from <tp-rating-scale>', async () => {
    const field = await mount('<tp-rating-scale scale="frequency-4"></tp-rating-scale>');
    const heard = listen(document, ['tp-answer-change']);
    await click(within(field, '.option:nth-child(2) input'));
    expect(heard.details('tp-answer-change')).to.deep.equal([
      {
        v: 1,
        source: 'user',
        path: ['tp-rating-scale'],
        answer: { kind: 'answered', value: 'most' },
        previous: { kind: 'unanswered' },
        scale: { id: 'frequency-4', version: '1' },
      },
    ]);
  });

  it('from a whole conversation: changes, concern and completion', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    conversation.record = fullRecord();
    await conversation.updateComplete;
    const outcome = within<TpOutcome>(document.body, 'tp-outcome');
    await drawn(outcome);
    const heard = listen(document, TP_EVENTS);
    await click(within(outcome, '#narrative-0'));
    await type('!');
    await press('Tab');
    await click(labelled(outcome, 'All of the time'));
    await click(labelled(outcome, 'keep as it is'));
    await click(button(outcome, 'More'));
    await click(button(outcome, 'I am worried about somebody’s safety'));
    await click(within(conversation, '[part=complete]'));
    await conversation.updateComplete;
    expect(new Set(heard.types)).to.deep.equal(new Set(TP_EVENTS.filter((name) => !/error|conflict/.test(name))));
    expectGood(heard.events);
    expect(heard.events.find(({ type: name }) => name === 'tp-concern')?.target).to.equal(outcome);
    expect(heard.details('tp-concern')).to.deep.equal([
      {
        v: 1,
        source: 'user',
        entryId: 'e-digging',
        label: 'Digging',
        recordId: 'r-1',
        subjectId: 'jean-1',
        outcome: 'digging',
      },
    ]);
  });

  it('tp-error too, and it holds nobody’s words', async () => {
    const heard = listen(document, TP_EVENTS);
    const field = await mount<HTMLElementTagNameMap['tp-narrative']>('<tp-narrative></tp-narrative>');
    field.value = 'Secret words \u0000';
    await field.updateComplete;
    expect(heard.types).to.deep.equal(['tp-error']);
    expectGood(heard.events);
    expect(JSON.stringify(heard.details('tp-error')) + said.take().join()).to.not.include('Secret');
  });

  it('and the record of an event is not touched by what comes after it', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    await conversation.updateComplete;
    const heard = listen(conversation, ['tp-record-change']);
    await click(labelled(conversation, 'Digging'));
    const before = JSON.stringify(heard.details('tp-record-change')[0]);
    await click(labelled(conversation, 'Company'));
    expect(JSON.stringify(heard.details('tp-record-change')[0])).to.equal(before);
    expect(heard.types).to.have.lengthOf(2);
  });
});
