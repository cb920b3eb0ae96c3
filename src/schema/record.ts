import * as z from 'zod/mini';
import { scaleAnswer } from './answer.js';
import {
  ACTION_STATUSES,
  AUDIENCES,
  CONTRIBUTION_STAGES,
  CONTRIBUTOR_KINDS,
  DECISIONS,
  INTENTS,
  MODES,
  PERSPECTIVES,
  PREVIOUS_SHOWN,
  RECORD_KINDS,
  RECORD_STATUSES,
  ROLES,
  SUPPORTS,
} from './codes.js';
import {
  agent,
  id,
  instant,
  label,
  localDate,
  localDateTime,
  optionalId,
  optionalLanguage,
  optionalText,
  text,
  version,
} from './primitives.js';
import { ratingScale, scaleValue } from './scale.js';
import type { Plain } from './types.js';

const perspective = z.enum(PERSPECTIVES);
const sharing = z.optional(z.array(z.enum(AUDIENCES)));

/** Marks a part as a mistake. It stays, struck through, with the reason. */
export const enteredInError = z.looseObject({ reason: text, at: instant, by: z.optional(agent) });

/** Somebody's own words: who said them, in which language, who may see them. `translationOf` keeps a translation beside its original. */
export const statement = z.looseObject({
  id,
  text,
  saidBy: z.optional(perspective),
  participantId: optionalId,
  language: optionalLanguage,
  translationOf: optionalId,
  sharing,
  recordedAt: z.optional(instant),
  recordedBy: z.optional(agent),
  enteredInError: z.optional(enteredInError),
});

/** What the person wants, in words that make sense to them. */
export const personalOutcome = z.looseObject({
  text: optionalText,
  intent: z.optional(z.enum(INTENTS)),
  wordedBy: z.optional(perspective),
  language: optionalLanguage,
  sharing,
});

export const goalLevel = z.looseObject({ value: scaleValue, text });

/** One view on one scale. Every rating says whose view it is, who wrote it down, when, and on which version of which scale. */
export const rating = z.looseObject({
  id,
  perspective,
  participantId: optionalId,
  scale: z.looseObject({ id, version }),
  answer: scaleAnswer,
  /** The answer's label as it was shown on the day. */
  label: optionalText,
  /** Why that answer. */
  reason: optionalText,
  /** Where the person would like to be on the same scale, and what would help. */
  hopedFor: z.optional(scaleAnswer),
  wouldHelp: optionalText,
  /** The levels as the person worded them, for goal attainment. */
  levels: z.optional(z.array(goalLevel)),
  /** How the view was given, and how it was found out where the person could not say it. */
  mode: z.optional(z.enum(MODES)),
  viewFoundBy: optionalText,
  previousShown: z.optional(z.enum(PREVIOUS_SHOWN)),
  sharing,
  recordedAt: instant,
  recordedBy: z.optional(agent),
  enteredInError: z.optional(enteredInError),
});

/** Who or what helps (planned) or helped (actual): contribution, not attribution. */
export const contributor = z.looseObject({
  id,
  kind: z.enum(CONTRIBUTOR_KINDS),
  who: optionalText,
  how: optionalText,
  stage: z.optional(z.enum(CONTRIBUTION_STAGES)),
  sharing,
});

/** A next step: what, who, by when, how it stands. `sdsOption` is the self-directed support option (1 to 4) for this step. */
export const action = z.looseObject({
  id,
  what: text,
  who: optionalText,
  whoKind: z.optional(z.enum(CONTRIBUTOR_KINDS)),
  by: z.optional(localDate),
  status: z.optional(z.enum(ACTION_STATUSES)),
  sdsOption: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  note: optionalText,
  sharing,
});

export const disagreement = z.looseObject({ between: z.array(perspective), text, sharing });

export const decision = z.looseObject({
  value: z.enum(DECISIONS),
  reason: optionalText,
  agreedBy: z.optional(z.array(perspective)),
});

/** The outcome of a framework that an entry is about, named as on the day. */
export const outcomeReference = z.looseObject({
  framework: id,
  frameworkVersion: version,
  id,
  name: label,
  category: z.optional(z.looseObject({ id, label })),
});

