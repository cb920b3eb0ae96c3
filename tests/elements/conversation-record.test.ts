import { expect } from '@open-wc/testing';
import { applyPatch } from 'fast-json-patch';
import type { RecordChangeDetail } from '../../src/schema/events.js';
import { outcomeRecord, type Entry } from '../../src/schema/record.js';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import { watchConsole } from './support/console.js';
import { addSomebody, cardsOf, conversationWith, openWho, settled } from './support/cards.js';
import { entry, fullRecord, record } from './support/data.js';
import { allWithin, button, labelled, shown, summary, until, within, words } from './support/dom.js';
import { expectGoodShape, listen, TP_EVENTS } from './support/events.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver } from './support/pause.js';

const said = watchConsole();

const frozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));

/** Read anew each time: TypeScript takes a property that was set for unchanged. */
const entriesOf = (conversation: TpConversation): readonly Entry[] | undefined => conversation.record?.entries;

describe('The record of <tp-conversation>', () => {
  it('is what the host set, byte for byte, until somebody changes it', async () => {
    const given = fullRecord();
    const before = JSON.stringify(given);
    const { conversation } = await conversationWith(given);
    await pauseOver();
    expect(JSON.stringify(conversation.record)).to.equal(before);
    expect(frozen(conversation.record), 'all of it is frozen').to.equal(true);
  });

  it('can be set as JSON text, and an older version is brought up to this one', async () => {
    const { conversation } = await conversationWith();
    conversation.record = JSON.stringify(fullRecord());
    await settled(conversation);
    expect(conversation.record).to.deep.equal(fullRecord());
    const { conversationAt: _at, ...rest } = record();
    conversation.record = {
      ...rest,
      schemaVersion: '0.9',
      conversation: { date: '2019-05-06', place: 'Hall' },
      entries: [
        {
          id: 'e-digging',
          label: 'Digging',
          outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'digging', name: 'Digging' }],
          ratings: [
            {
              id: 'g',
              perspective: 'person',
              scale: { id: 'frequency-4', version: '1' },
              value: 'some',
              recordedAt: '2019-05-06T10:00:00Z',
            },
          ],
        },
      ],
    };
    await settled(conversation);
    expect(conversation.record).to.deep.include({
      schemaVersion: '1.0',
      conversationAt: '2019-05-06',
      conversation: { place: 'Hall' },
    });
    expect(entriesOf(conversation)?.[0]?.ratings?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 'some' });
  });

  it('can be read in the middle of a word, and reading and setting it tells nothing', async () => {
    const { conversation, cards } = await conversationWith(fullRecord());
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await press('Control', 'End');
    await type('!');
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('I miss the roses.!');
    conversation.flush();
    const heard = listen(document, TP_EVENTS);
    expect(conversation.record?.entries).to.have.lengthOf(1);
    conversation.record = record();
    await settled(conversation);
    expect(cardsOf(conversation)).to.have.lengthOf(0);
    conversation.record = undefined;
    await settled(conversation);
    expect(entriesOf(conversation)).to.deep.equal([]);
    await pauseOver();
    expect(heard.types).to.deep.equal([]);
  });

  it('in the middle of a word gives way to another: the words are told with the record that they belong to', async () => {
    const { conversation, cards } = await conversationWith(fullRecord());
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    const heard = listen(conversation, ['tp-record-change']);
    await click(within(card, '#narrative-0'));
    await press('Control', 'End');
    await type('!');
    conversation.record = record({ id: 'r-2', subject: { id: 'somebody-else' } });
    await settled(conversation);
    await pauseOver();
    expect(entriesOf(conversation), 'nobody’s words are in somebody else’s record').to.deep.equal([]);
    expect(cardsOf(conversation)).to.have.lengthOf(0);
    const told = heard.details<RecordChangeDetail>('tp-record-change');
    expect(told.map((detail) => [detail.record.id, detail.record.entries[0]?.narrative?.[0]?.text])).to.deep.equal([
      ['r-1', 'I miss the roses.!'],
    ]);
  });

  it('a whole session told as patches makes the last record of the first, with a third party’s library', async () => {
    const { conversation } = await conversationWith(record(), 'perspectives="person carer"');
    const first = structuredClone(conversation.record) as object;
    const heard = listen(conversation, ['tp-record-change']);

    await openWho(conversation);
    await click(labelled(conversation, 'Where?'));
    await type('Hall');
    await addSomebody(conversation, 'Unpaid carer');
    await click(labelled(conversation, 'Name'));
    await type('Una');
    await click(labelled(conversation, 'Hearing loop'));
    await settled(conversation);
    await click(button(conversation, 'Remove Una'));
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    await click(labelled(conversation, 'Company'));
    await settled(conversation);
    const [digging, company] = cardsOf(conversation);
    if (!digging || !company) throw new Error('There are two cards.');
    await click(within(digging, '#narrative-0'));
    await type('roses~1/2');
    await click(labelled(digging, 'Some of the time'));
    await settled(conversation);
    await click(within(digging, '#why-person'));
    await type('hip');
    await click(button(digging, 'Another view'));
    await click(button(digging, 'The unpaid carer’s view'));
    await until(() => allWithin(digging, '.rating').length === 2, 'the second view');
    await click(within(allWithin(digging, '.rating')[1] ?? digging, '.option input'));
    await click(button(digging, 'Next steps'));
    await until(() => allWithin(digging, '.add button').length > 0, 'next steps');
    await click(button(digging, 'Something others will do'));
    await settled(conversation);
    await click(labelled(digging, 'What will be done?'));
    await type('ramp');
    await click(labelled(company, 'I’d rather not say'));
    await click(labelled(conversation, 'Something else that matters'));
    await type('cat');
    await press('Enter');
    await settled(conversation);
    await click(labelled(conversation, 'cat'));
    await settled(conversation);
    await click(labelled(conversation, 'Company'));
    await settled(conversation);
    await click(button(conversation, 'Take it out'));
    await settled(conversation);
    await click(labelled(digging, 'Most important now'));
    await click(button(digging, 'Remove this step: ramp'));

    const last = conversation.record;
    const details = heard.details<RecordChangeDetail>('tp-record-change');
    let rebuilt = first;
    for (const { patch, record: told } of details) {
      rebuilt = applyPatch(rebuilt, structuredClone(patch) as Parameters<typeof applyPatch>[1], true).newDocument;
      expect(rebuilt, JSON.stringify(patch)).to.deep.equal(told);
      expect(outcomeRecord.safeParse(told).success).to.equal(true);
    }
    expect(rebuilt).to.deep.equal(last);
    expect(details.length).to.be.greaterThan(15);
    for (const event of heard.events) expectGoodShape(event);
    expect(last?.entries.map(({ label }) => label)).to.deep.equal(['Digging']);
    expect(last?.entries[0]?.ratings).to.have.lengthOf(2);
  });

  it('keeps what a newer minor version put in, through changes beside it', async () => {
    const base = fullRecord();
    const newer = {
      ...base,
      schemaVersion: '1.7',
      mood: { sunny: true },
      conversation: { ...base.conversation, weather: 'rain' },
      entries: base.entries.map((one) => ({
        ...one,
        colour: 'green',
        narrative: one.narrative?.map((statement) => ({ ...statement, tone: 'warm' })),
        ratings: one.ratings?.map((rating) => ({ ...rating, confidence: 0 })),
        contributors: one.contributors?.map((contributor) => ({ ...contributor, since: '1999' })),
      })),
    };
    const { conversation, cards } = await conversationWith(newer);
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await press('Control', 'End');
    await type('!');
    await click(labelled(card, 'All of the time'));
    await click(button(card, 'Remove Morag'));
    const kept = JSON.parse(JSON.stringify(conversation.record)) as typeof newer;
    expect(kept.schemaVersion).to.equal('1.7');
    expect(kept.mood).to.deep.equal({ sunny: true });
    expect(kept.conversation.weather).to.equal('rain');
    const [one] = kept.entries;
    expect(one).to.include({ colour: 'green' });
    expect(one?.narrative?.[0]).to.include({ tone: 'warm', text: 'I miss the roses.!' });
    expect(one?.ratings?.[0]).to.include({ confidence: 0, label: 'All of the time' });
    expect(one?.contributors).to.deep.equal([{ id: 'c-2', kind: 'service', who: 'Home care', since: '1999' }]);
  });

  it('refuses a newer major version untouched, says so, and keeps what is on the screen', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const heard = listen(document, TP_EVENTS);
    const newer = { ...fullRecord(), schemaVersion: '2.0', id: 'r-2', future: [1, 2] };
    const before = JSON.stringify(newer);
    conversation.record = newer;
    await settled(conversation);
    await until(() => heard.types.length > 0, 'the message');
    expect(JSON.stringify(newer)).to.equal(before);
    expect(shown(conversation)).to.include(
      'This record was made by a newer version and cannot be shown here. It was left as it is.',
    );
    expect(conversation.record.id).to.equal('r-1');
    expect(heard.details('tp-error')).to.have.lengthOf(1);
    expect(heard.details('tp-error')[0]).to.include({ code: 'record-newer' });
    expect(said.take()).to.have.lengthOf(1);
  });

  it('tells typed words when the page is hidden or left', async () => {
    for (const leave of [
      () => document.dispatchEvent(new Event('visibilitychange')),
      () => globalThis.dispatchEvent(new PageTransitionEvent('pagehide')),
    ]) {
      const { conversation, cards } = await conversationWith(fullRecord());
      const [card] = cards;
      if (!card) throw new Error('There is a card.');
      const heard = listen(conversation, ['tp-record-change']);
      await click(within(card, '#narrative-0'));
      await press('Control', 'End');
      await type('!');
      leave();
      expect(heard.types).to.deep.equal(['tp-record-change']);
      await pauseOver();
      expect(heard.types).to.have.lengthOf(1);
      await openWho(conversation);
      heard.clear();
      await click(labelled(conversation, 'Where?'));
      await type('x');
      leave();
      expect(heard.types).to.deep.equal(['tp-record-change']);
    }
  });

  it('somebody is added by the button: going through the roles adds nobody, and the next role is offered', async () => {
    const { conversation } = await conversationWith(record());
    await openWho(conversation);
    const roles = (): readonly string[] | undefined =>
      conversation.record?.conversation.participants?.map(({ role }) => role);
    const select = labelled<HTMLSelectElement>(conversation, 'Add somebody');
    expect(select.selectedOptions[0]?.text).to.equal('The person');
    const heard = listen(document, [...TP_EVENTS, 'input', 'change']);
    for (const value of ['interpreter', 'practitioner']) {
      select.value = value;
      select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(conversation);
    }
    expect(roles()).to.equal(undefined);
    expect(heard.types).to.deep.equal([]);
    await click(button(conversation, 'Add'));
    await settled(conversation);
    expect(roles()).to.deep.equal(['practitioner']);
    expect(select.selectedOptions[0]?.text, 'the first role that nobody has').to.equal('The person');
    await click(button(conversation, 'Add'));
    await settled(conversation);
    expect(roles()).to.deep.equal(['practitioner', 'person']);
    expect(heard.types).to.deep.equal(['tp-record-change', 'tp-record-change']);
  });

  it('folds “Who and how” to one line, which says what is known, or what can be said', async () => {
    const { conversation } = await conversationWith(undefined, 'locale="en-GB"');
    const lineOf = (): string => words(within(summary(conversation, 'Who and how'), '.line-of'));
    expect(lineOf()).to.equal('When, where, who was there, support');
    expect(allWithin(conversation, '[part=who] :is(input, select)'), 'nothing is drawn behind it').to.have.lengthOf(0);
    await openWho(conversation);
    await click(labelled(conversation, 'Where?'));
    await type('Hall');
    await click(summary(conversation, 'Who and how'));
    await until(() => allWithin(conversation, '[part=who] input').length === 0, 'the fields to be folded away');
    expect(lineOf()).to.equal('Hall');
    conversation.record = fullRecord();
    await settled(conversation);
    expect(lineOf()).to.equal('3 March 2026 · Face to face · At home · Jean');
    conversation.readonly = true;
    await settled(conversation);
    expect(shown(conversation)).to.include('3 March 2026 · Face to face · At home · Jean').and.include('More time');
  });
});

describe('A <tp-conversation> that is drawn anew while somebody types', () => {
  it('keeps the words that it was not told yet', async () => {
    const { conversation, cards } = await conversationWith(record({ entries: [entry('digging', 'Digging')] }));
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await type('ro');
    conversation.strings = { 'topics.title': 'Was wichtig ist' };
    await settled(conversation);
    await type('ses');
    await settled(conversation);
    expect(within<HTMLTextAreaElement>(card, '#narrative-0').value).to.equal('roses');
    conversation.flush();
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
  });
});
