import {
  css,
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Decorator } from '@storybook/web-components-vite';
import { samples } from './samples.js';

const OURS = samples.map(({ event }) => event.type);
const NATIVE = ['input', 'change', 'invalid', 'submit', 'reset'];

interface Heard {
  readonly number: number;
  readonly name: string;
  readonly from: string;
  readonly detail: string | undefined;
  readonly about: string;
}

/** Longest list that is kept: the story goes on, the page stays quick. */
const KEPT = 40;

/** Lists the events of what stands inside it, newest first, as the page around it hears them. */
export class CatalogueEventLog extends LitElement {
  static override properties: PropertyDeclarations = { heard: { state: true } };
  static override styles: CSSResultGroup = css`
    section {
      margin-block-start: 2em;
      padding: 1em 1.25em;
      border-radius: 8px;
      background: var(--page-raised);
      color: var(--page-text);
      font-size: 0.875rem;
    }
    h4 {
      margin: 0;
      font-size: 1em;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
      align-items: center;
      justify-content: space-between;
    }
    button {
      min-block-size: 44px;
      border: 0;
      background: none;
      color: var(--page-accent);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      border-block-start: 1px solid var(--page-line);
      overflow-wrap: anywhere;
    }
    summary,
    .plain {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      padding-block: 0.5em;
      line-height: 1.75;
    }
    summary {
      cursor: pointer;
    }
    summary::before {
      content: '+';
      inline-size: 1ch;
    }
    [open] > summary::before {
      content: '−';
    }
    .plain {
      padding-inline-start: calc(1ch + 0.75em);
    }
    .about {
      color: var(--page-muted);
    }
    pre {
      margin: 0;
      padding-block-end: 1em;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    code,
    pre {
      font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    }
    @media print {
      section {
        display: none;
      }
    }
  `;

  declare protected heard: readonly Heard[];
  #count = 0;

  constructor() {
    super();
    this.heard = [];
    for (const name of [...OURS, ...NATIVE])
      this.addEventListener(
        name,
        (event) => {
          this.#note(event);
        },
        // `invalid` does not bubble; the way down passes here all the same.
        { capture: name === 'invalid' },
      );
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <section aria-label="Event log">
        <header>
          <h4>What the page hears</h4>
          ${
            this.heard.length > 0
              ? html`<button
                  type="button"
                  @click=${this.#empty}
                >
                  Empty the list
                </button>`
              : nothing
          }
        </header>
        ${this.heard.length > 0 ? html`<ol>${this.heard.map(line)}</ol>` : html`<p class="about">Nothing yet. Answer something above.</p>`}
      </section>`;
  }

  readonly #empty = (): void => {
    this.heard = [];
  };

  #note(event: Event): void {
    const { target, type } = event;
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const heard: Heard = {
      number: (this.#count += 1),
      name: type,
      from: target instanceof Element ? target.localName : '',
      detail: detail === undefined ? undefined : JSON.stringify(detail, null, 2),
      about: aboutOf(detail),
    };
    this.heard = [heard, ...this.heard].slice(0, KEPT);
  }
}

/** The one thing in a detail that tells it from its neighbours. */
function aboutOf(detail: unknown): string {
  const { path, patch, code, record } = (detail ?? {}) as {
    path?: readonly string[];
    patch?: readonly { op: string; path: string }[];
    code?: string;
    record?: { status?: string };
  };
  if (code) return code;
  if (path) return path.join(' › ');
  if (patch) return patch.map((one) => `${one.op} ${one.path}`).join(', ');
  return record?.status ?? '';
}

const line = ({ number, name, from, detail, about }: Heard): TemplateResult => {
  const words = html`<span class="about">${number}</span><code>${name}</code><span class="about">&lt;${from}&gt; ${about}</span>`;
  return detail === undefined
    ? html`<li class="plain">${words}</li>`
    : html`<li>
        <details>
          <summary>${words}</summary>
          <pre>${detail}</pre>
        </details>
      </li>`;
};

if (!customElements.get('catalogue-event-log')) customElements.define('catalogue-event-log', CatalogueEventLog);

/** Puts the log under a story. */
export const withEventLog: Decorator = (story) => html`<catalogue-event-log>${story()}</catalogue-event-log>`;
