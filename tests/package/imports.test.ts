import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registeredFrameworks, registeredScales } from '../../src/model/index.js';
import { consumer, entryPoints, packed, read, type Manifest } from './support/packed.js';

interface Imported {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly newGlobals: readonly string[];
  readonly defined: readonly string[];
  readonly touched: readonly string[];
}

/** A script for a Node of its own: imports one path, and says what that has done to the world. lit and zod make their own marks before. */
const script = (specifier: string, inPage: boolean): string => `
  import 'lit';
  import 'zod/mini';
  const defined = [];
  customElements.define = (tag) => defined.push(tag);
  if (${String(inPage)}) globalThis.document = {};
  const touched = [];
  const trap = (name, value) => Object.defineProperty(globalThis, name, {
    configurable: true, get() { touched.push(name); return value; },
  });
  for (const name of ['fetch', 'localStorage', 'sessionStorage', 'BroadcastChannel', 'WebSocket', 'navigator'])
    trap(name, undefined);
  const before = new Set(Reflect.ownKeys(globalThis));
  const timers = process.getActiveResourcesInfo().length;
  const names = Object.keys(await import(${JSON.stringify(specifier)}));
  if (process.getActiveResourcesInfo().length > timers) touched.push('timers');
  const newGlobals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
  console.log(JSON.stringify({ specifier: ${JSON.stringify(specifier)}, names, newGlobals, defined, touched }));
`;

/** `inPage`: Node is taken for a browser, so that elements are registered. */
function importInNode(specifier: string, inPage = false): Imported {
  packed();
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script(specifier, inPage)], {
    cwd: consumer,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return JSON.parse(output) as Imported;
}

const specifiers = entryPoints('default')
  .filter(([, file]) => file.endsWith('.js'))
  .map(([specifier]) => specifier);
