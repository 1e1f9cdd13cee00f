/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} problems one line each
 */

/**
 * Counts a vitest JSON report. A file that could not even be read has no tests of its own: it counts as one failure.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  /** @type {string[]} */
  const problems = [];
  let passed = 0;
  for (const file of report.testResults) {
    let failedHere = 0;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      if (test.status === 'failed') {
        failedHere += 1;
        problems.push(`${file.name}: ${test.fullName}`);
      }
    }
    if (file.status === 'failed' && failedHere === 0)
      problems.push(`${file.name}: ${file.message || 'could not be run'}`);
  }
  return { passed, failed: problems.length, problems };
}

/**
 * Counts a Playwright JSON report. A test that passed only on a second attempt has failed once.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  /** @type {string[]} */
  const problems = report.errors.map((/** @type {any} */ error) => String(error.message).split('\n', 1)[0]);
  /** @param {any} suite @param {string} file */
  const visit = (suite, file) => {
    for (const inner of suite.suites ?? []) visit(inner, file);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'unexpected' || test.status === 'flaky')
          problems.push(`${file}: ${spec.title} (${test.status})`);
      }
    }
  };
  for (const suite of report.suites) visit(suite, suite.file);
  return { passed: report.stats.expected, failed: problems.length, problems };
}
