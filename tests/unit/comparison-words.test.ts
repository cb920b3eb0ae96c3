import { describe, expect, it } from 'vitest';
import {
  sayAnswers,
  sayChange,
  sayDecision,
  sayElapsed,
  sayHelp,
  sayImportance,
  sayProblem,
  sayReason,
  saySpeaker,
  sayStatus,
  sayStep,
  saySteps,
  sayStepNow,
  sayWhose,
  type Saying,
} from '../../src/elements/review-comparison/fragments/comparison.words.js';
import { comparisonStrings, comparisonWords } from '../../src/elements/review-comparison/comparison.strings.js';
import { message } from '../../src/i18n/strings.js';
import { compareRecords } from '../../src/model/compare.js';
import { elapsedBetween } from '../../src/model/compare-time.js';
import {
  CAVEATS,
  CHANGE_DIRECTIONS,
  COMPARISON_PROBLEMS,
  NOT_COMPARABLE_REASONS,
  OUTCOME_STATUSES,
  type ViewComparison,
} from '../../src/model/compare-types.js';
import { DECISIONS } from '../../src/schema/codes.js';
import { comparisonCases } from '../../stories/support/comparison-cases.js';
import { inMarch, inSeptember } from '../../stories/support/reviewed.js';

/** As an element says it; a key without words would come back as the key. */
const saying = (locale = 'en-GB', name?: string): Saying => ({
  locale,
  name,
  t: (key, values = {}) => message(key, values, locale, undefined, comparisonWords),
});
const say = saying();
const jean = saying('en-GB', 'Jean');

/** A sentence that a person can read: no key, no code, nothing left to fill in. */
const isPlain = (sentence: string): boolean =>
  /^[A-Z“][^{}]*[.”]?$/.test(sentence) && !/comparison\.|[a-z]-[a-z]+-[a-z]/.test(sentence);

const caseOf = (name: string): ViewComparison => {
  const found = comparisonCases.find((one) => one.name === name);
  const view = found && compareRecords(found.previous, found.current).outcomes[0]?.views[0];
  if (!view) throw new Error(`There is no case “${name}”.`);
  return view;
};
const wordsOf = (name: string, intent: Parameters<typeof sayChange>[2] = null): string => {
  const { change, hope, why, notes } = sayChange(jean, caseOf(name), intent);
  return [change, hope, why, ...notes].filter(Boolean).join(' | ');
};

