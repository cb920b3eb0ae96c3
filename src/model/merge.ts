import { PREVIOUS_SHOWN } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Participant, Rating } from '../schema/record.js';
import { outcomeKey, wordsKey } from './compare-entries.js';
import type { KeysOf } from './compare-pair.js';
import { deepFreeze } from './freeze.js';
import { newId as uuid } from './ids.js';
import { meet, Merging, saying, type Part, type Place, type Sides } from './merge-parts.js';
import type { MergeInput, MergeResult } from './merge-types.js';
import { withoutBlanks } from './record.js';

interface Item {
  readonly id: string;
}

const ownId: KeysOf<Item> = ({ id }) => [id];
/** The same words or the same step, entered on both sides. */
const content: KeysOf<Item> = ({ id: _id, ...rest }) => [saying(rest)];
/** Not for what was marked as a mistake: something new about the same stands beside it. */
const standing =
  <T extends object>(keysOf: KeysOf<T>): KeysOf<T> =>
  (item) =>
    'enteredInError' in item ? [] : keysOf(item);
const view: KeysOf<Item> = standing((item) => {
  const { perspective, scale } = item as Rating;
  return [`${perspective} ${scale.id}`];
});
const person: KeysOf<Item> = (item) => {
  const { role, name } = item as Participant;
  return name ? [`${role} ${wordsKey(name)}`] : [];
};

/** The lists of a part: what their items are matched by, and whether both can be kept where they differ. */
type Lists = Readonly<Record<string, { readonly ways: readonly KeysOf<Item>[]; readonly canBeBoth: boolean }>>;

const words = { ways: [ownId, content], canBeBoth: true };
const views = { ways: [ownId, content, view], canBeBoth: false };
const IN_RECORD: Lists = { summary: words };
const IN_CONVERSATION = { participants: { ways: [ownId, content, person], canBeBoth: false } } satisfies Lists;
const IN_ENTRY: Lists = {
  narrative: words,
  strengths: words,
  barriers: words,
  contributors: words,
  actions: words,
  ratings: views,
  importance: views,
  change: views,
};

/** Entries that are about the same: the same one, one that follows on from the same, the same outcomes, the same words. */
const ENTRIES: readonly KeysOf<Entry>[] = [
  ownId,
  standing(({ previous }) => (previous ? [`${previous.recordId}/${previous.entryId}`] : [])),
  standing(({ outcomes }) => (outcomes.length > 0 ? [outcomes.map(outcomeKey).sort().join(' ')] : [])),
  standing(({ outcomes, label }) => (outcomes.length === 0 ? [wordsKey(label)] : [])),
];

/** What the merged record has from mine, from theirs, or by a rule of its own. */
const OWN = new Set(['schemaVersion', 'id', 'status', 'recordedAt', 'recordedBy', 'generator', 'completedAt']);
const LINKS = new Set(['id', 'previous']);
const RULED = new Set([...OWN, 'conversation', 'entries', 'scales', 'previous', 'amends', 'baseVersion']);

/** A part with everything in it that is not `undefined`. */
const filled = (entries: Iterable<readonly [string, unknown]>): Part =>
  Object.fromEntries([...entries].filter(([, value]) => value !== undefined));

/**
 * Merges what somebody wants to store (`mine`) with what the host holds by now (`theirs`). Nothing is lost: what both say differently is a conflict
 * for somebody to settle, what only one says is kept, and whatever is not in `merged` is in `dropped`. Where the version from which both began is
 * known (`base`), what only one side has changed is taken as changed. Never throws on valid records; knows nothing of who is right.
 */
