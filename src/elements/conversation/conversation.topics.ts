import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Translate } from '../../base/tp-element.js';
import { createEntry, isEmptyEntry, outcomeReference } from '../../model/record.js';
import type { FrameworkOutcome, OutcomeFramework } from '../../schema/framework.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import type { RecordKeeper } from './conversation.keeper.js';

/** What the choice of topics remembers between two drawings. */
export interface TopicsState {
  /** The entry that would be taken out, once that has been confirmed. */
  doubtful: Entry | undefined;
  /** The box that was unchecked for it: where the focus goes back to. */
  box?: HTMLInputElement;
  other: string;
}

export const nothingTyped = (): TopicsState => ({ doubtful: undefined, other: '' });

export interface TopicsView {
  readonly t: Translate;
  readonly record: OutcomeRecord;
  readonly keeper: RecordKeeper;
  readonly framework: OutcomeFramework;
  readonly state: TopicsState;
  readonly redraw: () => void;
  /** What is not in the record and mattered last time. */
  readonly left: TemplateResult | typeof nothing;
}

/** The framework's outcomes as cards by category: choose any, in any order, and add what is not there. */
export function renderTopics(view: TopicsView): TemplateResult {
  const { t, framework } = view;
  const groups = framework.categories?.length
    ? framework.categories.map(
        ({ id, label }) => [label, framework.outcomes.filter(({ category }) => category === id)] as const,
      )
    : [];
  const chosen = entriesByOutcome(view);
  const cards = (outcomes: readonly FrameworkOutcome[]): TemplateResult =>
    html`<div class="topics">${outcomes.map((outcome) => card(view, outcome, chosen.get(outcome.id)))}</div>`;
  const loose = framework.outcomes.filter(({ category }) => !framework.categories?.some(({ id }) => id === category));
  return html`<section class="step" part="topics" aria-labelledby="topics">
    <h3 id="topics">${t('topics.title')}</h3>
    <p class="muted">${t('topics.help')}</p>
    ${groups.map(
      ([label, outcomes]) =>
        html`<fieldset>
          <legend>${label}</legend>
          ${cards(outcomes)}
        </fieldset>`,
    )}
    ${loose.length > 0 ? cards(loose) : nothing} ${view.state.doubtful ? confirmation(view, view.state.doubtful) : nothing} ${other(view)} ${view.left}
    ${framework.licence ? html`<p class="notice" part="notice">${framework.licence.notice}</p>` : nothing}
    ${framework.attribution ? html`<p class="notice">${framework.attribution.text}</p>` : nothing}
  </section>`;
}

/** The entry about each outcome of the framework; where two are about the same one, the first. */
function entriesByOutcome({ record, framework }: TopicsView): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of record.entries)
    for (const { id, framework: of } of entry.outcomes) if (of === framework.id && !found.has(id)) found.set(id, entry);
  return found;
}

function card(view: TopicsView, outcome: FrameworkOutcome, entry: Entry | undefined): TemplateResult {
  const { record, keeper, framework } = view;
  return html`<label class="topic"
    ><input
      type="checkbox"
      .checked=${live(entry !== undefined)}
      @input=${(event: Event) => {
        event.stopPropagation();
      }}
      @change=${(event: Event) => {
        if (!entry)
          keeper.change([
            ['entries', record.entries.length],
            createEntry(outcome.name, [outcomeReference(framework, outcome)]),
          ]);
        else if (isEmptyEntry(entry)) takeOut(view, entry);
        else askFirst(view, entry, event);
      }}
    /><span>${outcome.name}</span></label
  >`;
}

function doubt({ state, redraw }: TopicsView, entry: Entry | undefined): void {
  state.doubtful = entry;
  redraw();
}

function takeOut(view: TopicsView, entry: Entry): void {
  const { record, keeper } = view;
  doubt(view, undefined);
  keeper.change([['entries', record.entries.findIndex(({ id }) => id === entry.id)], undefined]);
}

/** Words are never taken out by a slip of the finger: the box stays checked, and the question gets the focus. */
function askFirst(view: TopicsView, entry: Entry, event: Event): void {
  const box = event.target as HTMLInputElement;
  box.checked = true;
  view.state.box = box;
  doubt(view, entry);
  setTimeout(() => box.closest('section')?.querySelector<HTMLElement>('[role=alertdialog] button')?.focus());
}

/** The box of a topic of the person's own goes away with it: the focus goes to where it was added. */
function leave(box: HTMLInputElement, entry: Entry): void {
  (entry.outcomes.length > 0 ? box : box.closest('section')?.querySelector<HTMLElement>('.other input'))?.focus();
}

function confirmation(view: TopicsView, entry: Entry): TemplateResult {
  const { t } = view;
  const { box } = view.state;
  const keep = (): void => {
    // The question goes away with its buttons: the focus goes back to where it came from.
    box?.focus();
    doubt(view, undefined);
  };
  return html`<div
    class="question"
    role="alertdialog"
    aria-labelledby="doubt"
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === 'Escape') keep();
    }}
  >
    <p id="doubt">${t('topics.holds-words', { name: entry.label })}</p>
    <button
      type="button"
      @click=${keep}
    >
      ${t('topics.keep')}
    </button>
    <button
      type="button"
      @click=${() => {
        if (box) leave(box, entry);
        takeOut(view, entry);
      }}
    >
      ${t('topics.take-out')}
    </button>
  </div>`;
}

function other(view: TopicsView): TemplateResult {
  const { t, record, keeper } = view;
  const add = (): void => {
    const label = view.state.other.trim();
    if (!label) return;
    view.state.other = '';
    keeper.change([['entries', record.entries.length], createEntry(label)]);
  };
  return html`<div class="other">
    <label
      ><span>${t('topics.other')}</span
      ><input
        autocomplete="off"
        dir="auto"
        .value=${live(view.state.other)}
        @input=${(event: Event) => {
          event.stopPropagation();
          view.state.other = (event.target as HTMLInputElement).value;
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          add();
        }}
    /></label>
    <button type="button" class="bordered" @click=${add}>${t('topics.add')}</button>
    ${ownTopics(view)}
  </div>`;
}

/** What the person named themselves can be taken out again as well. It is told when it is added: the box that it was typed into is only empty then. */
function ownTopics(view: TopicsView): TemplateResult {
  const own = view.record.entries.filter(({ outcomes }) => outcomes.length === 0);
  return html`<div class="topics" aria-live="polite">${repeat(
    own,
    ({ id }) => id,
    (entry) =>
      html`<label class="topic"
          ><input
            type="checkbox"
            .checked=${live(true)}
            @change=${(event: Event) => {
              if (!isEmptyEntry(entry)) {
                askFirst(view, entry, event);
                return;
              }
              leave(event.target as HTMLInputElement, entry);
              takeOut(view, entry);
            }}
          /><span>${entry.label}</span></label
        >`,
  )}</div>`;
}
