// Says on what it was measured, and puts the tables into docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';

const file = resolve(import.meta.dirname, '../../../docs/performance.md');

/** @param {string} chromium its version */
export function machine(chromium) {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${String(cores)} ${cores === 1 ? 'core' : 'cores'}, ${platform()} ${arch()}; headless Chromium ${chromium}; Node ${process.versions.node}`;
}

/** @param {string} text what comes between the two marks */
export async function writeReport(text) {
  const marks = /(<!-- measured -->)[\s\S]*?(<!-- \/measured -->)/;
  const before = readFileSync(file, 'utf8');
  if (!marks.test(before)) throw new Error('docs/performance.md has lost its marks for what is measured.');
  const after = before.replace(marks, (_, open, close) => `${String(open)}\n\n${text}\n\n${String(close)}`);
  writeFileSync(file, await format(after, { ...(await resolveConfig(file)), filepath: file }));
}
