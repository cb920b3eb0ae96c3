import { html, nothing, type TemplateResult } from 'lit';

export interface Folds {
  /** Which parts somebody has opened or closed; the others are as they are at first. */
  readonly folds: ReadonlyMap<string, boolean>;
  readonly fold: (part: string, open: boolean) => void;
}

/** A button that shows and hides what comes after it. */
export function renderFold(
  { folds, fold }: Folds,
  part: string,
  title: string,
  openAtFirst: boolean,
  content: () => TemplateResult,
): TemplateResult {
  const open = folds.get(part) ?? openAtFirst;
  return html`<button
      type="button"
      class="fold"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => {
        fold(part, !open);
      }}
    >
      ${title}</button
    >${open ? content() : nothing}`;
}
