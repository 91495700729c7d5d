import { type ChildProcess, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { answerMessageBox, answerOpenDialog, answerSaveDialog } from './dialogs'
import { giveToWindow, type WindowPlan } from './plan'
import { Problems } from './problems'
import type { Profile } from './profile'
import { PASSPHRASE, setUpVault, unlock } from './vault'

export interface LaunchOptions {
  /** More arguments for the application: a file to open, for instance. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RelaunchOptions extends LaunchOptions {
  /** False leaves Palet locked, as a person finds it. */
  readonly unlock?: boolean
}

/** How long a window may stay away, in milliseconds; it comes within two seconds, on a crowded machine within ten. */
const WINDOW_WAIT = 20_000
/** The driver can also fall silent before there is a window to wait for. */
const START_WAIT = WINDOW_WAIT + 5_000
const ATTEMPTS = 2
/** A window that still stands after this is asking whether something may be lost. */
const CLOSE_WAIT = 15_000
/** A test that closes the window itself waits no longer than this. */
const CLOSE_LIMIT = 40_000

/** One Palet with a data folder of its own, driven from outside as a person does. */
export class App {
  readonly problems = new Problems()
  readonly dataFolder: string
  readonly filesFolder: string
  readonly #plan: WindowPlan
  #electron: ElectronApplication | undefined
  /** Kept apart: the driver forgets it once the connection is lost. */
  #process: ChildProcess | undefined
  #window: Page | undefined
  #passphrase = PASSPHRASE
  #recoveryKey: string | undefined

  constructor(plan: WindowPlan, folder: string) {
    this.#plan = plan
    this.dataFolder = join(folder, 'data')
    this.filesFolder = join(folder, 'files')
    for (const path of [folder, this.dataFolder, this.filesFolder]) {
      mkdirSync(path, { recursive: true })
      giveToWindow(plan, path)
    }
  }

  /** The main process. A new one after a relaunch. */
  get electron(): ElectronApplication {
    if (!this.#electron) throw new Error('Palet is not running')
    return this.#electron
  }

  /** The first window. A new one after a relaunch. */
  get window(): Page {
    if (!this.#window) throw new Error('Palet is not running')
    return this.#window
  }

  /**
   * Starts Palet. Once in some hundreds of starts the driver never hears of the window of the older runtime, and would
   * wait for ever: then that process is ended and another is started, and the run says so. Only the start is tried
   * again, never a test.
   */
  async launch(options: LaunchOptions = {}): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await inTime(this.#start(options), START_WAIT)
        return
      } catch (cause) {
        if (attempt === ATTEMPTS) throw cause
        console.warn(`No window after start ${String(attempt)}: ${String(cause).split('\n')[0] ?? ''}`)
        if (this.#electron !== undefined) await this.kill()
      }
    }
  }

  async #start({ args = [], env = {} }: LaunchOptions): Promise<void> {
    this.#electron = await _electron.launch({
      executablePath: this.#plan.executable,
      args: [`--user-data-dir=${this.dataFolder}`, ...args],
      chromiumSandbox: true,
      // Playwright would show every page a light system, whatever the window says.
      colorScheme: null,
      env: { ...this.#plan.env, TZ: 'Europe/Amsterdam', ...env },
      timeout: WINDOW_WAIT,
    })
    this.#process = this.#electron.process()
    await this.problems.watch(this.#electron)
    this.#window = await this.#electron.firstWindow({ timeout: WINDOW_WAIT })
    await this.#window.waitForLoadState('domcontentloaded', { timeout: WINDOW_WAIT })
  }

  async close(): Promise<void> {
    const electron = this.#electron
    const child = this.#process
    this.#electron = undefined
    this.#window = undefined
    if (electron === undefined) return
    try {
      await inTime(electron.close(), CLOSE_LIMIT)
    } catch (cause) {
      // A window that doesn't close is a fault of that test, and must not hold up the others.
      child?.kill('SIGKILL')
      throw cause
    }
  }

  /** After a test: closes, and no longer than that takes. A form that still asks something must not hold up the rest. */
  async end(): Promise<void> {
    const child = this.#process
    const timer = setTimeout(() => child?.kill('SIGKILL'), CLOSE_WAIT)
    await this.close().catch(() => undefined)
    clearTimeout(timer)
  }

  /** Ends the program as a power cut would: without a chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child === undefined) throw new Error('Palet is not running')
    const ended = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await ended
    }
    this.#electron = undefined
    this.#window = undefined
  }

  /** Takes over a profile in which a passphrase was chosen, before the first start. */
  begin({ dataFolder, recoveryKey }: Profile): void {
    const { status } = spawnSync('cp', ['-a', `${dataFolder}/.`, this.dataFolder])
    if (status !== 0) throw new Error('the profile could not be copied')
    this.#recoveryKey = recoveryKey
  }

  /** The recovery key that belongs to the passphrase. */
  get recoveryKey(): string {
    if (this.#recoveryKey === undefined) throw new Error('no passphrase was chosen here')
    return this.#recoveryKey
  }

  /** From now on the passphrase is another one. */
  usePassphrase(passphrase: string): void {
    this.#passphrase = passphrase
  }

  /** Past the front door: chooses a passphrase when there is none yet, or else unlocks. */
  async enter(): Promise<void> {
    const absent = this.window.getByTestId('set-up-vault')
    const locked = this.window.getByTestId('unlock')
    await absent.or(locked).first().waitFor()
    if (await locked.isVisible()) await unlock(this.window, this.#passphrase)
    else this.#recoveryKey = await setUpVault(this.window, this.#passphrase)
  }

  /** Starts again with the same data folder, as the next morning, and unlocks. */
  async relaunch({ unlock: unlocks = true, ...options }: RelaunchOptions = {}): Promise<void> {
    await this.close()
    await this.launch(options)
    if (unlocks) await this.enter()
  }

  /** Path of a file in this test's own folder. */
  path(name: string): string {
    return join(this.filesFolder, name)
  }

  /** Puts a file in this test's own folder, as if the person had it. */
  writeFile(name: string, content: string | Uint8Array): string {
    const path = this.path(name)
    writeFileSync(path, content)
    giveToWindow(this.#plan, path)
    return path
  }

  readFile(name: string): Buffer {
    return readFileSync(this.path(name))
  }

  hasFile(name: string): boolean {
    return existsSync(this.path(name))
  }

  /** What the save dialog answers from now on: a file name in this test's folder, or null to cancel. */
  async saveDialogAnswers(name: string | null): Promise<void> {
    await answerSaveDialog(this.electron, name === null ? null : this.path(name))
  }

  /** What the open dialog answers from now on: a file name in this test's folder, or null to cancel. */
  async openDialogAnswers(name: string | null): Promise<void> {
    await answerOpenDialog(this.electron, name === null ? null : this.path(name))
  }

  async messageBoxAnswers(button: number): Promise<void> {
    await answerMessageBox(this.electron, button)
  }

  /** Gives the window's content this size. */
  async resize(width: number, height: number): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
    await this.window.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
      width,
      height,
    })
  }

  /** Chooses an item of the application menu by its path of labels. */
  async chooseMenu(...labels: string[]): Promise<void> {
    await this.electron.evaluate(({ Menu }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? []
      for (const [depth, label] of path.entries()) {
        const item = items.find((each) => each.label.replace('&', '') === label)
        if (!item) throw new Error(`no menu item ${label}`)
        if (depth === path.length - 1) item.click()
        else items = item.submenu?.items ?? []
      }
    }, labels)
  }
}

/** Refuses when something takes longer than this many milliseconds. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new Error(`nothing within ${String(milliseconds / 1000)} s`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
