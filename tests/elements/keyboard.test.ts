import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { entry, framework, record } from './support/data.js';
import { allWithin, button, drawn, labelled, mount, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import type { AnyField } from './support/fields.js';
import { click, focused, named, press, tabTo, tabToNamed, type } from './support/keyboard.js';

watchConsole();

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

describe('A whole conversation without a mouse', () => {
  it('is recorded, read back and completed', async () => {
    const page = await mount('<div><button>Start</button><tp-conversation></tp-conversation></div>');
    const conversation = within<TpConversation>(page, 'tp-conversation');
    conversation.framework = framework();
    conversation.subject = { id: 'jean-1', name: 'Jean' };
    await drawn(conversation);
    const heard = listen(page, ['tp-record-complete']);
    within(page, 'button').focus();

    await tabTo((active) => active.matches('summary') && words(active).startsWith('Who and how'));
    await press('Enter');
    await until(() => allWithin(conversation, '[part=who] input').length > 0, 'the fields');
    await tabToNamed('Where?');
    await type('At home');
    await tabTo((active) => named(active) === 'Add');
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
    await tabToNamed('Next steps');
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
    const conversation = await mount<TpConversation>(
      '<tp-conversation presentation="one-at-a-time"></tp-conversation>',
    );
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
