import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sources } from './shipped-data.js';

const minute = 60_000;
const directory = mkdtempSync(join(tmpdir(), 'node-import-'));
const compiled = (path: string): string => join(directory, path.replace(/\.ts$/, '.js'));
/** All but the program of the command line, which begins its work when it is imported; tests/package starts it. */
const modules = sources()
  .map(([path]) => path)
  .filter((path) => path !== 'cli/main.ts');

/** Of each module, when Node has imported it: what it exports, or why it could not be imported. */
let imported: Readonly<Record<string, readonly string[] | string>>;
/** What the modules, all together, have put on the global object. */
let globals: readonly string[];

const script = `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const imported = {};
  for (const [name, url] of JSON.parse(process.argv[2]))
    try {
      imported[name] = Object.keys(await import(url));
    } catch (error) {
      imported[name] = String(error);
    }
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  console.log(JSON.stringify({ imported, globals }));
`;

beforeAll(() => {
  // Nothing but the types is taken away; Node itself finds the modules and the packages that they need.
  for (const [path, text] of sources()) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    });
    mkdirSync(dirname(compiled(path)), { recursive: true });
    writeFileSync(compiled(path), outputText);
  }
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(directory, 'node_modules'), 'junction');
  const main = join(directory, 'main.mjs');
  writeFileSync(main, script);
  const urls = modules.map((path) => [path, pathToFileURL(compiled(path)).href]);
  const told = execFileSync(process.execPath, [main, JSON.stringify(urls)], { encoding: 'utf8', timeout: minute });
  ({ imported, globals } = JSON.parse(told) as { imported: typeof imported; globals: typeof globals });
}, minute);

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('in plain Node, without a document', () => {
  it.each(modules)('%s can be imported', (path) => {
    expect(imported[path]).toBeInstanceOf(Array);
  });

  it('the classes are there, and no element is needed for them', () => {
    expect(imported['index.ts']).toEqual(
      expect.arrayContaining(['TpConversation', 'TpOutcome', 'TpRatingScale', 'TpRecordChangeEvent', 'VERSION']),
    );
    expect(imported['model/index.ts']).toEqual(expect.arrayContaining(['createRecord', 'loadRecord', 'applyPatch']));
  });

  it('nothing pretends to be a browser', () => {
    expect(globals).not.toContain('document');
    expect(globals).not.toContain('window');
  });
});
