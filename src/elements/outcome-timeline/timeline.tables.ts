import { html, nothing, type TemplateResult } from 'lit';
import type { RatingView } from '../../model/compare-types.js';
import type { TrajectoryPoint } from '../../model/trajectory.js';
import { answerOf, saidAt, withScale, type Say } from '../chart/fragments/data.js';
import { viewer, type Timeline } from './timeline.data.js';

/** Whose answer, and the answer; with the name of its scale where there were several. */
const answersOf = (
  say: Say,
  views: readonly RatingView[],
  named: boolean,
): readonly (readonly [who: string, answer: string])[] =>
  views
    .filter(({ rating }) => rating.answer.kind !== 'unanswered')
    .map((view) => {
      const answer = answerOf(say, view);
      return [viewer(say, view), named ? withScale(say, view, answer) : answer] as const;
    });

const senseOf = (say: Say, { senseOfChange }: TrajectoryPoint, withWho: boolean): readonly string[] =>
  answersOf(
    say,
    senseOfChange.map(({ view }) => view),
    false,
  ).map(([who, answer]) => (withWho ? say.t('timeline.line', { who, answer }) : answer));

const headings = (texts: readonly string[]): TemplateResult =>
  html`<thead>
    <tr>
      ${texts.map((text) => html`<th scope="col">${text}</th>`)}
    </tr>
  </thead>`;

/** One outcome: a row for each conversation, a column for each view. */
export function tableOfOne(say: Say, timeline: Timeline): TemplateResult {
  const { t } = say;
  const { trajectory, rows, description, sense, decisions, bands } = timeline;
  const isDecided = decisions.length > 0;
  return html`<table part="table">
    <caption><span>${description}</span></caption>
    ${headings([
      t('chart.date'),
      ...rows,
      ...(sense.length > 0 ? [t('chart.own-sense')] : []),
      ...(isDecided ? [t('chart.decision')] : []),
      t('chart.words'),
    ])}
    <tbody>
      ${trajectory.points.map((point) => {
        const { entry, decision, record } = point;
        const answers = answersOf(say, point.views, bands.length > 1);
        return html`<tr>
          <th scope="row">${say.date(record.date)}</th>
          ${rows.map((who) => {
            const own = answers.flatMap(([viewer, answer]) => (viewer === who ? answer : []));
            return html`<td>${own.join('\n') || t(entry ? 'chart.not-asked' : 'chart.not-recorded')}</td>`;
          })}
          ${sense.length > 0 ? html`<td>${senseOf(say, point, rows.length > 1).join('\n')}</td>` : nothing}
          ${isDecided ? html`<td>${decision ? t(`decision.${decision.value}`) : ''}</td>` : nothing}
          <td dir="auto">${saidAt(say, point).join('\n')}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** One outcome among all of them: its rows in the table of all, one for each conversation. */
export const rowsOf = (say: Say, { trajectory, bands }: Timeline): TemplateResult =>
  html`${trajectory.points.map(
    (point) =>
      html`<tr>
        <th scope="row">${say.date(point.record.date)}</th>
        <td>${cellOf(say, point, bands.length > 1)}</td>
        <td dir="auto">${saidAt(say, point).join('\n')}</td>
      </tr>`,
  )}`;

function cellOf(say: Say, point: TrajectoryPoint, named: boolean): string {
  const { t } = say;
  if (!point.entry) return t('chart.not-recorded');
  const line = (who: string, answer: string): string => t('timeline.line', { who, answer });
  const lines = [
    ...answersOf(say, point.views, named).map(([who, answer]) => line(who, answer)),
    ...senseOf(say, point, true).map((answer) => line(t('chart.own-sense'), answer)),
    ...(point.decision ? [line(t('chart.decision'), t(`decision.${point.decision.value}`))] : []),
  ];
  return lines.join('\n') || t('chart.not-asked');
}

/** All outcomes: a group of rows for each. Without its rows a group has room for them. */
export const tableOfAll = (
  say: Say,
  outcomes: readonly { readonly label: string; readonly index: number; readonly rows: unknown }[],
  room: TemplateResult,
): TemplateResult =>
  html`<table part="table">
    <caption><span>${say.t('timeline.all')}</span></caption>
    ${headings(['chart.date', 'timeline.answers', 'chart.words'].map((key) => say.t(key)))}
    ${outcomes.map(
      ({ label, index, rows }) =>
        html`<tbody data-later=${rows ? nothing : `rows-${index}`}>
          <tr class="group">
            <th scope="rowgroup" colspan="3">${label}</th>
          </tr>
          ${rows ?? html`<tr aria-hidden="true"><td colspan="3">${room}</td></tr>`}
        </tbody>`,
    )}
  </table>`;
