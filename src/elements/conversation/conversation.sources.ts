import { readJson } from '../../base/json-property.js';
import { findFramework } from '../../frameworks/registry.js';
import { findScale } from '../../scales/registry.js';
import type { PatchOperation } from '../../schema/events.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import { parseFramework, parseScale, type Parsed } from '../../schema/parse.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import type { Problem } from '../../schema/rules.js';
import type { RatingScale } from '../../schema/scale.js';
import type { OutcomeContext } from '../outcome/outcome.js';

const sound = new WeakSet<object>();

/** A framework by id, as an object or as JSON text, once it was found to be sound. */
export function readFramework(given: unknown): Parsed<OutcomeFramework> {
  const read = readJson(given, 'framework');
  if (read.problems) return { ok: false, problems: read.problems };
  const { value } = read;
  if (typeof value !== 'string') {
    if (typeof value === 'object' && value !== null && sound.has(value))
      return { ok: true, value: value as OutcomeFramework };
    const parsed = parseFramework(value);
    if (parsed.ok) sound.add(parsed.value);
    return parsed;
  }
  const found = findFramework(value);
  if (found) return { ok: true, value: found };
  const problem: Problem = {
    code: 'framework-unknown',
    path: '',
    message: `There is no framework “${value}”.`,
    hint: 'Register it with registerFramework(), pass the framework itself, or use the id of one that is shipped.',
  };
  return { ok: false, problems: [problem] };
}

/** A page's own scales, as a list or as JSON text. */
export function readScales(given: unknown): Parsed<readonly RatingScale[]> {
  const read = readJson(given, 'scales');
  if (read.problems) return { ok: false, problems: read.problems };
  const scales = read.value ?? [];
  if (!Array.isArray(scales))
    return {
      ok: false,
      problems: [
        { code: 'scale-invalid', path: '', message: '"scales" is not a list.', hint: 'Pass a list of rating scales.' },
      ],
    };
  const problems = scales.flatMap((scale, index) => {
    const parsed = parseScale(scale);
    return parsed.ok
      ? []
      : parsed.problems.map((problem) => ({ ...problem, path: `/${String(index)}${problem.path}` }));
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: scales as RatingScale[] };
}

/** Where a conversation finds its scales: the page's own, the registered ones, and those that the record brought along. */
export class ScaleSource {
  own: readonly RatingScale[] = [];
  recorded: readonly RatingScale[] = [];

  readonly find = (ref: string): RatingScale | undefined => {
    const [id, version] = ref.split('@');
    const fits = (scale: RatingScale): boolean =>
      scale.id === id && (version === undefined || scale.version === version);
    return this.own.find(fits) ?? findScale(ref) ?? this.recorded.find(fits);
  };
}

/** What puts the scales that an entry's answers refer to into the record, unless it holds them already. */
export function scalesToAdd(
  entry: Entry,
  record: OutcomeRecord,
  find: (ref: string) => RatingScale | undefined,
  shown: RatingScale | undefined,
): readonly PatchOperation[] {
  const found = new Map<string, RatingScale>();
  for (const { scale } of [...(entry.ratings ?? []), ...(entry.importance ?? [])]) {
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
