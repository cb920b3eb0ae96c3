import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import type { OutcomeRecord, TpRecordCompleteEvent } from 'talking-points-elements';
import { Conversation } from './conversation';
import { people, store, type Person } from './people';
import { Safety } from './safety';

@Component({
  selector: 'app-visit',
  imports: [Conversation, ReactiveFormsModule, Safety],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>A visit</h1>
      @for (one of people; track one.id) {
        <button type="button" [attr.aria-pressed]="one === person()" (click)="choose(one)">{{ one.name }}</button>
      }
      <button type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">The conversation</button>
      @if (person(); as person) {
        @if (open()) {
          <tp-conversation
            [framework]="person.framework"
            [subject]="{ id: person.id, name: person.name }"
            [formControl]="control"
            (tp-answer-change)="answered.set($event.detail.path.join(' › '))"
            (tp-record-change)="keep($event.detail.record)"
            (tp-record-complete)="complete($event)"
          ></tp-conversation>
        }
      }
      <p>Answered last: <output aria-label="Answered last">{{ answered() }}</output></p>
      <p>
        Kept here: <output aria-label="Kept here">{{ words() }}</output
        >, <output aria-label="Status">{{ record()?.status }}</output>
      </p>
      <app-safety />
    </main>
  `,
})
export class Visit {
  protected readonly people = people;
  protected readonly person = signal(people[0]);
  protected readonly open = signal(true);
  protected readonly answered = signal('');
  protected readonly control = new FormControl<OutcomeRecord | null>(null);
  readonly #records = signal<readonly OutcomeRecord[]>([]);

  protected readonly record = computed(() => this.#records().find(({ subject }) => subject.id === this.person()?.id));
  protected readonly words = computed(() =>
    this.record()
      ?.entries.map((entry) => entry.narrative?.[0]?.text)
      .join(),
  );

  protected choose(person: Person): void {
    this.person.set(person);
    this.control.setValue(this.record() ?? null);
  }

  /** By its own id, not by the person on the screen: last words may come while somebody else is being opened. */
  protected keep(changed: OutcomeRecord): void {
    this.#records.update((kept) => [...kept.filter(({ id }) => id !== changed.id), changed]);
  }

  protected complete(event: TpRecordCompleteEvent): void {
    event.waitUntil(store(event.detail.record).then(() => this.keep(event.detail.record)));
  }
}
