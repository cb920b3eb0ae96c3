import { expect } from '@open-wc/testing';
import type { TpReviewComparison } from '../../src/elements/review-comparison/review-comparison.js';
import type { Entry, OutcomeRecord } from '../../src/schema/record.js';
import { comparisonCases } from '../../stories/support/comparison-cases.js';
import { inMarch, inSeptember } from '../../stories/support/reviewed.js';
import { watchConsole } from './support/console.js';
import { allWithin, button, drawn, labelled, mount, shown, until, within } from './support/dom.js';
import { focused, press, tabTo } from './support/keyboard.js';
import { backToScreen, print, printed } from './support/paper.js';

const said = watchConsole();

/** A comparison of two records, drawn. */
async function comparison(
  previous: unknown = inMarch,
  current: unknown = inSeptember,
  attributes = '',
): Promise<TpReviewComparison> {
  const element = await mount<TpReviewComparison>(`<tp-review-comparison ${attributes}></tp-review-comparison>`);
  Object.assign(element, { previous, current });
  await drawn(element);
  return element;
}

/** One outcome, whether it is a card or a group of rows. */
function outcome(element: Element, name: string): HTMLElement {
  const found = allWithin(element, '[part=outcome]').find((one) => one.textContent.includes(name));
  if (!found) throw new Error(`There is no outcome “${name}”.`);
  return found;
}

/** What a reader sees of an element, as one line; what one tag holds is a word of its own. */
function words(element: Element): string {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walk.nextNode()) found.push(walk.currentNode.textContent ?? '');
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

const texts = (root: Element, selector: string): readonly string[] =>
  [...root.querySelectorAll(selector)].map((one) => words(one));

