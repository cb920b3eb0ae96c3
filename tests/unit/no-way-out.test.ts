import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What sends something out of the page. */
const SENDS = [
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource'],
  ...['sendBeacon', 'RTCPeerConnection', 'BroadcastChannel', 'Worker', 'SharedWorker', 'serviceWorker'],
  ...['importScripts', 'Image', 'Audio', 'Notification', 'clipboard', 'geolocation', 'pushState', 'replaceState'],
];
/** What speaks to another window. */
const SPEAKS = ['postMessage', 'MessageChannel'];
/** What keeps something in the browser. */
const KEEPS = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore', 'cookie', 'caches', 'storage', 'locks'];
/** What makes code of a text. */
const RUNS = ['eval', 'Function'];

/** The one folder each that may: a host has to import it by name. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/drafts/': [...KEEPS, ...SPEAKS, 'BroadcastChannel'],
  'src/frame/': SPEAKS,
};

/** The names in a source that stand for one of these, where it is used: not as a type, and not in a comment or a sentence. */
function uses(source: string, names: readonly string[]): readonly string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isIdentifier(node) && names.includes(node.text)) found.push(node.text);
    // window['fetch']
    const { parent } = node;
    if (ts.isStringLiteralLike(node) && ts.isElementAccessExpression(parent) && names.includes(node.text))
      found.push(node.text);
    // import(address)
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(parent)) found.push('import()');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const all = [...SENDS, ...SPEAKS, ...KEEPS, ...RUNS];

describe('The sources of the library', () => {
  it('use nothing that sends, keeps, speaks to another window or runs text, but where a host asks for it', () => {
    const files = globSync('src/**/*.ts', { cwd: root });
    const guilty = files.flatMap((file) => {
      const [, allowed = []] = Object.entries(ALLOWED).find(([folder]) => file.startsWith(folder)) ?? [];
      const names = all.filter((name) => !allowed.includes(name));
      return uses(readFileSync(resolve(root, file), 'utf8'), names).map((name) => `${file}: ${name}`);
    });
    expect(files.length).toBeGreaterThan(100);
    expect(guilty).toEqual([]);
    // It parses every source, which takes a busy machine its time.
  }, 60_000);

  it('would be found out, however it is written', () => {
    expect(uses(`fetch('/a'); globalThis.localStorage; self['sendBeacon']; document.cookie = 'a=1';`, all)).toEqual([
      'fetch',
      'localStorage',
      'sendBeacon',
      'cookie',
    ]);
    expect(uses('new Worker(a); const { indexedDB } = window; await import(a); eval(a);', all)).toEqual([
      'Worker',
      'indexedDB',
      'import()',
      'eval',
    ]);
  });

  it('may speak of it in a comment, a sentence or a type', () => {
    expect(uses(`/* fetch */ const say = 'the cookie'; let a: Worker | undefined; type B = Storage;`, all)).toEqual([]);
  });
});