/**
 * What was recorded about one thing that matters. `outcomes` is empty for something the person named themselves, and may hold several
 * where one wish touches more than one outcome. Nothing but `id`, `label` and `outcomes` has to be there.
 */
export const entry = z.looseObject({
  id,
  label,
  outcomes: z.array(outcomeReference),
  mostImportant: z.optional(z.boolean()),
  narrative: z.optional(z.array(statement)),
  personalOutcome: z.optional(personalOutcome),
  ratings: z.optional(z.array(rating)),
  importance: z.optional(z.array(rating)),
  /** The person's own sense of change since last time: asked, never computed. */
  change: z.optional(z.array(rating)),
  strengths: z.optional(z.array(statement)),
  barriers: z.optional(z.array(statement)),
  contributors: z.optional(z.array(contributor)),
  actions: z.optional(z.array(action)),
  disagreement: z.optional(disagreement),
  decision: z.optional(decision),
  /** The entry of an earlier record that this one follows on from. */
  previous: z.optional(z.looseObject({ recordId: id, entryId: id })),
  enteredInError: z.optional(enteredInError),
});

export const participant = z.looseObject({
  id,
  role: z.enum(ROLES),
  name: optionalText,
  relationship: optionalText,
});

/** How the conversation was had. `viewsFoundBy`: how wishes and feelings were found out where somebody could not give a view. */
export const conversation = z.looseObject({
  participants: z.optional(z.array(participant)),
  mode: z.optional(z.enum(MODES)),
  place: optionalText,
  language: optionalLanguage,
  recordLanguage: optionalLanguage,
  support: z.optional(z.array(z.enum(SUPPORTS))),
  supportNote: optionalText,
  viewsFoundBy: optionalText,
});

/** Whose record it is: the host's key, and how the person likes to be called. */
export const subject = z.looseObject({ id: optionalId, name: optionalText });

/** One conversation as plain JSON that explains itself: it keeps the framework's and the scales' words as they were shown on the day. */
export const outcomeRecord = z.looseObject({
  schemaVersion: z.string().check(z.regex(/^1\.\d{1,6}$/)),
  id,
  kind: z.enum(RECORD_KINDS),
  status: z.enum(RECORD_STATUSES),
  subject,
  /** When the conversation was, which is not when it was written down. */
  conversationAt: z.optional(localDateTime),
  recordedAt: instant,
  recordedBy: z.optional(agent),
  completedAt: z.optional(instant),
  conversation,
  framework: z.looseObject({
    id,
    version,
    name: label,
    attribution: optionalText,
    licenceNotice: optionalText,
  }),
  /** Every scale that an answer refers to, as shown on the day. */
  scales: z.array(ratingScale),
  entries: z.array(entry),
  summary: z.optional(z.array(statement)),
  /** What was agreed for the whole record: who may see the parts that have no `sharing` of their own. Without it, the person alone. */
  sharing,
  /** The records that were looked back at, and whether earlier answers were in sight. */
  previous: z.optional(z.looseObject({ recordIds: z.array(id), shown: z.enum(PREVIOUS_SHOWN) })),
  /** Set on an amendment: which record it replaces, and why. */
  amends: z.optional(z.looseObject({ recordId: id, reason: text, at: instant, by: z.optional(agent) })),
  enteredInError: z.optional(enteredInError),
  /** The host's version of the record that this one was based on (an ETag). */
  baseVersion: optionalText,
  /** What made the record. */
  generator: z.optional(z.looseObject({ name: label, version: label })),
});

export type Statement = Plain<z.infer<typeof statement>>;
export type PersonalOutcome = Plain<z.infer<typeof personalOutcome>>;
export type Rating = Plain<z.infer<typeof rating>>;
export type Contributor = Plain<z.infer<typeof contributor>>;
export type Action = Plain<z.infer<typeof action>>;
export type Disagreement = Plain<z.infer<typeof disagreement>>;
export type OutcomeReference = Plain<z.infer<typeof outcomeReference>>;
export type Entry = Plain<z.infer<typeof entry>>;
export type Participant = Plain<z.infer<typeof participant>>;
export type Conversation = Plain<z.infer<typeof conversation>>;
export type OutcomeRecord = Plain<z.infer<typeof outcomeRecord>>;
export type Agent = Plain<z.infer<typeof agent>>;
