import { follow, sayIn, type Say } from '../../src/elements/chart/fragments/data.js';
import type { Frame, Picture, Shape } from '../../src/elements/chart/fragments/shapes.js';
import { widthOf } from '../../src/elements/chart/fragments/shapes.js';
import { starStrings } from '../../src/elements/outcome-star/outcome-star.strings.js';
import { starOf, type Star } from '../../src/elements/outcome-star/star.data.js';
import { starPicture } from '../../src/elements/outcome-star/star.shapes.js';
import { timelineStrings } from '../../src/elements/outcome-timeline/outcome-timeline.strings.js';
import { spanOf, timelineOf, type Timeline } from '../../src/elements/outcome-timeline/timeline.data.js';
import { timelinePicture } from '../../src/elements/outcome-timeline/timeline.shapes.js';
import { message } from '../../src/i18n/strings.js';
import type { OutcomeFramework } from '../../src/schema/framework.js';
import type { OutcomeRecord } from '../../src/schema/record.js';

const english = { ...starStrings, ...timelineStrings };

export const say: Say = sayIn((key, values = {}) => message(key, values, 'en-GB', undefined, english), 'en-GB', 'Jean');

export const wide: Frame = { width: 760, em: 16, rtl: false };

export function starsOf(
  records: readonly OutcomeRecord[],
  { framework, wanted, frame = wide }: { framework?: OutcomeFramework; wanted?: string; frame?: Frame } = {},
): { readonly star: Star; readonly picture: Picture } {
  const star = starOf(say, follow(records, framework, { most: 4 }), wanted);
  return { star, picture: starPicture(star, frame) };
}

export function timelinesOf(
  records: readonly OutcomeRecord[],
  frame: Frame = wide,
): readonly { readonly timeline: Timeline; readonly picture: Picture }[] {
  const { outcomes, records: shown } = follow(records, undefined);
  const span = spanOf(shown);
  return outcomes.flatMap((outcome) => {
    if (!span) return [];
    const timeline = timelineOf(say, outcome, span);
    return [{ timeline, picture: timelinePicture(timeline, frame) }];
  });
}

/** Every number in a shape's outline. */
const numbersIn = (shape: Shape): readonly number[] =>
  'd' in shape
    ? shape.d
        .split(/[A-Za-z\s]+/)
        .filter((part) => part !== '')
        .map(Number)
    : [shape.x, shape.y, shape.size];

const isFinitePlace = (shape: Shape): boolean => numbersIn(shape).every(Number.isFinite);

/** The corners of a line or polygon, as pairs. */
export const corners = (d: string): readonly (readonly [number, number])[] =>
  d
    .split(/[ML]/)
    .filter((part) => part !== '')
    .map((part) => part.replace('z', '').split(' ').map(Number) as [number, number]);

/** What is wrong with a picture, whatever it shows. */
export function faults({ width, height, rtl, shapes, marks }: Picture): readonly string[] {
  const found: string[] = [];
  if (![width, height].every((side) => Number.isFinite(side) && side > 0)) found.push(`size ${width} × ${height}`);
  for (const shape of [...shapes, ...marks.map((mark) => mark.shape)]) {
    if (!isFinitePlace(shape)) found.push(`not a number: ${JSON.stringify(shape)}`);
    else if ('d' in shape) {
      // A circle's arcs are relative: its mark is looked at below.
      if (shape.d.includes('a')) continue;
      for (const [x, y] of corners(shape.d))
        if (x < -0.1 || x > width + 0.1 || y < -0.1 || y > height + 0.1) found.push(`outside: ${shape.d}`);
    } else {
      const wide = widthOf(shape.text, shape.size);
      const before = shape.anchor === 'middle' ? wide / 2 : shape.anchor === 'end' ? wide : 0;
      const [left, right] = rtl
        ? [shape.x - wide + before, shape.x + before]
        : [shape.x - before, shape.x - before + wide];
      if (left < -1 || right > width + 1 || shape.y < 0 || shape.y > height)
        found.push(`cut off: ${JSON.stringify(shape)}`);
    }
  }
  for (const { x, y } of marks)
    if (!(x >= 0 && x <= width && y >= 0 && y <= height)) found.push(`mark outside: ${x}, ${y}`);
  return found;
}
