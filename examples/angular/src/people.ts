import type { OutcomeFramework, OutcomeRecord } from 'talking-points-elements';
import { talkingPointsCarers } from 'talking-points-elements/frameworks/talking-points-carers';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The id of a framework that is shipped, or a framework of your own. */
  readonly framework: string | OutcomeFramework;
}

export const people: readonly Person[] = [
  { id: 'p-204', name: 'Jean', framework: 'talking-points-community' },
  { id: 'p-317', name: 'Wullie', framework: talkingPointsCarers },
];

/** Stores a completed record on your server. What it throws is said to the practitioner as “Not saved”. */
export async function store(record: OutcomeRecord): Promise<void> {
  const response = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!response.ok) throw new Error(`The server said ${response.status}.`);
}
