import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { compareRecords } from '../../src/model/compare.js';
import { isEmptyEntry } from '../../src/model/record.js';
import { reviewProgress, startReview } from '../../src/model/review.js';
import { parseRecord } from '../../src/schema/parse.js';
import { someRecord } from './compare-arbitraries.js';

const minutes = 60_000;
const options = { framework: talkingPointsCommunity, now: new Date('2026-09-01T14:00:00Z') };

describe('a review of any records', () => {
  it('is a valid record, holds nobody’s answers, and meets what it was started from', { timeout: 2 * minutes }, () => {
    fc.assert(
      fc.property(fc.array(someRecord, { maxLength: 4 }), (records) => {
        const before = structuredClone(records);
        const review = startReview(records, options);
        expect(records).toEqual(before);
        expect(parseRecord(review)).toEqual({ ok: true, value: review });
        for (const { actions, previous, ...rest } of review.entries) {
          expect(isEmptyEntry(rest)).toBe(true);
          expect(actions?.every(({ status }) => status === undefined) ?? true).toBe(true);
          const from = records.filter(({ id }) => id === previous?.recordId).flatMap(({ entries }) => entries);
          expect(from.map(({ id }) => id)).toContain(previous?.entryId);
        }
        const progress = reviewProgress(review, records);
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
        expect(progress.actions.some(({ goneThrough }) => goneThrough)).toBe(false);
        expect(
          progress.entries.every(
            ({ origin, discussed, decision }) => origin === 'carried' && !discussed && decision === null,
          ),
        ).toBe(true);
        for (const record of records)
          for (const { status, now: is } of compareRecords(record, review, { records }).outcomes)
            if (is) expect(['not-this-time', 'first-time', 'no-longer-matters']).toContain(status);
      }),
      { numRuns: 1000 },
    );
  });
});
