import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { renderSelect } from '../../base/select.fragment.js';
import { answerOf, follow, saidAt, withScale, type Followed } from '../chart/fragments/data.js';
import { TpChart } from '../chart/fragments/chart-element.js';
import type { Frame, Mark, Picture } from '../chart/fragments/shapes.js';
import { starStrings } from './outcome-star.strings.js';
import { starOf, type Star, type StarAxis } from './star.data.js';
import { starPicture } from './star.shapes.js';

/** How many conversations may stand on one star. */
const MOST = 4;

/**
 * Outcomes as a star, for one to four conversations: whose view it is, in words on every ring, with a table of the same under it. Only
 * answers on one scale stand on it. Where there is no answer there is a gap, and no area is filled.
 *
 * @summary One person's outcomes side by side, at up to four conversations.
 * @tag tp-outcome-star
 *
 * @fires {TpErrorEvent} tp-error - The records or the framework cannot be read.
 *
 * @csspart heading - What the star shows.
 * @csspart problems - What there is to say about the records.
 * @csspart choice - The choice of whose view is shown.
 * @csspart picture - The drawing.
 * @csspart rings - What the rings mean, in words.
 * @csspart not-drawn - Answers that cannot stand on this star, with the reason.
 * @csspart panel - What was said, for the mark that was chosen.
 * @csspart close - The button that closes it.
 * @csspart table - The same as a table.
 * @csspart export - The buttons to save a picture.
 * @csspart save - One of them.
 */
export class TpOutcomeStar extends TpChart {
  static override readonly english = starStrings;
  static override properties: PropertyDeclarations = { ...TpChart.properties, perspective: {} };

  /** Whose view is shown; by default the person's own, or the first that there is. */
  declare perspective: string | undefined;

  #followed!: Followed;
  #star!: Star;

  protected override prepare(): Followed {
    return (this.#followed = follow(this.given, this.usedFramework, { most: MOST }));
  }

  protected override arrange(): void {
    this.#star = starOf(this.say, this.#followed, this.perspective);
  }

  protected override draw(frame: Frame): readonly Picture[] {
    return this.#star.axes.length > 0 ? [starPicture(this.#star, frame)] : [];
  }

  protected override outcomeOf({ column }: Mark): string {
    return this.#star.axes[column]?.label ?? '';
  }

  protected override get savedTitle(): string {
    return this.#star.title;
  }

  protected override renderChart(): TemplateResult {
    const { t } = this;
    const { title, choices, choice, steps, notDrawn, axes, beside, series, description } = this.#star;
    if (series.length === 0) return html`<p>${t('chart.empty')}</p>`;
    const row = (axis: StarAxis, index?: number): TemplateResult =>
      html`<tr>
        <th scope="row">${index === undefined ? axis.label : `${index + 1} ${axis.label}`}</th>
        ${series.map((_, at) => html`<td><div>${this.#cell(axis, at)}</div><div class="muted" dir="auto">${this.#words(axis, at)}</div></td>`)}
      </tr>`;
    return html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>${title}</div>
      ${
        choices.length > 1
          ? html`<label class="choice" part="choice"
              ><span class="label">${t('chart.whose')}</span>${renderSelect({
                value: choice?.key ?? '',
                options: choices.map(({ key, label }) => [key, label] as const),
                choose: (key) => {
                  this.perspective = key;
                  return true;
                },
              })}</label
            >`
          : nothing
      }
      ${
        this.pictures[0]
          ? html`${this.marks.render(this.pictures[0], 0, true)}
              <p class="notice" part="rings">
                ${t('star.rings', { steps: steps.map(({ label }) => label).join(' · ') })}
              </p>`
          : html`<p>${t('star.none')}</p>`
      }
      ${
        notDrawn.length > 0
          ? html`<div part="not-drawn">
              <p class="label">${t('star.not-drawn')}</p>
              <ul>
                ${notDrawn.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      <div class="scroll" role="region" tabindex="0" aria-label=${title}>
        <table part="table">
          <caption><span>${axes.length > 0 ? description : title}</span></caption>
          <thead>
            <tr>
              <th scope="col">${t('chart.outcome')}</th>
              ${series.map(({ name, letter }) => html`<th scope="col">${series.length > 1 && axes.length > 0 ? `${letter} · ${name}` : name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${axes.map(row)} ${beside.map((axis) => row(axis))}
          </tbody>
        </table>
      </div>`;
  }

  /** What the panel of a mark says, for those who read the table alone. */
  #words({ answers }: StarAxis, at: number): string {
    const lines = (answers[at] ?? []).flatMap(({ point, view }) => saidAt(this.say, point, [view]));
    return [...new Set(lines)].join('\n');
  }

  #cell({ answers, recorded }: StarAxis, at: number): string {
    const list = answers[at] ?? [];
    if (list.length === 0) return this.t(recorded[at] ? 'chart.not-asked' : 'chart.not-recorded');
    return list
      .map(({ view, ordinal }) => {
        const answer = answerOf(this.say, view);
        return ordinal === null ? withScale(this.say, view, answer) : answer;
      })
      .join('\n');
  }
}
