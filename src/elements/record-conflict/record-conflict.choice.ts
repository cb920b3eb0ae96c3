import { html, nothing, type TemplateResult } from 'lit';
import type { MergeChoice, MergeDifference } from '../../model/merge-types.js';
import { tell, titleOf, type Line, type Speaker } from './record-conflict.words.js';

export interface ChoiceView {
  readonly say: Speaker;
  /** Unique in the page: the radios' name begins with it. */
  readonly id: string;
  readonly theirName: string | undefined;
  readonly chosen: (difference: MergeDifference) => MergeChoice | undefined;
  readonly choose: (keys: readonly string[], choice: MergeChoice) => void;
  /** What is not chosen yet says so. */
  readonly missing: boolean;
}

/** One difference: what both sides say, side by side, as the labels of radios. */
export function renderChoice(view: ChoiceView, difference: MergeDifference, at: number): TemplateResult {
  const { say, id, missing } = view;
  const { t } = say;
  const { key, part, theirs, mine, choices } = difference;
  const chosen = view.chosen(difference);
  const error = missing && !chosen ? `${id}-missing-${String(at)}` : undefined;
  const [left, right] = [tell(say, part, theirs), tell(say, part, mine)];
  const same = saying(left) === saying(right);
  const names = {
    theirs: view.theirName ? t('conflict.theirs-named', { name: view.theirName }) : t('conflict.theirs'),
    mine: t('conflict.mine'),
    both: t('conflict.both'),
  };
  const option = (choice: MergeChoice, lines?: readonly Line[]): TemplateResult =>
    html`<label class="card ${choice}" part="card"
      ><input
        type="radio"
        name=${`${id}-${key}`}
        .checked=${chosen === choice}
        ?checked=${chosen === choice}
        aria-describedby=${error ?? nothing}
        aria-invalid=${error ? 'true' : nothing}
        @input=${(event: Event) => {
          event.stopPropagation();
          view.choose([key], choice);
        }}
      /><span class="said"
        ><span class="side">${names[choice]}</span>${lines?.map(renderLine) ?? nothing}${
          lines?.length === 0 ? html`<span class="line muted">${t('conflict.nothing')}</span>` : nothing
        }</span
      ></label
    >`;
  return html`<fieldset class="choice" part="choice">
    <legend>${titleOf(say, part, theirs ?? mine)}</legend>
    ${error ? html`<p class="error" id=${error}>${t('conflict.choose')}</p>` : nothing}
    ${same ? html`<p class="muted">${t('conflict.details')}</p>` : nothing}
    <div class="pair">
      ${option('theirs', left)}${option('mine', right)}${choices.includes('both') ? option('both') : nothing}
    </div>
  </fieldset>`;
}

const saying = (lines: readonly Line[]): string => JSON.stringify(lines);

/** Each at the same edge as what stands above it, whichever way it is read itself. */
const renderLine = ({ text, kind, lang, struck }: Line): TemplateResult =>
  html`<span class="line ${kind ?? ''}"><bdi lang=${lang ?? nothing}>${struck ? html`<s>${text}</s>` : text}</bdi></span>`;

/** What is asked about one outcome, or about the conversation itself. */
export interface Group {
  readonly name: string;
  readonly differences: readonly MergeDifference[];
}

/** All that is asked about one thing, and a short way to answer it at once. */
export function renderGroup(view: ChoiceView, level: number, group: Group, at: number): TemplateResult {
  const { t } = view.say;
  const { name, differences } = group;
  const keys = differences.map(({ key }) => key);
  const canBeBoth = differences.some(({ choices }) => choices.includes('both'));
  const all = ['theirs', 'mine', ...(canBeBoth ? (['both'] as const) : [])] as const;
  const heading = `${view.id}-group-${String(at)}`;
  return html`<section class="group" part="group" aria-labelledby=${heading}>
    <div class="head">
      <div role="heading" aria-level=${level} class="heading" id=${heading} dir="auto">${name}</div>
      ${
        differences.length > 1
          ? html`<div class="all">
              ${all.map(
                (choice) =>
                  html`<button
                    type="button"
                    class="quiet"
                    aria-label=${t('conflict.all-named', { choice: t(`conflict.all-${choice}`), name })}
                    @click=${() => {
                      view.choose(keys, choice);
                    }}
                  >
                    ${t(`conflict.all-${choice}`)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </div>
    ${differences.map((difference, index) => renderChoice(view, difference, at * 1000 + index))}
  </section>`;
}
