import { mergeRecords } from '../../src/model/merge.js';
import type { MergeChoice, MergeDifference, MergeResult } from '../../src/model/merge-types.js';
import type { Action, Entry, OutcomeRecord, Rating, Statement } from '../../src/schema/record.js';

export const entry = (change: Partial<Entry> = {}, id = 'e-1'): Entry => ({
  id,
  label: 'Seeing people',
  outcomes: [{ framework: 'garden', frameworkVersion: '1', id: 'people', name: 'Seeing people' }],
  ...change,
});
export const record = (change: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: 'r-1',
  kind: 'assessment',
  status: 'draft',
  subject: { id: 'jean' },
  recordedAt: '2026-03-03T10:00:00Z',
  conversation: {},
  framework: { id: 'garden', version: '1', name: 'Garden' },
  scales: [],
  entries: [],
  ...change,
});
export const withEntry = (change: Partial<Entry>): OutcomeRecord => record({ entries: [entry(change)] });
export const said = (id: string, text: string, change: Partial<Statement> = {}): Statement => ({ id, text, ...change });
export const step = (id: string, what: string): Action => ({ id, what });
export const rated = (id: string, value: string, change: Partial<Rating> = {}): Rating => ({
  id,
  perspective: 'person',
  scale: { id: 'frequency-4', version: '1' },
  answer: { kind: 'answered', value },
  recordedAt: '2026-03-03T10:00:00Z',
  ...change,
});

export const keys = (list: readonly MergeDifference[]): readonly string[] => list.map(({ key }) => key);
export const merge = (
  theirs: OutcomeRecord,
  mine: OutcomeRecord,
  choices: Readonly<Record<string, MergeChoice>> = {},
  base?: OutcomeRecord,
): MergeResult => mergeRecords({ theirs, mine, choices, base, newId: () => 'new' });
export const first = ({ merged }: MergeResult): Entry => {
  const [only] = merged.entries;
  if (!only) throw new Error('There is an entry.');
  return only;
};
