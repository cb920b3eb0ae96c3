import { PREVIOUS_SHOWN } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Participant, Rating, Statement } from '../schema/record.js';
import { outcomeKey, wordsKey } from './compare-entries.js';
import type { KeysOf } from './compare-pair.js';
import { deepFreeze } from './freeze.js';
import { newId as uuid } from './ids.js';
import { common, inside, isNews, meet, Merging, saying, type Part, type Place, type Sides } from './merge-parts.js';
import type { MergeDifference, MergeInput, MergeResult } from './merge-types.js';
import { missing, person, renamed } from './merge-names.js';
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

/** A list: what its items are matched by, whether both can be kept where they differ, and whether other parts name them by their ids. */
interface List {
  readonly ways: readonly KeysOf<Item>[];
  readonly canBeBoth: (one: Item, other: Item) => boolean;
  readonly isNamed?: true;
}
type Lists = Readonly<Record<string, List>>;

const steps: List = { ways: [ownId, content], canBeBoth: () => true };
const words: List = { ...steps, isNamed: true };
const views: List = { ways: [ownId, content, view], canBeBoth: () => false };
const somebody = person as KeysOf<Item>;
const people: List = {
  ways: [ownId, content, somebody],
  // Under one id there may be two people.
  canBeBoth: (one, other) => new Set([one, other].flatMap(somebody)).size > 1,
  isNamed: true,
};
const IN_RECORD: Lists = { summary: words };
const IN_CONVERSATION: Lists = { participants: people };
const IN_ENTRY: Lists = {
  narrative: words,
  strengths: words,
  barriers: words,
  contributors: steps,
  actions: steps,
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
const LINKS = new Set(['id', 'previous', 'enteredInError']);
const RULED = new Set([...OWN, ...LINKS, 'conversation', 'entries', 'scales', 'amends', 'baseVersion']);

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
  const speakers = common(theirs.conversation.participants, mine.conversation.participants, people.ways);
  const whole: Sides<Part> = {
    base: base && { value: tidy(base) },
    theirs: tidy(theirs),
    // What was said by somebody whom both sides wrote down goes on being theirs.
    mine: renamed(tidy(mine), 'participantId', speakers),
  };

  /** A list, item by item. What is kept beside something else with the same id has an id of its own. */
  const mergeList = (
    { ways, canBeBoth, isNamed }: List,
    where: Place,
    { base, theirs, mine }: Sides<readonly Item[]>,
    ids: Map<string, string>,
  ): readonly Item[] => {
    if (isNamed) for (const [from, to] of common(theirs, mine, ways)) ids.set(from, to);
    const follow = (item: Item): Item => ('translationOf' in item ? renamed(item, 'translationOf', ids) : item);
    // A translation goes with its original, also where that was matched by what it says, or stands on the other side alone.
    const right = mine?.map(follow);
    const before = base && { value: base.value?.map(follow) };
    const left = theirs?.map((item) =>
      theirs.some(({ id }) => id === (item as Partial<Statement>).translationOf) ? item : follow(item),
    );
    const kept = meet({ base: before, theirs: left, mine: right }, ways).flatMap((met) => {
      const { name, base: was, theirs: one, mine: other } = met;
      // What was matched by what it says goes by one id.
      const named = (item: Item | undefined): Item | undefined => item && one && { ...item, id: one.id };
      const aligned = one && other ? { ...met, mine: named(other), base: was && { value: named(was.value) } } : met;
      const canBe = one !== undefined && other !== undefined && canBeBoth(one, other);
      const [first, second] = merging.keep({ ...where, key: `${where.key}/${name}` }, aligned, canBe);
      if (!first || !second) return first ?? [];
      const beside = { ...second, id: newId() };
      merging.fromMine.add(beside);
      if (isNamed) ids.set(second.id, beside.id);
      return [first, beside];
    });
    // What is translated stays beside its translation: who may see the one is who may see the other.
    for (const item of kept) {
      const isOriginal = ({ id }: Item): boolean => id === (item as Partial<Statement>).translationOf;
      if (kept.some(isOriginal)) continue;
      const original = [right, left, before?.value].flatMap((list = []) => list).find(isOriginal);
      if (original) kept.push(merging.putBack(original));
    }
    return kept;
  };

  /** The members of a part. Lists are merged item by item, everything else as a whole. */
  const mergePart = (
    above: string,
    sides: Sides<Part>,
    lists: Lists,
    ruled: ReadonlySet<string>,
    entryId?: string,
    ids = new Map<string, string>(),
  ): Part => {
    const members = Object.keys({ ...sides.theirs, ...sides.mine }).filter((part) => !ruled.has(part));
    const merged = filled(
      members.map((part) => {
        const where = { key: above + part, part, entryId };
        const here = inside<readonly Item[]>(sides, part);
        const list = Object.hasOwn(lists, part) ? lists[part] : undefined;
        if (!list || saying(here.theirs) === saying(here.mine)) return [part, merging.keep(where, here)[0]];
        const kept = mergeList(list, where, here, ids);
        return [part, kept.length > 0 ? kept : undefined];
      }),
    );
    return merging.follow(merged, 'translationOf', ids);
  };

  /**
   * The mark of a mistake on a part. It would cover what the other side has said there in the meantime: then somebody is asked.
   *
   * @param said - the differences in that part
   */
  const mark = (above: string, sides: Sides<Part>, said: readonly MergeDifference[], entryId?: string): Part => {
    const part = 'enteredInError';
    const here = inside(sides, part);
    const [marked, other] = here.mine ? (['mine', 'theirs'] as const) : (['theirs', 'mine'] as const);
    const covers = !here[other] && said.some((one) => isNews(one, other));
    const where = { key: above + part, part, entryId };
    return filled([[part, merging.keep(where, here, false, covers ? marked : undefined)[0]]]);
  };

  const mergeEntries = (): readonly Part[] =>
    meet(inside<readonly Entry[]>(whole, 'entries'), ENTRIES).flatMap((met): readonly Part[] => {
      const { name, theirs: one, mine: other } = met;
      const id = (one ?? other)?.id;
      const key = `entries/${name}`;
      if (!one || !other) return merging.keep({ key, part: 'entries', entryId: id }, met);
      // Nobody is asked, and nobody's words get lost: the link holds ids alone, all that was said under either link is merged below, and what was said
      // back then stays in the record that it is in. Nobody could tell one link from the other on the screen, so the one that is stored stays.
      const previous = one.previous ?? other.previous;
      const from = merging.differences.length;
      const said = mergePart(`${key}/`, met, IN_ENTRY, LINKS, id);
      const marked = mark(`${key}/`, met, merging.differences.slice(from), id);
      return [{ id, ...said, ...marked, ...(previous && { previous }) }];
    });

  const general = mergePart('', whole, IN_RECORD, RULED);
  const others = new Map<string, string>();
  const how = inside<Part>(whole, 'conversation');
  const conversation = mergePart('conversation/', how, IN_CONVERSATION, new Set(['support']), undefined, others);
  const support = meet(inside<readonly string[]>(how, 'support'), [(code) => [code]]).flatMap((met) =>
    merging.keep({ key: `conversation/support/${met.name}`, part: 'support' }, met),
  );
  const entries = mergeEntries().map((entry) => merging.follow(entry, 'participantId', others));
  const said = { ...merging.follow(general, 'participantId', others), ...mark('', whole, merging.differences) };
  // A scale that one side does not need any more may still be needed by the other's answers.
  const scales = meet({ theirs: theirs.scales, mine: mine.scales }, [
    ({ id, version }) => [`${id}@${version}`],
  ]).flatMap((met) => merging.keep({ key: `scales/${met.name}`, part: 'scales' }, met));
  // Whoever is named by what was kept.
  const there = (conversation['participants'] ?? []) as readonly Participant[];
  const { theirs: left, mine: right, base: was } = inside<readonly Participant[]>(how, 'participants');
  const back = missing([entries, said], there, [left, right, was?.value]).map((one) => merging.putBack(one));
  const merged = filled(
    Object.entries({
      ...Object.fromEntries(Object.entries(mine).filter(([name]) => OWN.has(name))),
      schemaVersion: newer(theirs.schemaVersion, mine.schemaVersion),
      status: 'draft',
      completedAt: undefined,
      ...said,
      conversation: {
        ...conversation,
        ...(back.length > 0 && { participants: [...there, ...back] }),
        ...(support.length > 0 && { support }),
      },
      scales,
      entries,
      previous: lookedBack(theirs.previous, mine.previous),
      // What is stored by now is what a correction corrects.
      amends: mine.amends && (theirs.id === mine.id ? mine.amends : { ...mine.amends, recordId: theirs.id }),
      baseVersion: theirs.baseVersion,
    }),
  );
  return deepFreeze({ merged: merged as unknown as OutcomeRecord, ...merging.told });
}

/** A record without blanks. That it is a mistake is said in one place. */
const tidy = (record: OutcomeRecord): Part => ({
  ...record,
  ...(record.status === 'entered-in-error' && { enteredInError: { reason: '', at: record.recordedAt } }),
  ...(record.enteredInError && { enteredInError: record.enteredInError }),
  entries: record.entries.map(withoutBlanks),
});

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
