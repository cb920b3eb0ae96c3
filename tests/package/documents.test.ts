import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { steps } from '../../scripts/lib/steps.mjs';
import * as events from '../../src/base/events.js';
import * as draftEvents from '../../src/drafts/events.js';
import { documents, found, read } from './support/documents.js';
import { packed, root } from './support/packed.js';

const source = globSync('src/**/*.{ts,css}', { cwd: root }).map(read).join('\n');

/** Tags, events, design tokens and the classes of the themes: everything that is called `tp-…`. */
const real = new Set([
  ...globSync('src/define/tp-*.ts', { cwd: root }).map((path) => path.replace(/.*\/|\.ts$/g, '')),
  ...[...Object.values(events), ...Object.values(draftEvents)].map(({ type }) => type),
  ...found(source, /--(tp-[a-z-]+)/g),
  ...found(source, /\.(tp-[a-z-]+)\s*[{)]/g),
]);

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | null | { types?: string }>>;
}

let manifest: Manifest;
beforeAll(() => {
  manifest = JSON.parse(readFileSync(join(packed(), 'package.json'), 'utf8')) as Manifest;
});

/** Whether a host can import it: the file that Node finds for it is in the packed package, or it is there for its types. */
function isThere(specifier: string): boolean {
  const folder = packed();
  const entry = manifest.exports[specifier.replace('talking-points-elements', '.')];
  const types = typeof entry === 'object' ? entry?.types : undefined;
  try {
    return existsSync(createRequire(join(folder, 'host.js')).resolve(specifier));
  } catch {
    return types !== undefined && existsSync(join(folder, types));
  }
}

const names = (text: string): readonly string[] => found(text, /(?<![\w-])(?:--)?(tp-[a-z]+(?:-[a-z]+)*)(?!-?[…*\w])/g);
const imports = (text: string): readonly string[] =>
  found(text, /(?<![\w/@.-])(talking-points-elements\/[\w./-]*[\w])(?![*…])/g);
const links = (text: string): readonly string[] => found(text, /\]\((?!https?:|#|\?)([^)#\s]+)[^)]*\)/g);
const paths = (text: string): readonly string[] =>
  found(text, /`((?:src|tests|scripts|docs|examples|stories)\/[\w./-]*)`/g);

describe('What this file looks for', () => {
  it('is found', () => {
    expect([...real]).toEqual(
      expect.arrayContaining(['tp-prompt', 'tp-conversation', 'tp-record-complete', 'tp-target-size', 'tp-paper']),
    );
    expect(names('`tp-a-b`, `--tp-c`, `tp-before-…` and x-tp-d')).toEqual(['tp-a-b', 'tp-c']);
    expect(imports("from 'talking-points-elements/define'; talking-points-elements/schemas/a.schema.json.")).toEqual([
      'talking-points-elements/define',
      'talking-points-elements/schemas/a.schema.json',
    ]);
    expect(isThere('talking-points-elements/scales/met-3')).toBe(true);
    expect(isThere('talking-points-elements/scales/registry')).toBe(false);
    expect(links('[a](b.md#c) ![d](e.png) [f](https://g.example)')).toEqual(['b.md', 'e.png']);
  });

  it('and what is not there is noticed', () => {
    expect(real.has('tp-review')).toBe(false);
    expect(isThere('talking-points-elements/define/tp-review')).toBe(false);
    expect(isThere('talking-points-elements/base/events.js')).toBe(false);
    expect(isThere('talking-points-elements/define/tp-outcome')).toBe(true);
    expect(isThere('talking-points-elements/schemas/outcome-record.schema.json')).toBe(true);
    expect(isThere('talking-points-elements/react')).toBe(true);
  });
});

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names tags, events and tokens that are there', () => {
    expect(names(text).filter((name) => !real.has(name))).toEqual([]);
  });

  it('names entry points that are there', () => {
    expect(imports(text).filter((specifier) => !isThere(specifier))).toEqual([]);
  });

  it('links to files that are there', () => {
    expect(links(text).filter((link) => !existsSync(resolve(root, dirname(document), link)))).toEqual([]);
    expect(paths(text).filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  it('names commands that are there', () => {
    const scripts = [
      ...found(text, /\bnpm run ([\w:-]+)/g),
      ...found(text, /\bnpm (start|test|t)\b/g).map((name) => (name === 't' ? 'test' : name)),
    ];
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const known = steps.flatMap(({ name }) => [name, name.replace(/:.*/, '')]);
    expect(found(text, /\bnpm test -- ([\w:]+)/g).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('The decisions', () => {
  const records = documents.filter((path) => /^docs\/decisions\/\d/.test(path));

  it('are numbered without a gap, and all in the list', () => {
    expect(records.map((path) => Number(path.slice('docs/decisions/'.length).slice(0, 4)))).toEqual(
      records.map((_, index) => index + 1),
    );
    const list = links(read('docs/decisions/README.md'));
    expect(list.map((link) => `docs/decisions/${link}`)).toEqual(records);
  });

  it.each(records)('%s says what was known, what was chosen, and what follows', (path) => {
    expect(found(read(path), /^## (.*)$/gm)).toEqual(['Context', 'Decision', 'Consequences']);
  });
});
