import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';
import { answered, noAnswer, UNANSWERED, type Answer } from '../../model/answer.js';
import { NO_ANSWER_REASONS, type NoAnswerReason, type ScalePresentation } from '../../schema/codes.js';
import type { Problem } from '../../schema/rules.js';
import type { RatingScale, ScalePoint, ScaleValue } from '../../schema/scale.js';

/** What a rating scale shows. `group` has to be unique on the page: WebKit's Tab key skips the second of two groups of one name. */
export interface ScaleView {
  readonly t: Translate;
  readonly group: string;
  readonly legend: string;
  readonly description?: string | undefined;
  readonly scale: RatingScale;
  readonly answer: Answer<ScaleValue>;
  readonly presentation?: ScalePresentation | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
  readonly error?: string | undefined;
  /** `false`: no reasons; `'first'`: "I'd rather not say" and a button for the others; `'all'`: every reason. */
  readonly reasons: false | 'first' | 'all';
  /** `false`: vetoed. */
  readonly choose: (answer: Answer<ScaleValue>) => boolean;
  readonly showReasons: () => void;
}

const pointFor = (scale: RatingScale, value: ScaleValue): ScalePoint | undefined =>
  scale.points.find((point) => point.value === value);

/** A value that the scale does not have: kept as it was recorded, and said. */
export const offScale = (scale: RatingScale, answer: Answer<ScaleValue>, path: string): Problem | undefined =>
  answer.kind !== 'answered' || pointFor(scale, answer.value)
    ? undefined
    : {
        code: 'value-off-scale',
        path,
        message: `“${String(answer.value)}” is not on the scale “${scale.name}”. It is kept as recorded.`,
        hint: `Choose one of: ${scale.points.map(({ label }) => label).join(', ')}.`,
      };

/** An answer in words, as they stood on the screen. A value that the scale does not have is shown as it was recorded. */
export const answerInWords = (t: Translate, scale: RatingScale | undefined, answer: Answer<ScaleValue>): string =>
  answer.kind === 'unanswered'
    ? t('scale.unanswered')
    : answer.kind === 'no-answer'
      ? t(`reason.${answer.reason}`) + (answer.note ? `: ${answer.note}` : '')
      : ((scale && pointFor(scale, answer.value)?.label) ?? t('scale.off', { value: answer.value }));

