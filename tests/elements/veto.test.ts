import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import { watchConsole } from './support/console.js';
import { entry, family, framework, fullRecord, ownStep, record } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, within } from './support/dom.js';
import { listen, vetoAll } from './support/events.js';
import type { AnyField } from './support/fields.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver } from './support/pause.js';

watchConsole();

/** What a person can see and change in an element: every control as it stands. */
const controls = (element: Element): readonly unknown[] =>
  allWithin<HTMLInputElement>(element, 'input,textarea,select').map((one) =>
    ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value,
  );

describe('A vetoed choice of a rating', () => {
  const withChoice = async (): Promise<AnyField> => {
    const field = await mount<AnyField>('<tp-rating-scale scale="numeric-0-10" value="3"></tp-rating-scale>');
    vetoAll(field);
    await click(within(field, '.option:nth-child(4) input'));
    return field;
  };
  const chosen = (field: AnyField): readonly number[] =>
    allWithin<HTMLInputElement>(field, 'input').flatMap(({ checked }, index) => (checked ? [index] : []));

  for (const key of ['ArrowRight', 'ArrowUp', '7'])
    it(`by the key ${key}`, async () => {
      const field = await withChoice();
      await press(key);
      expect(chosen(field)).to.deep.equal([3]);
      expect(field.value).to.equal(3);
    });

  it('by Clear, and by a reason', async () => {
    const field = await withChoice();
    await click(button(field, 'Clear the answer'));
    await click(labelled(field, 'I’d rather not say'));
    expect(chosen(field)).to.deep.equal([3]);
    expect(field.value).to.equal(3);
  });
});

describe('Vetoed changes of list rows', () => {
  it('leave typed, chosen and removed as they were', async () => {
    const contributors = await mount<HTMLElementTagNameMap['tp-contributors']>('<tp-contributors></tp-contributors>');
    contributors.value = [family];
    const actions = await mount<HTMLElementTagNameMap['tp-actions']>('<tp-actions></tp-actions>');
    actions.value = [ownStep];
    await drawn(contributors, actions);
    vetoAll(contributors);
    vetoAll(actions);
    const before = [controls(contributors), controls(actions)];
    const heard = listen(document, ['input', 'tp-answer-change']);
    await click(labelled(contributors, 'How do they help?'));
    await type('x');
    await click(button(contributors, 'Remove Morag'));
    const status = labelled<HTMLSelectElement>(actions, 'How is it going?');
    status.value = 'done';
    status.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    status.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(contributors, actions);
    await pauseOver();
    expect([controls(contributors), controls(actions)]).to.deep.equal(before);
    expect([contributors.value, actions.value]).to.deep.equal([[family], [ownStep]]);
    expect(heard.types).to.deep.equal([]);
  });
});

describe('Vetoed changes of an outcome', () => {
  const card = async (): Promise<TpOutcome> => {
    const outcome = await mount<TpOutcome>('<tp-outcome></tp-outcome>');
    const [filled] = fullRecord().entries;
    outcome.framework = framework();
    outcome.outcome = 'digging';
    if (filled) outcome.entry = filled;
    await outcome.updateComplete;
    return outcome;
  };

  const changes: Readonly<Record<string, (outcome: TpOutcome) => Promise<void>>> = {
    words: async (outcome) => {
      await click(within(outcome, '#narrative-0'));
      await type('x');
    },
    wish: async (outcome) => {
      await click(within(outcome, '#wish'));
      await type('x');
    },
    intent: (outcome) => click(labelled(outcome, 'keep as it is')),
    'no intent': (outcome) => click(button(outcome, 'Clear')),
    rating: (outcome) => click(labelled(outcome, 'All of the time')),
    'a reason for no rating': (outcome) => click(labelled(outcome, 'I’d rather not say')),
    'no rating': (outcome) => click(button(outcome, 'Clear the answer')),
    'a rating by a digit': async (outcome) => {
      labelled(outcome, 'Some of the time').focus();
      await press('1');
    },
    contributor: (outcome) => click(button(outcome, 'Community')),
    'no contributor': (outcome) => click(button(outcome, 'Remove Morag')),
    action: (outcome) => click(button(outcome, 'Something others will do')),
    'most important': (outcome) => click(labelled(outcome, 'Most important now')),
    barrier: async (outcome) => {
      await click(within(outcome, '#barriers-0'));
      await type('x');
    },
    disagreement: async (outcome) => {
      await click(within(outcome, '#disagreement'));
      await type('x');
    },
  };

  for (const [name, change] of Object.entries(changes))
    it(`leave it as it was: ${name}`, async () => {
      const outcome = await card();
      const before = { controls: controls(outcome), entry: outcome.entry };
      const heard = listen(outcome, ['input', 'tp-answer-change']);
      const callOff = vetoAll(outcome);
      await change(outcome);
      await outcome.updateComplete;
      await pauseOver();
      expect(controls(outcome)).to.deep.equal(before.controls);
      expect(outcome.entry).to.equal(before.entry);
      expect(heard.types).to.deep.equal([]);
      callOff();
      await change(outcome);
      outcome.flush();
      expect(heard.types).to.include('tp-answer-change');
      expect(outcome.entry).to.not.deep.equal(before.entry);
    });

  it('leave the record of the conversation around it as it was', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    const given = record({ entries: [entry('digging', 'Digging')] });
    conversation.record = given;
    await conversation.updateComplete;
    const outcome = within<TpOutcome>(document.body, 'tp-outcome');
    await drawn(outcome);
    const heard = listen(conversation, ['tp-record-change', 'tp-answer-change']);
    const callOff = vetoAll(conversation);
    await click(labelled(outcome, 'All of the time'));
    await click(within(outcome, '#narrative-0'));
    await type('roses');
    await pauseOver();
    expect(conversation.record).to.deep.equal(given);
    expect(heard.types).to.deep.equal([]);
    callOff();
    await click(button(outcome, 'What gets in the way'));
    await click(labelled(outcome, 'Some of the time'));
    expect(heard.types).to.have.members(['tp-answer-change', 'tp-record-change']);
  });
});
