import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { readScales, ScaleSource } from '../../base/sources.js';
import { statesOf } from '../../base/states.js';
import { TpElement } from '../../base/tp-element.js';
import type { ConversationDrafts } from '../../drafts/types.js';
import type { StringPack } from '../../i18n/strings.js';
import { amendRecord } from '../../model/record.js';
import { readPerspectives } from '../../model/perspectives.js';
import type { ReviewAction } from '../../model/review.js';
import type { ActionStatus, Perspective, PreviousShown, RecordKind } from '../../schema/codes.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { Agent, Entry, OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { listStyles } from '../contributors/contributors.styles.js';
import { textStyles } from '../narrative/narrative.styles.js';
import type { OutcomeContext } from '../outcome/outcome.context.js';
import { LookingBack, readShown, type Earlier } from '../../base/earlier.js';
import { promptStyles } from '../prompt/prompt.styles.js';
import { nothingAsked } from './conversation.amend.js';
import { OutcomeChildren } from './conversation.children.js';
import { checksOf } from './conversation.checks.js';
import { Completion } from './conversation.completion.js';
import { Conflict } from './conversation.conflict.js';
import { focusInSight } from './conversation.finish.js';
import { Given } from './conversation.given.js';
import { RecordKeeper } from './conversation.keeper.js';
import { beginRecord, previousPatch } from './conversation.previous.js';
import { ASKED, FrameworkSource, notInFramework, sameContext } from './conversation.sources.js';
import { renderEmpty, renderSheet } from './conversation.sheet.js';
import { conversationStrings } from './conversation.strings.js';
import { conversationStyles } from './conversation.styles.js';
import { Steps } from './conversation.steps.js';
import { TypedBeside, whose } from './conversation.typed.js';

/**
 * A whole conversation: who and how, what matters, one card for each outcome that was chosen, and reading it back. Makes the outcomes in
 * its light DOM, or uses the ones that the host wrote inside it. Stores and sends nothing: the host hears of every change.
 *
 * @summary Records a conversation about what matters to somebody.
 * @tag tp-conversation
 *
 * @slot - `tp-outcome` elements, and anything the host wants between them. Without any, the conversation makes its own.
 * @slot finish - The host's own words or buttons beside "Complete".
 * @slot conflict - `tp-record-conflict`, put there by the conversation while two versions are being settled.
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - Something in an outcome is about to change; `preventDefault()` keeps it.
 * @fires {TpAnswerChangeEvent} tp-answer-change - Something in an outcome has changed.
 * @fires {TpRecordChangeEvent} tp-record-change - The record has changed: the whole record, and the change as JSON Patch.
 * @fires {TpBeforeRecordCompleteEvent} tp-before-record-complete - The record is about to be completed; `preventDefault()` keeps it a draft.
 * @fires {TpRecordCompleteEvent} tp-record-complete - The record is complete; hand the promise of storing it to `waitUntil`.
 * @fires {TpRecordConflictEvent} tp-record-conflict - The host has refused the record because somebody else has stored it in the meantime.
 * @fires {TpConcernEvent} tp-concern - The worker is worried about somebody's safety.
 * @fires {TpErrorEvent} tp-error - The framework, a scale, the record or what was typed cannot be used as it is.
 *
 * @csspart drafts - What is said about drafts, where the host keeps them.
 * @csspart who - Who and how.
 * @csspart agreed - What was agreed last time, in a review.
 * @csspart topics - What matters.
 * @csspart left-behind - What mattered last time and is not in this record.
 * @csspart finish - Reading it back.
 * @csspart complete - The button that completes the record.
 * @csspart status - What is said about saving.
 * @csspart steps - Back and next, one at a time.
 * @csspart changes - What a correction changes.
 * @csspart amend - The way to begin a correction.
 * @csspart notice - The notice of a licensed framework.
 *
 * @cssstate saving - The host is storing the record.
 * @cssstate saved - The host has stored it.
 * @cssstate not-saved - The host could not store it.
 * @cssstate conflict - The host holds another version by now.
 */
