import { expect } from '@open-wc/testing';
import { RecordConflictError } from '../../src/index.js';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { TpRecordConflict } from '../../src/elements/record-conflict/record-conflict.js';
import type { RecordCompleteDetail, RecordConflictDetail } from '../../src/schema/events.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { fullRecord } from './support/data.js';
import { allWithin, button, drawn, hasButton, until, within, words } from './support/dom.js';
import { expectGoodShape, listen } from './support/events.js';
import { click, focused } from './support/keyboard.js';

const said = watchConsole();

const reworded = (text: string, change: Partial<OutcomeRecord> = {}): OutcomeRecord => {
  const record = fullRecord(change);
  return {
    ...record,
    entries: record.entries.map((entry) => ({
      ...entry,
      narrative: (entry.narrative ?? []).map((one) => ({ ...one, text })),
    })),
  };
};

/** A host that answers each try in turn: with a reason why not, or with nothing once it has stored the record. */
function host(conversation: TpConversation, ...answers: readonly unknown[]): readonly OutcomeRecord[] {
  const sent: OutcomeRecord[] = [];
  conversation.addEventListener('tp-record-complete', (event) => {
    const { record } = event.detail;
    const answer = answers[sent.push(record) - 1];
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a host may reject with the JSON of its server
    event.waitUntil(answer === undefined ? Promise.resolve() : Promise.reject(answer));
  });
  return sent;
}

function conflictIn(conversation: TpConversation): TpRecordConflict {
  const conflict = conversation.querySelector<TpRecordConflict>('tp-record-conflict');
  if (!conflict) throw new Error('Both versions are in the page.');
  return conflict;
}
const status = (conversation: TpConversation): string => words(within(conversation, '[part=status]'));
const text = (record: OutcomeRecord | undefined): readonly (string | undefined)[] =>
  (record?.entries[0]?.narrative ?? []).map((one) => one.text);

async function refused(...answers: readonly unknown[]): Promise<{
  conversation: TpConversation;
  conflict: TpRecordConflict;
  sent: readonly OutcomeRecord[];
}> {
  const { conversation } = await conversationWith(reworded('I miss the tulips.', { baseVersion: '"1"' }));
  const sent = host(conversation, ...answers);
  await click(button(conversation, 'Complete'));
  await until(() => conversation.querySelector('tp-record-conflict'), 'both versions');
  await settled(conversation);
  const conflict = conflictIn(conversation);
  await drawn(conflict);
  return { conversation, conflict, sent };
}

const roses = reworded('I miss the roses and the bench.', { baseVersion: '"2"', status: 'completed' });

