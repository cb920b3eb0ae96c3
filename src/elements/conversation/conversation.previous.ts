import { createRecord, type NewRecord } from '../../model/record.js';
import { startReview } from '../../model/review.js';
import { PREVIOUS_SHOWN, type PreviousShown } from '../../schema/codes.js';
import type { PatchOperation } from '../../schema/events.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { Earlier } from '../../base/earlier.js';

/** A new record: a review where there is something to look back at. */
export const beginRecord = (
  about: NewRecord & { readonly shown: PreviousShown },
  earlier: Earlier | undefined,
): OutcomeRecord => (earlier ? startReview(earlier.records, about) : createRecord(about));

const isNearer = (a: PreviousShown, b: PreviousShown): boolean => PREVIOUS_SHOWN.indexOf(a) < PREVIOUS_SHOWN.indexOf(b);

/**
 * What puts into a draft what it looks back at, and whether earlier answers were in sight, once something is recorded in it. Where they
 * were in sight for a time, they were in sight. A correction leaves what was looked back at as it was.
 */
export function previousPatch(record: OutcomeRecord, earlier: Earlier | undefined): readonly PatchOperation[] {
  if (!earlier || record.status !== 'draft' || record.amends) return [];
  const { previous } = record;
  const { shown, records } = earlier;
  if (previous)
    return isNearer(shown, previous.shown) ? [{ op: 'replace', path: '/previous/shown', value: shown }] : [];
  return [{ op: 'add', path: '/previous', value: { recordIds: records.map(({ id }) => id), shown } }];
}
