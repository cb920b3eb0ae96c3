import { expect } from '@open-wc/testing';
import { entryOf, outcomeNames, rate, recordOf, reviews } from '../../stories/support/reviews.js';
import type { TpOutcomeTimeline } from '../../src/elements/outcome-timeline/outcome-timeline.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import { goalAttainment } from '../../src/scales/goal-attainment.js';
import type { OutcomeRecord, Rating } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { allWithin, button, drawn, hasButton, mount, shown, until, within, words } from './support/dom.js';
import { click, focused, press, tabTo } from './support/keyboard.js';

const said = watchConsole();

async function timeline(set: Partial<TpOutcomeTimeline>, attributes = ''): Promise<TpOutcomeTimeline> {
  const element = await mount<TpOutcomeTimeline>(`<tp-outcome-timeline ${attributes}></tp-outcome-timeline>`);
  Object.assign(element, set);
  await drawn(element);
  return element;
}

const people = { records: reviews, outcome: 'seeing-people' };
const marks = (element: Element): readonly SVGElement[] => allWithin<SVGElement>(element, '.mark');
const label = (): string => focused()?.getAttribute('aria-label') ?? '';

describe('<tp-outcome-timeline> of one outcome', () => {
  it('says in one sentence what it shows, and names every answer, sense of change and decision', async () => {
    const element = await timeline(people);
    expect(within(element, 'svg').getAttribute('aria-label')).to.equal(
      'A timeline of Seeing people. Conversations: 5. 3 March 2024 – 1 September 2026. Views: Jean, Unpaid carer (Fiona).',
    );
    expect(marks(element).map((mark) => mark.getAttribute('aria-label'))).to.include.members([
      '3 March 2024, Jean: Some of the time',
      '20 November 2025, Jean: No answer: I’d rather not say',
      '1 September 2026, Unpaid carer (Fiona): 7',
      '20 November 2025, Jean, own sense of change: A bit worse',
      '1 September 2026, decision: Keep going',
    ]);
  });

  it('has a table with the same, and with the words', async () => {
    const element = await timeline(people);
    expect(allWithin(element, 'thead th').map(words)).to.deep.equal([
      'Date',
      'Jean',
      'Unpaid carer (Fiona)',
      'Own sense of change',
      'Decision',
      'What was said',
    ]);
    expect([...(allWithin(element, 'tbody tr')[3]?.children ?? [])].map(words)).to.deep.equal([
      '20 November 2025',
      'No answer: I’d rather not say',
      '4 (0 to 10)',
      'Jean: A bit worse',
      'Change something',
      '“I was not well, and it is a long stair.”, Jean',
    ]);
  });

  it('puts a day as far from the next as it was', async () => {
    const element = await timeline(people);
    const at = (date: string): number => {
      const mark = marks(element).find((one) => one.getAttribute('aria-label')?.startsWith(`${date}, Unpaid`));
      const { left, width } = mark?.getBoundingClientRect() ?? new DOMRect();
      return left + width / 2;
    };
    const [a, b, c] = [at('3 March 2024'), at('1 September 2024'), at('14 March 2025')];
    expect((c - b) / (b - a)).to.be.closeTo(194 / 182, 0.02);
  });

  it('draws no line over a gap or over a change of scale, and says where the scale changed', async () => {
    const element = await timeline(people);
    expect(words(within(element, '[part=breaks]'))).to.equal(
      'Unpaid carer (Fiona): between 14 March 2025 and 20 November 2025 the scale changed from “All to none of the time” to “0 to 10”. No line joins the two.',
    );
    const lines = allWithin(element, 'svg path:not(.mark, .solid, .open, .ring)');
    const corners = (ink: string): readonly number[] =>
      lines
        .filter((line) => line.classList.contains(ink))
        .flatMap((line) => (line.getAttribute('d') ?? '').split('M').slice(1))
        .map((line) => line.split('L').length);
    // Jean: three answers, then none, then one. Fiona: three on one scale, two on the other.
    expect(corners('s0')).to.deep.equal([3]);
    expect(corners('s1')).to.deep.equal([3, 2]);
  });

  it('tells series apart without colour: by dashes, marker and a name', async () => {
    const element = await timeline(people);
    const dashes = ['s0', 's1'].map((ink) =>
      within(element, `svg path.${ink}:not(.mark, .solid, .open)`).getAttribute('stroke-dasharray'),
    );
    expect(new Set(dashes).size).to.equal(2);
    expect(allWithin(element, 'text').map(words)).to.include.members(['Jean', 'Unpaid carer (Fiona)']);
  });

  it('goes from right to left where the page does', async () => {
    const page = await mount('<div dir="rtl"><tp-outcome-timeline></tp-outcome-timeline></div>');
    const element = within<TpOutcomeTimeline>(page, 'tp-outcome-timeline');
    Object.assign(element, people);
    await drawn(element);
    const [first, last] = [marks(element)[0], marks(element)[2]].map((mark) => mark?.getBoundingClientRect().left ?? 0);
    expect(first).to.be.greaterThan(last ?? 0);
    marks(element)[0]?.focus();
    await press('ArrowLeft');
    await until(() => label().startsWith('1 September 2024'), 'the next conversation, to the left');
  });

  it('keeps goal attainment by its levels, and breaks the line where the goal was worded anew', async () => {
    const goal = (day: string, value: number, text: string): OutcomeRecord =>
      recordOf(
        day,
        [entryOf('seeing-people', day, [rate(day, 'person', goalAttainment, value)], { personalOutcome: { text } })],
        {
          scales: [goalAttainment],
        },
      );
    const element = await timeline({
      records: [
        goal('2025-01-01', -1, 'The bowling'),
        goal('2025-06-01', 0, 'The bowling'),
        goal('2026-01-01', 1, 'The choir'),
      ],
      outcome: 'seeing-people',
    });
    expect(words(within(element, '[part=breaks]'))).to.include('the goal was worded anew');
    expect(allWithin(element, 'text').map(words).join(' ')).to.include('Far short of what was hoped');
  });
});

