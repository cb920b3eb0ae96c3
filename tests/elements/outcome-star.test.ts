import { expect } from '@open-wc/testing';
import { entryOf, rate, recordOf, reviews } from '../../stories/support/reviews.js';
import type { TpOutcomeStar } from '../../src/elements/outcome-star/outcome-star.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import { numeric0To10 } from '../../src/scales/numeric-0-10.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { allWithin, button, drawn, hasButton, mount, shown, until, within, words } from './support/dom.js';
import { click, focused, press, tabTo } from './support/keyboard.js';

const said = watchConsole();

async function star(set: Partial<TpOutcomeStar>, attributes = ''): Promise<TpOutcomeStar> {
  const element = await mount<TpOutcomeStar>(`<tp-outcome-star ${attributes}></tp-outcome-star>`);
  Object.assign(element, set);
  await drawn(element);
  return element;
}

const latest = reviews.slice(-2);
const marks = (element: Element): readonly SVGElement[] => allWithin<SVGElement>(element, '.mark');
const named = (element: Element): readonly string[] =>
  marks(element).map((mark) => mark.getAttribute('aria-label') ?? '');
const cells = (element: Element, outcome: string): readonly string[] => {
  const row = allWithin(element, 'tr').find((one) => words(one).includes(outcome));
  return row ? [...row.querySelectorAll('td')].map((cell) => cell.firstElementChild?.textContent ?? '') : [];
};

