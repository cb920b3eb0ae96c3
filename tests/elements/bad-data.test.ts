import { expect } from '@open-wc/testing';
import type { ErrorDetail } from '../../src/schema/events.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { entry, framework, fullRecord, record } from './support/data.js';
import { card, cardsOf, conversationWith, fullEntry, settled } from './support/cards.js';
import { allWithin, drawn, labelled, shown, within, words } from './support/dom.js';
import { listen, TP_EVENTS } from './support/events.js';
import { expectSaid, withMistake } from './support/mistakes.js';

const said = watchConsole();

const UNREADABLE = 'The record cannot be read and is not shown here. Nothing in it was changed.';

/** Where something could be written or chosen. */
const boxes = (...elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => allWithin(element, 'input, textarea, select, [part=complete]'));

type Conversation = HTMLElementTagNameMap['tp-conversation'];
type Outcome = HTMLElementTagNameMap['tp-outcome'];

describe('A framework that cannot be used', () => {
  it('by an id that nobody registered', async () => {
    const { element, heard } = await withMistake<Conversation>(
      '<tp-conversation framework="no-such"></tp-conversation>',
    );
    expectSaid(said, heard, 'framework-unknown', {
      where: /^<tp-conversation> framework/,
      message: /There is no framework “no-such”/,
      hint: /registerFramework\(\)/,
    });
    expect(shown(element)).to.equal('This conversation cannot be shown.');
    element.framework = 'shanarri';
    await drawn(element);
    expect(element.record?.framework.id).to.equal('shanarri');
  });

  it('on an outcome alone', async () => {
    const { heard } = await withMistake<Outcome>('<tp-outcome framework="no-such" outcome="x"></tp-outcome>');
    expectSaid(said, heard, 'framework-unknown', {
      where: /^<tp-outcome>/,
      message: /There is no framework “no-such”/,
      hint: /registerFramework\(\)/,
    });
  });

  for (const [name, given, path] of [
    ['without outcomes', { ...framework(), outcomes: [] }, '/outcomes'],
    ['with an outcome without a name', { ...framework(), outcomes: [{ id: 'x' }] }, '/outcomes/0/name'],
    [
      'with one id twice',
      framework({
        outcomes: [
          { id: 'x', name: 'X' },
          { id: 'x', name: 'Y' },
        ],
      }),
      '/outcomes/1',
    ],
    [
      'with a category that is not there',
      framework({ outcomes: [{ id: 'x', name: 'X', category: 'nope' }] }),
      '/outcomes/0/category',
    ],
    ['that is a number', 5, ''],
  ] as const)
    it(name, async () => {
      const { element, heard } = await withMistake<Conversation>('<tp-conversation></tp-conversation>', {
        framework: given as never,
      });
      const [error] = heard.details<ErrorDetail>('tp-error');
      expect(heard.types).to.have.lengthOf(1);
      expect(error?.where).to.equal(`<tp-conversation> framework${path ? ` ${path}` : ''}`);
      expect(error?.hint).to.match(/\S/);
      expect(said.take()).to.have.lengthOf(1);
      expect(shown(element)).to.equal('This conversation cannot be shown.');
    });

  it('that comes while something is recorded: the record stays', async () => {
    const { conversation } = await conversationWith(fullRecord());
    conversation.framework = 'no-such-3';
    await settled(conversation);
    expect(said.take()).to.have.lengthOf(1);
    expect(conversation.record).to.deep.equal(fullRecord());
    expect(shown(conversation)).to.include('This conversation cannot be shown.').and.include('I miss the roses.');
  });

  it('by JSON in the attribute that is not JSON', async () => {
    const { heard } = await withMistake<Conversation>(`<tp-conversation framework='{"id": '></tp-conversation>`);
    expectSaid(said, heard, 'json-malformed', {
      where: /^<tp-conversation> framework/,
      message: /JSON in "framework" cannot be read/,
      hint: /quotes and commas/,
    });
  });
});

