// Turns what the test runners report into two numbers. A skipped test is not a passed one, so it
// counts as failed; and a runner that ends badly without naming a failed test still counts as one.
// An end-to-end test that needed its second try did pass; the runner names it, above the count.

/**
 * @param {unknown} report the JSON of Vitest
 * @param {number} status
 * @returns {import('./step.mjs').Outcome}
 */
export function countVitest(report, status) {
  const passed = numberAt(report, 'numPassedTests')
  const failed =
    numberAt(report, 'numFailedTests') +
    numberAt(report, 'numPendingTests') +
    numberAt(report, 'numTodoTests')
  return settle(passed, failed + emptyFailures(report), status)
}

/** Files that could not even be loaded fail without a single test. */
function emptyFailures(/** @type {unknown} */ report) {
  const files = valueAt(report, 'testResults')
  if (!Array.isArray(files)) return 0
  return files.filter((file) => {
    const tests = valueAt(file, 'assertionResults')
    return valueAt(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0
  }).length
}

/**
 * @param {unknown} report the JSON of Playwright
 * @param {number} status
 * @returns {import('./step.mjs').Outcome}
 */
export function countPlaywright(report, status) {
  const stats = valueAt(report, 'stats')
  const failed = numberAt(stats, 'unexpected') + numberAt(stats, 'skipped')
  return settle(numberAt(stats, 'expected') + numberAt(stats, 'flaky'), failed, status)
}

/** @param {number} passed @param {number} failed @param {number} status */
function settle(passed, failed, status) {
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed }
}

/** @param {unknown} value @param {string} key @returns {unknown} */
function valueAt(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** @param {unknown} value @param {string} key */
function numberAt(value, key) {
  const found = valueAt(value, key)
  return typeof found === 'number' ? found : 0
}