describe('<tp-outcome-star>', () => {
  it('says in one sentence what it shows, and names every answer', async () => {
    const element = await star({ records: latest });
    expect(within(element, 'svg').getAttribute('aria-label')).to.equal(
      'A star of 6 outcomes as Jean saw them. 20 November 2025 · 1 September 2026. Scale: All to none of the time.',
    );
    expect(named(element)).to.include.members([
      'Feeling safe. 20 November 2025, Jean: Most of the time',
      'Seeing people. 20 November 2025, Jean: No answer: I’d rather not say',
      'Seeing people. 1 September 2026, Jean: All of the time',
    ]);
    expect(shown(element)).to.not.match(/improv|better|worse|%/i);
  });

  it('has a table with the same: every outcome, every conversation, every answer and every gap', async () => {
    const element = await star({ records: reviews.slice(0, 3), framework: 'talking-points-community' });
    expect(allWithin(element, 'thead th').map(words)).to.deep.equal([
      'What matters',
      'A · 3 March 2024',
      'B · 1 September 2024',
      'C · 14 March 2025',
    ]);
    expect(allWithin(element, 'tbody tr')).to.have.lengthOf(15);
    expect(cells(element, 'Having things to do')).to.deep.equal([
      'None of the time',
      'Not talked about',
      'Some of the time',
    ]);
    expect(cells(element, 'Staying as well')[2]).to.equal('No answer: I’d rather not say');
    expect(cells(element, 'Reliability')).to.deep.equal(Array(3).fill('Not talked about'));
    expect(words(within(element, 'tbody'))).to.include('“Fiona comes on a Saturday.”, Jean');
    for (const header of allWithin(element, 'th')) expect(header.getAttribute('scope')).to.be.oneOf(['row', 'col']);
    expect(words(within(element, 'caption'))).to.include('A star of 15 outcomes');
  });

  it('draws what was not answered as an open mark outside the rim, and what was not asked not at all', async () => {
    const element = await star({ records: latest });
    const declined = marks(element).find((mark) => mark.getAttribute('aria-label')?.includes('No answer'));
    expect(declined?.getAttribute('class')).to.include('open');
    const one = await star({ records: [recordOf('2026-01-01', [entryOf('seeing-people', '2026-01-01', [])])] });
    expect(marks(one)).to.have.lengthOf(0);
    expect(shown(one)).to.include('There is no answer yet that can be drawn.').and.include('Not asked');
  });

  it('fills no area', async () => {
    const element = await star({ records: reviews.slice(0, 4) });
    for (const line of allWithin<SVGPathElement>(element, 'svg path:not(.mark)')) {
      const isMarker = line.classList.contains('solid') || line.classList.contains('open');
      if (!isMarker) expect(getComputedStyle(line).fill).to.equal('none');
    }
  });

  it('shows one person’s view at a time, and lets the reader choose whose', async () => {
    const element = await star({ records: reviews.slice(0, 2) });
    const select = within<HTMLSelectElement>(element, 'select');
    expect([...select.options].map(words)).to.deep.equal(['Jean', 'Unpaid carer (Fiona)']);
    expect(named(element).every((name) => name.includes('Jean'))).to.equal(true);
    select.value = select.options[1]?.value ?? '';
    select.dispatchEvent(new Event('change'));
    await drawn(element);
    expect(named(element)).to.deep.equal([
      'Seeing people. 3 March 2024, Unpaid carer (Fiona): None of the time',
      'Seeing people. 1 September 2024, Unpaid carer (Fiona): None of the time',
    ]);
    element.perspective = 'person';
    await drawn(element);
    expect(words(within(element, '[part=heading]'))).to.equal('How things are: Jean');
  });

  it('puts only answers on one scale on the star, and says of the others why they are not there', async () => {
    const day = '2026-01-01';
    const element = await star({
      records: [
        recordOf(day, [
          entryOf('feeling-safe', day, [rate(day, 'person', frequency4, 'most')]),
          entryOf('listened-to', day, [rate(day, 'person', frequency4, 'all')]),
          entryOf('seeing-people', day, [rate(day, 'person', numeric0To10, 7)]),
          entryOf('staying-well', day, [
            { ...rate(day, 'person', frequency4, 'some'), scale: { id: 'frequency-4', version: '9' } },
          ]),
        ]),
      ],
    });
    expect(named(element)).to.have.lengthOf(2);
    expect(words(within(element, '[part=not-drawn]')))
      .to.include('Seeing people, 1 January 2026: 7 (0 to 10). It was answered on another scale.')
      .and.include('Staying as well as you can, 1 January 2026: Some of the time');
    expect(cells(element, 'Seeing people')).to.deep.equal(['7 (0 to 10)']);
  });

  it('shows what somebody named in their own words beside the framework’s outcomes', async () => {
    const day = '2026-01-01';
    const own = { id: 'e-own', label: 'My cat', outcomes: [], ratings: [rate(day, 'person', frequency4, 'all')] };
    const element = await star({ records: [recordOf(day, [own])], framework: 'talking-points-community' });
    expect(named(element)).to.deep.equal(['My cat. 1 January 2026, Jean: All of the time']);
    expect(allWithin(element, 'tbody tr')).to.have.lengthOf(16);
  });

  it('says at 320 pixels by number which axis is which, and scrolls nothing but its table', async () => {
    const page = await mount('<div><tp-outcome-star></tp-outcome-star></div>');
    page.setAttribute('style', 'inline-size: 288px');
    const element = within<TpOutcomeStar>(page, 'tp-outcome-star');
    element.records = latest;
    await drawn(element);
    await until(() => allWithin(element, 'text').some((text) => words(text) === '1'), 'the numbers');
    const texts = allWithin(element, 'text').map(words);
    expect(texts).to.include.members(['1', '2', '6']).and.not.include('Feeling safe');
    expect(allWithin(element, 'tbody th').map(words).slice(0, 2)).to.deep.equal([
      '1 Feeling safe',
      '2 Having things to do',
    ]);
    expect(page.scrollWidth).to.be.at.most(288);
  });

  it('goes clockwise, and the other way round from right to left', async () => {
    const places = async (dir: string): Promise<readonly number[]> => {
      const page = await mount(`<div dir="${dir}"><tp-outcome-star></tp-outcome-star></div>`);
      const element = within<TpOutcomeStar>(page, 'tp-outcome-star');
      element.records = reviews.slice(-1);
      await drawn(element);
      const { left, width } = within(element, 'svg').getBoundingClientRect();
      return marks(element).map((mark) => mark.getBoundingClientRect().left - left - width / 2);
    };
    const [ltr, rtl] = [await places('ltr'), await places('rtl')];
    expect(ltr[1]).to.be.greaterThan(0);
    expect(rtl[1]).to.be.lessThan(0);
    expect(ltr).to.have.lengthOf(rtl.length);
  });
});

