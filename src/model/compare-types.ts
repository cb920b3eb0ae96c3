import type { Decision, Intent, Perspective, RecordKind, RecordStatus } from '../schema/codes.js';
import type { OutcomeFramework } from '../schema/framework.js';
import type {
  Action,
  Contributor,
  Disagreement,
  Entry,
  OutcomeRecord,
  OutcomeReference,
  Participant,
  PersonalOutcome,
  Rating,
  Statement,
} from '../schema/record.js';
import type { RatingScale, ScalePoint } from '../schema/scale.js';

/**
 * What `compareRecords`, `trajectory` and the review functions hand back: plain JSON data, in which what is not there is `null`. Parts of the
 * records (entries, ratings, statements) are the records' own objects, not copies: read them, do not change them. Nothing here is a
 * percentage, an average, a total or a verdict on a person.
 */

/**
 * Why no change is said between two answers. The first that applies, in this order. Source: the pitfalls in reading ratings (who rated, on
 * which version of which scale, missing is not zero, no change without a baseline).
 */
export const NOT_COMPARABLE_REASONS = [
  /** The records are about two people. */
  'different-subjects',
  /** It is one conversation twice: the same record, or one amends the other. */
  'same-conversation',
  /** The record, the entry or the rating was entered in error, then or now. */
  'entered-in-error',
  /** Views were given then and now, but nobody's view was given both times. */
  'perspective',
  /** First time recorded: this view was not given then. */
  'missing-baseline',
  /** This view was not asked for now. */
  'not-asked-now',
  /** Asked then, with a reason for no answer. */
  'no-answer-then',
  /** Asked now, with a reason for no answer. */
  'no-answer-now',
  /** Asked both times, with a reason for no answer each time. */
  'no-answer-both',
  /** The same perspective, but another person (two carers, two practitioners). */
  'different-people',
  /** Two scales, and neither says that it is comparable with the other. */
  'scale',
  /** Two versions of a scale, and neither says that it is comparable with the other. */
  'scale-version',
  /** Neither the records nor `findScale` hold the scale: its labels are shown, its order is not known. */
  'scale-unknown',
  /** The scale's points are in no order: codes of a status without ordinals, or only some with one. */
  'scale-unordered',
  /** The records hold the scale under one id and version, or as comparable, but not with the same order. */
  'scales-disagree',
  /** A recorded value is not on its scale. */
  'off-scale',
  /** Goal attainment, with levels that were worded otherwise then. */
  'levels-differ',
  /** Goal attainment without levels of its own, and what the person wants was worded otherwise then. */
  'goal-differs',
] as const;
export type NotComparableReason = (typeof NOT_COMPARABLE_REASONS)[number];

/** Which way an answer went, by the scale's own rule (or the outcome's, where the framework gives it one). `higher` and `lower`: neither way is better. */
export const CHANGE_DIRECTIONS = ['better', 'same', 'worse', 'higher', 'lower'] as const;
export type ChangeDirection = (typeof CHANGE_DIRECTIONS)[number];

/**
 * How a change reads beside what was hoped for. `may-be-as-hoped`: one step down where the aim was to slow a decline; whether it was slow is for
 * people to say. There is no reading for "not as hoped": that is a judgement, and no comparison makes it.
 */
export const READINGS = ['as-hoped', 'may-be-as-hoped'] as const;
export type Reading = (typeof READINGS)[number];

/** What to keep in mind when two comparable answers are read. */
export const CAVEATS = [
  /** Asked another way then (face to face, by phone …). */
  'other-mode',
  /** Written down by somebody else then. */
  'other-recorder',
  /** The earlier answer was in sight before the new one was given. */
  'earlier-answer-in-sight',
] as const;
export type Caveat = (typeof CAVEATS)[number];

