import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { audienceProblems, readAgreed, shareAll } from '../../../base/audience.js';
import { baseStyles } from '../../../base/base.styles.js';
import { MANY, nextTurn, readRecords, readRecordsInTurns, type ReadRecords } from '../../../base/read-records.js';
import { TpElement } from '../../../base/tp-element.js';
import type { Audience } from '../../../schema/codes.js';
import type { OutcomeFramework } from '../../../schema/framework.js';
import type { OutcomeRecord } from '../../../schema/record.js';
import type { Problem } from '../../../schema/rules.js';
import { readFramework } from '../../../base/sources.js';
import { sayIn, traced, type Followed, type Remark, type Say } from './data.js';
import { InSight } from './in-sight.js';
import { Marks } from './marks.js';
import { pngBlob, svgText } from './paint.js';
import { renderRemarks } from './panel.js';
import { saveFile } from './save.js';
import type { Frame, Mark, Picture } from './shapes.js';
import { chartStyles } from './styles.js';

/** What a saved picture has to fit into, however narrow the page was. */
const SAVED: Omit<Frame, 'rtl'> = { width: 760, em: 16 };

/** What changes only what is drawn, not what it says. */
const DRAWING = new Set<PropertyKey>(['mark', 'failed', 'frame', 'sight']);

/**
 * What the star and the timeline share: reading records, drawing pictures at the width that there is, going through the marks by keyboard or
 * pointer, the words of a mark, and saving.
 */
export abstract class TpChart extends TpElement {
  static override styles: CSSResultGroup = [baseStyles, chartStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    records: {},
    framework: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    noExport: { type: Boolean, attribute: 'no-export' },
    audience: {},
    agreed: {},
    failed: { state: true },
    frame: { state: true },
    sight: { state: true },
  };

  /** The person's records, as objects or as JSON: one or a list, in any order. */
  declare records: readonly OutcomeRecord[] | OutcomeRecord | string | undefined;
  /** The framework whose outcomes are shown, in its order: an id, the framework itself or its JSON. Without it, those of the records. */
  declare framework: OutcomeFramework | string | undefined;
  /** The level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** Leaves the buttons to save a picture out. `toSvg()` and `toPng()` work all the same. */
  declare noExport: boolean;
  /**
   * Whose eyes the chart is for: `person`, `family` or `agencies`, who see of the records what `shareRecord` leaves them. Without it, what the
   * practitioner may see; words that are kept to the worker are in no chart.
   */
  declare audience: Audience | undefined;
  /** Who may see the parts that do not say who may see them, as on `tp-record-summary`. */
  declare agreed: readonly Audience[] | string | undefined;

  declare protected failed: boolean;
  declare protected frame: Frame;
  /** Grows when more has come into sight. */
  declare protected sight: number;
  /** Set while Lit's own constructor runs: no field of this class is there yet. */
  declare protected isAnew: boolean;
  /** Which records these are: counts how often they were set. */
  declare protected edition: number | undefined;
  /** What was read out of the records ahead of the update, as long as nothing was set since. */
  declare protected prepared: Followed | undefined;
  protected given: readonly OutcomeRecord[] = [];
  protected usedFramework: OutcomeFramework | undefined;
  /** Those that are drawn so far. */
  protected pictures: readonly (Picture | undefined)[] = [];
  protected remarks: readonly Remark[] = [];
  protected say!: Say;
  /** The marks of the pictures, for keyboard and pointer. */
  protected readonly marks: Marks = new Marks(this, {
    say: () => this.say,
    pictures: () => this.pictures,
    outcomeOf: (mark) => this.outcomeOf(mark),
  });
  protected readonly inSight: InSight = new InSight(this, (now) => {
    this.sight += 1;
    if (now) this.performUpdate();
  });
  #read: ReadRecords & { readonly edition?: number | undefined } = { records: [], problems: [] };
  #unread: Remark[][] = [[], []];
  #shared: { readonly from: readonly unknown[]; readonly records: readonly OutcomeRecord[] } | undefined;
  #watcher: ResizeObserver | undefined;

