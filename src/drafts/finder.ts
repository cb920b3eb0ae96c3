import type { OutcomeRecord } from '../schema/record.js';
import { acknowledge, isAcknowledged } from './acknowledged.js';
import { DRAFT_VERSION, GRACE, type DraftStore, type KeptDraft } from './draft.js';
import type { Tabs } from './tabs.js';
import type { DraftOffer, DraftOptions } from './types.js';

/** A draft that is about what is on the screen, or that nobody can read: then it has no record. */
export interface Found extends DraftOffer {
  readonly draft: KeptDraft;
  readonly record?: OutcomeRecord | undefined;
}

/** A draft with its record, or with why there is none. */
export function read(draft: KeptDraft): Found {
  const { v = 0, id, savedAt = 0, expiresAt = 0, overdueSince, sealed, record } = draft;
  // What the conversation itself cannot read is said when somebody goes on with it.
  const { subject, framework, schemaVersion = '' } = (record ?? {}) as Partial<OutcomeRecord>;
  const isNewer = v > DRAFT_VERSION || parseInt(schemaVersion) > 1;
  const why = isNewer ? 'unknown' : sealed ? 'locked' : subject && framework ? undefined : 'broken';
  const isOverdue = overdueSince !== undefined;
  const until = isOverdue ? overdueSince + GRACE : expiresAt;
  return { draft, id, savedAt, isOverdue, until, why, record: why ? undefined : record };
}

/** A draft as it is in the store now: another page may have written it meanwhile. */
export const fresh = async (store: DraftStore, { user }: DraftOptions, id: string): Promise<KeptDraft | undefined> =>
  (await store.list(user)).find((one) => one.id === id);

/** With whom a conversation is, and about what. Without an id, the name tells people apart, or everybody would be the same person. */
const topicOf = ({ subject, kind, framework, amends }: OutcomeRecord): string =>
  JSON.stringify([subject.id ?? [subject.name], kind, framework.id, amends?.recordId]);

/** Whether a draft is about what is on the screen: the same record, a correction of it, or the same kind of conversation with the same person. */
const isAbout = (draft: OutcomeRecord, shown: OutcomeRecord): boolean =>
  draft.id === shown.id ||
  draft.amends?.recordId === shown.id ||
  (shown.status === 'draft' && shown.baseVersion === undefined && topicOf(draft) === topicOf(shown));

/** What is kept for what is on the screen, the newest first. What the host has stored is removed. */
export async function find(
  store: DraftStore,
  options: DraftOptions,
  tabs: Tabs,
  shown: OutcomeRecord,
  isLeft: (draft: KeptDraft) => boolean,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const judge = async (draft: KeptDraft | undefined): Promise<void> => {
    if (!draft || isLeft(draft)) return;
    const { id, completedAt, savedAt } = draft;
    if (isAcknowledged(draft)) {
      // A store that hangs keeps nobody waiting for the others.
      void store.remove(id).then(
        () => acknowledge(id),
        () => undefined,
      );
      return;
    }
    const one = read(draft);
    const { record } = one;
    if (record && !isAbout(record, shown)) return;
    const held = record && (await options.held?.(record, completedAt).catch(() => undefined));
    const isLive = await tabs.isHeld(id);
    if (held !== 'this') {
      const isOld = held === 'newer' || (record?.id === shown.id && record.baseVersion !== shown.baseVersion);
      found.push({ ...one, isOld, isLive });
    } else if (!isLive) {
      // The host has taken its time to answer: somebody may have gone on with it.
      const now = await fresh(store, options, id);
      await (now?.savedAt === savedAt ? store.remove(id) : judge(now));
    }
  };
  await Promise.all((await store.list(options.user)).map(judge));
  return found.sort((a, b) => b.savedAt - a.savedAt);
}
