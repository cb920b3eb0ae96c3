// All outcomes over many conversations. Nothing is drawn while it is being imported: reading the code is not what is measured.
import '../../../dist/define/tp-outcome-timeline.js';
import { reviews } from '../lib/reviews.js';

/** @param {number} count */
export async function draw(count) {
  const timeline = Object.assign(document.createElement('tp-outcome-timeline'), { records: reviews(count) });
  document.body.append(timeline);
  await timeline.updateComplete;
  return timeline;
}

/** One small timeline out of all, from the records that it has. @param {Awaited<ReturnType<typeof draw>>} timeline */
export async function choose(timeline) {
  timeline.outcome = 'seeing-people';
  await timeline.updateComplete;
}
