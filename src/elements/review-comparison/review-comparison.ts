import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { readRecords } from '../../base/read-records.js';
import { TpElement } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import { compareRecords } from '../../model/compare.js';
import type { RecordComparison, RecordSummary } from '../../model/compare-types.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { readFramework, readScales, ScaleSource } from '../../base/sources.js';
import { renderCards, type Layout } from './comparison.cards.js';
import { topOutcome, type Place } from './comparison.place.js';
import type { Comparing } from './comparison.rows.js';
import { comparisonStrings } from './comparison.strings.js';
import { renderTable } from './comparison.table.js';
import { renderMistake } from './comparison.text.js';
import { sayElapsed, sayProblem, type Saying } from './fragments/comparison.words.js';
import { comparisonStyles } from './review-comparison.styles.js';
import { trackStyles } from './track.styles.js';

/** Groups of radios need names that differ on the page: WebKit's Tab key skips the second of two groups of one name. */
let made = 0;

/** What a comparison is made of. */
const COMPARED = ['previous', 'current', 'records', 'framework', 'scales'] as const;

/** Records as a host gives them. */
type Given = OutcomeRecord | string | undefined;

/**
 * Two conversations with one person beside each other: what was said then and now, each view with its change in words, what helped, and what
 * comes next. A change is said only where it may be; else the reason is.
 *
 * @summary Then and now: two records of one person, compared.
 * @tag tp-review-comparison
 *
 * @fires {TpErrorEvent} tp-error - A record, the framework or a scale cannot be read.
 *
 * @csspart comparison - All of it.
 * @csspart title - Its heading.
 * @csspart when - Which conversations are compared, and how long lies between them.
 * @csspart problems - What there is to say about the two before anything is compared.
 * @csspart switch - The choice between cards and table.
 * @csspart outcome - One outcome: a card, or a group of rows.
 * @csspart heading - The outcome's name.
 * @csspart status - "First time recorded", "Not asked this time", "No longer matters".
 * @csspart speaker - Who said it.
 * @csspart words - What was said.
 * @csspart fold - The button that shows all of a long text.
 * @csspart view - One view, then and now.
 * @csspart answers - Both answers of a view, in words.
 * @csspart answer - One answer.
 * @csspart change - The change in words, or why none is said.
 * @csspart note - What to keep in mind.
 * @csspart track - The line with the points of the scale.
 * @csspart scroll - The region that holds the table.
 * @csspart table - The table.
 */
export class TpReviewComparison extends TpElement {
  static override readonly english = comparisonStrings;
  static override styles: CSSResultGroup = [baseStyles, comparisonStyles, trackStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    previous: {},
    current: {},
    records: {},
    framework: {},
    scales: {},
    view: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The earlier record, or its JSON. */
  declare previous: OutcomeRecord | string | undefined;
  /** The later record, or its JSON. */
  declare current: OutcomeRecord | string | undefined;
  /** Other records of the person, so that what was renamed in between is still found. As an attribute, a JSON list. */
  declare records: readonly OutcomeRecord[] | string | undefined;
  /** The framework: the id of a registered one, or the framework itself. Only for an outcome that has a direction of its own. */
  declare framework: string | OutcomeFramework | undefined;
  /** The page's own scales, for records that do not hold theirs. */
  declare scales: readonly RatingScale[] | string | undefined;
  /** As cards, or as a table. The reader can change it. */
  declare view: 'cards' | 'table';
  /** The level of the heading, 1 to 5. */
  declare headingLevel: number;

  readonly #group = `tp-review-comparison-${String(++made)}`;
  readonly #scales = new ScaleSource();
  readonly #unfolded = new Set<string>();
  #read: { previous?: OutcomeRecord | undefined; current?: OutcomeRecord | undefined } = {};
  #records: readonly OutcomeRecord[] = [];
  #framework: OutcomeFramework | undefined;
  #comparison: RecordComparison | undefined;
  #place: Place | undefined;

  constructor() {
    super();
    this.view = 'cards';
    this.headingLevel = 3;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const given = COMPARED.some((name) => changed.has(name));
    if (given) this.forgetReports();
    for (const name of ['previous', 'current'] as const)
      if (changed.has(name)) this.#read[name] = this.#readAll(name, this[name])[0];
    if (changed.has('records')) this.#records = this.#readAll('records', this.records);
    if (changed.has('framework')) this.#readFramework();
    if (changed.has('scales')) this.#readScales();
    // Where the reader is, before it is drawn anew.
    if (changed.has('view') && this.hasUpdated) this.#place = topOutcome(this.renderRoot);
    if (given) this.#compare();
  }

  protected override updated(): void {
    this.#place?.restore();
    this.#place = undefined;
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const comparison = this.#comparison;
    const name = comparison && nameOf(comparison);
    return html`<section class="comparison" part="comparison" aria-labelledby="title">
      <div id="title" class="title" part="title" role="heading" aria-level=${this.headingLevel}>
        ${name ? t('comparison.title-named', { name }) : t('comparison.title')}
      </div>
      ${comparison ? this.#renderComparison(comparison, name) : this.#renderNothing()}
    </section>`;
  }

  #renderNothing(): TemplateResult {
    const { t } = this;
    const unreadable = (['previous', 'current'] as const).filter(
      (name) => (this[name] ?? '') !== '' && !this.#read[name],
    );
    return html`${unreadable.map((name) => html`<p class="error">${t(name === 'previous' ? 'comparison.unreadable-then' : 'comparison.unreadable-now')}</p>`)}
      <p class="muted">${t('comparison.waiting')}</p>`;
  }