export function mergeRecords({ base, theirs, mine, choices = {}, newId = uuid }: MergeInput): MergeResult {
  const merging = new Merging(choices);
  const sides = { base: base && tidy(base), theirs: tidy(theirs), mine: sameSpeakers(tidy(mine), theirs) };

  /** A list, item by item. What is kept beside something else with the same id has an id of its own. */
  const mergeList = (
    { ways, canBeBoth }: Lists[string],
    where: Place,
    { base: before, theirs: left = [], mine: right = [] }: Sides<readonly Item[]>,
  ): readonly Item[] =>
    meet({ base: before && (before.value ?? []), theirs: left, mine: right }, ways).flatMap((met) => {
      const { name, base: was, theirs: one, mine: other } = met;
      // What was matched by what it says goes by one id.
      const named = (item: Item | undefined): Item | undefined => item && one && { ...item, id: one.id };
      const aligned =
        one && other ? { ...met, mine: named(other), ...(was && { base: { value: named(was.value) } }) } : met;
      const kept = merging.keep({ ...where, key: `${where.key}/${name}` }, aligned, canBeBoth);
      return kept.map((item, at) => (at === 0 ? item : { ...item, id: newId() }));
    });

  /** The members of a part. Lists are merged item by item, everything else as a whole. */
  const mergePart = (
    above: string,
    { base: before, theirs: left = {}, mine: right = {} }: Sides<Part>,
    lists: Lists,
    ruled: ReadonlySet<string>,
    entryId?: string,
  ): Part => {
    const members = Object.keys({ ...left, ...right }).filter((part) => !ruled.has(part));
    return filled(
      members.map((part) => {
        const where = { key: above + part, part, entryId };
        const [one, other, was] = [left, right, before?.value ?? {}].map((side) => member(side, part));
        const sides = { theirs: one, mine: other, ...(before && { base: { value: was } }) };
        const list = Object.hasOwn(lists, part) ? lists[part] : undefined;
        if (!list || saying(one) === saying(other)) return [part, merging.keep(where, sides)[0]];
        const kept = mergeList(list, where, sides as Sides<readonly Item[]>);
        return [part, kept.length > 0 ? kept : undefined];
      }),
    );
  };

  const mergeEntries = (): readonly Part[] =>
    meet<Entry>({ base: sides.base?.entries, theirs: sides.theirs.entries, mine: sides.mine.entries }, ENTRIES).flatMap(
      (met): readonly Part[] => {
        const { name, theirs: one, mine: other } = met;
        const id = (one ?? other)?.id;
        const key = `entries/${name}`;
        if (!one || !other) return merging.keep({ key, part: 'entries', entryId: id }, met);
        const previous = one.previous ?? other.previous;
        return [{ id, ...mergePart(`${key}/`, met, IN_ENTRY, LINKS, id), ...(previous && { previous }) }];
      },
    );

  const before = sides.base && { base: { value: sides.base as unknown as Part } };
  const whole = { theirs: sides.theirs as unknown as Part, mine: sides.mine as unknown as Part, ...before };
  const how = {
    theirs: asPart(theirs.conversation),
    mine: asPart(sides.mine.conversation),
    ...(sides.base && { base: { value: asPart(sides.base.conversation) } }),
  };
  const general = mergePart('', whole, IN_RECORD, RULED);
  const conversation = mergePart('conversation/', how, IN_CONVERSATION, new Set(['support']));
  const support = meet<string>(
    {
      base: sides.base && (sides.base.conversation.support ?? []),
      theirs: theirs.conversation.support ?? [],
      mine: mine.conversation.support ?? [],
    },
    [(code) => [code]],
  ).flatMap((met) => merging.keep({ key: `conversation/support/${met.name}`, part: 'support' }, met));
  // A scale that one side does not need any more may still be needed by the other's answers.
  const scales = meet({ theirs: theirs.scales, mine: mine.scales }, [
    ({ id, version }) => [`${id}@${version}`],
  ]).flatMap((met) => merging.keep({ key: `scales/${met.name}`, part: 'scales' }, met));
  const merged = filled(
    Object.entries({
      ...Object.fromEntries(Object.entries(mine).filter(([name]) => OWN.has(name))),
      schemaVersion: newer(theirs.schemaVersion, mine.schemaVersion),
      status: 'draft',
      completedAt: undefined,
      ...general,
      conversation: { ...conversation, ...(support.length > 0 && { support }) },
      scales,
      entries: mergeEntries(),
      previous: lookedBack(theirs.previous, mine.previous),
      // What is stored by now is what a correction corrects.
      amends: mine.amends && (theirs.id === mine.id ? mine.amends : { ...mine.amends, recordId: theirs.id }),
      baseVersion: theirs.baseVersion,
    }),
  );
  const { differences, conflicts, dropped } = merging;
  return deepFreeze({ merged: merged as unknown as OutcomeRecord, differences, conflicts, dropped });
}

const member = (part: Part, name: string): unknown => (Object.hasOwn(part, name) ? part[name] : undefined);

const asPart = (part: object): Part => part as Part;

const tidy = (record: OutcomeRecord): OutcomeRecord => ({ ...record, entries: record.entries.map(withoutBlanks) });

/** `1.10` is newer than `1.9`. */
const newer = (a: string, b: string): string => (Number(a.split('.')[1]) > Number(b.split('.')[1]) ? a : b);

/** What either has looked back at. Where earlier answers were in sight for one, they were in sight. */
function lookedBack(
  theirs: OutcomeRecord['previous'],
  mine: OutcomeRecord['previous'],
): OutcomeRecord['previous'] | undefined {
  if (!theirs || !mine) return theirs ?? mine;
  const shown = PREVIOUS_SHOWN.find((one) => one === theirs.shown || one === mine.shown) ?? mine.shown;
  return { ...mine, ...theirs, recordIds: [...new Set([...theirs.recordIds, ...mine.recordIds])], shown };
}

/** Mine, in which whoever both sides wrote down has their id: what they said goes on being theirs. */
function sameSpeakers(mine: OutcomeRecord, theirs: OutcomeRecord): OutcomeRecord {
  const lists = { theirs: theirs.conversation.participants ?? [], mine: mine.conversation.participants ?? [] };
  const idOf = new Map(
    meet<Item>(lists, IN_CONVERSATION.participants.ways).flatMap(({ theirs: one, mine: other }) =>
      one && other && one.id !== other.id ? [[other.id, one.id]] : [],
    ),
  );
  if (idOf.size === 0) return mine;
  return JSON.parse(JSON.stringify(mine), (key, value: unknown) =>
    key === 'participantId' ? (idOf.get(value as string) ?? value) : value,
  ) as OutcomeRecord;
}
