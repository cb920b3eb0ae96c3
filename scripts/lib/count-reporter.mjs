import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

/** @param {TestSuiteResult} suite @param {{ passed: number, failed: number, skipped: number }} counts */
function count(suite, counts) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}

/**
 * Counts the tests of a Web Test Runner run, says the counts in one line, writes them to the file that TEST_COUNTS names,
 * and fails a run that held no test.
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const { testResults, passed } of sessions) {
      const failedBefore = counts.failed;
      const ranBefore = counts.passed + counts.failed;
      if (testResults) count(testResults, counts);
      // A file that did not load, or failed outside its tests, has no failed test to count. One without a test is a mistake.
      const ran = counts.passed + counts.failed > ranBefore;
      if (counts.failed === failedBefore && (!passed || !ran)) counts.failed += 1;
      if (!ran) console.error('A test file holds no test, or did not load.');
    }
    process.on('exit', () => {
      if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
      console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
    });
  },
});
