import { wordsKey } from '../model/compare-entries.js';
import { shareRecord } from '../model/share.js';
import { AUDIENCES, type Audience } from '../schema/codes.js';
import type { OutcomeRecord } from '../schema/record.js';
import type { Problem } from '../schema/rules.js';

export const audienceStrings = { 'audience.unnamed': 'Something that matters' } as const;

/** Whose eyes a page is for, as a host says it. */
export interface Sharing {
  readonly audience: Audience | null | undefined;
  /** Who may see what does not say who may see it: a list, or codes with spaces between. Without it, what each record says. */
  readonly agreed: readonly Audience[] | string | undefined;
}

export const isAudience = (given: unknown): given is Audience => AUDIENCES.some((one) => one === given);

export const readAgreed = (agreed: Sharing['agreed']): readonly Audience[] | undefined => {
  if ((agreed ?? undefined) === undefined) return undefined;
  const named: unknown = typeof agreed === 'string' ? agreed.split(/\s+/) : agreed;
  // What is no list names nobody.
  return Array.isArray(named) ? AUDIENCES.filter((one) => named.includes(one)) : [];
};

/** What is wrong with an audience, if one is named. It is nobody that a record names, so nobody's parts are shown to it. */
export const audienceProblems = (given: unknown): readonly Problem[] =>
  (given ?? undefined) === undefined || isAudience(given)
    ? []
    : [
        {
          code: 'audience-unknown',
          path: '',
          message: `There is no audience “${String(given)}”. Nothing is shown.`,
          hint: `Use ${AUDIENCES.join(', ')}.`,
        },
      ];

/**
 * Records as far as an audience may see them; all of them where none is named, which is what the practitioner may see. What people named in
 * words that this audience may not see is kept apart by number.
 */
export function shareAll(
  records: readonly OutcomeRecord[],
  { audience, agreed }: Sharing,
  unnamed: string,
): readonly OutcomeRecord[] {
  // An attribute that was taken away leaves null.
  if (audience === undefined || audience === null) return records;
  const names = new Map<string, string>();
  return records.map((record) => {
    const copy = shareRecord(record, audience, { agreed: readAgreed(agreed), unnamed });
    const entries = copy.entries.map((entry) => {
      const own = record.entries.find(({ id }) => id === entry.id)?.label ?? '';
      if (entry.outcomes.length > 0 || entry.label === own) return entry;
      const key = wordsKey(own);
      const label = names.get(key) ?? (names.size > 0 ? `${unnamed} (${String(names.size + 1)})` : unnamed);
      names.set(key, label);
      return { ...entry, label };
    });
    // Compared and never drawn: nobody's answers stand beside somebody else's.
    const { id } = record.subject;
    return { ...copy, entries, subject: { ...copy.subject, ...(id !== undefined && { id }) } };
  });
}
