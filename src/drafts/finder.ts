import type { OutcomeRecord } from '../schema/record.js';
import { DRAFT_VERSION, type DraftStore, type KeptDraft } from './draft.js';
import { unseal } from './seal.js';
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
export async function read(draft: KeptDraft, { key, user }: DraftOptions): Promise<Found> {
  const { v = 0, id, sealed } = draft;
  let { record } = draft;
  if (v > DRAFT_VERSION) return { draft, why: 'unknown' };
  try {
    // Without a key this throws too.
    if (sealed) record = await unseal(sealed, key as CryptoKey, id, user);
  } catch {
    return { draft, why: 'locked' };
  }
  // What the conversation itself cannot read is said when somebody goes on with it.
  const { subject, framework } = (record ?? {}) as Partial<OutcomeRecord>;
  if (!record || !subject || !framework) return { draft, why: 'broken' };
  return Number.parseInt(record.schemaVersion, 10) > 1 ? { draft, why: 'unknown' } : { draft, record };
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
  const kept = await store.list(options.user);
  const found = await Promise.all(
    kept
      .filter(({ id }) => !leave(id))
      .map(async (draft): Promise<Found | undefined> => {
        const one = await read(draft, options);
        const { record } = one;
        if (!record) return one;
        if (!isAbout(record, shown)) return undefined;
        const held = await options.held?.(record, draft.completedAt).catch(() => undefined);
        const live = await tabs.isHeld(draft.id);
        if (held === 'this') {
          if (!live) await store.remove(draft.id);
          return undefined;
        }
        const isOld = held === 'newer' || (record.id === shown.id && record.baseVersion !== shown.baseVersion);
        return { ...one, isOld, live };
      }),
  );
  return found.filter((one) => one !== undefined).sort((a, b) => (b.draft.savedAt ?? 0) - (a.draft.savedAt ?? 0));
}
