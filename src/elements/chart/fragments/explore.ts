import type { Picture } from './shapes.js';

/** How far from a mark a tap may land, in pixels of the screen. */
const REACH = 44;

/** The mark that was meant by a click or a tap; −1: none. */
export function nearest({ marks, width }: Picture, drawing: Element, event: MouseEvent): number {
  const box = drawing.getBoundingClientRect();
  const scale = box.width / width || 1;
  const distances = marks.map(({ x, y }) =>
    Math.hypot(x * scale - (event.clientX - box.left), y * scale - (event.clientY - box.top)),
  );
  const least = Math.min(...distances);
  return least <= REACH ? distances.indexOf(least) : -1;
}

/** Where a key leads from a mark: along its series, to another series, to the ends. `undefined`: the key is somebody else's. */
export function step({ marks, rtl }: Picture, current: number, key: string): number | undefined {
  const from = marks[current];
  if (!from) return undefined;
  const indexOf = (row: number): readonly number[] =>
    [...marks.keys()]
      .filter((index) => marks[index]?.row === row)
      .sort((a, b) => (marks[a]?.column ?? 0) - (marks[b]?.column ?? 0));
  const row = indexOf(from.row);
  const along = (by: number): number => row[row.indexOf(current) + by] ?? current;
  const across = (by: number): number => {
    const rows = [...new Set(marks.map((mark) => mark.row))].sort((a, b) => a - b);
    const next = rows[rows.indexOf(from.row) + by];
    if (next === undefined) return current;
    const away = (index: number): number => Math.abs((marks[index]?.column ?? 0) - from.column);
    return [...indexOf(next)].sort((a, b) => away(a) - away(b))[0] ?? current;
  };
  switch (key) {
    case 'ArrowRight':
      return along(rtl ? -1 : 1);
    case 'ArrowLeft':
      return along(rtl ? 1 : -1);
    case 'ArrowUp':
      return across(-1);
    case 'ArrowDown':
      return across(1);
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}
