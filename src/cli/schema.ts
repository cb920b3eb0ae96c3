import { readFile } from 'node:fs/promises';
import { schemas } from '../schema/index.js';
import { stringPackSchema } from './catalogue.js';
import { EXIT, UseError, type Command, type Exit, type Given } from './command.js';
import { say, sayJson, type Io } from './io.js';
import { nearest } from './nearest.js';

const shortNames: Readonly<Record<string, string>> = {
  record: 'outcome-record',
  framework: 'outcome-framework',
  scale: 'rating-scale',
  strings: 'string-pack',
};
const names = [...Object.keys(schemas), 'string-pack'];
const drafts = ['2020-12', '07'] as const;

const list = (): string =>
  [
    'Schemas that "schema <name>" prints:',
    '',
    ...names.map((name) => {
      const short = Object.entries(shortNames).find(([, long]) => long === name)?.[0];
      return `  ${name}${short ? ` (or: ${short})` : ''}`;
    }),
  ].join('\n');

async function run(io: Io, given: Given): Promise<Exit> {
  const draft = given.oneOf('draft', drafts) ?? '2020-12';
  const [wanted, ...more] = given.positionals;
  if (more.length > 0) throw new UseError('More than one schema was asked for.', 'Ask for one at a time.');
  if (wanted === undefined) {
    say(io, list());
    return EXIT.fine;
  }
  const name = shortNames[wanted] ?? wanted;
  if (!names.includes(name)) {
    const near = nearest(wanted, [...names, ...Object.keys(shortNames)]);
    throw new UseError(
      `There is no schema "${wanted}".`,
      near ? `Did you mean "${near}"?` : `There are: ${names.join(', ')}.`,
    );
  }
  if (name === 'string-pack') sayJson(io, stringPackSchema());
  else {
    const folder = draft === '07' ? 'draft-07/' : '';
    io.stdout.write(await readFile(new URL(`../schemas/${folder}${name}.schema.json`, import.meta.url), 'utf8'));
  }
  return EXIT.fine;
}

export const schema: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of a kind of data',
  operands: '[name]',
  help: [
    'Prints a JSON Schema, for checking data in C#, Java or Python, and for editors. Without a name it lists what there is: beside records, frameworks, rating scales and strings files, the details of the events.',
    'A JSON Schema cannot say everything that "validate" checks, such as two outcomes with one id.',
  ],
  options: {
    draft: { type: 'string', value: drafts.join('|'), says: 'which draft of JSON Schema; by default 2020-12' },
  },
  examples: ['schema', 'schema framework', 'schema record --draft 07 > record.schema.json'],
  run,
};
