import { html, nothing, type TemplateResult } from 'lit';
import { INTENTS } from '../../schema/codes.js';
import type { PersonalOutcome } from '../../schema/record.js';
import { renderText } from '../narrative/narrative.fragment.js';
import { undoChoice } from '../rating-scale/rating-scale.fragment.js';
import { asAnswer, type EntryField } from './outcome.editor.js';
import type { OutcomeView } from './outcome.sections.js';
import { errorFor } from './outcome.words.js';

const wishField: EntryField = {
  path: ['personalOutcome'],
  name: ['personalOutcome'],
  read: (value) => asAnswer(value && Object.keys(value).length > 0 ? value : undefined),
};

/** What the person would like, in their words; once there is a wish, whether it is to reach, to keep, to slow down, or to be comfortable. */
export function renderWish(view: OutcomeView): TemplateResult | typeof nothing {
  const { t, entry, editor, personName } = view;
  const wish = entry.personalOutcome ?? {};
  if (view.readonly && !wish.text && !wish.intent) return nothing;
  const label = personName ? t('outcome.wish-named', { name: personName }) : t('outcome.wish');
  if (view.readonly)
    return html`<dl class="part">
      <dt class="label">${label}</dt>
      <dd dir="auto">${[wish.text, wish.intent && t(`intent.${wish.intent}`)].filter(Boolean).join(' · ')}</dd>
    </dl>`;
  return html`<div class="part">
    ${renderText({
      t,
      id: 'wish',
      label,
      text: wish.text ?? '',
      size: 'several',
      error: errorFor(view, '/personalOutcome/text', wish.text ?? ''),
      type: (text) => editor.type(wishField, withParts(editor.entry.personalOutcome, { text })),
      leave: () => {
        editor.flush();
      },
    })}
    ${wish.text || wish.intent ? intents(view, wish) : nothing}
  </div>`;
}

function intents({ t, editor, id }: OutcomeView, wish: PersonalOutcome): TemplateResult {
  const put = (intent: PersonalOutcome['intent']): boolean =>
    editor.change(wishField, withParts(editor.entry.personalOutcome, { intent }));
  return html`<fieldset class="intent">
    <legend class="muted">${t('outcome.intent')}</legend>
    ${INTENTS.map(
      (intent) =>
        html`<label class="reason"
          ><input
            type="radio"
            name=${`intent-${id}`}
            .checked=${wish.intent === intent}
            ?checked=${wish.intent === intent}
            @input=${(event: Event) => {
              event.stopPropagation();
              if (!put(intent)) undoChoice(event.target as Element);
            }}
          /><span>${t(`intent.${intent}`)}</span></label
        >`,
    )}
    ${
      wish.intent
        ? html`<button
            type="button"
            class="quiet"
            @click=${(event: Event) => {
              // The button goes away, and without a wish the whole question: the focus goes where something stays.
              const part = (event.target as Element).closest('.part');
              part?.querySelector<HTMLElement>(wish.text ? 'input' : 'textarea')?.focus();
              put(undefined);
            }}
          >
            ${t('outcome.clear-intent')}
          </button>`
        : nothing
    }
  </fieldset>`;
}

function withParts(before: PersonalOutcome | undefined, parts: PersonalOutcome): PersonalOutcome | undefined {
  const next = Object.fromEntries(
    Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined && value !== ''),
  );
  return Object.keys(next).length > 0 ? next : undefined;
}
