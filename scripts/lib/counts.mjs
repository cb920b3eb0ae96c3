import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures the name of each failed test, with the beginning of what it said
 */

/** Enough for the seed of a property, and short enough to be read. */
const longest = 400;

/** @param {string} name @param {string | undefined} message */
export const failure = (name, message = '') =>
  [name, ...message.slice(0, longest).split('\n')].filter((line) => line.trim() !== '').join('\n  ');

/**
 * What a step's runner has counted: our own numbers from Web Test Runner, or the JSON report of Vitest.
 * A step that did not succeed has at least one failure, also when it died before it could count.
 * @param {string | undefined} file
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function readCounts(file, succeeded) {
  const report = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const passed = report.numPassedTests ?? report.passed ?? 0;
  const { failures, broken } = report.testResults
    ? fromVitest(report.testResults)
    : { failures: report.failures ?? [], broken: 0 };
  const failed = (report.numFailedTests ?? report.failed ?? 0) + broken;
  const uncounted = file !== undefined && passed + failed === 0;
  return { passed, failed: failed === 0 && (!succeeded || uncounted) ? 1 : failed, failures };
}

/** @param {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }[]} files */
function fromVitest(files) {
  /** @type {string[]} */
  const failures = [];
  let broken = 0;
  for (const { name, status, message, assertionResults } of files) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of failed) failures.push(failure(fullName, failureMessages?.join('\n')));
    // A test file that did not load has failed, but holds no test that could have.
    if (status !== 'failed' || failed.length > 0) continue;
    broken += 1;
    failures.push(failure(name, message));
  }
  return { failures, broken };
}
