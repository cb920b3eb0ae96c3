import { findScale } from '../../../src/scales/registry.js';
import { jean, rating } from '../../unit/interop-samples.js';

/** @import { OutcomeFramework } from '../../../src/schema/framework.js' */
/** @import { Entry, OutcomeRecord } from '../../../src/schema/record.js' */

/**
 * A conversation over a framework with something in every place: two of its outcomes, and what the person named themselves.
 * @param {OutcomeFramework} framework
 * @returns {OutcomeRecord}
 */
export function conversationOver(framework) {
  const { id, version, name, outcomes } = framework;
  const scale = findScale(framework.scale ?? '');
  const [spoken, own] = jean.entries;
  const [first, second] = [outcomes[0], outcomes.at(-1)];
  if (!scale || !spoken || !own || !first || !second) throw new Error(`${id} has no scale, or not two outcomes.`);
  const on = { scale: { id: scale.id, version: scale.version } };
  const [low, next] = scale.points;
  if (!low || !next) throw new Error(`${scale.id} has no two points.`);
  /** @param {{ id: string, name: string }} outcome */
  const reference = (outcome) => [
    { framework: id, frameworkVersion: version, id: outcome.id, name: outcome.name, category: { id: 'c', label: 'C' } },
  ];
  /** @type {Entry} */
  const about = {
    ...spoken,
    label: first.name,
    outcomes: reference(first),
    ratings: [
      rating('r-1', {
        ...on,
        answer: { kind: 'answered', value: next.value },
        label: next.label,
        reason: 'Some weeks',
      }),
      rating('r-2', {
        ...on,
        perspective: 'carer',
        participantId: 'p-moira',
        answer: { kind: 'answered', value: low.value },
      }),
      rating('r-3', { ...on, perspective: 'practitioner', answer: { kind: 'no-answer', reason: 'declined' } }),
    ],
  };
  return {
    ...jean,
    framework: { id, version, name },
    scales: [scale, ...jean.scales.filter((one) => one.id !== scale.id)],
    entries: [
      about,
      {
        id: 'entry-3',
        label: second.name,
        outcomes: reference(second),
        narrative: [{ id: 's-3', text: 'That is all right as it is.', saidBy: 'person', participantId: 'p-jean' }],
      },
      own,
    ],
  };
}
