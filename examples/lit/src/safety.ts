import { html, LitElement, unsafeCSS } from 'lit';
import type { TpRatingScale } from 'talking-points-elements';
import host from './host.css?inline';

/** One question in a form of your own. */
class MySafety extends LitElement {
  static override styles = unsafeCSS(host);
  static override properties = { safe: { state: true }, sent: { state: true } };

  declare private safe: TpRatingScale['value'];
  declare private sent: string;

  constructor() {
    super();
    this.safe = null;
    this.sent = '';
  }

  override render() {
    return html`
      <form @submit=${this.#send}>
        <tp-rating-scale
          name="safe"
          scale="frequency-4"
          label="How much of the time do you feel safe?"
          .value=${this.safe}
          @tp-answer-change=${this.#take}
        ></tp-rating-scale>
        <button>Send</button>
        <button type="button" @click=${() => (this.safe = 'most')}>As last time</button>
        <p>Sent: <output aria-label="Sent">${this.sent}</output></p>
      </form>
    `;
  }

  #take(event: Event & { readonly currentTarget: TpRatingScale }): void {
    this.safe = event.currentTarget.value;
  }

  #send(event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)];
    this.sent = fields.map(([name, value]) => `${name}=${value}`).join('&') || 'nothing';
  }
}

customElements.define('my-safety', MySafety);
