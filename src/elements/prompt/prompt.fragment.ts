import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../base/tp-element.js';

export interface PromptView {
  readonly t: Translate;
  readonly name: string;
  readonly description?: string | undefined;
  readonly prompts?: readonly string[] | undefined;
  /** The heading's level, for assistive technology: the page decides where the prompt stands. */
  readonly level: number;
}

/** An outcome's name, what it means, and ways to ask, folded away: they help the talk and are never fields to fill. */
export const renderPrompt = ({ t, name, description, prompts, level }: PromptView): TemplateResult =>
  html`<div class="heading" part="heading" role="heading" aria-level=${level}>${name}</div>
    ${description ? html`<p class="muted" part="description">${description}</p>` : nothing}
    ${
      prompts?.length
        ? html`<details part="prompts">
            <summary>${t('prompt.ways-to-ask')}</summary>
            <ul>
              ${prompts.map((prompt) => html`<li>${prompt}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
