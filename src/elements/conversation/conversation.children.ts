import type { TpAnswerChangeEvent } from '../../base/events.js';
import { deepFreeze } from '../../model/freeze.js';
import { patchBelow } from '../../model/patch.js';
import type { PatchOperation } from '../../schema/events.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import type { OutcomeContext } from '../outcome/outcome.context.js';
import type { TpOutcome } from '../outcome/outcome.js';
import { scalesToAdd } from './conversation.sources.js';

/** An outcome in the page, from this copy of the library or another. */
export type OutcomeElement = HTMLElement & { get entry(): Entry; set entry(entry: Entry | undefined) } & Pick<
    TpOutcome,
    'outcome' | 'usedScale' | 'strings' | 'locale' | 'flush' | 'provide' | 'sayStep'
  >;

/**
 * Keeps one outcome element in the conversation's light DOM for each entry of the record. What the host wrote inside the conversation
 * stays where it is and is used for its outcome; the others are made, in the record's order, after it.
 */
export class OutcomeChildren {
  readonly #host: HTMLElement;
  readonly #made = new Set<OutcomeElement>();
  readonly #byEntry = new Map<string, OutcomeElement>();
  readonly #given = new Map<OutcomeElement, Entry>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The outcomes in the page, in document order. */
  get all(): readonly OutcomeElement[] {
    // Known by what they can do: each copy of the library may have them under a prefix of its own.
    const children = this.#host.children as HTMLCollection | undefined; // A server has none.
    return [...(children ?? [])].filter((child): child is OutcomeElement => 'provide' in child);
  }

  /** The record with what is being typed in the outcomes right now. */
  upToDate(record: OutcomeRecord): OutcomeRecord {
    const entries = record.entries.map((entry) => {
      const child = this.#byEntry.get(entry.id);
      // A child that was not given this version yet has nothing to say about it.
      return child && this.#given.get(child) === entry ? child.entry : entry;
    });
    return entries.every((entry, index) => entry === record.entries[index])
      ? record
      : deepFreeze({ ...record, entries });
  }

  elementFor(entry: Entry): OutcomeElement | undefined {
    return this.#byEntry.get(entry.id);
  }

  /** What a change that an outcome has told changes in the record. Nothing where the outcome is none of this record's. */
  patchOf(
    { target, detail: { patch } }: TpAnswerChangeEvent,
    record: OutcomeRecord,
    find: (ref: string) => RatingScale | undefined,
  ): readonly PatchOperation[] {
    const child = this.all.find((one) => one === target);
    if (!child || !patch) return [];
    const { entry } = child;
    const index = record.entries.findIndex(({ id }) => id === entry.id);
    // An outcome that the host wrote joins with its first change; one that was made for another record does not.
    if (index < 0 && this.#made.has(child)) return [];
    const added = scalesToAdd(entry, record, find, child.usedScale);
    return index < 0
      ? [...added, { op: 'add', path: `/entries/${String(record.entries.length)}`, value: entry }]
      : [...added, ...patchBelow(['entries', index], patch)];
  }

  /** Brings the light DOM in line with the record. */
  sync(record: OutcomeRecord | undefined, context: OutcomeContext): void {
    const entries = record?.entries ?? [];
    const ids = new Set(entries.map(({ id }) => id));
    for (const [id, child] of this.#byEntry)
      if (!ids.has(id) || child.parentElement !== this.#host) {
        this.#byEntry.delete(id);
        if (this.#made.delete(child)) child.remove();
        // The host's own stays for the next record, and must not show this one's words there.
        else child.entry = undefined;
        this.#given.delete(child);
      }
    const taken = new Set(this.#byEntry.values());
    const free = this.all.filter((child) => !this.#made.has(child) && !taken.has(child));
    let last: Element | null = null;
    for (const entry of entries) {
      const child = this.#byEntry.get(entry.id) ?? this.#adopt(entry, free) ?? this.#make();
      this.#byEntry.set(entry.id, child);
      if (this.#made.has(child)) {
        const place: Element | null = last?.nextElementSibling ?? null;
        if (child.parentElement !== this.#host) this.#host.insertBefore(child, last ? place : null);
        else if (last && last.nextElementSibling !== child && this.#made.has(last as OutcomeElement)) last.after(child);
        last = child;
      }
      // Only where the record has changed: the child may hold words that are still being typed.
      if (this.#given.get(child) !== entry && child.entry !== entry) child.entry = entry;
      this.#given.set(child, entry);
    }
    for (const child of this.all) child.provide(context);
  }

  /** Gives the outcomes the conversation's words. What the host gave an outcome itself stays; what was given from here follows. */
  speak(from: Pick<OutcomeElement, 'strings' | 'locale'>, changed: ReadonlyMap<PropertyKey, unknown>): void {
    for (const outcome of this.all)
      for (const name of ['strings', 'locale'] as const)
        if (outcome[name] === undefined || (changed.has(name) && outcome[name] === changed.get(name)))
          Object.assign(outcome, { [name]: from[name] });
  }

  /** Marks the outcomes for the styles, and the one that is shown; −1: none. */
  mark(current: number): void {
    for (const [index, outcome] of this.all.entries()) {
      outcome.toggleAttribute('data-tp-outcome', true);
      outcome.toggleAttribute('data-tp-current', index === current);
    }
  }

  #adopt(entry: Entry, free: OutcomeElement[]): OutcomeElement | undefined {
    const index = free.findIndex((child) => {
      const wanted = typeof child.outcome === 'string' ? child.outcome : child.outcome?.id;
      return wanted !== undefined && entry.outcomes.some(({ id }) => id === wanted);
    });
    return index < 0 ? undefined : free.splice(index, 1)[0];
  }

  #make(): OutcomeElement {
    const child = createBeside(this.#host, 'outcome') as OutcomeElement;
    this.#made.add(child);
    return child;
  }
}

/** Another element of the library: where the host has them under a prefix or in a registry of its own, so it has this one. */
export function createBeside(host: HTMLElement, name: string): HTMLElement {
  const { localName, ownerDocument } = host;
  const registry = (host as { customElementRegistry?: CustomElementRegistry }).customElementRegistry ?? customElements;
  const tag = localName.replace(/[^-]*$/, name);
  const options = { customElementRegistry: registry } as ElementCreationOptions;
  return ownerDocument.createElement(registry.get(tag) ? tag : `tp-${name}`, options);
}
