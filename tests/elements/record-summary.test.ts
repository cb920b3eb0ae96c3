import { expect } from '@open-wc/testing';
import type { TpRecordSummary } from '../../src/elements/record-summary/record-summary.js';
import { DECISIONS } from '../../src/schema/codes.js';
import type { ErrorDetail } from '../../src/schema/events.js';
import type { Entry, OutcomeRecord, Rating } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { entry, fullRecord, licensed, MARKUP, NOTICE, record } from './support/data.js';
import { allWithin, drawn, mount, shown, within, words } from './support/dom.js';
import { listen } from './support/events.js';

const said = watchConsole();
const at = '2026-03-03T14:05:00+00:00';

async function copyOf(
  of: OutcomeRecord,
  set: Partial<TpRecordSummary> = {},
  inside = '',
  attributes = '',
): Promise<TpRecordSummary> {
  const page = await mount(`<div lang="en-GB"><tp-record-summary ${attributes}>${inside}</tp-record-summary></div>`);
  const summary = within<TpRecordSummary>(page, 'tp-record-summary');
  Object.assign(summary, { record: of, ...set });
  await drawn(summary);
  return summary;
}

const entryOf = (change: Partial<Entry>): OutcomeRecord => record({ entries: [entry('digging', 'Digging', change)] });
const rating = (change: Partial<Rating> = {}): Rating => ({
  id: 'g-1',
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value: 'some' },
  recordedAt: at,
  ...change,
});
const headings = (summary: Element): readonly string[] => allWithin(summary, '[role=heading]').map(words);

describe('<tp-record-summary>', () => {
  it('says whose it is, when it was, who took part and how, then the words, then the rest', async () => {
    const summary = await copyOf(fullRecord({ status: 'completed' }));
    expect(headings(summary)).to.deep.equal([
      'What matters to Jean',
      'Digging',
      'What would Jean like?',
      'How are things now?',
      'What is already working',
      'Who and what helps',
      'What gets in the way',
      'What we see differently',
      'Next steps',
    ]);
    const text = shown(summary);
    for (const part of ['This copy is for Jean.', '3 March 2026', 'Face to face · At home', 'More time'])
      expect(text).to.include(part);
    expect(text).to.match(/Digging Most important now In Jean’s own words I miss the roses\./);
    expect(text).to.match(/A small bed by the door Something to get there\./);
    expect(text).to.match(/Jean’s view: Some of the time/);
    expect(text).to.match(/Ring the bowling club Jean · Planned Find a lift Eck · by 31 March 2026/);
    const [first, next] = ['.words', '.wish'].map((part) => getComputedStyle(within(summary, part)).fontSize);
    expect(Number.parseFloat(first ?? '')).to.be.greaterThan(Number.parseFloat(next ?? ''));
  });

  it('shows no code and no question that nobody answered', async () => {
    const summary = await copyOf(
      entryOf({
        narrative: [{ id: 's', text: 'Words alone.' }],
        ratings: [rating({ answer: { kind: 'unanswered' } })],
        actions: [{ id: 'a', what: ' ' }],
        disagreement: { between: [], text: ' ' },
        personalOutcome: {},
      }),
    );
    expect(headings(summary)).to.deep.equal(['What matters to Jean', 'Digging']);
    expect(shown(summary))
      .to.include('What was said Words alone.')
      .and.not.match(/frequency|person\b|digging/);
  });

  it('gives each view in words, with whose it is, and a number only with its ends', async () => {
    const summary = await copyOf(
      entryOf({
        ratings: [
          rating({ perspective: 'carer', participantId: 'p-2', label: 'Sometimes, she says', reason: 'The evenings.' }),
          rating({ answer: { kind: 'no-answer', reason: 'declined' }, wouldHelp: 'A bench' }),
          rating({
            perspective: 'practitioner',
            scale: { id: 'numeric-0-10', version: '1' },
            answer: { kind: 'answered', value: 0 },
          }),
        ],
      }),
    );
    expect(shown(summary)).to.match(/Jean’s view: I’d rather not say What would help: A bench/);
    expect(shown(summary)).to.match(/The unpaid carer’s view: Sometimes, she says The evenings\./);
    expect(shown(summary)).to.match(/practitioner’s view: 0 \(0 is “Not good at all”, 10 is “As good as can be”\)/);
  });

  it('at a review: their own sense of change, what was decided, who helped, and what was said then', async () => {
    const reviewed = entryOf({
      change: [rating({ id: 'g-2', label: 'A bit better', scale: { id: 'change-3', version: '1' } })],
      decision: { value: 'keep-going', reason: 'It works.' },
      contributors: [{ id: 'c', kind: 'friend', who: 'Eck', how: 'drives', stage: 'actual' }],
    });
    const summary = await copyOf(reviewed, { previous: fullRecord({ id: 'r-0', conversationAt: '2025-09-01' }) });
    expect(shown(summary)).to.match(/Compared with last time Jean’s view: A bit better/);
    expect(shown(summary)).to.match(/On 1 September 2025 In Jean’s own words|On 1 September 2025 I miss the roses\./);
    expect(shown(summary)).to.match(/Who and what helped Eck \(Friend or neighbour\) drives/);
    expect(shown(summary)).to.match(/What we decided Keep going It works\./);
    for (const value of DECISIONS) expect(summary.t(`decision.${value}`)).to.not.include('decision.');
  });

  it('an earlier record of somebody else is not shown, and said', async () => {
    const heard = listen(document, ['tp-error']);
    const summary = await copyOf(fullRecord(), {
      previous: fullRecord({ id: 'r-0', subject: { id: 'eck-2' }, conversationAt: '2025-09-01' }),
    });
    expect(shown(summary)).to.not.include('2025');
    expect(heard.details<ErrorDetail>('tp-error').map(({ code }) => code)).to.deep.equal(['different-subjects']);
    said.take();
  });

  it('a mistake is struck through with its reason; a correction and a draft are said', async () => {
    const mistake = { reason: 'Said by Eck.', at };
    const summary = await copyOf(
      record({
        entries: [entry('digging', 'Digging', { narrative: [{ id: 's', text: 'Mine.', enteredInError: mistake }] })],
        amends: { recordId: 'r-0', reason: 'Eck, not Alec.', at },
      }),
    );
    expect(shown(summary)).to.match(/This is a draft\..*This corrects an earlier record: Eck, not Alec\./);
    expect(shown(summary)).to.match(/Entered in error: Said by Eck\. Mine\./);
    expect(getComputedStyle(within(summary, 'blockquote p')).textDecorationLine).to.equal('line-through');
    summary.record = fullRecord({ status: 'entered-in-error', enteredInError: mistake });
    await drawn(summary);
    expect(shown(summary)).to.include('Entered in error: Said by Eck.');
    expect(getComputedStyle(within(summary, '.words')).textDecorationLine).to.equal('line-through');
  });

  it('a translation stands under its original, each in its language', async () => {
    const summary = await copyOf(
      entryOf({
        narrative: [
          { id: 'en', text: 'We had a cat.', language: 'en', translationOf: 'gd' },
          { id: 'gd', text: 'Bha cat againn.', language: 'gd', saidBy: 'person' },
        ],
      }),
    );
    expect(shown(summary)).to.match(/In Jean’s own words Bha cat againn\. In English: We had a cat\./);
    expect(allWithin(summary, '.words').map((one) => one.lang)).to.deep.equal(['gd', 'en']);
  });

  it('says always whose a licensed scale and framework are', async () => {
    const summary = await copyOf(
      record({
        framework: { id: 'garden', version: '1', name: 'Garden', licenceNotice: 'Garden ©', attribution: 'By all' },
        scales: [licensed],
        entries: [
          entry('digging', 'Digging', {
            ratings: [
              rating({ scale: { id: licensed.id, version: '1' }, answer: { kind: 'answered', value: 'partly' } }),
            ],
          }),
        ],
      }),
    );
    expect(shown(summary))
      .to.match(/Partly.*By all.*Garden ©/)
      .and.to.include(NOTICE);
  });
});

