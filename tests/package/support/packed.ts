import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** A host's project that has installed the package and nothing else; lit, uuid and zod are found in ours. */
export const consumer = join(root, '.cache/package-tests');
const installed = join(consumer, 'node_modules/talking-points-elements');
const built = join(root, 'dist/cdn/sri.json');
const made = join(consumer, 'package.json');

/** The folder of the package as npm installs it: packed and unpacked, once for each build. */
export function packed(): string {
  if (!existsSync(built))
    throw new Error('The library is not built yet: run "npm run build" first, as "npm test" does.');
  if (existsSync(made) && statSync(made).mtimeMs > statSync(built).mtimeMs) return installed;
  rmSync(consumer, { recursive: true, force: true });
  mkdirSync(join(consumer, 'node_modules'), { recursive: true });
  const options = { cwd: root, shell: process.platform === 'win32' };
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', consumer], options);
  execFileSync('tar', ['-xzf', archive(), '-C', consumer]);
  renameSync(join(consumer, 'package'), installed);
  // Its own name keeps an import of ours from meaning the project around it.
  writeFileSync(made, JSON.stringify({ name: 'a-host', private: true, type: 'module' }));
  return installed;
}

/** The file that npm would publish. */
export const archive = (): string => {
  const [file = ''] = globSync('*.tgz', { cwd: consumer });
  return join(consumer, file);
};

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** `null` takes a path out of a pattern. */
  readonly exports: Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;
}

export const read = <T>(path: string): T => JSON.parse(readFileSync(join(packed(), path), 'utf8')) as T;

/** Every path that a host can import, with the file behind it; patterns written out. */
export function entryPoints(condition: 'default' | 'types'): readonly (readonly [specifier: string, file: string])[] {
  const { name, exports } = read<Manifest>('package.json');
  return Object.entries(exports).flatMap(([path, target]) => {
    const file = typeof target === 'string' ? target : target?.[condition];
    if (file === undefined) return [];
    const specifier = path.replace('.', name);
    if (!file.includes('*')) return [[specifier, file] as const];
    const [before = '', after = ''] = file.slice(2).split('*');
    return globSync(`${before}**/*${after}`, { cwd: packed() })
      .filter((found) => statSync(join(packed(), found)).isFile() && (after !== '' || !found.endsWith('.map')))
      .map((found) => found.slice(before.length, after === '' ? undefined : -after.length))
      .filter((part) => exports[path.replace('*', part)] !== null)
      .map((part) => [specifier.replace('*', part), `./${before}${part}${after}`] as const);
  });
}