  constructor() {
    super();
    this.headingLevel = 3;
    this.noExport = false;
    this.failed = false;
    this.frame = { ...SAVED, rtl: false };
    this.sight = 0;
  }

  /** The picture as an SVG file: colours inside, black on white, nothing to load and nothing that runs. */
  toSvg(): string {
    return svgText(this.#toSave());
  }

  /**
   * The same as a PNG file. It is drawn straight onto a canvas, so that a strict Content-Security-Policy has nothing to block.
   *
   * @param scale - pixels for each pixel of the picture
   */
  async toPng(scale = 2): Promise<Blob> {
    return pngBlob(this.#toSave(), scale);
  }

  override requestUpdate(name?: PropertyKey, ...more: [unknown?, PropertyDeclaration?]): void {
    // Without a name: new words, for one. Then everything is to be said anew.
    if (name === undefined) this.isAnew = true;
    // The same list once more, as a framework sets it, is no change.
    if (name === 'records' && this.records !== more[0]) this.edition = (this.edition ?? 0) + 1;
    if (name === undefined || !DRAWING.has(name)) this.prepared = undefined;
    super.requestUpdate(name, ...more);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
  }

  /** Many records are read in turns before they are drawn, and what takes as long has a turn of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    const { edition, records } = this;
    if (this.#read.edition !== edition) {
      const read = await readRecordsInTurns(records, 'records');
      if (this.edition === edition) {
        this.#read = { edition, ...read };
        // What goes wrong is said by the update itself, which recovers.
        if (read.records.length > MANY) await this.#prepareInTurns().catch(() => undefined);
      }
    }
    await super.scheduleUpdate();
  }

  /** Complete is an element once everything has its place. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    const { soon } = this.inSight;
    await soon;
    return soon ? this.updateComplete : isComplete;
  }

  async #prepareInTurns(): Promise<void> {
    const { edition } = this;
    await nextTurn();
    const given = this.#share();
    await nextTurn();
    traced(given);
    await nextTurn();
    // Meanwhile others may have been set, or others may be looking: then nothing of this is shown.
    if (this.edition !== edition || this.#share() !== given) return;
    this.given = given;
    this.usedFramework = this.#readFramework().framework;
    this.prepared = this.prepare();
    await nextTurn();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const given = ['records', 'framework', 'audience', 'agreed'];
    if (given.some((name) => changed.has(name))) this.forgetReports();
    if (changed.has('records')) {
      // Wanted at once, or set again while they were being read.
      const { edition } = this;
      if (this.#read.edition !== edition) this.#read = { edition, ...readRecords(this.records, 'records') };
      const { problems } = this.#read;
      this.reportAll(problems, 'records');
      this.#unread[0] = problems.length > 0 ? [{ code: 'unreadable' }] : [];
    }
    if (changed.has('framework')) {
      const { framework, problems } = this.#readFramework();
      this.reportAll(problems, 'framework');
      this.usedFramework = framework;
      this.#unread[1] = problems.length > 0 ? [{ code: 'framework' }] : [];
    }
    const isAnew = this.isAnew || [...changed.keys()].some((name) => !DRAWING.has(name));
    this.isAnew = false;
    // What a server has drawn is taken over as it is; the watcher measures it then.
    if (!this.hasUpdated && (this.renderRoot as ParentNode | undefined)?.childElementCount === 0)
      this.#measure(this.clientWidth);
    if (isAnew) {
      // The marks are others now, unless only the words are.
      if (changed.size > 0) this.marks.forget();
      this.reportAll(audienceProblems(this.audience), 'audience');
      this.given = this.#share();
      const followed = this.prepared ?? this.prepare();
      this.prepared = undefined;
      this.say = sayIn(this.t, this.usedLocale, followed.person);
      this.remarks = [...this.#unread.flat(), ...followed.remarks];
      this.arrange();
    }
    // A step from one mark to the next changes nothing that is drawn.
    if (isAnew || changed.has('frame') || changed.has('sight')) this.pictures = this.draw(this.frame);
  }

  protected override firstUpdated(): void {
    this.#watch();
  }

  /** Reads what is to be shown out of the records. */
  protected abstract prepare(): Followed;
  /** Brings it into the words of the element. */
  protected abstract arrange(): void;
  /** The pictures that have come into sight, or all of them. */
  protected abstract draw(frame: Frame, isAll?: boolean): readonly (Picture | undefined)[];
  /** The chart's outcome, where a mark has to name it. */
  protected abstract outcomeOf(mark: Mark): string | undefined;
  /** What the buttons to save say that they save. */
  protected abstract get savedTitle(): string;
  protected abstract renderChart(): TemplateResult | typeof nothing;

  protected override render(): TemplateResult {
    return html`<div class="measure" aria-hidden="true"></div>
      ${renderRemarks(this.say, this.remarks)} ${this.renderChart()}
      ${
        this.noExport || !this.pictures.some((picture) => picture)
          ? nothing
          : html`<div class="export" part="export">
              ${(['svg', 'png'] as const).map(
                (kind) =>
                  html`<button
                    type="button"
                    part="save"
                    aria-label=${this.t('chart.save-of', { save: this.t(`chart.save-${kind}`), title: this.savedTitle })}
                    @click=${() => this.#save(kind)}
                  >
                    ${this.t(`chart.save-${kind}`)}
                  </button>`,
              )}
              <span role="status" class="error">${this.failed ? this.t('chart.not-saved') : nothing}</span>
            </div>`
      }`;
  }

  #readFramework(): { readonly framework?: OutcomeFramework; readonly problems: readonly Problem[] } {
    const read = this.framework === undefined ? undefined : readFramework(this.framework);
    return read?.ok ? { framework: read.value, problems: [] } : { problems: read?.problems ?? [] };
  }

  /** The records as far as they may be seen, worked out once. */
  #share(): readonly OutcomeRecord[] {
    const { records } = this.#read;
    const unnamed = this.t('audience.unnamed');
    const from = [records, this.audience, JSON.stringify(readAgreed(this.agreed)), unnamed];
    if (!this.#shared?.from.every((part, index) => part === from[index]))
      this.#shared = { from, records: shareAll(records, this, unnamed) };
    return this.#shared.records;
  }

  #toSave(): readonly Picture[] {
    if (this.isUpdatePending || !this.hasUpdated) this.performUpdate();
    return this.draw({ ...SAVED, rtl: this.frame.rtl }, true).filter((picture) => picture !== undefined);
  }

  #watch(): void {
    const measure = this.renderRoot.querySelector('.measure');
    this.#watcher ??= new ResizeObserver(([entry]) => {
      // The box is as wide as the element and one em high: it changes when something does that the drawing depends on.
      if (entry && entry.contentRect.width > 0) this.#measure(entry.contentRect.width);
    });
    if (measure) this.#watcher.observe(measure);
  }

  /** Takes the room and the size of the text from the page. */
  #measure(width: number): void {
    const { fontSize, direction } = getComputedStyle(this);
    const frame = {
      width: Math.floor(width) || SAVED.width,
      em: Number.parseFloat(fontSize) || SAVED.em,
      rtl: direction === 'rtl',
    };
    if ((['width', 'em', 'rtl'] as const).some((part) => frame[part] !== this.frame[part])) this.frame = frame;
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    this.failed = false;
    try {
      const blob = kind === 'svg' ? new Blob([this.toSvg()], { type: 'image/svg+xml' }) : await this.toPng();
      saveFile(blob, `${this.localName.replace(/^.*?-/, '')}.${kind}`);
    } catch {
      this.failed = true;
    }
  }
}
