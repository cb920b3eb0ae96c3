import { expect } from '@open-wc/testing';
import type { TpRecordConflict } from '../../src/elements/record-conflict/record-conflict.js';
import type { ConflictSettleDetail, ErrorDetail } from '../../src/schema/events.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { outcomeRecord } from '../../src/schema/record.js';
import { base, mine, theirs } from '../../stories/support/conflict.js';
import { watchConsole } from './support/console.js';
import { fullRecord } from './support/data.js';
import { allWithin, button, drawn, hasButton, mount, shown, summary, within, words } from './support/dom.js';
import { expectGoodShape, listen, TP_EVENTS } from './support/events.js';
import { click, focused, press, tabTo } from './support/keyboard.js';

const said = watchConsole();

async function settling(
  given: Partial<Pick<TpRecordConflict, 'theirs' | 'mine' | 'base'>> = { theirs, mine, base },
): Promise<TpRecordConflict> {
  const element = await mount<TpRecordConflict>('<tp-record-conflict></tp-record-conflict>');
  Object.assign(element, given);
  await drawn(element);
  return element;
}

/** One question: its legend, and what each card says. */
const questions = (element: Element): readonly string[] =>
  allWithin(element, '.conflict > .group fieldset').map((one) => words(within(one, 'legend')));
const question = (element: Element, legend: string): HTMLElement => {
  const found = allWithin(element, 'fieldset').find((one) => words(within(one, 'legend')) === legend);
  if (!found) throw new Error(`Nothing is asked about "${legend}".`);
  return found;
};
const choose = async (element: TpRecordConflict, legend: string, card: 'theirs' | 'mine' | 'both'): Promise<void> => {
  await click(within(question(element, legend), `.${card} input`));
  await drawn(element);
};
const status = (element: Element): string => words(within(element, '[part=status]'));

