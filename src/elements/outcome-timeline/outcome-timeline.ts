import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { OutcomeSelector } from '../../model/trajectory.js';
import { follow, type Followed, type Outcome } from '../chart/fragments/data.js';
import { TpChart } from '../chart/fragments/chart-element.js';
import type { Frame, Picture } from '../chart/fragments/shapes.js';
import { timelineStrings } from './outcome-timeline.strings.js';
import { spanOf, timelineOf, type Span, type Timeline } from './timeline.data.js';
import { timelinePicture } from './timeline.shapes.js';
import { rowsOf, tableOfAll, tableOfOne } from './timeline.tables.js';

/** From this many answers on, what is not in sight is drawn later. */
const LONG = 150;

const none = { frame: undefined, pictures: [] };

/** From this many em on, two small timelines stand side by side. */
const TWO = 52;

/**
 * One outcome over time, or all of them as small timelines: a line for each view, on a true time axis, broken where the scale changed. The
 * words of a day come up under the chart when its mark is reached or tapped, and a table says the same.
 *
 * @summary Outcomes over any number of conversations.
 * @tag tp-outcome-timeline
 *
 * @fires {TpErrorEvent} tp-error - The records or the framework cannot be read.
 *
 * @csspart heading - The outcome.
 * @csspart problems - What there is to say about the records.
 * @csspart chart - One timeline with its heading.
 * @csspart picture - The drawing.
 * @csspart breaks - Where the scale changed, in words.
 * @csspart panel - What was said, for the mark that was chosen.
 * @csspart close - The button that closes it.
 * @csspart table - The same as a table.
 * @csspart export - The buttons to save a picture.
 * @csspart save - One of them.
 */
export class TpOutcomeTimeline extends TpChart {
  static override readonly english = timelineStrings;
  static override properties: PropertyDeclarations = { ...TpChart.properties, outcome: {} };

  /** The outcome to show: its id in the framework, or the person's own words for it. Without it, all of them are shown, small. */
  declare outcome: string | undefined;

  #followed!: Followed;
  #span: Span | undefined;
  /** What is worked out so far. */
  #timelines: (Timeline | undefined)[] = [];
  #drawn: { readonly frame: Frame | undefined; readonly pictures: (Picture | undefined)[] } = none;

  protected override prepare(): Followed {
    const followed = follow(this.given, this.outcome === undefined ? this.usedFramework : undefined, {
      wanted: this.#wanted(),
    });
    const outcomes = followed.outcomes.filter(({ isRecorded }) => isRecorded);
    return (this.#followed = { ...followed, outcomes });
  }

  protected override arrange(): void {
    this.#span = spanOf(this.#followed.records);
    this.#timelines = [];
    this.#drawn = none;
  }

  protected override draw(frame: Frame, isAll = false): readonly (Picture | undefined)[] {
    const room = this.#isSplit(frame) ? { ...frame, width: (frame.width - 2 * frame.em) / 2 } : frame;
    if (this.#drawn.frame !== frame) this.#drawn = { frame, pictures: [] };
    const { pictures } = this.#drawn;
    return this.#shown.map((_, index) => {
      if (!isAll && !this.#isNear(`chart-${index}`)) return undefined;
      const timeline = this.#timeline(index);
      return (pictures[index] ??= timeline && timelinePicture(timeline, room));
    });
  }

  protected override outcomeOf(): undefined {
    return undefined;
  }

  protected override get savedTitle(): string {
    return this.outcome === undefined ? this.t('timeline.all') : (this.#shown[0]?.label ?? '');
  }

  protected override renderChart(): TemplateResult {
    const { t } = this;
    const shown = this.#shown;
    if (shown.length === 0)
      return html`<p>${t(this.outcome !== undefined && this.given.length > 0 ? 'timeline.unknown' : 'chart.empty')}</p>`;
    const only = this.outcome !== undefined ? this.#timeline(0) : undefined;
    const charts = this.#isNear('charts')
      ? shown.map(({ label }, index) => this.#chart(label, index))
      : html`<div data-soon="charts">${room(this.#room)}</div>`;
    return html`<div class="charts ${this.#isSplit(this.frame) ? 'two' : ''}">${charts}</div>
      <div class="scroll" role="region" tabindex="0" aria-label=${this.savedTitle}>
        ${only ? tableOfOne(this.say, only) : this.#tableOfAll()}
      </div>`;
  }

  /** The outcomes, where there is a time to show them over. */
  get #shown(): readonly Outcome[] {
    return this.#span ? this.#followed.outcomes : [];
  }

  /** So many answers take longer to draw than anybody wants to wait: what is not in sight is left for later. */
  get #isLong(): boolean {
    return this.outcome === undefined && this.#shown.length * this.#followed.records.length > LONG;
  }

  #isNear(part: 'charts' | 'table' | `${'chart' | 'rows'}-${number}`): boolean {
    return !this.#isLong || this.inSight.has(part);
  }