/** One fieldset of native radios, answers and reasons in one group, so that the platform gives keyboard, voice and forced colours. */
export function renderScale(view: ScaleView): TemplateResult {
  const { t, scale, answer, legend, description, error } = view;
  const notice = scale.licence ? html`<p class="notice" part="notice">${scale.licence.notice}</p>` : nothing;
  if (view.readonly)
    return html`<dl part="question">
        <dt class="label" part="label">${legend}</dt>
        <dd part="answer">${answerInWords(t, scale, answer)}</dd>
      </dl>
      ${notice}`;
  const presentation = view.presentation ?? scale.presentation;
  return html`<fieldset
    part="question"
    ?disabled=${view.disabled}
    aria-describedby=${view.group}
    @keydown=${chooseByDigit}
  >
    <legend part="label">${legend}</legend>
    <div id=${view.group}>
      ${description ? html`<p class="muted">${description}</p>` : nothing}
      ${error ? html`<p class="error" part="error">${error}</p>` : nothing}
      ${
        scale.anchors
          ? html`<p class="anchors notice"><span>${scale.anchors.first}</span> <span>${scale.anchors.last}</span></p>`
          : nothing
      }
    </div>
    <div class="options ${presentation ?? ''} ${scale.kind}" part="options">${shown(scale, presentation).map((point, index) => option(view, point, index, presentation))}</div>
    <div class="reasons">
      ${view.reasons === false ? nothing : reasonOptions(view)}
      ${
        answer.kind === 'unanswered'
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              part="clear"
              @click=${(event: Event) => {
                // The button goes away with the answer: focus must not be lost with it.
                (event.target as Element).closest('fieldset')?.querySelector('input')?.focus();
                view.choose(UNANSWERED);
              }}
            >
              ${t('scale.clear')}
            </button>`
      }
    </div>
    ${notice}
  </fieldset>`;
}

/** A ladder has its best rung on top. A locked scale is never reordered. */
const shown = (scale: RatingScale, presentation: ScalePresentation | undefined): readonly ScalePoint[] =>
  presentation === 'ladder' && scale.kind === 'numeric' && !scale.licence?.locked
    ? [...scale.points].reverse()
    : scale.points;

/** `key`: what to type on the keyboard to choose it. */
function radio(view: ScaleView, checked: boolean, answer: Answer<ScaleValue>, key?: ScaleValue): TemplateResult {
  return html`<input
    type="radio"
    name=${view.group}
    data-key=${key ?? nothing}
    .checked=${checked}
    ?checked=${checked}
    ?required=${view.required}
    @input=${(event: Event) => {
      // The element tells of the choice itself, after it was allowed.
      event.stopPropagation();
      if (!view.choose(answer)) undoChoice(event.target as Element);
    }}
  />`;
}

/** Checks again what was checked before: the `checked` attribute still says it. */
export const undoChoice = (radio: Element): void => {
  for (const input of radio.closest('fieldset')?.querySelectorAll('input') ?? []) input.checked = input.defaultChecked;
};

function option(
  view: ScaleView,
  point: ScalePoint,
  index: number,
  presentation: ScalePresentation | undefined,
): TemplateResult {
  const { answer, scale } = view;
  return html`<label class="option" part="option"
    >${radio(view, answer.kind === 'answered' && answer.value === point.value, answered(point.value), scale.kind === 'numeric' ? point.value : index + 1)}${
      presentation === 'faces' ? face(scale, point) : nothing
    }<span>${point.label}</span></label
  >`;
}

function reasonOptions(view: ScaleView): TemplateResult {
  const { t, answer } = view;
  const chosen = answer.kind === 'no-answer' ? answer.reason : undefined;
  const all = view.reasons === 'all';
  // A reason that was given stays in sight even while the others are folded away.
  const reasons = NO_ANSWER_REASONS.filter((reason) => all || reason === 'declined' || reason === chosen);
  const one = (reason: NoAnswerReason): TemplateResult =>
    html`<label class="reason" part="reason">${radio(view, chosen === reason, noAnswer(reason))}<span>${t(`reason.${reason}`)}</span></label>`;
  return html`${reasons.map(one)}${
    all
      ? nothing
      : html`<button type="button" class="quiet" part="more-reasons" aria-expanded="false" @click=${(event: Event) => {
          // The button goes away: the focus goes to the reason beside it.
          (event.target as Element).parentElement?.querySelector('input')?.focus();
          view.showReasons();
        }}>
          ${t('scale.more-reasons')}
        </button>`
  }`;
}

let digits = '';
let typedAt = 0;

/** Typing 7 chooses 7; typing 1 and 0 chooses 10; on a worded scale 2 chooses the second answer. */
function chooseByDigit({ key, timeStamp, ctrlKey, altKey, metaKey, currentTarget }: KeyboardEvent): void {
  if (!/^\d$/.test(key) || ctrlKey || altKey || metaKey) {
    digits = '';
    return;
  }
  digits = timeStamp - typedAt < 800 ? digits + key : key;
  typedAt = timeStamp;
  const find = (value: string): HTMLElement | null => (currentTarget as Element).querySelector(`[data-key="${value}"]`);
  const radio = find(digits) ?? find((digits = key));
  radio?.focus();
  radio?.click();
}

/** A plain face, drawn by us: the mouth bends with the point's place between worst and best. */
function face({ points, direction }: RatingScale, point: ScalePoint): TemplateResult {
  const ordinals = points.map(ordinalOf);
  const low = Math.min(...ordinals);
  const place = (ordinalOf(point, points.indexOf(point)) - low) / (Math.max(...ordinals) - low || 1);
  const bend = direction === 'neither' ? 0 : (place * 10 - 5) * (direction === 'lower-better' ? -1 : 1);
  return html`<svg class="face" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="14"></circle>
    <path d=${`M11 12v2M21 12v2M9 ${String(21 - bend / 2)}q7 ${String(bend * 1.4)} 14 0`}></path>
  </svg>`;
}

/** Where a point lies between the others. */
export const ordinalOf = (point: ScalePoint, index: number): number =>
  point.ordinal ?? (typeof point.value === 'number' ? point.value : index);
