import { expect } from '@open-wc/testing';
import { loadRecord } from '../../src/model/load.js';
import type { ErrorDetail, RecordCompleteDetail } from '../../src/schema/events.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { conversationWith, settled } from './support/cards.js';
import { labelled, shown } from './support/dom.js';
import { escaped } from './support/fields.js';
import { listen } from './support/events.js';
import { click, type } from './support/keyboard.js';
import { withMistake } from './support/mistakes.js';

const said = watchConsole();

type Conversation = HTMLElementTagNameMap['tp-conversation'];

const circle: { self?: unknown } = {};
circle.self = circle;

/** What hosts hand over by mistake: each is no subject, no worker and no code. */
const RUBBISH: readonly (readonly [name: string, given: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['a name', 'Mairi'],
  ['a number', 204],
  ['no number', Number.NaN],
  ['true', true],
  ['a list', [{ id: 'p-1', name: 'Jean' }]],
  ['JSON of a list', '[{"id":"p-1"}]'],
  ['JSON that is cut off', '{"id":"p-1",'],
  ['JSON with a number as the key', '{"id":204,"name":"Jo"}'],
  ['a key with a space', { id: 'p 1', name: 'Jo' }],
  ['a key that is an endless number', { id: Number.POSITIVE_INFINITY, name: 'Jo' }],
  ['a key that is less than nothing', { id: -5, name: 'Jo' }],
  ['a key that is null', { id: null, name: 'Jo' }],
  ['a key that is a list', { id: ['p-1'] }],
  ['a name that is null', { id: 'p-1', name: null }],
  ['a name that is a number', { id: 'p-1', name: 5 }],
  ['a name in parts', { id: 'p-1', name: { first: 'Jo' } }],
  ['a role that is null', { id: 'p-1', role: null }],
  ['a role that is a number', { id: 'p-1', role: 5 }],
  ['other names', { clientId: 204, fullName: 'Jo' }],
  ['a function', () => 'Jo'],
  ['a part that is a function', { id: 'p-1', load: () => 'Jo' }],
  ['a circle', circle],
  ['a Map', new Map([['id', 'p-1']])],
  ['a big number', { id: 5n }],
  ['a name that changes prototypes', '{"id":"p-1","__proto__":{"polluted":1}}'],
];

const UNCLEAR = 'This page does not say whose conversation this is.';

/** Words in a card, so that what the worker is named by is in the record more than once. */
async function completed(conversation: Conversation): Promise<OutcomeRecord> {
  const heard = listen(conversation, ['tp-record-complete']);
  await conversation.complete();
  const [detail] = heard.details<RecordCompleteDetail>('tp-record-complete');
  if (!detail) throw new Error('It was completed.');
  return detail.record;
}

describe('What a page says about a new conversation, where it is wrong', () => {
  for (const property of ['subject', 'recordedBy', 'kind', 'perspectives'] as const)
    for (const [name, given] of RUBBISH)
      it(`${property}, ${name}: the record that comes out can be read again`, async () => {
        const heard = listen(document, ['tp-error']);
        const { conversation } = await conversationWith();
        Object.assign(conversation, { [property]: given });
        await settled(conversation);
        if (conversation.record) {
          await click(labelled(conversation, 'Digging'));
          await settled(conversation);
          const [card] = conversation.querySelectorAll('tp-outcome');
          card?.focus();
          await type('x');
          const loaded = loadRecord(JSON.parse(JSON.stringify(await completed(conversation))) as unknown);
          expect(loaded.ok ? [] : loaded.problems).to.deep.equal([]);
        } else {
          expect(property, 'only whose it is has to be known').to.equal('subject');
          expect(shown(conversation)).to.equal(UNCLEAR);
          expect(heard.types).to.include('tp-error');
        }
        for (const { where, message, hint } of heard.details<ErrorDetail>('tp-error')) {
          expect(where).to.match(new RegExp(`^<tp-conversation> ${property}`));
          expect(message).to.match(/\S/);
          expect(hint).to.match(/\.$/);
          expect(`${message} ${hint}`, 'nobody’s name').not.to.match(/\bJo\b/);
        }
        said.take();
      });

  for (const [given, subject, path] of [
    ['{"id":204,"name":"Jo"}', { id: '204', name: 'Jo' }, undefined],
    [{ id: 'p-1', name: null }, { id: 'p-1' }, undefined],
    [{ id: 'p-1', name: 'Jo', ward: { bed: 4 } }, { id: 'p-1', name: 'Jo', ward: { bed: 4 } }, undefined],
    [{ id: 'p-1', name: 5 }, { id: 'p-1' }, ' /name'],
    [{ name: 'Jo' }, { name: 'Jo' }, undefined],
    [{ id: 'p 1', name: 'Jo' }, undefined, ' /id'],
    [{ id: null, name: 'Jo' }, undefined, ' /id'],
    [{ clientId: 204 }, undefined, ''],
    [[{ id: 'p-1' }], undefined, ''],
    ['Jean', undefined, ''],
    [7, undefined, ''],
  ] as const)
    it(`the subject ${JSON.stringify(given)}: is in the record as far as it is sound, begins none where nobody can be told from others, and the rest is said`, async () => {
      const { element, heard } = await withMistake<Conversation>(
        '<tp-conversation framework="shanarri"></tp-conversation>',
        { subject: given as never },
      );
      expect(element.record?.subject).to.deep.equal(subject);
      expect(heard.details<ErrorDetail>('tp-error').map(({ code, where }) => [code, where])).to.deep.equal(
        path === undefined ? [] : [['subject-invalid', `<tp-conversation> subject${path}`]],
      );
      if (!subject)
        expect(heard.details<ErrorDetail>('tp-error')[0]?.hint).to.match(/Until then no record is begun\.$/);
      expect(said.take()).to.have.lengthOf.at.most(1);
    });

  it('a subject whose key cannot be read begins a record as soon as it can, and ends one in which nothing is recorded', async () => {
    const { conversation } = await conversationWith(undefined, `subject='{"id":"P 204","name":"Jean"}'`);
    expect([conversation.record, shown(conversation)]).to.deep.equal([undefined, UNCLEAR]);
    conversation.subject = { id: 'P-204', name: 'Jean' };
    await settled(conversation);
    expect(conversation.record?.subject).to.deep.equal({ id: 'P-204', name: 'Jean' });
    conversation.subject = { id: 'P 205', name: 'Jean' };
    await settled(conversation);
    expect([conversation.record, shown(conversation)]).to.deep.equal([undefined, UNCLEAR]);
    said.take();
  });

  it('a subject whose key cannot be read takes nothing from what is recorded by then', async () => {
    const { conversation } = await conversationWith(undefined, `subject='{"id":"P-204","name":"Jean"}'`);
    await click(labelled(conversation, 'Digging'));
    await settled(conversation);
    const before = conversation.record;
    conversation.subject = { id: 'P 205', name: 'Jean' };
    await settled(conversation);
    expect(conversation.record).to.equal(before);
    expect(shown(conversation)).to.not.include(UNCLEAR);
    said.take();
  });

  it('words that are being typed stay with whom they were said by when the page names somebody else', async () => {
    const { conversation, cards } = await conversationWith(
      undefined,
      `subject='{"id":"jean-1","name":"Jean"}'`,
      '<tp-outcome outcome="digging"></tp-outcome>',
    );
    cards[0]?.focus();
    await type('roses');
    conversation.subject = { id: 'peter-1', name: 'Peter' };
    await settled(conversation);
    await new Promise((done) => setTimeout(done, 600));
    const { subject, entries = [] } = conversation.record ?? {};
    expect(entries.map(({ narrative }) => narrative?.[0]?.text)).to.deep.equal(['roses']);
    expect(subject?.id).to.equal('jean-1');
  });

  it('what is half typed beside the record is there again once the key can be read again', async () => {
    const jean = { id: 'jean-1', name: 'Jean' };
    const { conversation } = await conversationWith();
    conversation.subject = jean;
    await settled(conversation);
    const other = (): HTMLInputElement => labelled(conversation, 'Something else that matters');
    await click(other());
    await type('the ch');
    for (const between of [{ id: 'jean 1', name: 'Jean' }, undefined]) {
      conversation.subject = between;
      await settled(conversation);
      conversation.subject = jean;
      await settled(conversation);
      expect(other().value).to.equal('the ch');
    }
    said.take();
  });

  it('a subject that is drawn anew with the same in it begins no other record', async () => {
    const { conversation } = await conversationWith();
    conversation.subject = { id: 'jean-1', name: 'Jean' };
    await settled(conversation);
    const before = conversation.record;
    conversation.subject = { id: 'jean-1', name: 'Jean' };
    await settled(conversation);
    expect(conversation.record).to.equal(before);
  });

  it('the subject as Razor writes it, with a number as the key, is that of the earlier records', async () => {
    const { element, heard } = await withMistake<Conversation>(
      `<tp-conversation framework="shanarri" subject="${escaped('{"id":204,"name":"Jo"}')}"></tp-conversation>`,
    );
    const earlier = { ...(element.record as OutcomeRecord), id: 'then', status: 'completed' } as const;
    element.previous = earlier;
    await settled(element);
    expect(element.record?.previous?.recordIds).to.deep.equal(['then']);
    expect(heard.types).to.deep.equal([]);
  });

  it('a worker by name alone is not in the record letter by letter', async () => {
    const { element, heard } = await withMistake<Conversation>(
      '<tp-conversation framework="shanarri"></tp-conversation>',
      { recordedBy: 'Mairi' as never },
    );
    expect(element.record).to.not.have.property('recordedBy');
    const [error] = heard.details<ErrorDetail>('tp-error');
    expect(error).to.include({ code: 'recorded-by-invalid', where: '<tp-conversation> recordedBy' });
    expect(error?.hint).to.include('Pass an object');
    expect(said.take().join()).to.not.include('Mairi');
    element.recordedBy = { id: 'w-1', name: 'Mairi', role: 'Social worker' };
    await settled(element);
    expect(element.record?.recordedBy).to.deep.equal({ id: 'w-1', name: 'Mairi', role: 'Social worker' });
  });

  it('the page’s own objects are neither frozen nor followed', async () => {
    const subject = { id: 'p-1', name: 'Jo', ward: { bed: 4 } };
    const { element } = await withMistake<Conversation>('<tp-conversation framework="shanarri"></tp-conversation>', {
      subject,
    });
    subject.ward.bed = 5;
    expect(element.record?.subject).to.deep.equal({ id: 'p-1', name: 'Jo', ward: { bed: 4 } });
  });

  for (const [attributes, code, hint] of [
    ['kind="initial"', 'kind-unknown', /assessment, plan, review/],
    ['presentation="steps"', 'presentation-unknown', /all, one-at-a-time/],
    ['perspectives="person nurse"', 'perspectives-unknown', /person, carer, practitioner/],
    ['show-previous="no"', 'show-previous-unknown', /before, after-answer, never/],
  ] as const)
    it(`${attributes}: is said, and the record is as without it`, async () => {
      const { element, heard } = await withMistake<Conversation>(
        `<tp-conversation framework="shanarri" ${attributes}></tp-conversation>`,
      );
      const errors = heard.details<ErrorDetail>('tp-error');
      expect(errors.map((error) => error.code)).to.deep.equal([code]);
      expect(errors[0]?.where).to.equal(`<tp-conversation> ${attributes.slice(0, attributes.indexOf('='))}`);
      expect(errors[0]?.hint).to.match(hint);
      expect(element.record?.kind).to.equal('assessment');
      expect(said.take()).to.have.lengthOf.at.most(1);
    });
});
