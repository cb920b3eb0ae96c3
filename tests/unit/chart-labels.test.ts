import { describe, expect, it } from 'vitest';
import { entryOf, rate, recordOf } from '../../stories/support/reviews.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import type { Entry, OutcomeRecord, Rating } from '../../src/schema/record.js';
import { joined } from '../../src/elements/chart/fragments/paint.js';
import type { Shape } from '../../src/elements/chart/fragments/shapes.js';
import { answerOf, follow, wordsOf } from '../../src/elements/chart/fragments/data.js';
import { timelinesOf } from './chart-pictures.js';

const day = '2026-01-01';
const who = 'Moira MacDonald-Fraser, her niece in Portree';

const record = (entries: readonly Entry[]): OutcomeRecord =>
  recordOf(day, entries, { conversation: { participants: [{ id: 'p-9', role: 'unpaid-carer', name: who }] } });
const byNiece: Rating = rate(day, 'carer', frequency4, 'some', 'p-9');

describe('a long name', () => {
  it.each([
    ['above a narrow timeline', 280],
    ['at the end of its line', 760],
  ])('stands whole %s, in several lines', (_where, width) => {
    const [drawing] = timelinesOf([record([entryOf('seeing-people', day, [byNiece])])], { width, em: 16, rtl: false });
    const texts = (drawing?.picture.shapes ?? []).flatMap((shape) => ('text' in shape ? shape.text : []));
    const said = texts.join(' ').replaceAll('- ', '-');
    expect(said).toContain(`Unpaid carer (${who})`);
    expect(texts.every((text) => !text.endsWith('…'))).toBe(true);
  });
});

describe('what is kept to the worker', () => {
  const kept: Rating = {
    ...byNiece,
    sharing: [],
    label: 'A SECRET',
    levels: [{ value: 'some', text: 'A SECRET' }],
  };
  const entry = entryOf('seeing-people', day, [kept], {
    narrative: [
      { id: 's-1', text: 'A SECRET', sharing: [] },
      { id: 's-2', text: 'A SECRET, translated', translationOf: 's-1' },
      { id: 's-3', text: 'Said to everybody' },
    ],
  });
  const outcome = follow([record([entry])], undefined).outcomes.find(({ isRecorded }) => isRecorded);
  const point = outcome?.trajectory().points[0];

  it('is in no chart, nor is its translation', () => {
    expect(point && wordsOf(point).map(({ text }) => text)).toEqual(['Said to everybody']);
  });

  it('has its place on the scale, and not its own wording', () => {
    const say = { t: (key: string) => key, person: undefined, date: (one: string) => one };
    const [view] = point?.views ?? [];
    expect(view && answerOf(say, view)).toBe('Some of the time');
  });
});

describe('what the person named in their own words', () => {
  it('is one outcome, however it was written', () => {
    const own = (id: string, label: string): Entry => ({ id, label, outcomes: [], ratings: [] });
    const first = recordOf('2025-01-01', [own('a', 'The garden')]);
    const second = recordOf('2026-01-01', [own('b', 'the  Garden.')]);
    expect(follow([first, second], undefined).outcomes.map(({ label }) => label)).toEqual(['the  Garden.']);
  });
});

describe('shapes for the page', () => {
  it('are as few as they have looks, with nothing lost and words on top of the lines', () => {
    const shapes: readonly Shape[] = [
      { d: 'M0 0L1 0', ink: 'line', width: 1 },
      { x: 0, y: 0, text: 'All', size: 14 },
      { d: 'M0 9L1 9', ink: 'line', width: 1 },
      { d: 'M0 5L9 5', ink: 's0', width: 2, dash: '4 4' },
    ];
    expect(joined(shapes)).toEqual([
      { d: 'M0 0L1 0M0 9L1 9', ink: 'line', width: 1 },
      { x: 0, y: 0, text: 'All', size: 14 },
      { d: 'M0 5L9 5', ink: 's0', width: 2, dash: '4 4' },
    ]);
    expect(shapes[0]).toEqual({ d: 'M0 0L1 0', ink: 'line', width: 1 });
  });
});
