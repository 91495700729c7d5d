import type { ElectronApplication, Page } from '@playwright/test'

/**
 * What the window complains about. Every complaint fails the test, unless the test said beforehand that
 * it would provoke it.
 */
export class Problems {
  readonly #found: string[] = []
  readonly #expected: RegExp[] = []

  /** For a test that attacks a guard and so makes the window protest. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  get unexpected(): readonly string[] {
    return this.#found.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)))
  }

  async watch(electron: ElectronApplication): Promise<void> {
    // Also the windows that are opened later on.
    electron.context().on('page', (page) => {
      this.#watchPage(page)
    })
    for (const page of electron.windows()) this.#watchPage(page)
    await electron.context().addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
      })
    })
    electron.process().stderr?.on('data', (part) => {
      this.#watchMain(String(part))
    })
  }

  #watchPage(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#found.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => {
      this.#found.push(`uncaught: ${error.stack ?? error.message}`)
    })
    page.on('crash', () => {
      this.#found.push('the window crashed')
    })
  }

  // Electron itself writes harmless lines here (no message bus in a test), so only thrown errors count.
  #watchMain(text: string): void {
    if (/Uncaught Exception|UnhandledPromiseRejection|Error occurred in handler/.test(text)) {
      this.#found.push(`main process: ${text.trim()}`)
    }
  }
}
