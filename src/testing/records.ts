import { talkingPointsCommunity } from '../frameworks/talking-points-community.js';
import { answered, noAnswer, type Answer } from '../model/answer.js';
import { outcomeReference } from '../model/record.js';
import { findScale } from '../scales/registry.js';
import { SCHEMA_VERSION } from '../schema/codes.js';
import type { Audience, Decision, Intent, NoAnswerReason, Perspective, RecordKind, Role } from '../schema/codes.js';
import type { OutcomeFramework } from '../schema/framework.js';
import type { Action, Contributor, Entry, OutcomeRecord, Rating, Statement } from '../schema/record.js';
import type { RatingScale, ScaleValue } from '../schema/scale.js';

/** A value on a scale, or why there is none. */
export type TestAnswer = ScaleValue | { readonly noAnswer: NoAnswerReason; readonly note?: string };

/** What was said about one thing that matters; all of it may be left out. */
export interface Said {
  /** In the person's own words. */
  readonly words?: string;
  /** Who may see those words; without it, as agreed for the whole record. */
  readonly sharing?: readonly Audience[];
  readonly wants?: string;
  readonly intent?: Intent;
  /** How things are now, in the person's view. */
  readonly rating?: TestAnswer;
  readonly why?: string;
  /** How things are now, in others' views. */
  readonly views?: Partial<Readonly<Record<Perspective, TestAnswer>>>;
  /** From 1 to 10. */
  readonly importance?: TestAnswer;
  readonly mostImportant?: boolean;
  /** The person's own sense of change, on `change-5`. */
  readonly change?: TestAnswer;
  readonly help?: readonly Omit<Contributor, 'id'>[];
  readonly steps?: readonly Omit<Action, 'id'>[];
  readonly decision?: Decision;
  /** Anything else of an entry, as it is stored. */
  readonly entry?: Partial<Entry>;
}

export interface RecordOptions {
  /** How the person likes to be called; by default Jean. */
  readonly name?: string;
  readonly framework?: OutcomeFramework;
  readonly kind?: RecordKind;
  /** The day of the conversation; by default 2026-03-03. */
  readonly on?: string;
  /** Tells the ids of this record from those of another: the same number gives the same ids, run after run. */
  readonly number?: number;
}

const AT = 'T16:10:00+00:00';
const worker = { id: 'worker-1', name: 'Sam Reid', role: 'Social worker' };

const scaleOf = (id: string): RatingScale => {
  const scale = findScale(id);
  if (!scale) throw new Error(`There is no scale "${id}". Register it with registerScale first.`);
  return scale;
};

function answerOn(
  scale: RatingScale,
  answer: TestAnswer,
): { readonly answer: Answer<ScaleValue>; readonly label?: string } {
  if (typeof answer === 'object') return { answer: noAnswer(answer.noAnswer, answer.note) };
  const point = scale.points.find(({ value }) => value === answer);
  if (!point)
    throw new Error(
      `"${answer}" is not on the scale ${scale.id}. It has: ${scale.points.map(({ value }) => value).join(', ')}.`,
    );
  return { answer: answered(answer), label: point.label };
}

/**
 * A record in the making. Every function gives a new one, so that one beginning serves many tests. Ids and times are the same in every run.
 */
export class RecordBuilder {
  readonly #record: OutcomeRecord;
  readonly #framework: OutcomeFramework;
  readonly #number: number;
  readonly #used: number;

  /** @internal */
  constructor(record: OutcomeRecord, framework: OutcomeFramework, number: number, used: number) {
    this.#record = record;
    this.#framework = framework;
    this.#number = number;
    this.#used = used;
  }

  /**
   * Something that matters, by its name or id in the framework.
   *
   * @throws Error when the framework does not have it, or a value is not on its scale
   */
  withOutcome(nameOrId: string, said: Said = {}): RecordBuilder {
    const { outcomes } = this.#framework;
    const outcome = outcomes.find(({ id, name }) => [id, name].includes(nameOrId));
    if (!outcome)
      throw new Error(
        `${this.#framework.name} has no outcome "${nameOrId}". It has: ${outcomes.map(({ name }) => name).join(' | ')}.`,
      );
    const scale = outcome.scale ?? this.#framework.scale ?? 'frequency-4';
    return this.#with({ label: outcome.name, outcomes: [outcomeReference(this.#framework, outcome)] }, scale, said);
  }

  /** Something that the person named themselves. */
  withOwn(label: string, said: Said = {}): RecordBuilder {
    return this.#with({ label, outcomes: [] }, this.#framework.scale ?? 'frequency-4', said);
  }

  /** Somebody who took part. */
  withPerson(role: Role, name: string): RecordBuilder {
    const { conversation } = this.#record;
    const participants = [...(conversation.participants ?? []), { id: this.#id(0), role, name }];
    return this.#next({ conversation: { ...conversation, participants } }, 1);
  }

  /** Who may see what has no agreement of its own. */
  sharedWith(...sharing: readonly Audience[]): RecordBuilder {
    return this.#next({ sharing: [...sharing] });
  }

  /** As a review of an earlier record: what is about the same outcome, or has the same name, follows on from it. */
  reviewing(earlier: OutcomeRecord): RecordBuilder {
    const entries = this.#record.entries.map((entry) => {
      const before = earlier.entries.find(({ label }) => label === entry.label);
      return before ? { ...entry, previous: { recordId: earlier.id, entryId: before.id } } : entry;
    });
    return this.#next({ kind: 'review', entries, previous: { recordIds: [earlier.id], shown: 'before' } });
  }

