import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, placesOf } from '../../src/cli/catalogue.js';
import { commands } from '../../src/cli/run.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { recordToBundle } from '../../src/interop/fhir/index.js';
import { R5 } from '../../src/interop/fhir/r5.js';
import { parseFramework } from '../../src/schema/parse.js';
import { cli, folderOf, type Ended } from './cli-run.js';
import { jean } from './interop-samples.js';
import { localScale } from './some-scales.js';

interface Finding {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}
interface Reports {
  readonly valid: boolean;
  readonly files: readonly {
    readonly kind: string | null;
    readonly valid: boolean;
    readonly problems: readonly Finding[];
    readonly notes: readonly Finding[];
  }[];
}

/** What `validate --json` says of one file with this content. */
async function findings(content: unknown, ...args: readonly string[]): Promise<Reports['files'][number]> {
  const { out } = await cli(['validate', '--json', ...args, folderOf({ 'a.json': content })('a.json')]);
  const [file] = (JSON.parse(out) as Reports).files;
  if (!file) throw new Error('Nothing was said of the file.');
  return file;
}
const codes = (found: readonly Finding[]): readonly string[] => found.map(({ code, path }) => `${code} ${path}`);

const framework = {
  id: 'strathmorn',
  version: '1',
  name: 'What matters in Strathmorn',
  outcomes: [
    { id: 'people', name: 'Seeing people' },
    { id: 'safe', name: 'Feeling safe' },
  ],
};

