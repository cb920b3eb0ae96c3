import { expect } from '@open-wc/testing';
import type { TpOutcome } from '../../src/elements/outcome/outcome.js';
import { createRecord } from '../../src/model/record.js';
import { startReview } from '../../src/model/review.js';
import { shanarri } from '../../src/frameworks/shanarri.js';
import { outcomeRecord } from '../../src/schema/record.js';
import { conversationWith, settled } from './support/cards.js';
import { watchConsole } from './support/console.js';
import { entry, framework, fullRecord, record } from './support/data.js';
import { allWithin, button, hasButton, labelled, shown, until, within, words } from './support/dom.js';
import { CHANGE, listen, TP_EVENTS, vetoAll } from './support/events.js';
import { click, focused, press, type } from './support/keyboard.js';
import { choice, group, lastTime, rated, reviewOf } from './support/review.js';

const said = watchConsole();

const now = new Date('2026-09-01T14:00:00Z');
const first = (cards: readonly TpOutcome[]): TpOutcome => {
  const [card] = cards;
  if (!card) throw new Error('There is a card.');
  return card;
};

describe('A review in <tp-conversation>', () => {
  it('starts from the previous record: what mattered is there, and nothing is answered', async () => {
    const heard = listen(document, TP_EVENTS);
    const { conversation, cards } = await reviewOf(lastTime());
    const { record: begun } = conversation;
    expect(begun?.kind).to.equal('review');
    expect(begun?.previous).to.deep.equal({ recordIds: ['r-then'], shown: 'before' });
    expect(begun?.subject).to.deep.equal({ id: 'jean-1', name: 'Jean' });
    expect(begun?.entries.map(({ label, previous }) => [label, previous?.entryId])).to.deep.equal([
      ['Digging', 'e-digging'],
      ['Sitting in the sun', 'e-sitting'],
    ]);
    for (const card of cards) expect(allWithin(card, 'input:checked')).to.have.lengthOf(0);
    expect(heard.types).to.deep.equal([]);
    expect(outcomeRecord.safeParse(begun).success).to.equal(true);
  });

  it('takes one record or several, as objects, as JSON and as an attribute', async () => {
    const json = JSON.stringify(lastTime());
    for (const previous of [[lastTime()], json, `[${json}]`])
      expect((await reviewOf(previous)).conversation.record?.previous?.recordIds).to.deep.equal(['r-then']);
    const { conversation } = await reviewOf(undefined);
    conversation.setAttribute('previous', json);
    conversation.setAttribute('show-previous', 'never');
    await settled(conversation);
    expect(conversation.record?.previous).to.deep.equal({ recordIds: ['r-then'], shown: 'never' });
  });

  it('goes on being what it is once something is recorded, whatever the page sets', async () => {
    const { conversation } = await conversationWith();
    await click(labelled(conversation, 'Company'));
    conversation.previous = lastTime();
    await settled(conversation);
    expect(conversation.record?.entries.map(({ label }) => label)).to.deep.equal(['Company']);
  });

  it('uses no draft, no mistake and nobody else’s record, and says so', async () => {
    const heard = listen(document, ['tp-error']);
    const { conversation } = await reviewOf(
      [
        lastTime(),
        record({ id: 'r-draft' }),
        lastTime({ id: 'r-other', subject: { id: 'eck-1' } }),
        lastTime({
          id: 'r-slip',
          status: 'entered-in-error',
          enteredInError: { reason: 'x', at: '2026-03-04T10:00:00Z' },
        }),
        { no: 'record' },
      ],
      { subject: { id: 'jean-1', name: 'Jean' } },
    );
    const codes = heard.details<{ code: string }>('tp-error').map(({ code }) => code);
    expect(codes).to.include.members(['previous-draft', 'previous-other-person', 'previous-in-error']);
    expect(codes.length).to.be.greaterThan(3);
    expect(conversation.record?.previous?.recordIds).to.deep.equal(['r-then']);
    expect(shown(conversation)).to.not.include('cannot be shown');
    expect(said.take().length).to.equal(codes.length);
  });

  it('says in a sentence when nothing of what it was given can be looked back at', async () => {
    const { conversation } = await reviewOf('{ broken', { subject: { id: 'jean-1' } });
    expect(shown(conversation)).to.include('What was recorded earlier cannot be shown here.');
    expect(conversation.record?.kind).to.equal('assessment');
    said.take();
  });

  it('goes on with a review that was begun, and adds no second one', async () => {
    const begun = startReview(lastTime(), { framework: framework(), now });
    const { conversation, cards } = await reviewOf(lastTime(), { record: begun });
    expect(conversation.record).to.deep.equal(begun);
    expect(shown(first(cards))).to.include('I miss the roses.');
  });

  it('writes down what a draft looks back at with its first change', async () => {
    const begun = { ...createRecord({ framework: framework(), now }), entries: [entry('digging', 'Digging')] };
    const { conversation, cards } = await reviewOf(lastTime(), { record: begun, showPrevious: 'after-answer' });
    expect(shown(first(cards))).to.include('I miss the roses.');
    expect(conversation.record).to.not.have.property('previous');
    const heard = listen(document, ['tp-record-change']);
    await click(labelled(first(cards), 'Most important now'));
    expect(conversation.record?.previous).to.deep.equal({ recordIds: ['r-then'], shown: 'after-answer' });
    expect(heard.types).to.have.lengthOf(1);
  });

  it('carries along what comes from another framework, and says which', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), { framework: shanarri });
    expect(conversation.record?.framework.id).to.equal('shanarri');
    expect(words(within(first(cards), '.heading'))).to.equal('Digging');
    expect(shown(first(cards))).to.include('This comes from “Garden framework”. It is carried along as it was.');
    expect(shown(first(cards))).to.include('I miss the roses.');
  });

  it('says that an outcome is not in the newer version of the framework', async () => {
    const [, sitting, company] = framework().outcomes;
    if (!sitting || !company) throw new Error('The framework has three outcomes.');
    const { cards } = await reviewOf(lastTime(), {
      framework: framework({ version: '2', outcomes: [sitting, company] }),
    });
    expect(shown(first(cards))).to.include('This is no longer in “Garden framework”.');
    said.take();
  });

  it('lists what no longer mattered, and takes it up again with what it follows on from', async () => {
    const [digging, sitting] = lastTime().entries;
    if (!digging || !sitting) throw new Error('There are two entries.');
    const then = lastTime({ entries: [digging, { ...sitting, decision: { value: 'no-longer-matters' } }] });
    const { conversation } = await reviewOf(then);
    expect(conversation.record?.entries).to.have.lengthOf(1);
    expect(words(within(conversation, '[part=left-behind]'))).to.include('It no longer mattered last time.');
    const heard = listen(document, ['tp-record-change']);
    await click(button(conversation, 'Take it up again: Sitting in the sun'));
    await settled(conversation);
    expect(conversation.record?.entries[1]?.previous).to.deep.equal({ recordId: 'r-then', entryId: 'e-sitting' });
    expect(allWithin(conversation, '[part=left-behind]')).to.have.lengthOf(0);
    expect(heard.types).to.have.lengthOf(1);
    expect(focused()?.localName).to.equal('input');
  });

  it('leaves a conversation that is no review as it was', async () => {
    const { conversation, cards } = await conversationWith(fullRecord());
    expect(allWithin(conversation, '[part=agreed],[part=left-behind],[part=amend],[part=changes]')).to.have.lengthOf(0);
    expect(allWithin(first(cards), '[part=then],[part=now],[part=decision],.looks-back')).to.have.lengthOf(0);
    expect(shown(first(cards))).to.not.include('Compared with last time');
  });
});

