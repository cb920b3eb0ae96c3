import { expect } from '@open-wc/testing';
import type { AnswerChangeDetail } from '../../src/schema/events.js';
import { applyPatch } from 'fast-json-patch';
import { watchConsole } from './support/console.js';
import { card, fullEntry } from './support/cards.js';
import { family, framework, scale } from './support/data.js';
import { allWithin, button, drawn, hasButton, labelled, mount, shown, until, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver } from './support/pause.js';

const said = watchConsole();

const SECTIONS = [
  'What is already working',
  'Who and what helps',
  'What gets in the way',
  'Next steps',
  'How much it matters',
  'What we see differently',
];

describe('<tp-outcome>', () => {
  it('begins with the person’s words, and everything under them folded', async () => {
    const outcome = await card('person-name="Jean"');
    expect(words(within(outcome, '[part=heading]'))).to.equal('Digging');
    expect(words(within(outcome, 'textarea').parentElement ?? outcome)).to.match(/^In Jean’s own words/);
    expect(allWithin(outcome, '.sections [aria-expanded=false]').map(words)).to.deep.equal(SECTIONS);
    expect(allWithin(outcome, '[aria-expanded=true], [part=section]')).to.deep.equal([]);
    expect(allWithin(outcome, ':checked:not(option)')).to.have.lengthOf(0);
    expect(outcome.matches(':state(empty)')).to.equal(true);
  });

  it('has an entry that names the outcome in the words of the day, before anything is drawn', () => {
    const outcome = document.createElement('tp-outcome');
    outcome.framework = framework({
      categories: [{ id: 'out', label: 'Outdoors' }],
      outcomes: [{ id: 'digging', name: 'Digging', category: 'out' }],
    });
    outcome.outcome = 'digging';
    expect(outcome.entry).to.deep.equal({
      id: outcome.entry.id,
      label: 'Digging',
      outcomes: [
        {
          framework: 'garden',
          frameworkVersion: '1',
          id: 'digging',
          name: 'Digging',
          category: { id: 'out', label: 'Outdoors' },
        },
      ],
    });
  });

  it('records words with their own id and the instant', async () => {
    const outcome = await card();
    await click(within(outcome, '#narrative-0'));
    await type('roses');
    const [statement] = outcome.entry.narrative ?? [];
    expect(statement?.text).to.equal('roses');
    expect(statement?.id).to.match(/^[0-9a-f-]{36}$/);
    expect(statement?.recordedAt).to.match(/^\d{4}-\d\d-\d\dT/);
    expect(outcome.matches(':state(empty)')).to.equal(false);
  });

  it('records a rating with its view, the scale’s version and the words on the screen', async () => {
    const outcome = await card();
    await click(labelled(outcome, 'Some of the time'));
    const [rating] = outcome.entry.ratings ?? [];
    expect(rating).to.deep.include({
      perspective: 'person',
      scale: { id: 'frequency-4', version: '1' },
      answer: { kind: 'answered', value: 'some' },
      label: 'Some of the time',
    });
    await click(button(outcome, 'Clear the answer'));
    expect(outcome.entry.ratings?.[0]?.answer).to.deep.equal({ kind: 'unanswered' });
    expect(outcome.entry.ratings?.[0]).to.not.have.property('label');
  });

  it('keeps a rating of 0 as 0', async () => {
    const outcome = await card('', undefined, 'company');
    await click(within(outcome, '.rating .option input'));
    expect(outcome.entry.ratings?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 0 });
  });

  it('takes a second view beside the first, none in another’s place', async () => {
    const outcome = await card('perspectives="person carer practitioner" person-name="Jean"');
    await click(labelled(outcome, 'Some of the time'));
    await click(button(outcome, 'Another view'));
    await click(button(outcome, 'The unpaid carer’s view'));
    await until(() => allWithin(outcome, '.rating').length === 2, 'the second view');
    const [, second] = allWithin(outcome, '.rating');
    if (!second) throw new Error('There are two views.');
    expect(words(within(second, 'legend'))).to.include('The unpaid carer’s view');
    await click(labelled(second, 'None of the time'));
    expect(outcome.entry.ratings?.map(({ perspective, answer }) => [perspective, answer])).to.deep.equal([
      ['person', { kind: 'answered', value: 'some' }],
      ['carer', { kind: 'answered', value: 'none' }],
    ]);
  });

  it('asks why only once there is an answer, and takes the reason out when it is emptied', async () => {
    const outcome = await card();
    expect(allWithin(outcome, '#why-person')).to.have.lengthOf(0);
    await click(labelled(outcome, 'Some of the time'));
    await drawn(outcome);
    await click(within(outcome, '#why-person'));
    await type('a');
    expect(outcome.entry.ratings?.[0]?.reason).to.equal('a');
    await press('Backspace');
    expect(outcome.entry.ratings?.[0]).to.not.have.property('reason');
  });

  it('records the wish, the intent, and takes them out again', async () => {
    const outcome = await card();
    await click(within(outcome, '#wish'));
    await type('b');
    await click(labelled(outcome, 'keep as it is'));
    expect(outcome.entry.personalOutcome).to.deep.equal({ text: 'b', intent: 'maintain' });
    await drawn(outcome);
    await click(button(outcome, 'Clear'));
    await click(within(outcome, '#wish'));
    await press('Backspace');
    expect(outcome.entry).to.not.have.property('personalOutcome');
  });

  for (const [title, list] of [
    ['What is already working', 'strengths'],
    ['What gets in the way', 'barriers'],
  ] as const)
    it(`records under “${title}”`, async () => {
      const outcome = await card();
      await click(button(outcome, title));
      await until(() => allWithin(outcome, `#${list}-0`).length === 1, 'the box');
      await click(within(outcome, `#${list}-0`));
      await type('a');
      expect(outcome.entry[list]?.[0]?.text).to.equal('a');
    });

  it('records who helps, next steps, how much it matters, what is seen differently and what matters most', async () => {
    const outcome = await card();
    for (const title of SECTIONS) await click(button(outcome, title));
    await drawn(outcome);
    await click(button(outcome, 'Family'));
    await drawn(outcome);
    await click(button(outcome, 'Something the person will do'));
    await drawn(outcome);
    const importance = allWithin(outcome, '[part=section]').find((one) => words(one).includes('How important is this'));
    if (!importance) throw new Error('Importance can be rated.');
    await click(within(importance, '.option:nth-child(10) input'));
    await click(within(outcome, '#disagreement'));
    await type('d');
    await click(labelled(outcome, 'Most important now'));
    expect(outcome.entry).to.deep.include({ mostImportant: true, disagreement: { between: [], text: 'd' } });
    expect(outcome.entry.contributors?.[0]).to.include({ kind: 'family', stage: 'planned' });
    expect(outcome.entry.actions?.[0]).to.include({ whoKind: 'person' });
    expect(outcome.entry.importance?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 10 });
    await click(labelled(outcome, 'Most important now'));
    expect(outcome.entry).to.not.have.property('mostImportant');
  });

  it('tells each change as a patch: a third party’s library gets the same entry', async () => {
    const outcome = await card('perspectives="person carer"', fullEntry());
    const before = structuredClone(outcome.entry) as object;
    const heard = listen(outcome, ['tp-answer-change']);
    await click(within(outcome, '#narrative-0'));
    await press('Control', 'End');
    await type('!');
    await click(labelled(outcome, 'All of the time'));
    await click(labelled(outcome, 'keep as it is'));
    await click(button(outcome, 'Remove Morag'));
    await drawn(outcome);
    await click(button(outcome, 'Clear the answer'));
    const patches = heard
      .details<AnswerChangeDetail>('tp-answer-change')
      .flatMap(({ patch }) => structuredClone(patch) ?? []);
    const after = applyPatch(before, patches as Parameters<typeof applyPatch>[1], true).newDocument;
    expect(after).to.deep.equal(outcome.entry);
    expect(heard.details<AnswerChangeDetail>('tp-answer-change').map(({ path }) => path.join('/'))).to.deep.equal([
      'digging/narrative/0',
      'digging/ratings/person',
      'digging/personalOutcome',
      'digging/contributors',
      'digging/ratings/person',
    ]);
  });

  it('tells words before the choice that came after them, once each', async () => {
    const outcome = await card();
    const heard = listen(outcome, ['tp-answer-change']);
    await click(within(outcome, '#wish'));
    await type('abc');
    labelled(outcome, 'All of the time').click();
    expect(heard.details<AnswerChangeDetail>('tp-answer-change').map(({ path }) => path[1])).to.deep.equal([
      'personalOutcome',
      'ratings',
    ]);
    await pauseOver();
    expect(heard.types).to.have.lengthOf(2);
  });

  it('says nothing when the host sets an entry, and shows it', async () => {
    const outcome = await card();
    const heard = listen(document, ['tp-answer-change', 'tp-before-answer-change', 'tp-record-change']);
    outcome.entry = fullEntry();
    await drawn(outcome);
    expect(within<HTMLTextAreaElement>(outcome, '#narrative-0').value).to.equal('I miss the roses.');
    expect(labelled(outcome, 'Some of the time').checked).to.equal(true);
    expect(hasButton(outcome, 'Remove Morag')).to.equal(true);
    outcome.entry = { ...fullEntry(), contributors: [{ ...family, who: 'Una' }] };
    await drawn(outcome);
    expect(hasButton(outcome, 'Remove Una')).to.equal(true);
    expect(heard.types).to.deep.equal([]);
  });

  it('read-only: all of it as text, and nothing that is empty', async () => {
    const outcome = await card('readonly person-name="Jean" locale="en-GB"', fullEntry());
    expect(allWithin(outcome, 'input,textarea,select,button,summary')).to.have.lengthOf(0);
    for (const text of [
      'I miss the roses.',
      'A small bed by the door · get there',
      'Some of the time',
      'She knows every plant.',
      'Morag (Family) : rings every day',
      'The step at the back door.',
      'Find a lift · Eck · 31 March 2026',
      'Morag thinks the step is too high.',
    ])
      expect(shown(outcome), text).to.include(text);
    expect(shown(outcome)).to.not.include('How much it matters');
  });

  it('shows a rating on a scale that is not to be had in the words of its day, and keeps it', async () => {
    const rating = {
      id: 'g-9',
      perspective: 'person',
      scale: { id: 'lost-scale', version: '7' },
      answer: { kind: 'answered', value: 3 },
      label: 'Quite often',
      recordedAt: '2020-01-01T00:00:00Z',
    } as const;
    const given = { ...fullEntry(), ratings: [rating] };
    const outcome = await card('', given);
    expect(shown(outcome)).to.include('Quite often');
    await click(labelled(outcome, 'Most important now'));
    expect(outcome.entry.ratings).to.deep.equal([rating]);
  });

  it('an entry marked as a mistake says so and why', async () => {
    const outcome = await card('', {
      ...fullEntry(),
      enteredInError: { reason: 'Wrong person', at: '2026-03-03T10:00:00Z' },
    });
    expect(shown(outcome)).to.include('Entered in error: Wrong person');
    expect(within<HTMLTextAreaElement>(outcome, '#narrative-0').value).to.equal('I miss the roses.');
  });

  it('takes a scale of its own, as an object or as JSON', async () => {
    const outcome = await mount<HTMLElementTagNameMap['tp-outcome']>(
      `<tp-outcome scale='${JSON.stringify(scale({ name: 'Own' }))}' framework="talking-points-community" outcome="seeing-people"></tp-outcome>`,
    );
    await click(labelled(outcome, 'Partly'));
    expect(outcome.entry.ratings?.[0]?.scale).to.deep.equal({ id: 'garden-3', version: '1' });
    expect(said.take()).to.deep.equal([]);
  });

  it('passes a worry on once, says so, and keeps nothing of it', async () => {
    const outcome = await card('', fullEntry());
    const heard = listen(document, ['tp-concern', 'tp-answer-change']);
    const before = outcome.entry;
    await click(button(outcome, 'More'));
    await click(button(outcome, 'I am worried about somebody’s safety'));
    await drawn(outcome);
    expect(heard.types).to.deep.equal(['tp-concern']);
    expect(words(within(outcome, '[part=more] [role=status]'))).to.include('This page has been told.');
    expect(outcome.entry).to.equal(before);
  });
});