describe('validate', () => {
  it.each([
    ['record', jean],
    ['record', [jean, jean]],
    ['framework', framework],
    ['framework', talkingPointsCommunity],
    ['scale', localScale()],
    ['strings', { 'scale.clear': 'Glan', 'note.title': 'Na tha cudromach' }],
  ])('tells a %s by what is in it, and finds nothing wrong', async (kind, content) => {
    expect(await findings(content)).toMatchObject({ kind, valid: true, problems: [] });
  });

  it('finds a slip by its line and column, and says how to mend it', async () => {
    const file = folderOf({
      'f.json': '{\n  "id": "f",\n  "version": "one",\n  "name": "F",\n  "outcomes": [\n    { "id": "a" }\n  ]\n}',
    })('f.json');
    const { exit, out } = await cli(['validate', file]);
    expect(exit).toBe(1);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/f\.json:3:14: "version" is not in the form .* It has to match .* \[framework-invalid\]$/),
      expect.stringMatching(/f\.json:6:5: "name" is missing, .* Make it text\. \[framework-invalid\]$/),
      '',
    ]);
  });

  it('finds what a JSON Schema cannot say: the same id twice, the same name twice, text that cannot be stored', async () => {
    const twice = { ...framework, outcomes: [...framework.outcomes, { id: 'people', name: 'Company' }] };
    expect(codes((await findings(twice)).problems)).toEqual(['duplicate /outcomes/2']);
    expect(codes((await findings('{"outcomes": [], "outcomes": []}', '--as', 'strings')).problems)).toContain(
      'duplicate-name /outcomes',
    );
    const lone = { ...jean, subject: { id: 'p', name: 'Je\ud800an' } };
    expect(codes((await findings(lone)).problems)).toEqual(['text-not-storable /subject/name']);
  });

  it('says which record of a list is wrong', async () => {
    const { problems } = await findings([jean, { ...jean, kind: 'chat' }]);
    expect(codes(problems)).toEqual(['record-invalid /1/kind']);
  });

  it('notes a name that nothing reads, which is often a slip, but lets the file pass', async () => {
    const slip = { $schema: './x.json', ...framework, outcomes: [{ id: 'a', name: 'A', promts: [] }], owner: 'us' };
    const { valid, notes } = await findings(slip);
    expect(valid).toBe(true);
    expect(codes(notes)).toEqual(['unknown-name /outcomes/0/promts', 'unknown-name /owner']);
    expect(codes((await findings({ ...jean, colour: 1 })).notes)).toEqual(['unknown-name /colour']);
  });

  it('notes a scale that has to be registered, unless its file is checked too', async () => {
    const file = folderOf({ 'a.json': { ...framework, scale: 'local-3' }, 'b.json': localScale() });
    expect((await cli(['validate', file('a.json')])).out).toMatch(/a\.json:15:3: Note: The scale "local-3"/);
    expect((await cli(['validate', file('a.json'), file('b.json')])).out).not.toContain('Note');
  });

  it('reads a record of an older version, and notes it', async () => {
    const golden = readFileSync(resolve(import.meta.dirname, 'golden/record-0.9.json'), 'utf8');
    expect(await findings(golden)).toMatchObject({ kind: 'record', valid: true, notes: [{ code: 'record-older' }] });
    expect(codes((await findings({ ...jean, schemaVersion: '2.0' })).problems)).toEqual([
      'record-newer /schemaVersion',
    ]);
  });

  it('finds in a strings file keys and places that are not there, and messages without words', async () => {
    const { problems, notes } = await findings({
      'scale.clear': 'Glan',
      'scale.cleer': 'Glan',
      'scale.off': '“{valeu}”',
      'scale.unanswered': ' ',
      'reason.declined': 5,
      'note.title-named': 'Na tha cudromach',
    });
    expect(codes(problems)).toEqual([
      'unknown-key /scale.cleer',
      'unknown-place /scale.off',
      'message-empty /scale.unanswered',
      'message-empty /reason.declined',
    ]);
    expect(codes(notes)).toEqual(['strings-missing ', 'place-left-out /note.title-named']);
    const { out } = await cli(['validate', '--as', 'strings', '-'], { stdin: '{"scale.cleer": "Glan"}' });
    expect(out).toContain('(standard input):1:17: No message has the key "scale.cleer". Did you mean "scale.clear"?');
  });

  it('knows every message of every element', async () => {
    const files = globSync('src/elements/**/*strings.ts', { cwd: resolve(import.meta.dirname, '../..') });
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const module = (await import(resolve(import.meta.dirname, '../..', file))) as Record<
        string,
        Record<string, string>
      >;
      for (const pack of Object.values(module))
        for (const [key, english] of Object.entries(pack))
          // Some are said in other words by another element; what is filled in is the same.
          expect([key, placesOf(catalogue.get(key) ?? '{missing}')]).toEqual([key, placesOf(english)]);
    }
  });

  it.each([
    ['nothing that it knows', '{"resourceType": "Patient"}', 'kind-unknown'],
    ['no JSON', '{"id": ', 'json-malformed'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'not-utf-8'],
  ])('refuses %s', async (_, content, code) => {
    expect((await findings(content)).problems.map((one) => one.code)).toEqual([code]);
  });

  it('takes a byte order mark for what it is', async () => {
    expect((await findings(`\ufeff${JSON.stringify(framework)}`)).valid).toBe(true);
  });

  it('looks through a folder, and sums up', async () => {
    const folder = folderOf({ 'a.json': framework, 'b.JSON': localScale(), 'c.json': '[', 'd.txt': 'no' });
    const { exit, out } = await cli(['validate', '-q', folder()]);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(-2)).toEqual(['3 files, 1 with problems.', '']);
    expect((await cli(['validate', '--json', folder()])).out).toMatch(/"valid": false/);
  });

  it('tells no terminal what to do: control characters of a file stay in the file', async () => {
    const { out } = await cli(['validate', '-'], { stdin: '{"outcomes": [], "\\u001b[2J": 1, "\\u009b": 2}' });
    // eslint-disable-next-line no-control-regex -- finding control characters is the point
    expect(out).not.toMatch(/[\u001b\u009b]/);
  });

  it('shows on a terminal how far it has come, and in a log nothing of it', async () => {
    const folder = folderOf({ 'a.json': framework, 'b.json': framework });
    const { err, out } = await cli(['validate', folder()], { tty: true });
    expect(err).toMatch(/Checking 1 of 2: .*a\.json/);
    expect(err).toMatch(/Checking 2 of 2: .*b\.json/);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect(out).not.toContain('Checking');
    expect((await cli(['validate', folder()])).err).toBe('');
  });
});

