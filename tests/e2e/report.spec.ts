import { execFileSync } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'
import { type App, expect, test } from './support'

const THIRD = 'Voortgangsrapportage 3e kwartaal 2026'
const WORDS = 'De opvang krimpt zoals afgesproken.'

const core = (window: Page): Locator => window.getByTestId('report-core-message')
const kept = (window: Page): Locator => window.getByText('Alles bewaard', { exact: true })
const risks = (window: Page): Locator => window.locator('.report-risks li')
const riskText = (window: Page, at: number): Locator =>
  risks(window).nth(at).getByLabel('Wat kan er misgaan?')

/** The form is there; its pages are still being made. */
async function openForm({ window }: App): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+6')
  await core(window).waitFor()
}

async function openReport(app: App): Promise<void> {
  await openForm(app)
  await expect(app.window.getByTestId('report-pages')).toContainText(/^Bladzijde 1 van \d+$/, {
    timeout: 30_000,
  })
}

/** The preview has been made anew and nothing is under way. */
async function calm(window: Page): Promise<void> {
  await window.waitForTimeout(1000)
  await expect(window.locator('.report-view__progress')).toBeHidden({ timeout: 30_000 })
}

async function saved(app: App, name: string): Promise<string> {
  await app.saveDialogAnswers(name)
  await app.window.getByTestId('save-pdf').click()
  await expect(app.window.getByText(`Rapport bewaard als ${name}.`)).toBeVisible({ timeout: 30_000 })
  return app.path(name)
}

const pdf = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' })
const pagesOf = (path: string): number => Number(/^Pages:\s+(\d+)/m.exec(pdf('pdfinfo', path))?.[1])

test('the core message saves itself, survives a restart and stands in the PDF', async ({ app }) => {
  await openForm(app)
  await core(app.window).fill(WORDS)
  await expect(kept(app.window)).toBeVisible()
  await expect(app.window.getByTestId('undo')).toBeEnabled()
  await app.relaunch()
  await openReport(app)
  await expect(core(app.window)).toHaveValue(WORDS)
  const path = await saved(app, 'rapport.pdf')
  expect(pdf('pdftotext', '-l', '1', path, '-')).toContain(WORDS)
  pdf('qpdf', '--check', path)
  await expect(app.window.getByTestId('report-pages')).toHaveText(`Bladzijde 1 van ${String(pagesOf(path))}`)
})

test('orange without a cause is refused in words, and holds nothing else back', async ({ app }) => {
  const { window } = app
  await openForm(app)
  await window.getByLabel('Oorzaak').fill('')
  await core(window).fill(WORDS)
  await core(window).blur()
  await expect(window.getByText(/^Het stoplicht is nog niet bewaard: vul oorzaak/)).toBeVisible()
  const cause = window.getByLabel('Oorzaak')
  await expect(cause).toHaveAttribute('aria-invalid', 'true')
  await expect(window.locator('.report-rating .p-field__error')).toHaveText(/oorzaak/i)
  await expect(kept(window)).toBeVisible()
  await calm(window)
  await app.relaunch()
  await openForm(app)
  await expect(core(app.window)).toHaveValue(WORDS)
  await expect(app.window.getByLabel('Oorzaak')).not.toHaveValue('')
})

test('another reference date gives other figures on paper', async ({ app }) => {
  const { window } = app
  await openForm(app)
  await expect(window.getByLabel('Peildatum')).toHaveValue('30-09-2026')
  const date = window.getByLabel('Peildatum')
  await date.fill('31-12-2027')
  await date.blur()
  await expect(window.getByLabel('Kwartaal')).toContainText('4e kwartaal 2027')
  const after = pdf('pdftotext', '-l', '1', await saved(app, 'later.pdf'), '-')
  expect(after).toContain('31 december 2027')
  expect(after).not.toContain('30 september 2026')
  await date.fill('31-02-2027')
  await date.blur()
  await expect(date).toHaveAttribute('aria-invalid', 'true')
})

