import { loadRecord, findScale } from '../model/index.js';
import { upcast } from '../model/upcast.js';
import {
  hygieneProblems,
  outcomeFramework,
  outcomeRecord,
  parseFramework,
  parseScale,
  pointer,
  ratingScale,
  SCHEMA_VERSION,
  type OutcomeFramework,
  type OutcomeRecord,
  type Parsed,
  type Problem,
} from '../schema/index.js';
import { knownOnly } from '../schema/known.js';
import { catalogue, placesOf } from './catalogue.js';
import { nearest } from './nearest.js';

/** What a file can hold. */
export const KINDS = ['record', 'framework', 'scale', 'strings'] as const;
export type Kind = (typeof KINDS)[number];

/** What was found in a file. Notes are worth a look, and keep nothing from being used. */
export interface Findings {
  readonly kind: Kind | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Editors take from it which schema a file follows. */
const EDITOR_NAME = '$schema';

type Part = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What data looks like, by the names that only one kind has; `null` when it cannot be told. */
export function kindOf(value: unknown): Kind | null {
  // Records may stand in a list, as they come out of a database.
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => kindOf(one) === 'record') ? 'record' : null;
  if (!isObject(value)) return null;
  const has = (name: string): boolean => Object.hasOwn(value, name);
  if (has('schemaVersion') || (has('entries') && has('conversation'))) return 'record';
  if (has('outcomes')) return 'framework';
  if (has('points')) return 'scale';
  return Object.keys(value).some((name) => catalogue.has(name)) ? 'strings' : null;
}

/** Names that no schema has. They are kept and handed on, and nothing here reads them: often a slip of the pen. */
function unknownNames(value: unknown, known: unknown, path: readonly string[]): Problem[] {
  if (Array.isArray(value) && Array.isArray(known))
    return value.flatMap((one, index) => unknownNames(one, known[index], [...path, String(index)]));
  if (!isObject(value) || !isObject(known)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const here = [...path, name];
    if (name === EDITOR_NAME && path.length === 0) return [];
    if (Object.hasOwn(known, name)) return unknownNames(part, known[name], here);
    return [
      {
        code: 'unknown-name',
        path: pointer(here),
        message: `"${name}" is not a name that is known here.`,
        hint: 'It is kept, but nothing reads it. Check how it is written.',
      },
    ];
  });
}

const failed = (parsed: Parsed<unknown>): readonly Problem[] => (parsed.ok ? [] : parsed.problems);

/** Text that most systems cannot store is no reason to refuse a record on the screen; in a file that is to be stored it is. */
const unstorable = (value: unknown): readonly Problem[] =>
  hygieneProblems(value).filter(({ code }) => code === 'text-not-storable');

function checkRecord(value: unknown): Omit<Findings, 'kind'> {
  const problems = [...failed(loadRecord(value)), ...unstorable(value)];
  const found = isObject(value) ? value['schemaVersion'] : undefined;
  if (problems.length > 0 || !isObject(value)) return { problems, notes: [] };
  if (upcast(value) !== value)
    return {
      problems,
      notes: [
        {
          code: 'record-older',
          path: '/schemaVersion',
          message: `The record has the form of ${String(found)}. It is read as ${SCHEMA_VERSION}.`,
          hint: 'Nothing has to be done. A record that is saved again is saved in the new form.',
        },
      ],
    };
  return { problems, notes: unknownNames(value, knownOnly(outcomeRecord, value), []) };
}

function checkRecords(value: unknown): Omit<Findings, 'kind'> {
  if (!Array.isArray(value)) return checkRecord(value);
  const within = (index: number, { path, ...problem }: Problem): Problem => ({ ...problem, path: `/${index}${path}` });
  const each = value.map(checkRecord);
  return {
    problems: each.flatMap(({ problems }, index) => problems.map((problem) => within(index, problem))),
    notes: each.flatMap(({ notes }, index) => notes.map((note) => within(index, note))),
  };
}

function scaleNotes(framework: OutcomeFramework, isScale: (id: string) => boolean): Problem[] {
  const named = [
    { scale: framework.scale, path: '/scale' },
    ...framework.outcomes.map(({ scale }, index) => ({ scale, path: `/outcomes/${index}/scale` })),
  ];
  return named.flatMap(({ scale, path }) =>
    scale === undefined || isScale(scale)
      ? []
      : [
          {
            code: 'scale-unknown',
            path,
            message: `The scale "${scale}" is not one that is shipped, and is not among the files.`,
            hint: 'Register it before the framework is used, or name its file here too.',
          },
        ],
  );
}

