import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { OutcomeSelector, TrajectoryPoint } from '../../model/trajectory.js';
import { answerOf, follow, spoken, withScale, type Followed } from '../chart/fragments/data.js';
import { TpChart } from '../chart/fragments/chart-element.js';
import type { Frame, Picture } from '../chart/fragments/shapes.js';
import { timelineStrings } from './outcome-timeline.strings.js';
import { spanOf, timelineOf, viewer, type Timeline } from './timeline.data.js';
import { timelinePicture } from './timeline.shapes.js';

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
  #timelines: readonly Timeline[] = [];

  protected override prepare(): Followed {
    const followed = follow(this.given, this.outcome === undefined ? this.usedFramework : undefined, {
      wanted: this.#wanted(),
    });
    const outcomes = followed.outcomes.filter(({ points }) => points.some(({ entry }) => entry));
    return (this.#followed = { ...followed, outcomes });
  }

  protected override arrange(): void {
    const { records, outcomes } = this.#followed;
    const span = spanOf(records);
    this.#timelines = span ? outcomes.map((one) => timelineOf(this.say, one, span)) : [];
  }

  protected override draw(frame: Frame): readonly Picture[] {
    const room = this.#isSplit(frame) ? { ...frame, width: (frame.width - 2 * frame.em) / 2 } : frame;
    return this.#timelines.map((timeline) => timelinePicture(timeline, room));
  }

  protected override outcomeOf(): undefined {
    return undefined;
  }

  protected override renderChart(): TemplateResult {
    const { t } = this;
    if (this.#timelines.length === 0)
      return html`<p>${t(this.outcome !== undefined && this.given.length > 0 ? 'timeline.unknown' : 'chart.empty')}</p>`;
    const isOne = this.outcome !== undefined;
    return html`<div class="charts ${this.#isSplit(this.frame) ? 'two' : ''}">
        ${this.#timelines.map((timeline, index) => this.#chart(timeline, index, isOne))}
      </div>
      <div class="scroll" role="region" tabindex="0" aria-label=${isOne ? this.#timelines[0]?.title : t('timeline.all')}>
        ${isOne && this.#timelines[0] ? this.#table(this.#timelines[0]) : this.#tableOfAll()}
      </div>`;
  }

  #isSplit({ width, em }: Frame): boolean {
    return this.#timelines.length > 1 && width >= TWO * em;
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

  #chart({ title, breaks }: Timeline, index: number, isOne: boolean): TemplateResult | typeof nothing {
    const picture = this.pictures[index];
    if (!picture) return nothing;
    return html`<div part="chart">
      <div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>${title}</div>
      ${picture.marks.length > 0 ? this.renderPicture(picture, index, isOne) : html`<p class="chart">${this.t('timeline.none')}</p>`}
      ${breaks.length > 0 ? html`<div class="notice" part="breaks">${breaks.map(({ said }) => html`<p>${said}</p>`)}</div>` : nothing}
    </div>`;
  }

  /** One outcome: a row for each conversation. */
  #table({ trajectory, rows, description, sense, decisions, bands }: Timeline): TemplateResult {
    const { t, say } = this;
    const decided = decisions.length > 0;
    return html`<table part="table">
      <caption><span>${description}</span></caption>
      <thead>
        <tr>
          ${[
            t('chart.date'),
            ...rows,
            ...(sense.length > 0 ? [t('chart.own-sense')] : []),
            ...(decided ? [t('chart.decision')] : []),
            t('chart.words'),
          ].map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${trajectory.points.map((point) => {
          const { entry, decision, record } = point;
          return html`<tr>
            <th scope="row">${say.date(record.date)}</th>
            ${rows.map((who) => {
              const answers = this.#answers(point, bands.length > 1).flatMap(([viewer, answer]) =>
                viewer === who ? answer : [],
              );
              return html`<td>${answers.join('\n') || t(entry ? 'chart.not-asked' : 'chart.not-recorded')}</td>`;
            })}
            ${sense.length > 0 ? html`<td>${this.#sense(point, rows.length > 1).join('\n')}</td>` : nothing}
            ${decided ? html`<td>${decision ? t(`decision.${decision.value}`) : ''}</td>` : nothing}
            <td dir="auto">${spoken(say, point).join('\n')}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  /** All outcomes: a row for each, a column for each conversation. */
  #tableOfAll(): TemplateResult {
    const { t, say } = this;
    const { records } = this.#followed;
    return html`<table part="table">
      <caption><span>${t('timeline.all')}</span></caption>
      <thead>
        <tr>
          <th scope="col">${t('chart.outcome')}</th>
          ${records.map(({ date }) => html`<th scope="col">${say.date(date)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.#timelines.map(
          ({ title, trajectory, bands }) =>
            html`<tr>
              <th scope="row">${title}</th>
              ${records.map(
                ({ id }) =>
                  html`<td>${this.#cell(
                    trajectory.points.filter(({ record }) => record.id === id),
                    bands.length > 1,
                  )}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #cell(points: readonly TrajectoryPoint[], named: boolean): string {
    const { t } = this;
    const held = points.filter(({ entry }) => entry);
    if (held.length === 0) return t('chart.not-recorded');
    const lines = held.flatMap((point) => [
      ...this.#answers(point, named).map(([who, answer]) => t('timeline.line', { who, answer })),
      ...this.#sense(point, true).map((answer) => t('timeline.line', { who: t('chart.own-sense'), answer })),
      ...(point.decision
        ? [t('timeline.line', { who: t('chart.decision'), answer: t(`decision.${point.decision.value}`) })]
        : []),
    ]);
    return lines.join('\n') || t('chart.not-asked');
  }

  #answers({ views }: TrajectoryPoint, named: boolean): readonly (readonly [who: string, answer: string])[] {
    return views
      .filter(({ rating }) => rating.answer.kind !== 'unanswered')
      .map((view) => {
        const answer = answerOf(this.say, view);
        return [viewer(this.say, view), named ? withScale(this.say, view, answer) : answer] as const;
      });
  }

  #sense({ senseOfChange }: TrajectoryPoint, withWho: boolean): readonly string[] {
    return senseOfChange
      .filter(({ view }) => view.rating.answer.kind !== 'unanswered')
      .map(({ view }) => {
        const answer = answerOf(this.say, view);
        return withWho ? this.t('timeline.line', { who: viewer(this.say, view), answer }) : answer;
      });
  }
}
