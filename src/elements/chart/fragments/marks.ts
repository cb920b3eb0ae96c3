import { html, nothing, svg, type ReactiveControllerHost, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { markWords, type Say } from './data.js';
import { nearest, step } from './explore.js';
import { drawn, joined } from './paint.js';
import { renderPanel } from './panel.js';
import { marker, type Mark, type Picture } from './shapes.js';

interface Host extends Pick<ReactiveControllerHost, 'updateComplete'> {
  readonly renderRoot: ParentNode;
  requestUpdate(name: PropertyKey, before: unknown): void;
}

/** What the marks are of, as it is when they are drawn. */
interface Source {
  readonly say: () => Say;
  readonly pictures: () => readonly (Picture | undefined)[];
  /** The chart's outcome, where a mark has to name it. */
  readonly outcomeOf: (mark: Mark) => string | undefined;
}

/** Which mark the keyboard is at, in which of the pictures, and whether its words are in sight. */
interface Place {
  readonly picture: number;
  readonly mark: number;
  readonly isOpen: boolean;
}

/** Pictures with marks that keyboard and pointer reach, and the words of the mark that was chosen. */
export class Marks {
  readonly #host: Host;
  readonly #source: Source;
  #place: Place | undefined;

  constructor(host: Host, source: Source) {
    this.#host = host;
    this.#source = source;
  }

  /** The marks are others now. */
  forget(): void {
    this.#place = undefined;
  }

  /** One stop for Tab in each picture, arrows from there. `isWhole`: every mark is there from the start. */
  render(picture: Picture, index: number, isWhole: boolean): TemplateResult {
    const { width, height, shapes, marks, rtl } = picture;
    const say = this.#source.say();
    const place = this.#place?.picture === index ? this.#place : undefined;
    const current = place?.mark ?? 0;
    // Of many small pictures only the one in use has all its marks: the others have what Tab needs, and look the same.
    const isActive = isWhole || place !== undefined;
    const words = (one: Mark): string => markWords(say, one, this.#source.outcomeOf(one));
    const mark = (one: Mark, at: number): SVGTemplateResult =>
      svg`<path class="mark ${one.shape.ink} ${one.shape.fill ?? ''}" d=${one.shape.d} stroke-width="1.5" role="img" tabindex=${at === current ? 0 : -1} aria-label=${words(one)} />`;
    const at = marks[current];
    // On the element around it: Chromium takes a drawing that listens for the focus for something to stop at.
    return html`<div
      class="chart"
      @focusin=${(event: Event) => {
        const found = this.#paths(index).indexOf(event.target as SVGElement);
        if (found >= 0 && isActive) this.#set({ picture: index, mark: found, isOpen: true });
        else if (found >= 0) void this.#go(index, current);
      }}
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event, index);
      }}
      @click=${(event: MouseEvent) => {
        const drawing = (event.target as Element).closest('svg');
        const found = drawing ? nearest(picture, drawing, event) : -1;
        if (found >= 0) void this.#go(index, found);
      }}
    >
      <svg
        part="picture"
        role="group"
        aria-label=${picture.description}
        viewBox="0 0 ${width} ${height}"
        width=${width}
        height=${height}
        direction=${rtl ? 'rtl' : 'ltr'}
      >
        <g aria-hidden="true">${guard([picture], () => [...joined(shapes), ...(isWhole ? [] : joined(marks.map(({ shape }) => shape)))].map(drawn))}</g>
        ${at ? svg`<path class="ring ${place?.isOpen ? 'open' : ''}" aria-hidden="true" d=${marker(0, at.x, at.y, 12)} />` : nothing}
        ${isActive ? marks.map(mark) : at ? [mark(at, current)] : nothing}
      </svg>
      ${renderPanel(say, place?.isOpen ? at : undefined, at ? words(at) : '', () => {
        void this.#go(index, current, false);
      })}
    </div>`;
  }

  #set(place: Place): void {
    this.#place = place;
    // A name and a change of it: without, the element would take all that it shows for new.
    this.#host.requestUpdate('mark', null);
  }

  readonly #paths = (index: number): readonly SVGElement[] => [
    ...(this.#host.renderRoot.querySelectorAll('.chart')[index]?.querySelectorAll<SVGElement>('.mark') ?? []),
  ];

  /** Brings the keyboard to a mark, and shows its words unless they were just closed. */
  async #go(picture: number, mark: number, isOpen = true): Promise<void> {
    const place = { picture, mark, isOpen };
    this.#set(place);
    await this.#host.updateComplete;
    // Somebody has gone on, or the marks are others by now.
    if (this.#place !== place) return;
    this.#paths(picture)[mark]?.focus();
    this.#set(place);
  }

  #onKey(event: KeyboardEvent, index: number): void {
    const picture = this.#source.pictures()[index];
    const current = this.#place?.picture === index ? this.#place.mark : 0;
    if (!picture || event.ctrlKey || event.altKey || event.metaKey) return;
    const isMark = this.#paths(index).includes(event.target as SVGElement);
    if (event.key === 'Escape' && this.#place?.isOpen) void this.#go(index, current, false);
    else if (isMark && (event.key === 'Enter' || event.key === ' ')) void this.#go(index, current);
    else {
      const next = isMark ? step(picture, current, event.key) : undefined;
      if (next === undefined) return;
      void this.#go(index, next);
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
