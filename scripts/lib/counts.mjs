import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * What a step's runner has counted: our own two numbers from Web Test Runner, or the JSON report of Vitest.
 * A step that did not succeed has at least one failure, also when it died before it could count.
 * @param {string | undefined} file
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function readCounts(file, succeeded) {
  const report = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const passed = report.numPassedTests ?? report.passed ?? 0;
  // A test file of Vitest that did not load has failed, but holds no test that could have.
  const broken = (report.testResults ?? []).filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ suite) =>
      suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = (report.numFailedTests ?? report.failed ?? 0) + broken;
  const uncounted = file !== undefined && passed + failed === 0;
  return { passed, failed: failed === 0 && (!succeeded || uncounted) ? 1 : failed };
}
