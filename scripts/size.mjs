// Holds what a page downloads against size-budgets.json, and fails when it is over.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { bundled } from '../rollup.config.js';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));

/** @typedef {{ name: string, gzip: number, file?: string, bundle?: string, beside?: string[] }} Budget in bytes; `beside`: what the page has anyway, or is a line of its own */

/** An entry as a host's bundler would deliver it, with all that it imports. @param {string} input @param {string[]} [beside] */
async function bundle(input, beside = []) {
  const external = (/** @type {string} */ id) => beside.includes(id);
  const bundle = await rollup({ input, external, plugins: bundled, onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

/** @type {Budget[]} */
const budgets = JSON.parse(readFileSync('size-budgets.json', 'utf8'));
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

for (const { name, gzip, file, bundle: entry, beside } of budgets) {
  const code = file === undefined ? await bundle(/** @type {string} */ (entry), beside) : readFileSync(file, 'utf8');
  const size = gzipSync(code, { level: 9 }).length;
  const over = size > gzip;
  if (over) process.exitCode = 1;
  console.log(`${over ? 'Too big' : 'Fine   '}  ${kilobytes(size).padStart(8)} of ${kilobytes(gzip)} gzip  ${name}`);
}
