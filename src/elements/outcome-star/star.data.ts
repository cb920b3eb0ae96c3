import type { RatingView, RecordSummary } from '../../model/compare-types.js';
import type { TrajectoryPoint } from '../../model/trajectory.js';
import type { Perspective } from '../../schema/codes.js';
import { PERSPECTIVES } from '../../schema/codes.js';
import type { RatingScale } from '../../schema/scale.js';
import { answerOf, nameOf, whoIs, withScale, type Followed, type Say } from '../chart/fragments/data.js';
import { stepsOf, type Step } from '../chart/fragments/steps.js';

export interface StarAnswer {
  readonly point: TrajectoryPoint;
  readonly view: RatingView;
  /** The place on the star's scale; `null` where there is none. */
  readonly ordinal: number | null;
}

export interface StarAxis {
  readonly label: string;
  /** For each conversation: usually one answer, or none. */
  readonly answers: readonly (readonly StarAnswer[])[];
  /** Whether the outcome was in the conversation at all. */
  readonly recorded: readonly boolean[];
}

/** Whose view is shown: a perspective, and a person where there are several with it. */
export interface Choice {
  readonly key: string;
  readonly perspective: Perspective;
  readonly label: string;
}

/** Everything that a star shows, before it is drawn. */
export interface Star {
  readonly title: string;
  readonly description: string;
  readonly choices: readonly Choice[];
  readonly choice: Choice | undefined;
  readonly scale: RatingScale | null;
  readonly steps: readonly Step[];
  readonly series: readonly { readonly name: string; readonly letter: string; readonly record: RecordSummary }[];
  readonly axes: readonly StarAxis[];
  /** Outcomes with answers that cannot stand on this star. */
  readonly beside: readonly StarAxis[];
  /** What is not drawn, with the reason, in sentences. */
  readonly notDrawn: readonly string[];
}

interface Seen {
  readonly point: TrajectoryPoint;
  readonly view: RatingView;
  readonly ordinal: number | null;
}

const refOf = ({ rating }: RatingView): string => `${rating.scale.id}@${rating.scale.version}`;

/** Whose views there are. Somebody without a name belongs to the only one with that perspective; where there are two, that cannot be told. */
function choicesOf(
  say: Say,
  seen: readonly Seen[],
): { readonly choices: readonly Choice[]; readonly keyOf: (view: RatingView) => string } {
  const names = new Map<Perspective, Set<string>>();
  for (const { view } of seen) {
    const { perspective } = view.rating;
    const known = names.get(perspective) ?? new Set();
    const name = nameOf(view.participant);
    if (name !== null && perspective !== 'person') known.add(name);
    names.set(perspective, known);
  }
  const keyOf = ({ rating: { perspective }, participant }: RatingView): string => {
    const known = names.get(perspective);
    const name = known && known.size > 1 ? nameOf(participant) : (known?.values().next().value ?? null);
    return `${perspective} ${name ?? ''}`;
  };
  const choices = new Map<string, Choice>();
  for (const { view } of seen) {
    const key = keyOf(view);
    const { perspective } = view.rating;
    choices.set(key, { key, perspective, label: whoIs(say, perspective, key.slice(perspective.length + 1)) });
  }
  const place = ({ perspective }: Choice): number => PERSPECTIVES.indexOf(perspective);
  return { choices: [...choices.values()].sort((a, b) => place(a) - place(b)), keyOf };
}

/** What a star shows of what was followed. `wanted` is a perspective or the key of a choice. */
export function starOf(say: Say, { outcomes: all, records }: Followed, wanted: string | undefined): Star {
  const { t, date } = say;
  const shown = records.filter(({ enteredInError }) => !enteredInError);
  const outcomes = all.map(({ label, trajectory }) => {
    const { points, series } = trajectory();
    return { label, points, series };
  });
  const answers = outcomes.map(({ points, series }) =>
    series.flatMap(({ segments }) =>
      segments.flatMap(({ values }) =>
        values.flatMap(({ point, view, ordinal }): Seen[] => {
          const held = points[point];
          return view && held && !held.enteredInError && !view.enteredInError ? [{ point: held, view, ordinal }] : [];
        }),
      ),
    ),
  );
  const { choices, keyOf } = choicesOf(say, answers.flat());
  const choice = choices.find(({ key, perspective }) => key === wanted || perspective === wanted) ?? choices[0];
  const own = answers.map((list) => list.filter(({ view }) => keyOf(view) === choice?.key));

  // The scale with the most answers; where several have as many, the one used last.
  const counts = new Map<string, { count: number; last: string; scale: RatingScale | null }>();
  for (const { view, ordinal, point } of own.flat()) {
    if (ordinal === null) continue;
    const held = counts.get(refOf(view));
    const last = held && held.last > point.record.date ? held.last : point.record.date;
    counts.set(refOf(view), { count: (held?.count ?? 0) + 1, last, scale: view.scale });
  }
  const [most] = [...counts].sort(([, a], [, b]) => b.count - a.count || (a.last < b.last ? 1 : -1));
  const [ref, scale] = [most?.[0], most?.[1].scale ?? null];

  const letters = t('star.letters').split(' ');
  const series = shown.map((record, index) => ({ name: date(record.date), letter: letters[index] ?? '', record }));
  const notDrawn: string[] = [];
  const axes: StarAxis[] = [];
  const beside: StarAxis[] = [];
  outcomes.forEach(({ label, points }, index) => {
    const list = own[index] ?? [];
    const axis: StarAxis = {
      label,
      recorded: shown.map(({ id }) => points.some(({ record, entry }) => record.id === id && entry)),
      answers: shown.map(({ id }) =>
        list
          .filter(({ point }) => point.record.id === id)
          .map((one) => (refOf(one.view) === ref ? one : { ...one, ordinal: null })),
      ),
    };
    const answered = axis.answers.flat().filter(({ view }) => view.rating.answer.kind === 'answered');
    for (const { point, view, ordinal } of answered)
      if (ordinal === null) {
        const [id] = ref?.split('@') ?? [];
        const why =
          refOf(view) === ref || ref === undefined ? 'place' : view.rating.scale.id === id ? 'version' : 'scale';
        const said = withScale(say, view, answerOf(say, view));
        notDrawn.push(t(`star.not-drawn.${why}`, { outcome: label, date: date(point.record.date), answer: said }));
      }
    (answered.length > 0 && answered.every(({ ordinal }) => ordinal === null) ? beside : axes).push(axis);
  });
  const who = choice?.label ?? whoIs(say, 'person');
  const dates = series.map(({ name }) => name).join(' · ');
  return {
    title: t('star.title', { who }),
    description: t('star.description', { who, count: axes.length, dates, scale: scale?.name ?? '' }),
    choices,
    choice,
    scale,
    steps: scale ? stepsOf(scale) : [],
    series,
    axes: scale ? axes : [],
    beside: scale ? beside : [...axes, ...beside],
    notDrawn,
  };
}
