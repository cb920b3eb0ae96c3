// A person's records for the charts: as many conversations as wanted, each with the outcomes of Talking Points and two views of each.
import { talkingPointsCommunity } from '../../../dist/frameworks/talking-points-community.js';
import { frequency4 } from '../../../dist/scales/frequency-4.js';

const { id, version, name, outcomes } = talkingPointsCommunity;

/** @param {string} day @param {'person' | 'carer'} perspective @param {number} at */
const rating = (day, perspective, at) => {
  const point = frequency4.points[at % frequency4.points.length];
  return {
    id: `${perspective}-1`,
    perspective,
    scale: { id: frequency4.id, version: frequency4.version },
    answer: { kind: 'answered', value: point?.value },
    label: point?.label,
    recordedAt: `${day}T16:10:00+00:00`,
  };
};

/** @param {number} count */
export const reviews = (count) =>
  Array.from({ length: count }, (_, review) => {
    const day = new Date(Date.UTC(2022, 0, 10 + review * 37)).toISOString().slice(0, 10);
    return {
      schemaVersion: '1.0',
      id: `record-${review}`,
      kind: 'review',
      status: 'completed',
      subject: { id: 'jean', name: 'Jean' },
      conversationAt: day,
      recordedAt: `${day}T16:10:00+00:00`,
      conversation: {},
      framework: { id, version, name },
      scales: [frequency4],
      entries: outcomes.map((outcome, index) => ({
        id: `entry-${index}`,
        label: outcome.name,
        outcomes: [{ framework: id, frameworkVersion: version, id: outcome.id, name: outcome.name }],
        narrative: [{ id: 's-1', text: 'I miss the laughing more than the bowling.', saidBy: 'person' }],
        ratings: [rating(day, 'person', index + review), rating(day, 'carer', index + 2 * review)],
        decision: { value: 'keep-going' },
        ...(review > 0 && { previous: { recordId: `record-${review - 1}`, entryId: `entry-${index}` } }),
      })),
    };
  });
