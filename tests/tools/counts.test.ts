import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from '../../tools/steps/counts.mjs'

describe('the outcome of Vitest', () => {
  test('counts passed and failed tests', () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 2 }, 1)).toEqual({ passed: 7, failed: 2 })
  })

  test('counts a skipped test and one still to be written as failed', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
    expect(countVitest(report, 0)).toEqual({ passed: 7, failed: 2 })
  })

  test('counts a file that could not be loaded', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    }
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 2 })
  })

  test('is a failure when the runner ended badly, whatever it counted', () => {
    expect(countVitest({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  })

  test('is a failure when nothing ran at all', () => {
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('the outcome of Playwright', () => {
  test('counts passed and failed tests', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 0 }
    expect(countPlaywright({ stats }, 1)).toEqual({ passed: 5, failed: 1 })
  })

  test('counts a skipped test as failed', () => {
    const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 2 }
    expect(countPlaywright({ stats }, 0)).toEqual({ passed: 5, failed: 2 })
  })

  test('counts a test that passed at its second try as passed, and one that never did as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 0 }
    expect(countPlaywright({ stats }, 1)).toEqual({ passed: 7, failed: 1 })
  })

  test('is a failure when the runner ended badly', () => {
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  })
})
