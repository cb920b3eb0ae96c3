import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { audienceProblems, isAudience, readAgreed } from '../../base/audience.js';
import { baseStyles } from '../../base/base.styles.js';
import { readRecords } from '../../base/read-records.js';
import { readFramework } from '../../base/sources.js';
import { TpElement } from '../../base/tp-element.js';
import { findFramework } from '../../frameworks/registry.js';
import { formatList, formatLocalDate, languageName } from '../../i18n/format.js';
import { isMistaken, lineage, matchEntries, placedEntries } from '../../model/compare-entries.js';
import { isInError, whenOf } from '../../model/compare-time.js';
import { shareRecord } from '../../model/share.js';
import type { Audience } from '../../schema/codes.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { OutcomeRecord } from '../../schema/record.js';
import { idea, renderEntry, type Then } from './record-summary.entry.js';
import { summaryStrings } from './record-summary.strings.js';
import { summaryStyles } from './record-summary.styles.js';
import {
  because,
  heading,
  joined,
  line,
  renderStatements,
  withAside,
  type SummaryLayout,
  type SummaryView,
} from './record-summary.words.js';

/**
 * The copy of one record that somebody takes home: on the screen, and on paper from the browser's own print dialogue. It shows what its audience
 * may see, and nothing else.
 *
 * @summary The person's copy of a record: normal, large print or easy read.
 * @tag tp-record-summary
 *
 * @slot letterhead - Above everything: a logo, an address.
 * @slot contact - Who to talk to about the record, under everything.
 * @slot picture-… - In the easy layout, the picture for an outcome, by the outcome's id (`picture-seeing-people`; the entry's id where the person
 *   named it), and for a part of it (`picture-seeing-people-wish`: also `now`, `change`, `then`, `importance`, `strengths`, `helped`, `helps`,
 *   `barriers`, `different`, `decision`, `actions`).
 *
 * @fires {TpErrorEvent} tp-error - A record cannot be read, or the earlier one is somebody else's.
 *
 * @csspart title - Whose copy it is.
 * @csspart facts - When, who took part, how.
 * @csspart outcome - All of one outcome.
 * @csspart heading - An outcome's name.
 * @csspart label - The name of a part.
 * @csspart actions - The next steps of an outcome.
 * @csspart running - The name and the day at the top of each printed sheet.
 */
export class TpRecordSummary extends TpElement {
  static override readonly english = summaryStrings;
  static override styles: CSSResultGroup = [baseStyles, summaryStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    record: {},
    previous: {},
    layout: { reflect: true },
    audience: {},
    agreed: {},
    framework: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The record, or its JSON. */
  declare record: OutcomeRecord | string | undefined;
  /** An earlier record of the same person, to show beside each outcome what was said then; or its JSON. */
  declare previous: OutcomeRecord | string | undefined;
  /** `normal` (12 pt on paper), `large` (18 pt) or `easy` (big, one idea a line, room for pictures). */
  declare layout: SummaryLayout;
  /** Whose copy it is: `person`, `family` or `agencies`. */
  declare audience: Audience;
  /**
   * Who may see the parts that do not say who may see them: what was agreed for the whole record, as a list or as codes with spaces between. It
   * goes before the record's own `sharing`; without both, the person alone.
   */
  declare agreed: readonly Audience[] | string | undefined;
  /** The framework, for the easy names of its outcomes: its id, or the object, or JSON. By default the record's, where it is registered. */
  declare framework: OutcomeFramework | string | undefined;
  /** The level of the copy's heading, 1 to 6. */
  declare headingLevel: number;

  #given: OutcomeRecord | undefined;
  #previous: OutcomeRecord | undefined;
  #framework: OutcomeFramework | undefined;
  /** A server does not see what is slotted: what it has drawn is taken over as it is, and drawn with that afterwards. */
  #isAsSent = false;

  constructor() {
    super();
    this.layout = 'normal';
    this.audience = 'person';
    this.headingLevel = 3;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#isAsSent = !this.hasUpdated && (this.renderRoot as ParentNode | undefined)?.childElementCount !== 0;
    if (changed.has('record') || changed.has('previous')) this.forgetReports();
    if (changed.has('record')) this.#given = this.#read('record');
    if (changed.has('previous')) this.#previous = this.#read('previous');
    if (changed.has('framework')) this.#framework = this.#readFramework();
    this.reportAll(audienceProblems(this.audience), 'audience');
  }

  protected override updated(): void {
    if (this.#isAsSent) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const given = this.#given;
    if (!given) return html`<p class="muted">${this.t(this.record ? 'summary.broken' : 'summary.empty')}</p>`;
    const record = this.#shared(given);
    const { t, audience } = this;
    const view: SummaryView = {
      t,
      locale: this.usedLocale,
      level: this.headingLevel,
      easy: this.layout === 'easy',
      record,
      framework: this.#framework ?? findFramework(record.framework.id),
    };
    const { name = '' } = record.subject;
    const day = formatLocalDate(whenOf(record).date, view.locale);
    const running = html`${name ? html`<bdi>${name}</bdi>${' · '}` : nothing}${day}`;
    const thens = this.#thens(given);
    return html`<div class="sheet ${isInError(record) ? 'struck' : ''} ${this.#holds('[slot^=picture-]') ? 'pictured' : ''}">
      <div class="running" part="running" aria-hidden="true"><p>${running}</p></div>
      <div class="body">
        <slot name="letterhead"></slot>
        ${heading(view, 'title', t(name ? 'summary.title-named' : 'topics.title', { name }))}
        ${isAudience(audience) ? html`<p class="muted">${t(`summary.for.${audience}${name && audience === 'person' ? '-named' : ''}`, { name })}</p>` : nothing}
        ${notices(view)} ${facts(view)}
        ${record.summary ? idea(view, 'summary', [heading(view, 'heading', t('summary.short')), renderStatements(view, record.summary, 'words')]) : nothing}
        ${record.entries.length === 0 ? html`<p>${t('summary.nothing')}</p>` : nothing}
        ${record.entries.map((entry) => renderEntry(view, entry, thens.get(entry.id), running))}
        ${this.#holds('[slot=contact]') ? heading(view, 'heading', t('summary.contact')) : nothing}
        <slot name="contact" @slotchange=${() => {
          this.requestUpdate();
        }}></slot>
        ${owners(view)}
      </div>
    </div>`;
  }

  #holds(slotted: string): boolean {
    return !this.#isAsSent && this.querySelector(slotted) !== null;
  }

  #read(name: 'record' | 'previous'): OutcomeRecord | undefined {
    const { records, problems } = readRecords(this[name], name);
    this.reportAll(problems, name);
    return records.at(-1);
  }