export class TpConversation extends TpElement {
  static override readonly english: StringPack = conversationStrings;
  static override styles: CSSResultGroup = [baseStyles, promptStyles, textStyles, listStyles, conversationStyles];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    framework: {},
    scales: {},
    perspectives: {},
    subject: {},
    recordedBy: { attribute: false },
    kind: {},
    readonly: { type: Boolean, reflect: true },
    presentation: { reflect: true },
    clock: { attribute: false },
    previous: {},
    showPrevious: { attribute: 'show-previous' },
    amendable: { type: Boolean },
    drafts: { attribute: false },
    record: { attribute: false, noAccessor: true },
  };

  /** The framework: the id of a registered one (`talking-points-community`), the framework itself, or its JSON. */
  declare framework: string | OutcomeFramework | undefined;
  /** Scales of this page, found before the registered ones; as an attribute, JSON. */
  declare scales: readonly RatingScale[] | string | undefined;
  /** Whose views can be given, as a list or as codes with spaces between. The first is asked at once. */
  declare perspectives: readonly Perspective[] | string | undefined;
  /**
   * Whose conversation it is: `id`, the host's key, and `name`, how the person likes to be called; as an attribute, JSON. A key that is a number is
   * taken as text (`204` as `"204"`), and a name that is `null` as none. What a record cannot hold is reported and left out; while the key cannot be
   * read, no record is begun, or two people of one name might be taken for one.
   */
  declare subject: OutcomeRecord['subject'] | string | undefined;
  /** Who writes the record: `id`, `name` and `role`, read as `subject` is. */
  declare recordedBy: Agent | undefined;
  /** What kind of conversation a new record is of: `assessment`, `plan` or `review`. */
  declare kind: RecordKind;
  /** Shows the record as text. A completed record is always shown so. */
  declare readonly: boolean;
  /** `all` on one page, or `one-at-a-time`: large and with nothing else in sight, to share the screen. */
  declare presentation: 'all' | 'one-at-a-time';
  /** Where the time comes from; by default the device. */
  declare clock: () => Date;
  /** One earlier record of the person, or several, in any order: records or their JSON. The conversation becomes a review of them. */
  declare previous: OutcomeRecord | readonly OutcomeRecord[] | string | undefined;
  /** Whether earlier answers are in sight: `before`, `after-answer` (once the same view is given now) or `never`. Which it was is recorded. */
  declare showPrevious: PreviousShown;
  /** Whether a completed record can be corrected here: offers "Amend". */
  declare amendable: boolean;
  /** Keeps what is written while it is written: `keepDrafts()` of `talking-points-elements/drafts`. Without it nothing is kept anywhere. */
  declare drafts: ConversationDrafts | undefined;

  readonly #internals = (this as { attachInternals?: () => ElementInternals }).attachInternals?.();
  readonly #keeper = new RecordKeeper(this, (record) => previousPatch(record, this.#earlier));
  readonly #outcomes = new OutcomeChildren(this);
  readonly #conflict = new Conflict();
  readonly #completion = new Completion(this, statesOf(this.#internals), (refused, sent) =>
    this.#conflict.meet(this, refused, sent, this.amended),
  );
  readonly #scales = new ScaleSource();
  readonly #back = new LookingBack();
  readonly #frameworks = new FrameworkSource();
  readonly #told = new Given(this);
  #earlier: Earlier | undefined;
  #amended: OutcomeRecord | undefined;
  readonly #typed = new TypedBeside();
  #frameworkBroken = false;
  #checked = false;
  /** The record as it was begun here: as long as nothing is recorded, the host may still say whose it is. */
  #begun: OutcomeRecord | undefined;
  /** What the host had said by then. */
  #begunFrom: readonly unknown[] = [];
  #given: OutcomeContext | undefined;
  #whoOpen: boolean | undefined;
  readonly #steps = new Steps();

  constructor() {
    super();
    this.kind = 'assessment';
    this.readonly = false;
    this.presentation = 'all';
    this.clock = () => new Date();
    this.showPrevious = 'before';
    this.amendable = false;
    this.addEventListener('tp-answer-change', (event) => {
      const record = this.#keeper.record;
      if (record?.status === 'draft') this.#keeper.apply(this.#outcomes.patchOf(event, record, this.#scales.find));
    });
    this.addEventListener('tp-conflict-settle', ({ target, detail }) => {
      if (target !== this.#conflict.element) return;
      // From here on it is a change to what the host holds now.
      this.#amended = this.#conflict.theirs;
      this.#keeper.become(detail.record);
      this.#completion.reset();
      void this.complete();
    });
  }

  /**
   * The record as it is now, frozen. Setting it takes a record of this or an older version, as an object or JSON text, and fires nothing.
   * Setting what `tp-record-change` told last changes nothing: a framework may keep it in its state.
   */
  get record(): OutcomeRecord | undefined {
    const { record } = this.#keeper;
    // Words that are still being typed are in their outcome and not told yet; reading must not tell them.
    return record && this.#outcomes.upToDate(record);
  }

  set record(given: unknown) {
    // A host that hands back what it was told, as a framework does when it draws anew, changes nothing: neither what is being typed nor what
    // is being stored.
    if (given && !this.#keeper.refused && (given === this.#keeper.told || given === this.#completion.sending)) return;
    // What is being typed belongs to the record that is there now.
    this.flush();
    this.forgetReports();
    this.#completion.reset();
    this.#conflict.clear();
    this.#steps.at = 0;
    this.#whoOpen = undefined;
    this.#checked = false;
    const before = this.#keeper.record;
    const problems = this.#keeper.open(given, this.#begun);
    this.#typed.turn(before, this.#keeper.record);
    this.drafts?.opened(problems.length === 0);
    this.requestUpdate();
    void this.updateComplete.then(() => this.reportAll(problems, 'record'));
  }

  /** The version that this record corrects, where it is known: it was amended here, or is among the previous records. */
  get amended(): OutcomeRecord | undefined {
    const wanted = this.#keeper.record?.amends?.recordId;
    return this.#amended?.id === wanted ? this.#amended : this.#back.find(wanted);
  }

  /** Tells of typed words now instead of after the pause. */
  flush(): void {
    for (const outcome of this.#outcomes.all) outcome.flush();
    this.#keeper.flush();
  }

  /**
   * Completes the record, as the Complete button does.
   *
   * @returns the completed record; `undefined` when there is something to look at first, a listener vetoed it, or the host could not store it
   */
  async complete(): Promise<OutcomeRecord | undefined> {
    this.flush();
    const draft = this.#keeper.record;
    if (draft?.status !== 'draft' || this.#keeper.refused || this.#completion.state === 'saving') return undefined;
    this.#checked = true;
    this.requestUpdate();
    if (checksOf(draft, this.t, this.#show).length > 0) return undefined;
    const done = this.#completion.run(draft, this.clock());
    focusInSight(this, '[part=status]');
    const result = await done;
    if (!result) return undefined;
    if ('code' in result) {
      this.reportAll([result], '', 'warning');
      // Whoever waited at the words goes on at the button that tries again.
      if (this.shadowRoot?.activeElement?.matches('[part=status]')) focusInSight(this, '[part=complete]');
      return undefined;
    }
    // The cards come back above what says that it is stored: whoever waited there still sees it.
    if (this.#conflict.element) focusInSight(this, '[part=status]');
    this.#conflict.clear();
    this.#keeper.load(result);
    return result;
  }

  /**
   * Begins a correction of the completed record, as the Amend button does: a new draft that names it. The host hears of it as of any change.
   *
   * @returns the draft; `undefined` when there is no reason, or nothing that can be amended here
   */
  amend(reason: string): OutcomeRecord | undefined {
    const record = this.#keeper.record;
    if (!this.#canAmend(record) || !reason.trim()) return undefined;
    this.#amended = record;
    this.#typed.now.amend = nothingAsked();
    this.#completion.reset();
    this.#checked = false;
    this.#keeper.become(
      amendRecord(record, { reason, now: this.clock(), by: this.#told.recordedBy, baseVersion: record.baseVersion }),
    );
    focusInSight(this, '#changes');
    return (this.#typed.now.amend.begun = this.#keeper.record);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Other scales may have come: what the outcomes found with the old ones is looked up anew.
    if (changed.has('scales')) {
      this.#given = undefined;
      const read = readScales(this.scales);
      this.#scales.own = read.ok ? read.value : [];
      if (!read.ok) this.reportAll(read.problems, 'scales');
    }
    if (changed.has('drafts')) {
      changed.get('drafts')?.detach();
      this.drafts?.attach(this);
    }
    const problems = this.#frameworks.read(this.framework, this.#keeper.record?.framework);
    this.#frameworkBroken = problems.length > 0;
    this.reportAll(problems, 'framework');
    for (const [place, wrong] of this.#told.problems(changed)) this.reportAll(wrong, place);
    if (changed.has('previous')) this.reportAll(this.#back.read(this.previous), 'previous');
    if (!this.#keeper.refused) this.#begin(this.#frameworks.used);
    this.#earlier = this.#lookBack(this.#keeper.record);
    this.#scales.recorded = this.#keeper.record?.scales ?? [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    const record = this.#keeper.record;
    this.#outcomes.sync(record, this.#context(record));
    this.#outcomes.speak(this, changed);
    this.#outcomes.mark(this.presentation === 'one-at-a-time' ? this.#steps.outcome : -1);
    if (record && this.#frameworks.used)
      this.reportAll(notInFramework(record, this.#frameworks.used), 'record', 'warning');
  }

  protected override render(): TemplateResult {
    const record = this.#keeper.record;
    const fault = this.#keeper.refused ?? (this.#frameworkBroken ? 'broken' : undefined);
    if (!record) return renderEmpty(this.t, fault ?? (this.#told.isUnclear ? 'unclear' : undefined));
    return renderSheet({
      host: this,
      t: this.t,
      locale: this.usedLocale,
      record,
      keeper: this.#keeper,
      framework: this.#frameworks.used,
      findScale: this.#scales.find,
      personName: this.#told.nameIn(record),
      readonly: this.#isReadonly(record),
      fault,
      completion: this.#completion,
      conflict: this.#conflict.element !== undefined,
      checks: this.#checked ? checksOf(record, this.t, this.#show) : [],
      earlier: this.#earlier,
      cannotLookBack: this.#back.isVain,
      amended: this.amended,
      canAmend: this.#canAmend(record),
      drafts: this.drafts,
      amendState: this.#typed.now.amend,
      topicsState: this.#typed.now.topics,
      whoOpen: this.#whoOpen,
      oneAtATime: this.presentation === 'one-at-a-time',
      steps: this.#steps,
      outcomes: this.#outcomes.all.length,
      foldWho: (open) => {
        this.#whoOpen = open;
        this.requestUpdate();
      },
      go: this.#go,
      say: this.#say,
    });
  }

  readonly #go = (step: number): void => {
    this.#steps.at = step;
    this.requestUpdate();
    void this.updateComplete.then(() => this.scrollIntoView({ block: 'start' }));
  };

  /** Brings an entry into sight and puts the focus into it; without an entry, "Who and how". */
  readonly #show = (entry: Entry | undefined): void => {
    const child = entry && this.#outcomes.elementFor(entry);
    if (child) this.#steps.outcome = this.#outcomes.all.indexOf(child);
    else this.#steps.at = 0;
    if (!entry) this.#whoOpen = true;
    this.requestUpdate();
    if (child) void this.updateComplete.then(() => child.focus());
    else focusInSight(this, '[part=who] input');
  };

  #isReadonly(record: OutcomeRecord): boolean {
    const isClosed = record.status !== 'draft' || this.#completion.state === 'saving';
    // Beside a record that is not shown, what stays would be written on for it.
    return isClosed || this.readonly || this.#keeper.refused !== undefined || Boolean(this.drafts?.readonly);
  }

  /** What the outcomes are given: the same object as long as it says the same, so that a change to one does not redraw the others. */
  #context(record: OutcomeRecord | undefined): OutcomeContext {
    const given = readPerspectives(this.perspectives);
    const next: OutcomeContext = {
      framework: this.#frameworks.used,
      findScale: this.#scales.find,
      perspectives: given.length > 0 ? given : ASKED,
      personName: this.#told.nameIn(record),
      readonly: record ? this.#isReadonly(record) : this.readonly,
      recordedBy: this.#told.recordedBy,
      now: this.clock,
      recordId: record?.id,
      subjectId: record?.subject.id,
      earlier: this.#earlier,
    };
    return (this.#given = this.#given && sameContext(this.#given, next) ? this.#given : next);
  }

  #lookBack(record: OutcomeRecord | undefined): Earlier | undefined {
    const whose = record?.subject.id ?? this.#told.subject?.id;
    return this.#back.earlier(readShown(this.showPrevious), whose, record, (problems) => {
      this.reportAll(problems, 'previous');
    });
  }

  #canAmend(record: OutcomeRecord | undefined): record is OutcomeRecord {
    const isOpen = !this.readonly && !this.#keeper.refused && this.#completion.state !== 'saving';
    return this.amendable && isOpen && record?.status === 'completed';
  }

  /** A step that was agreed is said on its card, so that the host hears of it as of anything else there. */
  readonly #say = (step: ReviewAction, status: ActionStatus | undefined): boolean => {
    this.flush();
    const entry = this.#keeper.record && this.#earlier?.holderOf(this.#keeper.record, step);
    return (entry && this.#outcomes.elementFor(entry)?.sayStep(step.then, status)) ?? false;
  };

  /** Begins a record where there is none, and anew where nothing is recorded and the host says something else by now. */
  #begin(framework: OutcomeFramework | undefined): void {
    const { record } = this.#keeper;
    if (!framework || (record && record !== this.#begun)) return;
    const about = this.#told.about(framework);
    const from = [JSON.stringify(about), this.previous];
    if (record && from.every((one, at) => one === this.#begunFrom[at])) return;
    // What is being typed was said to whoever was there until now.
    this.flush();
    if (this.#keeper.record !== record) return;
    this.#begunFrom = from;
    this.#begun = about && beginRecord({ ...about, now: this.clock() }, this.#lookBack(undefined));
    this.#typed.turn(record, this.#begun, whose);
    this.#keeper.load(this.#begun);
  }
}
