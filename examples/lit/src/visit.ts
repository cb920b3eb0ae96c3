import 'talking-points-elements/define';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import type {
  OutcomeRecord,
  TpAnswerChangeEvent,
  TpRecordChangeEvent,
  TpRecordCompleteEvent,
} from 'talking-points-elements';
import host from './host.css?inline';
import { people, store, type Person } from './people';
import './safety';

class MyVisit extends LitElement {
  static override styles = unsafeCSS(host);

  static override properties = {
    person: { state: true },
    open: { state: true },
    records: { state: true },
    answered: { state: true },
  };

  declare private person: Person | undefined;
  declare private open: boolean;
  declare private records: readonly OutcomeRecord[];
  declare private answered: string;

  constructor() {
    super();
    this.person = people[0];
    this.open = true;
    this.records = [];
    this.answered = '';
  }

  override render() {
    const { person } = this;
    const record = this.records.find(({ subject }) => subject.id === person?.id);
    return html`
      <h1>A visit</h1>
      ${people.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === person} @click=${() => (this.person = one)}>
            ${one.name}
          </button>`,
      )}
      <button type="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        The conversation
      </button>
      ${
        this.open && person
          ? html`<tp-conversation
              .framework=${person.framework}
              .subject=${{ id: person.id, name: person.name }}
              .record=${record}
              @tp-answer-change=${({ detail }: TpAnswerChangeEvent) => (this.answered = detail.path.join(' › '))}
              @tp-record-change=${({ detail }: TpRecordChangeEvent) => this.#keep(detail.record)}
              @tp-record-complete=${(event: TpRecordCompleteEvent) =>
                event.waitUntil(store(event.detail.record).then(() => this.#keep(event.detail.record)))}
            ></tp-conversation>`
          : nothing
      }
      <p>Answered last: <output aria-label="Answered last">${this.answered}</output></p>
      <p>
        Kept here:
        <output aria-label="Kept here">${record?.entries.map((entry) => entry.narrative?.[0]?.text).join()}</output>,
        <output aria-label="Status">${record?.status}</output>
      </p>
      <my-safety></my-safety>
    `;
  }

  // By its own id, not by the person on the screen: last words may come while somebody else is being opened.
  #keep(changed: OutcomeRecord): void {
    this.records = [...this.records.filter(({ id }) => id !== changed.id), changed];
  }
}

customElements.define('my-visit', MyVisit);
