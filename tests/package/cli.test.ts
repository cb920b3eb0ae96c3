import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packed, read, root } from './support/packed.js';
import { commands } from '../../src/cli/run.js';
import { jean } from '../unit/interop-samples.js';
import { localScale } from '../unit/some-scales.js';

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** A partnership's folder, which is nowhere near the package. */
const folder = mkdtempSync(join(tmpdir(), 'partnership-'));
const put = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
const get = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Runs what npm puts into `node_modules/.bin`, in that folder. */
function command(args: readonly string[], input = ''): Ended {
  const { bin } = read<{ bin: Readonly<Record<string, string>> }>('package.json');
  const program = join(packed(), bin['talking-points-elements'] ?? '');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { exit: status, out: stdout, err: stderr };
}

describe('The command line of the package', () => {
  it('can be started by a system: it says which program runs it', () => {
    const { bin } = read<{ bin: Readonly<Record<string, string>> }>('package.json');
    const text = readFileSync(join(packed(), bin['talking-points-elements'] ?? ''), 'utf8');
    expect(text.split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(command(['--version'])).toEqual({
      exit: 0,
      out: `${read<{ version: string }>('package.json').version}\n`,
      err: '',
    });
  });

  it('takes a partnership from nothing to a framework that is checked and compared', () => {
    const made = command([
      'new-framework',
      '--name',
      'Strathmorn',
      '--outcome',
      'Seeing people',
      '--outcome',
      'Feeling safe',
    ]);
    expect([made.exit, made.out]).toEqual([0, '']);
    expect(made.err).toMatch(/^strathmorn\.framework\.json is written\. Next: /);
    expect(command(['validate', 'strathmorn.framework.json'])).toEqual({
      exit: 0,
      out: 'strathmorn.framework.json: a valid framework.\n',
      err: '',
    });

    const again = command(['new-framework', '--name', 'Strathmorn', '--outcome', 'Home']);
    expect([again.exit, get('strathmorn.framework.json').includes('Home')]).toEqual([2, false]);

    put('2.json', get('strathmorn.framework.json').replace('"1"', '"2"').replace('"seeing-people"', '"people"'));
    const differs = command(['diff', 'strathmorn.framework.json', '2.json']);
    expect(differs.exit).toBe(1);
    expect(differs.out).toMatch(/2\.json:9:13: The outcome "seeing-people" is now "people".* \[outcome-id\]/);
  });

  it('finds a problem by file, line and column, for people and for programs', () => {
    put('scale.json', localScale({ direction: 'up' }));
    const { exit, out } = command(['validate', 'scale.json']);
    expect([exit, out]).toEqual([
      1,
      expect.stringMatching(/^scale\.json:\d+:\d+: "direction" has a value that is not known\. Use one of: /),
    ]);
    const line = Number(/^scale\.json:(\d+)/.exec(out)?.[1]);
    expect(get('scale.json').split('\n')[line - 1]).toContain('"direction"');
    const { valid, files } = JSON.parse(command(['validate', '--json', 'scale.json']).out) as {
      valid: boolean;
      files: object[];
    };
    expect([valid, files]).toMatchObject([
      false,
      [{ file: 'scale.json', kind: 'scale', problems: [{ path: '/direction', line }] }],
    ]);
  });

  it('prints the schemas that the package holds', () => {
    for (const [name, file] of [
      ['record', 'outcome-record'],
      ['framework', 'outcome-framework'],
      ['scale', 'rating-scale'],
      ['strings', 'string-pack'],
      ['error-detail', 'error-detail'],
    ] as const)
      expect(JSON.parse(command(['schema', name]).out)).toEqual(read(`dist/schemas/${file}.schema.json`));
    expect(JSON.parse(command(['schema', 'record', '--draft', '07']).out)).toEqual(
      read('dist/schemas/draft-07/outcome-record.schema.json'),
    );
  });

  it('turns a record into CSV, a note and FHIR, also through a pipe', () => {
    put('jean.json', jean);
    expect(command(['to-csv', 'jean.json']).out).toMatch(/^record_id,[^]*\r\n/);
    expect(command(['to-text', 'jean.json']).out).toMatch(/^What matters to Jean\n/);
    const { exit, out, err } = command(['to-fhir', '-', '--framework', 'talking-points-community'], get('jean.json'));
    expect([exit, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ resourceType: 'Bundle', type: 'transaction' });
  });

  it('writes long output to its end', () => {
    put(
      'many.json',
      Array.from({ length: 300 }, () => jean),
    );
    const lines = command(['to-fhir', 'many.json']).out.trimEnd().split('\n');
    expect(lines).toHaveLength(300);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ resourceType: 'Bundle' });
  });

  it('ends quietly where the reader of a pipe has had enough', () => {
    const { bin } = read<{ bin: Readonly<Record<string, string>> }>('package.json');
    const script = `"${process.execPath}" "${join(packed(), bin['talking-points-elements'] ?? '')}" to-fhir many.json | head -c 1`;
    expect(spawnSync(script, { cwd: folder, shell: true, encoding: 'utf8' })).toMatchObject({
      stdout: '{',
      stderr: '',
    });
  });

  it('is written down, each command with each of its options', () => {
    const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
    for (const { name, options } of commands) {
      expect(page).toContain(`| \`${name}\``);
      for (const option of Object.keys(options))
        expect([name, option, page.includes(`--${option}`)]).toEqual([name, option, true]);
    }
  });

  it('says wrong use in one line, and ends with 2', () => {
    expect(command(['validate', 'nothing.json'])).toEqual({
      exit: 2,
      out: '',
      err: 'nothing.json cannot be read. There is no such file. Check the name and the folder you are in.\n',
    });
  });
});
