import { expect } from '@open-wc/testing';
import { computeAccessibleName } from 'dom-accessibility-api';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { registerStrings } from '../../src/i18n/index.js';
import type { TpConversation } from '../../src/elements/conversation/conversation.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { conversationDriver, domDriver, fixtures, type Part } from '../../src/testing/index.js';
import { accessibleName, roleOf } from '../../src/testing/names.js';
import { watchConsole } from './support/console.js';
import { cardsOf, conversationWith, settled } from './support/cards.js';
import { drawn, mount, until, within } from './support/dom.js';
import { listen } from './support/events.js';
import { elements } from './support/fields.js';
import { click, focused, press, type } from './support/keyboard.js';

watchConsole();

/** The real pointer and real keys of the browser under test. */
const realHands = {
  click,
  type: async (element: Element, text: string) => {
    await click(element);
    await press('Control', 'End');
    await type(text);
  },
};

const drivers: Readonly<Record<string, (root: Element) => Part>> = {
  'the events alone': (root) => domDriver(root),
  'the real pointer and keys': (root) => domDriver(root, realHands),
};

async function empty(attributes = ''): Promise<TpConversation> {
  const page = await mount(
    `<div><tp-conversation framework="talking-points-community" ${attributes}></tp-conversation></div>`,
  );
  const conversation = within<TpConversation>(page, 'tp-conversation');
  await settled(conversation);
  return conversation;
}

/** What is compared: the answers, without ids and times. */
const said = ({ entries, conversation }: OutcomeRecord): unknown => ({
  place: conversation.place,
  roles: conversation.participants?.map(({ role }) => role),
  support: conversation.support,
  entries: entries.map((entry) => ({
    label: entry.label,
    words: entry.narrative?.map(({ text }) => text),
    wish: entry.personalOutcome,
    ratings: entry.ratings?.map(({ perspective, answer }) => [perspective, answer]),
    important: entry.mostImportant,
    help: entry.contributors?.map(({ kind, who, how }) => [kind, who, how]),
    steps: entry.actions?.map(({ what, whoKind }) => [what, whoKind]),
  })),
});

for (const [hands, drive] of Object.entries(drivers))
  describe(`A driver with ${hands}`, () => {
    it('fills in a conversation as a person would, and completes it', async () => {
      const conversation = await empty(`subject='{"id":"p-1","name":"Jean"}'`);
      const heard = listen(conversation, ['tp-record-complete', 'tp-error']);
      const talk = conversationDriver(drive(document.body), { name: 'Jean' });
      await talk.at('Jean’s kitchen');
      await talk.addSomebody('unpaid-carer');
      await talk.supportedBy('more-time', 'bsl');
      await talk.choose('Seeing people', 'Feeling safe');
      await talk.choose('Feeling safe');
      await talk.add('My garden');

      const people = talk.outcome('Seeing people');
      await people.write('I miss {the} [bowling].');
      await people.wants('To go on Tuesdays', 'achieve');
      await people.rate('Some of the time');
      await people.rate('None of the time', { view: 'carer' });
      await people.mostImportant();
      await people.addHelp('family', 'Fiona', 'She drives');
      await people.addOwnStep('Ring the club');
      await people.addStep('Find a lift');
      const safe = talk.outcome('Feeling safe');
      await safe.rate('All of the time');
      await safe.clearAnswer();
      await safe.noAnswer('later');
      await talk.outcome('My garden').noAnswer('declined');
      await talk.complete();
      await talk.says('finish.completed');

      const [{ record }] = heard.details<{ record: OutcomeRecord }>('tp-record-complete') as [
        { record: OutcomeRecord },
      ];
      expect(said(record)).to.deep.equal({
        place: 'Jean’s kitchen',
        roles: ['unpaid-carer'],
        support: ['more-time', 'bsl'],
        entries: [
          {
            label: 'Seeing people',
            words: ['I miss {the} [bowling].'],
            wish: { text: 'To go on Tuesdays', intent: 'achieve' },
            ratings: [
              ['person', { kind: 'answered', value: 'some' }],
              ['carer', { kind: 'answered', value: 'none' }],
            ],
            important: true,
            help: [['family', 'Fiona', 'She drives']],
            steps: [
              ['Ring the club', 'person'],
              ['Find a lift', undefined],
            ],
          },
          {
            label: 'Feeling safe',
            words: undefined,
            wish: undefined,
            ratings: [['person', { kind: 'no-answer', reason: 'later' }]],
            important: undefined,
            help: undefined,
            steps: undefined,
          },
          {
            label: 'My garden',
            words: undefined,
            wish: undefined,
            ratings: [['person', { kind: 'no-answer', reason: 'declined' }]],
            important: undefined,
            help: undefined,
            steps: undefined,
          },
        ],
      });
      expect(heard.details('tp-error')).to.deep.equal([]);
    });
  });

