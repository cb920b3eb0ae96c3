import { writeFileSync } from 'node:fs';
import { failure } from './counts.mjs';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */
/** @typedef {import('./counts.mjs').Counts & { skipped: number }} Tally */

/** @param {TestSuiteResult} suite @param {Tally} counts @param {string} [path] the names of the suites around it */
function count(suite, counts, path = '') {
  for (const test of suite.tests) {
    counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    if (!test.skipped && !test.passed) counts.failures.push(failure(`${path}${test.name}`, test.error?.message));
  }
  for (const inner of suite.suites) count(inner, counts, `${path}${inner.name} `);
}

/**
 * Counts the tests of a Web Test Runner run, says the counts in one line, writes them to the file that TEST_COUNTS names,
 * and fails a run that held no test.
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    /** @type {Tally} */
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const { testResults, testFile, passed, errors } of sessions) {
      const failedBefore = counts.failed;
      const ranBefore = counts.passed + counts.failed;
      if (testResults) count(testResults, counts);
      // A file that did not load, or failed outside its tests, has no failed test to count. One without a test is a mistake.
      const ran = counts.passed + counts.failed > ranBefore;
      if (counts.failed === failedBefore && (!passed || !ran)) {
        counts.failed += 1;
        counts.failures.push(failure(testFile ?? 'A test file', errors[0]?.message));
      }
      if (!ran) console.error('A test file holds no test, or did not load.');
    }
    process.on('exit', () => {
      if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
      console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
    });
  },
});