describe('<tp-outcome-timeline> by keyboard and by hand', () => {
  it('is one stop; arrows go along time and between series; the words stay until they are closed', async () => {
    const page = await mount('<div><button>Before</button><tp-outcome-timeline></tp-outcome-timeline></div>');
    const element = within<TpOutcomeTimeline>(page, 'tp-outcome-timeline');
    Object.assign(element, people);
    await drawn(element);
    within(page, 'button').focus();
    await tabTo((active) => active.classList.contains('mark'));
    expect(label()).to.equal('3 March 2024, Jean: Some of the time');
    await until(() => shown(element).includes('“I miss the laughing more than the bowling.”, Jean Close'), 'the words');
    await press('ArrowRight');
    await until(() => label().startsWith('1 September 2024, Jean'), 'the next conversation');
    await press('ArrowDown');
    await until(() => label().startsWith('1 September 2024, Unpaid carer'), 'the other view');
    await press('ArrowDown');
    await until(() => label().includes('own sense of change'), 'the sense of change');
    await press('ArrowDown');
    await until(() => label().includes('decision'), 'the decision');
    await press('Home');
    await until(() => label().startsWith('1 September 2024, decision'), 'the first decision');
    expect(allWithin(element, '[part=panel]')).to.have.lengthOf(1);
    await press('Escape');
    await until(() => allWithin(element, '[part=panel]').length === 0, 'the words to go');
    await press('Enter');
    await until(() => allWithin(element, '[part=panel]').length === 1, 'the words again');
    await press('Tab');
    await press('Enter');
    await until(() => allWithin(element, '[part=panel]').length === 0, 'the words closed by their button');
    await until(() => label().includes('decision'), 'the focus back at the mark');
  });

  it('shows the words of the mark that is tapped, or of one near by', async () => {
    const element = await timeline(people);
    const mark = marks(element).find((one) =>
      one.getAttribute('aria-label')?.startsWith('1 September 2026, Jean: All'),
    );
    if (!mark) throw new Error('There is such a mark.');
    await click(mark);
    await until(() => allWithin(element, '[part=panel]').length === 1, 'the words');
    expect(words(within(element, '[part=panel]'))).to.include('Tuesdays are back. Eck picks me up.');
    await click(button(element, 'Close'));
    await until(() => allWithin(element, '[part=panel]').length === 0, 'the words to go');
  });

  it('shows where the keyboard is', async () => {
    const element = await timeline(people);
    const ring = within<SVGElement>(element, '.ring');
    expect(getComputedStyle(ring).display).to.equal('none');
    marks(element)[0]?.focus();
    await drawn(element);
    expect(getComputedStyle(ring).display).to.equal('inline');
  });

  const key = (mark: Element | undefined, name: string): void => {
    mark?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
  };

  it('does not pull back the focus of somebody who goes on before the mark is drawn', async () => {
    const element = await timeline(people);
    const [first, second, third] = marks(element);
    first?.focus();
    await drawn(element);
    let told = 0;
    second?.addEventListener('focus', () => (told += 1));
    key(first, 'ArrowRight');
    third?.focus();
    const wanted = label();
    await drawn(element);
    expect(label()).to.equal(wanted);
    expect(told).to.equal(0);
  });

  it('does not take the focus to a mark of other records', async () => {
    const element = await timeline(people);
    const [first] = marks(element);
    first?.focus();
    await drawn(element);
    key(first, 'ArrowRight');
    element.records = [...reviews].slice(1);
    await drawn(element);
    expect(label()).to.not.equal(marks(element)[1]?.getAttribute('aria-label'));
    expect(allWithin(element, '[part=panel]')).to.have.lengthOf(0);
  });

  it('leaves the browser’s own keys alone', async () => {
    const element = await timeline(people);
    marks(element)[0]?.focus();
    await drawn(element);
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowRight',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    marks(element)[0]?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('keeps words that are private to the worker out of sight', async () => {
    const day = '2026-01-01';
    const narrative = [{ id: 's', text: 'Only for me', sharing: [] }];
    const element = await timeline({
      records: [
        recordOf(day, [entryOf('seeing-people', day, [rate(day, 'person', frequency4, 'some')], { narrative })]),
      ],
      outcome: 'seeing-people',
    });
    marks(element)[0]?.focus();
    await drawn(element);
    await until(() => shown(element).includes('No words were written down.'), 'the panel');
    expect(shown(element)).to.not.include('Only for me');
  });
});

