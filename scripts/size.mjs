// Holds what a page downloads against size-budgets.json, and fails when it is over.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { bundled } from '../rollup.config.js';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));

/** @typedef {{ name: string, gzip: number, file?: string, bundle?: string }} Budget in bytes */

/** An entry as a host's bundler would deliver it, with all that it imports. @param {string} input */
async function bundle(input) {
  const bundle = await rollup({ input, plugins: bundled, onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

/** @type {Budget[]} */
const budgets = JSON.parse(readFileSync('size-budgets.json', 'utf8'));
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

for (const { name, gzip, file, bundle: entry } of budgets) {
  const code = file === undefined ? await bundle(/** @type {string} */ (entry)) : readFileSync(file, 'utf8');
  const size = gzipSync(code, { level: 9 }).length;
  const over = size > gzip;
  if (over) process.exitCode = 1;
  console.log(`${over ? 'Too big' : 'Fine   '}  ${kilobytes(size).padStart(8)} of ${kilobytes(gzip)} gzip  ${name}`);
}
