import { html, nothing, type TemplateResult } from 'lit';
import { unstorableAt, type Problem } from '../../schema/rules.js';
import { renderSelect } from '../../base/select.fragment.js';
import type { Translate } from '../../base/tp-element.js';
import type { Audience, Perspective } from '../../schema/codes.js';

export interface TextView {
  readonly t: Translate;
  /** Unique in its shadow root. */
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly text: string;
  readonly language?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
  readonly error?: string | undefined;
  /** `words`: the person's own, largest on the page; `several`: grows too, in the size of the page; `single`: begins as one line. */
  readonly size: 'words' | 'several' | 'single';
  readonly labelHidden?: boolean;
  /** At each key. Returning `false` puts the text back as it was. */
  readonly type: (text: string) => boolean;
  /** On leaving the field. */
  readonly leave: () => void;
}

/** A labelled text box that grows with its text and never cuts it. */
export function renderText(view: TextView): TemplateResult {
  const { t, id, text, size, error, description } = view;
  if (view.readonly)
    return html`<dl>
      <dt class="label" part="label">${view.label}</dt>
      <dd class=${size} part="answer" dir="auto" lang=${view.language ?? nothing}>${text || t('narrative.empty')}</dd>
    </dl>`;
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  const onInput = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    if (view.type(field.value)) grow(field);
    else {
      event.stopPropagation();
      field.value = text;
    }
  };
  return html`<label for=${id} class=${view.labelHidden ? 'hidden' : 'label'} part="label">${view.label}</label>
    ${description ? html`<p id=${`${id}-description`} class="muted">${description}</p>` : nothing}
    ${error ? html`<p id=${`${id}-error`} class="error" part="error">${error}</p>` : nothing}
    <textarea
      id=${id}
      class=${size}
      part="control"
      rows=${{ words: 3, several: 2, single: 1 }[size]}
      autocomplete="off"
      dir="auto"
      lang=${view.language ?? nothing}
      .value=${text}
      ?required=${view.required}
      ?disabled=${view.disabled}
      aria-describedby=${described || nothing}
      aria-invalid=${error ? 'true' : nothing}
      @input=${onInput}
      @change=${view.leave}
    ></textarea>`;
}

export interface StatementView extends TextView {
  readonly saidBy: Perspective | undefined;
  readonly sharing: readonly Audience[] | undefined;
  /** Whose words can be chosen; none: it is not asked. */
  readonly perspectives: readonly Perspective[];
  readonly personName: string | undefined;
  /** `false`: vetoed. */
  readonly attribute: (about: {
    saidBy?: Perspective | undefined;
    sharing?: readonly Audience[] | undefined;
  }) => boolean;
}

/** Who may see a statement: the choices that are offered. A record may hold others; those are kept. */
const SHARINGS: readonly (readonly Audience[])[] = [
  [],
  ['person'],
  ['person', 'family'],
  ['person', 'family', 'agencies'],
];

export const sharingLabel = (t: Translate, sharing: readonly Audience[]): string =>
  sharing.length === 0 ? t('narrative.private') : sharing.map((one) => t(`audience.${one}`)).join(', ');

/** Somebody's words, whose they are, and who may see them. */
export function renderStatement(view: StatementView): TemplateResult {
  const { t, saidBy, sharing, perspectives, personName } = view;
  if (view.readonly) {
    const own = wordsLabel(t, saidBy, personName);
    return html`${renderText(view)}${saidBy && view.label !== own ? html`<p class="muted">${own}</p>` : nothing}${
      sharing ? html`<p class="muted">${t('narrative.sharing')} ${sharingLabel(t, sharing)}</p>` : nothing
    }`;
  }
  // Whose words they are is asked once there are some.
  return html`${renderText(view)}${perspectives.length > 0 && view.text !== '' ? about(view) : nothing}`;
}

function about({
  t,
  id,
  saidBy,
  sharing,
  perspectives,
  personName,
  attribute,
  disabled,
}: StatementView): TemplateResult {
  const choices = saidBy && !perspectives.includes(saidBy) ? [...perspectives, saidBy] : perspectives;
  const known = SHARINGS.map((one) => one.join(' '));
  const sharings = sharing && !known.includes(sharing.join(' ')) ? [...SHARINGS, sharing] : SHARINGS;
  return html`<div class="about">
    <span class="pair"
      ><label for=${`${id}-whose`}>${t('narrative.whose')}</label>
      ${renderSelect({
        id: `${id}-whose`,
        value: saidBy ?? '',
        disabled,
        options: [
          ['', t('narrative.not-said')],
          ...choices.map((one) => [one, perspectiveLabel(t, one, personName)] as const),
        ],
        choose: (one) => attribute({ saidBy: (one || undefined) as Perspective | undefined, sharing }),
      })}</span
    >
    <span class="pair"
      ><label for=${`${id}-sharing`}>${t('narrative.sharing')}</label>
      ${renderSelect({
        id: `${id}-sharing`,
        value: sharing ? `to ${sharing.join(' ')}` : '',
        disabled,
        options: [
          ['', t('narrative.sharing-open')],
          ...sharings.map((one) => [`to ${one.join(' ')}`, sharingLabel(t, one)] as const),
        ],
        choose: (one) =>
          attribute({ saidBy, sharing: sharings.find((audiences) => `to ${audiences.join(' ')}` === one) }),
      })}</span
    >
  </div>`;
}

/** The heading of somebody's words: the person's own, or whose they are. Nobody's words stand under another's name. */
export const wordsLabel = (t: Translate, saidBy: Perspective | undefined, personName: string | undefined): string =>
  saidBy && saidBy !== 'person'
    ? t('narrative.words-of', { who: perspectiveLabel(t, saidBy, personName) })
    : personName
      ? t('narrative.own-words-of', { name: personName })
      : t('narrative.own-words');

let sizesItself: boolean | undefined;

/** Browsers that cannot size a field by its content get its height set. */
export function grow(field: HTMLElement): void {
  sizesItself ??= CSS.supports('field-sizing', 'content');
  if (field.localName !== 'textarea' || sizesItself) return;
  field.style.setProperty('block-size', 'auto');
  field.style.setProperty('block-size', `${String(field.scrollHeight + 2)}px`);
}

/** Words that hold a character which databases cannot store: kept, and said. */
export function textProblem(t: Translate, path: string, text: string): Problem | undefined {
  const at = unstorableAt(text);
  return at < 0
    ? undefined
    : {
        code: 'text-not-storable',
        path,
        message: t('narrative.unstorable', { at: at + 1 }),
        hint: t('narrative.unstorable-hint'),
      };
}

/** How a perspective is called: the person by name where it is known. */
export const perspectiveLabel = (t: Translate, perspective: Perspective, name: string | undefined): string =>
  perspective === 'person' && name ? t('perspective.person-named', { name }) : t(`perspective.${perspective}`);
