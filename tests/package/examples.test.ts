import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './support/documents.js';
import { root } from './support/packed.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Manifest & { readonly resolved?: string; readonly integrity?: string }>>;
}
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

const apps = globSync('examples/*/package.json', { cwd: root }).map((path) => dirname(path));
const ours = 'node_modules/talking-points-elements';

describe.each(apps)('%s', (app) => {
  it('names exact versions, and the packed file', () => {
    const { dependencies, devDependencies } = json<Manifest>(`${app}/package.json`);
    const { 'talking-points-elements': library, ...others } = { ...dependencies, ...devDependencies };
    expect(library).toBe('file:../talking-points-elements.tgz');
    for (const [name, version] of Object.entries(others))
      expect(`${name} ${version}`).toMatch(/ (npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/);
  });

  it('has a lock file that holds everything but the packed file, whatever the registry', () => {
    const { packages } = json<Lock>(`${app}/package-lock.json`);
    const library = packages[ours];
    expect(library?.integrity, 'each build packs another file').toBeUndefined();
    expect(library?.dependencies, 'npm run examples -- --lock renews it').toEqual(
      json<Manifest>('package.json').dependencies,
    );
    for (const [path, { resolved, integrity }] of Object.entries(packages)) {
      if (path === '' || path === ours) continue;
      expect(integrity, path).toMatch(/^sha512-/);
      expect(resolved, path).toBeUndefined();
    }
  });

  // ESLint sees to the .ts files; this also reads the templates of Vue and Svelte. A template's `as one` names something.
  it('is written without a cast', () => {
    const sources = globSync(`${app}/src/**/*.{ts,tsx,vue,svelte}`, { cwd: root });
    const casts = sources.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) =>
          /\bas (?!one\b|person\))\w|\bany\b|[\w)\]]!(?=[.;,)\]])|@ts-/.test(line.replace(/\/\/.*|<!--.*/, '')),
        )
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(casts).toEqual([]);
  });

  it('has the stylesheet of the others: none is more beautiful', () => {
    const sheets = globSync(`${app}/{src,public}/host.css`, { cwd: root });
    expect(sheets.map(read)).toEqual([read('examples/html/src/host.css')]);
  });

  it('has a README of a few lines', () => {
    const { length } = read(`${app}/README.md`).trim().split('\n');
    expect(length).toBeGreaterThan(8);
    expect(length).toBeLessThan(30);
  });
});
