import {
  dashOf,
  inkOf,
  legend,
  marker,
  path,
  tenth,
  wrap,
  type Frame,
  type Mark,
  type Picture,
  type Shape,
} from '../chart/fragments/shapes.js';
import type { Star, StarAnswer } from './star.data.js';

/** Where the lowest answer lies, as a share of the radius: not in the middle, where all axes would meet and nothing could be told apart. */
const INNER = 0.28;

/** Below this many em the axes have numbers, and the table says what they are. */
export const NARROW = 34;

/**
 * A star as shapes. Axes go clockwise from the top (from right to left: mirrored). A line runs only between neighbouring axes that both have
 * one answer; where there is none there is nothing, and an open mark outside the rim where a reason was given. No area is filled: its size
 * would depend on the order of the axes.
 */
export function starPicture(star: Star, frame: Frame): Picture {
  const { em, rtl } = frame;
  const width = Math.min(Math.max(frame.width, 14 * em), 46 * em);
  const { axes, steps, series } = star;
  const isNarrow = width < NARROW * em;
  const room = isNarrow ? 2.6 * em : Math.min(11 * em, width * 0.24) + 1.6 * em;
  const radius = Math.max(Math.min(width / 2 - room, 13 * em), 3 * em);
  const above = isNarrow ? 3.2 * em : 5.6 * em;
  const [cx, cy] = [width / 2, radius + above];
  const at = (angle: number, distance: number, aside = 0): [x: number, y: number] => {
    const x = cx + distance * Math.sin(angle) + aside * Math.cos(angle);
    return [tenth(rtl ? width - x : x), tenth(cy - distance * Math.cos(angle) + aside * Math.sin(angle))];
  };
  const angleOf = (axis: number): number => (2 * Math.PI * axis) / axes.length;
  const [low = 0, high = 0] = [steps[0]?.ordinal, steps.at(-1)?.ordinal];
  const reach = (ordinal: number): number => radius * (INNER + ((1 - INNER) * (ordinal - low)) / (high - low || 1));
  const size = Math.min(em * 0.38, radius * 0.05);

  const shapes: Shape[] = [];
  for (const { ordinal } of steps) {
    const r = tenth(reach(ordinal));
    const [x, y] = [tenth(cx - r), tenth(cy)];
    shapes.push({
      d: `M${x} ${y}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0 ${tenth(-2 * r)} 0z`,
      ink: 'line',
      width: 1,
    });
  }
  const isPlaced = ({ ordinal }: StarAnswer): boolean => ordinal !== null;
  axes.forEach(({ label, answers }, axis) => {
    const angle = angleOf(axis);
    shapes.push({
      d: path(at(angle, reach(low)), at(angle, radius)),
      ink: 'line',
      width: 1,
      dash: answers.some((list) => list.some(isPlaced)) ? '' : '1 4',
    });
    const [x, y] = at(angle, radius + (isNarrow ? 1.7 : 1.5) * em);
    const side = Math.sin(angle);
    const lines = isNarrow ? [`${axis + 1}`] : wrap(label, room - 1.6 * em, em, 3);
    const anchor = isNarrow || Math.abs(side) < 0.15 ? 'middle' : side > 0 ? 'start' : 'end';
    const top = y - lines.length * 1.2 * em * (0.5 + 0.5 * Math.cos(angle)) + 0.9 * em;
    lines.forEach((text, line) => shapes.push({ x, y: tenth(top + line * 1.2 * em), text, size: em, anchor }));
  });
  // Every ring has its words where they can be told apart; in any case the first and the last.
  const gap = (radius * (1 - INNER)) / Math.max(steps.length - 1, 1);
  const between = axes.length > 1 ? -Math.PI / axes.length : Math.PI;
  steps.forEach(({ ordinal, short }, index) => {
    if (gap < em * 1.1 && index > 0 && index < steps.length - 1) return;
    const [x, y] = at(between, reach(ordinal), 0.5 * em);
    const [text = ''] = wrap(short, radius, 0.8 * em, 1);
    shapes.push({ x, y: tenth(y + 0.28 * em), text, size: tenth(0.8 * em), ink: 'muted', anchor: 'end' });
  });

  const marks: Mark[] = [];
  series.forEach((_, row) => {
    const segments: string[] = [];
    const ends = axes.map(({ answers }, axis) => {
      const list = (answers[row] ?? []).filter((one) => isPlaced(one) || one.view.rating.answer.kind !== 'answered');
      for (const answer of list) {
        const [x, y] = at(angleOf(axis), ...placeOf(axis, row, answer));
        const d = marker(row, x, y, size);
        marks.push({
          row,
          column: axis,
          x,
          y,
          point: answer.point,
          view: answer.view,
          shape: { d, ink: inkOf(row), fill: isPlaced(answer) ? 'solid' : 'open' },
        });
      }
      const placed = list.filter(isPlaced);
      return placed.length === 1 && placed[0] ? at(angleOf(axis), ...placeOf(axis, row, placed[0])) : undefined;
    });
    if (axes.length > 2)
      ends.forEach((end, axis) => {
        const next = ends[(axis + 1) % axes.length];
        if (end && next) segments.push(path(end, next));
      });
    if (segments.length > 0) shapes.push({ d: segments.join(''), ink: inkOf(row), dash: dashOf(row), width: em / 8 });
  });

  /** How far out, and how far aside so that equal answers do not hide each other. */
  function placeOf(axis: number, row: number, { ordinal }: StarAnswer): [distance: number, aside: number] {
    const same = series.flatMap((_, other) =>
      axes[axis]?.answers[other]?.some((one) => one.ordinal === ordinal) ? other : [],
    );
    const aside = (same.indexOf(row) - (same.length - 1) / 2) * size * 2;
    return ordinal === null ? [radius + em * 0.75, aside] : [reach(ordinal), aside];
  }

  if (series.length > 1)
    series.forEach(({ letter }, row) => {
      // Beside the mark that is the furthest from the other series'.
      const others = marks.filter((mark) => mark.row !== row);
      let [best, farthest]: [Mark | undefined, number] = [undefined, -1];
      for (const mark of marks) {
        if (mark.row !== row || mark.shape.fill !== 'solid') continue;
        const alone = others.reduce((least, { x, y }) => Math.min(least, Math.hypot(x - mark.x, y - mark.y)), 9999);
        if (alone > farthest) [best, farthest] = [mark, alone];
      }
      if (best)
        shapes.push({
          x: tenth(best.x),
          y: tenth(best.y - size - 0.3 * em),
          text: letter,
          size: tenth(0.9 * em),
          ink: inkOf(row),
          anchor: 'middle',
          bold: true,
        });
    });

  const bottom = cy + radius + above;
  const names = series.map(({ letter, name }) => (series.length > 1 ? `${letter} · ${name}` : name));
  const height = tenth(bottom + legend(shapes, names, { width, em, rtl }, bottom));
  return { title: star.title, description: star.description, width: tenth(width), height, rtl, shapes, marks };
}
