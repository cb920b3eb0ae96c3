import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import type { ReviewAction } from '../../model/review.js';
import type { ActionStatus } from '../../schema/codes.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import type { ConversationDrafts } from '../../drafts/types.js';
import type { Earlier } from '../../base/earlier.js';
import { renderAgreed } from './conversation.agreed.js';
import { renderAmend, renderChanges, type AmendState } from './conversation.amend.js';
import type { Completion } from './conversation.completion.js';
import { renderDrafts } from './conversation.drafts.js';
import { renderFinish, renderStatus, type Check } from './conversation.finish.js';
import type { RecordKeeper } from './conversation.keeper.js';
import { renderLeft } from './conversation.left.js';
import { renderSteps, type Step, type Steps } from './conversation.steps.js';
import { renderTopics, type TopicsState } from './conversation.topics.js';
import { renderWho } from './conversation.who.js';

/** What a conversation is drawn from. */
export interface SheetView {
  readonly host: LitElement & {
    flush(): void;
    complete(): Promise<unknown>;
    amend(reason: string): unknown;
  };
  readonly t: Translate;
  readonly locale: string;
  readonly record: OutcomeRecord;
  readonly keeper: RecordKeeper;
  readonly framework: OutcomeFramework | undefined;
  readonly findScale: (ref: string) => RatingScale | undefined;
  readonly personName: string | undefined;
  readonly readonly: boolean;
  /** What stands in the way of showing what the host has set. */
  readonly fault: 'broken' | 'unreadable' | 'newer' | undefined;
  readonly completion: Completion;
  /** Two versions are being settled, in the slot. */
  readonly conflict: boolean;
  readonly checks: readonly Check[];
  /** In a review: what there is to look back at. */
  readonly earlier: Earlier | undefined;
  /** Earlier records were handed over, and none of them can be used. */
  readonly cannotLookBack: boolean;
  /** The version that the record corrects, where it is known. */
  readonly amended: OutcomeRecord | undefined;
  readonly canAmend: boolean;
  readonly drafts: ConversationDrafts | undefined;
  readonly amendState: AmendState;
  readonly topicsState: TopicsState;
  /** Whether somebody has opened or closed it. Where nothing else is in sight, it is open at first. */
  readonly whoOpen: boolean | undefined;
  readonly oneAtATime: boolean;
  readonly steps: Steps;
  readonly outcomes: number;
  readonly foldWho: (open: boolean) => void;
  readonly go: (step: number) => void;
  readonly say: (step: ReviewAction, status: ActionStatus | undefined) => boolean;
}

/** Where there is no record: why, or that one is on its way. */
export const renderEmpty = (
  t: Translate,
  why: 'broken' | 'unreadable' | 'newer' | 'unclear' | undefined,
): TemplateResult =>
  html`<p class=${why ? 'error' : 'muted'} role="status">${t(`conversation.${why ?? 'waiting'}`)}</p>`;

/** The whole of a conversation, from top to bottom; the cards of its outcomes are in the slot. */
export function renderSheet(view: SheetView): TemplateResult {
  const { host, t, record, readonly, fault, framework, steps, earlier, oneAtATime } = view;
  const { state, why } = view.completion;
  steps.update(view.outcomes, readonly, Boolean(earlier?.progress(record).actions.length));
  const redraw = (): void => {
    host.requestUpdate();
  };
  const complete = (): void => {
    void host.complete();
  };
  const amend = (reason: string): void => {
    host.amend(reason);
  };
  const shows = (step: Step): boolean => !oneAtATime || steps.shows(step);
  const left = earlier ? renderLeft({ ...view, earlier }) : nothing;
  const sheet =
    (): TemplateResult => html`${fault ? html`<p class="error" role="status">${t(`conversation.${fault}`)}</p>` : nothing}
    ${record.enteredInError ? html`<p class="error">${t('conversation.in-error', { reason: record.enteredInError.reason })}</p>` : nothing}
    ${view.cannotLookBack ? html`<p class="error" role="status">${t('conversation.no-earlier')}</p>` : nothing}
    ${record.amends ? renderChanges({ ...view, redraw }) : nothing}
    ${shows('who') ? renderWho({ ...view, open: view.whoOpen ?? oneAtATime, fold: view.foldWho }) : nothing}
    ${earlier && shows('agreed') ? renderAgreed({ ...view, earlier }) : nothing}
    ${shows('topics') && !readonly && framework ? renderTopics({ ...view, framework, state: view.topicsState, left, redraw }) : nothing}
    <slot @slotchange=${redraw}></slot>
    ${oneAtATime ? renderSteps({ t, step: steps.at, steps: steps.count, go: view.go }) : nothing}
    ${shows('finish') && !readonly ? renderFinish({ ...view, state, complete }) : nothing}
    ${readonly && record.framework.licenceNotice ? html`<p class="notice" part="notice">${record.framework.licenceNotice}</p>` : nothing}`;
  return html`<div class=${record.enteredInError ? 'flow in-error' : 'flow'}>
    ${view.drafts ? renderDrafts(host, view.drafts.notices, t, view.locale) : nothing}
    ${view.conflict ? html`<slot name="conflict" ?hidden=${state === 'saving'}></slot>` : sheet()}
    ${renderStatus(t, state, why)}${view.canAmend ? renderAmend({ ...view, state: view.amendState, redraw, amend }) : nothing}
  </div>`;
}