test('a risk is added, moved up and taken away', async ({ app }) => {
  const { window } = app
  await openForm(app)
  const before = await risks(window).count()
  await window.getByRole('button', { name: 'Risico toevoegen' }).click()
  await expect(riskText(window, before)).toBeFocused()
  await window.keyboard.type('De bouw loopt uit')
  for (let at = before; at > 0; at--)
    await window.getByRole('button', { name: `Risico ${String(at + 1)} omhoog` }).click()
  await expect(riskText(window, 0)).toHaveValue('De bouw loopt uit')
  await expect(window.getByRole('button', { name: 'Risico 1 omhoog' })).toBeDisabled()
  const withRisk = pdf('pdftotext', '-l', '1', await saved(app, 'met.pdf'), '-')
  expect(withRisk).toContain('De bouw loopt uit')
  await window.getByRole('button', { name: 'Risico 1 verwijderen' }).click()
  await expect(risks(window)).toHaveCount(before)
  await expect(window.getByText('De bouw loopt uit')).toHaveCount(0)
})

test('stopping while the report is made leaves a calm screen', async ({ app }) => {
  const { window } = app
  await openReport(app)
  await core(window).fill(`${WORDS} En nu gestopt.`)
  await window.getByRole('button', { name: 'Stoppen' }).click({ timeout: 20_000 })
  await expect(window.getByText(/U heeft het maken gestopt\./)).toBeVisible()
  await expect(window.locator('.report-view__progress')).toBeHidden()
  await window.waitForTimeout(1500)
  await expect(window.getByText(/U heeft het maken gestopt\./)).toBeVisible()
  await expect(window.getByTestId('report-pages')).toContainText(/^Bladzijde 1 van/)
  await expect(window.getByTestId('save-pdf')).toBeEnabled()
  await window.getByRole('button', { name: 'Vernieuwen' }).click()
  await expect(window.getByText(/U heeft het maken gestopt\./)).toBeHidden()
  await calm(window)
  expect(pdf('pdftotext', '-l', '1', await saved(app, 'na.pdf'), '-')).toContain('En nu gestopt.')
})

test('the preview shows the real pages, and printing gives them on A4, one to a sheet', async ({ app }) => {
  const { window } = app
  await openReport(app)
  const total = Number(/\d+$/.exec(await window.getByTestId('report-pages').innerText())?.[0])
  expect(total).toBeGreaterThan(10)
  const frame = window.getByRole('region', { name: 'Voorbeeld van het rapport' })
  const first = frame.locator('canvas').first()
  await expect(first).toBeVisible()
  // Drawn, not an empty sheet.
  const inks = (): Promise<number> =>
    first.evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return new Set(data).size
    })
  await expect.poll(inks).toBeGreaterThan(20)
  await frame.evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  await expect(window.getByTestId('report-pages')).toHaveText(
    `Bladzijde ${String(total)} van ${String(total)}`,
  )

  const pages = pagesOf(await saved(app, 'rapport.pdf'))
  // In the place of the printer: what it would get, as a PDF.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    contents.print = (_options, done) => {
      void contents.printToPDF({ printBackground: true, preferCSSPageSize: true }).then((paper) => {
        Reflect.set(globalThis, 'paper', paper.toString('base64'))
        done?.(true, '')
      })
    }
  })
  await window.getByRole('button', { name: 'Afdrukken' }).click()
  const paper = (): Promise<unknown> =>
    app.electron.evaluate(() => Reflect.get(globalThis, 'paper') as unknown)
  await expect.poll(paper, { timeout: 60_000 }).toBeDefined()
  const path = app.writeFile('papier.pdf', Buffer.from(String(await paper()), 'base64'))
  expect(pagesOf(path)).toBe(pages)
  expect(pdf('pdfinfo', path)).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts/)
  // Afterwards the window is as before.
  await expect(window.locator('.report-sheets')).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'Afdrukken' })).toBeEnabled()
})

test('a report that was removed comes back', async ({ app }) => {
  const { window } = app
  await openForm(app)
  const list = window.getByRole('navigation', { name: 'Rapporten' })
  const before = await list.getByRole('listitem').count()
  const words = await core(window).inputValue()
  await window.getByRole('button', { name: 'Rapport verwijderen' }).click()
  const question = window.getByRole('alertdialog', { name: 'Rapport verwijderen?' })
  await question.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(window.getByText(`Rapport “${THIRD}” is verwijderd.`)).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(before - 1)
  await window.getByRole('button', { name: 'Ongedaan maken' }).last().click()
  await expect(list.getByRole('listitem')).toHaveCount(before)
  await list.getByRole('button', { name: THIRD }).click()
  await expect(core(window)).toHaveValue(words)
})
