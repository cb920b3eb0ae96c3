import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { isEmptyEntry } from '../../model/record.js';
import type { ContributionStage, Perspective, PreviousShown } from '../../schema/codes.js';
import type { Action, Contributor, Entry } from '../../schema/record.js';
import type { Problem } from '../../schema/rules.js';
import type { RatingScale } from '../../schema/scale.js';
import { renderActions } from '../actions/actions.fragment.js';
import { renderContributors } from '../contributors/contributors.fragment.js';
import { renderText } from '../narrative/narrative.fragment.js';
import { asAnswer, type EntryField, type OutcomeEditor } from './outcome.editor.js';
import type { Then } from '../../base/earlier.js';
import type { RatingList, Recording } from './outcome.fields.js';
import { renderFold } from './outcome.fold.js';
import { boxesFor, errorFor, ratingBox, ratingsInError, statementBox } from './outcome.words.js';

/** What the parts of an outcome's card are drawn from. */
export interface OutcomeView {
  readonly t: Translate;
  readonly id: string;
  readonly entry: Entry;
  readonly editor: OutcomeEditor;
  readonly scale: RatingScale | undefined;
  readonly importance: RatingScale | undefined;
  readonly findScale: (ref: string) => RatingScale | undefined;
  readonly locale: string;
  readonly perspectives: readonly Perspective[];
  readonly personName: string | undefined;
  readonly readonly: boolean;
  readonly recording: Recording;
  /** Views that somebody has asked for beside those that were given. */
  readonly views: (list: RatingList) => readonly Perspective[];
  readonly addView: (list: RatingList, perspective: Perspective) => void;
  readonly extraWords: boolean;
  readonly addWords: () => void;
  readonly reasonsShown: readonly string[];
  readonly showReasons: (group: string) => void;
  readonly folds: ReadonlyMap<string, boolean>;
  readonly fold: (section: string, open: boolean) => void;
  /** In a review, or where a review was recorded. */
  readonly reviewing: boolean;
  readonly then: Then | undefined;
  /** Whether earlier answers are in sight; `undefined`: there is nothing to look back at. */
  readonly shown: PreviousShown | undefined;
  readonly headingLevel: number;
  readonly root: () => ParentNode;
  readonly concernTold: boolean;
  readonly concern: () => void;
  readonly report: (problem: Problem) => void;
}

/** Whether anything was recorded in the entry. */
export const hasContent = (entry: Entry): boolean => !isEmptyEntry(entry);

/** A part that is folded until it holds something. What is folded away is not drawn at all: a page of many outcomes stays light. */
function section(
  view: OutcomeView,
  key: string,
  title: string,
  filled: boolean,
  content: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (view.readonly) return filled ? html`<div class="part" part="section">${content()}</div>` : nothing;
  return renderFold(view, key, title, filled, () => html`<div class="section" part="section">${content()}</div>`);
}

export const listField = (name: 'contributors' | 'actions'): EntryField => ({
  path: [name],
  name: [name],
  read: asAnswer,
});

const disagreementField: EntryField = {
  path: ['disagreement'],
  name: ['disagreement'],
  read: (value) => asAnswer((value as { text?: string } | undefined)?.text),
};

const importantField: EntryField = { path: ['mostImportant'], name: ['mostImportant'], read: asAnswer };

/** Changes a list: at once, or while somebody types. */
export function changeList(
  { editor }: OutcomeView,
  name: 'contributors' | 'actions',
  items: readonly (Contributor | Action)[],
  when: 'now' | 'typing',
): boolean {
  const value = items.length > 0 ? items : undefined;
  return when === 'now' ? editor.change(listField(name), value) : editor.type(listField(name), value);
}

/** Who and what is to help, or has helped. Only a review tells the two apart. */
export const contributorsOf = (
  { entry, reviewing }: Pick<OutcomeView, 'entry' | 'reviewing'>,
  stage: ContributionStage,
): readonly Contributor[] =>
  (entry.contributors ?? []).filter((one) => !reviewing || (one.stage === 'actual' ? 'actual' : 'planned') === stage);

