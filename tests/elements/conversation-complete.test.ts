import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpRecordCompleteEvent } from '../../src/base/events.js';
import type { ErrorDetail, RecordCompleteDetail } from '../../src/schema/events.js';
import { outcomeRecord, type OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { entry, fullRecord, record } from './support/data.js';
import { allWithin, button, hasButton, labelled, shown, until, within, words } from './support/dom.js';
import { listen, vetoAll } from './support/events.js';
import { click, press, type } from './support/keyboard.js';

const said = watchConsole();

const status = (conversation: TpConversation): string => words(within(conversation, '[part=status]'));
const records = (details: readonly RecordCompleteDetail[]): readonly OutcomeRecord[] =>
  details.map((detail) => detail.record);

/** A host that answers when the test says so. */
function storing(conversation: TpConversation): { resolve: () => void; reject: (error: Error) => void } {
  const answer = { resolve: () => {}, reject: (_error: Error) => {} };
  conversation.addEventListener('tp-record-complete', (event) => {
    event.waitUntil(
      new Promise<void>((resolve, reject) => {
        Object.assign(answer, { resolve, reject });
      }),
    );
  });
  return { resolve: () => answer.resolve(), reject: (error) => answer.reject(error) };
}

describe('Completing in <tp-conversation>', () => {
  it('a record of words only is complete and valid', async () => {
    const { conversation } = await conversationWith();
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await type('roses');
    const heard = listen(document, ['tp-record-change', 'tp-before-record-complete', 'tp-record-complete']);
    await click(button(conversation, 'Complete'));
    await until(() => conversation.record?.status === 'completed', 'the record is complete');
    const done = conversation.record;
    expect(outcomeRecord.safeParse(done).success).to.equal(true);
    expect(done?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
    expect(done?.entries[0]).to.not.have.any.keys('ratings', 'actions', 'contributors');
    expect(heard.types).to.deep.equal(['tp-record-change', 'tp-before-record-complete', 'tp-record-complete']);
    await settled(conversation);
    expect(status(conversation)).to.equal('Completed.');
    expect(hasButton(conversation, 'Complete')).to.equal(false);
    expect(allWithin(card, 'textarea,input')).to.have.lengthOf(0);
  });

  it('even an empty conversation can be completed: nothing is required', async () => {
    const { conversation } = await conversationWith();
    expect(shown(conversation)).to.include('Nothing is written down yet.');
    const done = await conversation.complete();
    expect(outcomeRecord.safeParse(done).success).to.equal(true);
  });

  it('reads back what was recorded before it is completed', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const finish = words(within(conversation, '[part=finish]'));
    for (const text of [
      'Digging',
      'most important now',
      'I miss the roses.',
      'A small bed by the door',
      'Some of the time',
      'Find a lift',
    ])
      expect(finish).to.include(text);
  });

  it('reads back in one line what nothing is written about yet, and says where the rest is', async () => {
    const { conversation } = await conversationWith(
      record({
        entries: [
          entry('digging', 'Digging'),
          entry('sun', 'Sitting in the sun', { outcomes: [], strengths: [{ id: 's-1', text: 'A bench' }] }),
          entry('company', 'Company'),
        ],
      }),
    );
    expect(words(within(conversation, '.readback'))).to.equal(
      'Sitting in the sun What is written down is on its card.',
    );
    expect(words(within(conversation, '.readback + p'))).to.equal(
      'Nothing is written down yet about: Digging, Company.',
    );
  });

  it('is vetoed without a trace', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const before = conversation.record;
    const heard = listen(document, ['tp-record-complete', 'tp-record-change']);
    const callOff = vetoAll(conversation, 'tp-before-record-complete');
    await click(button(conversation, 'Complete'));
    expect(await conversation.complete()).to.equal(undefined);
    await settled(conversation);
    expect(conversation.record).to.equal(before);
    expect(heard.types).to.deep.equal([]);
    expect(status(conversation)).to.equal('');
    expect(allWithin(cardsOf(conversation)[0] ?? conversation, 'textarea').length).to.be.greaterThan(0);
    callOff();
    expect((await conversation.complete())?.status).to.equal('completed');
  });

  it('says “Saving…” until the host has stored it, and “Saved.” only then', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const host = storing(conversation);
    const done = conversation.complete();
    await settled(conversation);
    expect(status(conversation)).to.equal('Saving…');
    expect(conversation.matches(':state(saving)')).to.equal(true);
    expect(conversation.record?.status).to.equal('draft');
    expect(await conversation.complete(), 'a second time while it is being stored').to.equal(undefined);
    host.resolve();
    expect((await done)?.status).to.equal('completed');
    await settled(conversation);
    expect(status(conversation)).to.equal('Saved.');
    expect(conversation.matches(':state(saved)')).to.equal(true);
    expect(conversation.matches(':state(saving)')).to.equal(false);
    expect(await conversation.complete(), 'a completed record').to.equal(undefined);
  });

  it('keeps everything when the host could not store it, and tries again with the very same record', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const heard = listen(conversation, ['tp-record-complete', 'tp-error']);
    const host = storing(conversation);
    const first = conversation.complete();
    host.reject(new Error('The line is down.'));
    expect(await first).to.equal(undefined);
    await settled(conversation);
    expect(status(conversation)).to.equal('Not saved. Your words are kept here. Please try again.');
    expect(conversation.matches(':state(not-saved)')).to.equal(true);
    expect(conversation.record).to.deep.include({ status: 'draft', entries: fullRecord().entries });
    const [card] = cardsOf(conversation);
    expect(within<HTMLTextAreaElement>(card ?? conversation, '#narrative-0').value).to.equal('I miss the roses.');
    expect(heard.details('tp-error')[0]).to.include({ code: 'not-saved', severity: 'warning' });
    expect(said.take().join()).to.include('store the record: The line is down. Everything is still on the screen.');
    conversation.clock = () => new Date('2030-01-01T00:00:00Z');
    await click(button(conversation, 'Try again'));
    host.resolve();
    await until(() => conversation.record?.status === 'completed', 'the second try');
    const [one, two] = records(heard.details<RecordCompleteDetail>('tp-record-complete'));
    expect(two).to.equal(one);
    expect(two?.id).to.equal('r-1');
  });

  it('says why it is not saved where the host says it for people, as plain text, and nothing that is meant for developers', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const host = storing(conversation);
    const tried = async (reason: unknown): Promise<string> => {
      const done = conversation.complete();
      host.reject(reason as Error);
      await done;
      await settled(conversation);
      return status(conversation);
    };
    const plain = 'Not saved. Your words are kept here. Please try again.';
    const why = 'The records are <b>closed</b> until eight.';
    const first = within(conversation, '[part=status]');
    expect(await tried(Object.assign(new Error('503 upstream'), { forPeople: why }))).to.equal(`${plain} ${why}`);
    // What says it is the one place that is read out when its words change.
    expect(within(conversation, '[part=status]')).to.equal(first);
    expect(first.getAttribute('role')).to.equal('status');
    for (const none of [new Error('503 upstream'), { forPeople: { text: 'no text' } }, undefined, 'down', null])
      expect(await tried(none)).to.equal(plain);
    expect(await tried({ forPeople: why }), 'also of what is no error').to.include(why);
    const last = conversation.complete();
    await settled(conversation);
    expect(status(conversation)).to.equal('Saving…');
    host.resolve();
    await last;
    await settled(conversation);
    expect(status(conversation)).to.equal('Saved.');
    expect(said.take().join()).to.include('503 upstream');
  });

  it('after a change, the next try sends the changed record under the same id', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const heard = listen(conversation, ['tp-record-complete']);
    const host = storing(conversation);
    const first = conversation.complete();
    host.reject(new Error('Down again'));
    await first;
    said.take();
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await press('Control', 'End');
    await type('!');
    await click(labelled(card, 'All of the time'));
    await settled(conversation);
    expect(status(conversation), 'it is still not saved').to.include('Not saved.');
    const second = conversation.complete();
    host.resolve();
    await second;
    const [one, two] = records(heard.details<RecordCompleteDetail>('tp-record-complete'));
    expect(two?.id).to.equal(one?.id);
    expect(two?.entries[0]?.narrative?.[0]?.text).to.equal('I miss the roses.!');
  });

  it('a change to “Who and how” or the topics counts as a change too', async () => {
    const { conversation } = await conversationWith(fullRecord());
    const heard = listen(conversation, ['tp-record-complete']);
    const host = storing(conversation);
    const first = conversation.complete();
    host.reject(new Error('Down a third time'));
    await first;
    said.take();
    await settled(conversation);
    await click(labelled(conversation, 'Company'));
    await settled(conversation);
    const second = conversation.complete();
    host.resolve();
    await second;
    const [, two] = records(heard.details<RecordCompleteDetail>('tp-record-complete'));
    expect(two?.entries.map(({ label }) => label)).to.deep.equal(['Digging', 'Company']);
    expect(conversation.record?.entries).to.have.lengthOf(2);
  });

  it('waits for every promise, and refuses one that comes too late', async () => {
    const { conversation } = await conversationWith(fullRecord());
    let late: TpRecordCompleteEvent | undefined;
    const one = storing(conversation);
    conversation.addEventListener('tp-record-complete', (event) => {
      late = event;
    });
    const two = storing(conversation);
    const done = conversation.complete();
    one.resolve();
    await settled(conversation);
    expect(status(conversation)).to.equal('Saving…');
    expect(() => late?.waitUntil(Promise.resolve())).to.throw(/before any await/);
    two.resolve();
    expect((await done)?.status).to.equal('completed');
  });

  for (const [name, given, what] of [
    [
      'nothing, as by a store() without `return`',
      () => undefined,
      /TypeError.*waitUntil\(\) takes the promise of storing/,
    ],
    [
      'the function that stores',
      () => () => Promise.resolve(),
      /TypeError.*waitUntil\(\) takes the promise of storing/,
    ],
    ['the record', () => fullRecord(), /TypeError.*waitUntil\(\) takes the promise of storing/],
    ['a server’s refusal', () => Promise.resolve(new Response(null, { status: 500 })), /HTTP 500/],
    ['a refusal from another window', () => Promise.resolve({ ok: false, status: 503 }), /HTTP 503/],
  ] as const)
    it(`does not say “Saved.” where the host hands over ${name}`, async () => {
      const { conversation } = await conversationWith(fullRecord());
      const heard = listen(conversation, ['tp-error']);
      const thrown: unknown[] = [];
      conversation.addEventListener('tp-record-complete', (event) => {
        try {
          event.waitUntil(given() as Promise<unknown>);
        } catch (error) {
          thrown.push(String(error));
        }
      });
      expect(await conversation.complete()).to.equal(undefined);
      await settled(conversation);
      expect(status(conversation)).to.equal('Not saved. Your words are kept here. Please try again.');
      expect(conversation.record).to.deep.include({ status: 'draft', entries: fullRecord().entries });
      const [error] = heard.details<ErrorDetail>('tp-error');
      expect(error?.code).to.equal('not-saved');
      expect([...thrown, error?.message].join(' ')).to.match(what);
      expect(thrown, 'said where the mistake is').to.have.lengthOf(what.source.startsWith('Type') ? 1 : 0);
      said.take();
    });

  it('takes what is no promise of this window, and answers that are fine', async () => {
    const { conversation } = await conversationWith(fullRecord());
    conversation.addEventListener('tp-record-complete', (event) => {
      event.waitUntil({
        then: (done: (answer: unknown) => void) => done({ ok: true, status: 201 }),
      } as Promise<unknown>);
      event.waitUntil(Promise.resolve({ ok: false }));
      event.waitUntil(Promise.resolve(null));
    });
    expect((await conversation.complete())?.status).to.equal('completed');
    await settled(conversation);
    expect(status(conversation)).to.equal('Saved.');
  });

  it('says once in the console, and nowhere else, that nobody has taken the record over', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { conversation } = await conversationWith(fullRecord());
      const heard = listen(document, ['tp-error']);
      expect((await conversation.complete())?.status).to.equal('completed');
      await settled(conversation);
      expect(status(conversation)).to.equal('Completed.');
      expect(heard.types).to.deep.equal([]);
    }
    expect(said.untaken).to.have.lengthOf(1);
    expect(said.untaken[0]).to.match(/<tp-conversation> tp-record-complete: .*event\.waitUntil\(promise\)/);
  });

  it('stops for words that cannot be stored, says where, and leads there', async () => {
    const broken = entry('company', 'Company', { narrative: [{ id: 's', text: 'Lost \ud800 half' }] });
    const { conversation } = await conversationWith(record({ entries: [entry('digging', 'Digging'), broken] }));
    said.take();
    const heard = listen(document, ['tp-before-record-complete', 'tp-record-complete']);
    await click(button(conversation, 'Complete'));
    await settled(conversation);
    expect(heard.types).to.deep.equal([]);
    const check = within(conversation, '[part=finish] [role=alert]');
    expect(words(check)).to.include('Some words in “Company” hold a character that cannot be stored.');
    await click(within(check, 'button'));
    const [, card] = cardsOf(conversation);
    await until(() => card?.shadowRoot?.activeElement, 'the focus in the card');
    said.take();
  });
});