describe('<tp-outcome-timeline> of all outcomes', () => {
  it('shows each small, on one time axis, with one table of them all', async () => {
    const element = await timeline({ records: reviews });
    expect(allWithin(element, 'svg')).to.have.lengthOf(6);
    expect(allWithin(element, '[part=heading]').map(words)[0]).to.equal('Feeling safe');
    expect(allWithin(element, 'thead th').map(words)).to.deep.equal(['Date', 'Answers', 'What was said']);
    const groups = allWithin(element, 'tbody').map((group) => [...group.querySelectorAll('tr')].map(words));
    expect(groups.map(([heading]) => heading)).to.deep.equal(allWithin(element, '[part=heading]').map(words));
    const group = groups.find(([heading]) => heading === 'Seeing people') ?? [];
    expect(group).to.have.lengthOf(6);
    expect(group[4]).to.equal(
      '20 November 2025 Jean: No answer: I’d rather not say Unpaid carer (Fiona): 4 (0 to 10) Own sense of change: Jean: A bit worse Decision: Change something “I was not well, and it is a long stair.”, Jean',
    );
    expect(groups.find(([heading]) => heading?.startsWith('Having things'))?.[2]).to.include('Not talked about');
  });

  it('says in its tables why an answer was given, unless that is kept to the worker', async () => {
    const day = '2026-01-01';
    const answer = (reason: string, sharing?: []): Rating => ({
      ...rate(day, sharing ? 'practitioner' : 'person', frequency4, 'some'),
      reason,
      ...(sharing && { sharing }),
    });
    const ratings = [answer('The stair is long.'), answer('Only for me', [])];
    for (const outcome of ['seeing-people', undefined]) {
      const element = await timeline({ records: [recordOf(day, [entryOf('seeing-people', day, ratings)])], outcome });
      const table = words(within(element, 'table'));
      expect(table).to.include('Jean, why that answer: The stair is long.').and.not.include('Only for me');
    }
  });

  it('has every mark of every small timeline for assistive technology, named', async () => {
    const element = await timeline({ records: reviews });
    const names = allWithin(element, '[part=chart]:nth-child(3) .mark').map((mark) => mark.getAttribute('aria-label'));
    expect(names)
      .to.have.lengthOf.above(10)
      .and.include.members([
        '20 November 2025, Jean: No answer: I’d rather not say',
        '1 September 2026, decision: Keep going',
      ]);
  });

  it('has one stop for each, and all its marks once the keyboard is there', async () => {
    const page = await mount('<div><button>Before</button><tp-outcome-timeline></tp-outcome-timeline></div>');
    const element = within<TpOutcomeTimeline>(page, 'tp-outcome-timeline');
    element.records = reviews;
    await drawn(element);
    within(page, 'button').focus();
    await tabTo((active) => active.classList.contains('mark'));
    await until(() => allWithin(element, '[part=chart]:first-child .mark').length >= 5, 'its marks');
    await press('End');
    await until(() => label() === '1 September 2026, Jean: Most of the time', 'the last conversation');
    await press('Escape');
    await press('Tab');
    await until(() => label() === '3 March 2024, Jean: None of the time', 'the next small timeline');
  });
});

