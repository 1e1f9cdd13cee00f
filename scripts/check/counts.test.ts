import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

describe('counting a vitest report', () => {
  const passing = { status: 'passed', fullName: 'adds' };
  const failing = { status: 'failed', fullName: 'divides' };

  test('passed and failed tests are counted, skipped ones are neither', () => {
    const assertionResults = [passing, failing, { status: 'skipped', fullName: 'waits' }];
    expect(countVitest({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] })).toEqual({
      passed: 1,
      failed: 1,
      problems: ['a.test.ts: divides']
    });
  });

  test('a file that could not be read is one failure', () => {
    const report = {
      testResults: [{ name: 'a.test.ts', status: 'failed', message: 'no such import', assertionResults: [] }]
    };
    expect(countVitest(report)).toEqual({ passed: 0, failed: 1, problems: ['a.test.ts: no such import'] });
  });
});

describe('counting a Playwright report', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  test('nested suites are counted, and a pass on a second attempt is a failure', () => {
    const report = {
      errors: [],
      stats: { expected: 1 },
      suites: [
        {
          file: 'walk.spec.ts',
          specs: [spec('opens', 'expected')],
          suites: [{ specs: [spec('runs', 'unexpected'), spec('stops', 'flaky')] }]
        }
      ]
    };
    expect(countPlaywright(report)).toEqual({
      passed: 1,
      failed: 2,
      problems: ['walk.spec.ts: runs (unexpected)', 'walk.spec.ts: stops (flaky)']
    });
  });

  test('an error outside the tests is a failure', () => {
    const report = { errors: [{ message: 'No tests found\n at x' }], stats: { expected: 0 }, suites: [] };
    expect(countPlaywright(report)).toEqual({ passed: 0, failed: 1, problems: ['No tests found'] });
  });
});