  #shared(record: OutcomeRecord): OutcomeRecord {
    return shareRecord(record, this.audience, {
      agreed: readAgreed(this.agreed),
      unnamed: this.t('audience.unnamed'),
    });
  }

  #readFramework(): OutcomeFramework | undefined {
    if (!this.framework) return undefined;
    const read = readFramework(this.framework);
    if (read.ok) return read.value;
    this.reportAll(read.problems, 'framework');
    return undefined;
  }

  /** What was said last time about each entry, as far as this audience may see it. A mistake of then is not brought up again. */
  #thens(given: OutcomeRecord): ReadonlyMap<string | undefined, Then> {
    const previous = this.#previous;
    if (!previous) return new Map();
    const whose = previous.subject.id ?? given.subject.id;
    if (whose !== (given.subject.id ?? whose)) {
      this.reportAll([otherPerson], 'previous');
      return new Map();
    }
    const record = this.#shared(previous);
    const [thens, nows] = [placedEntries(previous), placedEntries(given)];
    return new Map(
      matchEntries(thens, nows, lineage([previous, given])).flatMap(([then, now]) => {
        const placed = thens[then];
        const entry = record.entries.find(({ id }) => id === placed?.entry.id);
        return placed && entry && !isMistaken(placed) ? [[nows[now]?.entry.id, { record, entry }] as const] : [];
      }),
    );
  }
}

const otherPerson = {
  code: 'different-subjects',
  path: '/subject/id',
  message: 'The earlier record is about another person. It is not shown.',
  hint: 'Pass the records of one person.',
};

/** What to know about the record as a whole. */
const notices = (view: SummaryView): unknown => {
  const { t, record } = view;
  const { status, enteredInError, amends } = record;
  return [
    status === 'draft' && t('summary.draft'),
    isInError(record) && because(t, 'in-error', enteredInError?.reason),
    amends && because(t, 'amends', amends.reason),
  ].map((words) => line(view, words, 'said'));
};

/** When it was, who took part, how. */
function facts({ t, locale, record }: SummaryView): TemplateResult {
  const { participants = [], mode, place, language, support = [], supportNote, viewsFoundBy } = record.conversation;
  const { date, time, dateFrom } = whenOf(record);
  const people = participants.map(({ name, relationship, role }) =>
    name ? withAside(name, role !== 'person' && (relationship || t(`role.${role}`))) : t(`role.${role}`),
  );
  const rows = [
    [
      dateFrom === 'conversation' ? 'summary.when' : 'summary.written',
      formatLocalDate(time ? `${date}T${time}` : date, locale),
    ],
    ['summary.who', formatList(people, locale)],
    ['summary.how', joined([mode && t(`mode.${mode}`), place, language && languageName(language, locale)])],
    ['summary.support', joined([...support.map((one) => t(`support.${one}`)), supportNote])],
    ['who.views-found-by', viewsFoundBy],
  ] as const;
  return html`<dl part="facts">
    ${rows.map(([term, words]) => (words ? html`<div><dt class="muted">${t(term)}</dt><dd><bdi>${words}</bdi></dd></div>` : nothing))}
  </dl>`;
}

/** Whose the framework and the scales are. A licence's notice is always shown. */
const owners = (view: SummaryView): unknown => {
  const { framework, scales } = view.record;
  return [framework.attribution, framework.licenceNotice, ...scales.map(({ licence }) => licence?.notice)].map(
    (words) => line(view, words, 'notice'),
  );
};
