import type { ReactiveControllerHost } from 'lit';
import { TpRecordChangeEvent } from '../../base/events.js';
import { TextCommit } from '../../base/text-commit.js';
import { copyOf, deepFreeze } from '../../model/freeze.js';
import { loadRecord } from '../../model/load.js';
import { applyPatch, edit, editAll, valueAt } from '../../model/patch.js';
import type { PatchOperation } from '../../schema/events.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { Problem } from '../../schema/rules.js';

type Path = readonly (string | number)[];

/**
 * The record of a conversation, and the one way to change it. Each change is told once, as the whole record and as a patch against the
 * record that was told before.
 */
export class RecordKeeper {
  readonly #host: HTMLElement & ReactiveControllerHost;
  readonly #texts: TextCommit;
  readonly #also: (record: OutcomeRecord) => readonly PatchOperation[];
  #record: OutcomeRecord | undefined;
  #told: OutcomeRecord | undefined;
  #refused: 'unreadable' | 'newer' | undefined;

  /** @param also - what else has to be in the record once something is recorded in it */
  constructor(host: HTMLElement & ReactiveControllerHost, also: (record: OutcomeRecord) => readonly PatchOperation[]) {
    this.#host = host;
    this.#also = also;
    this.#texts = new TextCommit(host);
  }

  get record(): OutcomeRecord | undefined {
    return this.#record;
  }

  /** The record as the host was told of it last. */
  get told(): OutcomeRecord | undefined {
    return this.#told;
  }

  /** Why the record that the host set last is not shown. */
  get refused(): 'unreadable' | 'newer' | undefined {
    return this.#refused;
  }

  /** Takes another record, from the host: nothing is told. */
  load(record: OutcomeRecord | undefined): void {
    this.#record = this.#told = record;
    this.#host.requestUpdate();
  }

  /**
   * Takes a record of this or an older version, or says why it cannot. A copy: nobody's later change reaches it.
   *
   * @param begun - the record with nothing in it
   */
  open(given: unknown, begun: OutcomeRecord | undefined): readonly Problem[] {
    this.#refused = undefined;
    if (given === undefined || given === null) {
      this.load(undefined);
      return [];
    }
    // Given back as it was begun: the host may still say whose it is.
    if (given === begun) {
      this.load(begun);
      return [];
    }
    const copy = copyOf(given);
    const loaded = copy.ok ? loadRecord(copy.value) : copy;
    if (loaded.ok) {
      this.load(deepFreeze(loaded.value));
      return [];
    }
    this.#refused = loaded.problems[0]?.code === 'record-newer' ? 'newer' : 'unreadable';
    // What is being recorded stays: a record that cannot be read takes nobody's place. An empty one would look as if all were lost.
    if (this.#record === begun) this.load(undefined);
    return loaded.problems;
  }

  /** Goes on with another version of the record, and tells so: the change is the parts in which they differ. */
  become(next: OutcomeRecord): void {
    this.flush();
    if (!this.#record) return;
    const keys = Object.keys({ ...this.#record, ...next }) as (keyof OutcomeRecord)[];
    const { value, patch } = editAll(
      this.#record,
      keys.map((key) => [[key], next[key]] as const),
    );
    this.#tell(value, patch);
  }

  /** Changes several places at once, as one change. */
  change(...edits: readonly (readonly [Path, unknown])[]): void {
    this.flush();
    if (!this.#record) return;
    const { value, patch } = editAll(this.#record, edits);
    this.#tell(value, patch);
  }

  /** Changes a text while somebody types. */
  type(path: Path, value: unknown): void {
    if (!this.#record) return;
    this.#record = edit(this.#record, path, value).value;
    this.#host.requestUpdate();
    this.#texts.later(path.join('/'), () => {
      if (!this.#told) return;
      const next = edit(this.#told, path, valueAt(this.#record, path));
      this.#tell(next.value, next.patch);
    });
  }

  /** Applies a patch that an outcome has told. */
  apply(patch: readonly PatchOperation[]): void {
    this.flush();
    if (this.#record) this.#tell(applyPatch(this.#record, patch), patch);
  }

  /** Tells of typed words now. */
  flush(): void {
    this.#texts.flush();
  }

  #tell(record: OutcomeRecord, patch: readonly PatchOperation[]): void {
    if (patch.length === 0) return;
    const also = this.#also(record);
    const next = applyPatch(record, also);
    this.#record = this.#told = next;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(
      new TpRecordChangeEvent({ v: 1, source: 'user', record: next, patch: [...patch, ...also] }),
    );
  }
}
