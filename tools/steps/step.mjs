/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 */

/**
 * One part of the test run.
 * @typedef {object} Step
 * @property {string} name
 * @property {(filters: readonly string[]) => Promise<Outcome>} run
 */

/** A step that is right or wrong as a whole counts as one test. */
export function asOne(/** @type {boolean} */ good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
