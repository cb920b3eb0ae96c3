import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { found } from './support/documents.js';
import { packed, root } from './support/packed.js';

const documents = globSync('{*.md,docs/**/*.md,examples/*/README.md}', { cwd: packed() }).sort();

describe('The documents in the package', () => {
  it('are those that somebody needs who has only the package', () => {
    expect(documents).toEqual(
      expect.arrayContaining([
        ...['README.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/clinical-safety.md', 'docs/embed.md', 'docs/interop.md'],
        ...['docs/privacy.md', 'docs/security.md', 'examples/host/README.md', 'examples/iframe/README.md'],
      ]),
    );
  });

  it.each(documents)('%s links to what is in the package', (document) => {
    const links = found(readFileSync(join(packed(), document), 'utf8'), /\]\((?!https?:|#|\?)([^)#\s]+)[^)]*\)/g);
    expect(links.filter((link) => !existsSync(resolve(packed(), dirname(document), link)))).toEqual([]);
  });

  it('come without what an example installs or keeps', () => {
    expect(globSync('examples/**/{node_modules,data,*.tgz,package-lock.json}', { cwd: packed() })).toEqual([]);
  });
});

describe('The controls in the hazard log', () => {
  const log = readFileSync(join(root, 'docs/clinical-safety.md'), 'utf8');
  const controls = [...log.matchAll(/`(tests\/[\w./-]+)` “((?:[^“”]|“[^”]*”)+)”/g)].map(
    ([, file = '', name = '']) => [file, name] as const,
  );

  it('are named for every hazard', () => {
    const hazards = log.split('\n').filter((line) => /^\| \d+ /.test(line));
    expect(hazards.length).toBeGreaterThan(15);
    for (const hazard of hazards) expect(hazard).toMatch(/`tests\//);
    expect(controls.length).toBe(log.match(/`tests\//g)?.length);
  });

  it.each(controls)('%s has “%s”', (file, name) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(`'${name}'`);
  });
});
