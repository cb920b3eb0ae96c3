import { PERSPECTIVES, type Direction, type Intent, type Perspective } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Rating } from '../schema/record.js';
import type { RatingScale } from '../schema/scale.js';
import { isMistaken, isSaidRating, wordsKey, type Placed } from './compare-entries.js';
import { pairUp, sideBySide, type KeysOf } from './compare-pair.js';
import { measure, refOf } from './compare-scales.js';
import type {
  Caveat,
  Change,
  NotComparableReason,
  RatingView,
  Reading,
  SenseOfChange,
  ViewComparison,
} from './compare-types.js';

export type FindScale = (ref: string) => RatingScale | undefined;

/** A rating with what is needed to show it. The words of the day come first, then the scale's. */
export function viewOf(rating: Rating, { record, entry }: Placed, findScale?: FindScale): RatingView {
  const { id, version } = rating.scale;
  const scale =
    record.scales.find((held) => held.id === id && held.version === version) ?? findScale?.(`${id}@${version}`) ?? null;
  const { answer } = rating;
  const point = answer.kind === 'answered' ? (scale?.points.find(({ value }) => value === answer.value) ?? null) : null;
  const participant = record.conversation.participants?.find((one) => one.id === rating.participantId) ?? null;
  return {
    rating,
    label: rating.label ?? point?.label ?? null,
    scale,
    point,
    participant,
    enteredInError: isMistaken({ record, entry }) || rating.enteredInError !== undefined,
  };
}

/** A list of ratings of one entry, shown. `null`: there is no entry. */
export type Views = { readonly placed: Placed; readonly list: readonly RatingView[] } | null;

export const viewsOf = (
  placed: Placed | null,
  part: 'ratings' | 'importance' | 'change',
  findScale?: FindScale,
): Views => placed && { placed, list: (placed.entry[part] ?? []).map((rating) => viewOf(rating, placed, findScale)) };

const placeOfPerspective = (view: RatingView): number => PERSPECTIVES.indexOf(view.rating.perspective);

/** In the order of `PERSPECTIVES`; several of one perspective in the order of the record. */
export const byPerspective = (views: readonly RatingView[]): readonly RatingView[] =>
  [...views].sort((a, b) => placeOfPerspective(a) - placeOfPerspective(b));

/** What people said themselves about the change since last time. */
export const senseOfChange = (placed: Placed | null, findScale?: FindScale): readonly SenseOfChange[] =>
  byPerspective(viewsOf(placed, 'change', findScale)?.list ?? []).map((view) => ({
    perspective: view.rating.perspective,
    view,
  }));

/** Whether a view was asked for: there is an answer, or a reason why there is none. */
export const isAsked = ({ rating }: RatingView): boolean => rating.answer.kind !== 'unanswered';

/** Who gave a view, as far as it can be told apart from others with the same perspective. There is one person. */
export const whoOf = ({ rating, participant }: RatingView): string =>
  rating.perspective === 'person' || !participant?.name ? '' : wordsKey(participant.name);

const perspectiveOf = ({ rating }: RatingView): Perspective => rating.perspective;

/** The surest first: the same perspective, scale and person; then what is at least the same perspective, to be shown side by side. */
const ways = (
  [
    (view) => [`${perspectiveOf(view)} ${refOf(view)} ${whoOf(view)}`],
    (view) => [`${perspectiveOf(view)} ${whoOf(view)}`],
    (view) => [`${perspectiveOf(view)} ${refOf(view)}`],
    (view) => [perspectiveOf(view)],
  ] satisfies KeysOf<RatingView>[]
).map((keysOf) => [null, keysOf] as const);

const stands = (view: RatingView): boolean => isAsked(view) && !view.enteredInError;

/** What is the case for every view of a pair. */
export interface Circumstances {
  readonly sameSubject: boolean | null;
  readonly sameConversation: boolean;
  /** The outcome's own direction, given the scale's. */
  readonly directionOf: (scale: Direction) => Direction;
  readonly intent: Intent | null;
}

/** Why no change may be said, before the scales are looked at. */
function reasonBeforeScales(
  then: RatingView | null,
  now: RatingView | null,
  { sameSubject, sameConversation }: Circumstances,
  nobodyTwice: boolean,
): NotComparableReason | null {
  if (sameSubject === false) return 'different-subjects';
  if (sameConversation) return 'same-conversation';
  if (then?.enteredInError || now?.enteredInError) return 'entered-in-error';
  const isAskedNow = now !== null && isAsked(now);
  if (then === null || !isAsked(then) || !isAskedNow) {
    if (nobodyTwice) return 'perspective';
    return isAskedNow ? 'missing-baseline' : 'not-asked-now';
  }
  const none = [then, now].map(({ rating }) => rating.answer.kind === 'no-answer');
  if (none[0]) return none[1] ? 'no-answer-both' : 'no-answer-then';
  if (none[1]) return 'no-answer-now';
  return differ(whoOf(then), whoOf(now)) ? 'different-people' : null;
}