/** What there is to say about a pair of records, before anything is compared. */
export const COMPARISON_PROBLEMS = [
  'different-subjects',
  /** One record or both do not say whose they are. */
  'subject-unknown',
  'same-record',
  /** One of the two amends the other: the same conversation, corrected. */
  'amendment',
  /** The one given as the previous is the later one. */
  'reversed',
  /** It cannot be told from the dates which came first. */
  'order-unknown',
  /** No day was recorded for the conversation: the day it was written down stands in. `side` says of which. */
  'day-assumed',
  /** A day that is in no calendar (30 February). */
  'day-unreal',
  /** Dated after the `now` that was handed in. */
  'in-the-future',
  'other-framework',
  'other-framework-version',
  'entered-in-error',
  /** Not completed yet. */
  'draft',
  'no-entries',
] as const;
export type ComparisonProblemCode = (typeof COMPARISON_PROBLEMS)[number];

export interface ComparisonProblem {
  readonly code: ComparisonProblemCode;
  /** Which of the two records it is about; `null`: the pair. */
  readonly side: 'then' | 'now' | null;
}

export interface CompareOptions {
  /** For an outcome's own direction, where it has one. The newest that the host uses, or that of the current record. */
  readonly framework?: OutcomeFramework | undefined;
  /** Looks up `id@version` where a record does not hold a scale that it used. `findScale` of this package knows the registered ones. */
  readonly findScale?: ((ref: string) => RatingScale | undefined) | undefined;
  /** Other records of the person, so that "follows on from" is traced over the reviews in between and over amendments. */
  readonly records?: readonly OutcomeRecord[] | undefined;
  /** To find records from the future. Without it none is called so. */
  readonly now?: Date | undefined;
}

/** A record, as far as a heading needs it. */
export interface RecordSummary {
  readonly id: string;
  readonly kind: RecordKind;
  readonly status: RecordStatus;
  /** The day of the conversation, `YYYY-MM-DD`; where none was recorded, the day it was written down. */
  readonly date: string;
  /** Its local time, `HH:MM`, where one was recorded. */
  readonly time: string | null;
  readonly dateFrom: 'conversation' | 'recorded';
  readonly framework: { readonly id: string; readonly version: string; readonly name: string };
  readonly subject: { readonly id: string | null; readonly name: string | null };
  /** The record that this one replaces. */
  readonly amends: string | null;
  /** The record as a whole is marked as a mistake. */
  readonly enteredInError: boolean;
}

/** Time between two days. Both are whole, never negative; `null` where one of the days is in no calendar. */
export interface Elapsed {
  /** The earlier day, `YYYY-MM-DD`. */
  readonly from: string;
  /** The later day, `YYYY-MM-DD`. */
  readonly to: string;
  /** Days between them. */
  readonly days: number | null;
  /** Whole calendar months between them: 3 March to 2 September is 5. */
  readonly months: number | null;
}

/** One rating with what is needed to show it. */
export interface RatingView {
  readonly rating: Rating;
  /** The answer in words: as shown on the day, else from the scale. `null` without an answer, or where no words are known. */
  readonly label: string | null;
  /** The scale as the record holds it, else as `findScale` knows it. */
  readonly scale: RatingScale | null;
  /** The answer's point on that scale. `null` without an answer, and off the scale. */
  readonly point: ScalePoint | null;
  /** Whose view it is, where the record says. */
  readonly participant: Participant | null;
  /** The rating, its entry or its record is marked as a mistake. */
  readonly enteredInError: boolean;
}

export interface Change {
  readonly direction: ChangeDirection;
  /** Places on the scale between the two answers: a whole number, 0 for `same`. To be said as "two steps", never as a share of anything. */
  readonly steps: number;
  /** Beside what the person wants for the outcome. `null`: nothing can be read from it. */
  readonly reading: Reading | null;
  /** Whether the difference reaches what the scale's owner calls a reliable change. `null`: the scale defines none. */
  readonly reliable: boolean | null;
  readonly caveats: readonly Caveat[];
}

/** One perspective, then and now. A change is there exactly when it may be said; else `reason` says why not. */
export type ViewComparison = {
  readonly perspective: Perspective;
  readonly then: RatingView | null;
  readonly now: RatingView | null;
} & (
  | { readonly comparable: true; readonly reason: null; readonly change: Change }
  | { readonly comparable: false; readonly reason: NotComparableReason; readonly change: null }
);

