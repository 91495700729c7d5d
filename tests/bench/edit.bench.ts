import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { App } from '../e2e/support/app'
import { readWindowPlan } from '../e2e/support/plan'
import { openProject, typeInto } from '../e2e/support/planning'
import { report } from './measure'

/**
 * One edit until all views show it, in the real window: undo and redo of a change of places on the Overzicht, from the
 * click until the text of the key figures is new and the page is laid out. Pictures are drawn after the frame of the
 * figures: the time until they are new too is told apart. The floor is one frame of this screen: the median time between
 * two animation frames of the resting window.
 */
const plan = readWindowPlan()
const app = new App(plan, mkdtempSync(join(plan.temporary, 'edit-')))
await app.launch()
await app.enter()
await app.window.getByTestId('open-sample').click()
await app.window.getByTestId('overview-ready').waitFor()
await app.window.keyboard.press('Control+4')
const panel = await openProject(app.window, 'Omklapwoningen Aalten')
await typeInto(app.window, panel.getByRole('textbox', { name: 'Datum', exact: true }), '01-10-2026')
await typeInto(app.window, panel.getByRole('textbox', { name: 'Plekken', exact: true }), '5')
await panel.getByRole('button', { name: 'Plekken beschikbaar maken' }).press('Enter')
await app.window.keyboard.press('Control+Enter')
await panel.getByText('Alles bewaard.').waitFor()
await app.window.keyboard.press('Control+1')
await app.window.getByTestId('overview-ready').waitFor()

// The loader of this file names functions by a helper that the window doesn't have.
await app.window.evaluate('globalThis.__name = (f) => f')
const measured = await app.window.evaluate(async () => {
  const root = document.querySelector('[data-testid="overview-ready"]')
  if (root === null) throw new Error('the overview is not there')
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
  const button = (name: string): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find((b) => {
      const label = b.getAttribute('aria-label') ?? b.textContent
      return label.startsWith(name) && !b.disabled
    })
    if (found === undefined) throw new Error(`no button ${name}`)
    return found
  }
  const pause = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms))

  const frames: number[] = []
  for (let i = 0, last = await frame(); i < 60; i += 1) {
    const now = await frame()
    frames.push(now - last)
    last = now
  }
  const edits: number[] = []
  const pictures: number[] = []
  /** Resolves at the first change of a picture or of anything else. */
  const change = (inPicture: boolean): Promise<void> =>
    new Promise((done) => {
      const observer = new MutationObserver((records) => {
        const here = records.some(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement
          return (element?.closest('.p-chart__picture') !== null) === inPicture
        })
        if (!here) return
        observer.disconnect()
        done()
      })
      observer.observe(root, { subtree: true, characterData: true, childList: true })
    })
  for (let i = 0; i < 21; i += 1) {
    await pause(150)
    const control = button(i % 2 === 0 ? 'Ongedaan maken' : 'Opnieuw')
    const figures = change(false)
    const drawn = change(true)
    const from = performance.now()
    control.click()
    await figures
    // Reading a size makes the browser lay the page out: what is left is only putting it on the glass.
    root.getBoundingClientRect()
    edits.push(performance.now() - from)
    await drawn
    root.getBoundingClientRect()
    pictures.push(performance.now() - from)
  }
  return { frames, edits: edits.slice(1), pictures: pictures.slice(1) }
})
await app.close()
const floor = { floorName: 'one frame of the resting window', floor: measured.frames }
report({
  name: 'One edit to all figures updated (sample, Overzicht)',
  subject: measured.edits,
  aim: 1,
  ...floor,
})
report({ name: 'The same until the pictures are drawn too', subject: measured.pictures, aim: 3, ...floor })
