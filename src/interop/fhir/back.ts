import { loadRecord } from '../../model/load.js';
import type { OutcomeRecord } from '../../schema/record.js';
import { readSafely, type Problem } from '../../schema/rules.js';
import { entryFields, RECORD, recordFields } from './fields.js';
import { readPart } from './read.js';
import type { QuestionnaireResponse, ResponseItem } from './types.js';

/** What a Bundle of ours does not carry back into a record, whatever the record. */
export const NOT_CARRIED: readonly string[] = [
  'Fields that the record format does not name: those of a newer version, or of the host’s own.',
  'An optional text or list that is there but empty comes back as not there. An empty text within a list of texts goes.',
  'What was changed in a Goal, Observation, CarePlan or Provenance: they are derived, and the QuestionnaireResponse is read.',
];

export type BundleRead =
  | {
      readonly ok: true;
      readonly record: OutcomeRecord;
      /** What the Bundle holds that has no place in a record: linkIds, and the type and id of resources that were not read. */
      readonly notRead: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Found = { readonly resourceType?: unknown; readonly id?: unknown };

const refuse = (code: string, message: string, hint: string): BundleRead => ({
  ok: false,
  problems: [{ code, path: '', message, hint }],
});

function read(input: unknown): BundleRead {
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
      'Pass the Bundle of one record, or its QuestionnaireResponse.',
    );
  const derived = /^(Goal|Observation|CarePlan|Provenance)$/;
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
  const loaded = loadRecord({
    ...rest,
    subject: rest['subject'] ?? {},
    conversation: rest['conversation'] ?? {},
    ...(day && { conversationAt: conversationTime ? `${day}T${conversationTime as string}` : day }),
    entries,
  });
  return loaded.ok ? { ok: true, record: loaded.value, notRead } : loaded;
}

/**
 * The record that a Bundle of `recordToBundle` holds, or its QuestionnaireResponse alone, also after a form renderer has had it. Nothing is thrown,
 * whatever it is given. What cannot come back is listed in `NOT_CARRIED`.
 */
export function bundleToRecord(input: unknown): BundleRead {
  const result = readSafely<BundleRead>(() => ({ ok: true, value: read(input) }));
  return result.ok ? result.value : result;
}