describe('A driver', () => {
  it('finds things by the words that a partnership has put in their place', async () => {
    const strings = { 'finish.complete': 'Crìochnaich', 'finish.completed': 'Deiseil.', 'topics.other': 'Rud eile' };
    registerStrings('gd-x-driver', strings);
    await empty('locale="gd-x-driver"');
    const talk = conversationDriver(domDriver(document.body), { strings });
    await talk.add('Mo ghàrradh');
    await talk.outcome('Mo ghàrradh').write('Ròsan');
    await talk.complete();
    await talk.says('finish.completed');
  });

  it('says what there is where it does not find what it was told to', async () => {
    await empty();
    const talk = conversationDriver(domDriver(document.body, undefined, { patience: 0 }));
    let message = '';
    await talk.choose('Seeing peple').catch((error: unknown) => {
      message = String(error);
    });
    expect(message).to.match(/There is no checkbox “Seeing peple”\. There are: .*Seeing people/);
  });

  it('does not find what nobody can see', async () => {
    const page = await mount(
      '<div><button hidden>Away</button><details><summary>More</summary><button>Folded</button></details></div>',
    );
    const part = domDriver(page);
    expect(await part.find('button', 'Away').isThere()).to.equal(false);
    expect(await part.find('button', 'Folded').isThere()).to.equal(false);
    await part.find('disclosure', 'More').click();
    expect(await part.find('button', 'Folded').isThere()).to.equal(true);
  });

  it('leaves a field that it has typed in, as a person does', async () => {
    const conversation = await empty();
    const talk = conversationDriver(domDriver(document.body));
    await talk.choose('Seeing people');
    const heard = listen(conversation, ['tp-record-change']);
    await talk.outcome('Seeing people').write('Told at once');
    expect(
      heard.details<{ record: OutcomeRecord }>('tp-record-change').at(-1)?.record.entries[0]?.narrative?.[0]?.text,
    ).to.equal('Told at once');
    expect(focused()?.localName).to.not.equal('textarea');
  });

  it('works on the page of a frame, which has classes of its own: so does a test in Cypress', async () => {
    const frame = await mount<HTMLIFrameElement>('<iframe title="The application"></iframe>');
    const inside = frame.contentDocument;
    if (!inside) throw new Error('A frame has a document.');
    const button = inside.body.appendChild(inside.createElement('button'));
    button.textContent = 'Store';
    const box = inside.body.appendChild(inside.createElement('input'));
    box.setAttribute('aria-label', 'Name');
    const heard = listen(inside, ['click', 'input', 'change']);
    const part = domDriver(inside);
    await part.find('button', 'Store').click();
    await part.find('textbox', 'Name').type('Jo');
    expect(box.value).to.equal('Jo');
    expect(heard.types).to.deep.equal(['click', 'input', 'input', 'change']);
    const own = frame.contentWindow as unknown as { InputEvent: new () => Event };
    expect(heard.events[1]).to.be.instanceOf(own.InputEvent);
  });
});

describe('A name by which something is found', () => {
  const controls = (node: Element): readonly Element[] => {
    const inside = [...(node.shadowRoot?.children ?? []), ...node.children];
    return inside.flatMap((child) => [child, ...controls(child)]);
  };
  const looked = ['button', 'checkbox', 'combobox', 'date', 'group', 'radio', 'region', 'textbox'];

  const holdsTo = (root: Element): number => {
    const found = controls(root).filter((one) => looked.includes(roleOf(one) ?? '') && one.checkVisibility());
    for (const one of found) expect(accessibleName(one), one.outerHTML).to.equal(computeAccessibleName(one));
    return found.length;
  };

  for (const { tag, attributes } of elements)
    it(`is the one that the standard computes, in <${tag}>`, async () => {
      const page = await mount(`<div><${tag} ${attributes}></${tag}></div>`);
      await drawn(...page.children);
      holdsTo(page);
    });

  it('is so in a whole review, with everything unfolded', async () => {
    const { conversation, cards } = await conversationWith();
    conversation.framework = talkingPointsCommunity;
    conversation.previous = fixtures.full();
    conversation.record = fixtures.review();
    await settled(conversation);
    await until(() => cardsOf(conversation).length > 0 || cards.length > 0, 'the cards');
    expect(holdsTo(conversation)).to.be.greaterThan(0);
    conversation.previous = undefined;
    conversation.record = fixtures.halfFilled();
    await settled(conversation);
    for (const fold of controls(conversation).filter((one) => one.getAttribute('aria-expanded') === 'false'))
      (fold as HTMLElement).click();
    await settled(conversation);
    expect(holdsTo(conversation)).to.be.greaterThan(60);
  });
});

describe('The fixtures', () => {
  for (const [name, make] of Object.entries(fixtures))
    it(`${name}: is shown without a complaint`, async () => {
      const heard = listen(document, ['tp-error']);
      const conversation = await empty();
      conversation.record = make();
      await settled(conversation);
      expect(heard.types).to.deep.equal([]);
      expect(cardsOf(conversation).map(({ entry }) => entry.label)).to.deep.equal(
        make().entries.map(({ label }) => label),
      );
    });
});