/** An entry in one of the two records. */
export interface OutcomeSide {
  readonly entry: Entry;
  /** Everything that was said about it, in the order of the record, mistakes with their mark. */
  readonly words: readonly Statement[];
  readonly personalOutcome: PersonalOutcome | null;
  readonly mostImportant: boolean;
  readonly disagreement: Disagreement | null;
  readonly decision: NonNullable<Entry['decision']> | null;
  /** The entry or its record is marked as a mistake. */
  readonly enteredInError: boolean;
}

/** Where an outcome stands in the pair. */
export const OUTCOME_STATUSES = [
  /** Recorded then and now. */
  'compared',
  /** First time recorded. */
  'first-time',
  /** Not in the current record, or nothing was recorded about it there. */
  'not-this-time',
  /** It was decided, now or then, that it no longer matters. */
  'no-longer-matters',
] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** What a then and a now were matched by: the entry's `previous`, its id (one conversation twice), the framework's outcome, or the person's own words. */
export type MatchedBy = 'link' | 'entry' | 'outcome' | 'label';

/** A next step, then and now. */
export interface ActionComparison {
  readonly id: string;
  /** As it was agreed last time; `null`: new. */
  readonly then: Action | null;
  /** As it stands in the current record; `null`: it is not there. */
  readonly now: Action | null;
  /** Whether somebody has said in the current record how it stands (`now` has a status). */
  readonly goneThrough: boolean;
}

/** Somebody's own sense of change: asked, never worked out, and shown beside whatever was. */
export interface SenseOfChange {
  readonly perspective: Perspective;
  readonly view: RatingView;
}

/** One outcome, or one thing that matters in the person's own words, then and now. */
export interface OutcomeComparison {
  /** Unlike any other in this comparison; the same for the same pair of entries, whichever is then or now. */
  readonly key: string;
  readonly status: OutcomeStatus;
  readonly matchedBy: MatchedBy | null;
  /** What it is called now, else what it was called then. */
  readonly label: string;
  /** The outcomes of a framework, as the current record names them, else the previous. Empty: the person named it. */
  readonly outcomes: readonly OutcomeReference[];
  readonly then: OutcomeSide | null;
  readonly now: OutcomeSide | null;
  /** What was hoped for over this time: the intent recorded then, else the one recorded now. */
  readonly intent: Intent | null;
  /** Each view that was given then or now, in the order of `PERSPECTIVES`. Two carers, or two scales, are two views. */
  readonly views: readonly ViewComparison[];
  /** How much it matters, then and now. More is never better: `higher`, `lower` or `same`. */
  readonly importance: readonly ViewComparison[];
  /** What the current record holds as people's own sense of change. */
  readonly senseOfChange: readonly SenseOfChange[];
  /** Whether "last time" in that question was this previous record: `true`, `false` (another), `null` (not recorded). */
  readonly senseOfChangeIsAboutThisPair: boolean | null;
  /** Who and what helped, from the current record (stage `actual`): the person first, services after family and community. */
  readonly helped: readonly Contributor[];
  /** The decision of the current record, else `null`. */
  readonly decision: Decision | null;
  /** What was agreed last time, in that order, then what is new. */
  readonly actions: readonly ActionComparison[];
}

export interface RecordComparison {
  readonly then: RecordSummary;
  readonly now: RecordSummary;
  /** Whether both records are about the same person; `null`: one does not say. */
  readonly sameSubject: boolean | null;
  /** `reversed`: what is called `then` is the later one. `unknown`: the dates do not tell. */
  readonly order: 'ok' | 'reversed' | 'same-record' | 'unknown';
  readonly elapsed: Elapsed;
  readonly framework: 'same' | 'other-version' | 'other-framework';
  readonly problems: readonly ComparisonProblem[];
  /** In the order of the current record; then what only the previous one holds, in its order. */
  readonly outcomes: readonly OutcomeComparison[];
}