describe('An outcome that the framework does not have', () => {
  it('on a card: it says which there are', async () => {
    const { element, heard } = await withMistake<Outcome>(
      '<tp-outcome framework="shanarri" outcome="no-such"></tp-outcome>',
    );
    expectSaid(said, heard, 'outcome-unknown', {
      where: /^<tp-outcome>.*\/outcome/,
      message: /“SHANARRI.*” has no outcome “no-such”/,
      hint: /Use one of: safe, healthy/,
    });
    expect(shown(element)).to.include('This outcome cannot be shown.');
  });

  it('in a record: a rating for it is kept, shown and told', async () => {
    const heard = listen(document, ['tp-error']);
    const [filled] = fullRecord().entries;
    if (!filled) throw new Error('The full record has an entry.');
    const given = record({
      entries: [
        {
          ...filled,
          label: 'Dancing',
          outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'dancing', name: 'Dancing' }],
        },
      ],
    });
    const { conversation, cards } = await conversationWith(given);
    expectSaid(said, heard, 'outcome-not-in-framework', {
      where: /record \/entries\/0\/outcomes/,
      message: /“dancing”, which the framework “Garden framework” does not have/,
      hint: /kept and shown/,
    });
    expect(heard.details<ErrorDetail>('tp-error')[0]?.severity).to.equal('warning');
    const [card] = cards;
    if (!card) throw new Error('There is a card.');
    expect(words(within(card, '[part=heading]'))).to.equal('Dancing');
    expect(labelled(card, 'Some of the time').checked).to.equal(true);
    expect(conversation.record).to.deep.equal(given);
  });
});