describe('<tp-record-conflict>', () => {
  it('shows what both sides say, side by side, and chooses nothing for anybody', async () => {
    const element = await settling();
    expect(questions(element)).to.deep.equal(['Where?', 'What was said', 'How are things now? Jean’s view']);
    const asked = question(element, 'What was said');
    expect(words(within(asked, '.theirs')))
      .to.include('Stored by Mairi Campbell')
      .and.include('It is very quiet here.');
    expect(words(within(asked, '.mine')))
      .to.include('Yours')
      .and.include('the bus there and back');
    expect(allWithin(element, '.conflict > .group :checked')).to.have.lengthOf(0);
    expect(status(element)).to.equal('To choose: 3');
    expect(shown(element)).to.include('Stored by Mairi Campbell, 4 March 2026');
    const [theirBox, myBox] = ['.theirs', '.mine'].map((card) => within(asked, card).getBoundingClientRect());
    expect(theirBox?.top).to.equal(myBox?.top);
    expect(theirBox?.right).to.be.at.most(myBox?.left ?? 0);
  });

  it('stacks both sides where there is no room', async () => {
    const element = await settling();
    element.style.inlineSize = '320px';
    await drawn(element);
    const [theirBox, myBox] = ['.theirs', '.mine'].map((card) =>
      within(question(element, 'What was said'), card).getBoundingClientRect(),
    );
    expect(theirBox?.bottom).to.be.at.most(myBox?.top ?? 0);
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('shows nothing larger than what was said, but for what happened', async () => {
    const element = await settling();
    const sizes = new Map<number, string>();
    for (const one of allWithin(element, '.conflict *'))
      if (!one.matches('[part=title]')) sizes.set(parseFloat(getComputedStyle(one).fontSize), one.className);
    const said = within(element, '.words');
    expect(parseFloat(getComputedStyle(said).fontSize)).to.equal(Math.max(...sizes.keys()));
    expect(getComputedStyle(said).fontSize).to.not.equal(getComputedStyle(within(element, '.line.muted')).fontSize);
  });

  it('says whose the stored version is, and nothing of somebody else where it is the practitioner’s own', async () => {
    const other = await settling();
    expect(shown(other)).to.include('Stored by Mairi Campbell, 4 March 2026');
    const own = await settling({ theirs: { ...theirs, recordedBy: mine.recordedBy ?? {} }, mine, base });
    expect(shown(own)).to.include('Stored by you, 4 March 2026');
    expect(words(within(question(own, 'Where?'), '.theirs .side'))).to.equal('Stored already');
    expect(shown(own)).to.not.match(/somebody else|both of you|two of you|one of you|theirs/i);
    const recordedBy = { role: 'Social worker' };
    const nameless = await settling({ theirs: { ...theirs, recordedBy }, mine: { ...mine, recordedBy } });
    expect(shown(nameless)).to.include('Stored 4 March 2026').and.not.include('by you');
  });

  it('keeps words that are read the other way at the same edge as the name above them', async () => {
    const element = await settling();
    element.dir = 'rtl';
    await drawn(element);
    const edge = (part: Element): number => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return Math.max(...[...range.getClientRects()].map(({ right }) => right));
    };
    const card = within(question(element, 'Where?'), '.mine');
    expect(edge(within(card, '.line'))).to.be.closeTo(edge(within(card, '.side')), 2);
  });

  it('settles what was chosen, tells it once, and says what is not in it', async () => {
    const element = await settling();
    const heard = listen(document, [...TP_EVENTS, 'input', 'change']);
    await choose(element, 'Where?', 'theirs');
    await choose(element, 'What was said', 'both');
    await choose(element, 'How are things now? Jean’s view', 'mine');
    expect(status(element)).to.equal('Everything is chosen.');
    expect(heard.types).to.deep.equal([]);
    await click(button(element, 'Keep these and complete'));
    expect(heard.types).to.deep.equal(['tp-conflict-settle']);
    heard.events.forEach(expectGoodShape);
    const [{ record, dropped } = { record: theirs, dropped: [] }] =
      heard.details<ConflictSettleDetail>('tp-conflict-settle');
    expect(outcomeRecord.safeParse(record).success).to.equal(true);
    expect(record).to.include({ status: 'draft', id: mine.id, baseVersion: '"2"' });
    expect(record.amends?.recordId).to.equal(theirs.id);
    expect(record.conversation.place).to.equal('At Jean’s, in the kitchen');
    const [entry] = record.entries;
    expect(entry?.narrative?.slice(0, 2).map(({ text }) => text)).to.deep.equal([
      'I miss the laughing more than the bowling. It is very quiet here.',
      'I miss the laughing on a Tuesday, and the bus there and back.',
    ]);
    expect(entry?.ratings?.[0]?.label).to.equal('Most of the time');
    // What only one of them wrote.
    expect(entry?.actions?.at(-1)?.what).to.equal('Ask about the lunch club');
    expect(entry?.disagreement?.text).to.include('the postie counts');
    expect(dropped.map(({ side, part }) => [side, part])).to.deep.equal([
      ['mine', 'place'],
      ['theirs', 'ratings'],
    ]);
  });

  it('asks for what is not chosen, and leads there', async () => {
    const element = await settling();
    const heard = listen(element, ['tp-conflict-settle']);
    await choose(element, 'Where?', 'mine');
    await click(button(element, 'Keep these and complete'));
    await drawn(element);
    expect(heard.types).to.deep.equal([]);
    expect(allWithin(element, 'fieldset .error').map(words)).to.deep.equal(
      Array(2).fill('Please choose what to keep.'),
    );
    expect(focused()?.closest('fieldset')).to.equal(question(element, 'What was said'));
    expect(focused()?.getAttribute('aria-invalid')).to.equal('true');
    await choose(element, 'What was said', 'mine');
    expect(allWithin(question(element, 'What was said'), '.error, [aria-invalid]')).to.have.lengthOf(0);
  });

  it('is settled by keyboard alone', async () => {
    const element = await settling();
    const heard = listen(element, ['tp-conflict-settle']);
    element.focus();
    await drawn(element);
    expect(words(focused() ?? element)).to.equal('Another version of this conversation is stored by now');
    for (const legend of questions(element)) {
      await tabTo((active) => active.closest('fieldset') === question(element, legend));
      await press('Space');
      await press('ArrowDown');
      await drawn(element);
      expect(within(question(element, legend), ':checked').closest('.mine'), legend).not.to.equal(null);
    }
    await tabTo((active) => words(active) === 'Keep these and complete');
    await press('Enter');
    const [{ record } = { record: theirs }] = heard.details<ConflictSettleDetail>('tp-conflict-settle');
    expect(record.entries[0]?.ratings?.[0]?.label).to.equal('Most of the time');
  });

  it('answers a whole outcome at once, and leaves a rating to be chosen where both cannot be kept', async () => {
    const element = await settling();
    const name = theirs.entries[0]?.label ?? '';
    await click(button(element, `Both where it can be: ${name}`));
    await drawn(element);
    expect(status(element)).to.equal('To choose: 2');
    await click(button(element, `Yours for all: ${name}`));
    await drawn(element);
    expect(status(element)).to.equal('To choose: 1');
    expect(within(question(element, 'What was said'), ':checked').closest('.mine')).not.to.equal(null);
  });

  it('shows what was kept without asking, to be chosen otherwise', async () => {
    const element = await settling();
    await click(summary(element, 'Kept without asking: 2'));
    const step = question(element, 'Next steps');
    expect(words(within(step, '.theirs'))).to.include('Ask about the lunch club');
    expect(words(within(step, '.mine'))).to.include('Nothing is written here.');
    expect(within(step, ':checked').closest('.theirs')).not.to.equal(null);
    await choose(element, 'Next steps', 'mine');
    expect(element.result?.merged.entries[0]?.actions?.map(({ what }) => what)).not.to.include(
      'Ask about the lunch club',
    );
    expect(element.result?.dropped.at(-1)).to.deep.include({ side: 'theirs', part: 'actions' });
  });

  it('keeps what was chosen when the host holds yet another version, and asks only about what is new', async () => {
    const element = await settling();
    await choose(element, 'Where?', 'mine');
    await choose(element, 'What was said', 'both');
    const again: OutcomeRecord = {
      ...theirs,
      baseVersion: '"3"',
      conversation: { ...theirs.conversation, place: 'At the club' },
    };
    element.theirs = again;
    await drawn(element);
    expect(status(element)).to.equal('To choose: 2');
    expect(allWithin(question(element, 'Where?'), ':checked')).to.have.lengthOf(0);
    expect(within(question(element, 'What was said'), ':checked').closest('.both')).not.to.equal(null);
    expect(element.result?.merged.baseVersion).to.equal('"3"');
  });

  it('has nothing to ask where what both wrote fits together', async () => {
    const record = fullRecord();
    const element = await settling({ theirs: record, mine: { ...record, conversationAt: '2026-03-03' } });
    expect(shown(element)).to.include('There is nothing to choose.');
    expect(element.settle()).to.deep.include({ status: 'draft' });
  });

  it('says so where two versions differ in nothing that is shown as words', async () => {
    const record = fullRecord();
    const [entry] = record.entries;
    const statement = entry?.narrative?.[0];
    if (!entry || !statement) throw new Error('There are words.');
    const other = { ...record, entries: [{ ...entry, narrative: [{ ...statement, 'x-mark': 1 }] }] };
    const element = await settling({ theirs: record, mine: other as OutcomeRecord });
    expect(words(question(element, 'What was said'))).to.include('The words are the same.');
  });

  it('shows nothing of two different people, and says why', async () => {
    const heard = listen(document, ['tp-error']);
    const element = await settling({ theirs: { ...theirs, subject: { id: 'eck' } }, mine });
    expect(shown(element)).to.equal('These two versions cannot be shown side by side.');
    expect(element.result).to.equal(undefined);
    expect(element.settle()).to.equal(undefined);
    expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code: 'different-subjects' });
    said.take();
  });

  it('takes JSON in attributes, and waits for both', async () => {
    const element = await mount<TpRecordConflict>('<tp-record-conflict></tp-record-conflict>');
    element.setAttribute('theirs', JSON.stringify(theirs));
    await drawn(element);
    expect(shown(element)).to.equal('There is nothing to settle.');
    expect(hasButton(element, 'Keep these and complete')).to.equal(false);
    element.setAttribute('mine', JSON.stringify(mine));
    await drawn(element);
    expect(questions(element)).to.include('Where?');
  });
});
