import type { Translate } from '../../../base/tp-element.js';
import { formatList, formatLocalDate } from '../../../i18n/format.js';
import { safeLocale } from '../../../i18n/strings.js';
import type {
  ActionComparison,
  ComparisonProblem,
  Elapsed,
  NotComparableReason,
  OutcomeStatus,
  RatingView,
  RecordComparison,
  RecordSummary,
  ViewComparison,
} from '../../../model/compare-types.js';
import type { Decision, Intent, Perspective } from '../../../schema/codes.js';
import type { Action, Contributor, Participant, Statement } from '../../../schema/record.js';
import type { RatingScale, ScalePoint } from '../../../schema/scale.js';
import { answerInWords, ordinalOf } from '../../rating-scale/rating-scale.fragment.js';

/** In whose words, which language, and about whom something is said. */
export interface Saying {
  readonly t: Translate;
  readonly locale: string;
  /** How the person likes to be called, where it is known. */
  readonly name?: string | null | undefined;
}

/** A change in words. Either `change` or `why` is there, never both. */
export interface ChangeWords {
  /** "A little better", "The same", "Moved two steps towards “Too much”…". */
  readonly change: string | null;
  /** How it reads beside what was hoped for: "As hoped", "Kept, as hoped". */
  readonly hope: string | null;
  /** Why no change is said. */
  readonly why: string | null;
  /** What to keep in mind, as whole sentences. */
  readonly notes: readonly string[];
}

/** The day of a conversation. */
export const sayWhen = ({ locale }: Saying, { date }: RecordSummary): string => formatLocalDate(date, locale);

/** Days in a month, over four hundred years. */
const MONTH = 146_097 / 4800;

/**
 * The time between two conversations, in the locale's own units: "12 days", "2 years and 1 month", "about 6 months" where it is not whole
 * months. Empty where it is not known.
 */