describe('<tp-outcome-timeline> of more than anybody sees at once', () => {
  const many = Array.from({ length: 40 }, (_, index) => {
    const at = new Date(Date.UTC(2019, 0, 10 + index * 67)).toISOString().slice(0, 10);
    return recordOf(
      at,
      outcomeNames.map((id) =>
        entryOf(id, at, [rate(at, 'person', frequency4, 'some')], {
          narrative: [{ id: 's', text: `Said on ${at}`, saidBy: 'person' }],
        }),
      ),
    );
  });
  const drawings = (element: Element): number => allWithin(element, 'svg[role=group]').length;
  const tables = (element: Element): string => allWithin(element, 'table').map(words).join();
  const rows = (element: Element): number => allWithin(element, 'tbody th[scope=row]').length;

  it('has every heading from the start, then draws what is in sight, then the rest, though nobody scrolls', async () => {
    const page = await mount('<div><tp-outcome-timeline></tp-outcome-timeline><div></div></div>');
    const element = within<TpOutcomeTimeline>(page, 'tp-outcome-timeline');
    // So narrow that the drawings stand one under the other, in more room than the window has.
    element.style.inlineSize = '20em';
    element.records = many;
    await element.updateComplete;
    expect(allWithin(element, '[part=heading]')).to.have.lengthOf(6);
    expect(allWithin(element, 'th[scope=rowgroup]').map(words)).to.deep.equal(
      allWithin(element, '[part=heading]').map(words),
    );
    expect(rows(element)).to.equal(0);
    await until(() => drawings(element) > 0, 'the timelines in sight');
    expect(allWithin(element, '[part=chart]:first-child svg[role=group]')).to.have.lengthOf(1);
    expect(rows(element)).to.equal(0);
    await until(() => drawings(element) === 6 && rows(element) === 240, 'all of it');
  });

  it('draws what is scrolled to before what is above it', async () => {
    const element = await mount<TpOutcomeTimeline>('<tp-outcome-timeline></tp-outcome-timeline>');
    element.records = many;
    await element.updateComplete;
    allWithin(element, 'tbody').at(-1)?.scrollIntoView({ block: 'end' });
    await until(() => rows(element) > 0, 'rows');
    expect(allWithin(element, 'tbody:last-child th[scope=row]')).to.have.lengthOf(40);
    expect(allWithin(element, 'tbody:first-of-type th[scope=row]')).to.have.lengthOf(0);
  });

  it('draws everything before it is printed, and for a saved picture', async () => {
    const element = await mount<TpOutcomeTimeline>('<tp-outcome-timeline></tp-outcome-timeline>');
    element.records = many;
    await element.updateComplete;
    const before = drawings(element);
    const root = new DOMParser().parseFromString(element.toSvg(), 'image/svg+xml').documentElement;
    expect(root.querySelectorAll('g')).to.have.lengthOf(6);
    expect(drawings(element)).to.equal(before);
    expect(before).to.be.below(6);
    dispatchEvent(new Event('beforeprint'));
    expect([drawings(element), rows(element)]).to.deep.equal([6, 240]);
    expect(words(within(element, 'table'))).to.include('“Said on 2019-01-10”, Jean');
  });

  it('shows the records as they were set, whatever the host does with its list while they are read', async () => {
    const element = await mount<TpOutcomeTimeline>(
      '<tp-outcome-timeline outcome="feeling-safe"></tp-outcome-timeline>',
    );
    const list = [...many];
    element.records = list;
    setTimeout(() => list.splice(0, 39));
    await element.updateComplete;
    expect(rows(element)).to.equal(40);
    // As Lit's elements are told that something was changed in place.
    list.push(...many.slice(0, 2));
    element.requestUpdate('records');
    await element.updateComplete;
    expect(rows(element)).to.equal(3);
  });

  it('reads a list once that is set again, as frameworks do with each drawing', async () => {
    const times: number[] = [];
    for (const isAgain of [false, true]) {
      let reads = 0;
      const [first, ...others] = many;
      const watched = new Proxy(first as OutcomeRecord, {
        get(record, name) {
          if (name === 'recordedAt') reads += 1;
          return Reflect.get(record, name) as unknown;
        },
      });
      const list = [watched, ...others];
      const element = await mount<TpOutcomeTimeline>(
        '<tp-outcome-timeline outcome="feeling-safe"></tp-outcome-timeline>',
      );
      element.records = list;
      await new Promise((done) => setTimeout(done));
      if (isAgain) element.records = list;
      await element.updateComplete;
      expect(rows(element)).to.equal(40);
      if (isAgain) element.records = list;
      await element.updateComplete;
      times.push(reads);
    }
    expect(times[0]).to.be.above(0);
    expect(times[1]).to.equal(times[0]);
  });

  it('shows nobody what they may not see, nor anybody else’s records, whenever in between others look or others are set', async () => {
    const secret = many.map((record) => ({ ...record, sharing: ['person' as const] }));
    const others = many.map((record) => ({ ...record, id: `o-${record.id}`, subject: { id: 'peter', name: 'Peter' } }));
    for (const turns of [1, 2, 3, 4, 5]) {
      const [hidden, set] = await Promise.all([
        mount<TpOutcomeTimeline>('<tp-outcome-timeline outcome="feeling-safe"></tp-outcome-timeline>'),
        mount<TpOutcomeTimeline>('<tp-outcome-timeline outcome="feeling-safe"></tp-outcome-timeline>'),
      ]);
      [hidden.records, set.records] = [secret, many];
      for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setTimeout(done));
      hidden.audience = 'family';
      set.records = others;
      await Promise.all([hidden.updateComplete, set.updateComplete]);
      expect(tables(hidden), `after ${turns} turns`).not.to.include('Said on');
      expect(tables(set), `after ${turns} turns`).to.include('Peter');
      expect(tables(set), `after ${turns} turns`).not.to.include('Jean');
    }
  });

  it('draws again after something that is no list of who may see it', async () => {
    const element = await mount<TpOutcomeTimeline>(
      '<tp-outcome-timeline outcome="feeling-safe" audience="family"></tp-outcome-timeline>',
    );
    element.agreed = new Set(['family']) as never;
    element.records = many;
    await element.updateComplete;
    expect(tables(element)).not.to.include('Said on');
    element.agreed = ['family'];
    await element.updateComplete;
    expect(tables(element)).to.include('Said on');
  });

  it('goes on after records that cannot even be looked at', async () => {
    const element = await mount<TpOutcomeTimeline>(
      '<tp-outcome-timeline outcome="feeling-safe"></tp-outcome-timeline>',
    );
    const { proxy, revoke } = Proxy.revocable([...many], {});
    revoke();
    element.records = proxy;
    await element.updateComplete;
    expect(said.take().join()).to.include('It cannot be written as JSON.');
    element.records = many;
    await element.updateComplete;
    expect(rows(element)).to.equal(40);
  });

  it('prints everything, also while the records are read', async () => {
    const page = await mount('<div></div>');
    // It has never been drawn.
    const element = Object.assign(document.createElement('tp-outcome-timeline'), { records: many });
    page.append(element);
    await Promise.resolve();
    dispatchEvent(new Event('beforeprint'));
    expect([drawings(element), rows(element)]).to.deep.equal([6, 240]);
  });

  it('leads by keyboard through every mark of a timeline that is in sight', async () => {
    const element = await timeline({ records: many });
    await until(() => marks(element).length > 0, 'a mark');
    marks(element)[0]?.focus();
    await until(() => allWithin(element, '[part=chart]:first-child .mark').length === 40, 'its marks');
    await press('End');
    await until(() => label() === '7 March 2026, Jean: Some of the time', 'the last one');
  });
});