const caseOf = (name: string): readonly [OutcomeRecord, OutcomeRecord] => {
  const found = comparisonCases.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case “${name}”.`);
  return [found.previous, found.current];
};

const [first] = inMarch.entries;
if (!first) throw new Error('The record of March has entries.');

describe('<tp-review-comparison> as cards', () => {
  it('says which conversations are compared, when, and how long lies between', async () => {
    const element = await comparison();
    expect(words(within(element, '[part=title]'))).to.equal('Jean: then and now');
    expect(words(within(element, '[part=when]'))).to.equal(
      'Then: 3 March 2026. Now: 1 September 2026. The time between them: about 6 months.',
    );
    expect(allWithin(element, '[part=problems]')).to.deep.equal([]);
  });

  it('keeps lists in their place on a page that is read from the other side', async () => {
    for (const side of ['ltr', 'rtl']) {
      const element = await comparison(inMarch, inSeptember, `dir="${side}"`);
      const items = allWithin(element, 'li');
      expect(items).to.not.deep.equal([]);
      // The dot stands before its words, on the side of the page, and nothing leaves the card.
      for (const item of items) expect(getComputedStyle(item).direction, item.textContent).to.equal(side);
      for (const list of allWithin(element, 'ul')) expect(list.scrollWidth).to.be.at.most(list.clientWidth);
    }
  });

  it('shows the words first, then and now, with whose they are', async () => {
    const people = outcome(await comparison(), 'Seeing people');
    const [then, now] = people.querySelectorAll('.side');
    if (!then || !now) throw new Error('There are two sides.');
    expect(words(then)).to.equal(
      'Then · 3 March 2026 Jean said I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling. What was wanted To get back to the bowling club, even if I only keep the score. Something to get there',
    );
    expect(texts(now, '[part=speaker]')).to.deep.equal(['Jean said', 'Unpaid carer said']);
    expect(then.compareDocumentPosition(within(people, '[part=view]'))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says each view by itself, with its change in words, as hoped or kept', async () => {
    const element = await comparison();
    expect(texts(outcome(element, 'Seeing people'), '[part=view] > .label')).to.deep.equal([
      'Jean’s view',
      'The unpaid carer’s view',
      'The practitioner’s view',
    ]);
    expect(texts(outcome(element, 'Seeing people'), '[part=answers]')).to.deep.equal([
      'Some of the time → to Most of the time',
      'None of the time → to None of the time',
    ]);
    expect(texts(outcome(element, 'Seeing people'), '[part=change]')).to.deep.equal([
      'A little better · As hoped',
      'The same',
      'First time recorded: there is nothing to compare it with.',
    ]);
    expect(texts(outcome(element, 'Living where you want'), '[part=change]')).to.deep.equal([
      'The same · Kept, as hoped',
    ]);
  });

  it('draws a line only where a change is said, for the eye alone', async () => {
    const element = await comparison();
    const tracks = allWithin(outcome(element, 'Seeing people'), '[part=track]');
    expect(tracks).to.have.lengthOf(2);
    const [own, carer] = tracks;
    if (!own || !carer) throw new Error('There are two lines.');
    expect(tracks.map((track) => track.getAttribute('aria-hidden'))).to.deep.equal(['true', 'true']);
    // From the low end to the high end, whatever the order of the answers on the day.
    expect(texts(own, '.name')).to.deep.equal(['None', 'Some', 'Most', 'All']);
    expect(texts(own, '.mark')).to.deep.equal(['', 'Then', 'Now', '']);
    expect(texts(carer, '.mark')).to.deep.equal(['Then and now', '', '', '']);
    const [previous, current] = caseOf('Another scale');
    expect(allWithin(await comparison(previous, current), '[part=track]')).to.deep.equal([]);
  });

  it('says what was asked of the person themselves beside it, what helped and who, and what comes next', async () => {
    const facts = new Map(
      [...outcome(await comparison(), 'Seeing people').querySelectorAll('dt')].map((term) => [
        words(term),
        words(term.parentElement as Element).slice(words(term).length + 1),
      ]),
    );
    expect(facts.get('Own sense of the change: Jean’s view')).to.equal('A bit better');
    expect(facts.get('What helped')).to.equal(
      'Jean: phoned Eck herself Eck (Friend or neighbour): drives her every week The community bus (Service): when Eck is away',
    );
    expect(facts.get('What was decided')).to.equal('Keep going Jean wants to see how the winter goes.');
    expect(facts.get('How much it matters: Jean’s view')).to.equal('Then 8 Now 9 Matters more than then');
    expect(facts.get('What we see differently')).to.include('Then Fiona thinks').and.include('Now Fiona still');
    expect(facts.get('Next steps')).to.equal(
      'Then Phone Eck about a lift (Jean, by 10 March 2026) Ask about the steps at the club (Mairi, by 17 March 2026) ' +
        'Now Phone Eck about a lift: Done Ask about the steps at the club: Not yet ' +
        'Find somebody for the Tuesdays when Eck is away (Mairi, by 15 September 2026): New',
    );
  });

  it('never works the person’s own sense of change out', async () => {
    const element = await comparison(inMarch, {
      ...inSeptember,
      entries: inSeptember.entries.map(({ change: _asked, ...entry }) => entry),
    });
    expect(shown(element)).to.not.include('Own sense of the change');
  });

  it('shows what is recorded for the first time, was not asked, or no longer matters, as such', async () => {
    const element = await comparison();
    expect(texts(outcome(element, 'Having a cat again'), '[part=status]')).to.deep.equal(['First time recorded']);
    expect(texts(outcome(element, 'Listened to'), '[part=status]')).to.deep.equal(['Not asked this time']);
    const [previous, current] = caseOf('No longer matters');
    const other = await comparison(previous, current);
    expect(texts(outcome(other, 'Seeing people'), '[part=status]')).to.deep.equal(['No longer matters']);
    expect(shown(other)).to.include('The club has closed.');
  });

  it('keeps what was entered in error in sight, struck through, with its reason', async () => {
    const mistake = { reason: 'Her neighbour said it', at: '2026-03-04T09:15:00+00:00' };
    const element = await comparison({
      ...inMarch,
      entries: inMarch.entries.map((entry) => (entry.id === first.id ? { ...entry, enteredInError: mistake } : entry)),
    });
    const people = outcome(element, 'Seeing people');
    expect(texts(people, '.side s')[0]).to.include('I miss the laughing');
    expect(words(within(people, '.error'))).to.equal('Entered in error: Her neighbour said it');
    expect(texts(people, '[part=change]')[0]).to.equal('Not compared: an answer was entered in error.');
  });

  it('says what it is about a mistaken record, in its head and beside the words', async () => {
    const element = await comparison(...caseOf('A record entered in error'));
    expect(words(within(element, '[part=problems]'))).to.equal(
      'The conversation of 3 March 2026 was entered in error. Entered in error: The wrong file',
    );
    expect(texts(outcome(element, 'Seeing people'), '.side s')).to.deep.equal(['I miss the laughing.']);
  });

  it('shows words as words, whatever is in them', async () => {
    const element = await comparison(inMarch, {
      ...inSeptember,
      entries: [{ id: 'x', label: '<b>Bold</b>', outcomes: [], narrative: [{ id: 'n', text: '<img src=x>' }] }],
    });
    expect(words(within(element, '[part=words]'))).to.equal('<img src=x>');
    expect(allWithin(element, 'img, b')).to.deep.equal([]);
  });
});

describe('<tp-review-comparison> as a table', () => {
  it('is a real table that says all that the cards say', async () => {
    const element = await comparison(inMarch, inSeptember, 'view="table"');
    const table = within<HTMLTableElement>(element, 'table');
    expect(words(table.caption as Element)).to.equal('Then: 3 March 2026. Now: 1 September 2026.');
    expect(texts(table, 'thead th[scope=col]')).to.deep.equal([
      'What',
      'Then · 3 March 2026',
      'Now · 1 September 2026',
      'Then to now',
    ]);
    expect(texts(table, 'th[scope=rowgroup]')).to.deep.equal([
      'Seeing people',
      'Living where you want/as you want',
      'Having a cat again First time recorded',
      'Listened to Not asked this time',
    ]);
    const rows = [...outcome(element, 'Seeing people').querySelectorAll('tr')].slice(1);
    expect(rows.map((row) => words(row.cells[0] as Element))).to.include.members([
      'Jean’s view',
      'The unpaid carer’s view',
      'The practitioner’s view',
      'Own sense of the change: Jean’s view',
      'What helped',
      'Next steps',
    ]);
    const own = rows.find((row) => row.textContent.includes('Jean’s view'));
    expect([...(own?.cells ?? [])].slice(1).map(words)).to.deep.equal([
      'Some of the time Fiona comes on a Saturday, and the phone goes now and again.',
      'Most of the time All but the Tuesdays when it rains.',
      'A little better · As hoped',
    ]);
    const said = shown(element);
    element.view = 'cards';
    await drawn(element);
    for (const text of texts(within(element, '.cards'), '[part=words], [part=answer], [part=change], li, .text'))
      expect(said).to.include(text);
  });

  it('stays inside 320 pixels: it is moved sideways in a region of its own, with the keyboard', async () => {
    const element = await comparison(inMarch, inSeptember, 'view="table"');
    const page = element.parentElement as HTMLElement;
    page.style.inlineSize = '320px';
    const region = within(element, '[part=scroll]');
    expect(element.scrollWidth).to.be.at.most(320);
    expect(region.scrollWidth).to.be.greaterThan(region.clientWidth);
    expect(region.getAttribute('role')).to.equal('region');
    region.focus();
    await press('ArrowRight');
    await until(() => region.scrollLeft > 0, 'the table to move');
    element.view = 'cards';
    await drawn(element);
    expect(element.scrollWidth).to.be.at.most(320);
    page.style.inlineSize = '';
  });
});

describe('Cards or table', () => {
  it('is chosen with the keyboard; the focus stays where it is', async () => {
    const element = await comparison();
    const page = element.parentElement as Element;
    page.insertAdjacentHTML('afterbegin', '<button>Before</button>');
    within(page, 'button').focus();
    const radio = await tabTo((active) => active.matches('[type=radio]'));
    expect(radio).to.equal(labelled(element, 'Cards'));
    await press('ArrowRight');
    await until(() => element.view === 'table', 'the table');
    await drawn(element);
    expect(focused()).to.equal(labelled(element, 'Table'));
    expect(element.getAttribute('view')).to.equal('table');
    expect(allWithin(element, 'table')).to.have.lengthOf(1);
    await tabTo((active) => active.matches('[part=scroll]'), 1);
  });

  for (const [from, to, label] of [
    ['cards', 'table', 'Table'],
    ['table', 'cards', 'Cards'],
  ] as const)
    it(`keeps the reader’s place from ${from} to ${to}`, async () => {
      const element = await comparison(inMarch, inSeptember, `view="${from}"`);
      const space = document.createElement('div');
      space.innerHTML = '<svg width="10" height="3000"></svg>';
      element.after(space);
      const top = (): number => outcome(element, 'Having a cat again').getBoundingClientRect().top;
      window.scrollTo({ top: window.scrollY + top() - 60, behavior: 'instant' });
      const { left, width, top: at, height } = labelled(element, label).getBoundingClientRect();
      expect(at, 'the switch is in sight').to.be.within(0, 100);
      expect(width * height + left).to.be.greaterThan(0);
      labelled(element, label).click();
      await drawn(element);
      expect(element.view).to.equal(to);
      const bar = within(element, '[part=switch]').getBoundingClientRect();
      expect(top()).to.be.within(bar.bottom - 2, bar.bottom + 60);
    });

  it('stays at the head where the reader is at the head', async () => {
    const element = await comparison();
    window.scrollTo({ top: 0, behavior: 'instant' });
    labelled(element, 'Table').click();
    await drawn(element);
    expect(window.scrollY).to.equal(0);
  });

  it('takes a view that it does not know as cards', async () => {
    const element = await comparison(inMarch, inSeptember, 'view="pie"');
    expect(allWithin(element, '.cards')).to.have.lengthOf(1);
    expect(labelled(element, 'Cards').checked).to.equal(true);
  });
});

describe('What stands in the way of comparing', () => {
  for (const { name, previous, current, expect: expected } of comparisonCases)
    it(`${name}: is shown in both ways, and no change is said that may not be`, async () => {
      const element = await comparison(previous, current);
      const changes = expected.views.filter((view) => / by /.test(view)).length;
      const all = outcome(element, current.entries[0]?.label ?? previous.entries[0]?.label ?? '');
      expect(all.querySelectorAll('[part=answers]')).to.have.lengthOf(changes);
      expect(all.querySelectorAll('[part=change]')).to.have.lengthOf(expected.views.length);
      expect(allWithin(element, '[part=problems] > li')).to.have.lengthOf(expected.problems?.length ?? 0);
      const change = texts(all, '[part=change]');
      element.view = 'table';
      await drawn(element);
      expect(texts(within(element, 'tbody'), '[part=change]')).to.deep.equal(change);
      await expect(element).to.be.accessible();
    });

  for (const [name, sentence] of [
    ['Records of different people', 'These conversations are with two different people. No change is said.'],
    ['The same record twice', 'This is one conversation twice. There is nothing to compare.'],
    [
      'The later record given as the earlier',
      'What stands under “Then” is the later one. The changes run backwards in time.',
    ],
    [
      'Another framework, carried along by its link',
      'Two lists of outcomes were used: “Talking Points: people using services” then, “A good life in Strathmorn” now. What belongs together stands together.',
    ],
  ] as const)
    it(`${name}: says so in a sentence`, async () => {
      const element = await comparison(...caseOf(name));
      expect(words(within(element, '[part=problems]'))).to.equal(sentence);
    });

  it('a record from the future, and records without entries: says so', async () => {
    const element = await comparison(
      { ...inMarch, entries: [] },
      { ...inSeptember, entries: [], conversationAt: '2126-09-01' },
    );
    expect(texts(within(element, '[part=problems]'), 'li')).to.deep.equal([
      'The conversation of 1 September 2126 is dated in the future.',
      'No outcome was written down on 3 March 2026.',
      'No outcome was written down on 1 September 2126.',
    ]);
    expect(shown(element)).to.include('Nothing is written down in either conversation.');
    expect(allWithin(element, '[part=switch]')).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('a scale that nobody registered: shows the words of the day', async () => {
    const element = await comparison(...caseOf('A scale that nobody registered, and that the records do not hold'));
    expect(texts(outcome(element, 'Seeing people'), '[part=answer]')).to.deep.equal(['Low', 'High']);
    expect(texts(outcome(element, 'Seeing people'), '[part=change]')).to.deep.equal([
      'Not compared: the order of these answers is not known here.',
    ]);
  });

  it('finds a scale that only the page knows', async () => {
    const [previous, current] = caseOf('A scale that nobody registered, and that the records do not hold');
    const element = await comparison(previous, current);
    element.scales = [
      {
        id: 'lost',
        version: '1',
        name: 'Found',
        kind: 'ordinal',
        direction: 'higher-better',
        points: ['low', 'middle', 'high', 'top'].map((value) => ({ value, label: value })),
      },
    ];
    await drawn(element);
    expect(texts(outcome(element, 'Seeing people'), '[part=change]')).to.not.include(
      'Not compared: the order of these answers is not known here.',
    );
  });

  it('five thousand words: folded after some lines, opened with a button, and all of it printed', async () => {
    const long = 'word '.repeat(5000).trim();
    const element = await comparison(inMarch, {
      ...inSeptember,
      entries: [{ id: 'x', label: 'Long', outcomes: [], narrative: [{ id: 'n', saidBy: 'person', text: long }] }],
    });
    const quote = within(outcome(element, 'Long'), '[part=words]');
    expect(words(quote), 'nothing is cut').to.equal(long);
    expect(quote.getBoundingClientRect().height).to.be.lessThan(400);
    const show = button(element, 'Show all of these words');
    expect(show.getAttribute('aria-expanded')).to.equal('false');
    show.focus();
    await press('Enter');
    await drawn(element);
    expect(quote.getBoundingClientRect().height).to.be.greaterThan(1000);
    expect(focused()).to.equal(button(element, 'Show less'));
    element.view = 'table';
    await drawn(element);
    expect(button(element, 'Show less').getAttribute('aria-expanded')).to.equal('true');
    for (const name of ['table', 'cards'] as const) {
      element.view = name;
      await drawn(element);
      button(element, 'Show less').click();
      await drawn(element);
      const text = within(outcome(element, 'Long'), '[part=words]');
      expect(text.scrollHeight).to.be.greaterThan(text.clientHeight);
      print(element);
      try {
        expect(text.scrollHeight).to.equal(text.clientHeight);
        expect(text.clientHeight).to.be.greaterThan(1000);
        expect(printed(element)).to.include('Long').and.not.include('Show').and.not.include('Table');
      } finally {
        backToScreen();
      }
      button(element, 'Show all of these words').click();
      await drawn(element);
    }
  });

  it('records that cannot be read: says which, tells the page, and goes on when they are mended', async () => {
    const element = await comparison('{"broken"', { schemaVersion: '9.0' });
    expect(shown(element)).to.equal(
      'Then and now The earlier conversation cannot be shown. The later conversation cannot be shown. Two conversations are needed to compare.',
    );
    expect(said.take().length).to.be.at.least(2);
    await expect(element).to.be.accessible();
    element.previous = JSON.stringify(inMarch);
    element.current = inSeptember;
    await drawn(element);
    expect(words(within(element, '[part=title]'))).to.equal('Jean: then and now');
  });

  it('nothing given yet: says what is needed', async () => {
    const element = await mount('<tp-review-comparison></tp-review-comparison>');
    expect(shown(element)).to.equal('Then and now Two conversations are needed to compare.');
  });

  it('a framework or scales that cannot be read: are told to the page, and the rest is compared', async () => {
    const element = await comparison(inMarch, inSeptember, 'framework="nope" scales="{}"');
    expect(shown(element)).to.include('A little better');
    expect(said.take().join(' ')).to.include('nope').and.include('scales');
  });
});

describe('What a comparison leaves alone', () => {
  it('does not change the records, and draws nothing from later changes of them', async () => {
    const current = structuredClone(inSeptember);
    const element = await comparison(inMarch, current);
    const before = shown(element);
    Object.assign(current.entries[0] ?? {}, { label: 'Changed' });
    element.requestUpdate();
    await drawn(element);
    expect(shown(element)).to.equal(before);
  });

  it('follows what was renamed in between over the records that it is given', async () => {
    const between: OutcomeRecord = {
      ...inSeptember,
      id: 'between',
      conversationAt: '2026-06-01',
      entries: [{ id: 'b', label: 'The club', outcomes: [], previous: { recordId: inMarch.id, entryId: first.id } }],
    };
    const last: OutcomeRecord = {
      ...inSeptember,
      entries: [
        {
          id: 'l',
          label: 'Tuesdays',
          outcomes: [],
          narrative: [{ id: 'n', text: 'Tuesdays are back.' }],
          previous: { recordId: 'between', entryId: 'b' },
        },
      ],
    };
    const element = await comparison(inMarch, last);
    expect(outcome(element, 'Tuesdays').textContent).to.not.include('I miss the laughing');
    element.records = [between];
    await drawn(element);
    expect(outcome(element, 'Tuesdays').textContent).to.include('I miss the laughing').and.include('are back');
  });
});

describe('<tp-review-comparison> for an audience', () => {
  const [talk, ...others] = inSeptember.entries;
  const marked: OutcomeRecord = {
    ...inSeptember,
    entries: [
      {
        ...(talk as Entry),
        narrative: [
          { id: 'n-1', text: 'For the worker alone', sharing: [] },
          { id: 'n-2', text: 'For Jean', saidBy: 'person' },
          { id: 'n-3', text: 'For the family', sharing: ['family'] },
        ],
      },
      ...others,
    ],
  };

  it('shows the practitioner everything, and says what is kept to the worker', async () => {
    const element = await comparison(inMarch, marked);
    expect(shown(element)).to.include('For the worker alone').and.include('Only the worker');
  });

  it('leaves out what the person or the family may not see, without a sign that it was there', async () => {
    const element = await comparison(inMarch, marked, 'audience="person"');
    expect(shown(element))
      .to.include('For Jean')
      .and.not.match(/[Ww]orker|For the family/);
    element.audience = 'family';
    await drawn(element);
    expect(shown(element)).to.include('For the family').and.not.include('For Jean');
    element.agreed = 'family';
    await drawn(element);
    expect(shown(element)).to.include('For Jean').and.not.include('For the worker');
  });

  it('shows an audience that there is not nothing, and tells the page', async () => {
    const element = await comparison(inMarch, marked, 'audience="everybody"');
    expect(shown(element))
      .to.include('then and now')
      .and.not.match(/For |bowling/);
    expect(said.take().join()).to.include('There is no audience “everybody”.');
  });
});
