import { findScale } from '../scales/registry.js';
import { check, kindOf, KINDS, type Kind } from './check.js';
import { EXIT, UseError, type Command, type Exit, type Given } from './command.js';
import { decode, filesOf, nameOf, readBytes } from './input.js';
import { say, sayJson, tell, withProgress, type Io } from './io.js';
import { isMalformed, readJson, type PlacedJson, type PlacedProblem } from './json.js';

/** What was found in one file. */
export interface Report {
  readonly file: string;
  readonly kind: Kind | null;
  readonly valid: boolean;
  readonly problems: readonly PlacedProblem[];
  readonly notes: readonly PlacedProblem[];
}

interface Read {
  readonly file: string;
  readonly json: PlacedJson | PlacedProblem;
}

const otherEncoding: PlacedProblem = {
  code: 'not-utf-8',
  path: '',
  message: 'The file is not written in UTF-8.',
  hint: 'Save it as UTF-8. (Windows PowerShell 5 writes UTF-16 with >; use Out-File -Encoding utf8.)',
  line: 1,
  column: 1,
};

/** Reads a file as JSON with places, or says why it is none. */
export async function readPlaced(io: Io, file: string): Promise<Read> {
  const text = decode(await readBytes(io, file));
  return { file, json: text === null ? otherEncoding : readJson(text) };
}

const inOrder = (a: PlacedProblem, b: PlacedProblem): number => a.line - b.line || a.column - b.column;

export function report({ file, json }: Read, as: Kind | undefined, isScale?: (id: string) => boolean): Report {
  const name = nameOf(file);
  if (isMalformed(json)) return { file: name, kind: as ?? null, valid: false, problems: [json], notes: [] };
  const { kind, problems, notes } = check(json.value, as, isScale);
  const found = [...problems.map((one) => ({ ...one, ...json.placeOf(one.path) })), ...json.duplicates];
  return {
    file: name,
    kind,
    valid: found.length === 0,
    problems: found.sort(inOrder),
    notes: notes.map((one) => ({ ...one, ...json.placeOf(one.path, 'name') })).sort(inOrder),
  };
}

/** One finding as a line that editors and terminals can follow: file, line, column, what, how to mend it, and the code. */
export const lineOf = (file: string, { line, column, message, hint, code }: PlacedProblem, mark = ''): string =>
  `${file}:${line}:${column}: ${mark}${message} ${hint} [${code}]`;

function sayReports(io: Io, reports: readonly Report[], quiet: boolean): void {
  for (const { file, kind, valid, problems, notes } of reports) {
    for (const problem of problems) say(io, lineOf(file, problem));
    if (quiet) continue;
    for (const note of notes) say(io, lineOf(file, note, 'Note: '));
    if (valid) say(io, `${file}: a valid ${kind === 'strings' ? 'strings file' : String(kind)}.`);
  }
  const wrong = reports.filter(({ valid }) => !valid).length;
  if (reports.length > 1) say(io, `${reports.length} files, ${wrong === 0 ? 'all valid' : `${wrong} with problems`}.`);
}

async function run(io: Io, given: Given): Promise<Exit> {
  const as = given.oneOf('as', KINDS);
  const files = await filesOf(given.positionals);
  const unread: UseError[] = [];
  const read = await withProgress(io, 'Reading', files, nameOf, (file) =>
    readPlaced(io, file).catch((error: unknown) => {
      if (!(error instanceof UseError)) throw error;
      unread.push(error);
      return null;
    }),
  );
  const there = read.filter((one) => one !== null);
  // Scales that are checked together with the framework that names them.
  const scales = new Set(
    there.flatMap(({ json }) =>
      !isMalformed(json) && kindOf(json.value) === 'scale' ? [(json.value as { id?: unknown }).id] : [],
    ),
  );
  const isScale = (id: string): boolean => scales.has(id) || findScale(id) !== undefined;
  const reports = await withProgress(
    io,
    'Checking',
    there,
    ({ file }) => nameOf(file),
    (one) => report(one, as, isScale),
  );
  const isFine = reports.every(({ valid }) => valid);
  if (given.has('json')) sayJson(io, { valid: isFine && unread.length === 0, files: reports });
  else sayReports(io, reports, given.has('quiet'));
  for (const { message, hint } of unread) tell(io, `${message} ${hint}`);
  if (unread.length > 0) return EXIT.use;
  return isFine ? EXIT.fine : EXIT.problems;
}

export const validate: Command = {
  name: 'validate',
  summary: 'check framework, scale, strings and record files',
  operands: '<file…>',
  help: [
    'Checks that files can be used, and says of each problem the file, the line and the column, what is wrong and how to mend it. What a file is, is told by what is in it: a record of a conversation (or a list of them), a framework, a rating scale, or a strings file with the words of the screen. A folder stands for every .json file in it, and - for the standard input.',
    'Notes are worth a look, but nothing is wrong with the file: a name that nothing reads, a scale that has to be registered, messages that stay English.',
  ],
  options: {
    as: { type: 'string', value: KINDS.join('|'), says: 'what the files are to be, instead of what they look like' },
    json: {
      type: 'boolean',
      says: 'print the findings as JSON: {valid, files: [{file, kind, valid, problems, notes}]}',
    },
    quiet: { type: 'boolean', short: 'q', says: 'print problems alone' },
  },
  examples: ['validate our-framework.json our-scale.json', 'validate --as strings gd.json', 'validate --json records/'],
  run,
};