describe('to-csv, to-text and to-fhir', () => {
  const folder = folderOf({ 'a.json': jean, 'b.json': [jean], 'wrong.json': { ...jean, kind: 'chat' } });

  it.each(['to-csv', 'to-text', 'to-fhir'])('%s writes nothing when one of the records is wrong', async (command) => {
    const file = folder(`${command}.out`);
    const { exit, out, err } = await cli([command, folder('a.json'), folder('wrong.json'), '-o', file]);
    expect([exit, out, existsSync(file)]).toEqual([1, '', false]);
    expect(err).toMatch(/wrong\.json:4:11: "kind" has a value that is not known\./);
  });

  it.each(['to-csv', 'to-text', 'to-fhir'])('%s overwrites no file unasked', async (command) => {
    const file = folderOf({ 'kept.txt': 'mine' })('kept.txt');
    const { exit, err } = await cli([command, folder('a.json'), '--output', file]);
    expect([exit, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
    expect(err).toMatch(/is there already, and was left as it is\. .*--force/);
    expect((await cli([command, folder('a.json'), '--output', file, '--force'])).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('mine');
  });

  it('print one Bundle, or one on each line', async () => {
    const one = await cli(['to-fhir', folder('a.json'), '--version', 'R4', '--base', 'https://our.example/fhir']);
    const bundle = JSON.parse(one.out) as { resourceType: string };
    expect(bundle.resourceType).toBe('Bundle');
    expect(one.out).toContain('https://our.example/fhir');
    const later = await cli(['to-fhir', folder('a.json'), '--version', 'R5']);
    expect(JSON.parse(later.out)).toEqual(JSON.parse(JSON.stringify(recordToBundle(jean, { version: R5 }))));
    const two = await cli(['to-fhir', folder('a.json'), folder('b.json')]);
    const lines = two.out.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['transaction', 'transaction']);
  });

  it('give nobody more than they may see', async () => {
    const own = {
      ...jean,
      entries: jean.entries.map((entry) => ({ ...entry, narrative: [{ id: 's', text: 'Between us', sharing: [] }] })),
    };
    const stdin = JSON.stringify(own);
    expect((await cli(['to-text', '-'], { stdin })).out).toContain('Between us');
    for (const command of ['to-text', 'to-csv', 'to-fhir'])
      expect((await cli([command, '-', '--audience', 'agencies'], { stdin })).out).not.toContain('Between us');
  });

  it('take the form of the framework that they are given', async () => {
    const args = ['to-fhir', folder('a.json'), '--framework'];
    expect((await cli([...args, 'talking-points-community'])).exit).toBe(0);
    const none = await cli([...args, folder('nothing.json')]);
    expect([none.exit, none.err]).toEqual([2, expect.stringMatching(/no such file\. .*talking-points-community/)]);
    expect((await cli([...args, folder('a.json')])).err).toMatch(/a\.json:1:1: "version" is missing/);
  });
});

describe('diff', () => {
  const files = folderOf({
    '1.json': framework,
    '2.json': { ...framework, version: '2', outcomes: [{ id: 'people', name: 'Company' }] },
    'worded.json': { ...framework, version: '2', outcomes: [{ id: 'people', name: 'Company' }, framework.outcomes[1]] },
    'more.json': { ...framework, version: '2', description: 'Talk about any of it.' },
    'scale.json': localScale({
      comparableWith: ['frequency-4@1'],
      direction: 'higher-better',
      points: [{ value: 'all', ordinal: 3, label: 'All' }],
    }),
    'scaled.json': { ...framework, version: '2', scale: 'local-3' },
    'no.json': {},
  });
  const differ = (...names: readonly string[]): Promise<Ended> =>
    cli(['diff', ...names.map((name) => (name.endsWith('.json') ? files(name) : name))]);

  it('ends with 1 when something breaks comparison, and says what and where', async () => {
    const { exit, out } = await differ('1.json', '2.json');
    expect(exit).toBe(1);
    expect(out).toMatch(/^Breaks comparison/);
    expect(out).toMatch(/1\.json:10:5: The outcome "safe" \(“Feeling safe”\) is gone.* \[outcome-removed\]/);
    expect(out).toMatch(/2\.json:8:15: The outcome "people" is renamed from “Seeing people” to “Company”/);
    expect(out).toMatch(/cannot simply be compared\.\n$/);
  });

  it('ends with 1 for other words, until somebody has looked at them', async () => {
    expect((await differ('1.json', 'worded.json')).exit).toBe(1);
    expect((await differ('1.json', 'worded.json', '--accept-wording')).exit).toBe(0);
    expect((await differ('1.json', '2.json', '--accept-wording')).exit).toBe(1);
  });

  it('ends with 0 for what does not matter to comparing', async () => {
    const { exit, out } = await differ('1.json', 'more.json');
    expect([exit, out]).toEqual([0, expect.stringMatching(/Nothing about comparing:[^]*can be compared\.\n$/)]);
    expect((await differ('1.json', '1.json')).out).toBe('Nothing differs but the version.\n');
  });

  it('knows a scale of their own that is handed in', async () => {
    expect((await differ('1.json', 'scaled.json')).exit).toBe(1);
    expect((await differ('1.json', 'scaled.json', '--scale', 'scale.json')).exit).toBe(0);
  });

  it('speaks JSON, and knows what is shipped by its id', async () => {
    const { out } = await differ('shanarri', '1.json', '--json');
    const { comparable, effect, changes } = JSON.parse(out) as {
      comparable: boolean;
      effect: string;
      changes: object[];
    };
    expect([comparable, effect]).toEqual([false, 'breaks']);
    expect(changes).toContainEqual(expect.objectContaining({ code: 'framework-id', line: 2, column: 9, path: '/id' }));
    expect(changes).toContainEqual(
      expect.objectContaining({ code: 'outcome-removed', file: 'shanarri', id: 'included' }),
    );
  });

  it('compares nothing that is no framework', async () => {
    const { exit, err, out } = await differ('1.json', 'no.json');
    expect([exit, out]).toEqual([1, '']);
    expect(err).toMatch(/no\.json:1:1: "id" is missing/);
  });
});

describe('new-framework', () => {
  const flags = [
    '--name',
    'What matters in Strathmòrn',
    '--outcome',
    'Seeing people',
    '--outcome',
    'Seeing people!',
    '--outcome',
    'سلامت',
  ];

  it('writes a valid framework, with ids made of the names', async () => {
    const { exit, out, err } = await cli(['new-framework', ...flags, '-o', '-']);
    expect([exit, err]).toEqual([0, '']);
    expect(parseFramework(JSON.parse(out)).ok).toBe(true);
    expect(JSON.parse(out)).toEqual({
      id: 'what-matters-in-strathmorn',
      version: '1',
      name: 'What matters in Strathmòrn',
      language: 'en-GB',
      scale: 'frequency-4',
      outcomes: [
        { id: 'seeing-people', name: 'Seeing people' },
        { id: 'seeing-people-2', name: 'Seeing people!' },
        { id: 'outcome-3', name: 'سلامت' },
      ],
    });
  });

  it('leaves a file that is there as it is', async () => {
    const file = folderOf({ 'f.json': 'mine' })('f.json');
    const { exit, err } = await cli(['new-framework', ...flags, '-o', file]);
    expect([exit, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
    expect(err).toContain('is there already');
  });

  it('asks in a terminal, again where an answer is needed', async () => {
    const file = folderOf({})('new.json');
    const stdin = ['', 'Our outcomes', '', 'Seeing people', 'Feeling safe', '', 'met-3', ''].join('\n');
    const { exit, err } = await cli(['new-framework', '-o', file], { stdin, tty: true });
    expect(exit).toBe(0);
    expect(err).toMatch(/What is the framework called\?.*What is the framework called\?/);
    expect(err).toMatch(/Next: /);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      name: 'Our outcomes',
      scale: 'met-3',
      outcomes: [{ name: 'Seeing people' }, { name: 'Feeling safe' }],
    });
  });

  it('writes nothing when the questions are left', async () => {
    const file = folderOf({})('new.json');
    const { exit, err } = await cli(['new-framework', '-o', file], { stdin: 'Ours\nSeeing people\n', tty: true });
    expect([exit, existsSync(file)]).toEqual([2, false]);
    expect(err).toContain('Nothing was written.');
  });

  it('says what is missing where nobody can be asked, and what cannot be', async () => {
    expect((await cli(['new-framework'])).err).toMatch(
      /^--name and --outcome are missing\. Write: new-framework --name/,
    );
    const { exit, err } = await cli(['new-framework', ...flags, '--id', 'no id', '-o', '-']);
    expect([exit, err]).toEqual([2, expect.stringMatching(/^That makes no valid framework\. "id" is not in the form/)]);
    expect((await cli(['new-framework', ...flags, '--scale', 'ours', '-o', '-'])).err).toMatch(
      /"ours" is not one that is shipped/,
    );
  });
});

describe('The command line', () => {
  it.each([
    [[], /^Usage: talking-points-elements <command>/],
    [['validat'], /^There is no command "validat"\. Did you mean "validate"\?\n$/],
    [['polish'], /^There is no command "polish"\. "--help" lists the commands\.\n$/],
    [['validate'], /^No file is given\. /],
    [['validate', '--jsn', 'a.json'], /^"validate" has no option "jsn"\. Did you mean --json\?\n$/],
    [['validate', '--as'], /^Option '--as <value>' argument missing\. "validate --help" lists the options\.\n$/],
    [
      ['validate', '--as', 'poem', 'a.json'],
      /^--as cannot be "poem"\. Use one of: record, framework, scale, strings\.\n$/,
    ],
    [['validate', 'nothing-here.json'], /^nothing-here\.json cannot be read\. There is no such file\./],
    [['validate', '-', '-'], /^- is given twice\./],
    [['to-fhir', '--version', 'R3', '-'], /^--version cannot be "R3"\./],
    [['to-text', '--locale', '!', '-'], /^--locale cannot be "!"\./],
    [['diff', 'a.json'], /^Two frameworks are needed, the older one first\./],
    [['schema', 'frmework'], /^There is no schema "frmework"\. Did you mean "framework"\?/],
    [['new-framework', 'Ours'], /^"Ours" stands alone\./],
  ])('%j is wrong use: it ends with 2 and says how to mend it', async (args, says) => {
    const { exit, out, err } = await cli(args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });

  it('checks the files that are there when one is not, and still ends with 2', async () => {
    const there = folderOf({ 'a.json': framework });
    const { exit } = await cli(['validate', there('a.json'), there('b.json')]);
    expect(exit).toBe(2);
  });

  it.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (arg) => {
    const { exit, out } = await cli([arg]);
    expect(exit).toBe(0);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`${name} +${summary.slice(0, 20)}`));
  });

  it.each(commands.map(({ name }) => name))(
    '%s --help says what it does, its options, an example and the exit codes',
    async (name) => {
      const { exit, out } = await cli([name, '--help']);
      expect(exit).toBe(0);
      expect(out).toMatch(/^Usage: talking-points-elements [^]*Options:\n[^]*Examples:\n[^]*Ends with:\n/);
      const prose = out.replace(/Examples:[^]*?\n\n/, '').split('\n');
      expect(prose.filter(({ length }) => length > 80)).toEqual([]);
      expect((await cli(['help', name])).out).toBe(out);
    },
  );

  it('prints a schema of the strings for editors', async () => {
    const { out } = await cli(['schema', 'strings']);
    const { properties } = JSON.parse(out) as { properties: Record<string, { description: string }> };
    expect(properties['scale.clear']).toEqual({ type: 'string', pattern: '\\S', description: 'Clear the answer' });
  });
});
