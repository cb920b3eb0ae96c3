import type { LitElement } from 'lit';
import { TpRecordConflictEvent } from '../../base/events.js';
import { readRecords } from '../../base/read-records.js';
import type { RecordConflict } from '../../model/conflict.js';
import type { OutcomeRecord } from '../../schema/record.js';
import type { TpRecordConflict } from '../record-conflict/record-conflict.js';
import { createBeside } from './conversation.children.js';

type Spoken = Pick<TpRecordConflict, 'strings' | 'locale'>;

/** What somebody else has stored in the meantime. Nothing is overwritten: it is told, and shown where the page has the element for it. */
export class Conflict {
  /** What is in the page to settle it, from this copy of the library or another. */
  element: HTMLElement | undefined;
  /** What the host held when it last refused. */
  theirs: OutcomeRecord | undefined;

  /** Shows and tells it, or says why it cannot. */
  meet(
    host: LitElement & Spoken,
    { record, base }: RecordConflict,
    mine: OutcomeRecord,
    known: OutcomeRecord | undefined,
  ): Error | undefined {
    const {
      records: [theirs],
      problems,
    } = readRecords(record, 'record');
    if (!theirs || theirs.subject.id !== mine.subject.id)
      return new Error(problems[0]?.message ?? 'it is about another person');
    this.theirs = theirs;
    const { strings, locale, shadowRoot } = host;
    // Drawn before what is in its slot, which takes the focus.
    host.requestUpdate();
    if (!this.element) {
      const made = createBeside(host, 'record-conflict');
      // The page may have registered the elements without this one. A second time, what is asked about is still what was written here first:
      // nothing of it gets out of reach.
      if ('settle' in made) this.element = Object.assign(made, { slot: 'conflict', mine, base: base ?? known });
    }
    if (this.element) {
      host.append(Object.assign(this.element, { theirs, strings, locale }));
      if (shadowRoot?.activeElement) this.element.focus();
    }
    host.dispatchEvent(new TpRecordConflictEvent({ v: 1, source: 'host', mine, theirs }));
    return undefined;
  }

  /** It is settled, or no longer of interest. */
  clear(): void {
    this.element?.remove();
    this.element = undefined;
  }
}