  #renderComparison(comparison: RecordComparison, name: string | null | undefined): TemplateResult {
    const { previous, current } = this.#read as { previous: OutcomeRecord; current: OutcomeRecord };
    const { t } = this;
    const say: Saying = { t, locale: this.usedLocale, name };
    const [then, now] = daysOf(comparison, this.usedLocale);
    const comparing: Comparing = {
      say,
      previous,
      current,
      unfolded: this.#unfolded,
      fold: (id, button) => {
        this.#fold(id, button);
      },
    };
    const layout: Layout = { comparing, comparison, then, now, level: Math.min(6, this.headingLevel + 1) };
    const pair = t('comparison.pair', { then, now });
    return html`<p part="when">${pair} ${elapsed(say, comparison)}</p>
      ${this.#renderProblems(say, comparison)}
      ${
        comparison.outcomes.length === 0
          ? html`<p class="muted">${t('comparison.nothing')}</p>`
          : html`${this.#renderSwitch()}${this.view === 'table' ? renderTable(layout, pair) : renderCards(layout)}`
      }`;
  }

  #renderProblems(say: Saying, comparison: RecordComparison): TemplateResult | typeof nothing {
    if (comparison.problems.length === 0) return nothing;
    const { previous, current } = this.#read;
    return html`<ul class="problems" part="problems">
      ${comparison.problems.map((problem) => {
        const record = problem.side === 'then' ? previous : current;
        return html`<li>
          ${sayProblem(say, problem, comparison)}
          ${problem.code === 'entered-in-error' ? renderMistake(say, record?.enteredInError?.reason) : nothing}
        </li>`;
      })}
    </ul>`;
  }

  #renderSwitch(): TemplateResult {
    return html`<fieldset class="switch" part="switch">
      <legend>${this.t('comparison.show-as')}</legend>
      ${(['cards', 'table'] as const).map(
        (view) =>
          html`<label class="reason"
            ><input
              type="radio"
              name=${this.#group}
              .checked=${(this.view === 'table') === (view === 'table')}
              @change=${() => {
                this.view = view;
              }}
            /><span>${this.t(`comparison.${view}`)}</span></label
          >`,
      )}
    </fieldset>`;
  }

  /** Folds or unfolds a long text; the button stays in sight. */
  #fold(id: string, button: HTMLElement): void {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      button.scrollIntoView({ block: 'nearest' });
    });
  }

  #compare(): void {
    const { previous, current } = this.#read;
    this.#comparison =
      previous && current
        ? compareRecords(previous, current, {
            framework: this.#framework,
            findScale: this.#scales.find,
            records: this.#records,
            now: new Date(),
          })
        : undefined;
  }

  #readAll(name: string, given: Given | readonly OutcomeRecord[]): readonly OutcomeRecord[] {
    const { records, problems } = readRecords(given, name);
    this.reportAll(problems, name);
    return records;
  }

  #readFramework(): void {
    const read = this.framework === undefined ? undefined : readFramework(this.framework);
    this.#framework = read?.ok ? read.value : undefined;
    if (read && !read.ok) this.reportAll(read.problems, 'framework');
  }

  #readScales(): void {
    const read = readScales(this.scales);
    this.#scales.own = read.ok ? read.value : [];
    if (!read.ok) this.reportAll(read.problems, 'scales');
  }
}

/** How the person is called, unless these are two people. */
const nameOf = ({ then, now, sameSubject }: RecordComparison): string | null =>
  sameSubject === false ? null : (now.subject.name ?? then.subject.name);

/** The two days; with their times where it is one day. */
function daysOf({ then, now }: RecordComparison, locale: string): readonly [string, string] {
  const day = ({ date, time }: RecordSummary): string =>
    formatLocalDate(then.date === now.date && time !== null ? `${date}T${time}` : date, locale);
  return [day(then), day(now)];
}

function elapsed(say: Saying, { elapsed: between }: RecordComparison): string {
  if (between.days === 0) return say.t('comparison.same-day-pair');
  const time = sayElapsed(say, between);
  return time && say.t('comparison.apart', { time });
}