/** Which way an answer went, by the rule that holds for the outcome. */
function directionOf(difference: number, rule: Direction): Change['direction'] {
  if (difference === 0) return 'same';
  const isUp = difference > 0;
  if (rule === 'neither') return isUp ? 'higher' : 'lower';
  return isUp === (rule === 'higher-better') ? 'better' : 'worse';
}

/** How a change reads beside what was hoped for. */
function readingOf(intent: Intent | null, direction: Change['direction'], steps: number): Reading | null {
  if (direction === 'better') return intent && 'as-hoped';
  const keeps = intent === 'maintain' || intent === 'slow-decline';
  if (direction === 'same') return keeps ? 'as-hoped' : null;
  return direction === 'worse' && intent === 'slow-decline' && steps === 1 ? 'may-be-as-hoped' : null;
}

/** Whether two names differ. What is not known is taken for the same. */
const differ = (one?: string, other?: string): boolean => Boolean(one && other) && one !== other;

function caveatsOf(then: RatingView, now: RatingView, thenIn: OutcomeRecord, nowIn: OutcomeRecord): readonly Caveat[] {
  const caveats: (Caveat | false)[] = [
    differ(then.rating.mode ?? thenIn.conversation.mode, now.rating.mode ?? nowIn.conversation.mode) && 'other-mode',
    differ((then.rating.recordedBy ?? thenIn.recordedBy)?.id, (now.rating.recordedBy ?? nowIn.recordedBy)?.id) &&
      'other-recorder',
    (now.rating.previousShown ?? nowIn.previous?.shown) === 'before' && 'earlier-answer-in-sight',
  ];
  return caveats.filter((caveat) => caveat !== false);
}

/** Whether what the person wants is worded otherwise in two entries. */
export function otherWish(then: Entry | undefined, now: Entry | undefined): boolean {
  const [before = '', after = ''] = [then?.personalOutcome?.text, now?.personalOutcome?.text];
  return before !== after && differ(wordsKey(before), wordsKey(after));
}

/** Each view that was given then or now: matched one to one, with the change, or the reason why none may be said. */
export function compareViews(then: Views, now: Views, about: Circumstances): readonly ViewComparison[] {
  const [thens, nows] = [then?.list ?? [], now?.list ?? []];
  const [askedThen = [], askedNow = []] = [thens, nows].map((views) => views.filter(isAsked).map(perspectiveOf));
  const nobodyTwice =
    askedThen.length > 0 && askedNow.length > 0 && !askedThen.some((perspective) => askedNow.includes(perspective));

  const compare = (one: RatingView | null, other: RatingView | null): ViewComparison => {
    const { perspective } = ((other ?? one) as RatingView).rating;
    const shown = { perspective, then: one, now: other };
    const early = reasonBeforeScales(one, other, about, nobodyTwice);
    // Without a reason both are there, and the entries that hold them.
    const [from, to, was, is] = [one, other, then?.placed, now?.placed] as [RatingView, RatingView, Placed, Placed];
    const measured = early ?? measure(from, to, otherWish(was.entry, is.entry));
    if (typeof measured === 'string') return { ...shown, comparable: false, reason: measured, change: null };
    const { difference, steps, reliable } = measured;
    const rule = about.directionOf(measured.direction);
    const direction = directionOf(difference, rule);
    return {
      ...shown,
      comparable: true,
      reason: null,
      change: {
        direction,
        steps,
        // Where neither way is better, nothing is read.
        reading: rule === 'neither' ? null : readingOf(about.intent, direction, steps),
        reliable,
        caveats: caveatsOf(from, to, was.record, is.record),
      },
    };
  };

  return sideBySide(thens, nows, pairUp(thens, nows, ways, stands))
    .map(([one, other]) => [one, other] as const)
    .filter((pair) => pair.some((view) => view && isSaidRating(view.rating)))
    .map((pair) => compare(...pair))
    .sort((a, b) => PERSPECTIVES.indexOf(a.perspective) - PERSPECTIVES.indexOf(b.perspective));
}
