import { diffFrameworks, type FrameworkChange, type FrameworkChangeCode } from '../model/diff-frameworks.js';
import { EXIT, UseError, type Command, type Exit, type Given } from './command.js';
import { readFramework, readScales, type GivenFramework } from './frameworks.js';
import { say, sayJson, type Io } from './io.js';

type Sentence = (change: FrameworkChange) => string;
const quoted = (text: string | null): string => (text === null ? 'nothing' : `“${text}”`);
const fromTo: Sentence = ({ from, to }) => `from ${quoted(from)} to ${quoted(to)}`;
const it: Sentence = ({ id }) => `The outcome "${String(id)}"`;
const field: Sentence = ({ path }) => path.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';

/** What has changed, and what to do about it where it matters. */
const words: Readonly<Record<FrameworkChangeCode, readonly [what: Sentence, mend: string]>> = {
  'framework-id': [
    (change) => `The framework's id changes ${fromTo(change)}: no outcome is matched with those of before.`,
    'Keep the id, and give it a new version.',
  ],
  'version-reused': [
    ({ from }) => `Both are version ${String(from)}, and they are not the same: records point at that version.`,
    'Give the newer one a new version.',
  ],
  'version-not-higher': [
    (change) =>
      `The version changes ${fromTo(change)}, which is not higher: whoever asks for the newest still gets the older framework.`,
    'Give the newer one a higher version, or exchange the two files.',
  ],
  'outcome-removed': [
    (change) =>
      `${it(change)} (${quoted(change.from)}) is gone: what was answered to it has nothing beside it from now on.`,
    'Keep it, if people will want to look back at it.',
  ],
  'outcome-id': [
    (change) => `${it(change)} is now "${String(change.to)}": the two are not matched.`,
    'Keep the old id. Ids are not shown to anybody.',
  ],
  'framework-scale': [
    (change) =>
      `The framework's scale changes ${fromTo(change)}: answers on the two are not compared, also for what people name themselves.`,
    'Keep the scale. If answers on both mean the same, say so with "comparableWith" in the scale, and hand it in with --scale.',
  ],
  'outcome-scale': [
    (change) => `The scale of "${String(change.id)}" changes ${fromTo(change)}: answers on the two are not compared.`,
    'Keep the scale. If answers on both mean the same, say so with "comparableWith" in the scale, and hand it in with --scale.',
  ],
  'outcome-direction': [
    (change) =>
      `Which way is better for "${String(change.id)}" changes ${fromTo(change)}: earlier changes read otherwise.`,
    'Keep the direction, or make it a new outcome.',
  ],
  'outcome-name': [
    (change) =>
      `${it(change)} is renamed ${fromTo(change)}: answers of before were given to other words, and are still compared.`,
    'If it is another question, give it a new id.',
  ],
  'outcome-easy-name': [
    (change) => `The easy words of "${String(change.id)}" change ${fromTo(change)}: some people answered those.`,
    'If it is another question, give it a new id.',
  ],
  'framework-language': [
    (change) => `The language changes ${fromTo(change)}: a translation may ask something else.`,
    'Let somebody who speaks both compare the questions.',
  ],
  'outcome-added': [(change) => `${it(change)} (${quoted(change.to)}) is new: it has no earlier answers.`, ''],
  'scale-comparable': [(change) => `The scale changes ${fromTo(change)}, which is said to mean the same.`, ''],
  'outcome-spelling': [(change) => `The name of "${String(change.id)}" is written otherwise, ${fromTo(change)}.`, ''],
  'outcome-category': [
    (change) => `The category of "${String(change.id)}" changes ${fromTo(change)}: counts by category differ.`,
    '',
  ],
  'outcome-details': [(change) => `The ${field(change)} of "${String(change.id)}" changes.`, ''],
  'outcome-order': [() => 'The outcomes stand in another order.', ''],
  'category-removed': [(change) => `The category "${String(change.id)}" (${quoted(change.from)}) is gone.`, ''],
  'category-added': [(change) => `The category "${String(change.id)}" (${quoted(change.to)}) is new.`, ''],
  'category-details': [(change) => `The ${field(change)} of the category "${String(change.id)}" changes.`, ''],
  'framework-details': [(change) => `The framework's ${field(change)} changes.`, ''],
};

const headings = {
  breaks: 'Breaks comparison: answers of before are not set beside answers from now on',
  'reads-otherwise': 'Reads otherwise: still compared, but somebody has to say that it is the same question',
  none: 'Nothing about comparing',
} as const;

async function run(io: Io, given: Given): Promise<Exit> {
  const [from, to, ...more] = given.positionals;
  if (from === undefined || to === undefined || more.length > 0)
    throw new UseError('Two frameworks are needed, the older one first.', 'Write: diff old.json new.json');
  const older = await readFramework(io, from);
  const newer = await readFramework(io, to);
  const findScale = await readScales(io, given.texts('scale'));
  if (!older || !newer || !findScale) return EXIT.problems;
  const { effect, changes } = diffFrameworks(older.framework, newer.framework, { findScale });
  const told = changes.map((change) => {
    const where: GivenFramework = change.side === 'older' ? older : newer;
    const [what, hint] = words[change.code];
    return { ...change, file: where.name, ...where.placeOf(change.path), message: what(change), hint };
  });
  const fails = effect === 'breaks' || (effect === 'reads-otherwise' && !given.has('accept-wording'));
  if (given.has('json')) sayJson(io, { comparable: !fails, effect, changes: told });
  else {
    for (const [kind, heading] of Object.entries(headings)) {
      const those = told.filter((change) => change.effect === kind);
      if (those.length === 0) continue;
      say(io, `${heading}:`);
      for (const { file, line, column, message, hint, code } of those)
        say(
          io,
          `  ${file}${line === undefined ? '' : `:${line}:${String(column)}`}: ${message}${hint && ` ${hint}`} [${code}]`,
        );
      say(io, '');
    }
    if (changes.length === 0) say(io, 'Nothing differs but the version.');
    else
      say(
        io,
        fails
          ? 'Records of the two versions cannot simply be compared.'
          : 'Records of the two versions can be compared.',
      );
  }
  return fails ? EXIT.problems : EXIT.fine;
}

export const diff: Command = {
  name: 'diff',
  summary: 'tell what breaks comparison between two versions of a framework',
  operands: '<old> <new>',
  help: [
    'Tells what has changed from one version of a framework to the next, and what that does to comparing records that were made with the one and with the other: outcomes that are gone or have another id, other scales, names in other words. Each is a file, or the id of a framework that is shipped.',
    'Ends with 1 when something breaks comparison, or when answers would be compared that were given to other words; with --accept-wording only for the first.',
  ],
  options: {
    scale: {
      type: 'string',
      multiple: true,
      value: '<file>',
      says: 'a scale of your own that one of the two uses; may be given several times',
    },
    'accept-wording': {
      type: 'boolean',
      says: 'somebody has looked at what reads otherwise, and it is the same questions',
    },
    json: { type: 'boolean', says: 'print the changes as JSON: {comparable, effect, changes}' },
  },
  examples: [
    'diff our-framework-1.json our-framework-2.json',
    'diff talking-points-community ours.json --scale our-scale.json',
  ],
  run,
};
