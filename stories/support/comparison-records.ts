import { findScale } from '../../src/scales/registry.js';
import type { Answer } from '../../src/model/answer.js';
import type { NotComparableReason, OutcomeStatus } from '../../src/model/compare-types.js';
import type { Intent, Perspective } from '../../src/schema/codes.js';
import type { Entry, OutcomeRecord, Participant, Rating } from '../../src/schema/record.js';
import type { RatingScale, ScaleValue } from '../../src/schema/scale.js';

/** What the comparisons of the catalogue are made of: invented scales, and Jean's record then and now. */

const reference = {
  framework: 'talking-points-community',
  frameworkVersion: '1',
  id: 'seeing-people',
  name: 'Seeing people',
  category: { id: 'quality-of-life', label: 'Quality of life' },
};

const shipped = (ref: string): RatingScale => {
  const scale = findScale(ref);
  if (!scale) throw new Error(`${ref} is not shipped`);
  return scale;
};
export const frequency = shipped('frequency-4@1');
export const met = shipped('met-3@1');
export const numeric = shipped('numeric-0-10@1');
export const goal = shipped('goal-attainment@1');

/** A newer wording of the same scale, which says so. */
export const reworded: RatingScale = {
  ...frequency,
  version: '2',
  name: 'Always to never',
  comparableWith: ['frequency-4@1'],
};
export const notReworded: RatingScale = { ...frequency, version: '3', name: 'Often to seldom' };
/** Too little, about right, too much: more is not better. */
export const enough: RatingScale = {
  id: 'strathmorn-enough',
  version: '1',
  name: 'Enough',
  kind: 'ordinal',
  points: [
    { value: 'little', ordinal: 0, label: 'Too little' },
    { value: 'right', ordinal: 1, label: 'About right' },
    { value: 'much', ordinal: 2, label: 'Too much' },
  ],
  direction: 'neither',
};
export const worry: RatingScale = { ...enough, id: 'strathmorn-worry', name: 'Worry', direction: 'lower-better' };
/** An invented instrument whose owner has found out how much is more than chance. */
export const tested: RatingScale = {
  ...numeric,
  id: 'strathmorn-tested',
  name: 'Strathmorn Ten',
  reliableChange: { atLeast: 3, source: 'Invented for this catalogue' },
};
export const statuses: RatingScale = {
  ...enough,
  id: 'strathmorn-status',
  name: 'Where it stands',
  kind: 'status',
  points: [
    { value: 'begun', label: 'Begun' },
    { value: 'there', label: 'There' },
    { value: 'stopped', label: 'Stopped' },
  ],
};

export interface Told extends Partial<Omit<Rating, 'answer' | 'scale'>> {
  readonly scale?: RatingScale;
  readonly answer?: Answer<ScaleValue>;
}

/** The person's view on the frequency scale, unless it says otherwise. */
export const view = (value: ScaleValue | undefined, { scale = frequency, ...rest }: Told = {}): Rating => {
  const perspective: Perspective = rest.perspective ?? 'person';
  const label = scale.points.find((point) => point.value === value)?.label;
  return {
    id: `rating-${perspective}${rest.participantId ?? ''}`,
    perspective,
    scale: { id: scale.id, version: scale.version },
    answer: value === undefined ? { kind: 'unanswered' } : { kind: 'answered', value },
    ...(label !== undefined && { label }),
    recordedAt: '2026-03-03T16:10:00+00:00',
    ...rest,
  };
};
export const carer = (value: ScaleValue, rest: Told = {}): Rating => view(value, { perspective: 'carer', ...rest });
export const declined: Answer<ScaleValue> = { kind: 'no-answer', reason: 'declined' };

export type Parts = Partial<Entry> & { readonly intent?: Intent };

interface Change extends Partial<OutcomeRecord> {
  readonly people?: readonly Participant[];
}

export const record = (
  when: 'then' | 'now',
  entries: readonly Parts[],
  { people, ...change }: Change = {},
): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: `record-${when}`,
  kind: when === 'then' ? 'plan' : 'review',
  status: 'completed',
  subject: { id: 'p-204', name: 'Jean' },
  conversationAt: when === 'then' ? '2026-03-03' : '2026-09-01',
  recordedAt: when === 'then' ? '2026-03-03T16:10:00+00:00' : '2026-09-01T15:00:00+01:00',
  conversation: people ? { participants: people } : {},
  framework: { id: 'talking-points-community', version: '1', name: 'Talking Points: people using services' },
  scales: [frequency, met, numeric, goal, reworded, notReworded, enough, worry, tested, statuses],
  entries: entries.map(({ intent, ...entry }, index) => ({
    id: `${when}-${index + 1}`,
    label: 'Seeing people',
    outcomes: [reference],
    narrative: [
      {
        id: `words-${when}-${index + 1}`,
        saidBy: 'person',
        text: when === 'then' ? 'I miss the laughing.' : 'Tuesdays are back. Eck picks me up.',
      },
    ],
    ...(intent && { personalOutcome: { text: 'To get back to the bowling club', intent, wordedBy: 'person' } }),
    ...entry,
  })),
  ...change,
});

/**
 * Then and now, case by case: what a comparison says, and where it says that nothing may be said. Each case is a test and a story. The people
 * and the scales are invented.
 */
export interface ComparisonCase {
  readonly name: string;
  readonly previous: OutcomeRecord;
  readonly current: OutcomeRecord;
  readonly expect: {
    /** What there is to say about the pair. */
    readonly problems?: readonly string[];
    /** Where the first outcome stands. */
    readonly status?: OutcomeStatus;
    /** Each view of the first outcome: whose, and the change in words (`better by 1, as-hoped`) or the reason why there is none. */
    readonly views: readonly string[];
  };
}

/** A case of one rating then and one now. */
export const pair = (
  name: string,
  then: Rating | readonly Rating[],
  now: Rating | readonly Rating[],
  views: string | readonly string[],
  { then: thenParts = {}, now: nowParts = {} }: { then?: Parts; now?: Parts } = {},
): ComparisonCase => ({
  name,
  previous: record('then', [{ ratings: [then].flat(), ...thenParts }]),
  current: record('now', [{ ratings: [now].flat(), ...nowParts }]),
  expect: { problems: [], status: 'compared', views: [views].flat() },
});

/** A view that nothing may be said about, and why. */
export const none = (reason: NotComparableReason, perspective: Perspective = 'person'): string =>
  `${perspective}: ${reason}`;
