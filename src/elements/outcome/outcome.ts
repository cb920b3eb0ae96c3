import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { baseStyles } from '../../base/base.styles.js';
import { TpConcernEvent } from '../../base/events.js';
import { statesOf } from '../../base/states.js';
import { TpElement } from '../../base/tp-element.js';
import { findFramework } from '../../frameworks/registry.js';
import { copyOf, deepFreeze } from '../../model/freeze.js';
import { readPerspectives } from '../../model/perspectives.js';
import { createEntry, outcomeReference } from '../../model/record.js';
import type { ActionStatus, Perspective, PreviousShown } from '../../schema/codes.js';
import type { FrameworkOutcome, OutcomeFramework } from '../../schema/framework.js';
import type { Action, Entry, OutcomeRecord } from '../../schema/record.js';
import { parseScale } from '../../schema/parse.js';
import type { Problem } from '../../schema/rules.js';
import type { RatingScale } from '../../schema/scale.js';
import { listStyles } from '../contributors/contributors.styles.js';
import { grow } from '../narrative/narrative.fragment.js';
import { textStyles } from '../narrative/narrative.styles.js';
import { renderPrompt } from '../prompt/prompt.fragment.js';
import { promptStyles } from '../prompt/prompt.styles.js';
import { scaleStyles } from '../rating-scale/rating-scale.styles.js';
import { ALONE, type OutcomeContext } from './outcome.context.js';
import { LookingBack, readShown, shownProblems } from '../../base/earlier.js';
import { OutcomeEditor } from './outcome.editor.js';
import { unknownFramework, unknownOutcome, unknownScale } from './outcome.problems.js';
import { isEnded, isReviewed, renderEnded, renderReview } from './outcome.review.js';
import { changeList, hasContent, renderMore, renderSections, type OutcomeView } from './outcome.sections.js';
import { outcomeStrings } from './outcome.strings.js';
import { reviewStyles } from './outcome.review.styles.js';
import { outcomeStyles } from './outcome.styles.js';
import { renderWish } from './outcome.wish.js';
import { renderNarrative, renderRatings } from './outcome.words.js';

/**
 * One thing that matters, as one card: the person's words, what they would like, how things are now from one or more views, what works,
 * who helps, what gets in the way, next steps. Everything under the words is optional.
 *
 * @summary One outcome of a conversation. Works in a conversation or alone.
 * @tag tp-outcome
 *
 * @slot picture - A picture or symbol for the outcome.
 * @slot - Audio, a BSL video, or anything else that helps to understand.
 *
 * @fires {TpBeforeAnswerChangeEvent} tp-before-answer-change - Something is about to change; `preventDefault()` keeps it.
 * @fires {TpAnswerChangeEvent} tp-answer-change - Something has changed; `detail.patch` is the change to the entry as JSON Patch.
 * @fires {TpConcernEvent} tp-concern - The worker is worried about somebody's safety.
 * @fires {TpErrorEvent} tp-error - The outcome, its scale or what was typed cannot be used as it is.
 *
 * @csspart card - The whole card.
 * @csspart heading - The outcome's name.
 * @csspart description - What it means.
 * @csspart prompts - The ways to ask.
 * @csspart control - A text box.
 * @csspart label - The question of a field.
 * @csspart question - A group of controls that answer one question.
 * @csspart options - The row of answers of a scale.
 * @csspart option - One answer of a scale.
 * @csspart reason - One reason for no answer.
 * @csspart more-reasons - The button that shows the other reasons.
 * @csspart clear - The button that takes an answer away.
 * @csspart answer - Words or an answer as text, when read-only.
 * @csspart error - What is wrong.
 * @csspart notice - The notice of a licensed scale.
 * @csspart row - One contributor or next step.
 * @csspart remove - The button that takes one out.
 * @csspart add - The ways to add one.
 * @csspart add-button - One way to add.
 * @csspart section - A part that can be folded.
 * @csspart then - What was said last time, in a review.
 * @csspart now - What is said now, in a review.
 * @csspart withheld - An earlier answer that is held back.
 * @csspart offers - Those who were to help, to take over.
 * @csspart decision - What is decided, in a review.
 * @csspart more - What is seldom needed.
 *
 * @cssstate empty - Nothing was recorded yet.
 */
