import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCounts } from '../../scripts/lib/counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const report = (content: unknown): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const file = (...statuses: readonly string[]): object => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({
    status,
    fullName: `test ${String(at + 1)}`,
    failureMessages: status === 'failed' ? ['Property failed after 3 tests\n{ seed: 7 }'] : [],
  })),
});

describe('what a step adds to the last line of npm test', () => {
  it('is what the element tests counted, with the names of those that failed', () => {
    const counted = { passed: 12, failed: 2, skipped: 0, failures: ['opens', 'closes'] };
    expect(readCounts(report(counted), false)).toEqual({ passed: 12, failed: 2, failures: ['opens', 'closes'] });
  });

  it('is what Vitest counted, with the names of those that failed and what they said', () => {
    const vitest = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [file('passed', 'passed'), file('passed', 'failed')],
    };
    expect(readCounts(report(vitest), false)).toEqual({
      passed: 3,
      failed: 1,
      failures: ['test 2\n  Property failed after 3 tests\n  { seed: 7 }'],
    });
  });

  it('has a failure for each test file that did not load', () => {
    const broken = { name: 'a.test.ts', status: 'failed', message: 'No such module', assertionResults: [] };
    const vitest = { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed'), broken, broken] };
    expect(readCounts(report(vitest), false)).toEqual({
      passed: 2,
      failed: 2,
      failures: ['a.test.ts\n  No such module', 'a.test.ts\n  No such module'],
    });
  });

  it('is one failure where the step died before it counted', () => {
    expect(readCounts(join(folder, 'never-written.json'), false)).toMatchObject({ passed: 0, failed: 1 });
    expect(readCounts(undefined, false)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is one failure where all tests passed and the step did not', () => {
    expect(readCounts(report({ passed: 5, failed: 0 }), false)).toMatchObject({ passed: 5, failed: 1 });
  });

  it('is one failure where a step that counts ran no test', () => {
    expect(readCounts(report({ passed: 0, failed: 0 }), true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is nothing for a check that has no tests and held', () => {
    expect(readCounts(undefined, true)).toMatchObject({ passed: 0, failed: 0 });
  });
});