describe('A conversation that somebody else has stored meanwhile', () => {
  for (const [name, answer] of [
    ['an error', new RecordConflictError(roses)],
    ['the JSON of a server', { code: 'conflict', record: roses }],
    ['a record as text', Object.assign(new Error('409'), { code: 'conflict', record: JSON.stringify(roses) })],
  ] as const)
    it(`shows both versions, from ${name}, and overwrites nothing`, async () => {
      const heard = listen(document, ['tp-record-conflict', 'tp-error']);
      const { conversation, conflict, sent } = await refused(answer);
      expect(status(conversation)).to.equal(
        'Not saved. Another version of this conversation is stored by now. Your words are kept here.',
      );
      expect(conversation.matches(':state(conflict)')).to.equal(true);
      expect(sent).to.have.lengthOf(1);
      expect(text(conversation.record)).to.deep.equal(['I miss the tulips.']);
      expect(words(focused() ?? conversation)).to.equal('Another version of this conversation is stored by now');
      // In the place of everything else.
      expect(allWithin(conversation, '[part=finish],[part=who]')).to.have.lengthOf(0);
      expect(cardsOf(conversation)[0]?.getBoundingClientRect().height).to.equal(0);
      expect(conflict.assignedSlot?.name).to.equal('conflict');
      expect(conflict.offsetWidth, 'as wide as the conversation').to.be.greaterThan(conversation.offsetWidth / 2);
      expect(heard.types).to.deep.equal(['tp-record-conflict']);
      heard.events.forEach(expectGoodShape);
      const [detail] = heard.details<RecordConflictDetail>('tp-record-conflict');
      expect(text(detail?.theirs)).to.deep.equal(['I miss the roses and the bench.']);
      expect(text(detail?.mine)).to.deep.equal(['I miss the tulips.']);
    });

  it('completes what was settled, based on what the host holds now', async () => {
    const heard = listen(document, ['tp-record-change', 'tp-record-complete']);
    const { conversation, conflict, sent } = await refused({ code: 'conflict', record: roses });
    await click(within(conflict, '.both input'));
    heard.clear();
    await click(button(conflict, 'Keep these and complete'));
    await until(() => conversation.record?.status === 'completed', 'the record is stored');
    await settled(conversation);
    expect(heard.types).to.deep.equal(['tp-record-change', 'tp-record-complete']);
    expect(text(sent[1])).to.deep.equal(['I miss the roses and the bench.', 'I miss the tulips.']);
    expect(sent[1]).to.include({ baseVersion: '"2"', status: 'completed', id: 'r-1' });
    expect(status(conversation)).to.equal('Saved.');
    expect(conversation.querySelector('tp-record-conflict')).to.equal(null);
    expect(cardsOf(conversation)[0]?.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('settles a second conflict too, with all of the first still there', async () => {
    const lilies = reworded('I miss the lilies.', { baseVersion: '"3"', status: 'completed' });
    const { conversation, conflict, sent } = await refused(
      { code: 'conflict', record: roses },
      { code: 'conflict', record: lilies },
    );
    await click(within(conflict, '.theirs input'));
    await click(button(conflict, 'Keep these and complete'));
    await until(() => sent.length === 2 && conflict.result?.merged.baseVersion === '"3"', 'the second conflict');
    await settled(conversation);
    await drawn(conflict);
    expect(conversation.querySelectorAll('tp-record-conflict')).to.have.lengthOf(1);
    expect(words(within(conflict, '.theirs'))).to.include('I miss the lilies.');
    // What was not kept the first time is still in reach.
    expect(words(within(conflict, '.mine'))).to.include('I miss the tulips.');
    await click(within(conflict, '.both input'));
    await click(button(conflict, 'Keep these and complete'));
    await until(() => conversation.record?.status === 'completed', 'the record is stored');
    expect(text(sent[2])).to.deep.equal(['I miss the lilies.', 'I miss the tulips.']);
  });

  it('keeps what was not chosen in reach until the host has stored the rest', async () => {
    const { conversation, conflict, sent } = await refused(
      { code: 'conflict', record: roses },
      new Error('The line is down'),
    );
    await click(within(conflict, '.theirs input'));
    await click(button(conflict, 'Keep these and complete'));
    await until(() => status(conversation).startsWith('Not saved. Your words'), 'it was not stored');
    expect(said.take().join()).to.include('The line is down');
    expect(words(within(conflict, '.mine'))).to.include('I miss the tulips.');
    await click(within(conflict, '.mine input'));
    await click(button(conflict, 'Keep these and complete'));
    await until(() => conversation.record?.status === 'completed', 'the record is stored');
    expect(text(sent[2])).to.deep.equal(['I miss the tulips.']);
  });

  it('knows what both began with in a correction: only what both have changed is asked', async () => {
    const began = fullRecord({ status: 'completed', completedAt: '2026-03-03T15:00:00Z', baseVersion: '"1"' });
    const { conversation } = await conversationWith(began, 'amendable');
    const draft = conversation.amend('A slip of the pen');
    if (!draft) throw new Error('It can be corrected.');
    conversation.record = { ...draft, conversation: { ...draft.conversation, place: 'In the garden' } };
    const theirs = {
      ...reworded('I miss the roses and the bench.', { ...began, id: 'r-9', baseVersion: '"9"' }),
      amends: { ...draft.amends, recordId: 'r-1' },
    };
    const sent = host(conversation, { code: 'conflict', record: theirs });
    await settled(conversation);
    await conversation.complete();
    await settled(conversation);
    const conflict = conflictIn(conversation);
    await drawn(conflict);
    expect(conflict.result?.conflicts).to.deep.equal([]);
    await click(button(conflict, 'Keep these and complete'));
    await until(() => sent.length === 2, 'the second try');
    expect(text(sent[1])).to.deep.equal(['I miss the roses and the bench.']);
    expect(sent[1]?.conversation.place).to.equal('In the garden');
    expect(sent[1]?.amends).to.include({ recordId: 'r-9', reason: 'A slip of the pen' });
  });

  it('another record from the host takes its place', async () => {
    const { conversation } = await refused({ code: 'conflict', record: roses });
    conversation.record = fullRecord({ id: 'r-5' });
    await settled(conversation);
    expect(conversation.querySelector('tp-record-conflict')).to.equal(null);
    expect(status(conversation)).to.equal('');
    expect(hasButton(conversation, 'Complete')).to.equal(true);
  });

  it('does not listen to a conflict that is settled elsewhere in it', async () => {
    const { conversation } = await conversationWith(
      fullRecord(),
      '',
      '<div><tp-record-conflict></tp-record-conflict></div>',
    );
    const inner = conversation.querySelector<TpRecordConflict>('tp-record-conflict');
    if (!inner) throw new Error('The page has one.');
    Object.assign(inner, { theirs: roses, mine: roses });
    await drawn(inner);
    inner.settle();
    expect(text(conversation.record)).to.deep.equal(['I miss the roses.']);
  });

  for (const [name, record, why] of [
    ['about another person', { ...roses, subject: { id: 'eck' } }, 'about another person'],
    ['that cannot be read', { schemaVersion: '2.0' }, 'newer version'],
  ] as const)
    it(`with a record ${name}: nothing of it is shown, and everything stays`, async () => {
      const { conversation } = await conversationWith(fullRecord());
      const heard = listen(document, ['tp-record-conflict', 'tp-error']);
      host(conversation, { code: 'conflict', record });
      expect(await conversation.complete()).to.equal(undefined);
      await settled(conversation);
      expect(status(conversation)).to.equal('Not saved. Your words are kept here. Please try again.');
      expect(conversation.querySelector('tp-record-conflict')).to.equal(null);
      expect(heard.types).to.deep.equal(['tp-error']);
      expect(said.take().join()).to.include(why);
    });

  it('a rejection without a reason is not stored, and no conflict', async () => {
    const { conversation } = await conversationWith(fullRecord());
    host(conversation, null);
    await conversation.complete();
    await settled(conversation);
    expect(status(conversation)).to.equal('Not saved. Your words are kept here. Please try again.');
    said.take();
  });

  it('a host that listens can settle it itself, at once', async () => {
    const { conversation } = await conversationWith(fullRecord({ baseVersion: '"1"' }));
    const sent: RecordCompleteDetail[] = [];
    conversation.addEventListener('tp-record-complete', ({ detail }) => sent.push(detail));
    host(conversation, { code: 'conflict', record: roses });
    conversation.addEventListener('tp-record-conflict', ({ detail }) => {
      conversation.record = { ...detail.theirs, status: 'draft' };
    });
    await conversation.complete();
    await settled(conversation);
    expect(conversation.querySelector('tp-record-conflict')).to.equal(null);
    expect(status(conversation)).to.equal('');
    expect((await conversation.complete())?.baseVersion).to.equal('"2"');
    expect(sent).to.have.lengthOf(2);
  });
});