  /** How much room one that is still to come will take: as much as one that is there. */
  get #room(): Pick<Picture, 'width' | 'height'> {
    return this.pictures.find((picture) => picture) ?? { width: 1, height: 16 * this.frame.em };
  }

  #timeline(index: number): Timeline | undefined {
    const outcome = this.#shown[index];
    return outcome && this.#span && (this.#timelines[index] ??= timelineOf(this.say, outcome, this.#span));
  }

  #isSplit({ width, em }: Frame): boolean {
    return this.#shown.length > 1 && width >= TWO * em;
  }

  /** The outcome that was asked for: the framework's, or that of the records, or something the person named. */
  #wanted(): OutcomeSelector | undefined {
    const { outcome } = this;
    if (outcome === undefined) return undefined;
    const references = this.given.flatMap(({ entries }) => entries.flatMap(({ outcomes }) => outcomes));
    const framework = this.usedFramework?.outcomes.some(({ id }) => id === outcome)
      ? this.usedFramework.id
      : references.find(({ id }) => id === outcome)?.framework;
    return framework === undefined ? { label: outcome } : { framework, id: outcome };
  }

  #chart(title: string, index: number): TemplateResult {
    const picture = this.pictures[index];
    const breaks = picture ? (this.#timeline(index)?.breaks ?? []) : [];
    return html`<div part="chart">
      <div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>${title}</div>
      ${
        !picture
          ? html`<div class="chart" data-later="chart-${index}">${room(this.#room)}</div>`
          : picture.marks.length > 0
            ? this.marks.render(picture, index, !this.#isLong)
            : html`<p class="chart">${this.t('timeline.none')}</p>`
      }
      ${breaks.length > 0 ? html`<div class="notice" part="breaks">${breaks.map(({ said }) => html`<p>${said}</p>`)}</div>` : nothing}
    </div>`;
  }

  #tableOfAll(): TemplateResult {
    const height = this.#followed.records.length * this.frame.em * 2;
    if (!this.#isNear('table'))
      return html`<div data-soon="table">${room({ width: 1, height: this.#shown.length * height })}</div>`;
    const rows = (index: number): unknown => {
      const timeline = this.#isNear(`rows-${index}`) ? this.#timeline(index) : undefined;
      // Hundreds of rows: what one part of the element has new is no reason to go through them again.
      return timeline && guard([timeline], () => rowsOf(this.say, timeline));
    };
    return tableOfAll(
      this.say,
      this.#shown.map(({ label }, index) => ({ label, index, rows: rows(index) })),
      room({ width: 1, height }),
    );
  }
}

/** Where something will be drawn: as much room as it is going to take. */
const room = ({ width, height }: Pick<Picture, 'width' | 'height'>): TemplateResult =>
  html`<svg aria-hidden="true" width=${width} height=${height}></svg>`;
