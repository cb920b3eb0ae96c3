// Bundles the pages as a host's own build would, with the bundler and the settings of the CDN file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { bundled } from '../../../rollup.config.js';

const folder = resolve(import.meta.dirname, '../pages');

/** @param {string} page @returns {Promise<{ code: string, gzip: number }>} its size in bytes */
export async function bundle(page) {
  const build = await rollup({ input: resolve(folder, `${page}.js`), plugins: bundled, onwarn: () => undefined });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return { code: output[0].code, gzip: gzipSync(output[0].code, { level: 9 }).length };
}

/** The benchmark measures what is shipped, so dist/ has to be there, and should be what the sources say. */
export function requireBuild() {
  if (!existsSync(resolve(import.meta.dirname, '../../../dist/cdn/sri.json')))
    throw new Error('There is no build to measure: run "npm run build" first.');
}
