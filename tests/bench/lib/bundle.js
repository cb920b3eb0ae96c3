// Bundles the pages as a host's own build would, with the bundler and the settings of the CDN file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { bundled } from '../../../rollup.config.js';
import { Problem } from './problem.js';

/** @typedef {{ code: string, gzip: number }} Bundle its size in bytes */

const folder = resolve(import.meta.dirname, '../pages');
const lastOfTheBuild = resolve(import.meta.dirname, '../../../dist/cdn/sri.json');

/** The benchmark measures what is shipped. */
export function requireBuild() {
  if (!existsSync(lastOfTheBuild)) throw new Problem('There is no build to measure: run "npm run build" first.');
}

/** @param {readonly string[]} names @returns {Promise<Map<string, Bundle>>} */
export async function bundlePages(names) {
  /** @type {Map<string, Bundle>} */
  const bundles = new Map();
  for (const name of names) bundles.set(name, await bundlePage(name));
  return bundles;
}

/** @param {string} name @returns {Promise<Bundle>} */
async function bundlePage(name) {
  const build = await rollup({ input: resolve(folder, `${name}.js`), plugins: bundled, onwarn: () => undefined });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  const { code } = output[0];
  return { code, gzip: gzipSync(code, { level: 9 }).length };
}
