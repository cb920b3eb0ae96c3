// Behind `npm test`: makes ready, then one step after the other, to the end. `npm test -- unit stories` does only these.
// The last line is `N passed, N failed`, the sum of what the test runners counted.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, setup, stop } from './setup.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));
await setup().catch(stop);

// From here on, packages may be imported.
const { ensureBrowsers, installMissing } = await import('./browsers.mjs');
const { readCounts } = await import('./lib/counts.mjs');
const { run } = await import('./lib/process.mjs');
const { steps } = await import('./lib/steps.mjs');

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => matches(step.name, name)));
if (unknown.length > 0)
  stop(`There is no step "${unknown.join(', ')}". The steps: ${steps.map((step) => step.name).join(', ')}.`);
const chosen = steps.filter((step) =>
  names.length === 0 ? !step.onlyByName : names.some((name) => matches(step.name, name)),
);

/** `elements` stands for `elements:chromium` and the others. @param {string} step @param {string} name */
function matches(step, name) {
  return step === name || step.startsWith(`${name}:`);
}

/**
 * @param {import('./lib/steps.mjs').Step} step
 * @param {string | undefined} counts the file for its counts
 */
async function succeeds({ commands, packages, engines = [], env = {}, minutes }, counts) {
  if (packages !== undefined) await install(packages);
  await ensureBrowsers(engines);
  let fine = true;
  for (const [program = '', ...args] of commands) {
    const file = program === 'node' ? process.execPath : join('node_modules/.bin', program);
    const code = await run(
      file,
      args.map((arg) => arg.replace('{counts}', counts ?? '')),
      {
        env: { ...process.env, ...env, ...(counts === undefined ? {} : { TEST_COUNTS: counts }) },
        shell: process.platform === 'win32',
        ...(minutes === undefined ? {} : { minutes }),
      },
    );
    if (code !== 0) fine = false;
  }
  return fine;
}

const folder = '.cache/test-counts';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
installMissing([...new Set(chosen.flatMap((step) => step.engines ?? []))]);

/** @type {string[]} */
const summary = [];
const total = { passed: 0, failed: 0 };
for (const step of chosen) {
  console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 70 - step.title.length))}\n`);
  const started = Date.now();
  const file = step.counts ? resolve(folder, `${step.name.replace(':', '-')}.json`) : undefined;
  const succeeded = await succeeds(step, file).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  const { passed, failed, failures } = readCounts(file, succeeded);
  total.passed += passed;
  total.failed += failed;
  const seconds = `${String(Math.round((Date.now() - started) / 1000))} s`;
  summary.push(
    `${failed > 0 ? 'FAILED' : 'ok    '}  ${step.title} (${seconds})${file === undefined ? '' : `: ${String(passed)} passed, ${String(failed)} failed`}`,
    ...failures.map((text) => text.replace(/^/gm, '          ')),
  );
}

console.log(`\n── In short ${'─'.repeat(62)}\n\n${summary.join('\n')}\n`);
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
