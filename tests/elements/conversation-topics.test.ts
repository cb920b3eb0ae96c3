import { expect } from '@open-wc/testing';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { entry, framework, fullRecord, record, scale } from './support/data.js';
import { allWithin, button, drawn, hasButton, labelled, mount, shown, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, press, type } from './support/keyboard.js';

const said = watchConsole();

const labels = (conversation: Element): readonly string[] => cardsOf(conversation).map((card) => card.entry.label);

describe('What matters, in <tp-conversation>', () => {
  it('begins with a draft on the framework: nothing chosen, nothing dated, nothing answered', async () => {
    const { conversation } = await conversationWith();
    const begun = conversation.record;
    expect(begun).to.deep.include({
      schemaVersion: '1.0',
      kind: 'assessment',
      status: 'draft',
      conversation: {},
      entries: [],
      scales: [],
      framework: { id: 'garden', version: '1', name: 'Garden framework' },
    });
    expect(begun).to.not.have.any.keys('conversationAt', 'completedAt');
    expect(allWithin(conversation, ':checked:not(option)')).to.have.lengthOf(0);
    expect(cardsOf(conversation)).to.have.lengthOf(0);
  });

  it('takes kind, subject and who records from the host', async () => {
    const conversation = document.createElement('tp-conversation');
    Object.assign(conversation, {
      framework: framework(),
      kind: 'review',
      subject: { id: 'j', name: 'Jean' },
      recordedBy: { id: 'w', name: 'Una' },
    });
    conversation.clock = () => new Date('2026-03-03T14:05:00Z');
    document.body.append(conversation);
    await drawn(conversation);
    expect(conversation.record).to.deep.include({
      kind: 'review',
      subject: { id: 'j', name: 'Jean' },
      recordedBy: { id: 'w', name: 'Una' },
    });
    expect(Date.parse(conversation.record?.recordedAt ?? '')).to.equal(Date.parse('2026-03-03T14:05:00Z'));
    conversation.remove();
  });

  it('makes one card for each topic that is picked, in the order of picking, and takes an empty one out again', async () => {
    const { conversation } = await conversationWith();
    const heard = listen(conversation, ['tp-record-change']);
    await click(labelled(conversation, 'Company'));
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    expect(labels(conversation)).to.deep.equal(['Company', 'Digging']);
    await click(labelled(conversation, 'Company'));
    await settled(conversation);
    expect(labels(conversation)).to.deep.equal(['Digging']);
    expect(heard.types).to.have.lengthOf(3);
    expect(labelled(conversation, 'Company').checked).to.equal(false);
  });

  it('shows topics by category', async () => {
    const { conversation } = await conversationWith();
    conversation.framework = 'talking-points-carers';
    conversation.record = undefined;
    await settled(conversation);
    const step = within(conversation, '[part=topics]');
    expect(allWithin(step, 'legend')).to.have.lengthOf(4);
    expect(allWithin(step, 'input[type=checkbox]')).to.have.lengthOf(14);
  });

  it('never loses words by unpicking: it asks first, and keeps them unless told', async () => {
    const { conversation } = await conversationWith(record({ entries: [entry('digging', 'Digging')] }));
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await type('roses');
    // Within the pause: the words are not told yet, and still count.
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    expect(labelled(conversation, 'Digging').checked).to.equal(true);
    expect(words(within(conversation, '[role=alertdialog]'))).to.include('Something is written down for “Digging”.');
    await click(button(conversation, 'Keep it'));
    await settled(conversation);
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
    expect(hasButton(conversation, 'Keep it')).to.equal(false);
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    await click(button(conversation, 'Take it out'));
    await settled(conversation);
    expect(conversation.record?.entries).to.deep.equal([]);
    expect(labelled(conversation, 'Digging').checked).to.equal(false);
  });

  it('takes a topic in the person’s own words, by Enter or by the button, and out again', async () => {
    const { conversation } = await conversationWith();
    const box = labelled(conversation, 'Something else that matters');
    const told = within(conversation, '[part=topics] [aria-live]');
    await click(box);
    await type('  The cat ');
    await press('Enter');
    await settled(conversation);
    expect(box.value).to.equal('');
    // In the very same element, or it would not be read out.
    expect(told.isConnected && words(told)).to.equal('The cat');
    await click(box);
    await type('My hip');
    await click(button(conversation, 'Add it'));
    await click(button(conversation, 'Add it'));
    await settled(conversation);
    expect(conversation.record?.entries.map(({ label, outcomes }) => [label, outcomes])).to.deep.equal([
      ['The cat', []],
      ['My hip', []],
    ]);
    expect(words(within(cardsOf(conversation)[0] ?? conversation, '[part=heading]'))).to.equal('The cat');
    await click(labelled(conversation, 'The cat'));
    await settled(conversation);
    expect(labels(conversation)).to.deep.equal(['My hip']);
  });
});