describe('every code of the model has its words', () => {
  it.each(NOT_COMPARABLE_REASONS)('why no change is said: %s', (reason) => {
    expect(comparisonWords).toHaveProperty([`comparison.why.${reason}`]);
    expect(sayReason(say, reason)).toSatisfy(isPlain);
    expect(sayReason(say, reason).endsWith('.')).toBe(true);
  });

  it.each(COMPARISON_PROBLEMS)('what there is to say about the pair: %s', (code) => {
    const pair = compareRecords(inMarch, inSeptember);
    const sentence = sayProblem(say, { code, side: 'then' }, pair);
    expect(comparisonWords).toHaveProperty([`comparison.problem.${code}`]);
    expect(sentence).toSatisfy(isPlain);
    expect(sentence.endsWith('.')).toBe(true);
  });

  it('says no two reasons and no two problems alike', () => {
    const pair = compareRecords(inMarch, inSeptember);
    const sentences = [
      ...NOT_COMPARABLE_REASONS.map((reason) => sayReason(say, reason)),
      ...COMPARISON_PROBLEMS.map((code) => sayProblem(say, { code, side: null }, pair)),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('caveats, statuses, decisions, directions', () => {
    for (const caveat of CAVEATS) expect(comparisonWords).toHaveProperty([`comparison.caveat.${caveat}`]);
    for (const decision of DECISIONS) expect(sayDecision(say, decision)).toSatisfy(isPlain);
    for (const status of OUTCOME_STATUSES)
      expect(sayStatus(say, status)).toSatisfy((said: string | null) =>
        status === 'compared' ? said === null : said !== null && isPlain(said),
      );
    const view = caseOf('The same');
    if (!view.comparable) throw new Error('It is comparable.');
    for (const direction of CHANGE_DIRECTIONS) {
      const said = sayChange(say, { ...view, change: { ...view.change, direction, steps: 2 } }).change;
      expect(said).toSatisfy(isPlain);
    }
  });

  it('never says a score, a percentage or a share', () => {
    for (const sentence of Object.values(comparisonStrings)) expect(sentence).not.toMatch(/%|\bscore|out of|improve/i);
  });
});

describe('a change in words', () => {
  it.each([
    ['Better on a scale where higher is better', 'A little better'],
    ['Worse on it', 'Worse, by three steps'],
    ['The same', 'The same'],
    ['Nought is an answer', 'Better, by four steps'],
    // One of two steps is no little thing.
    ['Better where lower is better', 'Better, by one step'],
    ['Neither way is better', 'Moved two steps towards “Too much”. Neither end is better.'],
    [
      'A small change is not called reliable',
      'Better, by two steps | A change this small may be chance, by the scale’s own rule: Invented for this catalogue',
    ],
    [
      'A change that the scale’s owner calls reliable',
      'Better, by three steps | This is more than chance, by the scale’s own rule: Invented for this catalogue',
    ],
    ['Another scale', 'Not compared: there were other answers to choose from then.'],
  ])('%s: %s', (name, expected) => {
    expect(wordsOf(name)).toBe(expected);
  });

  it.each([
    ['To get there: better is as hoped', 'achieve', 'Better, by two steps | As hoped'],
    ['To keep it: the same is as hoped', 'maintain', 'The same | Kept, as hoped'],
    ['To slow it down: the same is as hoped', 'slow-decline', 'The same | Kept, as hoped'],
    [
      'To slow it down: one step down may be as hoped',
      'slow-decline',
      'A little worse | The hope was to slow this down, so this may be as hoped',
    ],
  ] as const)('%s (%s): %s', (name, intent, expected) => {
    expect(wordsOf(name, intent)).toBe(expected);
  });

  it('has words for each of the cases, and a change or a reason, never both', () => {
    for (const { name, previous, current } of comparisonCases)
      for (const { views, intent } of compareRecords(previous, current).outcomes)
        for (const view of views) {
          const { change, why } = sayChange(jean, view, intent);
          expect([name, (change === null) !== (why === null)]).toEqual([name, true]);
          expect([name, why ?? change]).toSatisfy(([, said]: [string, string]) => isPlain(said));
        }
  });

  it('names both answers, and says steps without numbers', () => {
    expect(sayAnswers(say, caseOf('The same'))).toBe('from “Some of the time” to “Some of the time”');
    expect(sayAnswers(say, caseOf('A value that is not on the scale'))).toBe(
      'from “Recorded as “often”” to “Most of the time”',
    );
    expect([1, 2, 10, 11, 4000].map((steps) => saySteps(say, steps))).toEqual([
      'one step',
      'two steps',
      'ten steps',
      'more than ten steps',
      'more than ten steps',
    ]);
  });

  it('says of importance that it matters more or less, which is neither better nor worse', () => {
    const importance = compareRecords(inMarch, inSeptember).outcomes[0]?.importance[0];
    expect(importance && sayImportance(say, importance)).toBe('Matters more than then');
    expect(importance && sayImportance(say, caseOf('No answer now'))).toBe('Not compared: there is no answer now.');
  });
});

describe('time, people, help and steps in words', () => {
  it.each([
    ['2026-03-03', '2026-03-03', 'the same day'],
    ['2026-03-03', '2026-03-04', '1 day'],
    ['2026-03-03', '2026-04-02', '30 days'],
    ['2026-03-03', '2026-09-03', '6 months'],
    ['2026-03-03', '2026-09-01', 'about 6 months'],
    ['2024-03-03', '2026-04-03', '2 years and 1 month'],
    ['2024-03-03', '2026-03-03', '2 years'],
    ['2026-02-30', '2026-03-03', ''],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(sayElapsed(say, elapsedBetween(from, to))).toBe(expected);
  });

  it('says the time in the language in use, and in English where the language is none', () => {
    expect(sayElapsed(saying('pl'), elapsedBetween('2026-03-03', '2026-08-03'))).toBe('5 miesięcy');
    expect(sayElapsed(saying('not a language'), elapsedBetween('2026-03-03', '2026-08-03'))).toBe('5 months');
  });

  it('says whose view it is, and both names where two people gave it', () => {
    const [fiona, alec] = ['Fiona', 'Alec'].map((name) => ({ id: name, role: 'unpaid-carer' as const, name }));
    expect(sayWhose(say, 'person')).toBe('The person’s view');
    expect(sayWhose(jean, 'person')).toBe('Jean’s view');
    expect(sayWhose(jean, 'carer', fiona, fiona)).toBe('The unpaid carer’s view (Fiona)');
    expect(sayWhose(jean, 'carer', fiona, alec)).toBe('The unpaid carer’s view (Fiona, then Alec)');
    expect(sayWhose(jean, 'carer', null, undefined)).toBe('The unpaid carer’s view');
  });

  it('says who said it', () => {
    const participants = [{ id: 'p', role: 'unpaid-carer' as const, name: 'Fiona' }];
    const statement = { id: 's', text: 'Words' };
    expect(saySpeaker(jean, { ...statement, saidBy: 'person' })).toBe('Jean said');
    expect(saySpeaker(say, { ...statement, saidBy: 'person' })).toBe('The person said');
    expect(saySpeaker(jean, { ...statement, saidBy: 'carer' })).toBe('Unpaid carer said');
    expect(saySpeaker(jean, { ...statement, saidBy: 'carer', participantId: 'p' }, participants)).toBe(
      'Fiona (Unpaid carer) said',
    );
    expect(saySpeaker(jean, { ...statement, participantId: 'p' }, participants)).toBe('Fiona said');
    expect(saySpeaker(jean, statement)).toBe('What was said');
  });

  it('says who helped, and how', () => {
    const [outcome] = compareRecords(inMarch, inSeptember).outcomes;
    expect(outcome?.helped.map((helper) => sayHelp(jean, helper))).toEqual([
      'Jean: phoned Eck herself',
      'Eck (Friend or neighbour): drives her every week',
      'The community bus (Service): when Eck is away',
    ]);
    expect(sayHelp(say, { id: 'c', kind: 'person' })).toBe('The person');
    expect(sayHelp(say, { id: 'c', kind: 'equipment' })).toBe('Equipment');
  });

  it('says the next steps that were agreed, and how they went', () => {
    const [outcome] = compareRecords(inMarch, inSeptember).outcomes;
    expect(outcome?.actions.map(({ then, now }) => sayStep(jean, then ?? now ?? { id: '', what: '' }))).toEqual([
      'Phone Eck about a lift (Jean, by 10 March 2026)',
      'Ask about the steps at the club (Mairi, by 17 March 2026)',
      'Find somebody for the Tuesdays when Eck is away (Mairi, by 15 September 2026)',
    ]);
    expect(outcome?.actions.map((step) => sayStepNow(jean, step))).toEqual(['Done', 'Not yet', 'New']);
    const step = { id: 'a', what: 'Look at the garden' };
    expect(sayStep(say, step)).toBe('Look at the garden');
    expect(sayStep(say, { ...step, by: '2026-03-10' })).toBe('Look at the garden (by 10 March 2026)');
    expect(sayStep(say, { ...step, whoKind: 'person' })).toBe('Look at the garden (the person)');
    const gone = { id: 'a', then: step, now: null, goneThrough: false };
    expect(sayStepNow(say, gone)).toBe('Not gone through this time');
    expect(sayStepNow(say, { ...gone, then: { ...step, status: 'done' } })).toBe('Done');
  });
});