describe('Who the copy is for', () => {
  const shared = fullRecord({
    entries: [
      entry('digging', 'Digging', {
        narrative: [
          { id: 'a', text: 'For me.', saidBy: 'person' },
          { id: 'b', text: 'For the worker.', sharing: [] },
          { id: 'c', text: 'For us all.', saidBy: 'person', sharing: ['person', 'family', 'agencies'] },
        ],
      }),
      entry('company', 'Company', { narrative: [{ id: 'd', text: 'For the worker too.', sharing: [] }] }),
    ],
  });

  it('the person does not see, and is not told of, what is the worker’s alone', async () => {
    const summary = await copyOf(shared);
    expect(shown(summary)).to.include('For me.').and.include('For us all.').and.not.include('worker');
    expect(shown(summary)).to.not.include('Company');
  });

  it('family and agencies see what was shared with them; more, where the host says what was agreed', async () => {
    const summary = await copyOf(shared, {}, '', 'audience="family"');
    expect(shown(summary)).to.include('This copy is for the family.').and.include('For us all.');
    expect(shown(summary)).to.not.include('For me.').and.not.include('At home');
    summary.agreed = 'person family';
    await drawn(summary);
    expect(shown(summary)).to.include('For me.').and.include('At home').and.not.include('For the worker');
    summary.audience = 'agencies';
    await drawn(summary);
    expect(shown(summary)).to.include('other agencies').and.not.include('For me.');
    summary.agreed = [];
    summary.audience = 'person';
    await drawn(summary);
    expect(shown(summary)).to.include('For us all.').and.not.include('For me.');
  });

  it('an audience that there is not sees nothing, and the page is told', async () => {
    const summary = await copyOf(shared, { audience: 'everybody' as 'person' });
    expect(shown(summary)).to.include('There is nothing in this copy.').and.not.include('For');
    expect(shown(summary)).to.not.include('summary.for').and.not.include('everybody');
    expect(said.take().join()).to.include('There is no audience “everybody”.');
  });
});

