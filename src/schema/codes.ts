/**
 * The code lists of the data model, free of zod so that every floor can use them at run time.
 * A code is stored; its label is a string of `i18n/` that a partnership can replace.
 */

/** The version of the record format that this library writes: `major.minor`. */
export const SCHEMA_VERSION = '1.0';

/** Whose view a rating or a statement is. A proxy gives two different views: their own, and what they think the person would say. */
export const PERSPECTIVES = [
  'person',
  'carer',
  'practitioner',
  'proxy-own',
  'proxy-for-person',
  'advocate',
  'parent',
  'agency',
] as const;

/** Why there is no answer. None of them is ever counted as zero or as "not met". */
export const NO_ANSWER_REASONS = [
  'declined',
  'not-known',
  'not-applicable',
  'later',
  'not-discussed',
  'unable',
] as const;

/** What the person wants for an outcome. To keep something the same is as good an aim as to reach something new. */
export const INTENTS = ['achieve', 'maintain', 'slow-decline', 'comfort'] as const;

/** Who or what helps, in the order they are asked: the person's own part first, services after family and community. */
export const CONTRIBUTOR_KINDS = [
  'person',
  'family',
  'friend',
  'community',
  'service',
  'equipment',
  'circumstances',
] as const;

/** Planned to help, or has helped. */
export const CONTRIBUTION_STAGES = ['planned', 'actual'] as const;

/** Where an agreed action stands. */
export const ACTION_STATUSES = ['planned', 'doing', 'done', 'not-yet', 'no-longer-needed'] as const;

/** What was decided about an outcome at a review. */
export const DECISIONS = ['continue', 'change', 'achieved', 'keep-going', 'no-longer-matters', 'paused'] as const;

/** Who took part. The terms are those of Scots law and practice. */
export const ROLES = [
  'person',
  'unpaid-carer',
  'family-or-friend',
  'parent',
  'welfare-attorney',
  'welfare-guardian',
  'independent-advocate',
  'named-person',
  'interpreter',
  'practitioner',
  'other',
] as const;

/** How the conversation took place. */
export const MODES = ['face-to-face', 'phone', 'video', 'written', 'observed'] as const;

/** What supported the person to take part. */
export const SUPPORTS = [
  'interpreter',
  'bsl',
  'advocate',
  'symbols',
  'easy-read',
  'hearing-loop',
  'more-time',
  'other',
] as const;

/** Who may see a statement beside the worker. An empty list keeps it private to the worker. */
export const AUDIENCES = ['person', 'family', 'agencies'] as const;

/** What kind of conversation it was. */
export const RECORD_KINDS = ['assessment', 'plan', 'review'] as const;

/** A record is a draft until it is completed; a mistake is marked, never deleted. */
export const RECORD_STATUSES = ['draft', 'completed', 'entered-in-error'] as const;

/** Whether the earlier answer was in sight before the new one was given. */
export const PREVIOUS_SHOWN = ['before', 'after-answer', 'never'] as const;

export const SCALE_KINDS = ['ordinal', 'numeric', 'status', 'goal-attainment'] as const;

/** Which end of a scale is better. `neither`: more is not better ("responsible" can be too much). */
export const DIRECTIONS = ['higher-better', 'lower-better', 'neither'] as const;

/** What may be computed over many people. Nothing but counting unless the scale's owner says so. */
export const AGGREGATES = ['none', 'count', 'median', 'mean'] as const;

/** How a rating scale is drawn. Every one of them is the same group of radios. */
export const SCALE_PRESENTATIONS = ['options', 'faces', 'ladder', 'line'] as const;

/** Who caused a change: the person at the keyboard, the host's code, or the browser restoring a form. */
export const SOURCES = ['user', 'host', 'restore'] as const;

export type Perspective = (typeof PERSPECTIVES)[number];
export type NoAnswerReason = (typeof NO_ANSWER_REASONS)[number];
export type Intent = (typeof INTENTS)[number];
export type ContributorKind = (typeof CONTRIBUTOR_KINDS)[number];
export type ContributionStage = (typeof CONTRIBUTION_STAGES)[number];
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type Decision = (typeof DECISIONS)[number];
export type Role = (typeof ROLES)[number];
export type Mode = (typeof MODES)[number];
export type Support = (typeof SUPPORTS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type RecordStatus = (typeof RECORD_STATUSES)[number];
export type PreviousShown = (typeof PREVIOUS_SHOWN)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type ScalePresentation = (typeof SCALE_PRESENTATIONS)[number];
export type Source = (typeof SOURCES)[number];
