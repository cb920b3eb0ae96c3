import type { OutcomeFramework } from '../../schema/framework.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import { ratingsOf } from '../../model/parts.js';
import { entryFields, outcomeLink, OWN, RECORD, recordFields } from './fields.js';
import { carePlan, goal, observation, provenance, someone, type Making } from './resources.js';
import { BASE, canonical, codeOf, instant, stableId, URLS, written } from './systems.js';
import type {
  Identifier,
  QuestionnaireResponse,
  RecordBundle,
  RecordResource,
  Reference,
  ResponseItem,
} from './types.js';
import type { FhirR5, RecordBundleR5 } from './types-r5.js';
import { partItems } from './write.js';

export interface FhirOptions {
  /** `R5` of `talking-points-elements/fhir/r5`; R4 without it. */
  readonly version?: FhirR5 | undefined;
  /** Where the canonical addresses of what we define begin: an address of your own, without a slash at the end. By default a URN. */
  readonly base?: string | undefined;
  /** The person, as your server knows them. By default the record's `subject` as an identifier and a name. */
  readonly subject?: Reference | undefined;
  /**
   * The framework that the form was made of. With it, items stand in the form's order, and an answer on a scale that the form does not offer stands
   * beside it and not in it, so that the response fits its Questionnaire.
   */
  readonly framework?: OutcomeFramework | undefined;
}

/** Day and time apart, as the form asks them. */
const asAsked = ({ conversationAt, ...record }: OutcomeRecord): Readonly<Record<string, unknown>> => {
  const [conversationDate, conversationTime] = conversationAt?.split('T') ?? [];
  return { ...record, conversationDate, conversationTime };
};

/** Whose group of the form an entry stands in: that of its first outcome, where the form has one, else what the person named themselves. */
function groupOf(record: OutcomeRecord, framework: OutcomeFramework | undefined, { outcomes: [first] }: Entry): string {
  if (!first || first.framework !== record.framework.id || first.frameworkVersion !== record.framework.version)
    return OWN;
  return !framework || framework.outcomes.some(({ id }) => id === first.id) ? outcomeLink(first.id) : OWN;
}

