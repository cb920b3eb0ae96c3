import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { entry, family, framework, fullRecord, otherStep, ownStep, record, service } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, summary, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import type { AnyField } from './support/fields.js';
import { click, focused, press, tabTo, type } from './support/keyboard.js';

const said = watchConsole();

const named = (element: Element): string => {
  const label = (element as HTMLInputElement).labels?.[0];
  return element.getAttribute('aria-label') ?? words(label ?? element).replace(/^\+ /, '');
};

/** Tab until the control with this name, and as somebody who sees would: no further than needed. */
const tabToNamed = (name: string): Promise<Element> => tabTo((active) => named(active) === name || named(active).startsWith(`${name} `));

describe('Rating scales by keyboard', () => {
  it('two on one page are both reached by Tab, and neither is answered by that', async () => {
    const page = await mount(
      `<div><button>Before</button>
       <tp-rating-scale label="One" scale="frequency-4"></tp-rating-scale>
       <tp-rating-scale label="Two" scale="frequency-4"></tp-rating-scale>
       <button>After</button></div>`,
    );
    const [one, two] = allWithin<AnyField>(page, 'tp-rating-scale');
    if (!one || !two) throw new Error('There are two scales.');
    await drawn(one, two);
    within(page, 'button').focus();
    const passed: Element[] = [];
    await tabTo((active) => {
      passed.push(document.activeElement ?? active);
      return words(active) === 'After';
    }, 12);
    expect(passed).to.include(one);
    expect(passed).to.include(two);
    expect([one.value, two.value]).to.deep.equal([null, null]);
  });

  it('two with answers are both reached too, each at its answer', async () => {
    const page = await mount(
      `<div><button>Before</button>
       <tp-rating-scale no-reasons scale="frequency-4" value="most"></tp-rating-scale>
       <tp-rating-scale no-reasons scale="frequency-4" value="none"></tp-rating-scale></div>`,
    );
    const [one, two] = allWithin<AnyField>(page, 'tp-rating-scale');
    if (!one || !two) throw new Error('There are two scales.');
    await drawn(one, two);
    within(page, 'button').focus();
    await tabTo((active) => active === within(one, ':checked'), 3);
    await tabTo((active) => active === within(two, ':checked'), 3);
  });

  it('Space answers, arrows move the answer, Tab leaves it', async () => {
    const field = await mount<AnyField>('<tp-rating-scale scale="frequency-4"></tp-rating-scale>');
    field.focus();
    expect(field.value).to.equal(null);
    await press('Space');
    expect(field.value).to.equal('all');
    await press('ArrowDown');
    expect(field.value).to.equal('most');
    expect(focused()).to.equal(within(field, ':checked'));
    await press('ArrowUp');
    expect(field.value).to.equal('all');
    await press('Tab');
    expect(field.value).to.equal('all');
  });

  it('Clear takes the answer away and keeps the focus in the scale', async () => {
    const field = await mount<AnyField>('<tp-rating-scale scale="frequency-4" value="most"></tp-rating-scale>');
    field.focus();
    await tabToNamed('Clear the answer');
    await press('Enter');
    await drawn(field);
    expect(field.value).to.equal(null);
    expect(field.shadowRoot?.activeElement?.localName).to.equal('input');
    expect(allWithin(field, ':checked')).to.have.lengthOf(0);
  });

  it('“More reasons” shows them and keeps the focus in the scale', async () => {
    const field = await mount<AnyField>('<tp-rating-scale scale="frequency-4"></tp-rating-scale>');
    field.focus();
    await tabToNamed('More reasons');
    await press('Enter');
    await drawn(field);
    expect(field.shadowRoot?.activeElement, 'the focus').to.not.equal(null);
    expect(labelled(field, 'I’m not sure').type).to.equal('radio');
    expect(field.value).to.equal(null);
  });
});

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
    await until(() => focused() === allWithin(field, '.row input')[3] || focused()?.matches('.row:nth-of-type(2) input'), 'the focus in the new row');
    await type('Walk');
    expect(field.value?.map(({ what }) => what)).to.include('Walk');
    button(field, 'Remove this step: Find a lift').focus();
    await press('Enter');
    await drawn(field);
    expect(field.shadowRoot?.activeElement?.matches('.add button')).to.equal(true);
  });

  it('after an intent is cleared, another view is added, and a view is cleared', async () => {
    const outcome = await mount<TpOutcome>('<tp-outcome framework="talking-points-community" outcome="seeing-people"></tp-outcome>');
    const [filled] = fullRecord().entries;
    if (filled) outcome.entry = filled;
    await drawn(outcome);
    button(outcome, 'Clear').focus();
    await press('Enter');
    await drawn(outcome);
    expect(outcome.shadowRoot?.activeElement?.closest('.intent')).to.not.equal(null);
    summary(outcome, 'Another view').focus();
    await press('Enter');
    await until(() => button(outcome, 'The unpaid carer’s view').offsetWidth > 0, 'the views');
    await press('Tab');
    await press('Enter');
    await until(() => outcome.shadowRoot?.activeElement?.closest('.rating')?.matches('.rating:nth-of-type(2)'), 'the focus in the new view');
    await press('Space');
    expect(outcome.entry.ratings).to.have.lengthOf(2);
  });

  it('after somebody else’s words are asked for', async () => {
    const outcome = await mount<TpOutcome>('<tp-outcome framework="talking-points-community" outcome="seeing-people"></tp-outcome>');
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
    expect(conversation.shadowRoot?.activeElement, 'after it was not saved').to.not.equal(null);
    button(conversation, 'Try again').focus();
    await press('Enter');
    await until(() => conversation.record?.status === 'completed', 'the record is complete');
    await drawn(conversation);
    expect(conversation.shadowRoot?.activeElement, 'after it was completed').to.not.equal(null);
  });

  it('after a participant is added and removed', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework();
    await drawn(conversation);
    button(conversation, 'Unpaid carer').focus();
    await press('Enter');
    await until(() => focused() === labelled(conversation, 'Name'), 'the focus in the new row');
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
      await drawn(conversation);
      button(conversation, answer).focus();
      await press('Enter');
      await drawn(conversation);
      expect(conversation.shadowRoot?.activeElement, `after “${answer}”`).to.not.equal(null);
    }
    expect(conversation.record?.entries).to.deep.equal([]);
  });
});

