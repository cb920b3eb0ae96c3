import { readFramework } from '../../base/sources.js';
import type { Perspective } from '../../schema/codes.js';
import type { PatchOperation } from '../../schema/events.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import type { Problem } from '../../schema/rules.js';
import type { RatingScale } from '../../schema/scale.js';
import type { OutcomeContext } from '../outcome/outcome.context.js';

/** Whose views can be given where the host does not say. */
export const ASKED: readonly Perspective[] = ['person', 'carer', 'practitioner', 'proxy-own', 'proxy-for-person'];

/** The framework of a conversation: the one it was given, else that of its record. */
export class FrameworkSource {
  used: OutcomeFramework | undefined;

  /** Finds it, or says why it cannot be found. */
  read(given: unknown, recorded: OutcomeRecord['framework'] | undefined): readonly Problem[] {
    const wanted = given ?? (recorded && `${recorded.id}@${recorded.version}`);
    if (wanted === undefined) return [];
    const read = readFramework(wanted);
    const found = read.ok ? read.value : undefined;
    // One that is given as text is another object each time.
    if (found !== this.used && JSON.stringify(found) !== JSON.stringify(this.used)) this.used = found;
    // A record explains itself: without its framework it is still shown, in the words of its day.
    return read.ok || given === undefined ? [] : read.problems;
  }
}

/** What puts the scales that an entry's answers refer to into the record, unless it holds them already. */
export function scalesToAdd(
  entry: Entry,
  record: OutcomeRecord,
  find: (ref: string) => RatingScale | undefined,
  shown: RatingScale | undefined,
): readonly PatchOperation[] {
  const found = new Map<string, RatingScale>();
  for (const { scale } of [...(entry.ratings ?? []), ...(entry.importance ?? []), ...(entry.change ?? [])]) {
    const ref = `${scale.id}@${scale.version}`;
    const held = record.scales.some(({ id, version }) => id === scale.id && version === scale.version);
    const definition = shown?.id === scale.id && shown.version === scale.version ? shown : find(ref);
    if (!held && definition) found.set(ref, definition);
  }
  return [...found.values()].map((value, index) => ({
    op: 'add',
    path: `/scales/${String(record.scales.length + index)}`,
    value,
  }));
}

/** Whether two contexts say the same. */
export const sameContext = (a: OutcomeContext, b: OutcomeContext): boolean =>
  Object.entries(b).every(([key, value]: [string, unknown]) => {
    const old = a[key as keyof OutcomeContext];
    return value === old || (Array.isArray(value) && Array.isArray(old) && value.join() === old.join());
  });

/** Entries about outcomes that the framework does not have. They are kept and shown in the words of their day. */
export function notInFramework(record: OutcomeRecord, framework: OutcomeFramework): readonly Problem[] {
  const known = new Set(framework.outcomes.map(({ id }) => id));
  return record.entries.flatMap(({ outcomes }, index) =>
    outcomes
      .filter(({ framework: of, id }) => of === framework.id && !known.has(id))
      .map(({ id }) => ({
        code: 'outcome-not-in-framework',
        path: `/entries/${String(index)}/outcomes`,
        message: `The record is about the outcome “${id}”, which the framework “${framework.name}” does not have.`,
        hint: 'It is kept and shown as it was recorded. Load the framework’s version of that day to see its prompts.',
      })),
  );
}
