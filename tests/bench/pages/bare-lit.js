// The form in bare Lit: one element per outcome, with native controls in its shadow root and nothing else.
import { html, LitElement, unsafeCSS } from 'lit';
import { OWN_WORDS, QUESTION, SCALE, styles, WAYS_TO_ASK } from './plain-form.js';

class BareOutcome extends LitElement {
  static styles = unsafeCSS(styles);
  static properties = { outcome: {}, value: {}, words: {} };

  render() {
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
        @input=${(event) => {
          this.words = event.target.value;
        }}
      ></textarea>`;
  }
}
customElements.define('bare-outcome', BareOutcome);

const form = document.createElement('form');
for (const outcome of bench.outcomes) form.append(Object.assign(document.createElement('bare-outcome'), { outcome }));
form.addEventListener('change', bench.heard);
document.body.append(form);
await form.lastElementChild.updateComplete;

/** @param {number} index */
export const optionOf = (index) => form.children[index].renderRoot.querySelectorAll('.options label')[2];
