import type { Audience } from '../schema/codes.js';
import { knownOnly } from '../schema/known.js';
import { outcomeRecord, type Entry, type OutcomeRecord, type Statement } from '../schema/record.js';
import { deepFreeze } from './freeze.js';
import { ratingsOf, wordsOf } from './parts.js';

export interface ShareOptions {
  /** Who may see what has no `sharing` of its own: what was agreed for the whole record. By default what the record says, else the person alone. */
  readonly agreed?: readonly Audience[] | undefined;
  /** Stands where somebody named what matters in their own words and this audience may not see them. */
  readonly unnamed?: string | undefined;
}

type Part = Readonly<Record<string, unknown>>;

/** What has to be there for a record to be one: it holds no words about the person. */
const recordFrame =
  /^(schemaVersion|id|kind|status|subject|conversationAt|recordedAt|conversation|framework|scales|entries|sharing)$/;
const entryFrame = /^(id|label|outcomes|previous)$/;

/**
 * A copy of a record for somebody: without what they may not see, and without a sign that it was there. A part with `sharing` is seen by those
 * it names; one without is as agreed for the whole record. A translation is seen where its original is, and never where it is not. The rule in
 * full: docs/decisions/0013.
 */
export function shareRecord(record: OutcomeRecord, audience: Audience, options: ShareOptions = {}): OutcomeRecord {
  const whole = knownOnly(outcomeRecord, record);
  const { agreed = whole.sharing ?? ['person'], unnamed = '…' } = options;
  const isOpen = agreed.includes(audience);
  /** What is not a list of audiences names nobody. */
  const sees = (part: unknown): boolean => {
    const { sharing } = part as { sharing?: unknown };
    return sharing === undefined ? isOpen : Array.isArray(sharing) && sharing.includes(audience);
  };

  const statements = [...whole.entries.flatMap(wordsOf), ...(whole.summary ?? [])];
  const seen = new Map<unknown, boolean>();
  const seesWords = (statement: Statement): boolean => {
    const known = seen.get(statement);
    if (known !== undefined) return known;
    const { translationOf, sharing } = statement;
    const own = sees(statement);
    // Two translations of each other end here.
    seen.set(statement, own);
    const originals = statements.filter((one) => one !== statement && one.id === translationOf);
    const result = originals.length === 0 ? own : (own || sharing === undefined) && originals.every(seesWords);
    seen.set(statement, result);
    return result;
  };
  statements.forEach(seesWords);

  /** The members of a record or an entry that may be seen. A list loses what may not; an empty one goes. */
  const shared = (part: Part, frame: RegExp): Part =>
    Object.fromEntries(
      Object.entries(part).flatMap(([name, value]) => {
        if (frame.test(name)) return [[name, value]];
        if (name === 'enteredInError' || name === 'amends') return [[name, isOpen ? value : markAlone(value as Part)]];
        if (!Array.isArray(value)) return sees(value) ? [[name, value]] : [];
        const list = value.filter((item) => seen.get(item) ?? sees(item));
        return list.length > 0 ? [[name, list]] : [];
      }),
    );

  const entries = whole.entries.flatMap((entry) => {
    const copy = shared(entry, entryFrame);
    // An empty place would say that something was there.
    if (isBare(copy) && !(isOpen && isBare(entry))) return [];
    const label = isOpen ? entry.label : (entry.outcomes[0]?.name ?? unnamed);
    return [{ ...copy, label } as Entry];
  });

  const ratings = entries.flatMap((entry) => ratingsOf(entry).map(([, rating]) => rating));
  const copy = shared(whole, recordFrame) as unknown as OutcomeRecord;
  const heard = new Set(
    [...ratings, ...entries.flatMap(wordsOf), ...(copy.summary ?? [])].map(({ participantId }) => participantId),
  );
  const { subject, conversation } = whole;
  const participants = conversation.participants?.filter(({ id }) => heard.has(id)) ?? [];
  return deepFreeze({
    ...copy,
    subject: isOpen ? subject : subject.name === undefined ? {} : { name: subject.name },
    conversation: isOpen ? conversation : participants.length > 0 ? { participants } : {},
    scales: whole.scales.filter(({ id, version }) =>
      ratings.some(({ scale }) => scale.id === id && scale.version === version),
    ),
    entries,
  });
}

/** That something is a mistake, or a correction, is said to everybody; why is said where the rest is. */
const markAlone = ({ recordId, at }: Part): Part => ({ ...(recordId !== undefined && { recordId }), reason: '', at });

const isBare = (entry: object): boolean =>
  Object.entries(entry).every(
    ([name, value]) =>
      entryFrame.test(name) || name === 'enteredInError' || (Array.isArray(value) && value.length === 0),
  );
