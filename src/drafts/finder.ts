import type { OutcomeRecord } from '../schema/record.js';
import { acknowledge, isAcknowledged } from './acknowledged.js';
import { DRAFT_VERSION, type DraftStore, type KeptDraft } from './draft.js';
import type { Tabs } from './tabs.js';
import type { DraftOptions } from './types.js';

/** A draft that is about what is on the screen, or that nobody can read. */
export interface Found {
  readonly draft: KeptDraft;
  readonly record?: OutcomeRecord | undefined;
  /** Why it has no record. */
  readonly why?: 'unknown' | 'locked' | 'broken';
  /** Another page writes it now. */
  readonly live?: boolean | undefined;
  /** The host holds a version of the record that the draft does not know of. */
  readonly isOld?: boolean | undefined;
}

/** A draft with its record, or with why there is none. */
function read(draft: KeptDraft): Found {
  const { v = 0, sealed, record } = draft;
  // What the conversation itself cannot read is said when somebody goes on with it.
  const { subject, framework, schemaVersion = '' } = (record ?? {}) as Partial<OutcomeRecord>;
  if (v > DRAFT_VERSION || Number.parseInt(schemaVersion, 10) > 1) return { draft, why: 'unknown' };
  if (sealed) return { draft, why: 'locked' };
  return subject && framework ? { draft, record } : { draft, why: 'broken' };
}

/** A draft as it is in the store now: another page may have written it meanwhile. */
export async function fresh(store: DraftStore, { user }: DraftOptions, id: string): Promise<Found | undefined> {
  const draft = (await store.list(user)).find((one) => one.id === id);
  return draft && read(draft);
}

/** Whether a draft is about what is on the screen: the same record, a correction of it, or the same kind of conversation with the same person. */
function isAbout(draft: OutcomeRecord, shown: OutcomeRecord): boolean {
  if (draft.id === shown.id || draft.amends?.recordId === shown.id) return true;
  return (
    shown.status === 'draft' &&
    shown.baseVersion === undefined &&
    draft.subject.id === shown.subject.id &&
    // Without an id, everybody would be the same person.
    (shown.subject.id !== undefined || draft.subject.name === shown.subject.name) &&
    draft.kind === shown.kind &&
    draft.framework.id === shown.framework.id &&
    draft.amends?.recordId === shown.amends?.recordId
  );
}

/** What is kept for what is on the screen, the newest first. What the host has stored is removed. */
export async function find(
  store: DraftStore,
  options: DraftOptions,
  tabs: Tabs,
  shown: OutcomeRecord,
  leave: (id: string) => boolean,
): Promise<readonly Found[]> {
  const judge = async (one: Found | undefined): Promise<Found | undefined> => {
    const { draft, record } = one ?? {};
    if (!draft || !record) return one;
    if (!isAbout(record, shown)) return undefined;
    const held = await options.held?.(record, draft.completedAt).catch(() => undefined);
    const live = await tabs.isHeld(draft.id);
    if (held !== 'this') {
      const isOld = held === 'newer' || (record.id === shown.id && record.baseVersion !== shown.baseVersion);
      return { ...one, draft, isOld, live };
    }
    if (live) return undefined;
    // The host has taken its time to answer: somebody may have gone on with it.
    const now = await fresh(store, options, draft.id);
    if (now?.draft.savedAt !== draft.savedAt || now?.draft.writer !== draft.writer) return judge(now);
    await store.remove(draft.id);
    return undefined;
  };
  const kept = (await store.list(options.user)).filter(({ id }) => !leave(id));
  const found = await Promise.all(
    kept.map((draft) => {
      if (!isAcknowledged(draft)) return judge(read(draft));
      // A store that hangs keeps nobody waiting for the others.
      void store.remove(draft.id).then(
        () => acknowledge(draft.id),
        () => undefined,
      );
      return undefined;
    }),
  );
  return found.filter((one) => one !== undefined).sort((a, b) => (b.draft.savedAt ?? 0) - (a.draft.savedAt ?? 0));
}