function responseItems(base: string, record: OutcomeRecord, framework: OutcomeFramework | undefined): ResponseItem[] {
  const { scales } = record;
  const placed = record.entries.map((entry, position) => ({
    entry,
    position,
    group: groupOf(record, framework, entry),
  }));
  const order = [...(framework?.outcomes.map(({ id }) => outcomeLink(id)) ?? placed.map(({ group }) => group)), OWN];
  // What the person named themselves stands last, as it does in the form.
  const place = (group: string): number => (group === OWN ? order.length : order.indexOf(group));
  placed.sort((a, b) => place(a.group) - place(b.group));
  return [
    {
      linkId: RECORD,
      text: record.framework.name,
      item: partItems({ base, scales, offers: () => true }, RECORD, recordFields, asAsked(record)),
    },
    ...placed.map(({ entry, position, group }): ResponseItem => {
      const outcome = framework?.outcomes.find(({ id }) => outcomeLink(id) === group);
      const offered = outcome?.scale ?? framework?.scale;
      const offers = ({ id }: { readonly id: string }): boolean => !framework || id === offered;
      return {
        linkId: group,
        text: entry.label,
        item: partItems({ base, scales, offers }, group, entryFields, { ...entry, position }),
      };
    }),
  ];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A UUID names a thing anywhere. Any other id names it within its record. */
const identifierOf = (base: string, id: string, within?: string): Identifier =>
  uuid.test(id)
    ? { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }
    : { system: canonical(base, 'id'), value: within === undefined ? id : `${within}/${id}` };

function response(
  making: Making,
  { base, framework }: { base: string; framework: OutcomeFramework | undefined },
): QuestionnaireResponse {
  const { record, subject } = making;
  const {
    recordedBy,
    recordedAt,
    completedAt = recordedAt,
    conversation: { mode },
  } = record;
  const views = record.entries.flatMap((entry) => ratingsOf(entry).map(([, { perspective }]) => perspective));
  const inError = record.status === 'entered-in-error' || record.enteredInError;
  const done = record.amends ? 'amended' : 'completed';
  return {
    resourceType: 'QuestionnaireResponse',
    extension: mode && [
      {
        url: URLS.completionMode,
        valueCodeableConcept: { coding: [codeOf(base, 'mode', mode)] },
      },
    ],
    identifier: identifierOf(base, record.id),
    questionnaire: `${canonical(base, 'Questionnaire', record.framework.id)}|${record.framework.version}`,
    status: inError ? 'entered-in-error' : record.status === 'draft' ? 'in-progress' : done,
    subject,
    authored: instant(completedAt),
    author: someone(canonical(base, 'agent'), recordedBy),
    // Only where nobody else was heard: one name here would hide the others.
    source: views.length > 0 && views.every((view) => view === 'person') ? subject : undefined,
    item: responseItems(base, record, framework),
  };
}

/**
 * A record as a FHIR R4 transaction: the conversation as a QuestionnaireResponse, which holds all of it, and what is derived from that for systems
 * that look for it there: a Goal for each thing that is wanted, an Observation for each view on a scale, a CarePlan of the next steps, and a Provenance.
 * Ids are made of the record's, so that a second export updates and does not double. For an audience, give what `shareRecord` gives.
 */
export function recordToBundle(record: OutcomeRecord, options: FhirOptions & { version: FhirR5 }): RecordBundleR5;
export function recordToBundle(record: OutcomeRecord, options?: FhirOptions & { version?: undefined }): RecordBundle;
export function recordToBundle(record: OutcomeRecord, options?: FhirOptions): RecordBundle | RecordBundleR5;
export function recordToBundle(record: OutcomeRecord, options: FhirOptions = {}): RecordBundle | RecordBundleR5 {
  const { base = BASE } = options;
  const framework =
    options.framework?.id === record.framework.id && options.framework.version === record.framework.version
      ? options.framework
      : undefined;
  const taken = new Map<string, number>();
  const entries: RecordBundle['entry'] = [];
  /** Two things with one id still are two. */
  const idOf = (...path: readonly string[]): string => {
    const key = JSON.stringify(path);
    const times = taken.get(key) ?? 0;
    taken.set(key, times + 1);
    return stableId(base, record.id, ...path, ...(times > 0 ? [String(times)] : []));
  };
  const reference = (id: string): Reference => ({ reference: `urn:uuid:${id}` });
  const add = (id: string, resource: RecordResource): void => {
    entries.push({
      fullUrl: `urn:uuid:${id}`,
      resource: { ...resource, id },
      request: { method: 'PUT', url: `${resource.resourceType}/${id}` },
    });
  };
  const responseId = idOf('QuestionnaireResponse');
  const making: Making = {
    base,
    record,
    subject: options.subject ??
      someone(canonical(base, 'subject'), record.subject) ?? {
        extension: [{ url: URLS.absent, valueCode: 'unknown' }],
      },
    response: reference(responseId),
    identifier: (id) => identifierOf(base, id, record.id),
    amended: record.amends && identifierOf(base, record.amends.recordId),
  };
  add(responseId, response(making, { base, framework }));
  const goals = new Map<Entry, Reference>();
  for (const entry of record.entries) {
    const goalId = entry.personalOutcome && idOf('Goal', entry.id);
    const target = goalId ? reference(goalId) : undefined;
    const views = ratingsOf(entry)
      .filter(([, { answer }]) => answer.kind !== 'unanswered')
      .map(([question, rating]) => ({ question, rating, id: idOf('Observation', entry.id, question, rating.id) }));
    if (goalId && target) {
      goals.set(entry, target);
      const now = views.filter(({ question }) => question === 'ratings');
      add(
        goalId,
        goal(
          making,
          entry,
          now.map(({ id }) => reference(id)),
        ),
      );
    }
    for (const { question, rating, id } of views) add(id, observation(making, entry, question, rating, target));
  }
  const plan = carePlan(making, goals);
  if (plan) add(idOf('CarePlan'), plan);
  const targets = entries.map(({ fullUrl }) => ({ reference: fullUrl }));
  const trail = provenance(making, targets);
  if (trail) add(idOf('Provenance'), trail);
  const bundle: RecordBundle = { resourceType: 'Bundle', type: 'transaction', entry: entries };
  const { version } = options;
  return written(version ? version.bundle(bundle) : bundle, version) as RecordBundle;
}
