import type { OutcomeRecord } from '../../schema/record.js';
import type { Parsed, Problem } from '../../schema/rules.js';
import { entryFields, RECORD, recordFields } from './fields.js';
import { readPart } from './read.js';
import type { QuestionnaireResponse, ResponseItem } from './types.js';

/** Whether it is a record: `loadRecord` of `talking-points-elements/model`. */
export type RecordCheck = (input: unknown) => Parsed<OutcomeRecord>;

export type BundleRead =
  | {
      readonly ok: true;
      readonly record: OutcomeRecord;
      /** What the Bundle holds that has no place in a record: linkIds, and the type and id of resources that were not read. */
      readonly notRead: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Found = { readonly resourceType?: unknown; readonly id?: unknown };

const refuse = (code: string, message: string): BundleRead => ({
  ok: false,
  problems: [{ code, path: '', message, hint: 'Pass the Bundle of one record, or its QuestionnaireResponse.' }],
});

function read(input: unknown, check: RecordCheck): BundleRead {
  const { entry } = (input ?? {}) as { entry?: unknown };
  const resources = (Array.isArray(entry) ? entry : [{ resource: input }]).flatMap(
    (one: { resource?: Found } | null) => (one?.resource ? [one.resource] : []),
  );
  const responses = resources.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  const [found] = responses as unknown as QuestionnaireResponse[];
  if (!found || responses.length > 1)
    return refuse(
      'fhir-one-response',
      `It holds ${String(responses.length)} QuestionnaireResponses, so it cannot be told which conversation it is.`,
    );
  const derived = /^(Goal|Observation|CarePlan|Task|Provenance)$/;
  const notRead = resources
    .filter(({ resourceType }) => resourceType !== 'QuestionnaireResponse' && !derived.test(String(resourceType)))
    .map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`);
  const unknown = (linkId: string): void => {
    notRead.push(linkId);
  };
  const items = Array.isArray(found.item) ? found.item : [];
  const own = items.find(({ linkId }) => linkId === RECORD)?.item ?? [];
  const part = readPart({ scales: [], unknown }, RECORD, recordFields, own);
  // The answers about the record itself need no scales; those of the entries do.
  const scales = part['scales'] as readonly Readonly<Record<string, unknown>>[];
  const entries = items
    .filter(({ linkId }) => linkId !== RECORD)
    .map(({ linkId, item = [] }: ResponseItem) => readPart({ scales, unknown }, linkId, entryFields, item))
    .sort((a, b) => Number(a['position'] ?? Number.MAX_SAFE_INTEGER) - Number(b['position'] ?? Number.MAX_SAFE_INTEGER))
    .map(({ position: _position, ...rest }) => rest);
  const { conversationDate, conversationTime, ...rest } = part;
  const day = conversationDate as string | undefined;
  const loaded = check({
    ...rest,
    subject: rest['subject'] ?? {},
    conversation: rest['conversation'] ?? {},
    ...(day && { conversationAt: conversationTime ? `${day}T${conversationTime as string}` : day }),
    entries,
  });
  return loaded.ok ? { ok: true, record: loaded.value, notRead } : loaded;
}

/**
 * The record that a Bundle of `recordToBundle` holds, of either version, or its QuestionnaireResponse alone, also after a form renderer has had it.
 * Nothing is thrown, whatever it is given. What never comes back: fields that the record format does not name; an optional text or list that is there
 * but empty (other than an empty `sharing`) or blank; and what was changed in the resources that are derived.
 *
 * @param check - `loadRecord` of `talking-points-elements/model`: here it is not imported, so that who only writes FHIR does not load it
 */
export function bundleToRecord(input: unknown, check: RecordCheck): BundleRead {
  try {
    return read(input, check);
  } catch {
    return refuse('fhir-unreadable', 'It is not FHIR that can be read.');
  }
}
