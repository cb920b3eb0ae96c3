import { html } from 'lit';
import type { ViewComparison } from '../../model/compare-types.js';
import type { RatingScale, ScalePoint } from '../../schema/scale.js';
import { ordinalOf } from '../rating-scale/rating-scale.fragment.js';
import type { Content } from './comparison.text.js';
import { pointsInOrder, type Saying } from './fragments/comparison.words.js';

const placeOf = ({ points }: RatingScale, point: ScalePoint | null | undefined): number | undefined =>
  point ? ordinalOf(point, points.indexOf(point)) : undefined;

/**
 * The points of the scale as a quiet line, with ○ where it was and ● where it is. It says nothing that the words beside it do not say, so it
 * is for the eye alone. Without a change that may be said there is no line: a line would compare.
 */
export function renderTrack({ t }: Saying, { comparable, then, now }: ViewComparison): Content {
  const scale = now?.scale;
  if (!comparable || !scale || !then?.scale) return null;
  const from = placeOf(then.scale, then.point);
  const to = placeOf(scale, now.point);
  const points = pointsInOrder(scale).map((point) => ({ point, place: placeOf(scale, point) }));
  // A comparable scale may lack the point of the other one.
  if (!points.some(({ place }) => place === from)) return null;
  return html`<div class="track ${scale.kind === 'numeric' ? 'numbers' : 'worded'}" part="track" aria-hidden="true">
    <div class="points">${points.map(({ point, place }) => {
      const mark = place === to ? (from === to ? 'both' : 'now') : place === from ? 'then' : '';
      return html`<div class="point ${mark}">
        <span class="mark">${mark && t(`comparison.${mark}`)}</span><span class="dot"></span
        ><span class="name">${point.shortLabel ?? point.label}</span>
      </div>`;
    })}</div>
    ${
      scale.anchors
        ? html`<div class="anchors muted"><span>${scale.anchors.first}</span><span>${scale.anchors.last}</span></div>`
        : null
    }
  </div>`;
}
