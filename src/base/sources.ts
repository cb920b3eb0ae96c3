import { findFramework } from '../frameworks/registry.js';
import { findScale } from '../scales/registry.js';
import type { OutcomeFramework } from '../schema/framework.js';
import { parseFramework, parseScale, type Parsed } from '../schema/parse.js';
import type { Problem } from '../schema/rules.js';
import type { RatingScale } from '../schema/scale.js';
import { readJson } from './json-property.js';

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

/** Where records find their scales: the page's own, the registered ones, and those that the record brought along. */
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
