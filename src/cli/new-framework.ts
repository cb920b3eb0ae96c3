import { createInterface } from 'node:readline/promises';
import { findScale, registeredScales } from '../model/index.js';
import { parseFramework } from '../schema/parse.js';
import { EXIT, UseError, type Command, type Exit, type Given } from './command.js';
import { write } from './input.js';
import { plain, tell, type Io } from './io.js';

const DEFAULT_SCALE = 'frequency-4';

/** An id out of a name; empty where nothing of the name is in the Latin alphabet. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** Ids for names, no two the same: records point at them. */
function idsFor(names: readonly string[], otherwise: string): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = slug(name) || `${otherwise}-${index + 1}`;
    let id = wanted;
    for (let again = 2; taken.has(id); again++) id = `${wanted}-${again}`;
    taken.add(id);
    return id;
  });
}

interface Answers {
  readonly name: string;
  readonly outcomes: readonly string[];
  readonly scale: string;
}

async function askOutcomes(io: Io, question: (words: string) => Promise<string>): Promise<readonly string[]> {
  tell(io, 'Which outcomes are there to talk about? One on each line, in plain words; an empty line ends the list.');
  const outcomes: string[] = [];
  let outcome: string;
  do {
    outcome = await question(`${outcomes.length + 1}. `);
    if (outcome !== '') outcomes.push(outcome);
  } while (outcome !== '' || outcomes.length === 0);
  return outcomes;
}

/** Asks in the terminal for what was not given. The questions go to the standard error, so that the framework alone is on the standard output. */
async function ask(io: Io, given: Given): Promise<Answers> {
  const lines = createInterface({ input: io.stdin });
  const answers = lines[Symbol.asyncIterator]();
  const question = async (words: string): Promise<string> => {
    io.stderr.write(plain(words));
    const { value, done } = await answers.next();
    if (done) throw new UseError('The questions were not answered to the end.', 'Nothing was written. Start again.');
    return value.trim();
  };
  try {
    let name = given.text('name') ?? '';
    while (name === '') name = await question('What is the framework called? ');
    const outcomes = given.texts('outcome').length > 0 ? given.texts('outcome') : await askOutcomes(io, question);
    const known = [...new Set(registeredScales().map(({ id }) => id))].join(', ');
    const scale = given.text('scale') ?? (await question(`Which scale? (${known}; or Enter for ${DEFAULT_SCALE}) `));
    return { name, outcomes, scale: scale || DEFAULT_SCALE };
  } finally {
    lines.close();
  }
}

function fromFlags(given: Given): Answers {
  const { name, outcomes, scale } = {
    name: given.text('name')?.trim(),
    outcomes: given.texts('outcome'),
    scale: given.text('scale'),
  };
  const missing = [...(name ? [] : ['--name']), ...(outcomes.length > 0 ? [] : ['--outcome'])];
  if (!name || missing.length > 0)
    throw new UseError(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
      'Write: new-framework --name "What matters in Strathmorn" --outcome "Seeing people" --outcome "Feeling safe". In a terminal it asks.',
    );
  return { name, outcomes, scale: scale ?? DEFAULT_SCALE };
}

async function run(io: Io, given: Given): Promise<Exit> {
  if (given.positionals.length > 0)
    throw new UseError(
      `"${String(given.positionals[0])}" stands alone.`,
      'Name the file with --output, the framework with --name.',
    );
  const isComplete = given.text('name') !== undefined && given.texts('outcome').length > 0;
  const { name, outcomes, scale } = io.stdin.isTTY && !isComplete ? await ask(io, given) : fromFlags(given);
  const id = given.text('id') ?? (slug(name) || 'framework');
  const ids = idsFor(outcomes, 'outcome');
  const framework = {
    id,
    version: '1',
    name,
    language: given.text('language') ?? 'en-GB',
    scale,
    outcomes: outcomes.map((outcome, index) => ({ id: ids[index], name: outcome.trim() })),
  };
  const parsed = parseFramework(framework);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new UseError(`That makes no valid framework. ${first?.message ?? ''}`, first?.hint ?? '');
  }
  const file = given.text('output') ?? `${id}.framework.json`;
  await write(io, `${JSON.stringify(framework, null, 2)}\n`, file, given.has('force'));
  if (findScale(scale) === undefined)
    tell(
      io,
      `Note: the scale "${scale}" is not one that is shipped. Register it with registerScale before the framework.`,
    );
  if (file !== '-')
    tell(
      io,
      `${file} is written. Next: give each outcome a "description" and "prompts" (ways to ask), check it with "validate ${file}", and register it with registerFramework.`,
    );
  return EXIT.fine;
}

export const newFramework: Command = {
  name: 'new-framework',
  summary: 'write the first file of a framework of your own',
  operands: '',
  help: [
    'Writes a small valid framework: a name, and the outcomes to talk about. In a terminal it asks for what is not given. Ids are made of the names; they are stored in records and never shown, so they stay as they are when a name changes later.',
    'A file that is there already is left as it is, unless --force says otherwise.',
  ],
  options: {
    name: { type: 'string', value: '<name>', says: 'what the framework is called' },
    outcome: { type: 'string', multiple: true, value: '<name>', says: 'an outcome; give it once for each' },
    scale: { type: 'string', value: '<id>', says: `the scale for how things are now; by default ${DEFAULT_SCALE}` },
    language: { type: 'string', value: '<tag>', says: 'the language of the names; by default en-GB' },
    id: { type: 'string', value: '<id>', says: 'its id; by default made of the name' },
    output: {
      type: 'string',
      short: 'o',
      value: '<file>',
      says: 'the file, - for the standard output; by default <id>.framework.json',
    },
    force: { type: 'boolean', says: 'overwrite the file if it is there' },
  },
  examples: [
    'new-framework',
    'new-framework --name "What matters in Strathmorn" --outcome "Seeing people" --outcome "Feeling safe"',
  ],
  run,
};
