import { PERSPECTIVES, type Direction, type Intent, type Perspective } from '../schema/codes.js';
import type { Entry, Rating } from '../schema/record.js';
import type { RatingScale } from '../schema/scale.js';
import { isMistaken, isSaidRating, wordsKey, type Placed } from './compare-entries.js';
import { pairUp, type KeysOf } from './compare-pair.js';
import { measure } from './compare-scales.js';
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
  rating.perspective === 'person' ? '' : wordsKey(participant?.name ?? '');

const perspectiveOf = ({ rating }: RatingView): Perspective => rating.perspective;
const scaleOf = ({ rating }: RatingView): string => `${rating.scale.id}@${rating.scale.version}`;

/** The surest first: the same perspective, scale and person; then what is at least the same perspective, to be shown side by side. */
const ways: readonly KeysOf<RatingView>[] = [
  (view) => [`${perspectiveOf(view)} ${scaleOf(view)} ${whoOf(view)}`],
  (view) => [`${perspectiveOf(view)} ${whoOf(view)}`],
  (view) => [`${perspectiveOf(view)} ${scaleOf(view)}`],
  (view) => [perspectiveOf(view)],
];

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
  const [one, other] = [whoOf(then), whoOf(now)];
  return one !== '' && other !== '' && one !== other ? 'different-people' : null;
}

/** How a change reads beside what was hoped for. Where neither way is better, nothing is read. */
function readingOf(intent: Intent | null, direction: Change['direction'], steps: number): Reading | null {
  if (direction === 'better') return intent && 'as-hoped';
  const keeps = intent === 'maintain' || intent === 'slow-decline';
  if (direction === 'same') return keeps ? 'as-hoped' : null;
  return direction === 'worse' && intent === 'slow-decline' && steps === 1 ? 'may-be-as-hoped' : null;
}

function changeOf(
  difference: number,
  steps: number,
  reliable: boolean | null,
  direction: Direction,
  intent: Intent | null,
): Omit<Change, 'caveats'> {
  const isUp = difference > 0;
  const neither = direction === 'neither';
  const change =
    difference === 0
      ? 'same'
      : neither
        ? isUp
          ? 'higher'
          : 'lower'
        : isUp === (direction === 'higher-better')
          ? 'better'
          : 'worse';
  return { direction: change, steps, reading: neither ? null : readingOf(intent, change, steps), reliable };
}

function caveatsOf(then: RatingView, now: RatingView, thenIn: Placed, nowIn: Placed): readonly Caveat[] {
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  const mode = (view: RatingView, { record }: Placed): string | undefined =>
    view.rating.mode ?? record.conversation.mode;
  const recorder = (view: RatingView, { record }: Placed): string | undefined =>
    (view.rating.recordedBy ?? record.recordedBy)?.id;
  const caveats: (Caveat | false)[] = [
    differ(mode(then, thenIn), mode(now, nowIn)) && 'other-mode',
    differ(recorder(then, thenIn), recorder(now, nowIn)) && 'other-recorder',
    (now.rating.previousShown ?? nowIn.record.previous?.shown) === 'before' && 'earlier-answer-in-sight',
  ];
  return caveats.filter((caveat) => caveat !== false);
}

/** Whether what the person wants is worded otherwise in two entries. Where one does not say, it is taken for the same. */
export function otherWish(then: Entry | undefined, now: Entry | undefined): boolean {
  const [one, other] = [then, now].map((entry) => wordsKey(entry?.personalOutcome?.text ?? ''));
  return one !== '' && other !== '' && one !== other;
}

/** Each view that was given then or now: matched one to one, with the change, or the reason why none may be said. */
export function compareViews(then: Views, now: Views, about: Circumstances): readonly ViewComparison[] {
  const [thens, nows] = [then?.list ?? [], now?.list ?? []];
  const pairs = pairUp(thens, nows, [
    ...ways.map((keysOf) => ['', (view: RatingView) => (stands(view) ? keysOf(view) : [])] as const),
    ...ways.map((keysOf) => ['', keysOf] as const),
  ]);
  const asked = [thens, nows].map((views) => new Set(views.filter(isAsked).map(perspectiveOf)));
  const [askedThen, askedNow] = asked as [Set<Perspective>, Set<Perspective>];
  const nobodyTwice =
    askedThen.size > 0 && askedNow.size > 0 && ![...askedThen].some((perspective) => askedNow.has(perspective));

  const compare = (one: RatingView | null, other: RatingView | null): ViewComparison => {
    const { perspective } = ((other ?? one) as RatingView).rating;
    const shown = { perspective, then: one, now: other };
    const early = reasonBeforeScales(one, other, about, nobodyTwice);
    if (early) return { ...shown, comparable: false, reason: early, change: null };
    const [from, to] = [one, other] as [RatingView, RatingView];
    const measured = measure(from, to, otherWish(then?.placed.entry, now?.placed.entry));
    if (typeof measured === 'string') return { ...shown, comparable: false, reason: measured, change: null };
    const { difference, steps, reliable, direction } = measured;
    return {
      ...shown,
      comparable: true,
      reason: null,
      change: {
        ...changeOf(difference, steps, reliable, about.directionOf(direction), about.intent),
        caveats: then && now ? caveatsOf(from, to, then.placed, now.placed) : [],
      },
    };
  };

  const partner = new Map(pairs.map(([left, right]) => [right, left]));
  const met = new Set(partner.values());
  return [
    ...nows.map((view, index) => [thens[partner.get(index) ?? -1] ?? null, view] as const),
    ...thens.filter((_, index) => !met.has(index)).map((view) => [view, null] as const),
  ]
    .filter((views) => views.some((view) => view && isSaidRating(view.rating)))
    .map(([one, other]) => compare(one, other))
    .sort((a, b) => PERSPECTIVES.indexOf(a.perspective) - PERSPECTIVES.indexOf(b.perspective));
}
