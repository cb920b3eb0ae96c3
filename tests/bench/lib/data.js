// The outcomes, the framework and the record that the pages show.
import { talkingPointsCommunity } from '../../../dist/frameworks/talking-points-community.js';
import { createEntry, createRecord, outcomeReference } from '../../../dist/model/index.js';

/**
 * The 15 outcomes that are shipped, or as many as are asked for: the same ones again under ids of their own.
 * @param {number} count
 */
export function pageData(count) {
  const shipped = talkingPointsCommunity.outcomes;
  const rounds = Array.from({ length: Math.ceil(count / shipped.length) }, (_, round) =>
    shipped.map((outcome) => (round === 0 ? outcome : { ...outcome, id: `${outcome.id}-${String(round)}` })),
  );
  const outcomes = rounds.flat().slice(0, count);
  const framework =
    count === shipped.length ? talkingPointsCommunity : { ...talkingPointsCommunity, id: 'many', outcomes };
  const record = {
    ...createRecord({ framework, now: new Date('2026-03-03T14:05:00Z') }),
    entries: outcomes.map((outcome) => createEntry(outcome.name, [outcomeReference(framework, outcome)])),
  };
  return { outcomes, framework: count === shipped.length ? framework.id : framework, record };
}
