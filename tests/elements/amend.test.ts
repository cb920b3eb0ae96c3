import { expect } from '@open-wc/testing';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import { applyPatch } from '../../src/model/patch.js';
import type { PatchOperation } from '../../src/schema/events.js';
import { outcomeRecord, type OutcomeRecord } from '../../src/schema/record.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { watchConsole } from './support/console.js';
import { fullRecord } from './support/data.js';
import { allWithin, button, hasButton, shown, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, focused, press, tabToNamed, type } from './support/keyboard.js';

watchConsole();

const complete = (change: Partial<OutcomeRecord> = {}): OutcomeRecord =>
  fullRecord({ status: 'completed', completedAt: '2026-03-03T14:05:00+00:00', baseVersion: 'v7', ...change });

async function opened(change: Partial<OutcomeRecord> = {}, attributes = 'amendable'): Promise<TpConversation> {
  const { conversation } = await conversationWith(complete(change), attributes);
  conversation.recordedBy = { name: 'Ailsa' };
  conversation.clock = () => new Date('2026-03-04T09:15:00Z');
  await settled(conversation);
  return conversation;
}

const changes = (conversation: TpConversation): string => words(within(conversation, '[part=changes]'));

describe('Amending a completed record', () => {
  it('is offered only where the host allows it, and only for what is complete', async () => {
    expect(hasButton(await opened(), 'Amend')).to.equal(true);
    expect(hasButton(await opened({}, ''), 'Amend')).to.equal(false);
    expect(hasButton(await opened({}, 'amendable readonly'), 'Amend')).to.equal(false);
    expect(hasButton(await opened({ status: 'draft' }), 'Amend')).to.equal(false);
    const slip = { reason: 'x', at: '2026-03-04T09:15:00Z' };
    expect(hasButton(await opened({ status: 'entered-in-error', enteredInError: slip }), 'Amend')).to.equal(false);
  });

  it('is read-only until then', async () => {
    const conversation = await opened();
    for (const card of cardsOf(conversation)) expect(allWithin(card, 'input,textarea')).to.have.lengthOf(0);
  });

  it('asks why, and does nothing without a reason', async () => {
    const conversation = await opened();
    const before = conversation.record;
    const heard = listen(document, ['tp-record-change', 'input', 'change']);
    await click(button(conversation, 'Amend'));
    await until(() => focused()?.id === 'amend-why', 'the question has the focus');
    await click(button(conversation, 'Start the correction'));
    await settled(conversation);
    expect(words(within(conversation, '[part=amend] .error'))).to.include('Please say why');
    expect(focused()?.getAttribute('aria-describedby')).to.equal('amend-missing');
    expect(conversation.record).to.equal(before);
    // It is asked for no longer once there is one.
    await type('A');
    await settled(conversation);
    expect(allWithin(conversation, '[part=amend] .error, [aria-invalid]')).to.have.lengthOf(0);
    expect((focused() as HTMLTextAreaElement).value).to.equal('A');
    await click(button(conversation, 'Leave it as it is'));
    await until(() => focused()?.textContent.trim() === 'Amend', 'the button has the focus');
    expect(heard.types).to.deep.equal([]);
  });

  it('begins a draft that names what it corrects, why, by whom and when; the host hears of it once', async () => {
    const conversation = await opened();
    const before = conversation.record;
    const heard = listen(document, ['tp-record-change']);
    await click(button(conversation, 'Amend'));
    await until(() => focused()?.id === 'amend-why', 'the question has the focus');
    await type('It was Eck');
    await press('Tab');
    await press('Enter');
    await settled(conversation);
    const { record } = conversation;
    expect(record?.status).to.equal('draft');
    expect(record?.id).to.not.equal('r-1');
    expect(record?.amends).to.deep.include({ recordId: 'r-1', reason: 'It was Eck', by: { name: 'Ailsa' } });
    expect(record?.baseVersion).to.equal('v7');
    expect(record?.entries).to.deep.equal(before?.entries);
    expect(conversation.amended).to.equal(before);
    expect(heard.types).to.have.lengthOf(1);
    const [detail] = heard.details<{ record: OutcomeRecord; patch: readonly PatchOperation[] }>('tp-record-change');
    expect(applyPatch(before, detail?.patch ?? [])).to.deep.equal(detail?.record);
    expect(outcomeRecord.safeParse(record).success).to.equal(true);
    expect(focused()?.id).to.equal('changes');
    expect(changes(conversation)).to.include('Nothing yet.').and.to.include('Ailsa · 4 March 2026');
  });

  it('is left again without a question where nothing was written, and says so', async () => {
    const conversation = await opened();
    const before = conversation.record;
    conversation.amend('Pressed by mistake');
    await settled(conversation);
    const heard = listen(document, ['tp-record-change']);
    await tabToNamed('Leave it as it was');
    await press('Enter');
    await settled(conversation);
    expect(conversation.record).to.deep.equal(before);
    expect(heard.details<{ record: OutcomeRecord }>('tp-record-change').map(({ record }) => record)).to.deep.equal([
      before,
    ]);
    expect(words(within(conversation, '[part=status]'))).to.equal('The record is as it was.');
    expect(focused()?.part.contains('status')).to.equal(true);
    expect(hasButton(conversation, 'Amend')).to.equal(true);
    expect(allWithin(conversation, '[part=changes]')).to.have.lengthOf(0);
  });

  it('is not thrown away unasked where something was written, also a moment ago', async () => {
    const conversation = await opened();
    const before = conversation.record;
    conversation.amend('It was Eck');
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    const box = within<HTMLTextAreaElement>(card, '#narrative-0');
    box.value += ' All of them.';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    // By voice: nothing takes the focus from the words.
    button(conversation, 'Leave it as it was').click();
    await until(() => focused()?.textContent.trim() === 'Go on with it', 'the question, at what loses nothing');
    const asked = within(conversation, '[part=changes] [role=group]');
    expect(words(within(asked, `#${asked.getAttribute('aria-labelledby') ?? ''}`))).to.equal(
      'Throw this correction away? The record stays as it was.',
    );
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.include('All of them.');
    await press('Enter');
    await until(() => focused()?.textContent.trim() === 'Leave it as it was', 'the button has the focus again');
    expect(conversation.record?.status).to.equal('draft');
    await press('Enter');
    await until(() => focused()?.textContent.trim() === 'Go on with it', 'the question again');
    await click(button(conversation, 'Throw it away'));
    await settled(conversation);
    expect(conversation.record).to.deep.equal(before);
    expect(focused()?.part.contains('status')).to.equal(true);
    // A new correction begins anew.
    conversation.amend('Again');
    await settled(conversation);
    expect(hasButton(conversation, 'Throw it away')).to.equal(false);
    expect(words(within(conversation, '[part=status]'))).to.equal('');
  });

  it('is not left while it is read-only, and a draft of a correction that comes from the host is asked about', async () => {
    const { conversation } = await conversationWith({
      ...complete(),
      id: 'r-2',
      status: 'draft',
      completedAt: undefined,
      amends: { recordId: 'r-1', reason: 'x', at: '2026-03-04T09:15:00Z' },
    });
    conversation.previous = [complete()];
    await settled(conversation);
    await click(button(conversation, 'Leave it as it was'));
    await until(() => focused()?.textContent.trim() === 'Go on with it', 'the question');
    conversation.readonly = true;
    await settled(conversation);
    expect(hasButton(conversation, 'Throw it away')).to.equal(false);
  });

  it('says in words what it changes, before it is completed', async () => {
    const conversation = await opened();
    conversation.amend('It was Eck');
    await settled(conversation);
    const [card] = cardsOf(conversation);
    if (!card) throw new Error('There is a card.');
    await click(within(card, '#narrative-0'));
    await press('End');
    await type(' A lot.');
    await press('Tab');
    await click(button(card, 'Remove this step: Find a lift'));
    await settled(conversation);
    const text = changes(conversation);
    expect(text).to.include('Digging: What was said');
    expect(text).to.include('Before: I miss the roses.').and.to.include('Now: I miss the roses. A lot.');
    expect(text).to.include('Digging: Next steps Before: Find a lift · Eck · 31 March 2026 Now: Nothing written');
    expect(within(conversation, '[part=changes] del')).to.exist;
    expect(within(conversation, '[part=changes] ins')).to.exist;
    expect(text).to.not.include('Yes');
  });

  it('says who may see something, where only that changes', async () => {
    const conversation = await opened();
    conversation.amend('Not for the family');
    await settled(conversation);
    const draft = conversation.record;
    const [first, ...rest] = draft?.entries ?? [];
    const [statement] = first?.narrative ?? [];
    if (!draft || !first || !statement) throw new Error('Something was said.');
    conversation.previous = complete();
    conversation.record = { ...draft, entries: [{ ...first, narrative: [{ ...statement, sharing: [] }] }, ...rest] };
    await settled(conversation);
    expect(changes(conversation)).to.include('Who may see this? Only the worker');
  });

  it('is completed as any record, and names what it amends', async () => {
    const conversation = await opened();
    const heard = listen(document, ['tp-before-record-complete', 'tp-record-complete']);
    conversation.amend('It was Eck');
    await settled(conversation);
    await click(button(conversation, 'Complete'));
    await until(() => conversation.record?.status === 'completed', 'the correction is complete');
    expect(heard.types).to.deep.equal(['tp-before-record-complete', 'tp-record-complete']);
    const [, { record } = { record: undefined }] = heard.events.map(
      (event) => (event as CustomEvent<{ record: OutcomeRecord }>).detail,
    );
    expect(record?.amends?.recordId).to.equal('r-1');
    expect(conversation.amended?.id).to.equal('r-1');
    await settled(conversation);
    expect(hasButton(conversation, 'Amend')).to.equal(true);
  });

  it('refuses what cannot be amended here', async () => {
    expect((await opened()).amend('  ')).to.equal(undefined);
    expect((await opened({}, '')).amend('Why not')).to.equal(undefined);
    expect((await opened({ status: 'draft' })).amend('Why not')).to.equal(undefined);
  });

  it('shows what a draft correction changes when it is opened again, if the corrected version is among the earlier records', async () => {
    const before = complete();
    const draft = fullRecord({
      id: 'r-2',
      amends: { recordId: 'r-1', reason: 'The day', at: '2026-03-04T09:15:00+00:00' },
      conversationAt: '2026-03-02',
    });
    const { conversation } = await conversationWith(draft);
    expect(words(within(conversation, '.muted'))).to.include('This corrects an earlier record: The day');
    expect(allWithin(conversation, '[part=changes]')).to.have.lengthOf(0);
    conversation.previous = before;
    await settled(conversation);
    expect(changes(conversation)).to.include('When was the conversation? Before: 3 March 2026 Now: 2 March 2026');
    // What is corrected is not looked back at as an earlier conversation.
    expect(shown(cardsOf(conversation)[0] as HTMLElement)).to.not.include('Then ·');
  });

  it('strikes through a record that was entered in error, with its reason in words', async () => {
    const slip = { reason: 'Wrong file', at: '2026-03-04T09:15:00Z' };
    const conversation = await opened({ status: 'entered-in-error', enteredInError: slip });
    expect(shown(conversation)).to.include('Entered in error: Wrong file');
    expect(getComputedStyle(within(conversation, '.flow')).textDecorationLine).to.equal('line-through');
    const [card] = cardsOf(conversation);
    expect(card && shown(card)).to.include('I miss the roses.');
  });
});
