import type { RatingView } from '../../../model/compare-types.js';
import type { TrajectoryPoint } from '../../../model/trajectory.js';

/** What a chart is drawn with. `s0` to `s7` are the series; every one of them has a marker and a dash pattern of its own. */
export type Ink = 'text' | 'muted' | 'line' | `s${number}`;

export interface Line {
  readonly d: string;
  readonly ink: Ink;
  readonly width?: number | undefined;
  readonly dash?: string | undefined;
  /** A closed shape: filled with its ink, or with the paper's colour where it is open. */
  readonly fill?: 'solid' | 'open' | undefined;
}

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink?: Ink | undefined;
  /** Where `x` is, in the direction of reading. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly bold?: boolean | undefined;
}

export type Shape = Line | Words;

/** One answer in a chart: a shape that the keyboard can reach. Rows are series, columns go on in time or around a star. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly shape: Line;
  readonly point: TrajectoryPoint;
  /** The answer; without one, the mark is the decision. */
  readonly view: RatingView | null;
  /** Says what is not a plain answer on the scale: somebody's own sense of change, for one. */
  readonly note?: string | undefined;
}

/** A drawing in pixels: what lies under the marks, and the marks. Nothing in it knows of the page or of a canvas. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
  readonly shapes: readonly Shape[];
  readonly marks: readonly Mark[];
}

/** What a picture has to fit into. `em` is the size of its text in pixels. */
export interface Frame {
  readonly width: number;
  readonly em: number;
  readonly rtl: boolean;
}

/** To a tenth of a pixel: shorter, and the same in every engine. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Outlines of markers around nought; the first is a circle. */
const outlines = [
  '',
  '-1-1 1-1 1 1-1 1',
  '0-1.4 1.4 0 0 1.4-1.4 0',
  '0-1.3 1.2.9-1.2.9',
  '0 1.3 1.2-.9-1.2-.9',
  '-1-1 1-1-1 1 1 1',
  '-1-1 1 1 1-1-1 1',
  '-.4-1.3.4-1.3.4-.4 1.3-.4 1.3.4.4.4.4 1.3-.4 1.3-.4.4-1.3.4-1.3-.4-.4-.4',
].map((outline) => (outline.match(/-?(\d*\.)?\d+/g) ?? []).map(Number));

const dashes = ['', '7 4', '2 4', '10 4 2 4', '14 5', '4 3', '1 3', '8 3 2 3 2 3'];

export const inkOf = (series: number): Ink => `s${series % 8}`;
export const dashOf = (series: number): string => dashes[series % 8] ?? '';

/** The outline of a series' marker. */
export function marker(series: number, x: number, y: number, size: number): string {
  const outline = outlines[series % 8] ?? [];
  const [left, wide] = [tenth(x - size), tenth(size)];
  if (outline.length === 0)
    return `M${left} ${tenth(y)}a${wide} ${wide} 0 1 0 ${tenth(2 * size)} 0a${wide} ${wide} 0 1 0 ${tenth(-2 * size)} 0z`;
  const corners = outline.map((part, index) => tenth((index % 2 ? y : x) + part * size));
  return `M${corners.join(' ')}z`;
}

export const path = (...points: readonly (readonly [x: number, y: number])[]): string =>
  `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}`;

/** About how wide words are: nothing is measured in the page, so that a picture is the same wherever it is made. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text)
    width +=
      letter > '\u2e7f'
        ? 1
        : letter > '\u007e' || (letter >= 'A' && letter <= 'Z') || 'mw@'.includes(letter)
          ? 0.72
          : 0.54;
  return width * size;
}

/** Words in as many lines as fit, the last one cut where they do not. */
export function wrap(text: string, width: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/(?<=[/-])|\s+/)) {
    const joint = line === '' || /[/-]$/.test(line) ? '' : ' ';
    if (line !== '' && widthOf(line + joint + word, size) > width) {
      lines.push(line);
      line = word;
    } else line += joint + word;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept.push(`${kept.pop() ?? ''}…`);
  return kept.map((one) => cut(one, width, size));
}

/** Words in one line, cut where they do not fit. */
export function cut(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (widthOf(`${kept}${letter}…`, size) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A row of samples that says which line and marker are whose. Hands back its height. */
export function legend(
  shapes: Shape[],
  names: readonly string[],
  { width, em, rtl }: Frame,
  top: number,
  isLine = true,
): number {
  let [x, y] = [0, top + em];
  names.forEach((name, series) => {
    const lines = wrap(name, width - 3.6 * em, em, 3);
    const wide = Math.max(...lines.map((text) => widthOf(text, em))) + 4.4 * em;
    if (x > 0 && x + wide - 1.2 * em > width) [x, y] = [0, y + 1.6 * em];
    const at = (offset: number): number => tenth(rtl ? width - x - offset : x + offset);
    const ink = inkOf(series);
    if (isLine) shapes.push({ d: path([at(0), y], [at(2.6 * em), y]), ink, dash: dashOf(series), width: em / 8 });
    shapes.push(
      { d: marker(series, at(1.3 * em), y, em * 0.34), ink, fill: 'solid' },
      ...lines.map((text, line) => ({ x: at(3.2 * em), y: tenth(y + em * (0.35 + 1.2 * line)), text, size: em })),
    );
    // A name of several lines has them to itself.
    if (lines.length > 1) [x, y] = [width, y + 1.2 * em * (lines.length - 1)];
    else x += wide;
  });
  return names.length > 0 ? y - top + em : 0;
}
