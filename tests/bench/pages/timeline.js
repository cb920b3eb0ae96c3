// All outcomes over many conversations. Nothing is drawn while it is being imported: neither reading the code nor making the records is what is measured.
import '../../../dist/define/tp-outcome-timeline.js';
import { reviews } from '../lib/reviews.js';

const records = reviews(40);
const frame = () => new Promise((done) => requestAnimationFrame(done));
/** @type {HTMLElementTagNameMap['tp-outcome-timeline']} */
let timeline;

/** What is not drawn yet, in sight or anywhere. @param {boolean} inSight */
const isLeft = (inSight) =>
  [...(timeline.shadowRoot?.querySelectorAll('[data-later]') ?? [])].some(
    (part) => !inSight || part.getBoundingClientRect().top < innerHeight,
  );

export const steps = {
  async inSight() {
    timeline = Object.assign(document.createElement('tp-outcome-timeline'), { records });
    document.body.append(timeline);
    await timeline.updateComplete;
    while (isLeft(true)) await frame();
  },
  async all() {
    while (isLeft(false)) await frame();
  },
  /** One small timeline out of all, from the records that it has. */
  async one() {
    timeline.outcome = 'seeing-people';
    await timeline.updateComplete;
  },
};
