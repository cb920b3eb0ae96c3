import { html, type TemplateResult } from 'lit';
import type { Statement } from '../schema/record.js';
import type { Translate } from './tp-element.js';

/** Words or an answer as they stand; a mistake struck through, which is said in words too. */
export const struck = (
  t: Translate,
  text: string,
  { enteredInError }: Pick<Statement, 'enteredInError'>,
): TemplateResult | string =>
  enteredInError
    ? html`<s>${text}</s> <span class="error">${t('outcome.entered-in-error', { reason: enteredInError.reason })}</span>`
    : text;
