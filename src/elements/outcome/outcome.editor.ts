import type { ReactiveControllerHost } from 'lit';
import { TpAnswerChangeEvent, TpBeforeAnswerChangeEvent } from '../../base/events.js';
import { TextCommit } from '../../base/text-commit.js';
import { answered, UNANSWERED, type Answer } from '../../model/answer.js';
import { edit, valueAt } from '../../model/patch.js';
import type { AnswerChangeDetail, PatchOperation } from '../../schema/events.js';
import type { Entry } from '../../schema/record.js';

/** One thing in an entry that can be changed: where it is, how it is named in events, and how its value reads as an answer. */
export interface EntryField {
  readonly path: readonly (string | number)[];
  readonly name: readonly string[];
  readonly read: (value: unknown) => Answer<unknown>;
  readonly about?: Partial<AnswerChangeDetail> | undefined;
}

/** An entry part as an answer: a list or text that is empty is no answer. */
export const asAnswer = (value: unknown): Answer<unknown> =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? UNANSWERED : answered(value);

/**
 * The entry that an outcome shows, and the one way to change it: ask, change, tell. Words are in the entry at every key and told after a
 * pause; anything else is told at once, after the words that came before it, so that the patches apply in order.
 */
export class OutcomeEditor {
  readonly #host: HTMLElement & ReactiveControllerHost;
  readonly #texts: TextCommit;
  #entry: Entry;
  #told: Entry;

  constructor(host: HTMLElement & ReactiveControllerHost, entry: Entry) {
    this.#host = host;
    this.#texts = new TextCommit(host);
    this.#entry = this.#told = entry;
  }

  get entry(): Entry {
    return this.#entry;
  }

  /** Takes another entry, from the host: nothing is told. */
  load(entry: Entry): void {
    this.#entry = this.#told = entry;
    this.#host.requestUpdate();
  }

  /** Changes a field at once. False: vetoed or nothing new. */
  change(field: EntryField, value: unknown): boolean {
    this.flush();
    if (!this.#put(field, value)) return false;
    this.#tell(field);
    return true;
  }

  /** Changes a field while somebody types. False: vetoed. */
  type(field: EntryField, value: unknown): boolean {
    if (!this.#put(field, value)) return false;
    this.#texts.later(field.name.join('/'), () => {
      this.#tell(field);
    });
    return true;
  }

  /** Tells of typed words now. */
  flush(): void {
    this.#texts.flush();
  }

  #put(field: EntryField, value: unknown): boolean {
    const next = edit(this.#entry, field.path, value);
    if (next.patch.length === 0) return false;
    const before = field.read(valueAt(this.#entry, field.path));
    const detail = this.#detail(field, field.read(value), before, next.patch);
    const allowed = this.#host.dispatchEvent(new TpBeforeAnswerChangeEvent(detail));
    if (allowed) this.#entry = next.value;
    this.#host.requestUpdate();
    return allowed;
  }

  #tell(field: EntryField): void {
    const value = valueAt(this.#entry, field.path);
    const before = field.read(valueAt(this.#told, field.path));
    const next = edit(this.#told, field.path, value);
    if (next.patch.length === 0) return;
    this.#told = next.value;
    this.#host.dispatchEvent(new TpAnswerChangeEvent(this.#detail(field, field.read(value), before, next.patch)));
  }

  #detail(
    field: EntryField,
    answer: Answer<unknown>,
    previous: Answer<unknown>,
    patch: readonly PatchOperation[],
  ): AnswerChangeDetail {
    const { outcomes, id } = this.#entry;
    const outcome = outcomes[0]?.id;
    return {
      v: 1,
      source: 'user',
      path: [outcome ?? id, ...field.name],
      answer,
      previous,
      ...(outcome !== undefined && { outcome }),
      ...field.about,
      patch,
    };
  }
}