export function contributorsBox(
  view: OutcomeView,
  label: string,
  stage: ContributionStage,
  items: readonly Contributor[],
): TemplateResult {
  const { t, editor, personName, readonly } = view;
  return renderContributors({
    t,
    label,
    items,
    error: errorFor(view, '/contributors', ...items.flatMap(({ who, how }) => [who, how])),
    stage,
    personName,
    readonly,
    change: (next, when) => {
      const others = (editor.entry.contributors ?? []).filter((one) => !items.some(({ id }) => id === one.id));
      return changeList(view, 'contributors', [...others, ...next], when);
    },
    leave: () => {
      editor.flush();
    },
  });
}

/** Strengths before barriers, the person before services. */
export function renderSections(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, entry, editor, personName, readonly, locale } = view;
  const leave = (): void => {
    editor.flush();
  };
  const statements = (list: 'strengths' | 'barriers', title: string): TemplateResult | typeof nothing =>
    section(
      view,
      list,
      title,
      Boolean(entry[list]?.length),
      () =>
        html`${Array.from({ length: boxesFor(entry[list]) }, (_, index) => statementBox(view, list, index, title))}`,
    );
  const helpers = contributorsOf(view, 'planned');
  const filled = [entry.strengths, helpers, entry.barriers, entry.actions, entry.importance, entry.disagreement];
  if (readonly && !filled.some((part) => part && (!Array.isArray(part) || part.length > 0))) return nothing;
  return html`<div class="sections">
    ${statements('strengths', t('outcome.strengths'))}
    ${section(view, 'contributors', t('outcome.contributors'), helpers.length > 0, () =>
      contributorsBox(view, t('outcome.contributors'), 'planned', helpers),
    )}
    ${statements('barriers', t('outcome.barriers'))}
    ${section(view, 'actions', t('outcome.actions'), Boolean(entry.actions?.length), () =>
      renderActions({
        t,
        label: t('outcome.actions'),
        items: entry.actions ?? [],
        error: errorFor(view, '/actions', ...(entry.actions ?? []).flatMap(({ what, who }) => [what, who])),
        locale,
        personName,
        readonly,
        change: (items, when) => changeList(view, 'actions', items, when),
        leave,
      }),
    )}
    ${section(
      view,
      'importance',
      t('outcome.importance'),
      Boolean(entry.importance?.length),
      () =>
        html`${ratingBox(
          view,
          'importance',
          view.perspectives[0] ?? 'person',
          () => t('outcome.importance-question'),
          view.importance,
        )}${ratingsInError(view, 'importance')}`,
    )}
    ${section(view, 'disagreement', t('outcome.disagreement'), Boolean(entry.disagreement), () =>
      renderText({
        t,
        id: 'disagreement',
        label: t('outcome.disagreement'),
        labelHidden: true,
        text: entry.disagreement?.text ?? '',
        error: errorFor(view, '/disagreement/text', entry.disagreement?.text),
        size: 'several',
        readonly,
        type: (text) =>
          editor.type(disagreementField, text === '' ? undefined : { between: [], ...editor.entry.disagreement, text }),
        leave,
      }),
    )}
  </div>`;
}

/** What is seldom needed: "most important now", and a worry about somebody's safety. */
export function renderMore(view: OutcomeView): TemplateResult {
  const { t, entry, editor } = view;
  return html`<div class="more" part="more">
    <label class="reason"
      ><input
        type="checkbox"
        .checked=${entry.mostImportant === true}
        @input=${(event: Event) => {
          event.stopPropagation();
        }}
        @change=${(event: Event) => {
          const box = event.target as HTMLInputElement;
          if (!editor.change(importantField, box.checked ? true : undefined)) box.checked = !box.checked;
        }}
      /><span>${t('outcome.most-important')}</span></label
    >
    ${renderFold(
      view,
      'more',
      t('outcome.more'),
      false,
      () =>
        html`<div class="menu">
          <button type="button" class="bordered" @click=${view.concern}>${t('outcome.concern')}</button>
          <p role="status" class="muted">${view.concernTold ? t('outcome.concern-told') : nothing}</p>
        </div>`,
    )}
  </div>`;
}
