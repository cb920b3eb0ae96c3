import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { change5 } from '../../src/scales/change-5.js';
import { frequency4 } from '../../src/scales/frequency-4.js';
import { numeric0To10 } from '../../src/scales/numeric-0-10.js';
import type { Decision } from '../../src/schema/codes.js';
import type { Entry, OutcomeRecord, Rating } from '../../src/schema/record.js';
import type { RatingScale, ScaleValue } from '../../src/schema/scale.js';

/**
 * Jean, who is invented, over two and a half years: a first conversation and four reviews. Her daughter's view of one outcome changes its scale
 * in the middle, once Jean would rather not say, and once an outcome is not talked about.
 */
const days = ['2024-03-03', '2024-09-01', '2025-03-14', '2025-11-20', '2026-09-01'];

const words = [
  'I miss the laughing more than the bowling.',
  'Fiona comes on a Saturday.',
  'Eck gave me a lift last week.',
  'I was not well, and it is a long stair.',
  'Tuesdays are back. Eck picks me up.',
];

/** How much of the time, at each conversation. `null`: she would rather not say. */
const answers: Readonly<Record<string, readonly (ScaleValue | null)[]>> = {
  'feeling-safe': ['most', 'most', 'most', 'most', 'most'],
  'having-things-to-do': ['none', 'some', 'some', 'most', 'most'],
  'seeing-people': ['some', 'some', 'most', null, 'all'],
  'staying-well': ['most', 'some', null, 'some', 'none'],
  'living-where-you-want': ['all', 'all', 'all', 'all', 'all'],
  'listened-to': [null, 'some', 'most', 'most', 'all'],
};

const senses = ['', 'same', 'better', 'worse', 'much-better'];
const decisions: readonly (Decision | '')[] = ['', 'continue', 'continue', 'change', 'keep-going'];

export function rate(
  day: string,
  perspective: Rating['perspective'],
  scale: RatingScale,
  value: ScaleValue | null,
  participantId?: string,
): Rating {
  const label = scale.points.find((point) => point.value === value)?.label;
  return {
    id: `${perspective}-${scale.id}`,
    perspective,
    ...(participantId !== undefined && { participantId }),
    scale: { id: scale.id, version: scale.version },
    answer: value === null ? { kind: 'no-answer', reason: 'declined' } : { kind: 'answered', value },
    ...(label !== undefined && { label }),
    recordedAt: `${day}T16:10:00+00:00`,
  };
}

/** The daughter's view of “Seeing people”: how much of the time at first, nought to ten later. */
const fiona = (day: string, review: number): Rating =>
  review < 3
    ? rate(day, 'carer', frequency4, ['none', 'none', 'some'][review] ?? null, 'p-2')
    : rate(day, 'carer', numeric0To10, review === 3 ? 4 : 7, 'p-2');

export const outcomeNames = Object.keys(answers);

export function entryOf(id: string, day: string, ratings: readonly Rating[], more: Partial<Entry> = {}): Entry {
  const name = talkingPointsCommunity.outcomes.find((outcome) => outcome.id === id)?.name ?? id;
  return {
    id: `e-${id}-${day}`,
    label: name,
    outcomes: [{ framework: talkingPointsCommunity.id, frameworkVersion: '1', id, name }],
    ratings,
    ...more,
  };
}

export function recordOf(day: string, entries: readonly Entry[], more: Partial<OutcomeRecord> = {}): OutcomeRecord {
  const { id, version, name } = talkingPointsCommunity;
  return {
    schemaVersion: '1.0',
    id: `r-${day}`,
    kind: 'review',
    status: 'completed',
    subject: { id: 'jean', name: 'Jean' },
    conversationAt: day,
    recordedAt: `${day}T16:10:00+00:00`,
    conversation: {
      participants: [
        { id: 'p-1', role: 'person', name: 'Jean' },
        { id: 'p-2', role: 'unpaid-carer', name: 'Fiona' },
      ],
    },
    framework: { id, version, name },
    scales: [frequency4, numeric0To10, change5],
    entries,
    ...more,
  };
}

export const reviews: readonly OutcomeRecord[] = days.map((day, review) =>
  recordOf(
    day,
    Object.entries(answers).flatMap(([id, values]) => {
      const isPeople = id === 'seeing-people';
      // Nobody talked about it that day.
      if (id === 'having-things-to-do' && review === 1) return [];
      const [sense, decision] = [senses[review], decisions[review]];
      return entryOf(
        id,
        day,
        [rate(day, 'person', frequency4, values[review] ?? null), ...(isPeople ? [fiona(day, review)] : [])],
        {
          ...(isPeople && { narrative: [{ id: 's-1', text: words[review] ?? '', saidBy: 'person' as const }] }),
          ...(isPeople && sense ? { change: [rate(day, 'person', change5, sense)] } : {}),
          ...(isPeople && decision ? { decision: { value: decision } } : {}),
        },
      );
    }),
    review === 0 ? { kind: 'assessment' } : {},
  ),
);
