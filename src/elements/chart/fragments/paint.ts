import { svg, type SVGTemplateResult } from 'lit';
import { tenth, type Ink, type Line, type Picture, type Shape } from './shapes.js';

/** A saved picture is black on white whatever the page looks like: it goes into letters. */
const inks: Readonly<Record<string, string>> = {
  text: '#1d2a2e',
  muted: '#4d5d62',
  line: '#6b7c80',
  s0: '#0f5e66',
  s1: '#9a4a00',
  s2: '#5b2f91',
  s3: '#1d2a2e',
};
const paper = '#ffffff';
const font = 'system-ui, sans-serif';
const colourOf = (ink: Ink = 'text'): string => inks[ink] ?? inks[`s${Number(ink.slice(1)) % 4}`] ?? '#1d2a2e';

/** A shape in the page. Its colours are classes, so that the theme, the dark and the system's colours hold. */
export const drawn = (shape: Shape): SVGTemplateResult =>
  'd' in shape
    ? svg`<path class="${shape.ink} ${shape.fill ?? ''}" d=${shape.d} stroke-width=${shape.width ?? 1.5} stroke-dasharray=${shape.dash || 'none'} />`
    : svg`<text class="${shape.ink ?? 'text'} ${shape.bold ? 'bold' : ''}" x=${shape.x} y=${shape.y} font-size=${shape.size} text-anchor=${shape.anchor ?? 'start'}>${shape.text}</text>`;

/** Lines and markers of one look as one shape each, where the first of them was: a page has fewer things to keep, and words lie on top. */
export function joined(shapes: readonly Shape[]): readonly Shape[] {
  const looks = new Map<string, { -readonly [part in keyof Line]: Line[part] }>();
  const kept: Shape[] = [];
  for (const shape of shapes) {
    if (!('d' in shape)) {
      kept.push(shape);
      continue;
    }
    const look = `${shape.ink} ${shape.width ?? ''} ${shape.dash ?? ''} ${shape.fill ?? ''}`;
    const held = looks.get(look);
    if (held) held.d += shape.d;
    else {
      const first = { ...shape };
      looks.set(look, first);
      kept.push(first);
    }
  }
  return kept;
}

/** Text as XML; what XML does not allow at all is left out. */
const xml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- exactly those that XML forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const margin = 16;
const titleSize = 18;
const titleHeight = 36;

const shapesOf = ({ shapes, marks }: Picture): readonly Shape[] => [...shapes, ...marks.map(({ shape }) => shape)];

/** How large several pictures are, one under the other with their titles. */
const sizeOf = (pictures: readonly Picture[]): readonly [width: number, height: number] => [
  tenth(Math.max(...pictures.map(({ width }) => width)) + 2 * margin),
  tenth(pictures.reduce((sum, { height }) => sum + height + titleHeight, 2 * margin)),
];

/** The title of a picture as a shape of it, above its own top. */
const titleOf = ({ title, width, rtl }: Picture): Shape => ({
  x: rtl ? width : 0,
  y: titleSize - titleHeight,
  text: title,
  size: titleSize,
  bold: true,
});

const strokeOf = ({ fill, ink }: Line): string => (fill === 'solid' ? colourOf(ink) : fill ? paper : 'none');

/** Pictures as a file of their own: colours inside, nothing to load, nothing that runs. */
export function svgText(pictures: readonly Picture[]): string {
  const [width, height] = sizeOf(pictures);
  let top = margin;
  const parts = pictures.map((picture) => {
    top += titleHeight;
    const shapes = [titleOf(picture), ...shapesOf(picture)].map((shape) =>
      'd' in shape
        ? `<path d="${shape.d}" fill="${strokeOf(shape)}" stroke="${colourOf(shape.ink)}" stroke-width="${shape.width ?? 1.5}"${shape.dash ? ` stroke-dasharray="${shape.dash}"` : ''}/>`
        : `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" fill="${colourOf(shape.ink)}" text-anchor="${shape.anchor ?? 'start'}"${shape.bold ? ' font-weight="600"' : ''}>${xml(shape.text)}</text>`,
    );
    const group = `<g transform="translate(${margin} ${tenth(top)})"${picture.rtl ? ' direction="rtl"' : ''}>${shapes.join('')}</g>`;
    top += picture.height;
    return group;
  });
  const [title, description] = (['title', 'description'] as const).map((part) =>
    xml(pictures.map((picture) => picture[part]).join(' · ')),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${font}"><title>${title ?? ''}</title><desc>${description ?? ''}</desc><path fill="${paper}" d="M0 0h${width}v${height}H0z"/>${parts.join('')}</svg>`;
}

/** The same on a canvas, shape by shape: a strict page loads no picture, not even one of its own making. */
export function pngBlob(pictures: readonly Picture[], scale: number): Promise<Blob> {
  const [width, height] = sizeOf(pictures);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  return new Promise((done, fail) => {
    const context = canvas.getContext('2d');
    if (!context) {
      fail(new Error('This browser has no canvas to draw on.'));
      return;
    }
    context.scale(scale, scale);
    context.fillStyle = paper;
    context.fillRect(0, 0, width, height);
    context.translate(margin, margin);
    for (const picture of pictures) {
      context.translate(0, titleHeight);
      for (const shape of [titleOf(picture), ...shapesOf(picture)]) paint(context, shape, picture.rtl);
      context.translate(0, picture.height);
    }
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error('The picture is too large for this browser.'));
    });
  });
}

function paint(context: CanvasRenderingContext2D, shape: Shape, rtl: boolean): void {
  const colour = colourOf(shape.ink);
  if ('d' in shape) {
    const drawing = new Path2D(shape.d);
    context.strokeStyle = colour;
    context.lineWidth = shape.width ?? 1.5;
    context.setLineDash(shape.dash ? shape.dash.split(' ').map(Number) : []);
    if (shape.fill) {
      context.fillStyle = strokeOf(shape);
      context.fill(drawing);
    }
    context.stroke(drawing);
    return;
  }
  context.fillStyle = colour;
  context.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${font}`;
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
  context.fillText(shape.text, shape.x, shape.y);
}
