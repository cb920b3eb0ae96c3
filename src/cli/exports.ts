import { toCsv } from '../interop/csv.js';
import { recordToBundle } from '../interop/fhir/index.js';
import { R5 } from '../interop/fhir/r5.js';
import { toText } from '../interop/text.js';
import { shareRecord } from '../model/share.js';
import { AUDIENCES } from '../schema/codes.js';
import type { OutcomeRecord } from '../schema/record.js';
import { EXIT, UseError, type Command, type Exit, type Given, type Option } from './command.js';
import { readFramework } from './frameworks.js';
import { write } from './input.js';
import type { Io } from './io.js';
import { readRecords } from './records.js';

const shared = {
  audience: {
    type: 'string',
    value: AUDIENCES.join('|'),
    says: 'write only what these may see; without it, everything in the records is written',
  },
  output: { type: 'string', short: 'o', value: '<file>', says: 'write to a file instead of the standard output' },
  force: { type: 'boolean', says: 'overwrite that file if it is there' },
} as const satisfies Readonly<Record<string, Option>>;

const refused =
  'A file may hold one record or a list of them, a folder stands for every .json file in it, and - for the standard input. Records of older versions are read too. When something is wrong with one of the records, it is said with its line and column, and nothing is written.';

async function exportRecords(
  io: Io,
  given: Given,
  make: (records: readonly OutcomeRecord[]) => string | Promise<string>,
): Promise<Exit> {
  const records = await readRecords(io, given.positionals);
  if (!records) return EXIT.problems;
  await write(io, await make(records), given.text('output'), given.has('force'));
  return EXIT.fine;
}

export const csv: Command = {
  name: 'to-csv',
  summary: 'write records as CSV, one row for each rating',
  operands: '<record…>',
  help: [
    'Writes one row for each rating, for a reporting database or a spreadsheet. No column holds anybody’s own words unless --words asks for them. A cell that a spreadsheet would run gets an apostrophe before it.',
    refused,
  ],
  options: {
    words: { type: 'boolean', says: 'also write what people said' },
    bom: { type: 'boolean', says: 'begin with a byte order mark, for Excel' },
    ...shared,
  },
  examples: ['to-csv records/ -o ratings.csv', 'to-csv --audience agencies --bom record.json > ratings.csv'],
  run: (io, given) => {
    const audience = given.oneOf('audience', AUDIENCES);
    const options = { words: given.has('words'), byteOrderMark: given.has('bom'), audience };
    return exportRecords(io, given, (records) => toCsv(records, options));
  },
};

export const text: Command = {
  name: 'to-text',
  summary: 'write records as case notes in plain text',
  operands: '<record…>',
  help: [
    'Writes a note that can be read as it is: who and when, then each thing that matters with the words first. Several records stand one after the other, with a line between them.',
    refused,
  ],
  options: {
    locale: { type: 'string', value: '<tag>', says: 'the language in which dates are written; by default en-GB' },
    ...shared,
  },
  examples: ['to-text record.json', 'to-text --audience family - < record.json'],
  run: (io, given) => {
    const audience = given.oneOf('audience', AUDIENCES);
    const locale = given.text('locale');
    try {
      new Intl.Locale(locale ?? 'en-GB');
    } catch {
      throw new UseError(`--locale cannot be "${String(locale)}".`, 'Write a language tag such as en-GB, gd or pl.');
    }
    return exportRecords(io, given, (records) =>
      records.map((record) => toText(record, { audience, locale })).join(`\n${'*'.repeat(20)}\n\n`),
    );
  },
};

const releases = { R4: undefined, R5 };
const releaseNames = ['R4', 'R5'] as const;

export const fhir: Command = {
  name: 'to-fhir',
  summary: 'write records as FHIR R4 or R5',
  operands: '<record…>',
  help: [
    'Writes each record as a FHIR transaction Bundle: a QuestionnaireResponse that holds all of it, and the Goals, Observations, CarePlan and Provenance that are derived from it. Ids are made of the record’s, so that sending it again updates what is there. One record is printed as JSON; several as NDJSON, one Bundle on each line. Nothing is sent anywhere.',
    refused,
  ],
  options: {
    version: { type: 'string', value: releaseNames.join('|'), says: 'the release of FHIR; by default R4' },
    framework: {
      type: 'string',
      value: '<file or id>',
      says: 'the framework that the form was made of, so that the response fits its Questionnaire',
    },
    base: { type: 'string', value: '<address>', says: 'where canonical addresses begin; by default a URN' },
    ...shared,
  },
  examples: [
    'to-fhir record.json',
    'to-fhir --framework our-framework.json --base https://our.example/fhir records/ -o bundles.ndjson',
  ],
  run: async (io, given) => {
    const version = releases[given.oneOf('version', releaseNames) ?? 'R4'];
    const audience = given.oneOf('audience', AUDIENCES);
    const name = given.text('framework');
    const found = name === undefined ? undefined : await readFramework(io, name);
    if (found === null) return EXIT.problems;
    const options = { base: given.text('base'), framework: found?.framework, version };
    return exportRecords(io, given, (records) => {
      const bundles = records
        .map((record) => (audience ? shareRecord(record, audience) : record))
        .map((record) => recordToBundle(record, options));
      return bundles.length === 1
        ? `${JSON.stringify(bundles[0], null, 2)}\n`
        : bundles.map((bundle) => `${JSON.stringify(bundle)}\n`).join('');
    });
  },
};
