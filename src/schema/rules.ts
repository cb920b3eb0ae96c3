/**
 * Rules that JSON Schema cannot say (uniqueness, references, storable text), and the light check that lets `tp-rating-scale` refuse a
 * broken scale without carrying zod. Pure functions over unknown data: they never throw and never change what they are given.
 */

/** Something that is wrong with data: what, where (a JSON Pointer), and how to mend it. Never holds anybody's words. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** The outcome of reading data: the very same value when it is valid, or everything that is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Data that cannot be used. The message says what is wrong, where, and how to mend it; `problems` holds every finding. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly problems: readonly Problem[];

  /** @param subject - what the data was to be, as a sentence: "This framework cannot be registered." */
  constructor(problems: readonly Problem[], subject = 'The data cannot be used.') {
    const shown = problems
      .slice(0, 3)
      // A hint that several in a row share is said once, behind the last of them.
      .map(
        ({ message, path, hint }, index, all) =>
          message + (path && ` (At ${path}.)`) + (all[index + 1]?.hint === hint ? '' : ` ${hint}`),
      );
    const more = problems.length - shown.length;
    super([subject, ...shown, ...(more > 0 ? [`And ${String(more)} more.`] : [])].join(' '));
    this.problems = Object.freeze([...problems]);
  }
}

/** Deeper than this is refused before anything looks inside. */
export const MAX_DEPTH = 40;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * The first character that databases and other languages cannot store (a lone surrogate, a control character other than tab and line
 * breaks), as an index; −1 when every character can be stored.
 */
export const unstorableAt = (text: string): number =>
  // With the u flag a surrogate matches only where it stands alone.
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/u);

/** Names that change an object's prototype when a careless host merges the data into one of its own. */
export const isHostileKey = (key: string): boolean => /^(__proto__|constructor|prototype)$/.test(key);

export const hostileKey = (key: string, path: string): Problem => ({
  code: 'hostile-key',
  path,
  message: `The name "${key}" is not allowed: it could change how other code behaves.`,
  hint: 'Remove it from the data.',
});

const notJson = (path: string): Problem => ({
  code: 'not-json',
  path,
  message: 'It cannot be written as JSON.',
  hint: 'Pass plain data: objects, lists, text, numbers, true and false.',
});

/** Reads live data of a host. A getter or a proxy of the host's that throws becomes a finding; its own message may hold anybody's words. */
export function readSafely<T>(read: () => Parsed<T>): Parsed<T> {
  try {
    return read();
  } catch {
    return { ok: false, problems: [notJson('')] };
  }
}

/** A value in the form that JSON gives it: a Date, say, writes itself as text. */
const written = (value: unknown, key: string): unknown => {
  const toJSON = typeof value === 'object' && value !== null && (value as { toJSON?: unknown }).toJSON;
  return typeof toJSON === 'function' ? (Reflect.apply(toJSON, value, [key]) as unknown) : value;
};

/** Whether JSON has no form for a value. It would throw, leave the value out, or write a Map and its like as `{}`. */
const hasNoJson = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).length === 0 && !/ (Object|Array)\]$/.test(Object.prototype.toString.call(value))
    : ['function', 'symbol', 'bigint'].includes(typeof value);

/** What makes data unsafe to read or store, whatever it describes: no JSON, hostile keys, too deep, text that cannot be stored. */
export function hygieneProblems(input: unknown): Problem[] {
  const problems: Problem[] = [];
  // An object may be there twice, which JSON can write; each is looked at once. It may not hold itself.
  const seen = new WeakSet<object>();
  const holders = new Set<object>();
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') {
      const at = unstorableAt(value);
      if (at >= 0)
        problems.push({
          code: 'text-not-storable',
          path: pointer(path),
          message: `Character ${String(at + 1)} of this text cannot be stored by most systems.`,
          hint: 'Take that character out, or type it again.',
        });
    } else if (hasNoJson(value) || holders.has(value as object)) {
      problems.push(notJson(pointer(path)));
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      if (path.length >= MAX_DEPTH) {
        problems.push({
          code: 'too-deep',
          path: pointer(path),
          message: `The data goes more than ${String(MAX_DEPTH)} levels deep.`,
          hint: 'Check that the right file was loaded.',
        });
        return;
      }
      const keys = Object.keys(value);
      holders.add(value);
      for (const key of keys) {
        if (isHostileKey(key)) problems.push(hostileKey(key, pointer([...path, key])));
        else visit(value, key, [...path, key]);
      }
      holders.delete(value);
    }
  };
  const visit = (holder: object, key: string, path: readonly string[]): void => {
    try {
      look(written(Reflect.get(holder, key), key), path);
    } catch {
      problems.push(notJson(pointer(path)));
    }
  };
  visit({ '': input }, '', []);
  return problems;
}

/** What keeps data from being read at all. A text that cannot be stored can still be read, shown and mended. */
export const unsafeProblems = (input: unknown): Problem[] =>
  hygieneProblems(input).filter(({ code }) => code !== 'text-not-storable');

const duplicates = (
  items: readonly unknown[],
  keyOf: (item: unknown) => string | undefined,
  where: string,
  what: string,
): Problem[] => {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        code: 'duplicate',
        path: pointer([where, index]),
        message: `Two ${what} have the same id (${key}).`,
        hint: 'Give each its own.',
      },
    ];
  });
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** What keeps a rating scale from being shown or answered. An empty list: it can be used. */
export function scaleProblems(input: unknown): Problem[] {
  const scale = isObject(input) ? input : {};
  const points: readonly unknown[] = Array.isArray(scale['points']) ? scale['points'] : [];
  const wrong = ['id', 'version', 'name'].filter((key) => !isText(scale[key]));
  if (points.length === 0) wrong.push('points');
  const seen = new Set<unknown>();
  points.forEach((point, index) => {
    const { value, label } = isObject(point) ? point : {};
    if (!(Number.isFinite(value) || isText(value)) || seen.has(value)) wrong.push(`points/${String(index)}/value`);
    if (!isText(label)) wrong.push(`points/${String(index)}/label`);
    seen.add(value);
  });
  return wrong.map((path) => ({
    code: 'scale-invalid',
    path: `/${path}`,
    message: `"${path}" of the scale is missing, not usable, or there twice.`,
    hint: 'A scale has id, version, name, and points, each with a label and a value of its own.',
  }));
}

/** What makes a framework contradict itself: the same id twice, an outcome in a category that is not there. */
export function frameworkProblems(framework: {
  readonly categories?: readonly { readonly id: string }[] | undefined;
  readonly outcomes: readonly { readonly id: string; readonly category?: string | undefined }[];
}): Problem[] {
  const idOf = (item: unknown): string | undefined => (item as { id?: string }).id;
  const categories = new Set(framework.categories?.map((category) => category.id));
  return [
    ...duplicates(framework.categories ?? [], idOf, 'categories', 'categories'),
    ...duplicates(framework.outcomes, idOf, 'outcomes', 'outcomes'),
    ...framework.outcomes.flatMap((outcome, index) =>
      outcome.category === undefined || categories.has(outcome.category)
        ? []
        : [
            {
              code: 'unknown-category',
              path: pointer(['outcomes', index, 'category']),
              message: `The outcome "${outcome.id}" is in the category "${outcome.category}", which the framework does not have.`,
              hint: 'Add the category to "categories", or correct the name.',
            },
          ],
    ),
  ];
}