export class TpOutcome extends TpElement {
  static override readonly english = outcomeStrings;
  static override styles: CSSResultGroup = [
    baseStyles,
    promptStyles,
    textStyles,
    scaleStyles,
    listStyles,
    outcomeStyles,
    reviewStyles,
  ];
  static override properties: PropertyDeclarations = {
    ...TpElement.properties,
    outcome: {},
    framework: {},
    scale: {},
    perspectives: {},
    personName: { attribute: 'person-name' },
    readonly: { type: Boolean, reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    previous: {},
    showPrevious: { attribute: 'show-previous' },
    entry: { attribute: false, noAccessor: true },
  };

  /** Which outcome: its id in the framework, the outcome itself, or its JSON. */
  declare outcome: string | FrameworkOutcome | undefined;
  /** The framework: the id of a registered one, or the framework itself. In a conversation, the conversation's. */
  declare framework: string | OutcomeFramework | undefined;
  /** The scale for "How are things now?": an id or the scale itself. By default the outcome's or the framework's. */
  declare scale: string | RatingScale | undefined;
  /** Whose views can be given, as a list or as codes with spaces between. The first is asked at once. */
  declare perspectives: readonly Perspective[] | string | undefined;
  /** How the person likes to be called. */
  declare personName: string | undefined;
  /** Shows what was recorded as text. */
  declare readonly: boolean;
  /** The level of the heading, 1 to 6. */
  declare headingLevel: number;
  /** One earlier record of the person, or several, to look back at: records or their JSON. In a conversation, the conversation's. */
  declare previous: OutcomeRecord | readonly OutcomeRecord[] | string | undefined;
  /** Whether earlier answers are in sight: `before`, `after-answer` (once the same view is given now) or `never`. */
  declare showPrevious: PreviousShown;

  readonly #internals = (this as { attachInternals?: () => ElementInternals }).attachInternals?.();
  readonly #editor = new OutcomeEditor(this, createEntry(' '));
  readonly #folds = new Map<string, boolean>();
  #context = ALONE;
  #framework: OutcomeFramework | undefined;
  #outcome: FrameworkOutcome | undefined;
  #scale: RatingScale | undefined;
  #own = false;
  readonly #back = new LookingBack();
  #views: readonly (readonly [list: string, perspective: Perspective])[] = [];
  #reasonsShown: readonly string[] = [];
  #extraWords = false;
  #concernTold = false;
  /** What the last drawing found, said after it: listeners may change the page. */
  #problems: Problem[] = [];

  constructor() {
    super();
    this.readonly = false;
    this.headingLevel = 3;
    this.showPrevious = 'before';
  }

  /** What is recorded for the outcome. Setting it fires nothing. */
  get entry(): Entry {
    // Asked before the first drawing, the entry still has to know its outcome.
    if (!this.#own) this.#resolve();
    return this.#editor.entry;
  }

  set entry(entry: Entry | null | undefined) {
    if (!entry) {
      this.#own = false;
      this.#editor.load(createEntry(' '));
      return;
    }
    const copy = Object.isFrozen(entry) ? ({ ok: true, value: deepFreeze(entry) } as const) : copyOf(entry);
    if (copy.ok) {
      this.#own = true;
      this.#editor.load(copy.value as Entry);
      return;
    }
    // What is on the screen stays.
    void this.updateComplete.then(() => {
      this.reportAll(copy.problems, 'entry');
    });
  }

  /** The outcome's definition, once it was found. */
  get definition(): FrameworkOutcome | undefined {
    return this.#outcome;
  }

  /** The scale in use for "How are things now?". */
  get usedScale(): RatingScale | undefined {
    return this.#scale;
  }

  /** Tells of typed words now instead of after the pause. */
  flush(): void {
    this.#editor.flush();
  }

  override focus(options?: FocusOptions): void {
    const { renderRoot } = this;
    const [first] = ['textarea', 'summary', 'button'].flatMap(
      (one) => renderRoot.querySelector<HTMLElement>(one) ?? [],
    );
    first?.focus(options);
  }

  /** @internal Says how an agreed step stands, as its row on the card would; one that was taken out comes back. False: vetoed, or nothing new. */
  sayStep({ status: _then, ...agreed }: Action, status: ActionStatus | undefined): boolean {
    const steps = this.entry.actions ?? [];
    const { status: _now, ...step }: Action = steps.find(({ id }) => id === agreed.id) ?? agreed;
    const said = status === undefined ? step : { ...step, status };
    const next = steps.some(({ id }) => id === said.id)
      ? steps.map((one) => (one.id === said.id ? said : one))
      : [...steps, said];
    return changeList(this.#view(), 'actions', next, 'now');
  }

  /** @internal What the conversation around it gives. */
  provide(context: OutcomeContext): void {
    if (context === this.#context) return;
    this.#context = context;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#resolve();
    if (changed.has('showPrevious')) this.reportAll(shownProblems(this.showPrevious), 'show-previous');
    if (changed.has('previous')) this.reportAll(this.#back.read(this.previous), 'previous');
  }

  protected override updated(): void {
    for (const field of this.renderRoot.querySelectorAll('textarea')) grow(field);
    this.reportAll(this.#problems.splice(0));
    const states = statesOf(this.#internals);
    if (hasContent(this.#editor.entry)) states?.delete('empty');
    else states?.add('empty');
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const { entry, t } = view;
    const outcome = this.#outcome;
    return html`<section part="card" class=${entry.enteredInError ? 'card in-error' : 'card'} aria-label=${this.#name}>
      <slot name="picture"></slot>
      <div class="head">
        <div class="prompt">
          ${renderPrompt({ t, name: this.#name, description: outcome?.description, prompts: view.readonly ? [] : outcome?.prompts, level: this.headingLevel })}
        </div>
        ${view.readonly ? nothing : renderMore(view)}
      </div>
      <slot></slot>
      ${entry.enteredInError ? html`<p class="error">${t('outcome.entered-in-error', { reason: entry.enteredInError.reason })}</p>` : nothing}
      ${isEnded(view) ? renderEnded(view) : view.reviewing ? renderReview(view) : renderNarrative(view)}
      ${view.reviewing ? nothing : renderWish(view)} ${view.reviewing ? nothing : renderRatings(view)}
      ${isEnded(view) ? nothing : renderSections(view)}
    </section>`;
  }

  get #name(): string {
    return this.#outcome?.name ?? (this.#own ? this.#editor.entry.label : this.t('outcome.unknown'));
  }

  #view(): OutcomeView {
    const context = this.#context;
    const { entry } = this.#editor;
    const earlier =
      this.#back.earlier(readShown(this.showPrevious), undefined, undefined, (problems) => {
        this.reportAll(problems, 'previous');
      }) ?? context.earlier;
    const given = readPerspectives(this.perspectives);
    const redraw = (): void => {
      this.requestUpdate();
    };
    return {
      t: this.t,
      id: entry.id,
      entry,
      editor: this.#editor,
      scale: this.#scale,
      importance: context.findScale('importance-1-10'),
      findScale: context.findScale,
      locale: this.usedLocale,
      perspectives: given.length > 0 ? given : context.perspectives,
      personName: this.personName ?? context.personName,
      readonly: this.readonly || context.readonly,
      recording: context,
      views: (list) => this.#views.filter(([of]) => of === list).map(([, perspective]) => perspective),
      addView: (list, perspective) => {
        this.#views = [...this.#views, [list, perspective]];
        redraw();
      },
      extraWords: this.#extraWords,
      addWords: () => {
        this.#extraWords = true;
        redraw();
      },
      reasonsShown: this.#reasonsShown,
      showReasons: (group) => {
        this.#reasonsShown = [...this.#reasonsShown, group];
        redraw();
      },
      folds: this.#folds,
      fold: (section, open) => {
        if (this.#folds.get(section) === open) return;
        this.#folds.set(section, open);
        redraw();
      },
      reviewing: earlier !== undefined || isReviewed(entry),
      then: earlier?.then(entry),
      shown: earlier?.shown,
      headingLevel: this.headingLevel,
      root: () => this.renderRoot,
      concernTold: this.#concernTold,
      concern: () => {
        this.#concern();
      },
      report: (problem) => {
        this.#problems.push(problem);
      },
    };
  }

  #concern(): void {
    const { recordId, subjectId } = this.#context;
    const { id, label, outcomes } = this.entry;
    this.dispatchEvent(
      new TpConcernEvent({
        v: 1,
        source: 'user',
        entryId: id,
        label,
        ...(recordId !== undefined && { recordId }),
        ...(subjectId !== undefined && { subjectId }),
        ...(outcomes[0] && { outcome: outcomes[0].id }),
      }),
    );
    this.#concernTold = true;
    this.requestUpdate();
  }

  /** Finds the framework, the outcome and the scale; what cannot be found is said once and the rest goes on. */
  #resolve(): void {
    const framework = this.readProperty('framework', this.framework);
    this.#framework =
      typeof framework === 'string'
        ? findFramework(framework)
        : ((framework as OutcomeFramework | undefined) ?? this.#context.framework);
    const outcome = this.readProperty('outcome', this.outcome) as string | FrameworkOutcome | undefined;
    const id = outcome ?? (this.#own ? this.#editor.entry.outcomes[0]?.id : undefined);
    // What was carried along from another framework may bear an id that means something else here.
    const elsewhere = outcome === undefined && this.#editor.entry.outcomes[0]?.framework !== this.#framework?.id;
    this.#outcome = typeof id === 'string' ? this.#framework?.outcomes.find((one) => one.id === id && !elsewhere) : id;
    if (!this.#own && this.#outcome) {
      this.#own = true;
      const reference = this.#framework && outcomeReference(this.#framework, this.#outcome);
      this.#editor.load(createEntry(this.#outcome.name, reference && [reference]));
    }
    this.#resolveScale();
    // Alone or in a conversation that is still waiting for its framework: nothing is wrong yet.
    if (typeof outcome === 'string' && this.#framework && !this.#outcome)
      this.reportAll([unknownOutcome(outcome, this.#framework)]);
    if (typeof framework === 'string' && !this.#framework) this.reportAll([unknownFramework(framework)]);
  }

  #resolveScale(): void {
    const given = this.readProperty(
      'scale',
      this.scale ?? this.#outcome?.scale ?? this.#framework?.scale ?? 'frequency-4',
    );
    this.#scale = typeof given === 'string' ? this.#context.findScale(given) : undefined;
    if (this.#scale || given === undefined) return;
    if (typeof given === 'string') {
      this.reportAll([unknownScale(given)], 'scale');
      return;
    }
    const parsed = parseScale(given);
    if (parsed.ok) this.#scale = parsed.value;
    else this.reportAll(parsed.problems, 'scale');
  }
}