describe('Cards of <tp-conversation>', () => {
  it('uses what the host wrote inside, in its place, and makes the others', async () => {
    const inside = '<p>Before</p><tp-outcome outcome="company"></tp-outcome><p>After</p>';
    const { conversation } = await conversationWith(
      record({ entries: [entry('digging', 'Digging'), entry('company', 'Company')] }),
      '',
      inside,
    );
    expect([...conversation.children].map(words).slice(0, 1)).to.deep.equal(['Before']);
    const written = conversation.children[1] as HTMLElementTagNameMap['tp-outcome'];
    expect(written.outcome).to.equal('company');
    expect(written.entry.id).to.equal('e-company');
    expect(cardsOf(conversation)).to.have.lengthOf(2);
    await click(within(written, '#narrative-0'));
    await type('a');
    expect(conversation.record?.entries[1]?.narrative?.[0]?.text).to.equal('a');
  });

  it('an outcome that the host wrote and nobody picked joins the record with its first answer', async () => {
    const { conversation, cards } = await conversationWith(
      undefined,
      '',
      '<tp-outcome outcome="sitting"></tp-outcome>',
    );
    const [card] = cards;
    if (!card) throw new Error('The host wrote a card.');
    expect(conversation.record?.entries).to.deep.equal([]);
    await click(labelled(card, 'Some of the time'));
    await settled(conversation);
    expect(conversation.record?.entries.map(({ label }) => label)).to.deep.equal(['Sitting in the sun']);
    expect(conversation.record?.scales.map(({ id }) => id)).to.deep.equal(['frequency-4']);
    expect(cardsOf(conversation)).to.deep.equal([card]);
    expect(labelled(conversation, 'Sitting in the sun').checked).to.equal(true);
  });

  it('keeps every scale that was used, once, as it was on the day', async () => {
    const own = scale({ id: 'own', name: 'Own' });
    const { conversation } = await conversationWith();
    conversation.framework = framework({ scale: 'own' });
    conversation.scales = [own];
    conversation.record = record({ entries: [entry('digging', 'Digging'), entry('sitting', 'Sitting in the sun')] });
    await settled(conversation);
    for (const card of cardsOf(conversation)) await click(labelled(card, 'Partly'));
    expect(conversation.record.scales).to.deep.equal([own]);
    expect(conversation.record.entries.map(({ ratings }) => ratings?.[0]?.label)).to.deep.equal(['Partly', 'Partly']);
  });

  it('asks the views that the host names, the first at once', async () => {
    const { cards } = await conversationWith(
      record({ entries: [entry('digging', 'Digging')] }),
      'perspectives="carer person"',
    );
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    expect(allWithin(card, '.rating legend').map(words)).to.have.lengthOf(1);
    expect(words(within(card, '.rating legend'))).to.include('The unpaid carer’s view');
    await click(button(card, 'Another view'));
    expect(allWithin(card, '.ratings .add button').map(words)).to.deep.equal(['Jean’s view']);
  });

  it('gives each card the name of the person and the readonly of the conversation', async () => {
    const { conversation, cards } = await conversationWith(fullRecord());
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    expect(shown(card)).to.include('In Jean’s own words');
    conversation.readonly = true;
    await settled(conversation);
    await drawn(card);
    expect(allWithin(card, 'input,textarea,button')).to.have.lengthOf(0);
    expect(hasButton(conversation, 'Complete')).to.equal(false);
    expect(allWithin(conversation, '[part=topics]')).to.have.lengthOf(0);
  });

  it('goes on with a record whose framework is not to be had, in the words of its day', async () => {
    const conversation = await mount<HTMLElementTagNameMap['tp-conversation']>('<tp-conversation></tp-conversation>');
    conversation.record = {
      ...fullRecord(),
      framework: { id: 'lost', version: '3', name: 'Lost framework' },
    } satisfies OutcomeRecord;
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    expect(words(within(card, '[part=heading]'))).to.equal('Digging');
    expect(within<HTMLTextAreaElement>(card, '#narrative-0').value).to.equal('I miss the roses.');
    expect(said.take()).to.deep.equal([]);
  });
});

describe('One at a time, in <tp-conversation>', () => {
  it('shows one step and nothing else, and says where it stands', async () => {
    const { conversation } = await conversationWith(
      record({ entries: [entry('digging', 'Digging'), entry('company', 'Company')] }),
      'presentation="one-at-a-time"',
    );
    expect(within(conversation, '[part=who]').querySelectorAll('input').length, 'who and how is open').to.be.above(0);
    const seen: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      const visible = [
        ...['who', 'topics', 'finish'].filter((part) =>
          allWithin(conversation, `[part=${part}]`).some(({ offsetHeight }) => offsetHeight > 0),
        ),
        ...cardsOf(conversation)
          .filter(({ offsetHeight }) => offsetHeight > 0)
          .map((card) => card.entry.label),
      ];
      seen.push(`${visible.join('+')}: ${words(within(conversation, '[part=steps] [role=status]'))}`);
      const next = button(conversation, 'Next');
      if (step < 4) await click(next);
      await settled(conversation);
    }
    expect(seen).to.deep.equal([
      'who: Step 1 of 5',
      'topics: Step 2 of 5',
      'Digging: Step 3 of 5',
      'Company: Step 4 of 5',
      'finish: Step 5 of 5',
    ]);
    await click(button(conversation, 'Back'));
    await settled(conversation);
    expect(cardsOf(conversation).map(({ offsetHeight }) => offsetHeight > 0)).to.deep.equal([false, true]);
  });

  it('loses nothing on the way', async () => {
    const { conversation, cards } = await conversationWith(
      record({ entries: [entry('digging', 'Digging')] }),
      'presentation="one-at-a-time"',
    );
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    for (let step = 0; step < 2; step += 1) {
      await click(button(conversation, 'Next'));
      await settled(conversation);
    }
    await click(within(card, '#narrative-0'));
    await type('roses');
    await click(button(conversation, 'Next'));
    await settled(conversation);
    expect(shown(conversation)).to.include('roses');
    conversation.presentation = 'all';
    await settled(conversation);
    expect(card.offsetHeight).to.be.greaterThan(0);
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
  });
});
