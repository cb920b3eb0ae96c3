import { expect } from '@open-wc/testing';
import { registerScale } from '../../src/scales/registry.js';
import type { Entry } from '../../src/schema/record.js';
import { card } from './support/cards.js';
import { entry as entryOf, scale } from './support/data.js';
import { allWithin, button, drawn, labelled, until, within, words } from './support/dom.js';
import { click, focused, press, type } from './support/keyboard.js';

const headings = (outcome: Element): readonly string[] =>
  allWithin(outcome, 'label')
    .map(words)
    .filter((text) => /words|said/i.test(text) && text !== 'Whose words?');

const withWords = (saidBy?: 'carer'): Entry =>
  entryOf('digging', 'Digging', {
    narrative: [{ id: 's-1', text: 'She misses the roses.', ...(saidBy && { saidBy }) }],
  });

describe('Whose words they are, in <tp-outcome>', () => {
  it('is what the heading of the empty box says, in the record too', async () => {
    const outcome = await card('person-name="Jean"');
    expect(headings(outcome)).to.deep.equal(['In Jean’s own words']);
    expect(allWithin(outcome, 'select')).to.have.lengthOf(0);
    await click(within(outcome, 'textarea'));
    await type('I miss the roses.');
    await drawn(outcome);
    expect(within<HTMLTextAreaElement>(outcome, 'textarea').value).to.equal('I miss the roses.');
    expect(outcome.entry.narrative?.[0]).to.include({ text: 'I miss the roses.', saidBy: 'person' });
    expect(labelled<HTMLSelectElement>(outcome, 'Whose words?').selectedOptions[0]?.text).to.equal('Jean');
  });

  it('is the first of the views that the host asks', async () => {
    const outcome = await card('perspectives="carer person"');
    expect(headings(outcome)).to.deep.equal(['Words of: Unpaid carer']);
    await click(within(outcome, 'textarea'));
    await type('a');
    expect(outcome.entry.narrative?.[0]?.saidBy).to.equal('carer');
  });

  it('can be chosen otherwise, and the heading follows', async () => {
    const outcome = await card('person-name="Jean"', withWords('carer'));
    expect(headings(outcome)[0]).to.equal('Words of: Unpaid carer');
  });

  it('is not claimed where the record does not say', async () => {
    const outcome = await card('person-name="Jean"', withWords());
    expect(headings(outcome)).to.deep.equal(['What was said']);
    await click(within(outcome, 'textarea'));
    await press('End');
    await type('!');
    expect(outcome.entry.narrative?.[0]).to.not.have.property('saidBy');
    outcome.readonly = true;
    await drawn(outcome);
    expect(words(within(outcome, 'dt'))).to.equal('What was said');
  });

  it('is asked of a second speaker, and not guessed', async () => {
    const outcome = await card('person-name="Jean"', withWords('carer'));
    await click(button(outcome, 'Add somebody else’s words'));
    await until(() => focused()?.matches('#narrative-1'), 'the focus in the new box');
    await type('b');
    expect(outcome.entry.narrative?.[1]).to.include({ text: 'b' });
    expect(outcome.entry.narrative?.[1]).to.not.have.property('saidBy');
  });
});

describe('The wish, in <tp-outcome>', () => {
  it('is asked about further once there is one, and the focus stays where it is', async () => {
    const outcome = await card();
    expect(allWithin(outcome, '.intent')).to.have.lengthOf(0);
    await click(within(outcome, '#wish'));
    await type('bowls');
    await drawn(outcome);
    expect(focused()?.id).to.equal('wish');
    expect(outcome.entry.personalOutcome).to.deep.equal({ text: 'bowls' });
    expect(allWithin(outcome, '.intent label').map(words)).to.have.lengthOf(4);
    expect(allWithin(outcome, ':checked:not(option)')).to.have.lengthOf(0);
  });

  it('keeps an intent that stands alone, and the focus when it is cleared', async () => {
    const outcome = await card('', entryOf('digging', 'Digging', { personalOutcome: { intent: 'maintain' } }));
    button(outcome, 'Clear').focus();
    await press('Enter');
    await drawn(outcome);
    expect(outcome.entry).to.not.have.property('personalOutcome');
    expect(focused()?.id).to.equal('wish');
  });
});

describe('An answer in <tp-outcome>', () => {
  const days = scale({ id: 'days', name: 'Days', question: 'On how many days?' });
  const answered = (version: string): Entry =>
    entryOf('digging', 'Digging', {
      ratings: [
        {
          id: 'r-1',
          perspective: 'person',
          scale: { id: 'days', version },
          answer: { kind: 'answered', value: days.points[0]?.value ?? 0 },
          label: 'Most days',
          recordedAt: '2025-03-03T14:05:00+00:00',
        },
      ],
    });

  it('stands under the question that it was given to, not under today’s', async () => {
    registerScale(days);
    for (const readonly of [true, false]) {
      const outcome = await card('person-name="Jean"', answered(days.version));
      outcome.readonly = readonly;
      await drawn(outcome);
      expect(words(within(outcome, '.rating dt, .rating legend'))).to.equal('On how many days? Jean’s view');
    }
  });

  it('on a version of the scale that nobody has any more is shown in the words of its day', async () => {
    const outcome = await card('scale="days" person-name="Jean"', answered('0.1'));
    expect(words(within(outcome, '.rating'))).to.equal('How are things now? Jean’s view Most days');
  });
});
