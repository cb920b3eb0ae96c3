import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packed, read, root, type Manifest } from './support/packed.js';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const bom = (): Bom => read<Bom>('dist/sbom.cdx.json');

/** The packages whose work is inside a file for a script tag, by its source map. */
function bundledIn(file: string): readonly string[] {
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: readonly string[] };
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined);
}

const scripts = (): readonly string[] => globSync('dist/{cdn,embed}/*.js', { cwd: packed() }).sort();

describe('The bill of materials', () => {
  it('is CycloneDX, about this package in this version', () => {
    const { version } = read<Manifest>('package.json');
    expect(bom()).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.[5-9]$/) as string });
    expect(bom().metadata.component).toMatchObject({
      name: 'talking-points-elements',
      version,
      purl: `pkg:npm/talking-points-elements@${version}`,
      licenses: [{ license: { id: 'Apache-2.0' } }],
    });
  });

  it('lists what a host installs, and what that needs', () => {
    const { dependencies, name, version } = read<Manifest>('package.json');
    const needs = (ref: string): readonly string[] =>
      bom()
        .dependencies.find((one) => one.ref === ref)
        ?.dependsOn.map((one) => one.replace(/(?<=.)@.*/, '')) ?? [];
    expect(needs(`${name}@${version}`).toSorted()).toEqual(Object.keys(dependencies).toSorted());
    const reached = new Set<string>();
    const walk = (ref: string): void => {
      for (const next of bom().dependencies.find((one) => one.ref === ref)?.dependsOn ?? [])
        if (!reached.has(next)) {
          reached.add(next);
          walk(next);
        }
    };
    walk(`${name}@${version}`);
    expect([...reached].toSorted()).toEqual(
      bom()
        .components.map((one) => `${one.name}@${one.version}`)
        .toSorted(),
    );
  });

  it('says the version, the licence and the hash of each, as they are installed here', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, { integrity: string }>>;
    };
    for (const { name, version, hashes, licenses } of bom().components) {
      const folder = `node_modules/${name}`;
      const installed = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      expect([name, version, licenses[0]?.license.id]).toEqual([name, installed['version'], installed['license']]);
      const [, sha512 = ''] = packages[folder]?.integrity.split('sha512-') ?? [];
      expect(hashes).toEqual([{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }]);
    }
  });

  it('lists everybody whose work is inside the files for a script tag', () => {
    const known = bom().components.map(({ name }) => name);
    const holds = Object.fromEntries(scripts().map((file) => [file, bundledIn(join(packed(), file))]));
    expect(holds['dist/cdn/talking-points-elements.js']).toEqual(expect.arrayContaining(['lit-html', 'zod', 'uuid']));
    for (const [file, names] of Object.entries(holds))
      expect([file, names.filter((name) => !known.includes(name))]).toEqual([file, []]);
  });

  it('is not the only place that names them: each file for a script tag begins with whose work it holds', () => {
    const authors = {
      lit: 'Lit (Google LLC, BSD-3-Clause)',
      zod: 'zod (Colin McDonnell, MIT)',
      uuid: 'uuid (Robert Kieffer',
      'idb-keyval': 'idb-keyval (Jake Archibald, Apache-2.0)',
    };
    for (const file of scripts()) {
      const [notice = ''] = /^\/\*!.*?\*\//.exec(readFileSync(join(packed(), file), 'utf8')) ?? [];
      expect(notice, file).toContain('talking-points-elements, Apache-2.0.');
      for (const name of bundledIn(join(packed(), file))) {
        const author = Object.entries(authors).find(([known]) => name === known || /^@?lit/.test(name))?.[1];
        expect(notice, `${file} holds ${name}`).toContain(author);
      }
    }
  });

  it('is the same for the same sources: it names no run', () => {
    expect(Object.keys(bom())).not.toContain('serialNumber');
    expect(JSON.stringify(bom())).not.toMatch(/timestamp/);
  });
});

describe('The integrity of the files for a script tag', () => {
  it('is said for each of them, and is true', () => {
    const said = ['cdn', 'embed'].flatMap((folder) =>
      Object.entries(read<Readonly<Record<string, string>>>(`dist/${folder}/sri.json`)).map(
        ([name, hash]) => [`dist/${folder}/${name}`, hash] as const,
      ),
    );
    const real = scripts().map((file) => {
      const hash = createHash('sha384').update(readFileSync(join(packed(), file)));
      return [file, `sha384-${hash.digest('base64')}`];
    });
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(real));
    expect(real.map(([file = '']) => file.replace('dist/', '')).toSorted()).toEqual([
      ...['conflict', 'drafts-encrypted', 'drafts', 'elements', 'review'].map(
        (name) => `cdn/talking-points-${name}.js`,
      ),
      'embed/client.js',
      'embed/embed.js',
    ]);
  });

  it('is in the page for a frame, which runs its one script only as it was built', () => {
    const page = readFileSync(join(packed(), 'dist/embed/embed.html'), 'utf8');
    const [, src = '', hash] = /<script defer src="([^"]+)" integrity="([^"]+)">/.exec(page) ?? [];
    expect(src).toBe('embed.js');
    expect(hash).toBe(read<Readonly<Record<string, string>>>('dist/embed/sri.json')[src]);
  });
});
