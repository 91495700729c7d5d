import { type App, expect } from '../e2e/support'
import { backupScene } from './scenes/backups'
import { editScene } from './scenes/edits'
import { importScene } from './scenes/imports'
import { copyScene } from './scenes/copies'

/**
 * One thing that writes, killed somewhere in the middle. `act` runs until it is killed and keeps what was confirmed on
 * screen; `check` looks at the unlocked, restarted program and fails when something confirmed is gone or half is there.
 */
export interface Scene {
  readonly name: string
  /** Longest wait before the kill, in milliseconds. */
  readonly within: number
  /** From the first screen to where the writing is about to begin. */
  prepare(app: App): Promise<void>
  act(app: App): Promise<void>
  check(app: App): Promise<void>
}

export interface KillReport {
  readonly kills: number
  /** How many kills fell while something was being written, by scene. */
  readonly byScene: Readonly<Record<string, number>>
}

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  readonly onKill?: (kill: number, scene: string, after: number) => void
}

/** The unlocked program, on its first screen with a programme to work in; killed again and again with SIGKILL. */
export async function killAgainAndAgain(app: App, options: KillOptions): Promise<KillReport> {
  const random = seeded(options.seed)
  const scenes: readonly Scene[] = [editScene(), importScene(app), copyScene(app), backupScene()]
  const byScene: Record<string, number> = {}
  for (let kill = 1; kill <= options.kills; kill += 1) {
    // Edits are what happens all day: every other kill.
    const scene = kill % 2 === 1 ? scenes[0] : scenes[1 + (Math.floor(kill / 2) % (scenes.length - 1))]
    if (scene === undefined) throw new Error('no scene')
    const after = Math.round(random() * scene.within)
    options.onKill?.(kill, scene.name, after)
    await scene.prepare(app)
    // What is under way when the program dies fails in a hundred ways, and that is what happens here on purpose.
    const acting = scene.act(app).catch(() => undefined)
    await new Promise((done) => setTimeout(done, after))
    await app.kill()
    await acting
    await app.launch()
    await app.enter()
    await scene.check(app)
    await checkLog(app)
    byScene[scene.name] = (byScene[scene.name] ?? 0) + 1
  }
  return { kills: options.kills, byScene }
}

/** The chain of the log is whole: the program says so itself, after going through all of it. */
async function checkLog(app: App): Promise<void> {
  const { window } = app
  await window.keyboard.press('Control+7')
  await window.getByTestId('check-log').click()
  // The button is away while the check runs.
  await window.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  await window.getByTestId('check-log').waitFor()
  await expect(window.getByTestId('log-whole')).toContainText('Het logboek is heel')
  await expect(window.getByTestId('log-broken')).toBeHidden()
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