describe('A record that cannot be read', () => {
  for (const [name, given, code] of [
    ['no JSON', '{"schemaVersion": ', 'json-malformed'],
    ['no version', {}, 'record-invalid'],
    ['a number', 5, 'record-invalid'],
    ['a list', [], 'record-invalid'],
    ['a status that is not known', { ...record(), status: 'finished' }, 'record-invalid'],
    ['no entries', { ...record(), entries: undefined }, 'record-invalid'],
    [
      'a name that changes prototypes',
      JSON.stringify(record()).replace('"entries"', '"__proto__": {"polluted": 1}, "entries"'),
      'hostile-key',
    ],
  ] as const)
    it(`${name}: it is told, and takes nobody’s place`, async () => {
      const { conversation, cards } = await conversationWith(fullRecord());
      const heard = listen(document, ['tp-error']);
      (conversation as { record: unknown }).record = given;
      await settled(conversation);
      expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code });
      for (const detail of heard.details<ErrorDetail>('tp-error')) {
        expect(detail.where).to.match(/^<tp-conversation> record/);
        expect(detail.message).to.match(/\.$/);
        expect(detail.hint).to.match(/\.$/);
      }
      expect(said.take().length).to.be.at.least(0);
      expect(conversation.record).to.deep.equal(fullRecord());
      expect(shown(conversation)).to.include(UNREADABLE);
      expect(cards[0]?.isConnected).to.equal(true);
      expect(boxes(conversation, ...cards), 'nothing is written for it onto what is there').to.have.lengthOf(0);
      expect(await conversation.complete(), 'nor is that completed for it').to.equal(undefined);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      conversation.record = record();
      await settled(conversation);
      expect(shown(conversation)).to.not.include(UNREADABLE);
    });

  const other = (change: object): object => ({ ...fullRecord({ id: 'r-2' }), ...change });
  for (const [name, given, sentence] of [
    ['a status that is not known', other({ status: 'done' }), UNREADABLE],
    ['no JSON', '{"schemaVersion": ', UNREADABLE],
    [
      'a newer version',
      other({ schemaVersion: '2.0' }),
      'This record was made by a newer version and cannot be shown here. It was left as it is.',
    ],
  ] as const)
    for (const when of ['before the first drawing', 'where nothing is recorded yet'] as const)
      it(`${name}, set ${when}: it is said, and nothing else is begun in its place`, async () => {
        const heard = listen(document, TP_EVENTS);
        const { conversation } =
          when === 'before the first drawing'
            ? await conversationWith(given as OutcomeRecord)
            : await conversationWith();
        conversation.record = given;
        await settled(conversation);
        expect(shown(conversation)).to.equal(sentence);
        expect(conversation.record, 'no empty record under another id').to.equal(undefined);
        expect(boxes(conversation, ...cardsOf(conversation))).to.have.lengthOf(0);
        expect(heard.types.filter((type) => type !== 'tp-error')).to.deep.equal([]);
        said.take();
        // Nor by what else the host says later.
        conversation.subject = { id: 'p-1' };
        conversation.framework = framework({ version: '2' });
        await settled(conversation);
        expect(shown(conversation)).to.equal(sentence);
        conversation.record = fullRecord();
        await settled(conversation);
        expect(shown(conversation)).to.include('I miss the roses.').and.not.include(sentence);
        expect(boxes(conversation).length).to.be.greaterThan(0);
        conversation.record = given;
        await settled(conversation);
        conversation.record = undefined;
        await settled(conversation);
        said.take();
        expect(
          (conversation.record as OutcomeRecord | undefined)?.entries,
          'taken away: a new one is begun',
        ).to.deep.equal([]);
        expect(shown(conversation)).to.not.include(sentence);
      });

  const live: readonly (readonly [name: string, field: string, value: (given: object) => PropertyDescriptor])[] = [
    ['a circle', 'whole', (given) => ({ value: given })],
    ['a BigInt', 'count', () => ({ value: 5n })],
    ['a function', 'reader', () => ({ value: () => 'words' })],
    ['a symbol', 'mark', () => ({ value: Symbol('words') })],
    ['a Map', 'map', () => ({ value: new Map([['words', 'lost']]) })],
    [
      'a getter that throws',
      'getter',
      () => ({
        get: () => {
          throw new Error('Moira told me');
        },
      }),
    ],
  ];
  for (const [name, field, value] of live)
    it(`${name} in a live object: one mistake is told, and the record that was there stays`, async () => {
      const { conversation, cards } = await conversationWith(fullRecord());
      const heard = listen(document, ['tp-error']);
      const given = { ...record() };
      Object.defineProperty(given, field, { ...value(given), enumerable: true });
      conversation.record = given;
      await settled(conversation);
      expect(heard.types).to.have.lengthOf(1);
      expectSaid(said, heard, 'not-json', {
        where: new RegExp(`^<tp-conversation> record /${field}$`),
        message: /It cannot be written as JSON\./,
        hint: /plain data/,
      });
      expect(conversation.record).to.deep.equal(fullRecord());
      expect(cards[0]?.isConnected).to.equal(true);
      expect(shown(conversation)).to.include(UNREADABLE);
    });

  it('a circle in an entry of an outcome alone: told, and what is on the screen stays', async () => {
    const outcome = await card('', fullEntry());
    const heard = listen(document, ['tp-error']);
    const circle: { whole?: unknown } & typeof outcome.entry = { ...entry('company', 'Company') };
    circle.whole = circle;
    outcome.entry = circle;
    await drawn(outcome);
    expectSaid(said, heard, 'not-json', {
      where: /^<tp-outcome> entry \/whole$/,
      message: /It cannot be written as JSON\./,
      hint: /plain data/,
    });
    expect(outcome.entry).to.deep.equal(fullEntry());
    expect(words(within(outcome, '[part=heading]'))).to.equal('Digging');
  });

  it('is told again when it is given again', async () => {
    const { conversation } = await conversationWith();
    const heard = listen(document, ['tp-error']);
    for (let time = 0; time < 2; time += 1) {
      (conversation as { record: unknown }).record = { schemaVersion: 'again' };
      await settled(conversation);
    }
    expect(heard.types).to.have.lengthOf(2);
    expect(said.take().length, 'the console says it once').to.be.at.most(1);
  });
});