describe('<tp-outcome-star> by keyboard', () => {
  it('is one stop; arrows go round and between conversations; Escape closes the words', async () => {
    const page = await mount(
      '<div><button>Before</button><tp-outcome-star></tp-outcome-star><button>After</button></div>',
    );
    const element = within<TpOutcomeStar>(page, 'tp-outcome-star');
    element.records = latest;
    await drawn(element);
    within(page, 'button').focus();
    const label = (): string => focused()?.getAttribute('aria-label') ?? '';
    await tabTo((active) => active.classList.contains('mark'));
    expect(label()).to.equal('Feeling safe. 20 November 2025, Jean: Most of the time');
    await press('ArrowRight');
    await until(() => label().startsWith('Having things to do. 20 November 2025'), 'the next axis');
    await press('ArrowDown');
    await until(() => label().startsWith('Having things to do. 1 September 2026'), 'the next conversation');
    await press('End');
    await until(() => label().startsWith('Listened to'), 'the last axis');
    await press('Home');
    await until(() => label().startsWith('Feeling safe. 1 September'), 'the first axis');
    expect(words(within(element, '[part=panel]'))).to.include('Feeling safe. 1 September 2026');
    // Its name was heard with the mark: only the words are told of.
    expect(words(within(element, '[aria-live]'))).to.equal('No words were written down.');
    await press('Escape');
    await until(() => allWithin(element, '[part=panel]').length === 0, 'the words to go');
    expect(label()).to.include('Feeling safe');
    await press('Tab');
    expect(focused()?.getAttribute('part') ?? focused()?.getAttribute('role'), 'the table is next').to.equal('region');
  });
});

describe('Records that <tp-outcome-star> cannot show as they are', () => {
  const day = '2026-01-01';
  const one = recordOf(day, [entryOf('seeing-people', day, [rate(day, 'person', frequency4, 'some')])]);

  it('none: a sentence', async () => {
    const element = await star({ records: [] });
    expect(shown(element)).to.equal('There is nothing to show yet.');
    expect(hasButton(element, 'Save as PNG: How things are: Jean')).to.equal(false);
    expect(element.toSvg()).to.include('<svg');
  });

  it('one that cannot be read: the others are shown', async () => {
    const element = await star({ records: [one, { id: 'x' } as unknown as OutcomeRecord] });
    expect(shown(element)).to.include('Some of the records cannot be read').and.include('Seeing people');
    expect(said.take().length).to.be.greaterThan(0);
  });

  it('of two people: only the first one’s', async () => {
    const other = { ...one, id: 'r-other', subject: { id: 'bob', name: 'Bob' }, conversationAt: '2026-02-02' };
    const element = await star({ records: [one, other] });
    expect(shown(element)).to.include('Only one person’s are shown: Jean.').and.not.include('Bob');
    expect(named(element)).to.have.lengthOf(1);
  });

  it('the same one twice, in the future, more than four: each is said', async () => {
    const far = { ...one, id: 'r-far', conversationAt: '2126-01-01' };
    const element = await star({ records: [...reviews, far, far] });
    expect(shown(element))
      .to.include('A record was there twice.')
      .and.include('1 January 2126 is in the future.')
      .and.include('Only the latest 4 conversations are shown.');
    expect(allWithin(element, 'thead th')).to.have.lengthOf(5);
  });

  it('on a scale that nobody registered: the words of the day', async () => {
    const unknown = {
      ...rate(day, 'person', frequency4, 'some'),
      scale: { id: 'nowhere', version: '1' },
      label: 'Now and then',
    };
    const element = await star({ records: [recordOf(day, [entryOf('seeing-people', day, [unknown])])] });
    expect(shown(element)).to.include('Now and then').and.include('There is no answer yet that can be drawn.');
  });

  it('with words that would be markup: text', async () => {
    const label = '<img src=x onerror="globalThis.broken=true">';
    const element = await star({ records: [{ ...one, entries: one.entries.map((entry) => ({ ...entry, label })) }] });
    expect(shown(element)).to.include(label);
    expect(element.toSvg()).to.not.include('<img');
    expect((globalThis as { broken?: boolean }).broken).to.equal(undefined);
  });
});

