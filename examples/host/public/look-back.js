// @ts-check
/** Gives the elements that look back the person's records. Which ones, the page says in `data-…`. */
import '/vendor/talking-points-elements/cdn/talking-points-elements.js';
import '/vendor/talking-points-elements/cdn/talking-points-review.js';
import { recordsOf, showNotShown } from './records.js';

/** @import { TpOutcomeStar, TpOutcomeTimeline, TpRecordSummary, TpReviewComparison } from 'talking-points-elements' */

const comparison = /** @type {TpReviewComparison | null} */ (document.querySelector('tp-review-comparison'));
const timeline = /** @type {TpOutcomeTimeline | null} */ (document.querySelector('tp-outcome-timeline'));
const star = /** @type {TpOutcomeStar | null} */ (document.querySelector('tp-outcome-star'));
const summary = /** @type {TpRecordSummary | null} */ (document.querySelector('tp-record-summary'));

async function load() {
  const personId = (comparison ?? timeline ?? summary)?.dataset['personId'];
  if (personId === undefined) return;
  const records = await recordsOf(personId);
  /** @param {string | undefined} id */
  const byId = (id) => records.find((record) => record.id === id);
  if (comparison) {
    // All of them: what was renamed in between is found again through the others.
    comparison.records = records;
    comparison.previous = byId(comparison.dataset['then']);
    comparison.current = byId(comparison.dataset['now']);
  }
  if (timeline) {
    timeline.outcome = timeline.dataset['outcome'];
    timeline.records = records;
  }
  if (star) {
    const wanted = star.dataset['records']?.split(' ') ?? [];
    star.records = records.filter(({ id }) => wanted.includes(id));
  }
  if (summary) summary.record = byId(summary.dataset['record']);
}

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
load().catch(showNotShown);
