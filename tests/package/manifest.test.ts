import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packed, read, root } from './support/packed.js';

interface Named {
  readonly name: string;
  readonly fieldName?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly members?: readonly (Named & { readonly kind: string; readonly static?: boolean })[];
}

const { modules } = read<{ modules: readonly { path: string; declarations?: readonly Declaration[] }[] }>(
  'dist/custom-elements.json',
);
const described = modules.flatMap(({ path, declarations = [] }) =>
  declarations.flatMap((declaration) =>
    declaration.tagName === undefined ? [] : [[declaration.tagName, path, declaration] as const],
  ),
);

const names = (list: readonly Named[] | undefined): readonly string[] => (list ?? []).map(({ name }) => name).sort();
const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();

/** A source file and all that it imports at run time from elements/ and base/: what an element is made of. */
function sources(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, kind, path = ''] of text.matchAll(/^(?:import|export)\s(type\s)?[^;]*?from '(\.[^']+)';/gms)) {
    const next = resolve(file, '..', path.replace(/\.js$/, '.ts'));
    if (!kind && /src\/(elements|base)\//.test(next)) sources(next, seen);
  }
  return seen;
}

/** Every template of the source, without the comments. */
const textOf = (path: string): string =>
  [...sources(join(root, path.replace(/^dist/, 'src').replace(/\.js$/, '.ts'))).values()]
    .join('\n')
    .replace(/\/\*\*?[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const found = (text: string, pattern: RegExp): readonly string[] =>
  unique([...text.matchAll(pattern)].flatMap(([, value = '']) => value.split(/\s+/)));

const eventName = (className: string): string =>
  className
    .replace(/Event$/, '')
    .replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();

/** The events that an element's sources dispatch, by any way there is in the source. */
const eventsIn = (text: string): readonly string[] =>
  unique([
    ...[...text.matchAll(/new (Tp\w+Event)\(/g)].map(([, name = '']) => eventName(name)),
    ...[...text.matchAll(/new Event\('([\w-]+)'/g)].map(([, name = '']) => name),
  ]);

interface Constructor {
  readonly observedAttributes: readonly string[];
  readonly prototype: object;
}

const classes = (await import(pathToFileURL(join(packed(), 'dist/index.js')).href)) as Readonly<
  Record<string, Constructor>
>;

describe('custom-elements.json', () => {
  it('describes every element that is registered, and no other', () => {
    const registered = globSync('src/define/tp-*.ts', { cwd: root }).map((file) => file.replace(/^.*[\\/]|\.ts$/g, ''));
    expect(described.map(([tag]) => tag).sort()).toEqual(registered.sort());
  });

  it('leads to files of the package', () => {
    for (const { path } of modules) expect(readFileSync(join(packed(), path), 'utf8'), path).not.toBe('');
  });
});

describe.each(described)('%s in custom-elements.json', (tag, path, declaration) => {
  const text = textOf(path);

  it('has every part of its own templates, and none that is nowhere', () => {
    const documented = names(declaration.cssParts);
    const folder = join(root, 'src/elements', tag.slice('tp-'.length));
    const own = globSync('*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
    const parts = (source: string): readonly string[] => found(source, /\spart="([^"$]+)"/g);
    expect(documented).toEqual(expect.arrayContaining([...parts(own.join('\n'))]));
    // A part's name may be handed to the function that draws it; parts.test.ts sees them on the page.
    const handed = found(text, /'([a-z][a-z-]*)'/g);
    expect([...parts(text), ...handed]).toEqual(expect.arrayContaining([...documented]));
  });

  it('has every slot of its templates, and no other', () => {
    const slots = [...text.matchAll(/<slot(?:\s+name="([^"]+)")?/g)].map(
      ([, name]) => name?.replace(/\$\{\w+\}/, '…') ?? '',
    );
    expect(names(declaration.slots)).toEqual(unique(slots));
  });

  it('has every event that it fires, and no other', () => {
    expect(names(declaration.events)).toEqual(
      // What the outcomes inside a conversation fire bubbles out of it.
      unique([
        ...eventsIn(text),
        ...(tag === 'tp-conversation' ? eventsIn(textOf('dist/elements/outcome/outcome.js')) : []),
      ]),
    );
  });

  it('has every attribute that it reads, and no other', () => {
    expect(names(declaration.attributes)).toEqual([...(classes[declaration.name]?.observedAttributes ?? [])].sort());
  });

  it('has properties and methods that the class has, with their types', () => {
    const prototype = classes[declaration.name]?.prototype ?? {};
    for (const { name, kind, type, static: ofClass } of declaration.members ?? []) {
      if (ofClass) continue;
      // What an instance makes for itself is not on the prototype.
      if (name !== 't') expect(name in prototype, `${tag}.${name}`).toBe(true);
      if (kind === 'field') expect(type?.text, `${tag}.${name}`).toBeTruthy();
    }
  });

  it('says a word about each of them', () => {
    const lists = [declaration.cssParts, declaration.slots, declaration.events, declaration.cssStates];
    const silent = lists
      .flatMap((list) => (list ?? []).filter(({ description }) => !description))
      .map(({ name }) => name);
    expect(silent).toEqual([]);
  });
});
