import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { audienceProblems, shareAll } from '../../base/audience.js';
import { baseStyles } from '../../base/base.styles.js';
import { readRecords } from '../../base/read-records.js';
import { TpElement } from '../../base/tp-element.js';
import { formatLocalDate } from '../../i18n/format.js';
import { compareRecords } from '../../model/compare.js';
import type { RecordComparison, RecordSummary } from '../../model/compare-types.js';
import type { Audience } from '../../schema/codes.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { Parsed } from '../../schema/parse.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { readFramework, readScales, ScaleSource } from '../../base/sources.js';
import { renderCards, type Layout } from './comparison.cards.js';
import { topOutcome, type Place } from './comparison.place.js';
import { comparisonStrings } from './comparison.strings.js';
import { renderTable } from './comparison.table.js';
import { renderMistake } from './comparison.text.js';
import { sayElapsed, sayProblem, type Saying } from './fragments/comparison.words.js';
import { comparisonStyles } from './review-comparison.styles.js';
import { trackStyles } from './track.styles.js';

/** Groups of radios need names that differ on the page: WebKit's Tab key skips the second of two groups of one name. */
let made = 0;

/** The properties that take records. */
const RECORDS = ['previous', 'current', 'records'] as const;

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
    audience: {},
    agreed: {},
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
  /**
   * Whose eyes it is for: `person`, `family` or `agencies`, who see of the records what `shareRecord` leaves them. Without it, what the
   * practitioner may see, with a mark at what is kept to the worker.
   */
  declare audience: Audience | undefined;
  /** Who may see the parts that do not say who may see them, as on `tp-record-summary`. */
  declare agreed: readonly Audience[] | string | undefined;
  /** As cards, or as a table. The reader can change it. */
  declare view: 'cards' | 'table';
  /** The level of the heading, 1 to 5. */
  declare headingLevel: number;

  readonly #group = `tp-review-comparison-${String(++made)}`;
  readonly #scales = new ScaleSource();
  readonly #unfolded = new Set<string>();
  readonly #given: Record<(typeof RECORDS)[number], readonly OutcomeRecord[]> = {
    previous: [],
    current: [],
    records: [],
  };
  /** The same, as far as the audience may see it. */
  #read = this.#given;
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
    const given = [...RECORDS, 'framework', 'scales', 'audience', 'agreed'] as const;
    if (given.some((name) => changed.has(name))) {
      this.forgetReports();
      this.#readAll(changed);
      const [[previous], [current]] = [this.#read.previous, this.#read.current];
      this.#comparison =
        previous &&
        current &&
        compareRecords(previous, current, {
          framework: this.#framework,
          findScale: this.#scales.find,
          records: this.#read.records,
          now: new Date(),
        });
    }
    // Where the reader is, before it is drawn anew.
    if (changed.has('view') && this.hasUpdated) this.#place = topOutcome(this.renderRoot);
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
      ${
        comparison
          ? this.#renderComparison(comparison, name)
          : html`${(['previous', 'current'] as const).map((which) =>
              this[which] && this.#read[which].length === 0
                ? html`<p class="error">${t(`comparison.unreadable-${which}`)}</p>`
                : null,
            )}
              <p class="muted">${t('comparison.waiting')}</p>`
      }
    </section>`;
  }

  #renderComparison(comparison: RecordComparison, name: string | null | undefined): TemplateResult {
    const [[previous], [current]] = [this.#read.previous, this.#read.current] as unknown as [
      [OutcomeRecord],
      [OutcomeRecord],
    ];
    const { t } = this;
    const say: Saying = { t, locale: this.usedLocale, name };
    const [then, now] = daysOf(comparison, this.usedLocale);
    const layout: Layout = {
      comparing: {
        say,
        previous,
        current,
        unfolded: this.#unfolded,
        fold: (text, button) => {
          this.#fold(text, button);
        },
      },
      comparison,
      then: `${t('comparison.then')} · ${then}`,
      now: `${t('comparison.now')} · ${now}`,
      level: Math.min(6, this.headingLevel + 1),
    };
    const pair = t('comparison.pair', { then, now });
    const time = sayElapsed(say, comparison.elapsed);
    return html`<p part="when">
        ${pair} ${comparison.elapsed.days === 0 ? t('comparison.same-day-pair') : time && t('comparison.apart', { time })}
      </p>
      ${
        comparison.problems.length > 0
          ? html`<ul class="problems" part="problems">
              ${comparison.problems.map(
                (problem) =>
                  html`<li>
                    ${sayProblem(say, problem, comparison)}
                    ${problem.code === 'entered-in-error' ? renderMistake(say, (problem.side === 'then' ? previous : current).enteredInError) : null}
                  </li>`,
              )}
            </ul>`
          : null
      }
      ${
        comparison.outcomes.length > 0
          ? html`${this.#renderSwitch()}${this.view === 'table' ? renderTable(layout, pair) : renderCards(layout)}`
          : html`<p class="muted">${t('comparison.nothing')}</p>`
      }`;
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
  #fold(text: string, button: HTMLElement): void {
    if (!this.#unfolded.delete(text)) this.#unfolded.add(text);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      button.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Reads what was given anew; what cannot be read is told to the page. */
  #readAll(changed: PropertyValues<this>): void {
    for (const name of RECORDS)
      if (changed.has(name)) {
        const { records, problems } = readRecords(this[name], name);
        this.reportAll(problems, name);
        this.#given[name] = records;
      }
    this.reportAll(audienceProblems(this.audience), 'audience');
    // All in one go: what has no name for this audience is the same in each of them.
    const all = shareAll(
      RECORDS.flatMap((name) => this.#given[name]),
      this,
      this.t('audience.unnamed'),
    );
    const { previous, current } = this.#given;
    const [first, second] = [previous.length, previous.length + current.length];
    this.#read = { previous: all.slice(0, first), current: all.slice(first, second), records: all.slice(second) };
    const value = <T>(read: Parsed<T>, name: string): T | undefined => {
      if (read.ok) return read.value;
      this.reportAll(read.problems, name);
      return undefined;
    };
    if (changed.has('framework'))
      this.#framework = this.framework === undefined ? undefined : value(readFramework(this.framework), 'framework');
    if (changed.has('scales')) this.#scales.own = value(readScales(this.scales), 'scales') ?? [];
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