describe('The layouts of a copy', () => {
  it('large is larger; easy has one idea a line, easy names, and the pictures that the host brings', async () => {
    const talk = record({
      framework: { id: 'talking-points-community', version: '1', name: 'Talking Points' },
      entries: [
        entry('seeing-people', 'Seeing people', {
          outcomes: [
            {
              framework: 'talking-points-community',
              frameworkVersion: '1',
              id: 'seeing-people',
              name: 'Seeing people',
            },
          ],
          narrative: [{ id: 's', text: 'I miss the laughing. Eck drives. He is good.', saidBy: 'person' }],
        }),
      ],
    });
    const summary = await copyOf(talk, {}, '<img slot="picture-seeing-people" alt="">');
    const size = (): number => Number.parseFloat(getComputedStyle(within(summary, '.words')).fontSize);
    const normal = size();
    expect(allWithin(summary, '.words')).to.have.lengthOf(1);
    summary.layout = 'large';
    await drawn(summary);
    expect(summary.getAttribute('layout')).to.equal('large');
    expect(size()).to.be.greaterThan(normal);
    summary.layout = 'easy';
    await drawn(summary);
    expect(allWithin(summary, '.words').map(words)).to.deep.equal([
      'I miss the laughing.',
      'Eck drives.',
      'He is good.',
    ]);
    expect(headings(summary)).to.include('I see people');
    const picture = within(document.body, 'img').getBoundingClientRect();
    expect(picture.right).to.be.at.most(within(summary, '.words').getBoundingClientRect().left);
  });

  it('takes an easy name from the framework that the outcome is of, not from another with the same id', async () => {
    const talk = record({
      framework: { id: 'talking-points-community', version: '1', name: 'Talking Points' },
      entries: [
        entry('seeing-people', 'Seeing people', { narrative: [{ id: 's', text: 'Eck drives.', saidBy: 'person' }] }),
      ],
    });
    const summary = await copyOf(talk, { layout: 'easy' });
    expect(headings(summary)).to.include('Seeing people').and.not.include('I see people');
  });

  it('a letterhead above, and who to talk to below, where the host says so', async () => {
    const summary = await copyOf(fullRecord(), {}, '<b slot="letterhead">Strathmorn</b>');
    expect(headings(summary)).to.not.include('Who to talk to');
    summary.insertAdjacentHTML('beforeend', '<p slot="contact">Mairi</p>');
    await new Promise((changed) => setTimeout(changed));
    await drawn(summary);
    expect(headings(summary).at(-1)).to.equal('Who to talk to');
  });

  it('from right to left, short words stand on the side of the page, whatever their script', async () => {
    const page = await mount('<div dir="rtl"><tp-record-summary></tp-record-summary></div>');
    const summary = within<TpRecordSummary>(page, 'tp-record-summary');
    summary.record = fullRecord();
    await drawn(summary);
    const [edge, own] = [summary, within(summary, '.words bdi')].map((one) => one.getBoundingClientRect().right);
    expect(own).to.be.closeTo(edge ?? 0, 2);
  });

  it('headings begin where the page says', async () => {
    const summary = await copyOf(fullRecord(), {}, '', 'heading-level="1"');
    const levels = allWithin(summary, '[role=heading]').map((one) => one.ariaLevel);
    expect(levels.slice(0, 3)).to.deep.equal(['1', '2', '3']);
  });
});

describe('A copy of what cannot be read', () => {
  it('nothing, something broken, something newer: a plain sentence', async () => {
    const summary = await mount<TpRecordSummary>('<tp-record-summary></tp-record-summary>');
    expect(shown(summary)).to.equal('There is no record to show.');
    for (const broken of ['{"a"', '{"schemaVersion": "2.0"}', '[]']) {
      summary.record = broken;
      await drawn(summary);
      expect(shown(summary)).to.equal('This record cannot be shown.');
    }
    said.take();
    summary.record = JSON.stringify(fullRecord());
    await drawn(summary);
    expect(shown(summary)).to.include('What matters to Jean');
  });

  it('words are never markup, and long ones stay inside', async () => {
    const long = 'x'.repeat(3000);
    const summary = await copyOf(
      record({
        subject: { name: MARKUP },
        entries: [
          entry('digging', MARKUP, {
            narrative: [{ id: 's', text: MARKUP + long }],
            actions: [{ id: 'a', what: long }],
          }),
        ],
      }),
    );
    expect(shown(summary)).to.include('<script>');
    expect(allWithin(summary, 'img, script')).to.have.lengthOf(0);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
  });
});
