import type { Perspective } from '../../schema/codes.js';
import type { Entry, OutcomeRecord, Rating } from '../../schema/record.js';
import { ratingsOf, wordsOf, type Question } from '../../model/parts.js';
import { answerLabel, scaleOf } from '../answers.js';
import { labelOf } from '../labels.js';
import {
  absentCoding,
  canonical,
  codeOf,
  codeSystem,
  concept,
  instant,
  isDate,
  says,
  some,
  stated,
  terminology,
  URLS,
} from './systems.js';
import type { CarePlan, CodeableConcept, Goal, Identifier, Observation, Provenance, Reference } from './types.js';
import { outcomeCoding, valueCoding } from './write.js';

/** What every resource of one record is made with. */
export interface Making {
  readonly base: string;
  readonly record: OutcomeRecord;
  readonly subject: Reference;
  /** The conversation's own resource, which the others are derived from. */
  readonly response: Reference;
  /** Of a part of the record. */
  readonly identifier: (id: string) => Identifier;
  /** Of the record that this one replaces. */
  readonly amended: Identifier | undefined;
}

/** Somebody by the host's key and by name. Undefined where neither is known, since a reference to nobody is none. */
export const someone = (
  system: string,
  { id, name }: { readonly id?: string | undefined; readonly name?: string | undefined } = {},
): Reference | undefined =>
  id || says(name) ? { identifier: id ? { system, value: id } : undefined, display: stated(name) } : undefined;

/** Who judged: the person themselves, or whoever it was, by name where the record has one. */
function judge({ record, subject }: Making, perspective: Perspective, participantId?: string): Reference {
  if (perspective === 'person') return subject;
  const name = record.conversation.participants?.find(({ id }) => id === participantId)?.name;
  const view = labelOf('perspective', perspective);
  return { display: says(name) ? `${name} (${view})` : view };
}

const dayOf = ({ conversationAt }: OutcomeRecord): string | undefined =>
  conversationAt && isDate(conversationAt) ? conversationAt.slice(0, 10) : undefined;

const isMistake = (
  ...marked: readonly { readonly enteredInError?: unknown; readonly status?: string | undefined }[]
): boolean =>
  marked.some(({ enteredInError, status }) => enteredInError !== undefined || status === 'entered-in-error');

function lifecycle(record: OutcomeRecord, entry: Entry): Goal['lifecycleStatus'] {
  if (isMistake(record, entry)) return 'entered-in-error';
  if (record.status === 'draft') return 'proposed';
  const decided = { achieved: 'completed', 'no-longer-matters': 'cancelled', paused: 'on-hold' } as const;
  const value = entry.decision?.value;
  return value && value in decided ? decided[value as keyof typeof decided] : 'active';
}

/** State alone. Whether things got better is said by two ratings and by the person, never by this one field that has no history. */
function achievement({ decision, personalOutcome }: Entry): CodeableConcept | undefined {
  const system = terminology('goal-achievement');
  const keeps = personalOutcome?.intent !== undefined && personalOutcome.intent !== 'achieve';
  switch (decision?.value) {
    case 'achieved':
      return keeps ? concept(system, 'sustaining', 'Sustaining') : concept(system, 'achieved', 'Achieved');
    case 'keep-going':
      return keeps ? concept(system, 'sustaining', 'Sustaining') : concept(system, 'in-progress', 'In Progress');
    case 'continue':
    case 'change':
      return concept(system, 'in-progress', 'In Progress');
    default:
      return undefined;
  }
}

/** What the person wants, in their words. */
export function goal(making: Making, entry: Entry, ratings: readonly Reference[]): Goal {
  const { base, record, subject, identifier } = making;
  const { personalOutcome: wanted, decision, outcomes, mostImportant } = entry;
  const day = dayOf(record);
  const achieved = achievement(entry);
  return {
    resourceType: 'Goal',
    identifier: [identifier(entry.id)],
    lifecycleStatus: lifecycle(record, entry),
    achievementStatus: achieved,
    category: some(outcomes.map((one) => ({ coding: [outcomeCoding(base, one)], text: one.name }))),
    priority: mostImportant ? concept(terminology('goal-priority'), 'high-priority', 'High Priority') : undefined,
    description: { text: stated(wanted?.text) ?? entry.label },
    subject,
    startDate: day,
    statusDate: achieved && day,
    statusReason: stated(decision?.reason),
    expressedBy: wanted?.wordedBy && judge(making, wanted.wordedBy),
    addresses: some(ratings),
  };
}

const questions: Readonly<Record<Question, string>> = {
  ratings: 'How things are now',
  importance: 'How much it matters',
  change: 'Compared with last time',
};

