import type { OutcomeRecord } from '../../schema/record.js';
import { nothingAsked } from './conversation.amend.js';
import { nothingTyped } from './conversation.topics.js';

const nothing = () => ({ amend: nothingAsked(), topics: nothingTyped() });
/** Whose record it is, where that is known. */
export const whose = (record?: OutcomeRecord): string | undefined => record?.subject.id ?? record?.subject.name;
/** Which record of whom. */
const keyOf = (record?: OutcomeRecord): string => `${record?.id} ${whose(record)}`;

/** What is typed beside a record and is not in it yet. It goes with its record, and is never in sight beside another. */
export class TypedBeside {
  now = nothing();
  /** That of the record before: whoever has looked at something else goes on where they were. */
  #left = nothing();
  #of: string | undefined;

  /**
   * Another record is on the screen, perhaps.
   *
   * @param key - what tells it from the one before; `whose`, while a record in which nothing is recorded is begun anew: what is typed stays where
   * nobody was named before
   */
  turn(before: OutcomeRecord | undefined, after: OutcomeRecord | undefined, key: typeof whose = keyOf): void {
    const [from, to] = [key(before), key(after)];
    if (from === to || (from === undefined && to !== this.#of)) return;
    [this.now, this.#left] = [to === this.#of ? this.#left : nothing(), this.now];
    this.#of = from;
  }
}
