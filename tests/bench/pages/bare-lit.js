// The form in bare Lit: one element per outcome, with native controls in its shadow root and nothing else.
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { OWN_WORDS, QUESTION, SCALE, styles, WAYS_TO_ASK } from './plain-form.js';

class BareOutcome extends LitElement {
  /** @override */
  static styles = unsafeCSS(styles);
  /** @override */
  static properties = { outcome: {}, value: {}, words: {} };

  constructor() {
    super();
    /** @type {import('../globals.js').Outcome | undefined} */
    this.outcome = undefined;
    /** @type {string | undefined} */
    this.value = undefined;
    this.words = '';
  }

  /** @override */
  render() {
    if (this.outcome === undefined) return nothing;
    const { name, description, prompts } = this.outcome;
    return html`<h3>${name}</h3>
      <p>${description}</p>
      <details>
        <summary>${WAYS_TO_ASK}</summary>
        <ul>
          ${prompts.map((prompt) => html`<li>${prompt}</li>`)}
        </ul>
      </details>
      <fieldset>
        <legend>${QUESTION}</legend>
        <div class="options">
          ${SCALE.map(
            ([value, label]) =>
              html`<label
                ><input
                  type="radio"
                  name="scale"
                  value=${value}
                  .checked=${this.value === value}
                  @change=${() => {
                    this.value = value;
                    this.dispatchEvent(new Event('change', { bubbles: true }));
                  }}
                /><span>${label}</span></label
              >`,
          )}
        </div>
      </fieldset>
      <label class="label" for="words">${OWN_WORDS}</label>
      <textarea
        id="words"
        rows="3"
        @input=${(/** @type {{ target: HTMLTextAreaElement }} */ event) => {
          this.words = event.target.value;
        }}
      ></textarea>`;
  }
}
customElements.define('bare-outcome', BareOutcome);

const form = document.createElement('form');
/** @type {BareOutcome[]} */
const elements = [];
for (const outcome of bench.outcomes) elements.push(Object.assign(new BareOutcome(), { outcome }));
form.append(...elements);
form.addEventListener('change', bench.heard);
document.body.append(form);
await elements.at(-1)?.updateComplete;

/** @param {number} index */
export const optionOf = (index) => elements[index]?.renderRoot.querySelectorAll('.options label')[2];