describe('Then beside now', () => {
  it('shows the words of the day, whose they are, who wrote them and when', async () => {
    const { cards } = await reviewOf(lastTime());
    const then = words(within(first(cards), '[part=then]'));
    for (const text of [
      'Then · 3 March 2026',
      'In Jean’s own words',
      'I miss the roses.',
      'A small bed by the door · get there',
      'Jean’s view',
      'Some of the time',
      'Only in summer',
      'The unpaid carer’s view',
      'None of the time',
      'Written down by Mairi',
    ])
      expect(then).to.include(text);
    expect(within(first(cards), '[part=now]').contains(within(first(cards), '#narrative-0'))).to.equal(true);
  });

  it('stands side by side where there is room, and one after the other where there is not', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const place = (part: string): DOMRect => within(first(cards), `[part=${part}]`).getBoundingClientRect();
    (conversation.parentElement as HTMLElement).style.inlineSize = '60em';
    await settled(conversation);
    await until(() => Math.abs(place('now').top - place('then').top) < 1, 'they stand side by side');
    expect(place('now').left).to.be.greaterThan(place('then').right);
    (conversation.parentElement as HTMLElement).style.inlineSize = '320px';
    await settled(conversation);
    await until(() => place('now').top > place('then').bottom, 'they stand one after the other');
    expect(first(cards).scrollWidth).to.be.at.most(320);
  });

  it('writes down that the earlier answer was in sight', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    await click(labelled(first(cards), 'Most of the time'));
    expect(conversation.record?.entries[0]?.ratings?.[0]).to.include({
      perspective: 'person',
      previousShown: 'before',
    });
  });

  it('holds an earlier answer back until the same view is given, view by view', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), { showPrevious: 'after-answer' });
    const card = first(cards);
    const then = (): string => words(within(card, '[part=then]'));
    expect(then()).to.include('I miss the roses.');
    for (const text of ['Some of the time', 'Only in summer', 'None of the time']) expect(then()).to.not.include(text);
    expect(allWithin(card, '[part=withheld]')).to.have.lengthOf(2);
    const [held] = allWithin(card, '[part=withheld]');
    expect(held?.ariaLive ?? held?.getAttribute('aria-live'), 'it is read out when it comes').to.equal('polite');
    await click(labelled(card, 'Most of the time'));
    await settled(conversation);
    expect(then()).to.include('Some of the time').and.to.include('Only in summer');
    expect(then()).to.not.include('None of the time');
    expect(held?.isConnected && words(held), 'in the place where it was held back').to.equal('Some of the time');
    expect(conversation.record?.entries[0]?.ratings?.[0]?.previousShown).to.equal('after-answer');
    expect(conversation.record?.previous?.shown).to.equal('after-answer');
  });

  it('knows that an answer that is changed after that was changed with the earlier one in sight', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), { showPrevious: 'after-answer' });
    await click(labelled(first(cards), 'Most of the time'));
    await settled(conversation);
    await click(labelled(first(cards), 'All of the time'));
    expect(conversation.record?.entries[0]?.ratings?.[0]?.previousShown).to.equal('before');
  });

  it('shows nothing of last time where the page asks for that, and writes it down', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), { showPrevious: 'never' });
    expect(shown(first(cards))).to.not.include('I miss the roses.');
    expect(shown(first(cards))).to.include('What was said last time is not shown here.');
    await click(labelled(first(cards), 'Most of the time'));
    expect(conversation.record?.entries[0]?.ratings?.[0]?.previousShown).to.equal('never');
  });

  it('says of something new that it is talked about for the first time', async () => {
    const { conversation } = await reviewOf(lastTime());
    await click(labelled(conversation, 'Company'));
    await settled(conversation);
    const card = conversation.querySelector<TpOutcome>('tp-outcome:last-of-type');
    if (!card) throw new Error('There is a third card.');
    expect(shown(card)).to.include('Talked about for the first time');
    expect(shown(card)).to.not.include('Compared with last time');
  });

  it('works on a card that stands alone', async () => {
    const { card } = await import('./support/cards.js');
    const outcome = await card('person-name="Jean"');
    outcome.previous = lastTime();
    await outcome.updateComplete;
    expect(words(within(outcome, '[part=then]'))).to.include('I miss the roses.');
  });

  it('shows a mistake struck through with its reason, then and now', async () => {
    const slip = { reason: 'Wrong person', at: '2026-03-04T10:00:00Z' };
    const { conversation, cards } = await conversationWith(
      record({
        entries: [
          entry('digging', 'Digging', {
            narrative: [{ id: 's-1', text: 'I hate roses.', enteredInError: slip }],
            ratings: [rated('g-1', { enteredInError: slip })],
          }),
        ],
      }),
    );
    const struck = allWithin(first(cards), 's').map(words);
    expect(struck).to.deep.equal(['I hate roses.', 'Some of the time']);
    expect(shown(first(cards)).match(/Entered in error: Wrong person/g)).to.have.lengthOf(2);
    expect(within(first(cards), '#narrative-1').localName).to.equal('textarea');
    await click(labelled(first(cards), 'Most of the time'));
    expect(
      conversation.record?.entries[0]?.ratings?.map(({ enteredInError }) => Boolean(enteredInError)),
    ).to.deep.equal([true, false]);
  });
});