function checkFramework(value: unknown, isScale: (id: string) => boolean): Omit<Findings, 'kind'> {
  const parsed = parseFramework(value);
  const problems = [...failed(parsed), ...unstorable(value)];
  if (!parsed.ok) return { problems, notes: [] };
  return {
    problems,
    notes: [...unknownNames(value, knownOnly(outcomeFramework, value), []), ...scaleNotes(parsed.value, isScale)],
  };
}

function checkScale(value: unknown): Omit<Findings, 'kind'> {
  const problems = [...failed(parseScale(value)), ...unstorable(value)];
  return { problems, notes: problems.length > 0 ? [] : unknownNames(value, knownOnly(ratingScale, value), []) };
}

function checkMessage(key: string, message: unknown): { readonly problem?: Problem; readonly note?: Problem } {
  const path = pointer([key]);
  const problem = (code: string, words: string, hint: string): Problem => ({ code, path, message: words, hint });
  const english = catalogue.get(key);
  if (english === undefined) {
    const near = nearest(key, [...catalogue.keys()]);
    return {
      problem: problem(
        'unknown-key',
        `No message has the key "${key}".`,
        near ? `Did you mean "${near}"?` : 'The command "schema strings" prints every key.',
      ),
    };
  }
  if (typeof message !== 'string' || message.trim() === '')
    return {
      problem: problem(
        'message-empty',
        `"${key}" has no words.`,
        'Write a text, or leave the key out: the English stays.',
      ),
    };
  const [ours, theirs] = [placesOf(english), placesOf(message)];
  const strange = theirs.find((name) => !ours.includes(name));
  if (strange !== undefined)
    return {
      problem: problem(
        'unknown-place',
        `"${key}" has {${strange}}, which nothing fills in.`,
        ours.length > 0
          ? `It can have: ${ours.map((name) => `{${name}}`).join(', ')}.`
          : 'It has no places to fill in.',
      ),
    };
  const left = ours.find((name) => !theirs.includes(name));
  return left === undefined
    ? {}
    : { note: problem('place-left-out', `"${key}" leaves out {${left}}.`, `In English: ${english}`) };
}

function checkStrings(value: unknown): Omit<Findings, 'kind'> {
  if (!isObject(value))
    return {
      problems: [
        {
          code: 'strings-invalid',
          path: '',
          message: 'The strings are not an object.',
          hint: 'Write an object with a text for each key: {"scale.clear": "Glan"}.',
        },
      ],
      notes: [],
    };
  const checked = Object.entries(value)
    .filter(([key]) => key !== EDITOR_NAME)
    .map(([key, message]) => checkMessage(key, message));
  const missing = [...catalogue.keys()].filter((key) => !Object.hasOwn(value, key));
  return {
    problems: [...checked.flatMap(({ problem }) => problem ?? []), ...unstorable(value)],
    notes: [
      ...checked.flatMap(({ note }) => note ?? []),
      ...(missing.length === 0
        ? []
        : [
            {
              code: 'strings-missing',
              path: '',
              message: `${missing.length} of ${catalogue.size} messages are not there, such as "${missing[0] ?? ''}".`,
              hint: 'They are shown in English.',
            },
          ]),
    ],
  };
}

/**
 * Looks for everything that is wrong with data.
 *
 * @param as - what it is to be; without it, what it looks like
 * @param isScale - whether a scale of that id is known
 */
export function check(
  value: unknown,
  as?: Kind,
  isScale: (id: string) => boolean = (id) => findScale(id) !== undefined,
): Findings {
  const kind = as ?? kindOf(value);
  switch (kind) {
    case 'record':
      return { kind, ...checkRecords(value) };
    case 'framework':
      return { kind, ...checkFramework(value, isScale) };
    case 'scale':
      return { kind, ...checkScale(value) };
    case 'strings':
      return { kind, ...checkStrings(value) };
    case null:
      return {
        kind,
        problems: [
          {
            code: 'kind-unknown',
            path: '',
            message: 'It cannot be told what this is: it looks like no record, framework, scale or strings file.',
            hint: `Say what it is to be, with --as ${KINDS.join(', --as ')}.`,
          },
        ],
        notes: [],
      };
  }
}

/** The records in checked data: one, or a list of them, in the form of this version. */
export const recordsIn = (value: unknown): readonly OutcomeRecord[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const loaded = loadRecord(one);
    return loaded.ok ? [loaded.value] : [];
  });