describe('A whole conversation without a mouse', () => {
  it('is recorded, read back and completed', async () => {
    const page = await mount('<div><button>Start</button><tp-conversation></tp-conversation></div>');
    const conversation = within<TpConversation>(page, 'tp-conversation');
    conversation.framework = framework();
    conversation.subject = { id: 'jean-1', name: 'Jean' };
    await drawn(conversation);
    const heard = listen(page, ['tp-record-complete']);
    within(page, 'button').focus();

    await tabToNamed('Where?');
    await type('At home');
    await tabToNamed('The person');
    await press('Enter');
    await until(() => focused() === labelled(conversation, 'Name'), 'the focus in the new row');
    await type('Jean');
    await tabToNamed('More time');
    await press('Space');

    await tabToNamed('Digging');
    await press('Space');
    await tabToNamed('Company');
    await press('Space');
    await tabToNamed('Something else that matters');
    await type('The cat');
    await press('Enter');
    await drawn(conversation);
    const cards = allWithin<TpOutcome>(page, 'tp-outcome');
    expect(cards.map((card) => card.entry.label)).to.deep.equal(['Digging', 'Company', 'The cat']);
    await drawn(...cards);

    await tabToNamed('In Jean’s own words');
    await type('I miss the roses.');
    await tabToNamed('What would Jean like?');
    await type('A small bed');
    await tabToNamed('get there');
    await press('Space');
    await tabToNamed('All of the time');
    await press('ArrowDown');
    await press('ArrowDown');
    await tabToNamed('Why that answer?');
    await type('My hip');
    await tabTo((active) => active.matches('summary') && words(active) === 'Next steps');
    await press('Enter');
    await tabToNamed('Something Jean will do');
    await press('Enter');
    await until(() => focused()?.closest('.row') !== null, 'the focus in the new step');
    await type('Ring the club');

    await tabTo((active) => active.getRootNode() === cards[1]?.shadowRoot && active.matches('.rating input'));
    await press('0');
    await tabTo((active) => active.getRootNode() === cards[2]?.shadowRoot && active.matches('.rating input'));
    // The reasons are the same group as the four answers, and come after them.
    for (let step = 0; step < 4; step += 1) await press('ArrowDown');

    await tabToNamed('Complete');
    await press('Enter');
    await until(() => heard.types.length === 1, 'the record is complete');
    const done = heard.details<{ record: OutcomeRecord }>('tp-record-complete')[0]?.record;
    expect(done?.status).to.equal('completed');
    expect(done?.conversation).to.deep.include({ place: 'At home', support: ['more-time'] });
    expect(done?.conversation.participants?.[0]).to.include({ role: 'person', name: 'Jean' });
    const [digging, company, cat] = done?.entries ?? [];
    expect(digging?.narrative?.[0]?.text).to.equal('I miss the roses.');
    expect(digging?.personalOutcome).to.deep.equal({ text: 'A small bed', intent: 'achieve' });
    expect(digging?.ratings?.[0]).to.deep.include({ answer: { kind: 'answered', value: 'some' }, reason: 'My hip' });
    expect(digging?.actions?.[0]).to.include({ what: 'Ring the club', whoKind: 'person' });
    expect(company?.ratings?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 0 });
    expect(cat?.ratings?.[0]?.answer).to.deep.equal({ kind: 'no-answer', reason: 'declined' });
    await until(() => words(within(conversation, '[part=status]')) === 'Completed.', 'the words that say so');
  });

  it('one at a time goes by Back and Next', async () => {
    const conversation = await mount<TpConversation>('<tp-conversation presentation="one-at-a-time"></tp-conversation>');
    conversation.framework = framework();
    conversation.record = record({ entries: [entry('digging', 'Digging')] });
    await drawn(conversation);
    button(conversation, 'Next').focus();
    await press('Enter');
    await drawn(conversation);
    expect(within(conversation, '[part=topics]').offsetHeight).to.be.greaterThan(0);
    await press('Enter');
    await drawn(conversation);
    expect(within(document.body, 'tp-outcome').offsetHeight).to.be.greaterThan(0);
    await press('Enter');
    await drawn(conversation);
    expect(words(within(conversation, '[part=steps] [role=status]'))).to.equal('Step 4 of 4');
    expect(conversation.shadowRoot?.activeElement, 'the focus at the last step').to.not.equal(null);
    await click(button(conversation, 'Back'));
    await drawn(conversation);
    expect(words(within(conversation, '[part=steps] [role=status]'))).to.equal('Step 3 of 4');
  });
});