describe('What a review asks', () => {
  const QUESTION = 'Compared with last time, how is this for you? Jean’s view';

  it('the own sense of change, with nothing chosen beforehand, and keeps it with its scale', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const card = first(cards);
    expect(group(card, QUESTION).querySelectorAll(':checked')).to.have.lengthOf(0);
    const heard = listen(document, [...CHANGE, 'tp-record-change']);
    await click(choice(card, QUESTION, 'A bit better'));
    expect([...heard.types].sort()).to.deep.equal(['tp-answer-change', 'tp-record-change']);
    expect(heard.details('tp-answer-change')[0]?.path).to.deep.equal(['digging', 'change', 'person']);
    const { record: held } = conversation;
    expect(held?.entries[0]?.change?.[0]).to.deep.include({
      perspective: 'person',
      answer: { kind: 'answered', value: 'better' },
    });
    expect(held?.scales.map(({ id }) => id)).to.deep.equal(['change-5']);
    expect(outcomeRecord.safeParse(held).success).to.equal(true);
  });

  it('other views on demand', async () => {
    const { conversation, cards } = await reviewOf(lastTime(), {}, 'perspectives="person carer"');
    const card = first(cards);
    await click(button(card, 'Another view of how it compares'));
    await settled(conversation);
    await click(button(card, 'The unpaid carer’s view'));
    await until(
      () => focused()?.closest('fieldset') === group(card, 'Compared with last time, how is this for you? The unpaid'),
      'the focus',
    );
  });

  it('what helped: those who were to help are offered, and taken over with one press', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const card = first(cards);
    await click(button(card, 'Morag'));
    await settled(conversation);
    const { contributors } = conversation.record?.entries[0] ?? {};
    expect(contributors?.map(({ kind, who, stage }) => [kind, who, stage])).to.deep.equal([
      ['family', 'Morag', 'actual'],
    ]);
    expect(hasButton(card, 'Morag')).to.equal(false);
    await until(() => focused()?.textContent.includes('Home care'), 'the next offer has the focus');
    await press('Enter');
    await settled(conversation);
    await until(() => focused()?.getAttribute('part') === 'add-button', 'the first way to add has the focus');
    expect(conversation.record?.entries[0]?.contributors).to.have.lengthOf(2);
    expect(allWithin(card, '[part=offers]')).to.have.lengthOf(0);
  });

  it('a decision, with a reason, that can be cleared', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const card = first(cards);
    await click(choice(card, 'What did we decide?', 'Pause for now'));
    await settled(conversation);
    await click(labelled(card, 'Why?'));
    await type('Hip');
    await press('Tab');
    expect(conversation.record?.entries[0]?.decision).to.deep.equal({ value: 'paused', reason: 'Hip' });
    await click(choice(card, 'What did we decide?', 'Clear'));
    await settled(conversation);
    expect(conversation.record?.entries[0]).to.not.have.property('decision');
    expect(focused()?.closest('fieldset')).to.equal(group(card, 'What did we decide?'));
  });

  it('takes a veto back without a trace', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    const before = conversation.record;
    vetoAll(conversation);
    await click(choice(first(cards), 'What did we decide?', 'Achieved'));
    await click(choice(first(cards), QUESTION, 'A bit better'));
    await click(button(first(cards), 'Morag'));
    await settled(conversation);
    expect(conversation.record).to.equal(before);
    expect(allWithin(first(cards), 'input:checked')).to.have.lengthOf(0);
  });

  it('keeps what no longer matters open while it is decided, and folds it to a line when it is opened again', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    await click(choice(first(cards), 'What did we decide?', 'No longer matters'));
    await settled(conversation);
    expect(allWithin(first(cards), 'textarea').length).to.be.greaterThan(0);
    expect(focused()?.closest('fieldset')).to.equal(group(first(cards), 'What did we decide?'));
    const again = await reviewOf(lastTime(), { record: conversation.record });
    const card = first(again.cards);
    expect(allWithin(card, 'textarea')).to.have.lengthOf(0);
    expect(shown(card)).to.include('Digging').and.to.include('No longer matters');
    await click(button(card, 'Show everything about it'));
    await until(() => focused()?.localName === 'textarea', 'the words have the focus');
  });

  it('reads back what was decided, and shows it when it is complete, without the earlier record too', async () => {
    const { conversation, cards } = await reviewOf(lastTime());
    await click(choice(first(cards), QUESTION, 'A bit better'));
    await click(choice(first(cards), 'What did we decide?', 'Keep going'));
    await settled(conversation);
    const finish = words(within(conversation, '[part=finish]'));
    expect(finish).to.include('Compared with last time: A bit better').and.to.include('What we decided: Keep going');
    const done = await conversation.complete();
    if (!done) throw new Error('It is complete.');
    const alone = await conversationWith(done);
    const card = first(alone.cards);
    expect(shown(card)).to.include('A bit better').and.to.include('Keep going');
    expect(allWithin(card, 'input,textarea,button')).to.have.lengthOf(0);
  });
});