describe('Saving a star', () => {
  it('as SVG: its own file, with title and description, colours inside and nothing that runs', async () => {
    const element = await star({ records: latest });
    const root = new DOMParser().parseFromString(element.toSvg(), 'image/svg+xml').documentElement;
    expect(root.localName).to.equal('svg');
    expect(root.querySelector('title')?.textContent).to.equal('How things are: Jean');
    expect(root.querySelector('desc')?.textContent).to.include('A star of 6 outcomes');
    expect(root.querySelectorAll('script,style,image,use,[class],[style]')).to.have.lengthOf(0);
    for (const path of root.querySelectorAll('path'))
      expect(path.getAttribute('fill')).to.match(/^(none|#[0-9a-f]{6})$/);
  });

  it('as PNG: drawn without a picture being loaded', async () => {
    const element = await star({ records: latest });
    const reports: string[] = [];
    const listen = (event: SecurityPolicyViolationEvent): void => void reports.push(event.violatedDirective);
    document.addEventListener('securitypolicyviolation', listen);
    const blob = await element.toPng(1);
    document.removeEventListener('securitypolicyviolation', listen);
    expect(blob.type).to.equal('image/png');
    const bitmap = await createImageBitmap(blob);
    expect(bitmap.width).to.be.greaterThan(500);
    expect(reports).to.deep.equal([]);
  });

  it('by two buttons, which a host can leave out', async () => {
    const element = await star({ records: latest });
    const clicks: string[] = [];
    // The links are in no page: their clicks come by nowhere.
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        clicks.push(`${this.download} ${this.href.slice(0, 5)}`);
      },
    });
    try {
      button(element, 'Save as SVG: How things are: Jean').focus();
      await press('Enter');
      await until(() => clicks.length === 1, 'one file');
      await press('Tab');
      await press('Enter');
      await until(() => clicks.length === 2, 'two files');
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(clicks).to.deep.equal(['outcome-star.svg blob:', 'outcome-star.png blob:']);
    const bare = await star({ records: latest }, 'no-export');
    expect(hasButton(bare, 'Save as SVG: How things are: Jean')).to.equal(false);
  });

  it('says when it does not work', async () => {
    const element = await star({ records: latest });
    element.toPng = () => Promise.reject(new Error('No canvas'));
    await click(button(element, 'Save as PNG: How things are: Jean'));
    await until(() => shown(element).includes('The picture could not be saved.'), 'the sentence');
  });
});

describe('<tp-outcome-star> for an audience', () => {
  const day = '2026-01-01';
  const narrative = [
    { id: 's-1', text: 'For Jean' },
    { id: 's-2', text: 'For the family', sharing: ['family' as const] },
  ];
  const ratings = [
    rate(day, 'person', frequency4, 'some'),
    { ...rate(day, 'practitioner', frequency4, 'none'), sharing: [] },
  ];
  const records = [recordOf(day, [entryOf('seeing-people', day, ratings, { narrative })])];

  it('shows the practitioner every view, and the person no view that is kept to the worker', async () => {
    const element = await star({ records });
    expect(shown(element)).to.include('Practitioner');
    element.audience = 'person';
    await drawn(element);
    expect(shown(element))
      .to.include('For Jean')
      .and.not.match(/Practitioner|For the family/);
    expect(element.toSvg()).to.not.include('Practitioner');
    expect(marks(element)).to.have.lengthOf(1);
  });

  it('shows family what was agreed, and an audience that there is not nothing, and tells the page', async () => {
    const element = await star({ records, agreed: 'person family' }, 'audience="family"');
    expect(shown(element)).to.include('Some of the time').and.include('For the family').and.not.include('Practitioner');
    element.audience = 'everybody' as 'family';
    await drawn(element);
    expect(shown(element)).to.equal('There is nothing to show yet.');
    expect(said.take().join()).to.include('There is no audience “everybody”.');
    element.removeAttribute('audience');
    element.audience = undefined;
    await drawn(element);
    expect(shown(element)).to.include('For Jean');
  });
});
