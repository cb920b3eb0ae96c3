import type { OutcomeRecord } from '../schema/record.js';

/** What is kept of a difference. `theirs` and `mine`: as that side has it, also where it has nothing. */
export type MergeChoice = 'theirs' | 'mine' | 'both';

/** One thing that two versions of a record say differently. */
export interface MergeDifference {
  /** Names the place by ids, alike whenever the same versions are merged: `entries/e-1/narrative/s-1`. */
  readonly key: string;
  /** The member of the record, of its conversation or of an entry: `narrative`, `ratings`, `place`. `entries`: a whole entry. */
  readonly part: string;
  /** The entry that it is in, by its id in `merged`. */
  readonly entryId?: string;
  /** What stood there when both began; not there where that is not known. */
  readonly base?: unknown;
  readonly theirs?: unknown;
  readonly mine?: unknown;
  /** What can be kept. A rating, a date or a decision cannot be both. */
  readonly choices: readonly MergeChoice[];
  /** What is kept without anybody being asked: only one side has it, or only one side has changed it. */
  readonly settled?: MergeChoice;
}

/** Something that one side said, and that is not in the merged record. */
export interface MergeDropped {
  readonly key: string;
  readonly part: string;
  readonly entryId?: string;
  readonly side: 'theirs' | 'mine';
  readonly value: unknown;
}

export interface MergeInput {
  /** The version from which both began, where it is known. Never a draft of one side: what that side had changed before would count as unchanged. */
  readonly base?: OutcomeRecord | undefined;
  /** What the host holds now. */
  readonly theirs: OutcomeRecord;
  /** What was to be stored. */
  readonly mine: OutcomeRecord;
  /** What somebody chose, by the key of the difference. What cannot be chosen there is passed over. */
  readonly choices?: Readonly<Record<string, MergeChoice>> | undefined;
  /** Makes the id of what is kept beside something with the same id. */
  readonly newId?: (() => string) | undefined;
}

export interface MergeResult {
  /** A draft that is based on theirs. As long as something is not chosen it holds both or, where it cannot, theirs. */
  readonly merged: OutcomeRecord;
  /** Everything in which the two differ, in the order of the record. */
  readonly differences: readonly MergeDifference[];
  /** The differences that somebody has to choose about and has not. */
  readonly conflicts: readonly MergeDifference[];
  /** What is not in `merged`, as it was. Not what stood there before and was changed. */
  readonly dropped: readonly MergeDropped[];
}
