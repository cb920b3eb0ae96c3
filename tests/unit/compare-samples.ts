import { compareRecords } from '../../src/model/compare.js';
import type { CompareOptions, OutcomeComparison } from '../../src/model/compare-types.js';
import { findScale } from '../../src/scales/registry.js';
import type { Entry, OutcomeRecord, OutcomeReference, Rating } from '../../src/schema/record.js';
import type { RatingScale } from '../../src/schema/scale.js';

export const at = '2026-03-03T16:10:00+00:00';
export const slip = { reason: 'A slip', at };
export const frequency = findScale('frequency-4@1') as RatingScale;

export const reference = (id: string, framework = 'f'): OutcomeReference => ({
  framework,
  frameworkVersion: '1',
  id,
  name: id,
});
export const entry = (id: string, parts: Partial<Entry> = {}): Entry => ({
  id,
  label: id,
  outcomes: [],
  narrative: [{ id: 's', text: `About ${id}` }],
  ...parts,
});
export const record = (id: string, entries: readonly Entry[], parts: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id,
  kind: 'review',
  status: 'completed',
  subject: { id: 'jean', name: 'Jean' },
  conversationAt: id === 'then' ? '2026-03-03' : '2026-09-02',
  recordedAt: at,
  conversation: {},
  framework: { id: 'f', version: '1', name: 'F' },
  scales: [frequency],
  entries,
  ...parts,
});
export const rating = (value: string | number, parts: Partial<Rating> = {}): Rating => ({
  id: 'r',
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value },
  recordedAt: at,
  ...parts,
});

export const compare = (
  thens: readonly Entry[],
  nows: readonly Entry[],
  options: CompareOptions = {},
  parts: Partial<OutcomeRecord> = {},
): readonly OutcomeComparison[] => compareRecords(record('then', thens), record('now', nows, parts), options).outcomes;
export const first = (outcomes: readonly OutcomeComparison[]): OutcomeComparison => {
  const [outcome] = outcomes;
  if (!outcome) throw new Error('There is no outcome');
  return outcome;
};
export const met = (outcomes: readonly OutcomeComparison[]): readonly unknown[] =>
  outcomes.map(({ then, now, matchedBy }) => [then?.entry.id ?? null, now?.entry.id ?? null, matchedBy]);
export const follows = (entryId: string, recordId = 'then'): Partial<Entry> => ({ previous: { recordId, entryId } });
