import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { consumer, packed, root } from './support/packed.js';

interface Framework {
  readonly folder: string;
  readonly checker: readonly string[];
  readonly mistakes: string;
  readonly good: string;
  /** A finding in what the checker prints. */
  readonly finding: RegExp;
}

const compiler = /^(?<file>[^\s(]+)\((?<line>\d+),\d+\): error (?<what>.*)$/gm;

const frameworks: readonly (readonly [string, Framework])[] = [
  [
    'React',
    {
      folder: 'react',
      checker: ['@typescript/native/bin/tsc', '-p', '.'],
      good: 'host.tsx',
      mistakes: 'mistakes.tsx',
      finding: compiler,
    },
  ],
  [
    'Vue',
    {
      folder: 'vue',
      checker: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
      good: 'Host.vue',
      mistakes: 'Mistakes.vue',
      finding: compiler,
    },
  ],
  [
    'Svelte',
    {
      folder: 'svelte',
      checker: ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--output', 'machine'],
      good: 'Host.svelte',
      mistakes: 'Mistakes.svelte',
      finding: /^\d+ (?:ERROR|WARNING) "(?<file>[^"]+)" (?<line>\d+):\d+ (?<what>.*)$/gm,
    },
  ],
];

/** Line numbers, from 1, of the lines after one that says "mistake:". */
const marked = (text: string): readonly number[] =>
  text.split('\n').flatMap((line, index) => (line.includes(' mistake: ') ? [index + 2] : []));

/** A host's project with the packed package, checked by the framework's own checker. */
describe.each(frameworks)('the declarations for %s', (_name, { folder, checker, good, mistakes, finding }) => {
  const source = join(root, 'tests/types', folder);
  const [program = '', ...args] = checker;
  let output = '';
  let findings: readonly { readonly file: string; readonly line: number; readonly what: string }[] = [];

  beforeAll(() => {
    packed();
    const cwd = join(consumer, 'types', folder);
    cpSync(source, cwd, { recursive: true });
    const options = { cwd, encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], options);
    output = `${stdout}${stderr}`;
    findings = [...stdout.matchAll(finding)].map(({ groups = {} }) => ({
      file: basename(groups['file'] ?? ''),
      line: Number(groups['line']),
      what: groups['what'] ?? '',
    }));
  });

  it('take what the documentation says', () => {
    expect(findings.filter(({ file }) => file !== mistakes)).toEqual([]);
    expect(readFileSync(join(source, good), 'utf8')).toContain('tp-conversation');
  });

  it('find each mistake, and no other', () => {
    const expected = marked(readFileSync(join(source, mistakes), 'utf8'));
    expect(expected.length).toBeGreaterThan(8);
    const lines = [...new Set(findings.filter(({ file }) => file === mistakes).map(({ line }) => line))];
    expect(
      lines.sort((a, b) => a - b),
      output,
    ).toEqual(expected);
  });
});