/** All but the files for a script tag, which are for browsers alone. */
const modules = specifiers.filter((specifier) => !/\/(cdn|embed)\//.test(specifier));

/** What the patterns of `exports` would publish with the data beside it. What a host needs of it is offered by `/model`. */
const internal = [
  'frameworks/registry',
  'frameworks/talking-points',
  'scales/registry',
  'scales/rules',
  'scales/store',
] as const;

describe('the paths of the package', () => {
  it('are those that are promised', () => {
    expect(specifiers).toEqual(
      expect.arrayContaining([
        'talking-points-elements',
        'talking-points-elements/define',
        ...['tp-actions', 'tp-contributors', 'tp-conversation', 'tp-narrative', 'tp-outcome', 'tp-prompt'].map(
          (tag) => `talking-points-elements/define/${tag}`,
        ),
        'talking-points-elements/define-all',
        'talking-points-elements/define/hydrate',
        'talking-points-elements/server',
        'talking-points-elements/define/tp-rating-scale',
        'talking-points-elements/define/tp-record-conflict',
        'talking-points-elements/define/tp-record-summary',
        'talking-points-elements/define/tp-outcome-star',
        'talking-points-elements/define/tp-outcome-timeline',
        'talking-points-elements/define/tp-review-comparison',
        'talking-points-elements/define/scales',
        'talking-points-elements/model',
        'talking-points-elements/schema',
        'talking-points-elements/i18n',
        'talking-points-elements/csv',
        'talking-points-elements/fhir',
        'talking-points-elements/fhir/r5',
        'talking-points-elements/text',
        'talking-points-elements/testing',
        'talking-points-elements/frameworks/talking-points-community',
        'talking-points-elements/frameworks/shanarri',
        'talking-points-elements/scales/met-3',
        'talking-points-elements/cdn/talking-points-elements.js',
      ]),
    );
  });

  it('of the frameworks and scales are those of the data alone: one module for each that is shipped', () => {
    const data = (folder: string): readonly string[] =>
      specifiers.filter((specifier) => specifier.startsWith(`talking-points-elements/${folder}/`)).sort();
    const shipped = (folder: string, items: readonly { readonly id: string }[]): readonly string[] =>
      [...new Set(items.map(({ id }) => `talking-points-elements/${folder}/${id}`))].sort();
    expect(data('frameworks')).toEqual(shipped('frameworks', registeredFrameworks()));
    expect(data('scales')).toEqual(shipped('scales', registeredScales()));
  });

  it.each(internal)('do not lead to %s, which may change in any version', (path) => {
    // There is such a file, so a pattern alone would lead to it.
    expect(globSync(`dist/${path}.js`, { cwd: packed() })).toHaveLength(1);
    expect(() => importInNode(`talking-points-elements/${path}`)).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });

  it.each(modules)('%s can be imported in plain Node, and touches nothing of the page', (specifier) => {
    const { newGlobals, defined, touched } = importInNode(specifier);
    expect(newGlobals).toEqual([]);
    expect(touched).toEqual([]);
    // Where a server renders, lit brings a registry for the tags.
    expect(defined.length > 0).toBe(/\/define(\/(all|tp-[a-z-]+))?$/.test(specifier));
  });

  it('register only where they say so', () => {
    const classes = importInNode('talking-points-elements', true);
    expect(classes.names).toContain('TpConversation');
    expect(classes.defined).toEqual([]);
    expect(importInNode('talking-points-elements/define/tp-rating-scale', true).defined).toEqual(['tp-rating-scale']);
    expect([...importInNode('talking-points-elements/define', true).defined].sort()).toEqual([
      'tp-actions',
      'tp-contributors',
      'tp-conversation',
      'tp-narrative',
      'tp-outcome',
      'tp-outcome-star',
      'tp-outcome-timeline',
      'tp-prompt',
      'tp-rating-scale',
      'tp-record-conflict',
      'tp-record-summary',
      'tp-review-comparison',
    ]);
  });

  it('lead to files that are there, each with its types', () => {
    const types = new Map(entryPoints('types'));
    for (const specifier of modules) expect(types.get(specifier), specifier).toMatch(/\.d\.ts$/);
  });
});

describe('the files of the package', () => {
  it('import only what is installed with it', () => {
    const { dependencies } = read<Manifest>('package.json');
    const wanted = globSync('dist/**/*.js', { cwd: packed(), exclude: ['dist/{cdn,embed}/**'] }).flatMap((file) => {
      const text = readFileSync(join(packed(), file), 'utf8');
      return [...text.matchAll(/(?:from\s*|import\s*\(?\s*)['"]([^'"./][^'"]*)['"]/g)].map(([, name = '']) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    });
    const packages = wanted.filter((name) => !isBuiltin(name));
    expect([...new Set(packages)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('import what is part of Node, and what reads JSON with its places, in the command line alone', () => {
    const guilty = globSync('dist/**/*.js', { cwd: packed(), exclude: ['dist/cli/**'] }).filter((file) =>
      /['"](node:|jsonc-parser)/.test(readFileSync(join(packed(), file), 'utf8')),
    );
    expect(guilty).toEqual([]);
  });

  it('are named once: nothing of the tests, the tools or what the examples have installed is in it', () => {
    const top = globSync('*', { cwd: packed() }).sort();
    const code = ['dist', 'package.json', 'src', 'examples'];
    const documents = [
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'CONVENTIONS.md',
      'SECURITY.md',
      'docs',
    ];
    expect(top.filter((name) => name !== 'NOTICE')).toEqual([...code, ...documents].sort());
    expect(globSync('examples/**/{node_modules,package-lock.json,*.tgz}', { cwd: packed() })).toEqual([]);
  });

  it('have source maps that lead to the TypeScript in the package', () => {
    const maps = globSync('dist/**/*.map', { cwd: packed() });
    expect(maps.length).toBeGreaterThan(50);
    const lost = maps.flatMap((map) => {
      const { sources = [], sourcesContent } = read<{ sources?: string[]; sourcesContent?: (string | null)[] }>(map);
      return sources
        .filter((_, index) => typeof sourcesContent?.[index] !== 'string')
        .filter((source) => globSync(join(map, '..', source), { cwd: packed() }).length === 0)
        .map((source) => `${map}: ${source}`);
    });
    expect(lost).toEqual([]);
  });
});
