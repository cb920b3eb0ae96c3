import { describe, expect, it } from 'vitest';
import { isAudience, shareAll } from '../../src/base/audience.js';
import { entryOf, rate, recordOf } from '../../stories/support/reviews.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import type { Audience } from '../../src/schema/codes.js';
import { compareRecords } from '../../src/model/compare.js';
import type { Entry, OutcomeRecord } from '../../src/schema/record.js';

const day = '2026-01-01';
const own = (id: string, label: string): Entry => ({
  id,
  label,
  outcomes: [],
  narrative: [{ id: 's', text: 'For the family', sharing: ['family'] }],
});
const record = recordOf(day, [
  entryOf('seeing-people', day, [{ ...rate(day, 'practitioner', frequency4, 'none'), sharing: [] }], {
    narrative: [{ id: 's', text: 'For Jean' }],
  }),
  own('o-1', 'A secret wish'),
  own('o-2', 'Another one'),
]);
const later = recordOf('2026-06-01', [own('o-3', 'another one.')]);
const labels = (audience: Audience | undefined, agreed?: string): readonly string[] =>
  shareAll([record, later], { audience, agreed }, 'Something that matters').flatMap(({ entries }) =>
    entries.map(({ label }) => label),
  );

describe('records for an audience', () => {
  it('are the records themselves where none is named', () => {
    expect(shareAll([record], { audience: undefined, agreed: undefined }, '')).toEqual([record]);
  });

  it('hold what that audience may see, and no private answer', () => {
    const [copy] = shareAll([record], { audience: 'person', agreed: undefined }, '');
    expect(copy?.entries[0]).toMatchObject({ narrative: [{ text: 'For Jean' }] });
    expect(copy?.entries[0]?.ratings).toBeUndefined();
  });

  it('keep apart what has no name for this audience, and the same the same over time', () => {
    expect(labels('family')).toEqual([
      'Something that matters',
      'Something that matters (2)',
      'Something that matters (2)',
    ]);
    expect(labels('family', 'person family')).toEqual([
      'Seeing people',
      'A secret wish',
      'Another one',
      'another one.',
    ]);
  });

  it('still say whose they are, so that nobody’s answers stand beside somebody else’s', () => {
    const about = (id: string, name: string): OutcomeRecord => ({
      ...record,
      id,
      subject: { id, name },
      sharing: ['person'],
    });
    const copies = shareAll(
      [about('p-1', 'Jean'), about('p-2', 'Wullie')],
      { audience: 'family', agreed: undefined },
      '',
    );
    expect(copies.map(({ subject }) => subject)).toEqual([
      { id: 'p-1', name: 'Jean' },
      { id: 'p-2', name: 'Wullie' },
    ]);
    const [jean, wullie] = copies;
    if (!jean || !wullie) throw new Error('There are two.');
    expect(compareRecords(jean, wullie, {}).sameSubject).toBe(false);
  });

  it('are empty for an audience that there is not', () => {
    expect(isAudience('everybody')).toBe(false);
    expect(labels('everybody' as Audience)).toEqual([]);
  });
});