/** One view on one scale. Nothing yet is no observation; a reason for no answer is. */
export function observation(
  making: Making,
  entry: Entry,
  question: Question,
  rating: Rating,
  goal: Reference | undefined,
): Observation {
  const { base, record, subject, response, identifier } = making;
  const { answer, perspective, participantId, reason, label } = rating;
  const scale = scaleOf(record, rating);
  const day = dayOf(record);
  const value = (
    given: Rating['answer'],
    shown?: string,
  ): Pick<Observation, 'valueCodeableConcept' | 'dataAbsentReason'> => {
    if (given.kind === 'unanswered') return {};
    if (given.kind === 'no-answer') {
      const text = stated(given.note) ?? labelOf('reason', given.reason);
      return { dataAbsentReason: { coding: [absentCoding(given.reason)], text } };
    }
    const coding = valueCoding(base, scale, given.value);
    return { valueCodeableConcept: { coding: coding && [coding], text: answerLabel(scale, given, shown) } };
  };
  const { hopedFor } = rating;
  const asks = codeSystem(base, 'question');
  const status = isMistake(record, entry, rating)
    ? 'entered-in-error'
    : record.status === 'draft'
      ? 'preliminary'
      : record.amends
        ? 'amended'
        : 'final';
  return {
    resourceType: 'Observation',
    extension: goal && [{ url: URLS.pertainsToGoal, valueReference: goal }],
    identifier: [identifier(rating.id)],
    status,
    category: [concept(terminology('observation-category'), 'survey', 'Survey')],
    code: {
      coding: [
        { system: asks, code: question, display: questions[question] },
        ...entry.outcomes.map((one) => outcomeCoding(base, one)),
      ],
      text: `${entry.label}: ${questions[question]}`,
    },
    subject,
    focus: goal && [goal],
    effectiveDateTime: day,
    issued: instant(rating.recordedAt),
    performer: [judge(making, perspective, participantId)],
    ...value(answer, label),
    note: says(reason) ? [{ text: reason }] : undefined,
    derivedFrom: [response],
    component: [
      {
        code: concept(asks, 'said-by', 'Whose view'),
        valueCodeableConcept: { coding: [codeOf(base, 'perspective', perspective)] },
      },
      ...(hopedFor && hopedFor.kind !== 'unanswered'
        ? [{ code: concept(asks, 'hoped-for', 'Hoped for'), ...value(hopedFor) }]
        : []),
    ],
  };
}

const taskStatus = {
  planned: 'not-started',
  doing: 'in-progress',
  done: 'completed',
  'not-yet': 'not-started',
  'no-longer-needed': 'cancelled',
} as const;

const sdsOptions = ['A direct payment', 'Directing the support', 'Support arranged by the authority', 'A mix of these'];

/** All next steps, whoever takes them: the person and the people around them as much as a service. Undefined where there are none. */
export function carePlan(making: Making, goals: ReadonlyMap<Entry, Reference>): CarePlan | undefined {
  const { base, record, subject, response, identifier } = making;
  const steps = record.entries.flatMap((entry) => (entry.actions ?? []).map((action) => ({ entry, action })));
  if (steps.length === 0) return undefined;
  const { recordedAt, recordedBy } = record;
  const options = [...new Set(steps.flatMap(({ action }) => action.sdsOption ?? []))].sort();
  return {
    resourceType: 'CarePlan',
    identifier: [identifier('plan')],
    status: isMistake(record) ? 'entered-in-error' : record.status === 'draft' ? 'draft' : 'active',
    intent: 'plan',
    category: some(
      options.map((option) =>
        concept(codeSystem(base, 'sds-option'), String(option), sdsOptions[option - 1] ?? String(option)),
      ),
    ),
    subject,
    created: instant(recordedAt),
    author: someone(canonical(base, 'agent'), recordedBy),
    supportingInfo: [response],
    goal: some([...goals.values()]),
    activity: steps.map(({ entry, action: { what, who, whoKind, by, status } }) => {
      const target = goals.get(entry);
      const name = stated(who) ?? (whoKind && labelOf('kind', whoKind));
      return {
        detail: {
          kind: 'Task',
          status: isMistake(entry) ? 'cancelled' : status ? taskStatus[status] : 'unknown',
          goal: target && [target],
          scheduledPeriod: by && isDate(by) ? { end: by } : undefined,
          performer: name ? [{ display: name }] : undefined,
          description: stated(what) ?? entry.label,
        },
      };
    }),
  };
}

/** Who said it and who wrote it down. Undefined where the record does not say when, which FHIR has to know. */
export function provenance(making: Making, target: readonly Reference[]): Provenance | undefined {
  const { base, record, subject, amended } = making;
  const { recordedAt, recordedBy, amends, entries } = record;
  const recorded = instant(recordedAt);
  if (!recorded) return undefined;
  const type = (code: string, display: string): CodeableConcept =>
    concept(terminology('provenance-participant-type'), code, display);
  const activity = isMistake(record) ? 'NULLIFY' : amends ? 'UPDATE' : 'CREATE';
  const voices = new Map<string, Provenance['agent'][number]>();
  const heard = (voice: Perspective | undefined, participantId: string | undefined): void => {
    if (voice)
      voices.set(JSON.stringify([voice, participantId]), {
        type: type('informant', 'Informant'),
        who: judge(making, voice, participantId),
        onBehalfOf: voice === 'proxy-for-person' ? subject : undefined,
      });
  };
  for (const entry of entries) {
    for (const [, { perspective, participantId }] of ratingsOf(entry)) heard(perspective, participantId);
    for (const { saidBy, participantId } of wordsOf(entry)) heard(saidBy, participantId);
  }
  const why = [amends?.reason, record.enteredInError?.reason].filter(says);
  return {
    resourceType: 'Provenance',
    target: [...target],
    recorded,
    reason: some(why.map((text) => ({ text }))),
    activity: concept(terminology('v3-DataOperation'), activity, activity.toLowerCase()),
    agent: [
      {
        type: type('enterer', 'Enterer'),
        who: someone(canonical(base, 'agent'), recordedBy) ?? { display: 'Not said' },
      },
      ...voices.values(),
    ],
    entity: amended && [{ role: 'revision', what: { identifier: amended } }],
  };
}