export function sayElapsed({ t, locale }: Saying, { from, to, days, months }: Elapsed): string {
  if (days === null || months === null) return '';
  if (days === 0) return t('comparison.same-day');
  const unit = (count: number, name: string): string =>
    new Intl.NumberFormat(safeLocale(locale), { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
  if (months === 0) return unit(days, 'day');
  const whole = from.slice(8) === to.slice(8);
  const nearest = whole ? months : Math.round(days / MONTH);
  const years = Math.trunc(nearest / 12);
  const rest = nearest % 12;
  const time = formatList([...(years ? [unit(years, 'year')] : []), ...(rest ? [unit(rest, 'month')] : [])], locale);
  return whole ? time : t('comparison.about', { time });
}

/** Places on a scale, in words: a number would be read as a score. */
export const saySteps = ({ t }: Saying, steps: number): string => t(`steps.${steps > 10 ? 'more' : String(steps)}`);

/** Whose view it is; where it was two people's, both. */
export function sayWhose(
  { t, name }: Saying,
  perspective: Perspective,
  ...participants: readonly (Participant | null | undefined)[]
): string {
  if (perspective === 'person') return name ? t('outcome.view.person-named', { name }) : t('comparison.view');
  const view = t(`outcome.view.${perspective}`);
  const [then, now] = [...new Set(participants.flatMap((one) => one?.name ?? []))];
  if (then === undefined) return view;
  return t('comparison.view-of', {
    view,
    name: now === undefined ? then : t('comparison.two-names', { then, now }),
  });
}

/** Who said something: "Jean said". */
export function saySpeaker(
  { t, name }: Saying,
  { saidBy, participantId }: Statement,
  participants: readonly Participant[] = [],
): string {
  const who = participants.find(({ id }) => id === participantId)?.name;
  if (saidBy === undefined) return who ? t('comparison.said', { who }) : t('outcome.words');
  if (saidBy === 'person') return t('comparison.said', { who: name ?? t('perspective.person') });
  const role = t(`perspective.${saidBy}`);
  return who ? t('comparison.said-named', { name: who, who: role }) : t('comparison.said', { who: role });
}

/** An answer in the words of its day. */
export function sayAnswer({ t }: Saying, view: RatingView | null): string {
  if (!view || view.rating.answer.kind === 'unanswered') return t('comparison.not-asked');
  return view.rating.answer.kind === 'answered' && view.label !== null
    ? view.label
    : answerInWords(t, view.scale ?? undefined, view.rating.answer);
}

/** Both answers as part of a sentence. */
export const sayAnswers = (say: Saying, { then, now }: ViewComparison): string =>
  say.t('comparison.from-to', { then: sayAnswer(say, then), now: sayAnswer(say, now) });

/** Why no change is said between two answers. */
export const sayReason = ({ t }: Saying, reason: NotComparableReason): string => t(`comparison.why.${reason}`);

/** The points of a scale from its low end to its high end. */
const byPlace = ({ points }: RatingScale): readonly ScalePoint[] =>
  points
    .map((point, index) => [ordinalOf(point, index), point] as const)
    .sort(([a], [b]) => a - b)
    .map(([, point]) => point);

/** The same for the eye: a locked scale stays as its owner drew it. */
export const pointsInOrder = (scale: RatingScale): readonly ScalePoint[] =>
  scale.licence?.locked ? scale.points : byPlace(scale);

/** One step between few points is no little thing, so only a scale with more of them says "a little". */
const FEW_POINTS = 3;

function direction(say: Saying, { change, then, now }: ViewComparison & { readonly comparable: true }): string {
  const { t } = say;
  const steps = saySteps(say, change.steps);
  const which = change.direction;
  if (which === 'same') return t('comparison.same');
  const few = Math.min(...[then, now].map((view) => view?.scale?.points.length ?? 0)) <= FEW_POINTS;
  if (which === 'better' || which === 'worse')
    return change.steps === 1 && !few ? t(`comparison.${which}-little`) : t(`comparison.${which}`, { steps });
  const points = now?.scale ? byPlace(now.scale) : [];
  const end = points.at(which === 'higher' ? -1 : 0)?.label ?? '';
  return t('comparison.moved', { steps, end });
}

/** The change in words, how it reads beside what was hoped for, and what to keep in mind; or why there is none. */
export function sayChange(say: Saying, view: ViewComparison, intent: Intent | null = null): ChangeWords {
  const { t } = say;
  if (!view.comparable) return { change: null, hope: null, why: sayReason(say, view.reason), notes: [] };
  const { reading, reliable, caveats, direction: which } = view.change;
  const source = (view.now?.scale ?? view.then?.scale)?.reliableChange?.source ?? '';
  const kept = which === 'same' && (intent === null || intent === 'maintain' || intent === 'slow-decline');
  const notes = caveats.map((caveat) => t(`comparison.caveat.${caveat}`));
  if (reliable !== null && which !== 'same')
    notes.unshift(t(`comparison.${reliable ? 'reliable' : 'not-reliable'}`, { source }));
  return {
    change: direction(say, view),
    hope: reading && t(`comparison.${reading === 'as-hoped' && kept ? 'kept' : reading}`),
    why: null,
    notes,
  };
}

/** Whether something matters more or less than it did. Neither is better. */
export function sayImportance(say: Saying, view: ViewComparison): string {
  if (!view.comparable) return sayReason(say, view.reason);
  return say.t(`comparison.matters.${view.change.direction}`);
}

/** Where an outcome stands; `null` where it was recorded both times, which needs no word. */
export const sayStatus = ({ t }: Saying, status: OutcomeStatus): string | null =>
  status === 'compared' ? null : t(`comparison.status.${status}`);

export const sayDecision = ({ t }: Saying, decision: Decision): string => t(`decision.${decision}`);

/** What there is to say about two records before they are compared, as a sentence. */
export function sayProblem(
  say: Saying,
  { code, side }: ComparisonProblem,
  { then, now }: Pick<RecordComparison, 'then' | 'now'>,
): string {
  return say.t(`comparison.problem.${code}`, {
    then: then.framework.name,
    now: now.framework.name,
    date: sayWhen(say, side === 'then' ? then : now),
  });
}

/** Who or what helped, and how. */
export function sayHelp({ t, name }: Saying, { kind, who, how }: Contributor): string {
  const called = kind === 'person' ? (name ?? who) : who;
  const label = t(`kind.${kind}`);
  const helper = called && kind !== 'person' ? t('comparison.help', { who: called, kind: label }) : (called ?? label);
  return how ? t('comparison.with', { what: helper, more: how }) : helper;
}

/** A next step as it was agreed: what, who, by when. */
export function sayStep({ t, locale, name }: Saying, { what, who, whoKind, by }: Action): string {
  const doer = who ?? (whoKind === 'person' ? (name ?? t('actions.the-person')) : undefined);
  const date = by && formatLocalDate(by, locale);
  const more =
    doer && date
      ? t('comparison.step-by', { who: doer, date })
      : (doer ?? (date && t('comparison.step-due', { date })));
  return more ? t('comparison.aside', { what, more }) : what;
}

/** How a next step went. */
export function sayStepNow({ t }: Saying, { then, now }: ActionComparison): string {
  if (now?.status) return t(`status.${now.status}`);
  // What was over last time is not gone through again.
  if (!now && (then?.status === 'done' || then?.status === 'no-longer-needed')) return t(`status.${then.status}`);
  return t(then ? 'comparison.step-open' : 'comparison.step-new');
}