  /** Completed on the day of the conversation. */
  completed(): RecordBuilder {
    return this.#next({ status: 'completed', completedAt: this.#record.recordedAt });
  }

  /** As a correction of an earlier record. */
  amending(earlier: OutcomeRecord, reason: string): RecordBuilder {
    return this.#next({ amends: { recordId: earlier.id, reason, at: this.#record.recordedAt, by: worker } });
  }

  /** All of it marked as a mistake. */
  enteredInError(reason: string): RecordBuilder {
    const at = this.#record.recordedAt;
    return this.#next({ status: 'entered-in-error', enteredInError: { reason, at, by: worker } });
  }

  /** Anything else of a record, as it is stored. */
  with(parts: Partial<OutcomeRecord>): RecordBuilder {
    return this.#next(parts);
  }

  /** The record: plain JSON of its own, which the test may change. */
  build(): OutcomeRecord {
    return JSON.parse(JSON.stringify(this.#record)) as OutcomeRecord;
  }

  #next(parts: Partial<OutcomeRecord>, used = 0): RecordBuilder {
    return new RecordBuilder({ ...this.#record, ...parts }, this.#framework, this.#number, this.#used + used);
  }

  /** A UUIDv7 in its form; of its time, only the order is true. */
  #id(more: number): string {
    const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
    return `019c0000-${hex(this.#number, 4)}-7000-8000-${hex(this.#used + more + 1, 12)}`;
  }

  #with(about: Pick<Entry, 'label' | 'outcomes'>, scaleId: string, said: Said): RecordBuilder {
    let used = 0;
    const id = (): string => this.#id(used++);
    const { recordedAt } = this.#record;
    const scales = [...this.#record.scales];
    const rating = (on: string, perspective: Perspective, answer: TestAnswer, why?: string): Rating => {
      const scale = scaleOf(on);
      if (!scales.some((one) => one.id === scale.id && one.version === scale.version)) scales.push(scale);
      return {
        id: id(),
        perspective,
        scale: { id: scale.id, version: scale.version },
        ...answerOn(scale, answer),
        ...(why !== undefined && { reason: why }),
        recordedAt,
        recordedBy: worker,
      };
    };
    const statement = (text: string): Statement => ({
      id: id(),
      text,
      saidBy: 'person',
      ...(said.sharing && { sharing: [...said.sharing] }),
      recordedAt,
      recordedBy: worker,
    });
    const others = Object.entries(said.views ?? {}) as [Perspective, TestAnswer][];
    const ratings = [
      ...(said.rating === undefined ? [] : [rating(scaleId, 'person', said.rating, said.why)]),
      ...others.map(([perspective, answer]) => rating(scaleId, perspective, answer)),
    ];
    const entry: Entry = {
      id: id(),
      ...about,
      ...(said.mostImportant && { mostImportant: true }),
      ...(said.words !== undefined && { narrative: [statement(said.words)] }),
      ...((said.wants !== undefined || said.intent) && {
        personalOutcome: {
          ...(said.wants !== undefined && { text: said.wants, wordedBy: 'person' as const }),
          ...(said.intent && { intent: said.intent }),
        },
      }),
      ...(ratings.length > 0 && { ratings }),
      ...(said.importance !== undefined && { importance: [rating('importance-1-10', 'person', said.importance)] }),
      ...(said.change !== undefined && { change: [rating('change-5', 'person', said.change)] }),
      ...(said.help && { contributors: said.help.map((one) => ({ id: id(), ...one })) }),
      ...(said.steps && { actions: said.steps.map((one) => ({ id: id(), ...one })) }),
      ...(said.decision && { decision: { value: said.decision, agreedBy: ['person' as const] } }),
      ...said.entry,
    };
    return this.#next({ scales, entries: [...this.#record.entries, entry] }, used);
  }
}

/** The beginning of a record about somebody made up: `aRecord().withOutcome('Seeing people', { words: 'I miss the bowling.' }).build()`. */
export function aRecord(options: RecordOptions = {}): RecordBuilder {
  const {
    name = 'Jean',
    framework = talkingPointsCommunity,
    kind = 'assessment',
    on = '2026-03-03',
    number = 1,
  } = options;
  const { id, version, name: framed, attribution } = framework;
  const record: OutcomeRecord = {
    schemaVersion: SCHEMA_VERSION,
    id: `019c0000-${number.toString(16).padStart(4, '0')}-7000-8000-000000000000`,
    kind,
    status: 'draft',
    subject: { id: `person-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`, name },
    conversationAt: on,
    recordedAt: `${on.slice(0, 10)}${AT}`,
    recordedBy: worker,
    conversation: {},
    framework: { id, version, name: framed, ...(attribution && { attribution: attribution.text }) },
    scales: [],
    entries: [],
  };
  return new RecordBuilder(record, framework, number, 0);
}