describe('Records that <tp-outcome-timeline> cannot show as they are', () => {
  const day = '2026-01-01';
  const one = (change: Partial<OutcomeRecord> = {}): OutcomeRecord =>
    recordOf(day, [entryOf('seeing-people', day, [rate(day, 'person', frequency4, 'some')])], change);

  it('none, one, and an outcome that is nowhere: a sentence or a single mark', async () => {
    expect(shown(await timeline({ records: [] }))).to.equal('There is nothing to show yet.');
    expect(marks(await timeline({ records: [one()], outcome: 'seeing-people' }))).to.have.lengthOf(1);
    expect(shown(await timeline({ records: [one()], outcome: 'nope' }))).to.include(
      'This outcome is in none of the records.',
    );
  });

  it('in the wrong order: sorted', async () => {
    const element = await timeline({ records: [...reviews].reverse(), outcome: 'seeing-people' });
    expect(allWithin(element, 'tbody th').map(words)[0]).to.equal('3 March 2024');
  });

  it('a day of no calendar: said, and kept in the table', async () => {
    const element = await timeline({
      records: [one(), one({ id: 'r-x', conversationAt: '2026-02-30' })],
      outcome: 'seeing-people',
    });
    expect(shown(element)).to.include('“2026-02-30” is not a day of the calendar.');
    expect(marks(element)).to.have.lengthOf(1);
    expect(allWithin(element, 'tbody tr')).to.have.lengthOf(2);
  });

  it('entered in error: not on the line, and marked', async () => {
    const mistake = { reason: 'Wrong person', at: '2026-03-03T10:00:00Z' };
    const element = await timeline({
      records: [one(), one({ id: 'r-x', conversationAt: '2026-02-02', enteredInError: mistake })],
      outcome: 'seeing-people',
    });
    expect(shown(element))
      .to.include('The record of 2 February 2026 was entered in error.')
      .and.include('Some of the time (entered in error)');
    expect(allWithin(element, '.mark.open')).to.have.lengthOf(1);
  });

  it('forty reviews: every label of the axis is readable', async () => {
    const many = Array.from({ length: 40 }, (_, index) => {
      const at = new Date(Date.UTC(2019, 0, 10 + index * 67)).toISOString().slice(0, 10);
      return recordOf(at, [entryOf('seeing-people', at, [rate(at, 'person', frequency4, 'some')])]);
    });
    const element = await timeline({ records: many, outcome: 'seeing-people' });
    expect(marks(element)).to.have.lengthOf(40);
    const boxes = allWithin(element, 'text')
      .filter((text) => /^\w{3,4} \d{4}$|^\d{4}$/.test(words(text)))
      .map((text) => text.getBoundingClientRect());
    expect(boxes.length).to.be.greaterThan(2);
    boxes.forEach((box, index) => {
      if (index > 0) expect(box.left).to.be.greaterThan(boxes[index - 1]?.right ?? 0);
    });
  });

  it('JSON that is not JSON, and a framework that nobody registered: said', async () => {
    const element = await timeline({ records: '[{"a": 1,}', framework: 'nowhere' });
    expect(shown(element)).to.include('cannot be read').and.include('The outcomes are those of the records.');
    expect(said.take()).to.have.lengthOf(2);
  });
});

describe('Saving a timeline', () => {
  it('saves all small timelines as one picture', async () => {
    const element = await timeline({ records: reviews });
    const root = new DOMParser().parseFromString(element.toSvg(), 'image/svg+xml').documentElement;
    expect(root.querySelectorAll('g')).to.have.lengthOf(6);
    expect(root.querySelector('title')?.textContent).to.include('Feeling safe · ');
    expect((await element.toPng(1)).size).to.be.greaterThan(1000);
    expect(hasButton(element, 'Save as SVG: All outcomes over time')).to.equal(true);
  });
});

describe('<tp-outcome-timeline> for an audience', () => {
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
    const element = await timeline({ records });
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
    const element = await timeline({ records, agreed: 'person family' }, 'audience="family"');
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
