import type { Participant } from '../schema/record.js';
import type { KeysOf } from './compare-pair.js';
import { wordsKey } from './compare-entries.js';

/** The ids that things have in the merged record, by those that they had. */
export type Ids = ReadonlyMap<string, string>;

/** By whom something was said, or of what it is a translation. */
type Name = 'participantId' | 'translationOf';

/** Somebody with a role and a name. */
export const person: KeysOf<Participant> = ({ role, name }) => (name ? [`${role} ${wordsKey(name)}`] : []);

/** A part in which whatever had another id is named by the one that it has now. The same part where nothing had. */
export const renamed = <T>(part: T, name: Name, ids: Ids): T =>
  ids.size === 0
    ? part
    : (JSON.parse(JSON.stringify(part), (key, value: unknown) =>
        key === name ? (ids.get(value as string) ?? value) : value,
      ) as T);

/** Those of some people who are named where they are missing, each once. */
export function missing(
  said: readonly unknown[],
  there: readonly Participant[],
  people: readonly (readonly Participant[] | undefined)[],
): readonly Participant[] {
  const named = new Set<unknown>();
  JSON.stringify(said, (key, value: unknown) => {
    if (key === 'participantId') named.add(value);
    return value;
  });
  for (const { id } of there) named.delete(id);
  return people.flatMap((list = []) => list.filter(({ id }) => named.delete(id)));
}
