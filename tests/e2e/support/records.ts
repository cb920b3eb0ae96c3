import { talkingPointsCommunity } from '../../../src/frameworks/talking-points-community.js';
import { newId } from '../../../src/model/ids.js';
import { amendRecord, completeRecord, createEntry, createRecord } from '../../../src/model/record.js';
import type { OutcomeRecord } from '../../../src/schema/record.js';

const now = new Date('2026-11-20T14:05:00Z');

/** A completed record of words alone, made with the library's own model. */
export function conversationWith(personId: string, words: string): OutcomeRecord {
  const draft = createRecord({ framework: talkingPointsCommunity, subject: { id: personId, name: 'Jean' }, now });
  const entry = { ...createEntry('Something that matters'), narrative: [{ id: newId(), text: words }] };
  return completeRecord({ ...draft, entries: [entry] }, now);
}

/** A completed correction of a stored record. */
export function correctionOf(record: OutcomeRecord, words: string): OutcomeRecord {
  const amended = amendRecord(record, { reason: 'A name was wrong.', now });
  const entries = record.entries.map((entry) => ({ ...entry, narrative: [{ id: newId(), text: words }] }));
  return completeRecord({ ...amended, entries }, now);
}
