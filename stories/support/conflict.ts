import type { Entry, OutcomeRecord } from '../../src/schema/record.js';
import { MAIRI } from './people.js';
import { inMarch } from './reviewed.js';

/** Two workers who correct the conversation with Jean of March at the same time. Ids and times are fixed. */
const COLIN = { id: 'colin', name: 'Colin Reid', role: 'Social work assistant' };

const corrected = (id: string, by: typeof COLIN, at: string, change: Partial<OutcomeRecord>): OutcomeRecord => ({
  ...inMarch,
  id,
  recordedAt: at,
  recordedBy: by,
  amends: { recordId: inMarch.id, reason: 'Jean read it through', at, by },
  ...change,
});

/** The first outcome with other parts, and the others as they were. */
const withFirst = (change: (entry: Entry) => Partial<Entry>): readonly Entry[] =>
  inMarch.entries.map((entry, at) => (at === 0 ? { ...entry, ...change(entry) } : entry));

const reworded = (entry: Entry, text: string, value: string, label: string): Partial<Entry> => ({
  narrative: (entry.narrative ?? []).map((one, at) => (at === 0 ? { ...one, text } : one)),
  ratings: (entry.ratings ?? []).map((one, at) =>
    at === 0 ? { ...one, answer: { kind: 'answered' as const, value }, label } : one,
  ),
});

/** What the host holds by now. */
export const theirs: OutcomeRecord = corrected(
  '0199059e-9a00-7000-8000-0000000000a1',
  MAIRI,
  '2026-03-04T11:20:00+00:00',
  {
    status: 'completed',
    completedAt: '2026-03-04T11:25:00+00:00',
    baseVersion: '"2"',
    conversation: { ...inMarch.conversation, place: 'At Jean’s, in the kitchen' },
    entries: withFirst((entry) => ({
      ...reworded(
        entry,
        'I miss the laughing more than the bowling. It is very quiet here.',
        'none',
        'None of the time',
      ),
      actions: [...(entry.actions ?? []), { id: 'a-9', what: 'Ask about the lunch club', who: 'Mairi' }],
    })),
  },
);

/** What was to be stored. */
export const mine: OutcomeRecord = corrected(
  '0199059e-9a00-7000-8000-0000000000a2',
  COLIN,
  '2026-03-04T11:22:00+00:00',
  {
    baseVersion: '"1"',
    conversation: { ...inMarch.conversation, place: 'In Jean’s kitchen' },
    entries: withFirst((entry) => ({
      ...reworded(entry, 'I miss the laughing on a Tuesday, and the bus there and back.', 'most', 'Most of the time'),
      disagreement: {
        between: ['person', 'carer'],
        text: 'Fiona thinks Jean sees nobody. Jean says the postie counts.',
      },
    })),
  },
);

/** What both began with. */
export { inMarch as base } from './reviewed.js';
